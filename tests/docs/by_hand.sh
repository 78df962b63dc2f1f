#!/bin/sh
# Compiles one sample by hand, with the very line of docs/by-hand.md, and runs it:
#     by_hand.sh PROJECT FOLDER CHAPTER VARIANT       the program goes into FOLDER
set -eu
cd "$1"
mkdir -p "$2"
export program="$2/$4"
line=$(grep '^g++ ' docs/by-hand.md | sed "s,article/fused_loop,$3/$4,; s,=fused_loop,=$4,; s,-o .*,-o \"\$program\",")
[ -n "$line" ]
# The chapter libraries/ has variants that need TBB's own library.
grep -qE 'execution|task_arena' "src/variants/$3/$4.cpp" && line="$line -ltbb"
echo "$line"
rm -f "$program"
sh -c "$line"
"$program" --size 1000 --threads 2 >"$program.out"
cat "$program.out"
grep -q '^  verdict' "$program.out"
