#!/bin/sh
# check.sh PREFIX [FOLDER...] - tests the bindings, as a user has them, against the csecrets that is
# installed in PREFIX. `make check-languages` calls it; FOLDER is one of those that hold a `check`.
#
# Each check runs in an empty directory and leaves a log. Status 77 says that what it needs is not
# installed: it is skipped and counted. CSECRETS_NO_SKIPS=1 makes a skip a failure.
set -u

SOURCE=$(cd "$(dirname "$0")/.." && pwd)
PREFIX=$(cd "$1" && pwd)
shift
if [ $# -eq 0 ]; then
    for check in "$SOURCE"/bindings/*/check "$SOURCE"/tests/*/check; do
        set -- "$@" "$(dirname "$check")"
    done
fi

WORK=$SOURCE/build/languages
SKIPPED=$WORK/skipped.txt
PKG_CONFIG_PATH=$PREFIX/lib/pkgconfig
LD_LIBRARY_PATH=$PREFIX/lib
LC_ALL=C
export SOURCE PREFIX WORK SKIPPED PKG_CONFIG_PATH LD_LIBRARY_PATH LC_ALL
mkdir -p "$WORK"
: > "$SKIPPED"

passed=0
failed=0
for folder; do
    [ -e "$folder/check" ] || { echo "nothing to check in $folder"; exit 2; }
    folder=$(cd "$folder" && pwd)
    name=$(echo "${folder#"$SOURCE"/}" | sed 's|bindings/||; s|/|-|')
    log=$WORK/$name.log
    rm -rf "${WORK:?}/$name"
    mkdir -p "$WORK/$name"
    began=$(date +%s)
    (cd "$WORK/$name" && FOLDER=$folder NAME=$name \
        sh "$SOURCE/bindings/common.sh") > "$log" 2>&1
    status=$?
    took=$(($(date +%s) - began))
    case $status in
    0)
        passed=$((passed + 1))
        printf 'passed  %-15s %3d s  %s\n' "$name" "$took" \
            "$(sed -n 's/^PASSED //p' "$log" | paste -s -d '\t' | sed 's|\t|, |g')"
        ;;
    77)
        echo "SKIPPED $name: $(tail -n 1 "$log")" | tee -a "$SKIPPED"
        ;;
    *)
        failed=$((failed + 1))
        echo "FAILED  $name, as $log says:"
        tail -n 30 "$log"
        ;;
    esac
done

echo
sort -u "$SKIPPED"
skips=$(wc -l < "$SKIPPED")
if [ "$skips" -gt 0 ] && [ -n "${CSECRETS_NO_SKIPS:-}" ]; then
    echo "CSECRETS_NO_SKIPS is set, and something was skipped"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed, $((skips)) skipped"
[ "$failed" -eq 0 ]
