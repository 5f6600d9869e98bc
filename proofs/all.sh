#!/bin/bash
# all.sh FOLDER PART...: makes the parts one after the other, and says at the end how each went and how
# long it took, which FOLDER/all.txt keeps. A part without its tools is skipped; with CSECRETS_NO_SKIPS=1
# a skip is a failure.
set -uo pipefail
folder=$1
shift
failed=0 skipped=0

# The tools of a part, or what is wrong.
lacks() {
    case $1 in
    lemire) tools=${COQC:-coqc} ;;
    fuzz | sanitized) tools=${CLANG:-clang} ;;
    *) tools=${PYTHON:-python3} ;;
    esac
    command -v "$tools" > /dev/null || { echo "no $tools" && return; }
    case $1 in
    binary) "$tools" -c 'import venv, ensurepip' 2> /dev/null || echo "no venv" ;;
    fuzz | sanitized)
        echo 'int main(void) { return 0; }' | "$tools" -fsanitize=address -x c - -o "$folder/sane" \
            2> /dev/null || echo "no runtime of AddressSanitizer" ;;
    esac
}

mkdir -p "$folder"
: > "$folder/all.txt"
for part in "$@"; do
    why=$(lacks "$part")
    start=$SECONDS
    if [ -n "$why" ]; then
        verdict="SKIPPED: $why"
        skipped=$((skipped + 1))
        echo "SKIPPED $part: $why" | tee "$folder/$part.txt"
    elif "${MAKE:-make}" --no-print-directory "$part"; then
        verdict=passed
        within=$(grep -c '^SKIPPED' "$folder/$part.txt")
        skipped=$((skipped + within))
        [ "$within" = 0 ] || verdict="passed, $within skipped"
    else
        verdict=FAILED
        failed=$((failed + 1))
    fi
    printf '%-13s %5d s  %s\n' "$part" $((SECONDS - start)) "$verdict" >> "$folder/all.txt"
done
echo "$# parts, $failed failed, $skipped skipped, $SECONDS s" >> "$folder/all.txt"
cat "$folder/all.txt"
if [ "$skipped" -gt 0 ] && [ -n "${CSECRETS_NO_SKIPS:-}" ]; then
    echo "CSECRETS_NO_SKIPS is set, and something was skipped"
    failed=$((failed + 1))
fi
[ "$failed" = 0 ]
