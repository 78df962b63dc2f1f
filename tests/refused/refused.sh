#!/bin/sh
# A program compiles as it is, and is refused with -DREFUSED, by a message that names the reason:
#     refused.sh REASON COMPILER [OPTION...] FILE
set -eu
reason=$1
shift
"$@" -c -o /dev/null
if message=$("$@" -c -o /dev/null -DREFUSED 2>&1); then
    echo "compiles, and is to be refused: $*"
    exit 1
fi
echo "$message"
echo "$message" | grep -q "$reason"
