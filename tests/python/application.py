"""csecrets against Python's base64, hmac, hashlib and uuid, and against pyotp and oathtool: the
same bytes come out, or both refuse.

Inputs are those of a generator with a seed: a test that fails can be looked at. Each topic says how
many comparisons it made.
"""

import base64
import binascii
import ctypes
import hashlib
import hmac
import os
import random
import string
import struct
import subprocess
import unittest
import uuid
from ctypes import POINTER, byref, c_bool, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_uint64

OK, MALFORMED, BAD_CODE, REPLAYED = 0, -9, -13, -14
NOW = 1700000000

library = ctypes.CDLL(os.environ["CSECRETS_LIBRARY"])


class Span(ctypes.Structure):
    _fields_ = [("data", c_char_p), ("nbytes", c_size_t)]


class Params(ctypes.Structure):
    _fields_ = [(name, c_uint32) for name in ("size", "digits", "period", "window", "algorithm")]


def declare(name, result, *arguments):
    function = getattr(library, "csecrets_" + name)
    function.restype, function.argtypes = result, arguments
    return function


text_of = (c_char_p, c_size_t, c_char_p, c_size_t)
bytes_of = (c_char_p, c_size_t, POINTER(c_size_t), c_char_p, c_size_t)
message = (c_char_p, c_size_t, POINTER(Span), c_size_t)
key_now = (c_char_p, c_size_t, c_int64)
base32_encode = declare("base32_encode", c_int32, *text_of)
base32_decode = declare("base32_decode", c_int32, *bytes_of)
code = declare("code", c_int32, c_char_p, c_size_t, c_size_t, c_size_t, c_char_p)
code_normalize = declare("code_normalize", c_int32, *text_of)
hmac_sha256 = declare("hmac_sha256", c_int32, c_char_p, *message)
hmac_matches = declare("hmac_sha256_matches", c_bool, c_char_p, c_size_t, *message)
password_hash = declare("password_hash", c_int32, *text_of, c_uint32)
password_matches = declare("password_matches", c_bool, c_char_p, c_char_p, c_size_t)
password_iterations = declare("password_iterations", c_uint32, c_char_p)
totp = declare("totp", c_int32, c_char_p, c_size_t, *key_now, POINTER(Params))
totp_verify = declare("totp_verify", c_int32, POINTER(c_uint64), c_char_p, c_size_t, *key_now,
                      c_uint64, POINTER(Params))
hotp = declare("hotp", c_int32, c_char_p, c_size_t, c_char_p, c_size_t, c_uint64, c_uint32)
uuid_parse = declare("uuid_parse", c_int32, c_char_p, c_char_p, c_size_t)


class Topic(unittest.TestCase):
    def setUp(self):
        self.source = random.Random(42)
        self.compared = 0

    def tearDown(self):
        print(f"{type(self).__name__}, {self._testMethodName}: {self.compared} comparisons")

    def same(self, ours, theirs, *about):
        self.compared += 1
        self.assertEqual(ours, theirs, about)

    def written(self, function, size, *arguments):
        """The text that a function writes, or its status."""
        out = ctypes.create_string_buffer(b"\xa5" * size, size)
        status = function(out, size, *arguments)
        return out.value.decode() if status == OK else status


