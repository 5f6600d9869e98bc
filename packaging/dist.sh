#!/bin/sh
# dist.sh FOLDER URL: the commit that is checked out, as a release in FOLDER: the tarball, its checksum,
# a bill of materials, and the recipes of those distributions that ask for the checksum. The same
# commit gives the same bytes.
set -eu
export LC_ALL=C TZ=UTC
umask 022
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
mkdir -p "$1"
out=$(cd "$1" && pwd)
url=$2

version=$(sed -n 's/^version = "\(.*\)"/\1/p' "$top/Cargo.toml" | head -n 1)
name=csecrets-$version
tarball=$out/$name.tar.xz
epoch=$(git -C "$top" log -1 --format=%ct)

[ -z "$(git -C "$top" status --porcelain --untracked-files=no)" ] ||
    echo "dist: what is not committed is not in it"
rm -rf "${out:?}/$name"
git -C "$top" archive --prefix="$name/" HEAD | tar -xf - -C "$out"
python3 "$here/vendor.py" "$out/$name"
# For who has no git: what a build is made of (tests/install.rs).
(cd "$out/$name" && find . -type f | sed 's|^\./||' | sort > "$out/MANIFEST")
mv "$out/MANIFEST" "$out/$name/MANIFEST"
tar -C "$out" --create --format=gnu --sort=name --owner=0 --group=0 --numeric-owner \
    --mode=u+rwX,go+rX,go-w --mtime="@$epoch" "$name" | xz -9e --threads=1 > "$tarball"
rm -r "${out:?}/$name"

python3 "$top/proofs/supply/sbom.py" "$out/$name.cdx.json" > "$out/sbom.log"
(cd "$out" && sha256sum "$name.tar.xz" "$name.cdx.json" > SHA256SUMS)

"$here/recipes.sh" "$out" "$url" "$epoch"
echo "dist: $tarball, $(wc -c < "$tarball") bytes"
cat "$out/SHA256SUMS"
