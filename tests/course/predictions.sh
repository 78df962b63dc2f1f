#!/bin/sh
# Runs the commands of every prediction of the course, as `make predict` does:   predictions.sh PROJECT
# Each must succeed. What they print depends on the machine, so a reader judges that.
set -eu
cd "$1"
unset MAKEFLAGS MAKELEVEL  # of the make that runs this test
# The arrays of exercise 16, which are the student's own.
export A=tests/golden/float64.a.npy B=tests/golden/float64.b.npy
output=$(mktemp)
trap 'rm -f "$output"' EXIT
for file in src/course/*/prediction.md; do
    echo "$file"
    commands=$(awk '/^---$/ { ++part; next } part == 1' "$file")
    if ! sh -euc "$commands" </dev/null >"$output" 2>&1; then
        cat "$output"
        echo "predictions.sh: a command of $file failed" >&2
        exit 1
    fi
done
echo "predictions.sh: all commands succeed"