class Base32(Topic):
    def decoded(self, text):
        out = ctypes.create_string_buffer(b"\xa5" * (len(text) + 1), len(text) + 1)
        nbytes = c_size_t(77)
        status = base32_decode(out, len(text), byref(nbytes), text, len(text))
        self.assertEqual(out.raw[nbytes.value:-1].strip(b"\0"), b"")
        self.assertEqual(out.raw[-1:], b"\xa5")
        return out.raw[:nbytes.value] if status == OK else status

    def theirs(self, text):
        """What Python reads, less strictly here and more strictly there."""
        text = text.translate(None, b" -").rstrip(b"=").upper()
        try:
            data = base64.b32decode(text + b"=" * (-len(text) % 8))
        except binascii.Error:
            return MALFORMED
        canonical = base64.b32encode(data).rstrip(b"=") == text
        return data if canonical else MALFORMED

    def test_encode(self):
        for nbytes in range(600):
            data = self.source.randbytes(nbytes)
            theirs = base64.b32encode(data).decode().rstrip("=")
            self.same(self.written(base32_encode, len(theirs) + 1, data, nbytes), theirs)

    def test_decode(self):
        for nbytes in range(300):
            data = self.source.randbytes(nbytes)
            text = base64.b32encode(data)
            self.same(self.decoded(text), data)
            self.same(self.decoded(text.lower().rstrip(b"=")), data)
            grouped = b" ".join(text[at:at + 4] for at in range(0, len(text), 4))
            self.same(self.decoded(grouped), data)

    def test_decode_anything(self):
        alphabet = b"ABCdefXYZ234567-- ="
        for _ in range(30000):
            text = bytes(self.source.choices(alphabet, k=self.source.randint(0, 20)))
            self.same(self.decoded(text), self.theirs(text), text)
        for _ in range(3000):
            text = bytes(self.source.choices(range(256), k=self.source.randint(1, 4)))
            self.same(self.decoded(text), self.theirs(text), text)


class Codes(Topic):
    CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

    def test_code(self):
        for groups in range(1, 12):
            for group_len in range(1, 12):
                separator = self.source.choice(["", "-", " ", "--", " / "])
                ours = self.written(code, 300, groups, group_len, separator.encode())
                if groups * group_len < 10:
                    self.same(ours, -7)
                    continue
                parts = ours.split(separator) if separator else [ours]
                self.same([len(part) for part in parts],
                          [group_len] * groups if separator else [groups * group_len])
                self.assertLessEqual(set("".join(parts)), set(self.CROCKFORD))

    def test_normalize(self):
        for _ in range(20000):
            printable = self.source.choices(string.printable, k=self.source.randint(0, 20))
            others = self.source.choices(range(256), k=self.source.choice([0, 0, 0, 3]))
            typed = bytes(others) + "".join(printable).encode()
            plain = typed.decode("latin-1")
            kept = [c for c in plain if c in string.ascii_letters + string.digits]
            theirs = "".join(kept).upper().translate(str.maketrans("OIL", "011"))
            if "U" in theirs or any(ord(c) > 127 for c in plain):
                theirs = MALFORMED
            ours = self.written(code_normalize, len(typed) + 1, typed, len(typed))
            self.same(ours, theirs, typed)


class Hmac(Topic):
    def test_tags(self):
        for key_len in list(range(1, 140)) + [1000]:
            key = self.source.randbytes(key_len)
            for count in range(6):
                parts = [self.source.randbytes(self.source.randint(0, 150)) for _ in range(count)]
                spans = (Span * count)(*[Span(part, len(part)) for part in parts])
                out = ctypes.create_string_buffer(32)
                arguments = key, key_len, spans, count
                self.assertEqual(hmac_sha256(out, *arguments), OK)
                theirs = hmac.digest(key, b"".join(parts), "sha256")
                self.same(out.raw, theirs)
                self.same(hmac_matches(theirs, 32, *arguments), True)
                forged = bytearray(theirs)
                forged[self.source.randrange(32)] ^= 1 << self.source.randrange(8)
                self.same(hmac_matches(bytes(forged), 32, *arguments), False)


class StoredPasswords(Topic):
    def text(self, password, salt, iterations):
        encode = lambda data: base64.b64encode(data).decode().rstrip("=")
        derived = hashlib.pbkdf2_hmac("sha256", password, salt, iterations)
        return f"$pbkdf2-sha256$i={iterations}${encode(salt)}${encode(derived)}".encode()

    def test_ours(self):
        for iterations in (100000, 123456, 600000):
            password = self.source.randbytes(self.source.randint(1, 100))
            ours = self.written(password_hash, 93, password, len(password), iterations).encode()
            salt = base64.b64decode(ours.split(b"$")[3] + b"==")
            self.assertEqual(len(salt), 16)
            self.same(ours, self.text(password, salt, iterations))

    def test_theirs(self):
        for length in range(1, 200):
            password, salt = self.source.randbytes(length), self.source.randbytes(16)
            iterations = self.source.randint(1, 50)
            text = self.text(password, salt, iterations)
            self.same(password_matches(text, password, length), True)
            self.same(password_iterations(text), iterations)
            other = self.text(password + b"x", salt, iterations)
            self.same(password_matches(other, password, length), False)


