#!/usr/bin/env bash
# Writes FOLDER/EXERCISE.zip, which an instructor uploads to Gradescope as an autograder:
#     make_zip.sh FOLDER [EXERCISE]     an exercise's number or name; without it, one zip for each exercise
#
# The zip contains two scripts, which Gradescope calls by their names, the exercise's name, and what setup.sh builds the
# grader from. A program that was built here would need the libraries of this machine.
set -euo pipefail
mkdir -p "$1"
folder=$(realpath "$1")
wanted=${2:-}
cd "$(dirname "$0")/../../.."
names=()
chosen=()
for file in src/course/*/exercise.json; do
    name=$(basename "$(dirname "$file")")
    number=${name%%-*}
    names+=("$name")
    case $wanted in "" | "$name" | "$number" | "${number#0}") chosen+=("$name") ;; esac
done
if [ ${#chosen[@]} = 0 ]; then
    known=$(printf ', %s' "${names[@]}")
    printf "gradescope: EXERCISE: '%s' is not one of %s\n" "$wanted" "${known#, }" >&2
    exit 2
fi

content=$(mktemp -d)
trap 'rm -rf "$content"' EXIT
cp src/grader/gradescope/setup.sh src/grader/gradescope/run_autograder "$content/"
mkdir "$content/project"
tar -c --exclude=__pycache__ .ci CMakeLists.txt src | tar -x -C "$content/project"
for name in "${chosen[@]}"; do
    printf '%s\n' "$name" >"$content/exercise"
    rm -f "$folder/$name.zip"
    # CMake's zip keeps which files are executable, and CMake is needed anyway.
    (cd "$content" && cmake -E tar cf "$folder/$name.zip" --format=zip setup.sh run_autograder exercise project)
    echo "gradescope: $folder/$name.zip"
done
