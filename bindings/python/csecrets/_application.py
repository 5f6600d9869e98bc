"""What programs build on secrets, and Python lacks."""

import os
import time
import uuid
from ctypes import byref, c_double, c_int32, c_size_t, c_uint64, sizeof

from ._c import Policy, TotpParams, c, call, constant, decoded, filled, number, read, seconds
from ._c import spans, text, value

__all__ = """
    BASE58 BASE62 CROCKFORD32 DIGITS NEVER SHA1 SHA256 alphabet_nchars api_key api_key_check
    base32_decode base32_encode code code_normalize entropy_probe fill find_equal hex_decode
    hex_encode hmac_sha256 hmac_sha256_matches hotp passphrase password password_bits
    password_hash password_iterations password_matches pbkdf2_sha256 sign token_alphabet
    token_hash token_matches totp totp_verify urlsafe_decode urlsafe_encode uuid4 uuid7
    uuid7_after uuid_parse uuid_text verify wipe
""".split()

NEVER = 2**63 - 1  # the expiry of a signed token that is good for ever
SHA1, SHA256 = 1, 2  # algorithms of one-time codes
DIGITS = "0123456789"
CROCKFORD32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def entropy_probe():
    """Draws once, without waiting; raises OSError with the system's reason if there is none."""
    os_errno = c_int32()
    if c.entropy_probe(byref(os_errno)) != 0:
        raise OSError(os_errno.value, os.strerror(os_errno.value))


def fill(buffer):
    """Fills a bytearray or its like with random bytes, without a copy that can't be wiped."""
    call(c.token_bytes, *_writable(buffer))


def wipe(buffer):
    """Overwrites a bytearray or its like with zeros."""
    c.wipe(*_writable(buffer))


def _writable(buffer):
    if memoryview(buffer).readonly:
        raise TypeError("a buffer that can be written to, such as a bytearray")
    return read(buffer)


def token_alphabet(nchars, alphabet):
    """Random characters of an alphabet, such as BASE58."""
    nchars = number(nchars)
    return text(c.token_alphabet, nchars + 1, nchars, constant(alphabet))


def alphabet_nchars(alphabet, bits):
    """How many characters of an alphabet are as strong as a number of bits."""
    nchars = c.alphabet_nchars(constant(alphabet), number(bits, 32))
    if nchars == c_size_t(-1).value:
        raise ValueError("2 to 95 different printable characters, and at most 65536 bits")
    return nchars


def find_equal(needle, rows):
    """The index of the first row that equals a needle, in a time that does not tell which; None if
    there is none. Rows are all as long as the needle, such as hashes."""
    needle, size = read(needle)
    joined = bytearray().join(rows)
    if any(len(row) != size for row in rows):
        raise ValueError("every row is as long as the needle")
    index = c_size_t()
    found = c.find_equal(byref(index), needle, read(joined)[0], len(rows), size)
    return index.value if found else None


def _policy(lower=1, upper=1, digits=1, symbols=1, lookalikes=True, symbol_set=None, exclude=""):
    policy = Policy()
    call(c.password_policy_init, byref(policy), sizeof(policy))
    minima = {"lower": lower, "upper": upper, "digits": digits, "symbols": symbols}
    for flag, (name, minimum) in enumerate(minima.items()):
        if minimum is None:
            policy.flags |= 1 << flag
        else:
            setattr(policy, name, number(minimum, 32))
    policy.flags |= 0 if lookalikes else 16
    policy.symbol_set = None if symbol_set is None else constant(symbol_set)
    policy.exclude = constant(exclude)
    return policy


def password(nchars=16, **policy):
    """A password that meets a policy: of all that do, each is equally likely.

    lower, upper, digits and symbols are how many there are at least, 1 unless told; None leaves a
    class out. lookalikes=False leaves out 0, O, 1, l, I and |. symbol_set are the symbols to choose
    from, exclude what is never used."""
    nchars = number(nchars, 31)
    return text(c.password, nchars + 1, nchars, byref(_policy(**policy)))


def password_bits(nchars=16, **policy):
    """How strong such a password is, in bits."""
    return value(c_double(), c.password_bits, number(nchars), byref(_policy(**policy)))


def passphrase(nwords=6, separator=" "):
    """Words of the EFF's large list. Some hold a '-': do not split there."""
    separator, nwords = constant(separator), number(nwords)
    size = c.passphrase_size(nwords, len(separator))
    return text(c.passphrase, size, nwords, separator)


def api_key(prefix):
    """A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them."""
    prefix = constant(prefix)
    return text(c.api_key, c.api_key_size(len(prefix)), prefix)


def api_key_check(key, prefix=None):
    """Raises RejectedError for what can't be an API key of this prefix. It proves nothing."""
    call(c.api_key_check, *read(key), None if prefix is None else constant(prefix))


def sign(key, purpose, payload, expires_at):
    """A token that carries a payload, signed and not encrypted, until it expires: at a datetime, a
    Unix second, a timedelta from now, or NEVER."""
    (key, key_len), (payload, size) = read(key), read(payload)
    when = seconds(expires_at)
    return text(
        c.sign_token, c.sign_token_size(size), key, key_len, constant(purpose), payload, size, when
    )


