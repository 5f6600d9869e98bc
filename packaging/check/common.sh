# What the checks share. WORK is the folder of one check; DIST that of the release, VERSION and ABI its
# numbers.
set -eu
export LC_ALL=C
mkdir -p "$WORK"
cd "$WORK"
NAME=$(basename "$0" .sh)
TARBALL=$DIST/csecrets-$VERSION.tar.xz

# need TOOL...: the check is of no use without them.
need() {
    for tool; do
        command -v "$tool" > /dev/null || skip "no $tool"
    done
}

# skip WHY: counted by the Makefile.
skip() {
    echo "SKIPPED $NAME: $1"
    exit 77
}

fail() {
    echo "FAILED $NAME: $1"
    exit 1
}

# quietly LOG COMMAND...: shows what a command said if it fails.
quietly() {
    log=$1
    shift
    "$@" > "$log" 2>&1 || { tail -n 30 "$log"; fail "$log"; }
}

# refused WHAT COMMAND...: the control of a guard, which has to fail.
refused() {
    what=$1
    shift
    if "$@" > refused.log 2>&1; then fail "$what was not noticed"; fi
    echo "$NAME: $what is noticed"
}

# unpack FOLDER: the release, as FOLDER/csecrets-VERSION.
unpack() {
    rm -rf "$1"
    mkdir -p "$1"
    tar -xf "$TARBALL" -C "$1"
}

# program FLAGS...: a program that is built so, and prints a token.
program() {
    cp "$PACKAGING/conan/test_package/program.c" .
    cc program.c "$@" -o program
    ./program | grep -Exq '[0-9a-f]{32}' || fail "no token from $*"
}
