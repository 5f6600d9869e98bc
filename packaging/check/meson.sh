#!/bin/sh
# Meson's wrap takes the tarball and links a program with it.
. "$(dirname "$0")/common.sh"
need meson ninja

rm -rf app
mkdir -p app/subprojects/packagecache
cp "$DIST/meson/csecrets.wrap" app/subprojects/
cp "$TARBALL" app/subprojects/packagecache/
cp "$PACKAGING/conan/test_package/program.c" app/
cat > app/meson.build <<'MESON'
project('app', 'c')
executable('program', 'program.c', dependencies : dependency('csecrets'))
MESON
quietly setup.log meson setup --wrap-mode=forcefallback app app/build
quietly compile.log meson compile -C app/build
app/build/program | grep -Exq '[0-9a-f]{32}' || fail "no token"

rm -rf app/build "app/subprojects/csecrets-$VERSION"
printf x >> "app/subprojects/packagecache/csecrets-$VERSION.tar.xz"
refused "a tarball of other bytes" meson setup --wrap-mode=forcefallback app app/build
