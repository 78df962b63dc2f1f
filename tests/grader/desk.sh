#!/usr/bin/env bash
# The student's desk, as a student uses it:   desk.sh BUILD
# BUILD contains bin/course. Nothing here depends on time: the watch is over when it has printed what is awaited.
set -euo pipefail
program=$(realpath "$1/bin/course")
checkout=$(realpath "$(dirname "$0")/../..")
scratch=$(mktemp -d)
watch=
trap '[ -z "$watch" ] || kill "$watch" 2>/dev/null || true; rm -rf "$scratch"' EXIT
unset MAKEFLAGS MAKELEVEL EXERCISE SEED  # of the make that runs this test
export TMPDIR=$scratch/tmp               # where the grader has its folders
desk="$scratch/a student's \$desk"
chmod 711 "$scratch"  # as root, the sandbox is another user
mkdir -m 711 "$TMPDIR"

fail() {
    echo "desk.sh: $1" >&2
    exit 1
}
# expect TEXT COMMAND...: the command's output contains the text. Its status is in $status.
expect() {
    local text=$1
    shift
    status=0
    "$@" >"$scratch/out" 2>&1 || status=$?
    grep -qF -- "$text" "$scratch/out" || { cat "$scratch/out"; fail "no '$text' in the output of: $*"; }
}
succeeds() { [ "$status" = 0 ] || { cat "$scratch/out"; fail "status $status"; }; }
in_desk() { make --no-print-directory -C "$desk" "$@"; }
solution() { cp "$checkout/src/course/$1/solution.cpp" "$desk/$1/sum.cpp"; }

# start
expect '6 of them new' "$program" start --desk "$desk" && succeeds
first=01-judge-first
[ -e "$desk/$first/exercise.md" ]
cmp "$desk/$first/sum.cpp" "$checkout/src/course/$first/starter.cpp"

# check: the starter fails, the solution passes
expect 'failed: wrong' in_desk check && succeeds
expect 'src/variants/article/fused_loop.cpp' in_desk check
expect 'make hint' in_desk check SEED=42
expect 'seed 42' in_desk check SEED=42
expect 'failed: wrong' "$program" check --desk "$desk"
[ "$status" = 1 ] || fail "the status of a failed check is $status"
solution $first
expect 'All criteria passed. `make next` goes to 02-region-and-loop' in_desk check && succeeds
expect '1 of 6 passed' in_desk list && succeeds

# hints
for number in 1 2 3 3; do expect "Hint $number of 3 for $first" in_desk hint && succeeds; done

# another exercise, and a wrong one
expect '04-repair-the-total: sum.cpp' in_desk check EXERCISE=4 && succeeds
expect "EXERCISE: 'a'b' is not one of 01-judge-first, " in_desk check "EXERCISE=a'b"
[ "$status" != 0 ] || fail 'a wrong EXERCISE succeeds'
expect "COMMAND: 'fly' is not one of start, watch, check, hint, next, list, reset" "$program" fly --desk "$desk"
[ "$status" = 2 ] || fail "the status of a wrong command is $status"
[ "$(wc -l <"$scratch/out")" = 1 ] || fail 'a message has several lines'
expect "make course DIR=" "$program" list --desk "$scratch"
[ "$status" = 2 ] || fail "the status without a desk is $status"

# next
expect 'The current exercise is 02-region-and-loop' in_desk next && succeeds
in_desk list | grep '^02-region-and-loop .* 0 of 10 .* not passed, current$' >/dev/null
expect '02-region-and-loop has not passed yet' in_desk next EXERCISE=13
expect '13-the-same-bits is the last exercise' in_desk next && succeeds
expect 'The current exercise is 01-judge-first' in_desk next EXERCISE=01

# reset
echo '// mine' >"$desk/$first/sum.cpp"
expect "Your file is now $first/sum.1.cpp" in_desk reset && succeeds
[ "$(cat "$desk/$first/sum.1.cpp")" = '// mine' ]
cmp "$desk/$first/sum.cpp" "$checkout/src/course/$first/starter.cpp"

# a second start keeps the student's file
echo '// mine again' >"$desk/$first/sum.cpp"
rm -r "$desk/02-region-and-loop" "$desk/$first/exercise.md"
expect '1 of them new' "$program" start --desk "$desk" && succeeds
[ "$(cat "$desk/$first/sum.cpp")" = '// mine again' ]
[ -e "$desk/$first/exercise.md" ] && [ -e "$desk/02-region-and-loop/sum.cpp" ]
mkdir "$scratch/other"
echo 'all:' >"$scratch/other/Makefile"
expect 'Makefile of another project' "$program" start --desk "$scratch/other"
[ "$status" = 2 ] && [ "$(cat "$scratch/other/Makefile")" = 'all:' ]

# a damaged state, and a missing one
echo '{"current": "0' >"$desk/progress.json"
expect 'the old file is now progress.1.json' in_desk list && succeeds
expect '0 of 6 passed' in_desk list && succeeds
rm -f "$desk/progress.json"
expect '0 of 6 passed' in_desk list && succeeds

# A checkout that is gone, from the student's point of view.
sed 's|^program := .*|program := /nowhere/course|' "$desk/Makefile" >"$scratch/Makefile"
expect "course: /nowhere/course is missing; \`make course\` in $checkout builds it" make -C "$desk" -f "$scratch/Makefile" list

# watch
awaits() {  # awaits COUNT TEXT: the watch has printed the text so many times
    for ((i = 0; i < 3000; ++i)); do
        [ "$(grep -cF -- "$2" "$scratch/watch" || true)" -ge "$1" ] && return
        kill -0 "$watch" 2>/dev/null || break
        sleep 0.1
    done
    cat "$scratch/watch"
    fail "the watch does not print '$2'"
}
cp "$checkout/src/course/$first/starter.cpp" "$desk/$first/sum.cpp"
: >"$scratch/watch"  # so that it can be read at once
(cd "$desk" && exec "$program" watch) >"$scratch/watch" 2>&1 &
watch=$!
awaits 1 "Watching $first/sum.cpp"
! grep -q 'Total:' "$scratch/watch" || fail 'the starter is checked before it is saved'
solution $first
awaits 1 'All criteria passed'
# An editor that saves by renaming, and for a moment there is no file.
rm "$desk/$first/sum.cpp"
cp "$checkout/src/course/$first/starter.cpp" "$desk/$first/sum.cpp~"
mv "$desk/$first/sum.cpp~" "$desk/$first/sum.cpp"
awaits 1 'failed: wrong'
# It never advances by itself, but it follows the student.
in_desk list | grep '^01-judge-first .* 10 of 10 .* passed, current$' >/dev/null
in_desk next >"$scratch/out"
awaits 1 'Watching 02-region-and-loop/sum.cpp'
kill -INT "$watch"
status=0
wait "$watch" || status=$?
watch=
[ "$status" = 0 ] || fail "the status of an interrupted watch is $status"
[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
[ -z "$(find "$desk" -name '*.json.*' -o -name '*.cpp.*')" ] || fail 'a temporary file is left in the desk'
echo 'desk.sh: the desk works'
