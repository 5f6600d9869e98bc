#!/bin/sh
# check.sh CHECK...: runs each check in a folder of its own, and counts. Status 77 says that what it
# needs is not installed: it is skipped, and with CSECRETS_NO_SKIPS=1 a skip is a failure, but for one
# that CSECRETS_MAY_SKIP names. DIST, OUT, VERSION and ABI are the Makefile's.
set -u
PACKAGING=$(cd "$(dirname "$0")" && pwd)
export PACKAGING

passed=0 failed=0 skipped=0 missed=0
for check; do
    began=$(date +%s)
    WORK=$OUT/$check sh "$PACKAGING/check/$check.sh"
    case $? in
    0)
        passed=$((passed + 1))
        echo "passed  $check, $(($(date +%s) - began)) s"
        ;;
    77)
        skipped=$((skipped + 1))
        [ "$check" = "${CSECRETS_MAY_SKIP:-}" ] || missed=$((missed + 1))
        ;;
    *)
        failed=$((failed + 1))
        echo "FAILED  $check"
        ;;
    esac
done
echo
if [ "$missed" -gt 0 ] && [ -n "${CSECRETS_NO_SKIPS:-}" ]; then
    echo "CSECRETS_NO_SKIPS is set, and something was skipped"
    failed=$((failed + 1))
fi
echo "packages: $passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
