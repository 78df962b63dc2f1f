#!/bin/sh
# Adds a variant to a copy of the project, as docs/CONTRIBUTING.md says: a file, one word in CMake's list, a section.
# Checks that the variant then has a sample and a row, and that both report a wrong answer:
#     new_variant.sh PROJECT SCRATCH-FOLDER COMPILER
# The copy has only three variants, and is not optimised, because compiling all of them would take minutes.
set -eu
project=$1
copy=$2
shift 2
rm -rf "$copy"
mkdir -p "$copy"
cp -R "$project/src" "$project/docs" "$project/CMakeLists.txt" "$copy"
cd "$copy"

# The file, the word and the section.
sed 's/omp_reduction/brand_new/g; s/    .article_name.*//; s/\.shows = ".*",/.shows = "It is brand new.",/' \
    src/variants/article/omp_reduction.cpp >src/variants/clauses/brand_new.cpp
sed -i 's/^set(clauses_variants$/set(clauses_variants brand_new)\nset(others/' CMakeLists.txt
printf '\n## brand_new\n' >>docs/variants/clauses.md

# Empties the other chapters' lists. Of the article's variants, only those that other files name stay.
awk '/^set\(laboratory_variants$/ { print "set(laboratory_variants shared_accumulator)"; skip = 1; next }
     /^set\((synchronised|partials|schedules|tasks|threads|libraries|limit|accurate|races|lost)_variants$/ { print $0 ")"; skip = 1; next }
     skip { if (/\)/) skip = 0; next } { print }' CMakeLists.txt >lists && mv lists CMakeLists.txt
sed -i '/^    eigen_temporaries/d; /^    fused_loop_chunked/d; /^    return_zero)/d; s/^    shared_accumulator$/    shared_accumulator)/' CMakeLists.txt

export CXX="$1"
cmake -S . -B build -DCMAKE_BUILD_TYPE=Debug -DBUILD_TESTING=OFF >configure.log || { cat configure.log; exit 1; }
cmake --build build --parallel "$(nproc)" --target compare sample_brand_new >build.log || { tail -n 30 build.log; exit 1; }

build/samples/brand_new --size 1000 >out
cat out
grep -q '^brand_new: It is brand new\.$' out
grep -q '^  verdict *right$' out
build/bin/compare --chapter clauses --size 1000 --repetitions 1 >out
cat out
grep -q '^brand_new .* right$' out

# With 1 added to its answer the variant is wrong, and both programs say so.
sed -i 's/return static_cast<Sum<T>>(total);/return static_cast<Sum<T>>(total) + 1;/' src/variants/clauses/brand_new.cpp
cmake --build build --parallel "$(nproc)" --target compare sample_brand_new >build.log
if build/samples/brand_new --size 1000 >out; then exit 1; fi
grep -q '^  verdict *wrong' out
if build/bin/compare --chapter clauses --size 1000 --repetitions 1 >out; then exit 1; fi
grep -q '^brand_new .* wrong in ' out
