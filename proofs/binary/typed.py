"""What people type: base32 and codes, with separators anywhere and in both cases."""

from claripy import BVS, BVV, And, Concat, If, Not, Or, ZeroExt

from claims import VERDICT, Claim
from definitions import BASE32, belongs, character_range, digit, letters
from machine import IN, OUT, OUT_2, holds, is_equal, number, status

MALFORMED = -9
NONE = BVV(0, 8)


def capital(letter):
    return If(character_range(letter, b"az"), letter - 32, letter)


def base32_decode(nchars):
    """One character after the other: a digit adds five bits, and after a '=' no digit may come."""
    nbytes = 5 * nchars // 8
    def expected(text):
        bits, count, ended, right = BVV(0, 5 * nchars), NONE, BVV(0, 1), []
        for letter in letters(text):
            letter = capital(letter)
            is_digit = belongs(letter, BASE32)
            value = ZeroExt(5 * nchars - 5, digit(letter, BASE32, 5))
            right += [Or(is_digit, belongs(letter, b" -=")), Not(And(is_digit, ended == 1))]
            bits = If(is_digit, bits << 5 | value, bits)
            count = If(is_digit, count + 1, count)
            ended = If(letter == ord("="), BVV(1, 1), ended)
        # The digits first, and zeros for those that are not there.
        for digits in range(nchars):
            bits = If(count == digits, bits << 5 * (nchars - digits), bits)
        length = BVV(0, 64)
        for digits in range(nchars + 1):
            length = If(count == digits, BVV(5 * digits // 8, 64), length)
            spare = 5 * digits % 8
            if spare >= 5:
                right.append(count != digits)
            elif spare:
                end = 5 * (nchars - digits)
                right.append(Or(count != digits, bits[end + spare - 1:end] == 0))
        return bits[5 * nchars - 1:5 * nchars - 8 * nbytes], length, right
    def prove(machine):
        text = BVS("text", 8 * nchars)
        memory = [(IN, text), (OUT, BVV(-1, 8 * nbytes)), (OUT_2, BVV(-1, 64))]
        run = machine.run("base32_decode", [OUT, nbytes, OUT_2, IN, nchars], memory)
        bits, length, right = expected(text)
        defined = True
        for state in run.returned:
            out, told = state.memory.load(OUT, nbytes), number(state, OUT_2)
            if state.solver.eval(status(state)) == 0:
                defined &= holds(state, [status(state) == 0, told == length, And(*right)])
                defined &= holds(state, is_equal(out, bits))
            else:
                defined &= holds(state, [status(state) == BVV(MALFORMED, 32), told == 0])
                defined &= holds(state, is_equal(out, BVV(0, out.length)))
                defined &= not state.solver.satisfiable(right)
        return run, defined
    return prove


def code_normalize(nchars):
    """Letters and digits in capitals, O as 0, I and L as 1, one after the other; the rest dropped."""
    def expected(text):
        out, count, right = [NONE] * (nchars + 1), NONE, []
        for letter in letters(text):
            letter = capital(letter)
            right += [letter != ord("U"), letter < 0x80]
            kept = Or(character_range(letter, b"AZ"), character_range(letter, b"09"))
            read = If(letter == ord("O"), BVV(ord("0"), 8),
                      If(belongs(letter, b"IL"), BVV(ord("1"), 8), letter))
            out = [If(And(kept, count == place), read, old) for place, old in enumerate(out)]
            count = If(kept, count + 1, count)
        return Concat(*out), right
    def prove(machine):
        text = BVS("text", 8 * nchars)
        run = machine.run("code_normalize", [OUT, nchars + 1, IN, nchars],
                          [(IN, text), (OUT, BVV(-1, 8 * (nchars + 1)))])
        code, right = expected(text)
        defined = True
        for state in run.returned:
            out = state.memory.load(OUT, nchars + 1)
            if state.solver.eval(status(state)) == 0:
                defined &= holds(state, [status(state) == 0, And(*right)])
                # What is left of the room after the NUL is not looked at.
                end = BVV(0, 1)
                for place in range(nchars + 1):
                    found, due = out.get_byte(place), code.get_byte(place)
                    defined &= holds(state, [Or(end == 1, found == due)])
                    end = If(due == 0, BVV(1, 1), end)
            else:
                refused = [status(state) == BVV(MALFORMED, 32), out.get_byte(0) == 0]
                defined &= holds(state, refused)
                defined &= not state.solver.satisfiable(right)
        return run, defined
    return prove


def claims():
    for nchars in (2, 3, 4, 5, 8):
        yield Claim("base32_decode of 2, 3, 4, 5, 8 characters", "base32_decode",
                    base32_decode(nchars), VERDICT)
    for nchars in (1, 2, 4, 6):
        yield Claim("code_normalize of 1, 2, 4, 6 characters", "code_normalize",
                    code_normalize(nchars), VERDICT)
