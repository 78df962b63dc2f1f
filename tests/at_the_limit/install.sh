#!/bin/sh
# Installs the library, and builds and runs a project that uses it, with CMake and with pkg-config:
#     install.sh BUILD-FOLDER SCRATCH-FOLDER COMPILER...
set -eu
build=$1
scratch=$2
shift 2
consumer=$(cd "${0%/*}/consumer" && pwd)
unset DESTDIR
export OMP_NUM_THREADS=3 OMP_DYNAMIC=false OMP_WAIT_POLICY=passive
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"
prefix="$PWD/a folder"

# The library alone is installed.
cmake --install "$build" --prefix "$prefix" >install.log || { cat install.log; exit 1; }
cat >expected <<'END'
./include/at_the_limit.hpp
./share/cmake/at_the_limit/at_the_limitConfig.cmake
./share/cmake/at_the_limit/at_the_limitConfigVersion.cmake
./share/cmake/at_the_limit/at_the_limitTarget.cmake
./share/pkgconfig/at_the_limit.pc
END
(cd "$prefix" && find . -type f | LC_ALL=C sort) | diff expected -

# answers EXPECTED PROGRAM: runs the program.
answers() {
    answer=$("$2")
    echo "$2: $answer"
    [ "$answer" = "$1" ]
}

# consume FOLDER [CMAKE-OPTION...]: configures and builds the project.
consume() {
    folder=$1
    shift
    CXX="$compiler" cmake -S "$consumer" -B "$folder" -DCMAKE_PREFIX_PATH="$prefix" "$@" >"$folder.log" 2>&1 ||
        { cat "$folder.log"; exit 1; }
    cmake --build "$folder" >>"$folder.log" 2>&1 || { cat "$folder.log"; exit 1; }
}
compiler="$*"
consume with_openmp
answers '900000, 3 threads' with_openmp/consumer
consume without_openmp -DCMAKE_DISABLE_FIND_PACKAGE_OpenMP=ON
answers '900000, 1 threads' without_openmp/consumer
grep -q 'at_the_limit uses one thread, because CMake finds no OpenMP' without_openmp.log

# Another major version is refused.
echo 'find_package(at_the_limit 2 REQUIRED)' >newer.cmake
if cmake -DCMAKE_PREFIX_PATH="$prefix" -P newer.cmake >newer.log 2>&1; then exit 1; fi
grep -q 'at_the_limitConfig.cmake, version: 1\.' newer.log

if command -v pkg-config >/dev/null; then
    # pkg-config escapes the space for a shell, as in a Makefile.
    export PKG_CONFIG_PATH="$prefix/share/pkgconfig"
    eval '"$@"' -std=c++20 -O2 "$(pkg-config --cflags at_the_limit)" -c '"$consumer/main.cpp"' -o main.o
    eval '"$@"' main.o "$(pkg-config --libs at_the_limit)" -o by_pkg_config
    answers '900000, 3 threads' ./by_pkg_config
else
    echo "not tested: pkg-config is not installed"
fi
