"""The figures of SECURITY.md's table: which words of what the parts said belong to which promise.

A row of the table begins with its number; its last cell is written here.
"""

import re
import subprocess


def imports(library):
    """The names that the library asks others for, and can't do without."""
    said = subprocess.run(["nm", "-D", "--undefined-only", library], check=True,
                          capture_output=True, text=True).stdout
    return re.findall(r"(?m)^ +U (.*)$", said)


def total(text, pattern):
    """How many there are in all, with separators; not found is an error."""
    found = [int(number) for number in re.findall(pattern, text, re.MULTILINE)]
    if not found:
        raise SystemExit(f"figures: nothing says {pattern!r}")
    return f"{sum(found):,}"


def first(text, pattern):
    found = re.search(pattern, text, re.MULTILINE)
    if not found:
        raise SystemExit(f"figures: nothing says {pattern!r}")
    return found[1]


def checks(said, programs):
    """The checks of programs of tests/c, each run with the shared and with the static library."""
    return total(said["promises"], rf"^(?:{programs}): ([0-9]+) checks, 0 failed$") + " checks, 0 failed"


def exports(said, program):
    return first(said["promises"], rf"^{program}: all ([0-9]+) exports")


def fuzzed(said, targets):
    runs = total(said["fuzz"], rf"^fuzz (?:{targets}): .*?([0-9]+) runs")
    return f"{runs} inputs, 0 crashes"


def at_length(said, targets):
    """What the long sessions said, where they are recorded."""
    return total(said["sessions"], rf"^fuzz (?:{targets}): .*?([0-9]+) runs")


class Said(dict):
    """What the parts said; one that said nothing is missed by name."""

    def __missing__(self, part):
        raise SystemExit(f"figures: {part} has said nothing: make check-proof, or make -C proofs {part}")


def figures(said):
    """Promise by promise, in words."""
    faults, soak = said["faults"], said["briefly"]
    return {
        1: checks(said, "promise/(?:errors|denied|interposed)|misuse/[a-z_0-9]+") +
           f"; {exports(said, 'promise/errors')} exports with a pointer",
        2: checks(said, "promise/guard[a-z_]*") + "; sanitizers: " +
           total(said["sanitized"], r"tests/c, ([0-9]+) checks") + " checks, 0 reports",
        3: checks(said, "promise/errors"),
        4: total(faults, r"^faults/[a-z]+: ([0-9]+) faults") + " faults, " +
           total(faults, r"^faults/[a-z]+: [0-9]+ faults, ([0-9]+) calls") + " calls, " +
           total(faults, r"^faults/.* ([0-9]+) wrong") + " wrong",
        5: first(said["lemire"], r"^lemire: ([0-9]+ theorems)") + ", " +
           total(said["exhaust"], r"^randbelow.*: ([0-9]+) inputs, 0 wrong") +
           " words run through, 0 wrong; " + checks(said, "uniform/(?:int|pick|text)"),
        6: checks(said, "uniform/password"),
        7: first(said["binary"], r"^binary: ([0-9]+ claims)") + " proved; " +
           total(said["exhaust"], r": ([0-9]+) inputs, 0 wrong") + " inputs run through, " +
           total(said["answers"], r"^answers: ([0-9]+) asked") + " answers compared, 0 wrong",
        8: checks(said, "promise/(?:ct|ct_lengths)"),
        9: checks(said, "promise/trace"),
        10: checks(said, "promise/residue"),
        11: checks(said, "promise/registers"),
        12: total(soak, r"^soak: [0-9]+ rounds, ([0-9]+) tokens") + " tokens, " +
            total(soak, r"^soak: .*tokens, ([0-9]+) twice, ") + " twice; at length " +
            total(said["soak"], r"^soak: [0-9]+ rounds, ([0-9]+) tokens") + ", " +
            total(said["soak"], r"^soak: .*tokens, ([0-9]+) twice, ") + " twice",
        13: checks(said, "promise/signals") + f"; {exports(said, 'promise/signals')} exports",
        14: checks(said, "promise/lockdown") + f"; {exports(said, 'promise/lockdown')} exports",
        15: fuzzed(said, "[a-z]+") + " with overflow checks",
        16: f"{len(said['imports'])} imports, each on the list",
        17: fuzzed(said, "tokens|stored|decoders") + ", at length " +
            at_length(said, "tokens|stored|decoders"),
        18: first(said["fuzz"], r"^fuzz: ([0-9]+ exports)") + ", " + fuzzed(said, "[a-z]+") +
            ", at length " + at_length(said, "[a-z]+"),
    }


def write(page, library, said):
    rows = figures(Said(said, imports=imports(library)))
    lines = page.read_text().split("\n")
    for at, line in enumerate(lines):
        number = re.match(r"\| ([0-9]+) \|", line)
        if number:
            cells = line.split(" | ")
            lines[at] = " | ".join([*cells[:-1], rows.pop(int(number[1]))]) + " |"
    if rows:
        raise SystemExit(f"figures: {page.name} has no promise {list(rows)}")
    page.write_text("\n".join(lines))
