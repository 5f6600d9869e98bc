"""Known answers of our own, beside those of the RFCs in the unit tests: Python's hashlib, hmac,
base64 and uuid answer the same questions as the shipped library, in the classes of Wycheproof. Every
length from nothing to beyond two blocks, keys longer than a block, tags cut short, lengthened and
with one bit changed.

answers.py LIBRARY
"""

import base64
import binascii
import ctypes
import hashlib
import hmac
import random
import sys
import uuid
from ctypes import byref, c_char_p, c_size_t, create_string_buffer

# One seed: the same questions every time.
chance = random.Random(20260101)
counts = {}


class Span(ctypes.Structure):
    _fields_ = [("data", c_char_p), ("nbytes", c_size_t)]


def check(topic, holds):
    asked, wrong = counts.get(topic, (0, 0))
    counts[topic] = asked + 1, wrong + (not holds)


def some_bytes(nbytes):
    return chance.randbytes(nbytes)


def spans(message):
    """The message in up to four parts, some of them empty."""
    cuts = sorted(chance.randint(0, len(message)) for _ in range(chance.randint(0, 3)))
    parts = [message[a:b] for a, b in zip([0, *cuts], [*cuts, len(message)])]
    return (Span * len(parts))(*(Span(part, len(part)) for part in parts)), len(parts)


def hashes(library):
    for nbytes in range(1, 300):
        token, out = some_bytes(nbytes), create_string_buffer(32)
        status = library.csecrets_token_hash(out, token, c_size_t(nbytes))
        expected = hashlib.sha256(token).digest()
        check("SHA-256, 1 to 299 bytes", status == 0 and out.raw == expected)


def macs(library):
    for key_len in (1, 31, 32, 33, 63, 64, 65, 127, 128, 129, 200):
        for nbytes in (*range(0, 140), 1000):
            key, message, out = some_bytes(key_len), some_bytes(nbytes), create_string_buffer(32)
            parts, count = spans(message)
            status = library.csecrets_hmac_sha256(out, key, c_size_t(key_len), parts,
                                                  c_size_t(count))
            expected = hmac.digest(key, message, "sha256")
            check("HMAC-SHA-256, keys of 1 to 200 bytes", status == 0 and out.raw == expected)
    key, message = some_bytes(40), some_bytes(100)
    parts, count = spans(message)
    tag = hmac.digest(key, message, "sha256")

    def matches(other):
        return library.csecrets_hmac_sha256_matches(
            other, c_size_t(len(other)), key, c_size_t(len(key)), parts, c_size_t(count))
    check("HMAC-SHA-256, a right tag", matches(tag) == 1)
    for end in range(32):
        check("HMAC-SHA-256, tags cut short", matches(tag[:end]) == 0)
        check("HMAC-SHA-256, tags lengthened", matches(tag + tag[:end + 1]) == 0)
    for bit in range(256):
        changed = bytearray(tag)
        changed[bit // 8] ^= 1 << bit % 8
        check("HMAC-SHA-256, tags with one bit changed", matches(bytes(changed)) == 0)


def derived_keys(library):
    for case in range(300):
        password, salt = some_bytes(case % 150), some_bytes(chance.randint(0, 80))
        nbytes, iterations = chance.randint(1, 100), chance.randint(1, 5)
        out = create_string_buffer(nbytes)
        status = library.csecrets_pbkdf2_sha256(
            out, c_size_t(nbytes), password, c_size_t(len(password)), salt, c_size_t(len(salt)),
            ctypes.c_uint32(iterations))
        expected = hashlib.pbkdf2_hmac("sha256", password, salt, iterations, nbytes)
        check("PBKDF2, passwords of 0 to 149 bytes", status == 0 and out.raw == expected)


def stored_passwords(library):
    """What is stored is read by its definition, and what is written by it is taken."""
    for password in (b"a", b"correct horse battery staple", some_bytes(64).hex().encode()):
        out = create_string_buffer(200)
        status = library.csecrets_password_hash(out, c_size_t(200), password,
                                                c_size_t(len(password)), ctypes.c_uint32(100000))
        _, name, rounds, salt, key = out.value.decode().split("$")
        salt, key = (base64.b64decode(part + "=" * (-len(part) % 4)) for part in (salt, key))
        expected = hashlib.pbkdf2_hmac("sha256", password, salt, int(rounds[2:]))
        check("stored passwords, read by hashlib",
              (status, name, key) == (0, "pbkdf2-sha256", expected))
        salt = some_bytes(16)
        key = hashlib.pbkdf2_hmac("sha256", password, salt, 100000)
        stored = "$pbkdf2-sha256$i=100000$" + "$".join(
            base64.b64encode(part).decode().rstrip("=") for part in (salt, key))
        matches = library.csecrets_password_matches
        check("stored passwords, written by hashlib",
              matches(stored.encode(), password, c_size_t(len(password))) == 1)
        check("stored passwords, of another password",
              matches(stored.encode(), password + b"x", c_size_t(len(password) + 1)) == 0)
        for place in range(len(stored)):
            changed = stored[:place] + ("A" if stored[place] != "A" else "B") + stored[place + 1:]
            if place % 13 == 0:
                check("stored passwords, with a character changed",
                      matches(changed.encode(), password, c_size_t(len(password))) == 0)


def texts(library):
    codecs = {
        "hex": binascii.hexlify,
        "urlsafe": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
        "base32": lambda data: base64.b32encode(data).rstrip(b"="),
    }
    for name, encode in codecs.items():
        for nbytes in range(0, 200):
            data, text = some_bytes(nbytes), create_string_buffer(2 * nbytes + 2)
            status = getattr(library, f"csecrets_{name}_encode")(
                text, c_size_t(len(text)), data, c_size_t(nbytes))
            expected = encode(data)
            back, length = create_string_buffer(nbytes + 1), c_size_t(7)
            again = getattr(library, f"csecrets_{name}_decode")(
                back, c_size_t(nbytes + 1), byref(length), expected, c_size_t(len(expected)))
            check(f"{name}, 0 to 199 bytes", (status, text.value) == (0, expected))
            check(f"{name}, back", (again, length.value, back.raw[:nbytes]) == (0, nbytes, data))


def uuids(library):
    for _ in range(500):
        out, text = create_string_buffer(16), create_string_buffer(37)
        check("UUIDs, version 4", library.csecrets_uuid4(out) == 0)
        read = uuid.UUID(bytes=out.raw)
        check("UUIDs, version 4", (read.version, read.variant) == (4, uuid.RFC_4122))
        status = library.csecrets_uuid_text(text, c_size_t(37), out)
        check("UUIDs, as text", (status, text.value.decode()) == (0, str(read)))
        back = create_string_buffer(16)
        status = library.csecrets_uuid_parse(back, str(read).upper().encode(), c_size_t(36))
        check("UUIDs, from text", (status, back.raw) == (0, out.raw))


class TotpParams(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint32)
                for name in ("struct_size", "digits", "period", "window", "algorithm")]


