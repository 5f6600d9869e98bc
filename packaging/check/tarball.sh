#!/bin/sh
# The tarball: small, the same when it is made again, other when a byte is other, and built without a
# network to the same bytes as here.
. "$(dirname "$0")/common.sh"
need git unshare

size=$(wc -c < "$TARBALL")
echo "$NAME: $size bytes"
[ "$size" -le $((3 * 1024 * 1024)) ] || fail "more than 3 MB"
(cd "$DIST" && sha256sum --quiet --check SHA256SUMS)
quietly verify.log "$PACKAGING/verify.sh" "$TARBALL" "$WORK/again" "https://example.org/csecrets"
tail -n 3 verify.log

mkdir -p changed
cp "$TARBALL" "$DIST/SHA256SUMS" changed/
printf x >> "changed/csecrets-$VERSION.tar.xz"
refused "another byte" "$PACKAGING/verify.sh" "changed/csecrets-$VERSION.tar.xz" "$WORK/again" again
