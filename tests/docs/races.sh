#!/bin/sh
# Checks docs/races.md against the programs:   races.sh PROJECT FOLDER      (it writes into FOLDER)
#
# - The file that is named above a fragment of C++ contains each of its lines.
# - race_step prints the quoted text, and race_lab still runs the variants of the quoted tables.
# - race_lab --explain shows the quoted machine code, if the compiler is g++ 12 and the processor has AVX-512.
# - If there is a rustc, it refuses the first Rust program with the quoted error, and the second program is right.
set -eu
cd "$1"
page=docs/races.md
scratch=$2
rm -rf "$scratch"
mkdir -p "$scratch"

# Writes each block to NUMBER.LANGUAGE, and the last line with text before it to NUMBER.before.
awk -v folder="$scratch" '
    /^```/ && !inside { inside = 1; name = sprintf("%s/%02d", folder, ++count); file = name "." substr($0, 4)
                        print last > (name ".before"); printf "" > file; next }
    /^```/ { inside = 0; last = "the block before"; close(file); next }
    inside { print > file; next }
    NF { last = $0 }' "$page"
[ "$(ls "$scratch"/*.before | wc -l)" -ge 15 ]

for block in "$scratch"/*.cpp; do
    source=$(sed -n 's/.*`\(src[^`]*\)`.*/\1/p' "${block%.cpp}.before")
    echo "$block is from $source"
    while read -r line; do grep -qF -- "$line" "$source" || { echo "$source has no line: $line"; exit 1; }; done <"$block"
done

# Each text is the output of the command in the block before it.
for block in "$scratch"/*.text; do
    number=$(basename "$block" .text)
    command=$(cat "$(printf '%s/%02d.sh' "$scratch" $((${number#0} - 1)))" 2>/dev/null || true)
    echo "$block is from ${command:-a compiler}"
    case $command in
    *race_step*) sh -c "$command" </dev/null | diff - "$block" ;;
    *race_lab*)
        sh -c "$command --runs 2" </dev/null >"$scratch/now"
        grep -E '^[a-z_]+ \(' "$block" | while read -r line; do grep -qxF -- "$line" "$scratch/now"; done
        ;;
    '') ;;
    *) echo "no rule for $command" && exit 1 ;;
    esac
done

if command -v objdump >/dev/null && [ "$(uname -m)" = x86_64 ]; then
    build/release/bin/race_lab --explain shared_accumulator >"$scratch/explained"
    build/release/bin/race_lab --explain shared_heap_cell >>"$scratch/explained"
    if g++ --version | grep -q ' 12\.' && grep -q avx512dq /proc/cpuinfo; then  # other compilers and processors give other code
        for block in "$scratch"/*.asm; do
            echo "$block"
            sed 's/  *[0-9a-f]*$//; s/^ *//' "$block" | while read -r line; do
                sed 's/  *[0-9a-f]*$//; s/^ *//' "$scratch/explained" | grep -qxF -- "$line" ||
                    { echo "not in what --explain shows: $line"; exit 1; }
            done
        done
    fi
fi

command -v rustc >/dev/null || exit 0
rustc --version
set -- "$scratch"/*.rust
if rustc --edition 2021 -o "$scratch/refused" "$1" >"$scratch/message" 2>&1; then
    echo "rustc compiles $1"
    exit 1
fi
grep -h '^error\[' "$scratch"/*.text | while read -r error; do grep -F -- "$error" "$scratch/message"; done
rustc --edition 2021 -O -o "$scratch/right" "$2"
[ "$("$scratch/right")" = 359999964 ]
