#!/usr/bin/env bash
# The student's desk, as a student uses it:   desk.sh BUILD
# BUILD contains bin/course. Nothing here depends on time: the watch is over when it has printed what is awaited.
set -euo pipefail
program=$(realpath "$1/bin/course")
checkout=$(realpath "$(dirname "$0")/../..")
count=$(find "$checkout/src/course" -name exercise.json | wc -l)
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

count=$(find "$checkout/src/course" -name exercise.json | wc -l)
# start
expect "$count of them new" "$program" start --desk "$desk" && succeeds
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
expect 'All criteria passed. `make next` goes to 02a-lines-of-the-loop' in_desk check && succeeds
expect "1 of $count passed" in_desk list && succeeds

# hints
for number in 1 2 3; do expect "Hint $number of 3 for $first:" in_desk hint && succeeds; done
expect "Hint 3 of 3 for $first, the last one, again:" in_desk hint && succeeds

# another exercise, and a wrong one
expect '04-repair-the-total: sum.cpp' in_desk check EXERCISE=4 && succeeds
expect "EXERCISE: 'a'b' is not one of 01-judge-first, " in_desk check "EXERCISE=a'b"
[ "$status" != 0 ] || fail 'a wrong EXERCISE succeeds'
expect "COMMAND: 'fly' is not one of start, watch, predict, check, hint, next, list, reset" "$program" fly --desk "$desk"
[ "$status" = 2 ] || fail "the status of a wrong command is $status"
[ "$(wc -l <"$scratch/out")" = 1 ] || fail 'a message has several lines'
expect "make course DIR=" "$program" list --desk "$scratch"
[ "$status" = 2 ] || fail "the status without a desk is $status"

# next
expect 'The current exercise is 02a-lines-of-the-loop. Read 02a-lines-of-the-loop/exercise.md and edit 02a-lines-of-the-loop/answer.txt.' in_desk next && succeeds
in_desk list | grep '^02a-lines-of-the-loop .* 0 of 10 .* not passed, current$' >/dev/null
expect '02a-lines-of-the-loop has not passed yet. `make next EXERCISE=02a`' in_desk next EXERCISE=16
expect '16-the-article-again is the last exercise' in_desk next && succeeds
expect 'The current exercise is 01-judge-first' in_desk next EXERCISE=01

# an exercise whose answer is a text
text=03-lose-an-update
cmp "$desk/$text/answer.txt" "$checkout/src/course/$text/starter.txt"
grep -qF 'Your file is `answer.txt`.' "$desk/$text/exercise.md"
expect "So no update is lost. Lose thread 0's update." in_desk check EXERCISE=3 && succeeds
expect '`make hint EXERCISE=03` shows a hint' in_desk check EXERCISE=3
echo 'lose it' >"$desk/$text/answer.txt"
expect 'failed: refused' in_desk check EXERCISE=3 && succeeds
expect "Your file is now $text/answer.1.txt" in_desk reset EXERCISE=3 && succeeds
cp "$checkout/src/course/$text/solution.txt" "$desk/$text/answer.txt"
expect 'All criteria passed. `make next EXERCISE=04a` goes to 04a-lines-of-the-repair' in_desk check EXERCISE=3 && succeeds
in_desk list | grep "^$text .* 10 of 10 .* passed$" >/dev/null
expect 'Hint 1 of 3 for 02a-lines-of-the-loop' in_desk hint EXERCISE=2a && succeeds
expect "Your file is now $text/answer.2.txt" in_desk reset EXERCISE=3 && succeeds

