"""Comparison: true for what is the same, and the same path for all that is not."""

from claripy import BVS, BVV, Concat, If

from claims import Claim
from machine import IN, IN_2, OUT, holds, number

NONE = BVV((1 << 64) - 1, 64)


def truth(condition):
    """What a register holds of a bool, all of it: a caller may take it for an int."""
    return If(condition, BVV(1, 32), BVV(0, 32))


def equal(nbytes, function="equal"):
    def prove(machine):
        a, b = BVS("a", 8 * nbytes), BVS("b", 8 * nbytes)
        run = machine.run(function, [IN, nbytes, IN_2, nbytes], [(IN, a), (IN_2, b)])
        return run, all(holds(state, [state.regs.eax == truth(a == b)]) for state in run.returned)
    return prove


def equal_text(nchars):
    """Texts of one length: where a text ends is not secret."""
    def prove(machine):
        a, b = ([BVS("character", 8) for _ in range(nchars)] for _ in range(2))
        ends = BVV(0, 8)
        run = machine.run("equal_text", [IN, IN_2],
                          [(IN, Concat(*a, ends)), (IN_2, Concat(*b, ends))],
                          [character != 0 for character in a + b])
        same = Concat(*a) == Concat(*b)
        return run, all(holds(state, [state.regs.eax == truth(same)]) for state in run.returned)
    return prove


def find_equal(count, size):
    def prove(machine):
        needle, rows = BVS("needle", 8 * size), [BVS("row", 8 * size) for _ in range(count)]
        run = machine.run("find_equal", [OUT, IN, IN_2, count, size],
                          [(IN, needle), (IN_2, Concat(*rows))])
        lowest = NONE
        for index in reversed(range(count)):
            lowest = If(rows[index] == needle, BVV(index, 64), lowest)
        return run, all(
            holds(state, [number(state, OUT) == lowest, state.regs.eax == truth(lowest != NONE)])
            for state in run.returned)
    return prove


def claims():
    for nbytes in (1, 2, 7, 8, 15, 16, 31, 32, 33, 64):
        yield Claim("equal, 1 to 64 bytes each", "equal", equal(nbytes))
    for nchars in (1, 22, 43):
        yield Claim("equal_text, 1, 22 and 43 characters each", "equal_text", equal_text(nchars))
    for count, size in (1, 32), (2, 16), (4, 4), (3, 9):
        yield Claim("find_equal, up to 4 rows of up to 32 bytes", "find_equal",
                    find_equal(count, size))
