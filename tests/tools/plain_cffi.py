"""Python's cffi reads the plain header."""

import os

import cffi

ffi = cffi.FFI()
with open(os.environ["PLAIN"]) as header:
    ffi.cdef(header.read())
lib = ffi.dlopen(os.environ["LIBRARY"])
with open(os.environ["SYMBOLS"]) as symbols:
    for symbol in symbols.read().split():
        assert getattr(lib, symbol), symbol
token = ffi.new("char[65]")
assert lib.csecrets_token_hex(token, 65, 32) == lib.CSECRETS_OK
assert len(ffi.string(token)) == 64
assert lib.csecrets_token_bytes(token, 2**63) == lib.CSECRETS_ERR_TOO_LARGE
assert ffi.string(lib.csecrets_version()).decode() == os.environ["VERSION"]
