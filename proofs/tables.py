"""What a part said, as a table for docs/testing.md."""

import re


def table(head, rows):
    """Numbers to the right, words to the left."""
    right = [all(re.fullmatch(r"[+-]?[0-9,.]+", row[i]) for row in rows) for i in range(len(head))]
    lines = [head, ["---:" if numbers else "---" for numbers in right], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def number(digits):
    return f"{int(digits):,}"


def block(said):
    return f"```\n{said.rstrip()}\n```\n"


def last_lines(said, pattern):
    return block("\n".join(re.findall(rf"(?m)^{pattern}.*$", said)))


def passed(said):
    """How each part of check-proof went."""
    rows = [[name, seconds, verdict] for name, seconds, verdict in
            re.findall(r"(?m)^([a-z-]+) +([0-9]+) s  (.*)$", said)]
    return table(["part", "seconds", "how it went"], rows) + "\n" + said.rstrip().split("\n")[-1] + ".\n"


def promises(said):
    """Each program once: with the shared library and with the static one together."""
    sums = {}
    for program, made, failed in re.findall(r"(?m)^([a-z0-9_/]+): ([0-9]+) checks, ([0-9]+) failed$",
                                            said):
        before = sums.get(program, (0, 0))
        sums[program] = (before[0] + int(made), before[1] + int(failed))
    covered = dict(re.findall(r"(?m)^([a-z0-9_/]+): all ([0-9]+ exports.*)$", said))
    rows = [[f"`{program}`", f"{made:,}", f"{failed}", covered.get(program, "")]
            for program, (made, failed) in sorted(sums.items())]
    return table(["program", "checks", "failed", "covers"], rows)


def exhausted(said):
    rows = [[what, number(inputs), wrong] for what, inputs, wrong in
            re.findall(r"(?m)^(.*): ([0-9]+) inputs, ([0-9]+) wrong", said)]
    return table(["what", "inputs", "wrong"], rows)


def answered(said):
    rows = [[what.strip(), number(asked), wrong] for what, asked, wrong in
            re.findall(r"(?m)^(.*?) +([0-9]+) asked +([0-9]+) wrong$", said)]
    return table(["what", "asked", "wrong"], rows)


ERRORS = "ENOSYS|EPERM|EAGAIN|EIO|EFAULT|EINVAL"


def faults(said):
    """One row for a fault with each of the six errors."""
    sums = {}
    rows = re.findall(r"(?m)^(.+?) +(works|refuses|either) +([0-9]+) +([0-9]+) +([0-9]+) +([0-9]+)$", said)
    for name, must, *counts in rows:
        name = re.sub(rf"getrandom ({ERRORS}),", "getrandom fails,", name)
        name = re.sub(rf" with (?:{ERRORS})$| gives nothing$", " fails", name) \
            if name.startswith("read ") else name
        name = name.replace("fails fails", "fails")
        before, _, times = sums.get((name, must), ([0] * 4, must, 0))
        sums[name, must] = ([a + int(b) for a, b in zip(before, counts)], must, times + 1)
    rows = [[name, str(times), must, *(f"{count:,}" for count in counts)]
            for (name, must), (counts, _, times) in sums.items()]
    head = ["fault", "kinds", "a call", "calls", "real", "refused", "wrong"]
    return table(head, rows) + "\n" + last_lines(said, "faults/")


def fuzzed(said):
    rows = [[target, inputs, seconds, number(runs), places, crashes, planted] for
            target, inputs, seconds, runs, places, crashes, planted in re.findall(
                r"(?m)^fuzz (\w+): ([0-9]+) inputs given, ([0-9]+) s, ([0-9]+) runs, ([0-9]+) places "
                r"reached, ([0-9]+) crashes; planted bug found in ([0-9]+) s$", said)]
    head = ["target", "inputs given", "seconds", "runs", "places reached", "crashes",
            "planted bug found after seconds"]
    other = re.findall(r"(?m)^fuzz: .*$", said)
    return table(head, rows) + ("\n" + block("\n".join(other)) if other else "")
