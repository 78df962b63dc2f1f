#!/bin/sh
# Compiles samples by hand, with the very commands of docs/by-hand.md:
#     by_hand.sh PROJECT FOLDER                       what all samples share
#     by_hand.sh PROJECT FOLDER CHAPTER VARIANT       one variant, which then runs; the program goes into FOLDER
set -eu
export folder="$2"
mkdir -p "$folder"
if [ $# = 2 ]; then
    cd "$1"
    line=$(grep '^(cd build/by-hand && g++ ' docs/by-hand.md | sed 's,cd build/by-hand,cd "$folder",; s,\.\./\.\./src,"$project"/src,g')
    export project="$1"
    echo "$line"
    sh -c "$line"
    exit
fi
cd "$1"
line=$(grep '^g++ ' docs/by-hand.md | sed "s,article/fused_loop,$3/$4,; s,=fused_loop,=$4,; s,build/by-hand,\"\$folder\",; s,-o .*,-o \"\$folder\"/$4,")
[ -n "$line" ]
# The chapter libraries/ has variants that need TBB's own library.
grep -qE 'execution|task_arena' "src/variants/$3/$4.cpp" && line="$line -ltbb"
echo "$line"
rm -f "$folder/$4"
sh -c "$line"
"$folder/$4" --size 1000 --threads 2 >"$folder/$4.out"
cat "$folder/$4.out"
grep -q '^  verdict' "$folder/$4.out"
