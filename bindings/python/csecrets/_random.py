"""What the modules secrets and random have."""

import operator
import random
from ctypes import c_double, c_size_t, c_uint64

from ._c import c, filled, number, numbers, read, text, value

__all__ = """
    DEFAULT_ENTROPY SystemRandom choice choices compare_digest randbelow randbelow_many randbits
    randint randrange sample sample_indices shuffle token_bytes token_hex token_urlsafe
    weighted_index
""".split()

DEFAULT_ENTROPY = 32


def token_bytes(nbytes=None):
    """Random bytes, 32 unless told."""
    size = number(DEFAULT_ENTROPY if nbytes is None else nbytes)
    return filled(c.token_bytes, size, size)


def token_hex(nbytes=None):
    """Random bytes in hexadecimal. Unlike in Python, none at all are refused."""
    size = number(DEFAULT_ENTROPY if nbytes is None else nbytes)
    return text(c.token_hex, c.hex_size(size), size)


def token_urlsafe(nbytes=None):
    """Random bytes in base64url. Unlike in Python, none at all are refused."""
    size = number(DEFAULT_ENTROPY if nbytes is None else nbytes)
    return text(c.token_urlsafe, c.urlsafe_size(size), size)


def randbelow(exclusive_upper_bound):
    """An integer from 0 to the bound - 1, of any length."""
    bound = operator.index(exclusive_upper_bound)
    if bound <= 0:
        raise ValueError("Upper bound must be positive.")
    if bound < 2**64:
        return value(c_uint64(), c.randbelow, bound)
    size = (bound.bit_length() + 7) // 8
    drawn = filled(c.randbelow_big, size, bound.to_bytes(size, "big"), size)
    return int.from_bytes(drawn, "big")


def randbits(k):
    """An integer of k random bits."""
    bits = number(k)
    if bits <= 64:
        return value(c_uint64(), c.randbits, bits)
    size = (bits + 7) // 8
    return int.from_bytes(filled(c.randbits_big, size, size, bits), "big")


def randbelow_many(count, exclusive_upper_bound):
    """A list of integers from 0 to the bound - 1, which has at most 64 bits."""
    count, bound = number(count), number(exclusive_upper_bound, 64)
    return numbers(c_uint64, count, c.randbelow_many, count, bound)


def sample_indices(k, count):
    """k different indices from 0 to count - 1, in the order in which they were drawn."""
    k, count = number(k), number(count)
    if k > count:
        raise ValueError("Sample larger than population or is negative")
    return numbers(c_size_t, k, c.sample_indices, k, count)


def weighted_index(weights):
    """An index, each exactly as likely as its weight, a whole number, is of their sum."""
    weights = [number(weight, 64) for weight in weights]
    return value(c_size_t(), c.weighted_index, (c_uint64 * len(weights))(*weights), len(weights))


def compare_digest(a, b):
    """Whether two str of ASCII, or two bytes-like, are equal, in a time that tells nothing more."""
    if isinstance(a, str) != isinstance(b, str):
        raise TypeError("text and bytes are never equal")
    if isinstance(a, str) and not (a.isascii() and b.isascii()):
        raise TypeError("comparing strings with non-ASCII characters is not supported")
    return c.equal(*read(a), *read(b))


class SystemRandom(random.Random):
    """All of random.Random, drawn from the system. It has no state to seed, save or restore."""

    def random(self):
        return value(c_double(), c.random)

    def getrandbits(self, k):
        return randbits(k)

    def randbytes(self, n):
        return token_bytes(n)

    def _randbelow(self, n):
        # Before Python 3.11, choice([]) makes an IndexError of this 0.
        return randbelow(n) if n else 0

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """Exact, where Python scales a float; with weights it is Python's own."""
        if weights is None and cum_weights is None and len(population) > 0:
            indices = randbelow_many(max(operator.index(k), 0), len(population))
            return [population[i] for i in indices]
        return super().choices(population, weights, cum_weights=cum_weights, k=k)

    def seed(self, *args, **kwds):
        """Does nothing, as in Python."""

    def _stateless(self, *args, **kwds):
        raise NotImplementedError("System entropy source does not have state.")

    getstate = setstate = _stateless


_system = SystemRandom()
choice, choices, sample, shuffle = _system.choice, _system.choices, _system.sample, _system.shuffle
randint, randrange = _system.randint, _system.randrange
