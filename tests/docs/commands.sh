#!/bin/sh
# Runs every command that README.md and docs/ show in a block marked as sh:   commands.sh PROJECT
# Python's sessions (>>>) must print what the documents say.
#
# Each must succeed. This script leaves out the long commands, which CI runs separately, the compilation by hand, which
# by_hand.sh runs, and the commands that fetch the project. Measurements are short: one repetition, on small arrays.
set -eu
cd "$1"
commands=$(find README.md docs -name '*.md' -exec \
    awk 'FNR == 1 { inside = 0 } /^```/ { inside = /^```sh$/; next } inside' {} + |
    sed 's/ *# .*//' | sort -u |
    grep -vE '^(git clone|cd|make (setup|test|python|test-python|peers|report|costs|limits|constants|distributed|test-distributed|scaling|test-page|test-peers|race|detect|asan|tidy|fuzz|format|format-check|clean|check-[a-z_]*)( |$))' |
    grep -v by-hand)
[ "$(echo "$commands" | wc -l)" -ge 10 ]  # blocks with another mark would be skipped silently
echo "$commands" | while read -r command; do
    command=$(echo "$command" | sed 's/ --repetitions [0-9]*//; s/ --size [0-9]*//')
    case $command in
    "make run") command=$(make --no-print-directory -n run | tail -n 1) ;; # on arrays of the usual size
    *.npy*) ;;
    *bin/compare*) command="$command --size 100000" ;;
    *race_lab*--only*) command="$command --quick" ;;
    esac
    case $command in
    *--accuracy*) ;;
    *bin/compare*) command="$command --repetitions 1" ;;
    esac
    echo "+ $command"
    sh -c "$command" </dev/null
done

sessions=$(mktemp)
trap 'rm -f "$sessions"' EXIT
find README.md docs -name '*.md' -exec awk '
    FNR == 1 { inside = 0 } /^```python$/ { inside = 1; next } /^```/ { if (inside) print ""; inside = 0 } inside' {} + >"$sessions"
[ "$(grep -c '^>>> ' "$sessions")" -ge 3 ]
PATH="$PATH:/usr/bin" python3 -m doctest "$sessions"
