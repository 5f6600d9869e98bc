#!/bin/sh
# The recipes of distributions whose tools are not to be had here: each is read by a parser of its
# language, which a recipe with a bracket too many does not pass.
. "$(dirname "$0")/common.sh"

# reads TOOL RECIPE COMMAND...: COMMAND reads a file; also one that is broken.
reads() {
    tool=$1 recipe=$2
    shift 2
    command -v "$tool" > /dev/null || { echo "SKIPPED $NAME: no $tool for $recipe"; missing=1; return; }
    [ ! -e "$DIST/$recipe" ] && fail "no $recipe"
    ! grep -n '@[A-Z0-9]\{3,\}@' "$DIST/$recipe" || fail "$recipe has something left to fill in"
    quietly read.log "$@" "$DIST/$recipe"
    { cat "$DIST/$recipe"; echo ')}"'; } > "broken-$(basename "$recipe")"
    refused "an error in $recipe" "$@" "broken-$(basename "$recipe")"
}
missing=
reads bash alpine/APKBUILD bash -n
reads bash msys2/PKGBUILD bash -n
reads ruby homebrew/csecrets.rb ruby -c
reads nix-instantiate nix/default.nix nix-instantiate --parse
reads python3 vcpkg/vcpkg.json python3 -m json.tool
reads cmake vcpkg/portfile.cmake cmake -P "$PACKAGING/check/portfile.cmake"
[ -z "$missing" ] || exit 77
