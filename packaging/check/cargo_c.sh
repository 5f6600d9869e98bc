#!/bin/sh
# cargo-c puts down the libraries, headers and csecrets.pc that `make install` does.
. "$(dirname "$0")/common.sh"
need cargo-cinstall

unpack source
cd "source/csecrets-$VERSION"
quietly make.log make install DESTDIR="$WORK/make" PREFIX=/usr LIBDIR=/usr/lib CLI=0
quietly cinstall.log cargo cinstall --locked --release --prefix=/usr --libdir=/usr/lib --destdir="$WORK/cargo"
cd "$WORK"
for tree in make cargo; do
    (cd $tree/usr && find . -path './share' -prune -o -path './lib/cmake' -prune -o ! -type d -print | sort) > $tree.txt
done
diff make.txt cargo.txt || fail "the trees differ"
for tree in make cargo; do
    readelf --dynamic "$tree/usr/lib/libcsecrets.so" | sed -n 's/.*soname: //p'
done | uniq -c | grep -q '^ *2 ' || fail "the SONAMEs differ"
PKG_CONFIG_SYSROOT_DIR=$WORK/cargo PKG_CONFIG_PATH=$WORK/cargo/usr/lib/pkgconfig
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH
# shellcheck disable=SC2046
program $(pkg-config --cflags --libs csecrets) "-Wl,-rpath,$WORK/cargo/usr/lib"
