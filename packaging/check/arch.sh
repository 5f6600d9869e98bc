#!/bin/sh
# Arch's package, by makepkg, without a network: as the user nobody, since makepkg refuses root.
. "$(dirname "$0")/common.sh"
need makepkg bsdtar unshare

place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp "$TARBALL" "$DIST/arch/PKGBUILD" "$place/"
chmod 755 "$place"
chown -R nobody "$place"
# -d: on Debian the dependencies come from packages of other names.
# build NAME
build() {
    unshare --net setpriv --reuid=nobody --clear-groups env HOME="$place" PATH=/usr/bin:/bin \
        SOURCE_DATE_EPOCH="$(stat -c %Y "$TARBALL")" sh -c "cd $place && makepkg -d -f --nocheck"
}
quietly build.log build
package=$(find "$place" -name "csecrets-$VERSION-*.pkg.tar*" | head -n 1)
[ -n "$package" ] || fail "no package"
echo "$NAME: $(basename "$package"), $(wc -c < "$package") bytes," \
    "$(bsdtar -xOf "$package" .PKGINFO | grep -E '^(depend|provides) = ' | paste -s -d ' ')"
rm -rf unpacked
mkdir unpacked
bsdtar -xf "$package" -C unpacked
PKG_CONFIG_SYSROOT_DIR=$WORK/unpacked PKG_CONFIG_PATH=$WORK/unpacked/usr/lib/pkgconfig
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH
# shellcheck disable=SC2046
program $(pkg-config --cflags --libs csecrets) "-Wl,-rpath,$WORK/unpacked/usr/lib"
unpacked/usr/bin/csecrets hex | grep -Exq '[0-9a-f]{64}' || fail "no token from the command"

# makepkg holds the tarball to the recipe's checksum.
printf x >> "$place/csecrets-$VERSION.tar.xz"
refused "a tarball of other bytes" build
