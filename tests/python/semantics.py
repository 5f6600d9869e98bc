"""csecrets against CPython itself: the same values may come out, or both refuse.

Where values are drawn until all of a set were seen, the set has at most 8 values and DRAWS are
made: one stays unseen with a chance below 8 * (7/8)^300 < 2^-54. Fewer than 256 such sets are looked at,
so a false alarm has a chance below 2^-46.
"""

import ctypes
import itertools
import os
import random
import re
import secrets
import string
import unittest
from ctypes import POINTER, c_bool, c_char_p, c_double, c_int32, c_int64, c_size_t
from ctypes import c_uint32, c_uint64, c_void_p

DRAWS = 300
OK, INVALID_ARGUMENT, TOO_LARGE = 0, -2, -4
HEX = set("0123456789abcdef")
URLSAFE = set(string.ascii_letters + string.digits + "-_")

system = random.SystemRandom()
library = ctypes.CDLL(os.environ["CSECRETS_LIBRARY"])


def declare(name, result, *arguments):
    function = getattr(library, "csecrets_" + name)
    function.restype, function.argtypes = result, arguments
    return function


token_bytes = declare("token_bytes", c_int32, c_void_p, c_size_t)
token_hex = declare("token_hex", c_int32, c_char_p, c_size_t, c_size_t)
token_urlsafe = declare("token_urlsafe", c_int32, c_char_p, c_size_t, c_size_t)
randbelow = declare("randbelow", c_int32, POINTER(c_uint64), c_uint64)
randbits = declare("randbits", c_int32, POINTER(c_uint64), c_uint32)
randint = declare("randint", c_int32, POINTER(c_int64), c_int64, c_int64)
randrange = declare("randrange", c_int32, POINTER(c_int64), c_int64, c_int64, c_int64)
uniform = declare("random", c_int32, POINTER(c_double))
choice = declare("choice", c_int32, c_void_p, c_char_p, c_size_t, c_size_t)
choices = declare("choices", c_int32, c_void_p, c_size_t, c_char_p, c_size_t, c_size_t)
sample = declare("sample", c_int32, c_void_p, c_size_t, c_char_p, c_size_t, c_size_t)
shuffle = declare("shuffle", c_int32, c_void_p, c_size_t, c_size_t)
weighted = declare("weighted_index", c_int32, POINTER(c_size_t), POINTER(c_uint64), c_size_t)
equal = declare("equal", c_bool, c_char_p, c_size_t, c_char_p, c_size_t)
equal_text = declare("equal_text", c_bool, c_char_p, c_char_p)


def drawn(function, value, *arguments):
    """The set of what a function of one output gives, or its refusal."""
    seen = set()
    for _ in range(DRAWS):
        status = function(ctypes.byref(value), *arguments)
        if status != OK:
            return status
        seen.add(value.value)
    return seen


def taken(function, k, *arguments):
    """The set of texts of k characters that a function gives, or its refusal."""
    out = ctypes.create_string_buffer(max(k, 0) + 1)
    seen = set()
    for _ in range(DRAWS):
        status = function(out, *arguments)
        if status != OK:
            return status
        seen.add(out.raw[:k].decode())
    return seen


class Comparison(unittest.TestCase):
    def same(self, ours, python, possible):
        """Ours is a refusal where Python's call raises, else the set of all that is possible."""
        try:
            self.assertIn(python(), possible())
        except (ValueError, IndexError):
            self.assertIn(ours, (INVALID_ARGUMENT, TOO_LARGE))
        else:
            self.assertEqual(ours, set(possible()))


class Tokens(Comparison):
    def text(self, ours, size, python, alphabet):
        seen = set()
        for nbytes in range(1, 71):
            out = ctypes.create_string_buffer(256)
            theirs = python(nbytes)
            self.assertEqual(ours(out, len(out), nbytes), OK)
            token = out.value.decode()
            self.assertEqual(len(token), len(theirs))
            self.assertEqual(ours(out, len(theirs) + 1, nbytes), OK)
            self.assertEqual(ours(out, len(theirs), nbytes), -3)
            self.assertEqual(size(nbytes), len(theirs) + 1)
            self.assertLessEqual(set(theirs), alphabet)
            seen |= set(token)
        # At least 3200 characters of at most 64: one is missing with a chance below 2^-66.
        self.assertEqual(seen, alphabet)

    def test_hex(self):
        size = declare("hex_size", c_size_t, c_size_t)
        self.text(token_hex, size, secrets.token_hex, HEX)

    def test_urlsafe(self):
        size = declare("urlsafe_size", c_size_t, c_size_t)
        self.text(token_urlsafe, size, secrets.token_urlsafe, URLSAFE)

    def test_bytes(self):
        self.assertEqual(secrets.token_bytes(0), b"")
        self.assertEqual(token_bytes(None, 0), OK)
        self.assertRaises(ValueError, secrets.token_bytes, -1)
        out = ctypes.create_string_buffer(b"\xa5" * 16, 16)
        self.assertEqual(token_bytes(out, 2**64 - 1), TOO_LARGE)
        self.assertEqual(out.raw, b"\xa5" * 16)

    def test_default(self):
        with open(os.environ["CSECRETS_HEADER"]) as header:
            default = re.search(r"#define CSECRETS_DEFAULT_ENTROPY (\d+)", header.read())[1]
        self.assertEqual(int(default), secrets.DEFAULT_ENTROPY)
        self.assertEqual(len(secrets.token_hex()), 2 * int(default))


