#!/bin/sh
# Compares the read speed of `compare` with likwid-bench, if that is installed:   likwid.sh COMPARE
#
# Prints the best ratio of three tries. Both programs read 160 MB again and again with all cores. On a shared machine
# the speed changes from second to second. So only a ratio that cannot be chance is an error: a wrong unit, one array
# instead of two, or a loop whose reads the compiler removed.
set -eu
command -v likwid-bench >/dev/null || { echo "SKIPPED: likwid-bench is not installed"; exit 0; }
cores=$(nproc)
kernel=load
for flag in sse2:load_sse avx:load_avx avx512f:load_avx512; do
    grep -qw "${flag%:*}" /proc/cpuinfo && kernel=${flag#*:}
done
likwid() { likwid-bench -t "$kernel" -w "S0:160MB:$cores" 2>/dev/null | awk '/^MByte\/s/ { print $2 / 1000 }'; }
read_speed() { "$1" --only omp_reduction --repetitions 15 | sed -n 's/^Fastest plain read.*, \([0-9.]*\) GB.*/\1/p'; }
best=0
for try in 1 2 3; do
    theirs=$(likwid)
    [ -n "$theirs" ] || { echo "SKIPPED: likwid-bench does not run on this machine"; exit 0; }
    ours=$(read_speed "$1")
    echo "$kernel of likwid-bench: $theirs GB/s; read speed: $ours GB/s"
    best=$(echo "$ours $theirs $best" | awk '{ ratio = $1 / $2; print (ratio > $3 ? ratio : $3) }')
done
echo "at best, the read speed is $best times that of likwid-bench"
echo "$best" | awk '{ exit !($1 > 0.7 && $1 < 2) }'
