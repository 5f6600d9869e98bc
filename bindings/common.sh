# What the checks share; check.sh runs each through this file.
set -eu

# need TOOL...: the check is of no use without them.
need() {
    for tool; do
        command -v "$tool" > /dev/null || { echo "no $tool"; exit 77; }
    done
}

# skip WHAT WHY: a part of the check is left out, and counted.
skip() {
    echo "SKIPPED $NAME-$1: $2" | tee -a "$SKIPPED"
}

# passed WHAT: for the summary.
passed() {
    echo "PASSED $*"
}

# count COMMAND...: shows what a command says, and keeps it for the summary.
count() {
    "$@" > output 2>&1 || { cat output; return 1; }
    cat output
}

# readme FILE [SECTION]: does what a page says, in a directory beside ../csecrets, the source. A
# block of sh is run; any other becomes the file that its first line names.
readme() {
    rm -rf readme
    mkdir -p readme/app
    ln -s "$SOURCE" readme/csecrets
    awk -v section="${2:-}" '
        /^## / { here = substr($0, 4) }
        section != "" && here != "" && here != section { next }
        /^ *```/ {
            if (inside && kind != "sh") print "END_OF_FILE"
            inside = !inside
            kind = substr($1, 4)
            first = inside
            next
        }
        inside && first && kind != "sh" {
            for (i = 1; i <= NF && $i !~ /^[A-Za-z0-9_\/-]+\.[a-z]+$/; i++);
            if (i > NF) { print "echo \"no file is named: " $1 "\"; exit 1"; exit }
            if ($i ~ /\//) print "mkdir -p $(dirname " $i ")"
            print "cat > " $i " << \"END_OF_FILE\""
        }
        inside { print; first = 0 }
    ' "$1" > readme/commands
    test -s readme/commands
    (cd readme/app && sh -eux ../commands)
}

# denied COMMAND...: if the kernel has no randomness, it has to say ENTROPY_UNAVAILABLE, and nothing
# else. If it has, it says that it got some.
denied() {
    "${CC:-cc}" "$SOURCE/bindings/deny.c" -o deny
    test "$("$@" 2>&1)" = drawn
    said=$(./deny "$@" 2>&1) || true
    echo "$said"
    test "$said" = CSECRETS_ERR_ENTROPY_UNAVAILABLE
    passed denied
}

# debian_source PACKAGE: unpacks the source of a Debian package as ./PACKAGE; the system is left as
# it is. Nothing of it is kept in this repository.
debian_source() {
    mkdir -p apt/parts apt/lists/partial apt/cache/archives/partial
    for list in /etc/apt/sources.list.d/*.sources; do
        [ -e "$list" ] && sed 's/^Types: .*/Types: deb-src/' "$list" > "apt/parts/$(basename "$list")"
    done
    sed -n 's/^deb /deb-src /p' /etc/apt/sources.list > apt/sources.list 2> /dev/null || : > apt/sources.list
    set -- "$1" -qq -o "Dir::Etc::SourceList=$PWD/apt/sources.list" -o "Dir::Etc::SourceParts=$PWD/apt/parts" \
        -o "Dir::State::Lists=$PWD/apt/lists" -o "Dir::Cache=$PWD/apt/cache" -o APT::Sandbox::User=root
    package=$1
    shift
    release=$(. /etc/os-release && echo "$VERSION_CODENAME")
    # A mirror may know of a security update that it does not have.
    apt-get "$@" update && { apt-get "$@" source --download-only "$package" ||
        apt-get "$@" source --download-only "$package/$release"; } || return 1
    mkdir -p "$package"
    tar -xf "$package"_*.orig.tar.[gx]z --strip-components=1 -C "$package"
}

. "$FOLDER/check"
