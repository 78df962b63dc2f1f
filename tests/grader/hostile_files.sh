#!/usr/bin/env bash
# Creates submissions whose names, kinds or bytes are meant to break a grader:
#     hostile_files.sh FOLDER RIGHT-SUBMISSION
# It prints for each: what the grader must say, a tab, the file's path in FOLDER, and a zero byte. "passed" means that the
# submission is right: only its name, or the way in which an editor saved it, is unusual. The other words are verdict
# codes. The script creates FOLDER. class_test.py grades it.
set -eu
folder=$1
right=$2
mkdir -- "$folder"

say() { printf '%s\t%s\0' "$1" "$2"; }
named() {
    cp -- "$right" "$folder/$1"
    say passed "$1"
}

# Names. A report must show each of them in one line, escaped for a terminal, XML, HTML, JSON and CSV.
named $'escape \e[2J\e[32mPASS\e[0m.cpp'           # clears the screen and writes in green
named $'title \e]0;graded\a.cpp'                   # sets the terminal's title
named $'eight bits \x9b2J.cpp'                     # the same control in one byte, which is invalid UTF-8
named $'newline\npassed\tother.cpp.cpp'            # forges a second row
named $'carriage return\rpassed.cpp'               # overwrites the row
named $'backspace\b\b\b\b\b\b\b\b\bpassed.cpp'     # overwrites the word
named $'invalid \xff\xfe\xc0\xaf UTF-8.cpp'        # JSON, XML and Python refuse such a text
named $'surrogate \xed\xa0\x80.cpp'                # half of a pair, which UTF-8 does not allow
named $'right to left \u202ettxt.cpp'              # shows the end of the name backwards
named $'\ufeffmark.cpp'                            # a byte order mark
named $'Größe 数 é.cpp'                            # what an honest student may use
named 'two words.cpp'
named "single 'quotes'.cpp"
named 'double "quotes".cpp'
named 'comma, semicolon; and "quote".cpp'          # CSV
named '<b>&amp;<script>alert(1)<script>]]>.cpp'    # HTML, and the end of a CDATA section
named '--><!-- comment.cpp'                        # XML
named "=cmd()|' calc'!A0.cpp"                      # a spreadsheet computes what begins with =, +, - or @
named '=HYPERLINK("http:example.org").cpp'
named '+1.cpp'
named '@SUM(1).cpp'
named '-o.cpp'                                     # the compiler takes these for options
named '-fplugin=evil.so.cpp'
named '--version.cpp'
named '@options.cpp'                               # the compiler reads options from such a file
named '$(touch executed).cpp'                      # a shell would execute these
named '`touch executed`.cpp'
named '; touch executed;.cpp'
named '*?[a-z].cpp'                                # a shell would expand it
named '%s%n%x.cpp'                                 # a format
named 'back\slash\n.cpp'
named '{"score": 100}.cpp'
named '.hidden.cpp'
named '..cpp'
named "$(printf '%0251d' 0).cpp"                   # 255 bytes, the longest name: a suffix makes it too long
named 'UPPER.CPP'

# Text that an honest student's editor may write.
{ printf '\357\273\277' && cat -- "$right"; } >"$folder/byte order mark.cpp"
say passed 'byte order mark.cpp'
sed 's/$/\r/' -- "$right" >"$folder/windows line ends.cpp"
say passed 'windows line ends.cpp'
tr '\n' '\r' <"$right" >"$folder/old line ends.cpp"  # of Macs before 2001; compilers accept it
say passed 'old line ends.cpp'
printf %s "$(cat -- "$right")" >"$folder/no newline at the end.cpp"
say passed 'no newline at the end.cpp'
{ cat -- "$right" && printf '// Gr\374\337e, in Latin-1\n'; } >"$folder/latin-1 comment.cpp"
say passed 'latin-1 comment.cpp'

# Bytes that hide the text from a checker but not from the compiler.
{ printf '// \0\n#include "/etc/passwd"\n' && cat -- "$right"; } >"$folder/nul hides an include.cpp"
say refused 'nul hides an include.cpp'
{ cat -- "$right" && printf '\n// \\\r\nasm("nop");\n#\fin\\\n\\\nclude "/etc/passwd"\n'; } >"$folder/backslashes.cpp"
say forbidden 'backslashes.cpp'
iconv -f UTF-8 -t UTF-16 -- "$right" >"$folder/utf-16.cpp"
say refused 'utf-16.cpp'
head -c 100000 /dev/urandom >"$folder/random bytes.cpp"
say refused 'random bytes.cpp'
: >"$folder/empty.cpp"
say refused 'empty.cpp'

# Kinds. The grader must open a submission without waiting and without following a link, and read only a plain file.
ln -s -- "$(realpath -- "$right")" "$folder/symlink.cpp"       # to the solution, or to a classmate
say refused symlink.cpp
ln -s /dev/zero "$folder/symlink to a device.cpp"              # never ends
say refused 'symlink to a device.cpp'
ln -s 'loop.cpp' "$folder/loop.cpp"                            # to itself
say refused loop.cpp
ln -s /nowhere "$folder/dangling.cpp"
say refused dangling.cpp
mkfifo -- "$folder/fifo.cpp"                                   # open() waits for a writer
say refused fifo.cpp
mkdir -- "$folder/directory.cpp"                               # no submission, but it may contain some
cp -- "$right" "$folder/directory.cpp/submission.cpp"
say passed directory.cpp/submission.cpp
cp -- "$right" "$folder/unreadable.cpp"
chmod 000 -- "$folder/unreadable.cpp"
# root may read it
if [ -r "$folder/unreadable.cpp" ]; then say passed unreadable.cpp; else say refused unreadable.cpp; fi
{ cat -- "$right" && yes '// a comment without an end' | head -c 50000000; } >"$folder/50 MB.cpp"
say refused '50 MB.cpp'
cp -- "$right" "$folder/sparse.cpp"                            # 100 GB that take no room on the disk
truncate -s 100G -- "$folder/sparse.cpp"
say refused sparse.cpp
{ cat -- "$right" && printf 'int deep = ' && head -c 20000 /dev/zero | tr '\0' '('; } >"$folder/deep.cpp"
say refused deep.cpp                                           # parentheses for a recursive parser

# What else lies in the student's folder. The grader uses its own Makefile, tests and headers.
mkdir -- "$folder/edited" "$folder/shadowed"
printf 'check test grade all:\n\t@echo "PASS: all criteria"\n' >"$folder/edited/Makefile"
printf '#!/bin/sh\necho PASS\n' | tee "$folder/edited/grade" "$folder/edited/g++" >"$folder/edited/clang++"
chmod +x "$folder/edited/grade" "$folder/edited/g++" "$folder/edited/clang++"
printf 'int main() { return 0; }\n' >"$folder/edited/judge_test.cpp"
say forbidden edited/judge_test.cpp                            # it defines main
printf '{"score": 100, "tests": []}\n' >"$folder/edited/results.json"
cat >"$folder/edited/submission.cpp" <<'END'
#include <cstdint>
#include <span>

std::int64_t sum_of_squared_differences(std::span<const std::int64_t> a, std::span<const std::int64_t> b) {
    return static_cast<std::int64_t>(a.size() - b.size());
}
END
say wrong edited/submission.cpp
for header in cstdint span omp.h vector; do
    echo '#error a header of the folder was included' >"$folder/shadowed/$header"
done
cp -- "$right" "$folder/shadowed/submission.cpp"
say passed shadowed/submission.cpp
