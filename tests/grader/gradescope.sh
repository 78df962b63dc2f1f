#!/usr/bin/env bash
# Does with a zip of `make gradescope` what Gradescope does, in a scratch folder:   gradescope.sh
# The zip's setup.sh builds the grader, but installs nothing. That takes almost 3 minutes of processor time, so
# GRADER=FOLDER takes an existing build folder instead, such as build/release.
set -euo pipefail
checkout=$(realpath "$(dirname "$0")/../..")
python=$(command -v /usr/bin/python3 || echo python3)
grader=${GRADER:+$(realpath "$GRADER")}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset MAKEFLAGS MAKELEVEL EXERCISE  # of the make that runs this test
export AUTOGRADER="$scratch/an autograder" TMPDIR="$scratch/tmp"
results=$AUTOGRADER/results/results.json
chmod 711 "$scratch"  # as root, the sandbox is another user
mkdir -m 711 "$TMPDIR"
mkdir -p "$scratch/reports" "$AUTOGRADER/submission" "$AUTOGRADER/results"

fail() {
    echo "gradescope.sh: $1" >&2
    exit 1
}
if [ "$(id -u)" != 0 ] && ! bwrap --unshare-all --ro-bind / / true 2>/dev/null; then
    echo 'gradescope.sh: left out, because neither bubblewrap nor root is here, and the zip requires one of them'
    exit
fi

# Gradescope unpacks the zip. This Python forgets which files are executable, and so may Gradescope.
"$checkout/src/grader/gradescope/make_zip.sh" "$scratch" 4 >"$scratch/log"
"$python" -m zipfile -e "$scratch/04-repair-the-total.zip" "$AUTOGRADER/source"
cp "$AUTOGRADER/source/run_autograder" "$AUTOGRADER/"
chmod +x "$AUTOGRADER/run_autograder"
if [ -n "$grader" ]; then
    mkdir "$AUTOGRADER/source/project/build"
    ln -s "$grader" "$AUTOGRADER/source/project/build/grader"
else
    (cd / && INSTALL=no bash "$AUTOGRADER/source/setup.sh") >"$scratch/log" 2>&1 ||
        { cat "$scratch/log"; fail 'setup.sh fails'; }
    [ "$(stat -c %a "$AUTOGRADER/source")" = 700 ] || fail 'a submission could read the solution'
fi

# submit NAME: grades what is in the folder "submission", keeps the result under this name, and empties the folder.
submit() {
    local name=$1
    rm -f "$results"
    (cd "$AUTOGRADER" && ./run_autograder) >"$scratch/log" 2>&1 || fail "$name: the status of run_autograder is $?"
    [ -e "$results" ] || { cat "$scratch/log"; fail "$name: there is no results.json"; }
    mv "$results" "$scratch/reports/gradescope $name.json"
    rm -rf "$AUTOGRADER/submission"
    mkdir "$AUTOGRADER/submission"
}
# expect NAME TEXT: the result of that name contains the text.
expect() {
    grep -qF -- "$2" "$scratch/reports/gradescope $1.json" ||
        { cat "$scratch/log" "$scratch/reports/gradescope $1.json"; fail "$1: no '$2' in results.json"; }
}
solution=$checkout/src/course/04-repair-the-total/solution.cpp
starter=$checkout/src/course/04-repair-the-total/starter.cpp
student=$AUTOGRADER/submission

# A right file in a folder, zipped on a Mac.
mkdir -p "$student/homework" "$student/__MACOSX/homework"
cp "$solution" "$student/homework/sum.cpp"
echo 'not C++' | tee "$student/homework/._sum.cpp" >"$student/__MACOSX/homework/sum.cpp"
submit right
expect right 'Total: 10 of 10 points. Verdict: passed'
! grep -q 'sandbox level A' "$scratch/reports/gradescope right.json" || fail 'a submission is graded without a sandbox'

cp "$starter" "$student/sum.cpp"
submit wrong
expect wrong 'Total: 0 of 10 points. Verdict: '

mkdir "$student/folder.cpp"
submit none
expect none 'There is no file whose name ends with .cpp'

cp "$solution" "$student/one.cpp"
cp "$starter" "$student/two.cpp"
submit two
expect two 'There are 2 files whose names end with .cpp'

# A name that a shell would execute, with bytes that are not UTF-8, a control sequence, a quotation mark and a new row.
cp "$solution" "$student/"$'-o $(touch executed); \xff\e[2J"\n<b>.cpp'
submit hostile
expect hostile 'Total: 10 of 10 points. Verdict: passed'
[ -z "$(find "$scratch" -name executed)" ] || fail 'the name of a file was executed'

# The file of another student.
ln -s "$solution" "$student/sum.cpp"
submit link
expect link 'symbolic link'

# An exercise whose answer is a text. The zip contains all exercises.
echo 03-lose-an-update >"$AUTOGRADER/source/exercise"
cp "$checkout/src/course/03-lose-an-update/solution.txt" "$student/answer.txt"
cp "$solution" "$student/sum.cpp"
submit text
expect text 'Total: 10 of 10 points. Verdict: passed'
submit 'no text'
expect 'no text' 'There is no file whose name ends with .txt. Submit the file with your answer, such as answer.txt.'

# An accident in the grader itself: it has no such exercise.
echo 99-nothing >"$AUTOGRADER/source/exercise"
cp "$solution" "$student/sum.cpp"
submit accident
expect accident 'The grader did not finish'
grep -q "'99-nothing' is not one of" "$scratch/log" || fail 'the instructor does not see why the grader failed'

"$python" -B "$checkout/tests/grader/formats_test.py" --gradescope "$scratch/reports"/*.json >"$scratch/log" ||
    { cat "$scratch/log"; fail 'a results.json is not as Gradescope requires'; }
grep 'not checked' "$scratch/log" || true

# make_zip.sh
status=0
"$checkout/src/grader/gradescope/make_zip.sh" "$scratch/zips" 99 >"$scratch/log" 2>&1 || status=$?
[ "$status" = 2 ] || fail "the status of make_zip.sh with a wrong exercise is $status"
grep -q "^gradescope: EXERCISE: '99' is not one of 01-judge-first, " "$scratch/log"
"$checkout/src/grader/gradescope/make_zip.sh" "$scratch/zips" >"$scratch/log"
for exercise in "$checkout"/src/course/*/; do
    [ -e "$scratch/zips/$(basename "$exercise").zip" ] || fail "there is no zip for $exercise"
done
[ -z "$(ls -A "$TMPDIR")" ] || fail "left behind: $(ls -A "$TMPDIR")"
echo 'gradescope.sh: the zip works'
