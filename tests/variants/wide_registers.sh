#!/bin/sh
# Checks that an object for any x86-64 contains instructions for registers of 16, 32 and 64 bytes:
#     wide_registers.sh OBJECT
set -eu
objdump -d "$1" >"$1.text"
for register in xmm ymm zmm; do
    count=$(grep -c "%$register" "$1.text" || true)
    echo "$count instructions use $register"
    [ "$count" -gt 20 ]
done
