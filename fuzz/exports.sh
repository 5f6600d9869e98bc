#!/bin/bash
# exports.sh FOLDER: the corpus of arguments.c calls every export of the golden list, and no other; of
# an export more, none would.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
corpus=$1/exports.corpus

rm -rf "$corpus"
mkdir -p "$corpus"
python3 "$here/corpus.py" unpack "$here/corpus/arguments.hex" "$corpus"
called=$("$1/arguments" -runs=0 "$corpus" 2>&1 | sed -n 's/^called //p' | sort)

# missing FILE: the names of a list that were not called.
missing() { comm -13 <(echo "$called") <(sort "$1"); }
golden=$here/../tests/abi/symbols.txt
left=$(missing "$golden")
if [ -n "$left" ] || [ "$called" != "$(sort "$golden")" ]; then
    echo "fuzz: FAILED, not called: $left"
    exit 1
fi
[ "$(missing <(cat "$golden"; echo csecrets_new))" = csecrets_new ]
echo "fuzz: $(wc -l <<< "$called") exports called with arguments of any size;" \
    "an export that is not called is seen"
