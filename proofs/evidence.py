"""Writes docs/testing.md, and the figures of SECURITY.md, from what the proofs said: none is typed by
hand.

evidence.py FOLDER SOURCE: FOLDER holds what each part of `make check-proof` said. A part that said
nothing is left out.
"""

import hashlib
import pathlib
import re
import sys

import figures
import tables

INTRODUCTION = """\
# How csecrets is tested

A library of secrets is worth what can be believed of it. This page says how each part of csecrets is
tested, and what the tests found the last time they ran. `make evidence` writes it from what `make
check-proof` said: no figure in it is typed by hand. Each part has a control, something that is wrong on
purpose, and fails if that goes unseen.

[SECURITY.md](../SECURITY.md) says what is promised, and which test shows it.

The library: {size:,} bytes, SHA-256 {digest}, {exports} exports. Its source is {source:,} lines of Rust; what
tests and proves it, {tests:,} lines of Rust, C, Python, Coq and shell.
"""

# A part: its name, its title, what it is about; and how what it said becomes a table, or None.
PARTS = [
    ("all", "At a glance", """\
What `make check-proof` ran, on a machine of two processors which may have had other work.""",
     tables.passed),
    ("promises", "Promises, export by export", """\
The programs of `tests/c`, against the shared and the static library as they ship: misuse, guard pages,
denied randomness, constant time, what is left in memory, forks, signals, likelihoods. `make check` runs
them too, with unit tests, the header under every compiler, installation, examples and bindings.""",
     tables.promises),
    ("lemire", "Exactness, proved", """\
`proofs/lemire.v`, checked by Coq: for every number of words and every bound, each value below the
bound has equally many words; and so has each row of values, where one word serves several bounds.
"Closed under the global context" is Coq's word for a theorem that takes nothing for granted.""", None),
    ("binary", "The shipped library, proved for all inputs of a length", """\
`proofs/binary` executes the machine code with symbols in place of secrets (angr) and lets z3 decide
whether an output can differ from its definition. More than one path means that something shows:
whether a text is of its format, whether a word is rejected. No address and no division depends on a
secret. Trusted: VEX's reading of the instructions, angr's memory, z3, and models of the few functions
that the library imports. Outside: the path through the vDSO, the time that an instruction takes, and
lengths that are not named. The control's functions are in `proofs/binary/controls.c`.""", None),
    ("exhaust", "All inputs, run through", """\
`proofs/exhaust`: where all inputs there are can be run through, they are; where there are 2^32, one
of 101 here and all of them in `make soak`. The control is a definition with a flaw, which each
of these refuses.""", tables.exhausted),
    ("answers", "Known answers", """\
`proofs/answers` asks Python's standard library the same questions. A wrong answer is seen.""", tables.answered),
    ("faults", "Entropy under fault", """\
`proofs/faults`: every fault with every export that draws. A call gives what it promises, or refuses
and leaves poison. All else is wrong: a hang, a crash, an errno that changed, a token that came before.
Where randomness is denied to a program that has drawn, calls may go on with the real bytes that the vDSO
still has for it, until the kernel seeds its generator anew ("late") or the process forks. "Kinds" counts
the errors with which a fault was tried. The control's calls give zeros, or keep silent.""", tables.faults),
    ("briefly", "Forks, threads, signals, cancellation, loads", """\
`proofs/soak`, for some seconds here and for hours in `make soak`: tokens from five ways to fork, alone and
with threads in the middle of a call, from storms of signals, more threads than slots, cancelled threads
and ten thousand loads. A slot that a call kept for good costs speed and nothing else. The careless
generator, which buffers and does not notice a fork, goes through the same.""", tables.block),
    ("soak", "The same, at length", """\
`make soak HOURS=n`, of the library of that day.""", tables.block),
    ("fuzz", "Fuzzing", """\
`fuzz`: libFuzzer over the C ABI, with AddressSanitizer, overflow checks and checks of every unsafe call
in Rust and in C, core included. The targets compare with definitions of their own; `arguments` calls
every export with NULL, lengths that no object has and structures of other versions. Each is built a
second time with a bug planted in it, which it has to find.""", tables.fuzzed),
    ("sessions", "Fuzzing, at length", """\
`make -C fuzz sessions`, two targets at a time, of the library of that day. What they found is in the
corpus since.""", tables.fuzzed),
    ("sanitized", "Sanitizers", """\
The programs of `tests/c` and the examples, with AddressSanitizer and UndefinedBehaviorSanitizer in C and
an instrumented library: sanitizers in C alone do not see what Rust reads and writes.""", tables.block),
    ("mutants", "Mistakes made on purpose", """\
`make mutants`, of the library of that day: a test has to find each mistake that is made in a copy of
`src`, and passes without it. A mistake that hangs the test is found too.""", tables.block),
    ("cargo-mutants", "Mistakes made by rule", """\
`make -C proofs cargo-mutants`, which has cargo-mutants change the files that are named, of the library
of that day.""", tables.block),
    ("supply", "Supply chain", """\
[Dependencies](dependencies.md), and the same bytes from two folders.""", tables.block),
]


def without_times(said):
    """How long a proof took tells of a machine; and a long table is in the file."""
    said = re.sub(r"(?m)^(claim .{64,}?) seconds", r"\1", said)
    return re.sub(r"(?m) +[0-9]+\.[0-9](?=  (proved|refused|FAILED)$)",
                  lambda found: " " * len(found[0]), said)


def lines_of(source, folders, endings):
    files = (path for folder in folders for path in source.joinpath(folder).rglob("*"))
    return sum(path.read_bytes().count(b"\n") for path in files
               if path.suffix in endings and "target" not in path.parts)


def read_all(folder, source):
    """What each part said: now, or, if it takes long, when it was recorded."""
    said = {}
    for name, *_ in PARTS:
        places = folder / f"{name}.txt", source / "proofs/recorded" / f"{name}.txt"
        found = [place for place in places if place.exists()]
        if found:
            said[name] = found[0].read_text()
    return said


def main(folder, source):
    folder, source = pathlib.Path(folder), pathlib.Path(source)
    library = folder.parent / "libcsecrets.so"
    said = read_all(folder, source)
    text = INTRODUCTION.format(
        size=library.stat().st_size, digest=hashlib.sha256(library.read_bytes()).hexdigest()[:16],
        exports=len(source.joinpath("tests/abi/symbols.txt").read_text().split()),
        source=lines_of(source, ["src"], {".rs"}),
        tests=lines_of(source, ["tests", "fuzz", "proofs"], {".rs", ".c", ".h", ".py", ".v", ".sh"}))
    for name, title, words, shown in PARTS:
        if name in said:
            table = (shown or tables.block)(without_times(said[name]))
            text += f"\n## {title}\n\n{words}\n\n{table}"
    source.joinpath("docs/testing.md").write_text(text)
    figures.write(source / "SECURITY.md", library, said)


if __name__ == "__main__":
    main(*sys.argv[1:])
