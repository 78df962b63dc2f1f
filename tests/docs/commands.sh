#!/bin/sh
# Runs every command that README.md and docs/ show in a block marked as sh:   commands.sh PROJECT
#
# Each must succeed. The long ones, which CI runs as themselves, are left out, and so are those by hand, which by_hand.sh
# runs, and fetching the project. Comparing times is done with one repetition.
set -eu
cd "$1"
commands=$(awk 'FNR == 1 { inside = 0 } /^```/ { inside = /^```sh$/; next } inside' README.md docs/*.md |
    sed 's/ *# .*//' | grep -vE '^(git clone|cd|make (test|peers|report|test-peers|test-page|race|detect|asan|tidy|format-check|clean|check-[a-z_]*)$)' | grep -v by-hand)
[ "$(echo "$commands" | wc -l)" -ge 10 ]  # a block that is marked otherwise would be passed over
echo "$commands" | while read -r command; do
    case $command in
    *--accuracy* | *--repetitions*) ;;
    *bin/compare*) command="$command --repetitions 1" ;;
    esac
    echo "+ $command"
    sh -c "$command" </dev/null
done
