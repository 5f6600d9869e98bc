--- The functions of the library as LuaJIT sees them, and Lua's values on their way to C and back.

local ffi = require("ffi")

ffi.cdef([[
typedef struct { const void *data; size_t nbytes; } csecrets_span;
typedef struct {
    uint32_t struct_size, min_lower, min_upper, min_digits, min_symbols;
    int32_t flags;
    const char *symbols;
    const char *exclude;
} csecrets_password_policy;
typedef struct { uint32_t struct_size, digits, period, window, algorithm; } csecrets_totp_params;

const char *csecrets_version(void);
const char *csecrets_strerror(int32_t);
const char *csecrets_status_name(int32_t);
int32_t csecrets_entropy_probe(int32_t *);
int32_t csecrets_token_bytes(void *, size_t);
size_t csecrets_hex_size(size_t);
size_t csecrets_urlsafe_size(size_t);
size_t csecrets_base32_size(size_t);
int32_t csecrets_token_hex(void *, size_t, size_t);
int32_t csecrets_token_urlsafe(void *, size_t, size_t);
int32_t csecrets_token_alphabet(void *, size_t, size_t, const char *);
size_t csecrets_alphabet_nchars(const char *, uint32_t);
int32_t csecrets_randbelow(void *, uint64_t);
int32_t csecrets_randbits(void *, uint32_t);
int32_t csecrets_randint(void *, int64_t, int64_t);
int32_t csecrets_random(void *);
int32_t csecrets_randbelow_many(void *, size_t, uint64_t);
int32_t csecrets_sample_indices(void *, size_t, size_t);
int32_t csecrets_weighted_index(void *, const void *, size_t);
bool csecrets_equal(const void *, size_t, const void *, size_t);
bool csecrets_find_equal(void *, const void *, const void *, size_t, size_t);
void csecrets_wipe(void *, size_t);
int32_t csecrets_hex_encode(void *, size_t, const void *, size_t);
int32_t csecrets_urlsafe_encode(void *, size_t, const void *, size_t);
int32_t csecrets_base32_encode(void *, size_t, const void *, size_t);
int32_t csecrets_hex_decode(void *, size_t, size_t *, const void *, size_t);
int32_t csecrets_urlsafe_decode(void *, size_t, size_t *, const void *, size_t);
int32_t csecrets_base32_decode(void *, size_t, size_t *, const void *, size_t);
size_t csecrets_hex_decoded_size(size_t);
size_t csecrets_urlsafe_decoded_size(size_t);
size_t csecrets_base32_decoded_size(size_t);
int32_t csecrets_password_policy_init(csecrets_password_policy *, size_t);
int32_t csecrets_password(void *, size_t, size_t, const csecrets_password_policy *);
int32_t csecrets_password_bits(void *, size_t, const csecrets_password_policy *);
int32_t csecrets_passphrase(void *, size_t, size_t, const char *);
size_t csecrets_passphrase_size(size_t, size_t);
size_t csecrets_api_key_size(size_t);
int32_t csecrets_api_key(void *, size_t, const char *);
int32_t csecrets_api_key_check(const void *, size_t, const char *);
size_t csecrets_sign_token_size(size_t);
size_t csecrets_verify_token_size(size_t);
int32_t csecrets_sign_token(void *, size_t, const void *, size_t, const char *, const void *, size_t, int64_t);
int32_t csecrets_verify_token(void *, size_t, size_t *, const void *, size_t, const char *, const csecrets_span *, size_t, int64_t);
int32_t csecrets_token_hash(void *, const void *, size_t);
bool csecrets_token_matches(const void *, const void *, size_t);
int32_t csecrets_hmac_sha256(void *, const void *, size_t, const csecrets_span *, size_t);
bool csecrets_hmac_sha256_matches(const void *, size_t, const void *, size_t, const csecrets_span *, size_t);
int32_t csecrets_pbkdf2_sha256(void *, size_t, const void *, size_t, const void *, size_t, uint32_t);
int32_t csecrets_password_hash(void *, size_t, const void *, size_t, uint32_t);
bool csecrets_password_matches(const char *, const void *, size_t);
uint32_t csecrets_password_iterations(const char *);
int32_t csecrets_uuid4(void *);
int32_t csecrets_uuid7(void *, uint64_t);
int32_t csecrets_uuid7_after(void *, const void *, uint64_t);
int32_t csecrets_uuid_text(void *, size_t, const void *);
int32_t csecrets_uuid_parse(void *, const void *, size_t);
int32_t csecrets_code(void *, size_t, size_t, size_t, const char *);
size_t csecrets_code_size(size_t, size_t, size_t);
int32_t csecrets_code_normalize(void *, size_t, const void *, size_t);
int32_t csecrets_totp(void *, size_t, const void *, size_t, int64_t, const csecrets_totp_params *);
int32_t csecrets_totp_verify(void *, const void *, size_t, const void *, size_t, int64_t, uint64_t, const csecrets_totp_params *);
int32_t csecrets_hotp(void *, size_t, const void *, size_t, uint64_t, uint32_t);
]])

