#!/bin/sh
# same_bytes.sh BUILD FOLDER: the sources that git knows, copied elsewhere, give the same libraries byte
# for byte. BUILD holds those to compare with; FOLDER is made anew.
set -eu
build=$1 folder=$2
top=$(git rev-parse --show-toplevel)
copy=$folder/a-folder-with-another-name
rm -rf "$folder"
mkdir -p "$copy"
git -C "$top" ls-files -z | (cd "$top" && xargs -0 tar cf -) | tar xf - -C "$copy"
env -u MAKEFLAGS -u MAKEOVERRIDES make --silent -C "$copy" all > /dev/null
for name in libcsecrets.so libcsecrets.a; do
    cmp "$build/$name" "$copy/build/$name"
    digest=$(sha256sum < "$build/$name" | cut -c 1-16)
    echo "supply: $name is the same from two folders, $digest..."
done
# The judge: a byte more is seen.
cp "$build/libcsecrets.a" "$folder/changed"
echo >> "$folder/changed"
if cmp -s "$build/libcsecrets.a" "$folder/changed"; then
    echo "supply: FAILED, cmp sees nothing"
    exit 1
fi
rm -rf "$folder"
