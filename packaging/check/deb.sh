#!/bin/sh
# Debian's packages: built twice without a network, the second time somewhere else; judged by lintian;
# installed, used and removed.
. "$(dirname "$0")/common.sh"
need dpkg-buildpackage dh lintian unshare

# build FOLDER OPTIONS
build() {
    unpack "$1"
    cp "$TARBALL" "$1/csecrets_$VERSION.orig.tar.xz"
    cp -r "$PACKAGING/debian" "$1/csecrets-$VERSION/"
    (cd "$1/csecrets-$VERSION" && DEB_BUILD_OPTIONS=$2 env -u CSECRETS_NO_SKIPS unshare --net dpkg-buildpackage -us -uc)
}
quietly first.log build first ""
grep -E 'passed, .* failed' first.log
quietly second.log build second/elsewhere nocheck
for package in first/*.deb; do
    cmp "$package" "second/elsewhere/$(basename "$package")"
    echo "$NAME: $(basename "$package"), $(wc -c < "$package") bytes, $(dpkg-deb -f "$package" Depends)"
done
echo "$NAME: byte for byte the same from two folders"

lintian --version
# Two tags are of what comes with an upload: a bug that asks for the package, an address to watch.
lintian --display-info --pedantic --tag-display-limit 0 --allow-root \
    --suppress-tags initial-upload-closes-no-bugs,debian-watch-file-is-missing \
    first/*.changes > lintian.txt 2>&1 || { cat lintian.txt; fail "lintian has something to say"; }
! grep -E '^[EWIP]:' lintian.txt || fail "lintian has something to say"
echo "$NAME: lintian finds nothing"

# A program that was linked before: its symbols and SONAME are in debian/*.symbols.
tree=first/csecrets-$VERSION
# symbols FOLDER: as dh_makeshlibs asks.
symbols() {
    (cd "$tree" && dpkg-gensymbols "-plibcsecrets$ABI" "-P$1" -c4 -q -O > /dev/null)
}
symbols "debian/libcsecrets$ABI" || fail "the symbols are not those of debian/*.symbols"
so=$(find "$tree/debian/libcsecrets$ABI" -name "libcsecrets.so.$VERSION" | sed "s|^$tree/debian/libcsecrets$ABI||")
# relink NAME SED SONAME: another library in place of the one that is packaged.
relink() {
    mkdir -p "$tree/debian/$1/DEBIAN" "$tree/debian/$1/$(dirname "$so")"
    sed "$2" "$tree/csecrets.map" > "$1.map"
    cc -shared -Wl,-soname,"$3" -Wl,--version-script="$1.map" "$tree/build/csecrets.o" \
        -o "$tree/debian/$1/$so"
}
relink lost 's/local:/local: csecrets_uuid4;/' "libcsecrets.so.$ABI"
relink renamed '' "libcsecrets.so.$((ABI + 1))"
refused "a lost symbol" symbols debian/lost
refused "another SONAME" symbols debian/renamed

packages="libcsecrets$ABI libcsecrets-dev csecrets"
# shellcheck disable=SC2086
trap 'dpkg --purge $packages "libcsecrets$ABI-dbgsym" > purge.log 2>&1 || true' EXIT
quietly install.log dpkg --install first/libcsecrets*.deb first/csecrets_*.deb
# shellcheck disable=SC2086 # words
installed=$(dpkg -L $packages | grep csecrets | sort -u)
# shellcheck disable=SC2046
program $(pkg-config --cflags --libs csecrets)
# As autopkgtest runs them, which would want to fetch what is here.
for test in $(sed -n 's/^Tests: //p' "$PACKAGING/debian/tests/control"); do
    mkdir -p "tests/$test"
    (cd "$tree" && AUTOPKGTEST_TMP="$WORK/tests/$test" "debian/tests/$test") > "tests/$test.log" 2>&1 ||
        { tail -n 20 "tests/$test.log"; fail "autopkgtest $test"; }
    echo "$NAME: autopkgtest $test passes"
done

# An address in the stripped library is a line of the source again.
library=/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/libcsecrets.so.$ABI
id=$(readelf --notes "$library" | sed -n 's/.*Build ID: //p')
debug=/usr/lib/debug/.build-id/$(echo "$id" | cut -c 1-2)/$(echo "$id" | cut -c 3-).debug
address=$(readelf -W --dyn-syms "$library" | awk '$8 ~ /^csecrets_token_hex@/ { print $2 }')
line=$(addr2line -e "$debug" "0x$address" | grep '/src/ffi/.*\.rs:[1-9]') || fail "no line of src/ffi"
echo "$NAME: csecrets_token_hex is at $line"

# shellcheck disable=SC2086
quietly purge.log dpkg --purge $packages "libcsecrets$ABI-dbgsym"
for file in $installed; do
    [ ! -e "$file" ] || fail "$file is left"
done
echo "$NAME: nothing is left"
