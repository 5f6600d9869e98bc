#!/bin/sh
# rust-floor.sh CARGO FLOOR: whether there is a Rust that can build the library, and if not, which one
# would be right.

version=$("$1" --version 2> /dev/null | sed -n 's/^cargo \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
wanted=$(echo "$2" | tr . ' ')
if [ -n "$version" ]; then
    # shellcheck disable=SC2086 # two numbers each
    set -- $version $wanted
    if [ "$1" -gt "$3" ] || { [ "$1" -eq "$3" ] && [ "$2" -ge "$4" ]; }; then exit 0; fi
    found="cargo is of Rust $1.$2"
    wanted="$3 $4"
else
    found="there is no cargo"
fi
cat >&2 <<TXT
csecrets is built by Rust $(echo "$wanted" | tr ' ' .) or later, and $found.
  Debian 13 and later:  apt install cargo
  Debian 12:            apt install rustc-web cargo-web
  elsewhere:            rustup, or your distribution's rust and cargo
TXT
exit 1
