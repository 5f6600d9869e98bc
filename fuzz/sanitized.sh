#!/bin/bash
# sanitized.sh FOLDER PLAIN CHECKED: the programs of tests/c and the examples, built with AddressSanitizer
# and UndefinedBehaviorSanitizer, with the library in the folder CHECKED, whose Rust has them too. A byte
# too many that Rust reads is seen with it, and not with the library in the folder PLAIN.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 plain=$2 checked=$3
sane='-fsanitize=address,undefined -fno-sanitize-recover=undefined'
compiler=${CLANG:-clang}
report='AddressSanitizer|LeakSanitizer|runtime error:'
# Programs wait for a signal of their own.
export ASAN_OPTIONS=handle_segv=0:handle_sigbus=0

failed() {
    echo "sanitized: FAILED, $1"
    exit 1
}

# Some are about the shipped code itself: its stack, its registers, the path it takes. A sanitizer has
# others, makes system calls of its own, and lets no getrandom lie.
others='promise/(signals|residue|registers|trace|ct|ct_lengths|lockdown|interposed)$'
programs=$(make --silent -C "$here/../tests/c" list | grep -Ev "$others")
# shellcheck disable=SC2086 # words
make --silent --keep-going --jobs="$(nproc)" -C "$here/../tests/c" CC="$compiler" \
    CFLAGS="-O1 -g $sane" LIBRARY="$checked" BUILD="$folder/tests" $programs > "$folder/tests.txt" 2>&1 || {
    grep -E -A 12 "$report|Error [0-9]|[1-9][0-9]* failed|: error:" "$folder/tests.txt" | head -n 60
    failed "the programs of tests/c: all that they said is in $folder/tests.txt"
}
checks=$(awk '/ checks, 0 failed$/ { sum += $2 } END { print sum }' "$folder/tests.txt")
echo "sanitized: $(wc -l <<< "$programs") programs of tests/c, $checks checks, 0 reports"

make --silent --jobs="$(nproc)" -C "$here/../c-examples" CC="$compiler" CFLAGS="-O1 -g $sane" \
    CSECRETS_CFLAGS=-I../include CSECRETS_LIBS="$checked/libcsecrets.a" LDLIBS='-lm -ldl' \
    BUILD="$folder/examples" > "$folder/examples.txt" 2>&1 || { cat "$folder/examples.txt"; failed examples; }
# One forbids itself every system call that the library does not make, and a sanitizer makes some.
rm -f "$folder/examples/sandbox"
examples=0
for program in "$folder"/examples/*; do
    ended=0
    timeout 300 "$program" < /dev/null > "$folder/example.txt" 2>&1 || ended=$?
    if [ "$ended" -gt 99 ] || grep -Eq "$report" "$folder/example.txt"; then
        head -n 40 "$folder/example.txt"
        failed "the example ${program##*/}, status $ended"
    fi
    examples=$((examples + 1))
done
echo "sanitized: $examples examples, 0 reports"

with() {
    # shellcheck disable=SC2086 # words
    "$compiler" -O1 -g $sane -I"$here/../include" "$here/control.c" "$1/libcsecrets.a" -ldl -lm \
        -o "$folder/control"
}
with "$plain"
"$folder/control" > "$folder/control.txt" 2>&1 || failed "a plain library sees what it should not"
with "$checked"
"$folder/control" > "$folder/control.txt" 2>&1 && failed "a byte too many went unseen"
grep -q heap-buffer-overflow "$folder/control.txt" || failed "a byte too many went unseen"
echo "sanitized: a byte too many that Rust reads is seen, and with a plain library it is not"
