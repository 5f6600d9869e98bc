#!/bin/bash
# run.sh FOLDER SECONDS TARGET: the folder's target from its corpus for so long, and the same with a
# bug planted in it, which has to be found. A corpus is a file of inputs in hexadecimal, one a line.
# What the target found for itself is left in FOLDER/TARGET.corpus.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 seconds=$2 target=$3
corpus=$folder/$target.corpus found=$folder/$target.found
limits=(-max_len=300 -timeout=20 -rss_limit_mb=2048)

rm -rf "$corpus" "$found"
mkdir -p "$corpus" "$found"
python3 "$here/corpus.py" unpack "$here/corpus/$target.hex" "$corpus"
given=$(find "$corpus" -type f | wc -l)

# One seed, so that the search is like the last. Before the other, whose finds would help it.
start=$SECONDS
if "$folder/$target-planted" "${limits[@]}" -seed=1 -max_total_time=180 \
    -artifact_prefix="$found/planted-" "$corpus" > "$found/planted.log" 2>&1; then
    echo "fuzz $target: FAILED, the planted bug was not found"
    exit 1
fi
if ! grep -q "^planted: " "$found/planted.log"; then
    tail -n 40 "$found/planted.log"
    echo "fuzz $target: FAILED, not the planted bug was found but another"
    exit 1
fi
took=$((SECONDS - start))

"$folder/$target" "${limits[@]}" -max_total_time="$seconds" -print_final_stats=1 \
    -artifact_prefix="$found/" "$corpus" > "$found/log" 2>&1 || {
    tail -n 40 "$found/log"
    echo "fuzz $target: FAILED, the input is in $found"
    exit 1
}
runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/log")
places=$(sed -n 's/.*DONE *cov: \([0-9]*\).*/\1/p' "$found/log")
echo "fuzz $target: $given inputs given, $seconds s, $runs runs, $places places reached," \
    "0 crashes; planted bug found in $took s"
