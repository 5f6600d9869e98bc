#!/bin/bash
# minimize.sh FOLDER TARGET: of what the target found, and of its corpus, keeps what reaches a place that
# nothing shorter reaches.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 target=$2
kept=$folder/$target.kept

rm -rf "$kept"
mkdir -p "$kept" "$folder/$target.corpus"
python3 "$here/corpus.py" unpack "$here/corpus/$target.hex" "$folder/$target.corpus"
"$folder/$target" -merge=1 -max_len=300 "$kept" "$folder/$target.corpus" > "$folder/$target.merge" 2>&1 || {
    tail -n 20 "$folder/$target.merge"
    exit 1
}
python3 "$here/corpus.py" pack "$kept" "$here/corpus/$target.hex"
echo "fuzz $target: $(wc -l < "$here/corpus/$target.hex") inputs kept"
