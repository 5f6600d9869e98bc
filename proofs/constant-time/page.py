"""Writes docs/constant-time.md from what the programs said: nothing in it is typed by hand.

page.py FOLDER PAGE: FOLDER holds constant-time.txt, what `make constant-time` said, and binary.txt;
what .ci/cross said of aarch64 is kept in recorded/.
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
PLACES = ["IN", "IN_2", "IN_3", "IN_4", "IN_5"]

INTRODUCTION = """\
# Constant time

Written by `make evidence` from what the last `make check-proof` said: nothing in it is typed by hand.
Of every function that touches a secret: which of its arguments are secret, what of them may show in the
time that a call takes, and how that was found out for the library that is shipped.

- **branches**: the most branches and addresses that depended on a secret in a call, as valgrind's
  memcheck counts them while secrets count as uninitialised (`tests/c/promise/ct.c`). Each is one of what
  may show; a test fails for one more. Nothing is suppressed. Of hashes this is the portable code.
- **steps**: the instructions of a call, one by one, were the same with so many secrets
  (`tests/c/promise/trace.c`). Of hashes and AES these are the processor's instructions.
- **aarch64**: the same there, on a {emulated} that qemu emulates; and each step went to the same places in
  memory, and divided the same numbers if any (`proofs/constant-time/steps.c`, which `.ci/cross` runs).
- **proved**: for all secrets of the lengths in [testing.md](testing.md), no address and no division
  depends on one, and no branch but on what may show (`proofs/binary`).

What was chosen shows where a function moves memory by it. That the last four columns are not blind is
tested in the same runs by a comparison that stops early, a table, a threshold that is skipped, and a
division. Not shown by any of them: the time of single instructions, and what other processors make of them.

Steps were followed on {processor}.

| function | secret | may show | branches | steps | aarch64 | proved |
|---|---|---|---|---|---|---|
"""


def parameters():
    """The names of each function's parameters, from the header."""
    header = (ROOT / "include/csecrets.h").read_text()
    header = re.sub(r"/\*.*?\*/|//.*", "", header, flags=re.S)
    found = {}
    for name, listed in re.findall(r"\bcsecrets_(\w+)\(([^;{}]*?)\)\s*(?:CSECRETS_\w+.*?)?;", header,
                                   flags=re.S):
        found.setdefault(name, [re.findall(r"\w+", part)[-1 if "[" not in part else -2]
                                for part in listed.split(",") if part.strip()])
    return found


def arguments(call):
    """The arguments of a call, split at the commas that are not inside of one."""
    parts, depth = [""], 0
    for character in call:
        depth += (character in "([{") - (character in ")]}")
        if depth < 0:
            break
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts


def named_inputs():
    """Of each export the parameters that its rows hand their inputs to, by the input's place."""
    known, found = parameters(), {}
    for path in (ROOT / "tests/c/calls").glob("*.h"):
        text = path.read_text()
        for row in re.finditer(r"(?m)^(?:STATUS|PREDICATE|VALUE|NOTHING)\((\w+), \w+,\s*", text):
            export, call = row[1], text[row.end():]
            start = re.search(rf"\b(?:csecrets|raw)_{export}\(", call)
            if not start or export not in known:
                continue
            for name, argument in zip(known[export], arguments(call[start.end():])):
                for place in re.findall(r"\bIN(?:_\d)?\b", argument):
                    found.setdefault((export, PLACES.index(place)), name)
    return found


def matches(text, pattern):
    return (line for line in map(re.compile(pattern).match, text.splitlines()) if line)


def secrets(said):
    """Of each export the names of what is secret, in the order of the table of calls."""
    names, found = named_inputs(), {}
    for export, draws, places in (line.groups()
                                  for line in matches(said, r"secret (\w+) ([01])([ 0-9]*)$")):
        what = ["what is drawn"] if draws == "1" else []
        what += [f"`{names[export, int(place)]}`" for place in places.split()]
        found[export] = list(dict.fromkeys(found.get(export, []) + what))
    return found


def reported(said):
    """Of each export the most reports of a call, and what may show."""
    found = {}
    for line in matches(said, r"(\w+) .* (\d+) reports, may show (.*)"):
        most, _ = found.get(line[1], (0, ""))
        found[line[1]] = max(most, int(line[2])), line[3]
    return found


def followed(said):
    """Of each export the most steps of a call."""
    found = {}
    for line in matches(said, r"(\w+) .* (\d+) secrets, +(\d+) steps, 0 differ"):
        found[line[1]] = max(found.get(line[1], 0), int(line[3]))
    return found


def main(folder, page):
    said = pathlib.Path(folder, "constant-time.txt").read_text()
    claims = {line[1] for line in matches(pathlib.Path(folder, "binary.txt").read_text(),
                                          r"(\w+).* proved$")}
    emulated = (ROOT / "proofs/recorded/steps.txt").read_text()
    processor, other = (next(matches(one, "processor: (.*)"))[1] for one in (said, emulated))
    shows, steps, elsewhere = reported(said), followed(said), followed(emulated)
    text = INTRODUCTION.format(processor=processor, emulated=other)
    for export, what in secrets(said).items():
        reports, may_show = shows[export]
        same = " | ".join(f"the same, up to {most[export]}" if export in most else "by what was chosen"
                          for most in (steps, elsewhere))
        text += (f"| `{export}` | {', '.join(what)} | {may_show} | {reports} | {same} | "
                 f"{'yes' if export in claims else ''} |\n")
    ends = dict.fromkeys(line[0] for line in matches(
        said + emulated, r"(?:promise/\w+|steps): (all .*|\d+ (checks|calls).*)"))
    pathlib.Path(page).write_text(text + "\n```\n" + "\n".join(ends) + "\n```\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
