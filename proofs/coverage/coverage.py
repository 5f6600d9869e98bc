"""Which sides of the library's branches the programs of tests/c and the known answers take. Each that they
don't is named, with the reason that untaken.txt gives; one without a reason, or a reason without one, is
an error.

coverage.py EXPORTED PAGE: EXPORTED is what `llvm-cov export` says.
"""

import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
SRC = HERE.parents[1] / "src"

INTRODUCTION = """\
# Branches

Written by `make -C proofs coverage`: nothing in it is typed by hand but the reasons, which
`proofs/coverage/untaken.txt` holds. A build with counters (`-Cinstrument-coverage`, and branches) is
called through the C ABI alone, by programs of tests/c and by `proofs/answers`. Copies that the compiler
makes of a generic function are counted together. Unit tests, which reach more, are left out.

{taken} of {sides} sides of {branches} branches were taken. The others:

| file | line | branch | never | why |
|---|---|---|---|---|
"""


def branches(exported):
    """Of each branch its file, line and text, and how often each side was taken."""
    for file in exported["files"]:
        path = pathlib.Path(file["filename"])
        source, counts = path.read_text().splitlines(), {}
        for line, start, last, end, true, false, *_ in file["branches"]:
            sides = counts.setdefault((line, start, last, end), [0, 0])
            sides[0] += true
            sides[1] += false
        for (line, start, last, end), (true, false) in sorted(counts.items()):
            text = source[line - 1][start - 1:end - 1 if last == line else None]
            yield str(path.relative_to(SRC)), line, text, true, false


def reasons():
    found = {}
    for line in (HERE / "untaken.txt").read_text().splitlines():
        if not line.startswith("#"):
            # A branch may hold a bar of its own.
            file, rest = line.split(" | ", 1)
            text, side, why = rest.rsplit(" | ", 2)
            found[file, text, side] = why
    return found


def main(exported, page):
    data = json.loads(pathlib.Path(exported).read_text())["data"][0]
    known, rows, wrong = reasons(), "", []
    used, all_branches = set(), list(branches(data))
    for file, line, text, true, false in all_branches:
        if true and false:
            continue
        side = "both" if not true and not false else "false" if true else "true"
        if (file, text, side) not in known:
            wrong.append(f"no reason: {file}:{line} | {text} | {side}")
        used.add((file, text, side))
        cell = text.replace("|", "\\|")
        never = "reached" if side == "both" else side
        rows += f"| {file} | {line} | `{cell}` | {never} | {known.get((file, text, side), '')} |\n"
    wrong += [f"taken after all: {' | '.join(key)}" for key in known.keys() - used]
    taken = sum((true > 0) + (false > 0) for *_, true, false in all_branches)
    words = dict(taken=taken, sides=2 * len(all_branches), branches=len(all_branches))
    pathlib.Path(page).write_text(INTRODUCTION.format(**words) + rows)
    print("\n".join(wrong + ["coverage: {taken} of {sides} sides of {branches} branches taken, "
                             "the others have a reason".format(**words)]))
    return len(wrong) > 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
