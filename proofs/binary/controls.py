"""That the proofs see what they look for: each function of controls.c has to be refused, and for the
reason that it was written with."""

from claripy import BVV, Not, ZeroExt

import checksum
import compare
import integers
import text
from claims import NOTHING, REJECTION, VERDICT, Claim
from definitions import lemire
from machine import OUT, holds, number


def randint(bound):
    """As integers.randbelow, from 16-bit words."""
    def prove(machine):
        run = machine.run("randint", [OUT, 0, bound - 1])
        defined = True
        for state in run.returned:
            kept, value = lemire(run.draws(state)[0].reversed, bound)
            defined &= holds(state, [kept, number(state, OUT) == ZeroExt(48, value)])
        for state in run.redrawing:
            defined &= holds(state, [Not(lemire(run.draws(state)[0].reversed, bound)[0])])
        return run, defined
    return prove


def claims():
    yield Claim("a comparison that stops early: paths", "equal", compare.equal(8), NOTHING)
    yield Claim("a table of digits: addresses", "hex_encode", text.encode(text.HEXADECIMAL, 8))
    yield Claim("a remainder: divisions, and small values favoured", "randbelow",
                integers.randbelow(100), REJECTION)
    yield Claim("one word too many is kept", "randint", randint(99), REJECTION)
    yield Claim("a variant left to chance", "uuid4", integers.uuid4)
    yield Claim("'.' is taken for '_'", "urlsafe_decode", text.decode(text.BASE64URL, 4), VERDICT)
    yield Claim("another CRC than zlib's", "api_key_check", checksum.check, 2)
