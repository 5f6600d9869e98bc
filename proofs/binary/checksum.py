"""An API key's checksum: whether a key is accepted depends on its random characters through zlib's
CRC-32 of them and nothing else, and exactly one checksum is accepted.

z3 cannot decide this: sums modulo 2 of 240 bits are what such solvers are worst at. Here they are
computed with instead: a CRC's bits are such sums of the key's bits, and each bit that the library
computes is followed as one, until it is a sum that the CRC has. What depends on the CRC from there
on is 32 bits wide, and is run through on all of them by exhaust/api_key.c.
"""

import zlib

from claripy import BVS, BVV, And
from claripy.ast import Base

import claripy
from claims import Claim
from definitions import BASE62, belongs, letters
from machine import IN, IN_2, holds, status

RANDOM, CHECKSUM = 30, 6
MALFORMED, BAD_CHECKSUM = -9, -10
PREFIX = b"ghp"

# A bit is the sum of the key's bits that are set in this number, and of 1 if the one above them is.
ONE = 1 << 8 * RANDOM


def crc_bits():
    """The CRC's bits as sums, lowest first, from zlib's answers for keys of a single bit."""
    def crc(bits):
        return zlib.crc32(bits.to_bytes(RANDOM, "big"))
    nothing = crc(0)
    sums = [ONE if nothing >> j & 1 else 0 for j in range(32)]
    for i in range(8 * RANDOM):
        changed = crc(1 << i) ^ nothing
        for j in range(32):
            sums[j] |= (changed >> j & 1) << i
    return sums


def below(node):
    """All parts of an expression, each after its own."""
    ordered, met, rest = [], set(), [(node, False)]
    while rest:
        one, done = rest.pop()
        if done:
            ordered.append(one)
        elif one.hash() not in met:
            met.add(one.hash())
            rest.append((one, True))
            rest += [(part, False) for part in one.args if isinstance(part, Base)]
    return ordered


def sums_of(node, parts):
    """The node's bits as sums, lowest first; None where one is no sum. `parts` holds those of its
    parts."""
    args = [parts.get(arg.hash()) if isinstance(arg, Base) else arg for arg in node.args]
    width = node.length if isinstance(node, claripy.ast.BV) else 0
    if node.op == "BVV":
        return [ONE if node.args[0] >> i & 1 else 0 for i in range(width)]
    if not width or any(arg is None for arg in args):
        return None
    known = [arg for arg in args if isinstance(arg, list)]
    if node.op == "Extract":
        high, low, bits = args
        return bits[low:high + 1]
    if node.op == "Concat":
        return [bit for bits in reversed(known) for bit in bits]
    if node.op == "ZeroExt":
        return known[0] + [0] * args[0]
    if node.op == "SignExt":
        return known[0] + known[0][-1:] * args[0]
    if node.op == "__invert__":
        return [bit ^ ONE for bit in known[0]]
    if node.op == "__xor__":
        return [sum_of(column) for column in zip(*known)]
    if node.op in ("__and__", "__or__"):
        return columns(known, 0 if node.op == "__and__" else ONE)
    if node.op == "__mul__":
        return product(known, width)
    if node.op in ("__rshift__", "LShR", "__lshift__"):
        return shifted(node.op, *known)
    return None


def sum_of(column):
    total = 0
    for bit in column:
        total ^= bit
    return total


def columns(known, absorbing):
    """Bits of an and, or of an or: all but one must be constants, or one be the constant that
    decides."""
    result = []
    for column in zip(*known):
        free = {bit for bit in column if bit not in (0, ONE)}
        if absorbing in column:
            result.append(absorbing)
        elif len(free) <= 1:
            result.append(free.pop() if free else ONE ^ absorbing)
        else:
            return None
    return result


def constant(bits):
    return sum((bit == ONE) << i for i, bit in enumerate(bits)) if set(bits) <= {0, ONE} else None


def product(known, width):
    """Of a constant and a number of one unknown bit."""
    constants = [bits for bits in known if constant(bits) is not None]
    others = [bits for bits in known if constant(bits) is None]
    if len(constants) != 1 or len(others) != 1 or any(others[0][1:]):
        return None
    factor = constant(constants[0])
    return [others[0][0] if factor >> i & 1 else 0 for i in range(width)]


def shifted(op, bits, by):
    by = constant(by)
    if by is None or by > len(bits):
        return None
    if op == "__lshift__":
        return [0] * by + bits[:len(bits) - by]
    return bits[by:] + (bits[-1:] if op == "__rshift__" else [0]) * by


def in_terms_of_crc(node, key, crc):
    """The expression with `crc` in place of what is a CRC of the key; None where something else of
    the key is left."""
    bits = {}
    for j, one in enumerate(crc_bits()):
        bits[one], bits[one ^ ONE] = crc[j:j], ~crc[j:j]
    bits[0], bits[ONE] = BVV(0, 1), BVV(1, 1)
    parts = {key.hash(): [1 << i for i in range(8 * RANDOM)]}
    new = {}
    for one in below(node):
        if one.hash() not in parts:
            parts[one.hash()] = sums_of(one, parts)
        sums = parts[one.hash()]
        if key.variables <= one.variables and sums and all(bit in bits for bit in sums):
            new[one.hash()] = claripy.Concat(*(bits[bit] for bit in reversed(sums))) \
                if len(sums) > 1 else bits[sums[0]]
        elif one.args and any(isinstance(arg, Base) for arg in one.args):
            args = [new[arg.hash()] if isinstance(arg, Base) else arg for arg in one.args]
            new[one.hash()] = one.make_like(one.op, tuple(args))
        else:
            new[one.hash()] = one
    result = new[node.hash()]
    return None if key.variables & result.variables else result


def check(machine):
    key, checksum = BVS("key", 8 * RANDOM), BVS("checksum", 8 * CHECKSUM)
    whole = claripy.Concat(BVV(PREFIX + b"_"), key, checksum)
    run = machine.run("api_key_check", [IN, whole.length // 8, IN_2],
                      [(IN, whole), (IN_2, PREFIX + b"\0")])
    right = [belongs(letter, BASE62) for letter in letters(key) + letters(checksum)]
    crc, other = BVS("crc", 32), BVS("other", 8 * CHECKSUM)
    defined = True
    for state in run.returned:
        if not status(state).symbolic:
            defined &= holds(state, [status(state) == BVV(MALFORMED, 32)])
            defined &= not state.solver.satisfiable(right)
            continue
        defined &= holds(state, [And(*right)])
        answer = in_terms_of_crc(status(state), key, crc)
        if answer is None:
            return run, False
        accepted = claripy.Solver()
        accepted.add([answer == 0, claripy.replace(answer, checksum, other) == 0])
        defined &= not accepted.satisfiable([checksum != other])
        defined &= not claripy.Solver().satisfiable(
            [answer != 0, answer != BVV(BAD_CHECKSUM, 32)])
    return run, defined


def claims():
    # One path for what is no key, and one for what is: right and wrong checksums have the same.
    yield Claim("api_key_check, every key of a prefix of three", "api_key_check", check, 2)