class OneTimeCodes(Topic):
    ALGORITHMS = {1: hashlib.sha1, 2: hashlib.sha256}

    def params(self, digits, period, window, algorithm):
        return Params(ctypes.sizeof(Params), digits, period, window, algorithm)

    def some(self, periods=(15, 30, 60, 300)):
        """A key, a time and parameters."""
        key = self.source.randbytes(self.source.randint(16, 100))
        digits, period = self.source.randint(6, 8), self.source.choice(periods)
        now = self.source.choice([NOW, 10**9, 2**31, 2**37]) + self.source.randrange(10**6)
        return key, now, digits, period, self.source.choice([1, 2])

    def verified(self, code, key, now, after_step, params):
        step = c_uint64(77)
        status = totp_verify(byref(step), code, len(code), key, len(key), now, after_step, params)
        return step.value if status == OK else status

    def test_by_hand(self):
        for _ in range(5000):
            key, now, digits, period, algorithm = self.some()
            tag = hmac.digest(key, struct.pack(">Q", now // period), self.ALGORITHMS[algorithm])
            at = tag[-1] & 15
            number = int.from_bytes(tag[at:at + 4], "big") & 0x7FFFFFFF
            params = self.params(digits, period, 0, algorithm)
            ours = self.written(totp, digits + 1, key, len(key), now, params)
            self.same(ours, f"{number % 10**digits:0{digits}}")

    def test_pyotp(self):
        import pyotp
        for _ in range(3000):
            # No more is a period to pyotp.
            key, now, digits, period, algorithm = self.some(periods=(15, 30, 60, 120))
            secret = base64.b32encode(key).decode()
            digest = self.ALGORITHMS[algorithm]
            theirs = pyotp.TOTP(secret, digits=digits, interval=period, digest=digest)
            params = self.params(digits, period, 3, algorithm)
            self.same(self.written(totp, 9, key, len(key), now, params), theirs.at(now))
            counter = self.source.randrange(2**63)
            ours = self.written(hotp, 9, key, len(key), counter, digits)
            self.same(ours, pyotp.HOTP(secret, digits=digits).at(counter))
            # What pyotp takes in a window, csecrets takes, and once.
            then = now + self.source.randint(-5, 5) * period
            typed = theirs.at(then)
            step = self.verified(typed.encode(), key, now, 0, params)
            self.same(step >= 0, theirs.verify(typed, for_time=now, valid_window=3))
            if step >= 0:
                self.same(self.verified(typed.encode(), key, now, step - 1, params), step)
                self.same(self.verified(typed.encode(), key, now, step, params), REPLAYED)
            else:
                self.same(step, BAD_CODE)

    def oathtool(self, *arguments):
        asked = ["oathtool", *map(str, arguments)]
        return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()

    def test_oathtool(self):
        for _ in range(150):
            key, now, digits, period, algorithm = self.some()
            mode = {1: "--totp=sha1", 2: "--totp=sha256"}[algorithm]
            clock = "-s", f"{period}s", "-N", f"@{now}"
            theirs = self.oathtool(mode, "-d", digits, *clock, key.hex())
            params = self.params(digits, period, 0, algorithm)
            self.same(self.written(totp, 9, key, len(key), now, params), theirs)
            counter = self.source.randrange(2**32)
            theirs = self.oathtool("--hotp", "-d", digits, "-c", counter, key.hex())
            self.same(self.written(hotp, 9, key, len(key), counter, digits), theirs)


class Uuids(Topic):
    def test_parse(self):
        for _ in range(5000):
            theirs = uuid.UUID(bytes=self.source.randbytes(16))
            for text in (str(theirs), str(theirs).upper()):
                out = ctypes.create_string_buffer(16)
                self.assertEqual(uuid_parse(out, text.encode(), len(text)), OK)
                self.same(out.raw, theirs.bytes)


if __name__ == "__main__":
    unittest.main()
