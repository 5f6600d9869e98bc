"""The library and its functions, and Python's values on their way to C and back.

All of ctypes is in this file. What C wrote before it became a str or bytes is wiped here.
"""

import ctypes
import operator
import time
import types
from ctypes import byref, c_bool, c_char_p, c_int32, c_int64, c_size_t
from ctypes import c_uint32, c_uint64, c_void_p
from datetime import datetime, timedelta

from . import _errors


class Policy(ctypes.Structure):
    _fields_ = [(name, c_uint32) for name in ("struct_size", "lower", "upper", "digits", "symbols")]
    _fields_ += [("flags", c_int32), ("symbol_set", c_char_p), ("exclude", c_char_p)]


class TotpParams(ctypes.Structure):
    _fields_ = [(name, c_uint32) for name in ("size", "digits", "period", "window", "algorithm")]


class Span(ctypes.Structure):
    _fields_ = [("data", c_void_p), ("nbytes", c_size_t)]


try:
    _library = ctypes.CDLL("libcsecrets.so.0")
except OSError as error:
    raise ImportError(f"{error}: install csecrets, or set LD_LIBRARY_PATH to its folder") from None
c = types.SimpleNamespace()  # its functions, without csecrets_
_TYPES = {"P": c_void_p, "T": c_char_p, "N": c_size_t, "U": c_uint32, "Q": c_uint64, "L": c_int64}


def _declare(result, arguments, *names):
    """Says to ctypes what the header says, a letter an argument."""
    for name in names:
        function = getattr(_library, "csecrets_" + name)
        function.restype = result
        function.argtypes = [_TYPES[letter] for letter in arguments]
        setattr(c, name, function)


_declare(c_char_p, "", "version")
_declare(c_char_p, "U", "strerror", "status_name")
_declare(c_int32, "P", "entropy_probe", "random", "uuid4")
_declare(c_int32, "PN", "token_bytes", "password_policy_init")
_declare(c_int32, "PQ", "randbelow", "uuid7")
_declare(c_int32, "PU", "randbits")
_declare(c_int32, "PNN", "token_hex", "token_urlsafe", "randbits_big", "sample_indices")
_declare(c_int32, "PPN", "randbelow_big", "weighted_index", "token_hash")
_declare(c_int32, "PNQ", "randbelow_many")
_declare(c_int32, "PPQ", "uuid7_after")
_declare(c_int32, "PNP", "password_bits", "uuid_text")
_declare(c_int32, "PNT", "api_key")
_declare(c_int32, "PNNT", "token_alphabet", "passphrase")
_declare(c_int32, "PNNP", "password")
_declare(c_int32, "PNNNT", "code")
_declare(c_int32, "PNPN", "hex_encode", "urlsafe_encode", "base32_encode", "code_normalize")
_declare(c_int32, "PNPPN", "hex_decode", "urlsafe_decode", "base32_decode")
_declare(c_int32, "PNT", "api_key_check")
_declare(c_int32, "PPN", "uuid_parse")
_declare(c_int32, "PNPNTPNL", "sign_token")
_declare(c_int32, "PNPPNTPNL", "verify_token")
_declare(c_int32, "PPNPN", "hmac_sha256")
_declare(c_int32, "PNPNPNU", "pbkdf2_sha256")
_declare(c_int32, "PNPNU", "password_hash")
_declare(c_int32, "PNPNLP", "totp")
_declare(c_int32, "PPNPNLQP", "totp_verify")
_declare(c_int32, "PNPNQU", "hotp")
_declare(c_bool, "PNPN", "equal")
_declare(c_bool, "PPN", "token_matches")
_declare(c_bool, "PPPNN", "find_equal")
_declare(c_bool, "PNPNPN", "hmac_sha256_matches")
_declare(c_bool, "TPN", "password_matches")
_declare(c_uint32, "T", "password_iterations")
_declare(c_size_t, "N", "hex_size", "urlsafe_size", "base32_size")
_declare(c_size_t, "N", "hex_decoded_size", "urlsafe_decoded_size", "base32_decoded_size")
_declare(c_size_t, "N", "api_key_size", "sign_token_size", "verify_token_size")
_declare(c_size_t, "NN", "passphrase_size")
_declare(c_size_t, "NNN", "code_size")
_declare(c_size_t, "TU", "alphabet_nchars")
_declare(None, "PN", "wipe")


def call(function, *arguments):
    status = function(*arguments)
    if status != 0:
        raise _errors.of(c.status_name(status).decode(), c.strerror(status).decode())


def number(value, bits=63):
    """A number that C takes as it is: no fraction, not negative, no more than so many bits."""
    value = operator.index(value)
    if value < 0 or value >> bits:
        raise ValueError(f"{value} is not from 0 to 2**{bits} - 1")
    return value


def constant(text):
    r"""A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset"."""
    if "\0" in text:
        raise ValueError("embedded null character")
    return text.encode()


def read(data):
    """Bytes that C reads, and how many. Those of a bytearray are not copied."""
    if isinstance(data, str):
        data = data.encode()
    elif not isinstance(data, bytes):
        view = memoryview(data).cast("B")
        data = bytes(view) if view.readonly else (ctypes.c_char * len(view)).from_buffer(view)
    return data, len(data)


def spans(parts):
    """An array of csecrets_span, and its length. It keeps alive what it points at."""
    kept = [read(part) for part in parts]
    array = (Span * len(kept))()
    for span, (data, size) in zip(array, kept):
        span.data, span.nbytes = ctypes.cast(data, c_void_p), size
    array.kept = kept
    return array, len(kept)


def text(function, size, *arguments):
    """The text that C writes into a buffer of this size, which counts the NUL."""
    out = ctypes.create_string_buffer(size)
    try:
        call(function, out, size, *arguments)
        return out.value.decode()
    finally:
        c.wipe(out, size)


def filled(function, size, *arguments):
    """The bytes that C writes, of which there are always so many."""
    out = ctypes.create_string_buffer(size)
    try:
        call(function, out, *arguments)
        return out.raw
    finally:
        c.wipe(out, size)


def decoded(function, size, *arguments):
    """The bytes that C writes into a buffer of this size, and says how many."""
    out, length = ctypes.create_string_buffer(size), c_size_t()
    try:
        call(function, out, size, byref(length), *arguments)
        return out.raw[: length.value]
    finally:
        c.wipe(out, size)


def numbers(kind, count, function, *arguments):
    """The list of integers that C writes into an array."""
    out = (kind * count)()
    try:
        call(function, out, *arguments)
        return list(out)
    finally:
        c.wipe(out, ctypes.sizeof(out))


def value(out, function, *arguments):
    call(function, byref(out), *arguments)
    return out.value


def seconds(when):
    """Unix seconds of a number, of a datetime with its time zone, or of a timedelta from now."""
    if isinstance(when, timedelta):
        return int(time.time() + when.total_seconds())
    if isinstance(when, datetime):
        if when.tzinfo is None:
            raise ValueError("a datetime without a time zone is no moment")
        return int(when.timestamp())
    return operator.index(when)
