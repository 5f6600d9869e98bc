"""Integers, reals and UUIDs: each is made of the bits that were drawn, and of nothing else."""

import os

from claripy import BVS, BVV, FPV, FSORT_DOUBLE, UGE, UGT, ULE, ULT
from claripy import And, Concat, If, Not, ZeroExt

from claims import REJECTION, Claim
from definitions import lemire, uuid
from machine import OUT, IN, holds, is_equal, number, status

INVALID_ARGUMENT, TOO_LARGE = -2, -4

# Of the bounds, each of which takes half a second, one of so many is asked for.
EACH = int(os.environ.get("EACH", "1"))
SHARE = f", one of {EACH}" if EACH > 1 else ""

# The powers of two and their neighbours, what people ask for, and bounds that throw away the most.
BOUNDS = sorted(
    {(1 << i) + j for i in range(8, 64) for j in (-1, 0, 1)}
    | {10**i for i in range(3, 20)}
    | {(1 << 64) - 1, 3 << 62, 3 << 30, 999983, 0x8001, (1 << 23) + 1})
BOUNDS = [bound for bound in BOUNDS if bound > 0xFF]


def randbelow(bound):
    def prove(machine):
        run = machine.run("randbelow", [OUT, BVV(bound, 64)])
        defined = True
        for state in run.returned:
            kept, value = lemire(run.draws(state)[0].reversed, bound)
            value = ZeroExt(64 - value.length, value)
            defined &= holds(state, [status(state) == 0, kept, number(state, OUT) == value])
        for state in run.redrawing:
            kept, _ = lemire(run.draws(state)[0].reversed, bound)
            defined &= holds(state, [Not(kept)])
        return run, defined
    return prove


def randbits(bits):
    def prove(machine):
        run = machine.run("randbits", [OUT, bits])
        def claims(state):
            drawn = run.draws(state)[0]
            value = ZeroExt(64 - bits, drawn.reversed[bits - 1:0])
            return [status(state) == 0, *is_equal(number(state, OUT), value)]
        return run, all(holds(state, claims(state)) for state in run.returned)
    return prove


def randint_of_all(machine):
    low, high = -1 << 63, (1 << 63) - 1
    run = machine.run("randint", [OUT, BVV(low, 64), BVV(high, 64)])
    def claims(state):
        return [status(state) == 0,
                number(state, OUT) == run.draws(state)[0].reversed + BVV(low, 64)]
    return run, all(holds(state, claims(state)) for state in run.returned)


def randrange(start, step, count):
    """Each of the range's elements is start + index * step, for an index as randbelow draws it."""
    stop = start + step * count
    def prove(machine):
        run = machine.run("randrange", [OUT, *(BVV(n, 64) for n in (start, stop, step))])
        defined = True
        for state in run.returned:
            kept, index = lemire(run.draws(state)[0].reversed, count)
            value = ZeroExt(64 - index.length, index) * BVV(step, 64) + BVV(start, 64)
            defined &= holds(state, [status(state) == 0, kept, number(state, OUT) == value])
        return run, defined
    return prove


def random(machine):
    """The real is the 53 bits, times 2^-53: both operations are exact, and z3's are IEEE 754's."""
    run = machine.run("random", [OUT])
    def claims(state):
        drawn = run.draws(state)[0].reversed[52:0]
        whole = ZeroExt(11, drawn).val_to_fp(FSORT_DOUBLE, signed=True)
        real = whole * FPV(2.0 ** -53, FSORT_DOUBLE)
        return [status(state) == 0, number(state, OUT) == real.raw_to_bv()]
    return run, all(holds(state, claims(state)) for state in run.returned)


def uuid4(machine):
    run = machine.run("uuid4", [OUT])
    def claims(state):
        drawn = run.draws(state)[0]
        expected = uuid(drawn[127:80], 4, drawn[79:68], drawn[67:6])
        return [status(state) == 0, *is_equal(state.memory.load(OUT, 16), expected)]
    return run, all(holds(state, claims(state)) for state in run.returned)


def uuid7(machine):
    time = BVS("time", 64)
    run = machine.run("uuid7", [OUT, time])
    def claims(state):
        out = state.memory.load(OUT, 16)
        if not run.draws(state):
            return [UGE(time, 1 << 48), status(state) == BVV(INVALID_ARGUMENT, 32), out == 0]
        drawn = run.draws(state)[0]
        expected = uuid(time[47:0], 7, drawn[127:116], drawn[115:54])
        return [ULT(time, 1 << 48), status(state) == 0, *is_equal(out, expected)]
    return run, all(holds(state, claims(state)) for state in run.returned)


def uuid7_after(machine):
    """Above the previous one, whatever that is, whatever the time, whatever is drawn."""
    time, free = BVS("time", 64), BVS("free", 122)
    previous = uuid(free[121:74], 7, free[73:62], free[61:0])
    run = machine.run("uuid7_after", [OUT, IN, time], [(IN, previous)],
                      [ULT(time, 1 << 48)])
    def claims(state):
        out = state.memory.load(OUT, 16)
        if state.solver.eval(status(state)) != 0:
            # Only where the last millisecond that can be counted is used up.
            return [status(state) == BVV(TOO_LARGE, 32), out == 0,
                    UGE(free, (1 << 122) - (1 << 32))]
        same = ULE(time, free[121:74].zero_extend(16))
        step = Concat(out[127:80], out[75:64], out[61:0]) - free
        return [status(state) == 0, out[79:76] == 7, out[63:62] == 2, UGT(out, previous),
                If(same, And(UGE(step, 1), ULE(step, 1 << 32)), out[127:80] == time[47:0])]
    return run, all(holds(state, claims(state)) for state in run.returned)


def claims():
    for bound in range(2, 256, EACH):
        yield Claim("randbelow, every bound from 2 to 255, every 16-bit word" + SHARE, "randbelow",
                    randbelow(bound), REJECTION)
    for bound in BOUNDS[::EACH]:
        yield Claim("randbelow, bounds above: 2^i and neighbours, 10^i, 3 * 2^62" + SHARE, "randbelow",
                    randbelow(bound), REJECTION)
    for bits in range(1, 65):
        yield Claim("randbits, 1 to 64", "randbits", randbits(bits))
    yield Claim("randint, the full width", "randint", randint_of_all)
    for start, step, count in (0, 1, 6), (-1000000, 7, 285714), (1 << 62, -3, 1 << 61):
        yield Claim("randrange, steps of 1, 7 and -3", "randrange",
                    randrange(start, step, count), REJECTION)
    yield Claim("random", "random", random)
    yield Claim("uuid4", "uuid4", uuid4)
    # The time is not secret: a path for one that can be written and one for another.
    yield Claim("uuid7, every time", "uuid7", uuid7, 2)
    yield Claim("uuid7_after, every time after every UUID", "uuid7_after", uuid7_after, 6)
