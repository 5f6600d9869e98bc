#!/bin/bash
# run.sh FOLDER SECONDS TARGET...: each target of the folder from its corpus, then the same with a bug
# planted in it, which has to be found. A corpus is a file of inputs in hexadecimal, one a line.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$1 seconds=$2
shift 2
failed=0

for target in "$@"; do
    rm -rf "$folder/$target.corpus" "$folder/$target.found"
    mkdir -p "$folder/$target.corpus" "$folder/$target.found"
    python3 - "$here/corpus/$target.hex" "$folder/$target.corpus" <<'PYTHON'
import pathlib, sys
for number, line in enumerate(open(sys.argv[1])):
    pathlib.Path(sys.argv[2], f"{number:04}").write_bytes(bytes.fromhex(line))
PYTHON
    given=$(find "$folder/$target.corpus" -type f | wc -l)
    said=$("$folder/$target" -max_total_time="$seconds" -max_len=300 -print_final_stats=1 \
        -artifact_prefix="$folder/$target.found/" "$folder/$target.corpus" 2>&1) || {
        tail -n 40 <<< "$said"
        echo "fuzz $target: FAILED, the input is in $folder/$target.found"
        failed=1
        continue
    }
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' <<< "$said")
    marks=$(sed -n 's/.*DONE *cov: \([0-9]*\).*/\1/p' <<< "$said")
    # One seed, so that a run is like the last.
    start=$SECONDS
    if said=$("$folder/$target-planted" -seed=1 -max_total_time=120 -max_len=300 \
        -artifact_prefix="$folder/$target.found/planted-" "$folder/$target.corpus" 2>&1); then
        echo "fuzz $target: FAILED, the planted bug was not found"
        failed=1
    else
        echo "fuzz $target: $given inputs given, $runs runs, $marks places reached, 0 crashes;" \
            "planted bug found in $((SECONDS - start)) s"
    fi
done

if said=$("$folder/control" 2>&1) || [[ $said != *heap-buffer-overflow* ]]; then
    echo "fuzz: FAILED, a byte too many that Rust wrote was not seen"
    failed=1
else
    echo "fuzz: a byte too many that Rust writes is seen"
fi
exit $failed
