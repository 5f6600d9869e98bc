#!/bin/sh
# rust.sh CARGO FLOOR: the flags that this Rust is new enough for; or, if it can't build the library at
# all, which Rust is there and which would be right.

version=$("$1" --version 2> /dev/null | sed -n 's/^cargo \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')

# at_least MAJOR.MINOR
at_least() {
    # shellcheck disable=SC2046,SC2086 # two numbers each
    set -- $version $(echo "$1" | tr . ' ')
    [ $# -eq 4 ] && { [ "$1" -gt "$3" ] || { [ "$1" -eq "$3" ] && [ "$2" -ge "$4" ]; }; }
}

if ! at_least "$2"; then
    if [ -n "$version" ]; then found="cargo is of Rust $(echo "$version" | tr ' ' .)"; else found="there is no cargo"; fi
    cat >&2 <<TXT
csecrets is built by Rust $2 or later, and $found.
  Debian 13 and later:  apt install cargo
  Debian 12:            apt install rustc-web cargo-web
  elsewhere:            rustup, or your distribution's rust and cargo
TXT
    exit 1
fi

# Rust knows the instructions for two blocks of AES at once (VAES) from here on.
if at_least 1.89; then echo '--cfg aes_backend="avx256"'; fi