local C = ffi.load("libcsecrets.so.0")
local library = { C = C }

-- Answers to what comes from outside; every other status is an error.
local REJECTED = {
    CSECRETS_ERR_MALFORMED = true,
    CSECRETS_ERR_BAD_CHECKSUM = true,
    CSECRETS_ERR_BAD_SIGNATURE = true,
    CSECRETS_ERR_EXPIRED = true,
    CSECRETS_ERR_BAD_CODE = true,
    CSECRETS_ERR_REPLAYED = true,
}

--- What a status stands for: true, or nil with a message and its name, or an error.
function library.check(status)
    if status == 0 then
        return true
    end
    local name = ffi.string(C.csecrets_status_name(status))
    local message = name .. ": " .. ffi.string(C.csecrets_strerror(status))
    if not REJECTED[name] then
        error(message, 0)
    end
    return nil, message, name
end

--- A number that C takes as it is: the ffi would make 0 of 0.9, and 2^64 - 1 of -1.
function library.number(value, bits)
    local limit = 2 ^ (bits or 53)
    if ffi.istype("uint64_t", value) or ffi.istype("int64_t", value) then
        limit = bits and limit or math.huge
    elseif type(value) ~= "number" or value ~= math.floor(value) then
        error(tostring(value) .. " is no whole number", 0)
    end
    if value < 0 or tonumber(value) >= limit then
        error(tostring(value) .. " is not from 0 to " .. limit .. " - 1", 0)
    end
    return value
end

--- Bytes that C reads.
function library.bytes(data)
    if type(data) ~= "string" then
        error("a string is wanted, not " .. type(data), 0)
    end
    return data
end

--- A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset".
function library.constant(text)
    if library.bytes(text):find("\0", 1, true) then
        error("a NUL in a text of the program", 0)
    end
    return text
end

--- The bytes that C writes, of which there are always so many; taken tells what counts of them.
function library.filled(size, write, taken)
    local out = ffi.new("char[?]", math.max(tonumber(size), 1))
    local ok, message, name = library.check(write(out))
    local result = ok and (taken or ffi.string)(out, size)
    C.csecrets_wipe(out, size)
    if not ok then
        return nil, message, name
    end
    return result
end

local function until_nul(out)
    return ffi.string(out)
end

--- The text that C writes into a buffer of this size, which counts the NUL.
function library.text(size, write)
    return library.filled(size, write, until_nul)
end

--- The bytes that C writes into a buffer of this size, and says how many.
function library.decoded(size, write)
    local length = ffi.new("size_t[1]")
    return library.filled(size, function(out) return write(out, length) end, function(out)
        return ffi.string(out, length[0])
    end)
end

--- The number of a type that C writes: a Lua number if that is exact.
function library.value(ctype, write)
    local out = ffi.new(ctype .. "[1]")
    local ok, message, name = library.check(write(out))
    if not ok then
        return nil, message, name
    end
    local exact = type(out[0]) == "number" or out[0] < 2 ^ 53
    return exact and tonumber(out[0]) or out[0]
end

--- The list of integers that C writes.
function library.numbers(ctype, count, write)
    local out, list = ffi.new(ctype .. "[?]", count + 1), {}
    library.check(write(out))
    for i = 1, count do
        list[i] = tonumber(out[i - 1])
    end
    return list
end

--- An array of csecrets_span, and its length. The strings it points at are the caller's.
function library.spans(parts)
    local array = ffi.new("csecrets_span[?]", #parts + 1)
    for i, part in ipairs(parts) do
        array[i - 1].data, array[i - 1].nbytes = ffi.cast("const char *", library.bytes(part)), #part
    end
    return array, #parts
end

return library
