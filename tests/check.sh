#!/bin/sh
# What `make check` runs, from the top directory: every test, and at the end what was skipped and how
# many passed. CSECRETS_NO_SKIPS=1 makes a skip a failure.
#
# A test that finds a tool missing passes for cargo, and leaves a line in build/skipped.txt
# (tests/common/mod.rs): here it counts as skipped.

cargo=${CARGO:-cargo}
flags=${CARGOFLAGS:---locked}
skipped=build/skipped.txt
log=build/check.txt

mkdir -p build
: > "$skipped"
echo "$cargo test $flags"
# shellcheck disable=SC2086 # CARGOFLAGS are words
{ "$cargo" test --no-fail-fast $flags 2>&1; echo "exit status $?"; } | tee "$log" | sed '$d'

count() {
    awk -v word="$1" '/^test result:/ {
        for (i = 2; i <= NF; i++) if ($i == word ";") sum += $(i - 1)
    } END { print sum + 0 }' "$log"
}
bad=$(count failed)
# Tests that did not compile, or crashed, are counted by nobody.
if [ "$bad" -eq 0 ] && [ "$(tail -n 1 "$log")" != "exit status 0" ]; then bad=1; fi
skips=$(wc -l < "$skipped")
failed=$bad
passed=$(($(count passed) - skips))

echo
sort "$skipped"
if [ "$skips" -gt 0 ] && [ -n "${CSECRETS_NO_SKIPS:-}" ]; then
    echo "CSECRETS_NO_SKIPS is set, and something was skipped"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed, $((skips)) skipped"
[ "$failed" -eq 0 ]
