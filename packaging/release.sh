#!/bin/sh
# release.sh FOLDER URL: what has to hold before a release goes out. Each line is a command; all are
# run, and what fails is named at the end.
set -u
cd "$(dirname "$0")/.."
out=$1 url=$2
version=$(sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml | head -n 1)
left=

# must WHAT COMMAND...
must() {
    what=$1
    shift
    echo "release: $what: $*"
    "$@" || left="$left
  $what"
}
must "versions, date and tag agree"          python3 packaging/agree.py --release
must "the style holds"                       make --silent lint
must "every test passes, and none is skipped" env CSECRETS_NO_SKIPS=1 make --silent check
must "no panic is reachable"                 make --silent prove
must "what was proved still is"              make --silent check-proof
must "the tarball is made"                   make --silent dist URL="$url"
must "it is the same when made again"        make --silent verify-release URL="$url" \
    RELEASE="$out/dist/csecrets-$version.tar.xz"
must "every package builds"                  env CSECRETS_NO_SKIPS=1 make --silent check-packages URL="$url"

if [ -n "$left" ]; then
    echo "csecrets $version is not ready:$left"
    exit 1
fi
echo "csecrets $version is ready: publish what is in $out/dist at $url"
