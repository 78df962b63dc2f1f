#!/bin/sh
# No function of this project is a weak symbol in objects of two instruction sets:
#     weak_symbols.sh PORTABLE-OBJECT... -- OBJECT...
# The linker keeps one definition of a weak symbol, and would give one of the two instruction sets the other's code.
# Data, which nm marks with V and u, is the same in both.
set -eu
portable=0
for object; do
    if [ "$object" = -- ]; then break; fi
    portable=$((portable + 1))
done
symbols=$(nm --defined-only "$@")  # in the order of the files, each after a line with its name and a colon
status=0
report=$(
    printf '%s\n' "$symbols" | awk -v portable="$portable" '
        /:$/ { ++file }
        $2 == "W" && $3 ~ /10reductions/ {  # the namespace in a mangled name
            if (file <= portable) { ++in_portable; is_portable[$3] = 1 }
            else { ++in_others; if ($3 in is_portable) both[$3] = 1 }
        }
        END {
            printf "weak functions: %d in portable objects, %d in others\n", in_portable, in_others
            for (name in both) { print "weak in both: " name; failed = 1 }
            exit !in_portable || !in_others || failed
        }'
) || status=$?
printf '%s\n' "$report" | c++filt
exit "$status"