class Integers(Comparison):
    def test_randbelow(self):
        for bound in range(9):
            ours = drawn(randbelow, c_uint64(), bound)
            self.same(ours, lambda: secrets.randbelow(bound), lambda: range(bound))

    def test_randbits(self):
        for bits in range(4):
            ours = drawn(randbits, c_uint64(), bits)
            self.same(ours, lambda: secrets.randbits(bits), lambda: range(2**bits))
        # Ours stop where a uint64_t does; csecrets_randbits_big has no such end.
        self.assertGreaterEqual(secrets.randbits(65), 0)
        self.assertNotIsInstance(drawn(randbits, c_uint64(), 64), int)
        self.assertEqual(drawn(randbits, c_uint64(), 65), INVALID_ARGUMENT)

    def test_randint(self):
        edge = 2**63
        pairs = [(5, 5), (6, 5), (1, 6), (-3, 3), (0, 0), (-1, -8)]
        for low, high in pairs + [(-edge, -edge), (edge - 1, edge - 1), (edge - 1, -edge)]:
            ours = drawn(randint, c_int64(), low, high)
            self.same(ours, lambda: system.randint(low, high), lambda: range(low, high + 1))

    def test_randrange(self):
        starts, stops = (-7, -1, 0, 1, 5), (-6, 0, 1, 5, 8)
        for start, stop, step in itertools.product(starts, stops, (-9, -2, -1, 0, 1, 2, 3, 9)):
            if step != 0 and len(range(start, stop, step)) > 8:
                continue
            self.range(start, stop, step)
        edge = 2**63
        self.range(-edge, edge - 1, 2**62)
        self.range(edge - 1, -edge, -(2**62))
        self.range(-edge, edge - 1, edge - 1)
        self.range(edge - 1, -edge, -edge)
        self.range(-edge, -edge, 1)

    def range(self, start, stop, step):
        with self.subTest(start=start, stop=stop, step=step):
            ours = drawn(randrange, c_int64(), start, stop, step)
            python = lambda: system.randrange(start, stop, step)
            self.same(ours, python, lambda: range(start, stop, step))

    def test_random(self):
        for value in itertools.chain(drawn(uniform, c_double()), (system.random(),)):
            self.assertTrue(0 <= value < 1 and (value * 2**53).is_integer())


class Picks(Comparison):
    def test_choice(self):
        for text in ("", "a", "abc", "abcdefgh"):
            ours = taken(choice, 1, text.encode(), len(text), 1)
            self.same(ours, lambda: secrets.choice(text), lambda: text)

    def test_choices(self):
        for text, k in (("abc", 0), ("a", 3), ("ab", 3), ("abcdefgh", 1)):
            ours = taken(choices, k, k, text.encode(), len(text), 1)
            possible = lambda: ["".join(t) for t in itertools.product(text, repeat=k)]
            self.same(ours, lambda: "".join(system.choices(text, k=k)), possible)
        self.assertRaises(IndexError, system.choices, [], k=1)
        self.assertEqual(choices(ctypes.create_string_buffer(1), 1, None, 0, 1), INVALID_ARGUMENT)
        # Python lets nothing be drawn from nothing; ours calls that a mistake.
        self.assertEqual(system.choices([], k=0), [])
        self.assertEqual(choices(None, 0, None, 0, 1), INVALID_ARGUMENT)

    def test_sample(self):
        cases = ("abc", 0), ("abc", 2), ("abc", 3), ("abc", 4), ("abc", -1), ("", 0), ("", 1)
        for text, k in cases:
            ours = taken(sample, k, k, text.encode(), len(text), 1)
            possible = lambda: ["".join(t) for t in itertools.permutations(text, k)]
            self.same(ours, lambda: "".join(system.sample(text, k)), possible)

    def test_shuffle(self):
        for text in ("", "a", "ab", "abc"):
            seen = set()
            for _ in range(DRAWS):
                out = ctypes.create_string_buffer(text.encode())
                self.assertEqual(shuffle(out, len(text), 1), OK)
                seen.add(out.value.decode())
            theirs = list(text)
            system.shuffle(theirs)
            orders = {"".join(order) for order in itertools.permutations(text)}
            self.assertIn("".join(theirs), orders)
            self.assertEqual(seen, orders)

    def test_weights(self):
        for weights in ([1], [0, 1, 0], [1, 0, 2], [0, 0], [], [3, 1, 0, 2]):
            array = (c_uint64 * len(weights))(*weights)
            ours = drawn(weighted, c_size_t(), array, len(weights))
            python = lambda: system.choices(range(len(weights)), weights)[0]
            self.same(ours, python, lambda: [i for i, weight in enumerate(weights) if weight])


class Equality(Comparison):
    def test_compare_digest(self):
        texts = [b"", b"a", b"b", b"ab", b"ba", b"a\0"]
        texts += [b"a" * 31, b"a" * 32, b"a" * 31 + b"b", b"b" + b"a" * 31, b"\xff" * 32]
        for a, b in itertools.product(texts, repeat=2):
            expected = secrets.compare_digest(a, b)
            self.assertEqual(equal(a, len(a), b, len(b)), expected, (a, b))
            if b"\0" not in a + b:
                self.assertEqual(equal_text(a, b), expected, (a, b))


class Completeness(unittest.TestCase):
    def test_every_function_of_secrets_is_compared(self):
        with open(__file__) as source:
            source = source.read()
        for name in secrets.__all__:
            if name != "SystemRandom":
                self.assertRegex(source, rf"secrets\.{name}\(|secrets\.{name}, ")


if __name__ == "__main__":
    unittest.main()
