"""Statuses as exceptions."""

__all__ = """
    BadSignatureError EntropyError Error ExpiredError InvalidError MalformedError RejectedError
""".split()


class Error(Exception):
    """A call that failed; name is its status, such as "CSECRETS_ERR_WEAK"."""

    name = ""


class InvalidError(Error, ValueError):
    """A mistake of the program: a weak key, an empty range, a policy that no password meets."""


class EntropyError(Error, OSError):
    """The system gave no randomness."""


class RejectedError(Error, ValueError):
    """Something from outside is not right: catch this one around verify() and its like."""


class MalformedError(RejectedError):
    """It is not of the format."""


class BadSignatureError(RejectedError):
    """No key vouches for the token, or not for this purpose."""


class ExpiredError(RejectedError):
    """A key vouches for the token, but its time is over."""


_KINDS = {
    "ENTROPY_UNAVAILABLE": EntropyError,
    "ENTROPY_BROKEN": EntropyError,
    "MALFORMED": MalformedError,
    "BAD_CHECKSUM": RejectedError,
    "BAD_SIGNATURE": BadSignatureError,
    "EXPIRED": ExpiredError,
    "BAD_CODE": RejectedError,
    "REPLAYED": RejectedError,
}


def of(name, message):
    """The exception for a status, by the name that the library gives it."""
    error = _KINDS.get(name.removeprefix("CSECRETS_ERR_"), InvalidError)(f"{name}: {message}")
    error.name = name
    return error
