#!/bin/sh
# .ci/setup installs only if it is asked to, and otherwise says what is missing and how to get it:
#     setup_test.sh PROJECT SCRATCH-FOLDER
# A stand-in for apt-get records that it was called. The compiler named below is installed nowhere. The same holds for
# make's targets.
set -eu
project=$1
scratch=$2
rm -rf "$scratch"
mkdir -p "$scratch"
cat >"$scratch/apt-get" <<'END'
#!/bin/sh
echo "apt-get $*" >>"${0%/*}/called"
END
printf '#!/bin/sh\nif [ "$1" = env ]; then shift 2; fi\nexec "$@"\n' >"$scratch/sudo"
printf '#!/bin/sh\n' >"$scratch/dpkg"
chmod +x "$scratch/apt-get" "$scratch/sudo" "$scratch/dpkg"
export PATH="$scratch:$PATH"
unset MAKEFLAGS MAKELEVEL INSTALL  # of the make that runs this test

if INSTALL='' "$project/.ci/setup" build clang++-99 >"$scratch/out" 2>&1; then exit 1; fi
cat "$scratch/out"
grep -q "^setup: not installed:.* clang-99.*; make setup CXX='clang++-99' installs it$" "$scratch/out"
[ ! -e "$scratch/called" ]

# A compiler without the library of its race detector.
printf '#!/bin/sh\nexit 1\n' >"$scratch/clang++-98"
chmod +x "$scratch/clang++-98"
if INSTALL='' "$project/.ci/setup" detect clang++-98 >"$scratch/out" 2>&1; then exit 1; fi
cat "$scratch/out"
grep -q "^setup: not installed:.* libclang-rt-98-dev.*; make setup FOR=detect installs it$" "$scratch/out"
[ ! -e "$scratch/called" ]

mkdir "$scratch/copy"
cp -R "$project/.ci" "$project/Makefile" "$scratch/copy"
cd "$scratch/copy"
for target in build run-fused_loop asan tidy; do
    if make CXX=clang++-99 $target >"$scratch/out" 2>&1; then exit 1; fi
    grep -q '^setup: not installed:' "$scratch/out" || { cat "$scratch/out"; exit 1; }
    [ ! -e "$scratch/called" ]
done
for target in setup run test; do
    make CXX=clang++-99 $target >"$scratch/out" 2>&1 && exit 1  # the stand-in installs nothing, so the build fails
    cat "$scratch/out"
    [ -e "$scratch/called" ]
    rm "$scratch/called"
done

INSTALL=yes "$project/.ci/setup" build clang++-99
cat "$scratch/called"
grep -q 'install .* clang-99' "$scratch/called"