def truncated(key, counter, digits, algorithm):
    """RFC 4226, section 5.3."""
    mac = hmac.digest(key, counter.to_bytes(8, "big"), algorithm)
    offset = mac[-1] & 15
    number = int.from_bytes(mac[offset:offset + 4], "big") & 0x7FFFFFFF
    return str(number % 10**digits).zfill(digits)


def one_time_codes(library):
    for case in range(20000):
        key = some_bytes(chance.randint(16, 150))
        counter = chance.getrandbits(64) if case % 2 else case
        digits, out = 6 + case % 3, create_string_buffer(9)
        status = library.csecrets_hotp(out, c_size_t(9), key, c_size_t(len(key)),
                                       ctypes.c_uint64(counter), ctypes.c_uint32(digits))
        check("one-time codes, by counter",
              (status, out.value.decode()) == (0, truncated(key, counter, digits, "sha1")))
    for case in range(4000):
        key = some_bytes(chance.randint(16, 150))
        now, digits = chance.randint(10**9, 10**10), 6 + case % 3
        period, algorithm = chance.randint(15, 300), 1 + case % 2
        params = TotpParams(ctypes.sizeof(TotpParams), digits, period, 1, algorithm)
        out, step = create_string_buffer(9), ctypes.c_uint64(7)
        status = library.csecrets_totp(out, c_size_t(9), key, c_size_t(len(key)),
                                       ctypes.c_int64(now), byref(params))
        name = {1: "sha1", 2: "sha256"}[algorithm]
        due = truncated(key, now // period, digits, name)
        check("one-time codes, by time", (status, out.value.decode()) == (0, due))
        # The code of a neighbour is taken, and that of the next but one is not, but by chance.
        for away, taken in (-1, True), (0, True), (1, True), (2, False), (-2, False):
            code = truncated(key, now // period + away, digits, name)
            near = [truncated(key, now // period + i, digits, name) for i in (-1, 0, 1)]
            status = library.csecrets_totp_verify(
                byref(step), code.encode(), c_size_t(digits), key, c_size_t(len(key)),
                ctypes.c_int64(now), ctypes.c_uint64(0), byref(params))
            if taken or code not in near:
                check("one-time codes, verified", (status == 0) == taken)


def control(library):
    """The judge: a question whose answer is not what the library gives."""
    out = create_string_buffer(32)
    library.csecrets_token_hash(out, b"abc", c_size_t(3))
    return out.raw == hashlib.sha256(b"abd").digest()


def main(path):
    library = ctypes.CDLL(path)
    for ask in (hashes, macs, derived_keys, stored_passwords, one_time_codes, texts,
                uuids):
        ask(library)
    for topic, (asked, wrong) in counts.items():
        print(f"{topic:<48}{asked:>6} asked{wrong:>4} wrong")
    asked, wrong = (sum(column) for column in zip(*counts.values()))
    seen = not control(library)
    print(f"answers: {asked} asked, {wrong} wrong; a wrong answer is {'' if seen else 'NOT '}seen")
    return wrong > 0 or not seen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
