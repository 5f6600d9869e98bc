"""Writes docs/testing.md from what the proofs said: no figure in it is typed by hand.

evidence.py FOLDER PAGE: FOLDER holds what each part of `make check-proof` said.
"""

import hashlib
import pathlib
import re
import sys

INTRODUCTION = """\
# How csecrets is tested

Written by `make evidence` from what the last `make check-proof` said: no figure in it is typed by
hand. Each part has a control, something that is wrong on purpose, and fails if that goes unseen. The
tests of `make check` are in [SECURITY.md](../SECURITY.md), promise by promise.

Library: {size} bytes, SHA-256 {digest}, {exports} exports.
"""

PARTS = [
    ("lemire", "Exactness, proved", """\
`proofs/lemire.v`, checked by Coq: for every number of words and every bound, each value below the
bound has equally many words; and so has each row of values, where one word serves several bounds.
"Closed under the global context" is Coq's word for a theorem that takes nothing for granted."""),
    ("binary", "The shipped library, proved for all inputs of a length", """\
`proofs/binary` executes the machine code with symbols in place of secrets (angr) and lets z3 decide
whether an output can differ from its definition. More than one path means that something shows:
whether a text is of its format, whether a word is rejected. No address and no division depends on a
secret. Trusted: VEX's reading of the instructions, angr's memory, z3, and models of the few functions
that the library imports. Outside: the path through the vDSO, the time that an instruction takes, and
lengths that are not named. The control's functions are in `proofs/binary/controls.c`."""),
    ("exhaust", "All inputs, run through", """\
`proofs/exhaust`: where all inputs there are can be run through, they are; where there are 2^32, one
of 101 here and all of them in `make soak`. The control is a definition with a flaw."""),
    ("answers", "Known answers", """\
`proofs/answers` asks Python's standard library the same questions."""),
    ("faults", "Entropy under fault", """\
`proofs/faults`: every fault with every export that draws. A call gives what it promises, or refuses
and leaves poison. All else is wrong."""),
    ("briefly", "Forks, threads, signals, cancellation, loads", """\
`proofs/soak`, for some seconds here and for hours in `make soak`."""),
    ("fuzz", "Fuzzing", """\
`fuzz`: libFuzzer over the C ABI, with AddressSanitizer and overflow checks in Rust and in C."""),
    ("supply", "Supply chain", """\
[Dependencies](dependencies.md), and the same bytes from two folders."""),
]


def section(folder, name, title, words):
    said = pathlib.Path(folder, f"{name}.txt").read_text().rstrip()
    # How long it took tells of a machine; a long table is in the file.
    said = re.sub(r"(?m)^(claim .{64,}?) seconds", r"\1        ", said)
    said = re.sub(r"(?m) +[0-9]+\.[0-9](?=  (proved|refused|FAILED)$)",
                  lambda found: " " * len(found[0]), said)
    return f"## {title}\n\n{words}\n\n```\n{said}\n```\n"


def main(folder, page):
    build = pathlib.Path(folder).parent
    library = build / "libcsecrets.so"
    digest = hashlib.sha256(library.read_bytes()).hexdigest()
    exports = pathlib.Path(page).parents[1].joinpath("tests/abi/symbols.txt").read_text().split()
    text = INTRODUCTION.format(size=library.stat().st_size, digest=digest[:16],
                               exports=len(exports))
    for part in PARTS:
        text += "\n" + section(folder, *part)
    pathlib.Path(page).write_text(text)


if __name__ == "__main__":
    main(*sys.argv[1:])
