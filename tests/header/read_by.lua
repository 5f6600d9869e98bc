-- LuaJIT reads the header, without a definition of ours, and calls the library.

local ffi = require("ffi")
local header, library = arg[1], arg[2]
ffi.cdef(assert(io.open(header)):read("*a"))
local lib = ffi.load(library)

assert(lib.CSECRETS_OK == 0 and lib.CSECRETS_ERR_TOO_LARGE == -4)
local token = ffi.new("char[65]")
assert(lib.csecrets_token_hex(token, 65, 32) == lib.CSECRETS_OK)
assert(#ffi.string(token) == 64)
assert(lib.csecrets_token_bytes(token, 2ULL ^ 63) == lib.CSECRETS_ERR_TOO_LARGE)
print(ffi.string(lib.csecrets_version()))
