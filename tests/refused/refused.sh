#!/bin/sh
# Checks that a program compiles as it is, and that the compiler refuses it with -DREFUSED and names the reason:
#     refused.sh REASON COMPILER [OPTION...] FILE
set -eu
reason=$1
shift
"$@" -c -o /dev/null
if message=$("$@" -c -o /dev/null -DREFUSED 2>&1); then
    echo "compiles, but must be refused: $*"
    exit 1
fi
echo "$message"
echo "$message" | grep -q "$reason"
