"""Shows that a call takes the same steps, and goes to the same places in memory, whatever the secret is, on
a processor that qemu emulates.

steps.py PROGRAM QEMU...: PROGRAM is steps.c, QEMU what runs it. qemu says of each instruction what it
is, and what the registers hold before it. What a step shows is the address of the instruction, the
registers that it takes an address from, and those of a division, whose time goes by them.
"""

import itertools
import re
import subprocess
import sys

# Has the instructions for AES and SHA-256, and none that qemu's disassembler does not know.
PROCESSOR = "cortex-a72"
LOG = ["-singlestep", "-d", "exec,cpu,nochain,in_asm", "-D", "/dev/stdout", "-dfilter"]
DUMP_LINES = 11
INSTRUCTION = re.compile(rb"0x([0-9a-f]+):  [0-9a-f]{8}  (\S+) *(.*)")
ADDRESS = re.compile(rb"\[(.*?)\]")
REGISTER = re.compile(rb"\b(?:([xw])(\d+)|(sp))\b")


class Unknown(Exception):
    """What shows in such an instruction can't be told."""


def telling(name, operands):
    """The registers that show in an instruction: what qemu writes before their values, and how many
    digits count."""
    if name.startswith(b"."):
        raise Unknown(f"qemu does not know the instruction {operands.decode()}")
    if name in (b"udiv", b"sdiv", b"dc"):
        shown = operands.partition(b",")[2]  # what is divided, and what is cleared
    else:
        shown = b" ".join(ADDRESS.findall(operands))
    return [(b" SP=", 16) if stack else (b"X%02d=" % int(number), 16 if size == b"x" else 8)
            for size, number, stack in REGISTER.findall(shown)]


def values(dump, registers):
    for name, digits in registers:
        end = dump.index(name) + len(name) + 16
        yield dump[end - digits:end]


def traces(log, mark):
    """What is between two marks: a list of steps, each of the address and the registers that show."""
    trace, tells = None, {}
    for line in log:
        if instruction := INSTRUCTION.match(line):
            tells[int(instruction[1], 16)] = telling(instruction[2], instruction[3])
        elif line.startswith(b"Trace "):
            at = int(line.split(b"/")[1], 16)
            if at == mark:
                if trace is not None:
                    yield trace
                trace = None if trace is not None else []
            elif trace is not None:
                dump = b"".join(itertools.islice(log, DUMP_LINES))
                trace.append((at, *values(dump, tells[at])))


def compare(traces):
    """How long the first is, how many differ from it in a step, and how many others in what shows."""
    paths = [[at for at, *_ in trace] for trace in traces]
    steps = sum(path != paths[0] for path in paths)
    return len(paths[0]), steps, sum(trace != traces[0] for trace in traces) - steps


def is_refused(log, mark):
    """Whether a trace is, for an instruction that qemu does not know."""
    try:
        list(traces(log, mark))
    except Unknown:
        return True
    return False


def main(program, *qemu):
    qemu = [*qemu, "-cpu", PROCESSOR]
    said = subprocess.run([*qemu, program], check=True, capture_output=True, text=True).stdout
    mark = re.search("(?m)^mark (.*)", said)[1]
    code = re.findall("(?m)^code (.*) (.*)", said) + [(mark, "4")]
    calls = re.findall("(?m)^call (.*?) (.*?) (.*?) (.*?), (.*)", said)
    logged = [*qemu, *LOG, ",".join(map("+".join, code)), program]
    run = subprocess.Popen([*logged, *(call for call, *_ in calls)], stdout=subprocess.PIPE)
    wrong, exports = 0, set()
    print(f"processor: {PROCESSOR}")
    with run:
        followed = traces(run.stdout, int(mark, 16))
        for _, kind, secrets, export, variant in calls:
            length, steps, places = compare([next(followed) for _ in range(int(secrets))])
            is_wrong = length < 10 or (steps + places > 0) != (kind == "control")
            wrong += is_wrong
            if kind == "promise":
                exports.add(export)
            else:
                export = f"control: {export}"
            print(f"{'FAILED ' if is_wrong else ''}{export:<19} {variant:<17} {secrets} secrets, "
                  f"{length:6} steps, {steps} differ, {places} in what they show", flush=True)
        # What is left of the log, or the program would end for want of a reader.
        run.stdout.read()
    log = subprocess.run([*logged, "unknown"], stdout=subprocess.PIPE).stdout
    seen = is_refused(iter(log.splitlines(keepends=True)), int(mark, 16))
    print(f"steps: all {len(exports)} exports that touch a secret, and don't go by it")
    print(f"steps: {len(calls)} calls, {wrong} wrong; an unknown instruction is {'' if seen else 'NOT '}seen")
    return wrong > 0 or not seen or run.returncode != 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
