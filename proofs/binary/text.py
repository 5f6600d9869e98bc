"""Text of bytes and bytes of text, and tokens: every byte and every character at every place."""

from claripy import BVS, BVV, And, Concat, Not

from claims import VERDICT, Claim
from definitions import BASE32, CROCKFORD32, HEX, URLSAFE, small, spelled, spells
from machine import IN, OUT, OUT_2, holds, is_equal, number, status

MALFORMED = -9
HEXADECIMAL, BASE64URL, BASE_32 = ("hex", 4, HEX), ("urlsafe", 6, URLSAFE), ("base32", 5, BASE32)
NUL = BVV(0, 8)


def encode(codec, nbytes):
    name, bits, alphabet = codec
    def prove(machine):
        data = BVS("data", 8 * nbytes)
        expected = Concat(spelled(data, bits, alphabet), NUL)
        size = expected.length // 8
        run = machine.run(f"{name}_encode", [OUT, size, IN, nbytes], [(IN, data)])
        return run, all(
            holds(state, [status(state) == 0, *is_equal(state.memory.load(OUT, size), expected)])
            for state in run.returned)
    return prove


def decode(codec, nchars):
    name, bits, alphabet = codec
    nbytes = bits * nchars // 8
    def prove(machine):
        text = BVS("text", 8 * nchars)
        memory = [(IN, text), (OUT, BVV(-1, 8 * nbytes)), (OUT_2, BVV(-1, 64))]
        run = machine.run(f"{name}_decode", [OUT, nbytes, OUT_2, IN, nchars], memory)
        expected, right = spells(small(text) if codec == HEXADECIMAL else text, bits, alphabet)
        defined = True
        for state in run.returned:
            out, length = state.memory.load(OUT, nbytes), number(state, OUT_2)
            if state.solver.eval(status(state)) == 0:
                defined &= holds(state, [status(state) == 0, length == nbytes, And(*right)])
                defined &= holds(state, is_equal(out, expected))
            else:
                defined &= holds(state, [status(state) == BVV(MALFORMED, 32), length == 0])
                defined &= holds(state, is_equal(out, BVV(0, out.length)))
                defined &= not state.solver.satisfiable(right)
        return run, defined
    return prove


def token(codec, nbytes):
    name, bits, alphabet = codec
    def prove(machine):
        size = -(-8 * nbytes // bits) + 1
        run = machine.run(f"token_{name}", [OUT, size, nbytes])
        def claims(state):
            drawn, = run.draws(state)
            expected = Concat(spelled(drawn, bits, alphabet), NUL)
            return [status(state) == 0, *is_equal(state.memory.load(OUT, size), expected)]
        return run, all(holds(state, claims(state)) for state in run.returned)
    return prove


def token_alphabet(nchars):
    """Of 32 characters, for which no byte is thrown away; where one is, the place of the next
    depends on it."""
    def prove(machine):
        run = machine.run("token_alphabet", [OUT, nchars + 1, nchars, IN],
                          [(IN, CROCKFORD32 + b"\0")])
        def claims(state):
            drawn, = run.draws(state)
            digits = Concat(*(drawn.get_byte(i)[7:3] for i in range(nchars)))
            expected = Concat(spelled(digits, 5, CROCKFORD32), NUL)
            return [status(state) == 0, *is_equal(state.memory.load(OUT, nchars + 1), expected)]
        return run, all(holds(state, claims(state)) for state in run.returned)
    return prove


def code(machine):
    """Two groups of five characters, each from five bits of a byte of its own; the byte for the place
    of the separator is thrown away."""
    run = machine.run("code", [OUT, 12, 2, 5, IN], [(IN, b"-\0")])
    def claims(state):
        drawn, = run.draws(state)
        drawn = Concat(*(drawn.get_byte(i)[7:3] for i in range(11) if i != 5))
        characters = spelled(drawn, 5, CROCKFORD32)
        expected = Concat(characters[79:40], BVV(ord("-"), 8), characters[39:0], NUL)
        return [status(state) == 0, *is_equal(state.memory.load(OUT, 12), expected)]
    return run, all(holds(state, claims(state)) for state in run.returned)


def uuid_text(machine):
    uuid = BVS("uuid", 128)
    run = machine.run("uuid_text", [OUT, 37, IN], [(IN, uuid)])
    expected = dashed(spelled(uuid, 4, HEX))
    return run, all(
        holds(state, [status(state) == 0, *is_equal(state.memory.load(OUT, 37), expected)])
        for state in run.returned)


def dashed(digits):
    """The digits of a UUID with what stands between them."""
    groups = [digits[255 - 8 * start:256 - 8 * end]
              for start, end in ((0, 8), (8, 12), (12, 16), (16, 20), (20, 32))]
    dash = BVV(ord("-"), 8)
    return Concat(*[part for group in groups for part in (group, dash)][:-1], NUL)


def uuid_parse(machine):
    text = BVS("text", 8 * 36)
    digits = Concat(*(text.get_byte(i) for i in range(36) if i not in (8, 13, 18, 23)))
    dashes = [text.get_byte(i) == ord("-") for i in (8, 13, 18, 23)]
    expected, right = spells(small(digits), 4, HEX)
    run = machine.run("uuid_parse", [OUT, IN, 36], [(IN, text), (OUT, BVV(-1, 128))])
    defined = True
    for state in run.returned:
        out = state.memory.load(OUT, 16)
        if state.solver.eval(status(state)) == 0:
            defined &= holds(state, [status(state) == 0, And(*right, *dashes)])
            defined &= holds(state, is_equal(out, expected))
        else:
            defined &= holds(state, [status(state) == BVV(MALFORMED, 32), out == 0])
            defined &= not state.solver.satisfiable([*right, *dashes])
    return run, defined


def claims():
    for codec, sizes in ((HEXADECIMAL, (1, 8, 16, 32, 33, 64)),
                         (BASE64URL, (1, 2, 3, 16, 32, 47, 48, 49)),
                         (BASE_32, (1, 2, 3, 4, 5, 20, 32))):
        name = codec[0]
        for nbytes in sizes:
            yield Claim(f"{name}_encode of {', '.join(map(str, sizes))} bytes", f"{name}_encode",
                        encode(codec, nbytes))
    for codec, sizes in (HEXADECIMAL, (2, 16, 32)), (BASE64URL, (2, 3, 4, 6, 22)):
        name = codec[0]
        for nchars in sizes:
            yield Claim(f"{name}_decode of {', '.join(map(str, sizes))} characters",
                        f"{name}_decode", decode(codec, nchars), VERDICT)
    for codec, sizes in (HEXADECIMAL, (16, 32)), (BASE64URL, (15, 16, 17, 32)):
        name = codec[0]
        for nbytes in sizes:
            yield Claim(f"token_{name} of {', '.join(map(str, sizes))} bytes", f"token_{name}",
                        token(codec, nbytes))
    yield Claim("token_alphabet, 16 of 32 characters", "token_alphabet", token_alphabet(16))
    yield Claim("code of 2 groups of 5", "code", code)
    yield Claim("uuid_text", "uuid_text", uuid_text)
    # Whether each '-' is in its place shows, and whether all digits are.
    yield Claim("uuid_parse", "uuid_parse", uuid_parse, 4 + VERDICT)
