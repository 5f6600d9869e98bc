-- LuaJIT reads the plain header.
local ffi = require("ffi")
ffi.cdef(assert(io.open(os.getenv("PLAIN"))):read("*a"))
local lib = ffi.load(os.getenv("LIBRARY"))
for symbol in io.lines(os.getenv("SYMBOLS")) do
    assert(lib[symbol], symbol)
end
assert(lib.CSECRETS_ERR_TOO_LARGE == -4 and ffi.sizeof("csecrets_span") == 2 * ffi.sizeof("void *"))
assert(lib.csecrets_token_bytes(ffi.new("char[1]"), 2ULL ^ 63) == lib.CSECRETS_ERR_TOO_LARGE)
assert(ffi.string(lib.csecrets_version()) == os.getenv("VERSION"))
