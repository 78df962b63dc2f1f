#!/bin/sh
# Compiles a file for a processor that can multiply and add in one instruction. Checks that the machine code uses wide
# registers but no such instruction:
#     no_contraction.sh FOLDER COMPILER [OPTION...] FILE       the object goes into FOLDER
set -eu
object=$1/$$.o
shift
"$@" -march=x86-64-v4 -c -o "$object"
objdump -d "$object" >"$object.text"
rm "$object"
grep -qE '%[yz]mm' "$object.text"
if grep -E 'vfn?m(add|sub)' "$object.text"; then exit 1; fi
rm "$object.text"
