"""The signed token of docs/signed-token.md, read and written without csecrets, and held against it.

Usage: python3 signed_token.py path/to/libcsecrets.so

Reads tokens that the library made, makes tokens that the library must take, and changes every bit
of some: both readers must refuse the same ones for the same reason.
"""

import base64
import ctypes
import hashlib
import hmac
import random
import string
import struct
import sys

NEVER = 2**63 - 1
FIRST, LAST = 1000000000, 253402300799
ALPHABET = set((string.ascii_letters + string.digits + "-_").encode())
OK, MALFORMED, BAD_SIGNATURE, EXPIRED = 0, -9, -11, -12


def code(key, purpose, head):
    message = b"csecrets.token.1" + struct.pack(">Q", len(purpose)) + purpose + head
    return hmac.new(key, message, hashlib.sha256).digest()


def sign(key, purpose, payload, expires_at):
    head = struct.pack(">bq", 1, expires_at) + payload
    return base64.urlsafe_b64encode(head + code(key, purpose, head)).rstrip(b"=")


def verify(token, purpose, keys, now):
    """A status and a payload, which is empty unless the status is OK."""
    if not set(token) <= ALPHABET or len(token) % 4 == 1:
        return MALFORMED, b""
    raw = base64.urlsafe_b64decode(token + b"=" * (-len(token) % 4))
    canonical = base64.urlsafe_b64encode(raw).rstrip(b"=") == token
    if not canonical or len(raw) < 41 or raw[0] != 1:
        return MALFORMED, b""
    head, theirs = raw[:-32], raw[-32:]
    (expires_at,) = struct.unpack(">q", head[1:9])
    if not FIRST <= expires_at <= LAST and expires_at != NEVER:
        return MALFORMED, b""
    if not any([hmac.compare_digest(code(key, purpose, head), theirs) for key in keys]):
        return BAD_SIGNATURE, b""
    if now >= expires_at and expires_at != NEVER:
        return EXPIRED, b""
    return OK, head[9:]


class Key(ctypes.Structure):
    _fields_ = [("data", ctypes.c_char_p), ("nbytes", ctypes.c_size_t)]


class Library:
    def __init__(self, path):
        size = ctypes.c_size_t
        text = ctypes.c_char_p
        self.library = ctypes.CDLL(path)
        self.library.csecrets_sign_token_size.restype = size
        self.library.csecrets_sign_token_size.argtypes = [size]
        self.library.csecrets_sign_token.argtypes = [
            text, size, text, size, text, text, size, ctypes.c_int64]
        self.library.csecrets_verify_token.argtypes = [
            text, size, ctypes.POINTER(size), text, size, text, ctypes.POINTER(Key), size,
            ctypes.c_int64]

    def sign(self, key, purpose, payload, expires_at):
        room = self.library.csecrets_sign_token_size(len(payload))
        out = ctypes.create_string_buffer(room)
        status = self.library.csecrets_sign_token(
            out, room, key, len(key), purpose, payload, len(payload), expires_at)
        assert status == OK, status
        assert len(out.value) == room - 1
        return out.value

    def verify(self, token, purpose, keys, now):
        out = ctypes.create_string_buffer(b"\xee" * (len(token) + 1))
        length = ctypes.c_size_t(77)
        keys = (Key * len(keys))(*[Key(key, len(key)) for key in keys])
        status = self.library.csecrets_verify_token(
            out, len(token) + 1, length, token, len(token), purpose, keys, len(keys), now)
        assert not any(out.raw[length.value:]), "bytes behind the payload"
        return status, out.raw[: length.value]


def main():
    library = Library(sys.argv[1])
    # The same tokens in every run: a test that fails can be looked at.
    source = random.Random(42)
    made = changed = 0

    def both(token, purpose, keys, now):
        ours = verify(token, purpose, keys, now)
        theirs = library.verify(token, purpose, keys, now)
        assert ours == theirs, (token, purpose, ours, theirs)
        return ours

    for length in range(150):
        key = source.randbytes(source.choice([32, 33, 63, 64, 65, 200]))
        other = source.randbytes(32)
        purpose = bytes(source.choices(range(1, 256), k=source.randint(1, 90)))
        payload = source.randbytes(length)
        expires_at = source.choice([FIRST + 1, 1700000000, LAST, NEVER])
        token = sign(key, purpose, payload, expires_at)
        assert token == library.sign(key, purpose, payload, expires_at)
        assert both(token, purpose, [other, key], FIRST) == (OK, payload)
        assert both(token, purpose, [other], FIRST) == (BAD_SIGNATURE, b"")
        assert both(token, purpose + b"x", [key], FIRST) == (BAD_SIGNATURE, b"")
        expected = (OK, payload) if expires_at == NEVER else (EXPIRED, b"")
        assert both(token, purpose, [key], expires_at) == expected
        assert both(token, purpose, [key], expires_at - 1) == (OK, payload)
        made += 1
        if length < 12:
            for place in range(len(token)):
                for byte in range(256):
                    forged = token[:place] + bytes([byte]) + token[place + 1:]
                    accepted = both(forged, purpose, [key], FIRST)[0] == OK
                    assert accepted == (forged == token)
                    changed += forged != token
    for expires_at in [0, 1, FIRST - 1, LAST + 1, NEVER - 1, -1, -(2**63)]:
        token = sign(key, b"p", b"", expires_at)
        assert both(token, b"p", [key], FIRST) == (MALFORMED, b"")
    print(f"signed_token.py: {made} tokens both ways, {changed} changed ones refused alike")


if __name__ == "__main__":
    main()
