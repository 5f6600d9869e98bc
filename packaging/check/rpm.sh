#!/bin/sh
# The RPM packages: built without a network, judged by rpmlint, unpacked and used.
. "$(dirname "$0")/common.sh"
need rpmbuild rpmlint cpio unshare

mkdir -p SOURCES
cp "$TARBALL" SOURCES/
# --nodeps: on Debian the compilers come from packages of other names. A Rust of rustup's, by its default.
build() {
    rm -rf RPMS BUILD BUILDROOT
    # shellcheck disable=SC2086 # RPMBUILD may be words
    unshare --net rpmbuild -bb --nodeps --without check --define "_topdir $WORK" "$DIST/rpm/csecrets.spec"
}
quietly build.log build
packages=$(find RPMS -name '*.rpm' | sort)
for package in $packages; do
    echo "$NAME: $(basename "$package"), $(wc -c < "$package") bytes," \
        "$(rpm -qp --requires "$package" | grep -v '^rpmlib' | sort -u | paste -s -d ' ')"
done
library=$(echo "$packages" | grep -- '-libs-[0-9]')
rpm -qp --provides "$library" | grep -Fq "libcsecrets.so.$ABI(CSECRETS_" || fail "no versioned provide"
# shellcheck disable=SC2086
rpmlint --config "$PACKAGING/rpm/rpmlint.toml" $packages > rpmlint.txt 2>&1 || true
cat rpmlint.txt
grep -Eq ' 0 errors, 0 warnings' rpmlint.txt || fail "rpmlint has something to say"

rm -rf unpacked
mkdir unpacked
for package in $packages; do rpm2cpio "$package" | (cd unpacked && cpio --quiet -idm); done
lib=unpacked$(rpm --eval '%{_libdir}')
PKG_CONFIG_SYSROOT_DIR=$WORK/unpacked PKG_CONFIG_PATH=$lib/pkgconfig
export PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH
# shellcheck disable=SC2046
program $(pkg-config --cflags --libs csecrets) "-Wl,-rpath,$WORK/$lib"
unpacked/usr/bin/csecrets hex | grep -Exq '[0-9a-f]{64}' || fail "no token from the command"
