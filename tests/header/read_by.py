"""Python's cffi reads the header, without a definition of ours, and calls the library."""

import sys

import cffi

header, library = sys.argv[1:]
ffi = cffi.FFI()
with open(header) as text:
    ffi.cdef(text.read())
lib = ffi.dlopen(library)

assert (lib.CSECRETS_OK, lib.CSECRETS_ERR_TOO_LARGE) == (0, -4)
token = ffi.new("char[65]")
assert lib.csecrets_token_hex(token, 65, 32) == lib.CSECRETS_OK
assert len(ffi.string(token)) == 64
assert lib.csecrets_token_bytes(token, 2**63) == lib.CSECRETS_ERR_TOO_LARGE
print(ffi.string(lib.csecrets_version()).decode())
