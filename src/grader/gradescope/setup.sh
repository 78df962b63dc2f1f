#!/usr/bin/env bash
# Builds the grader inside Gradescope's image. Gradescope runs this once, as root, when an instructor uploads the zip.
# First it unpacks the zip to /autograder/source:
# https://gradescope-autograders.readthedocs.io/en/latest/specs/
#
# Two variables are for trying it elsewhere: AUTOGRADER is a folder instead of /autograder, and INSTALL=no checks that
# the packages are installed instead of installing them.
set -euo pipefail
export INSTALL=${INSTALL:-yes}
cd "${AUTOGRADER:-/autograder}/source/project"
# A submission runs as another user, who must not read the solution.
chmod 700 ..
# Some programs that unpack a zip leave out which files are executable.
chmod +x .ci/configure .ci/setup

# clang++ before the rest: in some releases it brings the race detector along, and there is no package of that name.
.ci/setup build clang++
.ci/setup course

# Another machine than this one may grade, so nothing is compiled for this one's processor alone. The tests are not in
# the zip.
options=(-DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF)
if [ "$(uname -m)" = x86_64 ]; then options+=(-DINSTRUCTION_SET=x86-64-v3); fi
.ci/configure build/grader g++ "${options[@]}"
cmake --build build/grader --target grade --parallel "$(nproc)"
