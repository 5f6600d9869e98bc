#!/bin/sh
# Conan's package, shared and static: built from the tarball, and a program through CMake with it.
. "$(dirname "$0")/common.sh"
need cmake python3
[ -x venv/bin/conan ] || { python3 -m venv venv && venv/bin/pip install --quiet 'conan==2.34.*'; } > pip.log 2>&1 ||
    skip "pip does not get conan"

CONAN_HOME=$WORK/home
export CONAN_HOME
rm -rf home recipe
mkdir recipe
# The tarball is here and not yet where it will be had from.
sed "s|get(self, \"[^\"]*/csecrets-|get(self, \"file://$DIST/csecrets-|" "$DIST/conan/conanfile.py" > recipe/conanfile.py
cp -r "$PACKAGING/conan/test_package" recipe/
quietly profile.log venv/bin/conan profile detect
for shared in False True; do
    quietly "shared-$shared.log" venv/bin/conan create recipe -o "csecrets/*:shared=$shared"
    grep -Exq '[0-9a-f]{32}' "shared-$shared.log" || fail "no token with shared=$shared"
    echo "$NAME: shared=$shared, a program prints a token"
done
