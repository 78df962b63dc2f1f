#!/bin/sh
# Compiles one sample by hand, with the very line of docs/by-hand.md, and runs it:
#     by_hand.sh PROJECT FOLDER CHAPTER VARIANT       the program goes into FOLDER
set -eu
cd "$1"
mkdir -p "$2"
line=$(grep '^g++ ' docs/by-hand.md | sed "s,article/fused_loop,$3/$4,; s,=fused_loop,=$4,; s,-o .*,-o '$2/$4',")
[ -n "$line" ]
# The chapter libraries/ has variants that need TBB's own library.
grep -qE 'execution|task_arena' "src/variants/$3/$4.cpp" && line="$line -ltbb"
echo "$line"
rm -f "$2/$4"
sh -c "$line"
"$2/$4" --size 1000 --threads 2 >"$2/$4.out"
cat "$2/$4.out"
grep -q '^  verdict' "$2/$4.out"
