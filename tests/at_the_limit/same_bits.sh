#!/bin/sh
# print_bits prints the test vectors, bit for bit, with any number of threads:
#     same_bits.sh [-t "THREADS..."] [-r REGISTER-BYTES] COMMAND...
# COMMAND runs print_bits, and -r says which registers it must use. Each number of threads has its own alignment.
set -eu
numbers="1 2 3 8"
width=
while getopts t:r: option; do
    case $option in
    t) numbers=$OPTARG ;;
    r) width=$OPTARG ;;
    *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
if ! command -v "$1" >/dev/null; then
    echo "SKIPPED: $1 is not installed; Debian's package is qemu-user"
    exit 0
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
grep -v '^#' "${0%/*}/test_vectors.txt" >"$scratch/expected"
export OMP_DYNAMIC=false OMP_WAIT_POLICY=passive
unset OMP_THREAD_LIMIT
for threads in $numbers; do
    OMP_NUM_THREADS=$threads "$@" $((threads % 4)) >"$scratch/bits" 2>"$scratch/registers" ||
        { cat "$scratch/registers"; exit 1; }
    echo "$threads threads, $(cat "$scratch/registers")"
    [ -z "$width" ] || grep -qx "registers of $width bytes" "$scratch/registers"
    diff "$scratch/expected" "$scratch/bits"
done
