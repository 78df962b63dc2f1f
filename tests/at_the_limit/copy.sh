#!/bin/sh
# Copies the header and compiles a program with it in one line:   copy.sh SCRATCH-FOLDER COMPILER...
set -eu
scratch=$1
shift
here=$(cd "${0%/*}" && pwd)
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"
cp "$here/../../src/at_the_limit/at_the_limit.hpp" "$here/consumer/main.cpp" .
export OMP_NUM_THREADS=3 OMP_DYNAMIC=false OMP_WAIT_POLICY=passive
"$@" -std=c++20 -O2 -fopenmp -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -I. main.cpp -o with_openmp
[ "$(./with_openmp)" = '900000, 3 threads' ]
# Without OpenMP. The program's own pragma is then unknown.
"$@" -std=c++20 -O2 -Wall -Wextra -Wno-unknown-pragmas -Werror -I. main.cpp -o without_openmp
[ "$(./without_openmp)" = '900000, 1 threads' ]
