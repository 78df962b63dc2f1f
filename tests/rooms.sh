#!/bin/sh
# No file includes a file of a higher room:   rooms.sh PROJECT
# The rooms of src/, from the bottom to the top. Rooms on one line are on the same floor. src/page/ and src/site/ are Python
# that reads what the others write, and the exercises in src/course/ are compiled by the grader.
set -eu
cd "$1/src"
floors='contract
catalog blocks judge at_the_limit
arrays variants
measure
report peers
race_lab distributed
grader
programs'
[ "$(echo "$floors" | tr ' ' '\n' | sort)" = "$(find . -mindepth 1 -maxdepth 1 ! -name page ! -name site ! -name course -printf '%f\n' | sort)" ]
grep -rn --include='*.[ch]pp' --include='*.in' '^#include "' . | awk -v floors="$floors" '
    BEGIN {
        count = split(floors, floor_of, "\n")
        for (i = 1; i <= count; ++i) { split(floor_of[i], rooms, " "); for (j in rooms) height[rooms[j]] = i }
    }
    {
        split($0, part, "/"); room = part[2]
        match($0, /"[a-z_]+\//); included = substr($0, RSTART + 1, RLENGTH - 2)
        ++arrows
        if (height[included] > height[room]) { print room " includes a file of " included ": " $0; climbs = 1 }
        # A variant knows what a variant is, the blocks, and the library to copy, which knows nothing.
        if (room == "variants" && included !~ /^(contract|blocks|at_the_limit)$/) { print $0; climbs = 1 }
        # That library is one file. Its Python module includes it.
        if (room == "at_the_limit" && !(part[3] == "python" && included == room)) { print $0; climbs = 1 }
    }
    END { exit climbs || arrows < 100 }'
