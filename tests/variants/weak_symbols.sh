#!/bin/sh
# No function of this project is a weak symbol in objects of two instruction sets:
#     weak_symbols.sh PORTABLE-OBJECT... -- OBJECT...
# The linker keeps one definition of a weak symbol, and would give one of the two instruction sets the other's code.
# Data, which nm marks with V and u, is the same in both.
set -eu
status=0
report=$(
    for object; do
        if [ "$object" = -- ]; then echo --; else nm --defined-only "$object" || echo "unread: $object"; fi
    done | awk '
        $1 == "--" { others = 1 }
        $1 == "unread:" { print; failed = 1 }
        $2 == "W" && $3 ~ /10reductions/ {  # the namespace in a mangled name
            if (!others) { ++in_portable; portable[$3] = 1 }
            else { ++in_others; if ($3 in portable) both[$3] = 1 }
        }
        END {
            printf "weak functions: %d in portable objects, %d in others\n", in_portable, in_others
            for (name in both) { print "weak in both: " name; failed = 1 }
            exit !in_portable || !in_others || failed
        }'
) || status=$?
printf '%s\n' "$report" | c++filt
exit "$status"
