#!/bin/sh
# Compiles a sample by hand with the command of docs/by-hand.md, for another variant, and runs it:
#     by_hand.sh PROJECT FOLDER CHAPTER VARIANT
set -eu
cd "$1"
export folder="$2"
mkdir -p "$folder"
line=$(grep '^g++ ' docs/by-hand.md | sed "s,article/fused_loop,$3/$4,; s,=fused_loop,=$4,; s,-o .*,-o \"\$folder\"/$4,")
[ -n "$line" ]
# These variants need TBB's own library.
grep -qE 'execution|task_arena' "src/variants/$3/$4.cpp" && line="$line -ltbb"
echo "$line"
rm -f "$folder/$4"
sh -c "$line"
# A variant that is wrong on purpose ends with status 0 as well.
"$folder/$4" 1000 >"$folder/$4.out"
cat "$folder/$4.out"
[ "$(grep -cE '^(int64|int32|float64|float32) .* ms  (right|within rounding|wrong in)' "$folder/$4.out")" = 4 ]