# a prediction, in a course of one exercise whose commands are quick
lesson=$scratch/checkout/src/course/01-quick
mkdir -p "$lesson" "$scratch/checkout/src/course/02-other"
cp "$checkout/src/course/$first/"{exercise.json,exercise.md,starter.cpp,solution.cpp} "$lesson"
cp "$lesson"/* "$scratch/checkout/src/course/02-other"
write_prediction() {  # write_prediction COMMANDS
    printf '%s\n' 'Which *folder*?' '' '- [ ] mine' '- [x] the checkout,' '  where it runs' --- "$1" --- 'Now you know.' \
        >"$lesson/prediction.md"
}
write_prediction 'echo "in $PWD, make ${MAKELEVEL-unset}"'
quick="$scratch/quick desk"
in_quick() { make --no-print-directory -C "$quick" "$@"; }
answers() {  # answers TEXT COMMAND...: the command reads the text
    local text=$1
    shift
    printf "$text" | "$@"
}
expect 'is not a folder' "$program" start --desk "$quick" --course "$scratch/nowhere"
expect '2 of them new' "$program" start --desk "$quick" --course "$scratch/checkout/src/course/" && succeeds
in_quick list | grep '^01-quick .* no .* not passed, current$' >/dev/null
question='This exercise has a question for you first: `make predict`.'
expect "$question" in_quick next EXERCISE=01 && succeeds
in_quick next EXERCISE=02 >"$scratch/out"
! grep -qF 'make predict' "$scratch/out" || fail '02-other has no question'
expect 'first: `make predict EXERCISE=01`.' in_quick check EXERCISE=01 && succeeds
in_quick next EXERCISE=01 >"$scratch/out"
expect "$question" in_quick check && succeeds
expect 'there is nothing to predict in 02-other' in_quick predict EXERCISE=02
for input in '' '2' '2\n' '2\n \n\n' 'x\n\n'; do
    expect 'course: the input has ended, so nothing was recorded' answers "$input" in_quick predict
    [ "$status" != 0 ] || fail 'a prediction without an answer succeeds'
    ! grep -qE '^(In|\$) ' "$scratch/out" || fail 'the command runs before a prediction is recorded'
    ! grep -q prediction "$quick/progress.json" || fail 'half a prediction is recorded'
done
expect 'more than 1000 bytes' answers '2\n%02000d\n' in_quick predict
[ "$status" != 0 ] || fail 'a reason of 2,000 bytes is taken'
expect "'4' is not a number from 1 to 2." answers '4\n0\n1x\n\n 1 \n\n\nmy \033[31m reason' in_quick predict && succeeds
[ "$(grep -c 'is not a number from 1 to 2\.$' "$scratch/out")" = 4 ] || fail 'a wrong number is not refused'
[ "$(grep -c 'A prediction needs a reason\.$' "$scratch/out")" = 2 ] || fail 'an empty reason is not refused'
tail -n 12 "$scratch/out" | diff - <(printf '%s\n' 'Your reason, in one line: my \x1b[31m reason' 'Your prediction is recorded.' '' \
    "In $scratch/checkout:" '$ echo "in $PWD, make ${MAKELEVEL-unset}"' "in $scratch/checkout, make unset" '' \
    'You predicted:  mine' 'Your reason:    my \x1b[31m reason' 'Expected:       the checkout, where it runs' '' 'Now you know.')
expect '  2  the checkout, where it runs' in_quick predict && succeeds
in_quick list | grep '^01-quick .* yes .* not passed, current$' >/dev/null
in_quick check >"$scratch/out"
! grep -qF 'make predict' "$scratch/out" || fail 'a recorded prediction is asked for'
# The first prediction stays, and the command runs again.
in_quick reset >/dev/null
answers '2\nI know\n' in_quick predict >"$scratch/again"
grep -qF 'You predicted:  mine' "$scratch/again" && grep -qF "in $scratch/checkout" "$scratch/again" &&
    ! grep -q 'Your prediction, 1 to 2' "$scratch/again" || fail 'the second make predict'
# Commands that fail: what they mean is said all the same.
write_prediction 'echo one; exit 3
echo two'
expect 'This command failed with status 3.' "$program" predict --desk "$quick" --course "$scratch/checkout/src/course"
[ "$status" = 1 ] || fail "the status of a command that fails is $status"
grep -q '^Now you know' "$scratch/out" && ! grep -q '^two' "$scratch/out" || fail 'a command that fails'
write_prediction 'kill -KILL $$'
expect 'This command failed with signal 9.' in_quick predict
[ "$status" != 0 ] || fail 'a command that was killed succeeds'
# Ctrl-C while the command runs
write_prediction 'echo $$ >pid; exec sleep 1000'
(cd "$quick" && exec "$program" predict --course ../checkout/src/course) >"$scratch/predict" 2>&1 &
watch=$!
for ((i = 0; i < 3000; ++i)); do
    [ ! -s "$scratch/checkout/pid" ] || break
    sleep 0.1
done
kill -INT "$watch"
status=0
wait "$watch" || status=$?
watch=
[ "$status" = 130 ] || fail "the status of an interrupted prediction is $status"
grep -qF 'stays recorded. `make predict` runs the command again.' "$scratch/predict" || fail 'Ctrl-C is not explained'
! grep -q '^Now you know' "$scratch/predict" || fail 'the answer is given away'
! kill -0 "$(cat "$scratch/checkout/pid")" 2>/dev/null || fail 'the command survives Ctrl-C'
rm "$lesson/prediction.md"
mkdir "$lesson/prediction.md"
expect 'prediction.md'"'"' cannot be read' in_quick predict
rmdir "$lesson/prediction.md"
echo 'What?' >"$lesson/prediction.md"
expect "$lesson/prediction.md: it has 1 part;" in_quick predict
# The course's own predictions begin as they should.
for exercise in 01 03 04 06 12 13 14 15; do
    expect 'nothing was recorded' answers '1\n' in_desk predict EXERCISE=$exercise
done
expect 'make predict:' in_desk help && succeeds

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
expect "0 of $count passed" in_desk list && succeeds
rm -f "$desk/progress.json"
expect "0 of $count passed" in_desk list && succeeds

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
awaits 1 "$question"
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
awaits 1 'Watching 02a-lines-of-the-loop/answer.txt'
cp "$checkout/src/course/02a-lines-of-the-loop/solution.txt" "$desk/02a-lines-of-the-loop/answer.txt"
awaits 2 'All criteria passed'
kill -INT "$watch"
status=0
wait "$watch" || status=$?
watch=
[ "$status" = 0 ] || fail "the status of an interrupted watch is $status"
[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
[ -z "$(find "$desk" -name '*.json.*' -o -name '*.cpp.*' -o -name '*.txt.*')" ] || fail 'a temporary file is left in the desk'
echo 'desk.sh: the desk works'
