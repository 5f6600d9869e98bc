#!/bin/sh
# recipes.sh FOLDER URL TIME: fills in the recipes for the release in FOLDER: what Cargo.toml says of it,
# and the checksums of its tarball.
set -eu
export LC_ALL=C TZ=UTC
here=$(cd "$(dirname "$0")" && pwd)
out=$1 url=$2 time=$3

# manifest FIELD: of Cargo.toml, where it stands first.
manifest() { sed -n "s/^$1 = \"\{0,1\}\([^\"]*\).*/\1/p" "$here/../Cargo.toml" | head -n 1; }
# sum BITS: of the tarball.
sum() { "sha$1sum" "$out/csecrets-$(manifest version).tar.xz" | cut -d ' ' -f 1; }

for recipe in "$here"/*/*.in; do
    target=$out/$(basename "$(dirname "$recipe")")/$(basename "$recipe" .in)
    mkdir -p "$(dirname "$target")"
    sed -e "s|@VERSION@|$(manifest version)|g; s|@ABI@|$(manifest abi)|g; s|@URL@|$url|g" \
        -e "s|@LICENSE@|$(manifest license)|g; s|@SUMMARY@|$(manifest description)|g" \
        -e "s|@FLOOR@|$(manifest rust-version)|g; s|@DATE@|$(date -d "@$time" '+%a %b %d %Y')|g" \
        -e "s|@SHA256@|$(sum 256)|g; s|@SHA512@|$(sum 512)|g" "$recipe" > "$target"
done
