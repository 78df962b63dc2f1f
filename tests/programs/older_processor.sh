#!/bin/sh
# Checks that a program says in one line if the processor lacks what it was built for:
#     older_processor.sh PROGRAM [ARGUMENT...]
# qemu emulates a processor of 2008, without AVX. A program that was built for such a processor runs there.
set -eu
if ! command -v qemu-x86_64; then
    echo "SKIPPED: qemu-x86_64 is not installed; Debian's package is qemu-user"
    exit 0
fi
status=0
errors=$(qemu-x86_64 -cpu Nehalem "$@" 2>&1 >/dev/null) || status=$?
echo "exit status $status: $errors"
if [ "$status" = 0 ] && [ -z "$errors" ]; then exit 0; fi
[ "$status" = 2 ]
[ "$(printf '%s\n' "$errors" | wc -l)" = 1 ]
printf '%s\n' "$errors" | grep -q ': built for another processor (-m.* make ARCH=x86-64-v2$'
