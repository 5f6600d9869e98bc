#!/bin/sh
# verify.sh TARBALL FOLDER URL: whether TARBALL is what the commit that is checked out gives, byte for byte,
# and gives the libraries that are built here, on a machine without a network. FOLDER keeps what was
# made, for as long as the commit stays.
set -eu
top=$(cd "$(dirname "$0")/.." && pwd)
tarball=$1
name=$(basename "$tarball" .tar.xz)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
commit=$(git -C "$top" rev-parse HEAD)

if [ "$(cat "$folder/commit" 2> /dev/null)" != "$commit" ]; then
    "$top/packaging/dist.sh" "$folder/dist" "$3" > "$folder/dist.log" || { cat "$folder/dist.log"; exit 1; }
    echo "$commit" > "$folder/commit"
fi
cmp "$tarball" "$folder/dist/$name.tar.xz"
echo "verify: $name.tar.xz is what $(git -C "$top" describe --always --tags) gives"

rm -rf "${folder:?}/$name"
tar -xf "$tarball" -C "$folder"
alone="env -u MAKEFLAGS -u MAKEOVERRIDES -u CARGO_TARGET_DIR make --silent"
$alone -C "$top" all > "$folder/make.log" 2>&1 || { cat "$folder/make.log"; exit 1; }
CARGO_HOME=$folder/cargo-home unshare --net $alone -C "$folder/$name" all \
    > "$folder/offline.log" 2>&1 || { cat "$folder/offline.log"; exit 1; }
for library in libcsecrets.so libcsecrets.a; do
    cmp "$top/build/$library" "$folder/$name/build/$library"
    echo "verify: it builds without a network, and $library is that of this tree"
done