def verify(token, purpose, *keys, now=None):
    """The payload of a token that one of the keys vouches for; else raises RejectedError."""
    token, size = read(token)
    now = int(time.time()) if now is None else seconds(now)
    return decoded(
        c.verify_token, c.verify_token_size(size), token, size, constant(purpose), *spans(keys), now
    )


def token_hash(token):
    """The SHA-256 of a token: store it, not the token."""
    return filled(c.token_hash, 32, *read(token))


def token_matches(hash, token):
    """Whether a token is the one whose hash was stored."""
    hash, size = read(hash)
    return size == 32 and c.token_matches(hash, *read(token))


def hmac_sha256(key, *parts):
    """The HMAC-SHA-256 of a message, in parts that are not joined."""
    return filled(c.hmac_sha256, 32, *read(key), *spans(parts))


def hmac_sha256_matches(mac, key, *parts):
    """Whether all 32 bytes of an HMAC are right."""
    return c.hmac_sha256_matches(*read(mac), *read(key), *spans(parts))


def pbkdf2_sha256(password, salt, iterations, nbytes=32):
    """A key derived from a password: hashlib.pbkdf2_hmac("sha256", ...)."""
    size = number(nbytes)
    return filled(c.pbkdf2_sha256, size, size, *read(password), *read(salt), number(iterations, 32))


def password_hash(password, iterations=0):
    """What to store of a login password; 0 iterations are 600000."""
    return text(c.password_hash, 256, *read(password), number(iterations, 32))


def password_matches(hash, password):
    """Whether a password is the one whose hash was stored."""
    return "\0" not in hash and c.password_matches(hash.encode(), *read(password))


def password_iterations(hash):
    """The iterations of a stored hash, 0 if it is none: below yours, hash again at a login."""
    return 0 if "\0" in hash else c.password_iterations(hash.encode())


def hex_encode(data):
    data, size = read(data)
    return text(c.hex_encode, c.hex_size(size), data, size)


def hex_decode(text):
    text, size = read(text)
    return decoded(c.hex_decode, c.hex_decoded_size(size), text, size)


def urlsafe_encode(data):
    data, size = read(data)
    return text(c.urlsafe_encode, c.urlsafe_size(size), data, size)


def urlsafe_decode(text):
    text, size = read(text)
    return decoded(c.urlsafe_decode, c.urlsafe_decoded_size(size), text, size)


def base32_encode(data):
    data, size = read(data)
    return text(c.base32_encode, c.base32_size(size), data, size)


def base32_decode(text):
    text, size = read(text)
    return decoded(c.base32_decode, c.base32_decoded_size(size), text, size)


def uuid4():
    """A random UUID, as uuid.uuid4()."""
    return uuid.UUID(bytes=filled(c.uuid4, 16))


def uuid7(unix_ms=None):
    """A UUID of the time, which everybody can read, and 74 random bits."""
    return uuid.UUID(bytes=filled(c.uuid7, 16, _milliseconds(unix_ms)))


def uuid7_after(previous, unix_ms=None):
    """A UUID that sorts after a previous one of version 7, whatever the clock does."""
    return uuid.UUID(bytes=filled(c.uuid7_after, 16, previous.bytes, _milliseconds(unix_ms)))


def _milliseconds(unix_ms):
    return time.time_ns() // 10**6 if unix_ms is None else number(unix_ms, 64)


def uuid_text(uuid):
    return text(c.uuid_text, 37, uuid.bytes)


def uuid_parse(text):
    """A UUID of its 36 characters, and nothing else."""
    return uuid.UUID(bytes=filled(c.uuid_parse, 16, *read(text)))


def code(groups=2, group_len=5, separator="-"):
    """A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations."""
    groups, group_len, separator = number(groups), number(group_len), constant(separator)
    size = c.code_size(groups, group_len, len(separator))
    return text(c.code, size, groups, group_len, separator)


def code_normalize(typed):
    """What was typed, as it was drawn, without separators: hash this."""
    typed, size = read(typed)
    return text(c.code_normalize, size + 1, typed, size)


def _totp_params(digits, period, window, algorithm):
    fields = [number(field, 32) for field in (digits, period, window, algorithm)]
    return byref(TotpParams(sizeof(TotpParams), *fields))


def totp(key, *, now=None, digits=6, period=30, algorithm=SHA1):
    """The code that an authenticator app shows at this moment."""
    params = _totp_params(digits, period, 1, algorithm)
    now = int(time.time()) if now is None else seconds(now)
    return text(c.totp, digits + 1, *read(key), now, params)


def totp_verify(code, key, last_step, *, now=None, digits=6, period=30, window=1, algorithm=SHA1):
    """The step of a code that is right and later than last_step, to store as the next last_step: a
    code is good once. Raises RejectedError for any other."""
    params = _totp_params(digits, period, window, algorithm)
    now = int(time.time()) if now is None else seconds(now)
    return value(
        c_uint64(), c.totp_verify, *read(code), *read(key), now, number(last_step, 64), params
    )


def hotp(key, counter, digits=6):
    """The code of a counter."""
    digits = number(digits, 16)
    return text(c.hotp, digits + 1, *read(key), number(counter, 64), digits)
