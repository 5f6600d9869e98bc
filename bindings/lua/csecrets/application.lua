--- What programs build on random bytes: passwords, keys, signed tokens, hashes, one-time codes.

local bit = require("bit")
local ffi = require("ffi")
local library = require("csecrets.library")

local C, bytes, check, constant = library.C, library.bytes, library.check, library.constant
local decoded, filled, number = library.decoded, library.filled, library.number
local spans, text, value = library.spans, library.text, library.value

local application = {}

--- Whether two strings are equal, in a time that does not show where they differ. Two empty ones
-- are: check first that your secret is set.
function application.equal(a, b)
    return C.csecrets_equal(bytes(a), #a, bytes(b), #b)
end

--- The index of the first row that equals a needle, in a time that does not tell which; or nil.
function application.find_equal(needle, rows)
    for _, row in ipairs(rows) do
        if #row ~= #needle then
            error("every row is as long as the needle", 0)
        end
    end
    local index = ffi.new("size_t[1]")
    local found = C.csecrets_find_equal(index, bytes(needle), table.concat(rows), #rows, #needle)
    return found and tonumber(index[0]) + 1 or nil
end

local CLASSES = { lower = 1, upper = 2, digits = 4, symbols = 8 }

--- Lends a policy to C: lower, upper, digits and symbols are how many there are at least, false
-- leaves a class out; lookalikes = false leaves out 0, O, 1, l, I and |; symbol_set; exclude.
local function with_policy(options, call)
    options = options or {}
    local policy = ffi.new("csecrets_password_policy")
    check(C.csecrets_password_policy_init(policy, ffi.sizeof(policy)))
    for class, flag in pairs(CLASSES) do
        if options[class] == false then
            policy.flags = bit.bor(policy.flags, flag)
        else
            policy["min_" .. class] = number(options[class] or 1, 32)
        end
    end
    if options.lookalikes == false then
        policy.flags = bit.bor(policy.flags, 16)
    end
    local exclude, symbols = constant(options.exclude or ""), options.symbol_set
    policy.exclude = exclude
    policy.symbols = symbols and constant(symbols)
    return call(policy)
end

--- A password of 8 to 128 characters: of all that meet the policy, each is equally likely.
function application.password(nchars, policy)
    nchars = number(nchars or 16, 31)
    return with_policy(policy, function(plain)
        return text(nchars + 1, function(out)
            return C.csecrets_password(out, nchars + 1, nchars, plain)
        end)
    end)
end

--- How strong such a password is.
function application.password_bits(nchars, policy)
    nchars = number(nchars or 16)
    return with_policy(policy, function(plain)
        return value("double", function(out) return C.csecrets_password_bits(out, nchars, plain) end)
    end)
end

--- Words of the EFF's large list. Some hold a '-': do not split there.
function application.passphrase(nwords, separator)
    nwords, separator = number(nwords or 6), constant(separator or " ")
    local size = C.csecrets_passphrase_size(nwords, #separator)
    return text(size, function(out) return C.csecrets_passphrase(out, size, nwords, separator) end)
end

--- A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
function application.api_key(prefix)
    local size = C.csecrets_api_key_size(#constant(prefix))
    return text(size, function(out) return C.csecrets_api_key(out, size, prefix) end)
end

--- Whether a text could be an API key of this prefix, or of any. It proves nothing.
function application.api_key_check(key, prefix)
    return check(C.csecrets_api_key_check(bytes(key), #key, prefix and constant(prefix)))
end

--- A token that carries a payload, signed and not encrypted, until a Unix second, or NEVER.
function application.sign(key, purpose, payload, expires_at)
    constant(purpose)
    number(expires_at)
    local size = C.csecrets_sign_token_size(#bytes(payload))
    return text(size, function(out)
        return C.csecrets_sign_token(out, size, bytes(key), #key, purpose, payload, #payload, expires_at)
    end)
end

--- The payload of a token that a key, or one of a list of keys, vouches for; else nil, and why.
function application.verify(token, purpose, keys, now)
    constant(purpose)
    now = number(now or os.time())
    local array, count = spans(type(keys) == "table" and keys or { keys })
    local size = C.csecrets_verify_token_size(#bytes(token))
    return decoded(size, function(out, length)
        return C.csecrets_verify_token(out, size, length, token, #token, purpose, array, count, now)
    end)
end

--- The SHA-256 of a token: store it, not the token.
function application.token_hash(token)
    return filled(32, function(out) return C.csecrets_token_hash(out, bytes(token), #token) end)
end

--- Whether a token is the one whose hash was stored.
function application.token_matches(hash, token)
    return #bytes(hash) == 32 and C.csecrets_token_matches(hash, bytes(token), #token)
end

--- The HMAC-SHA-256 of a message, in parts that are not joined.
function application.hmac_sha256(key, ...)
    local parts = { ... }
    local array, count = spans(parts)
    return filled(32, function(out)
        return C.csecrets_hmac_sha256(out, bytes(key), #key, array, count)
    end)
end

--- Whether all 32 bytes of an HMAC are right.
function application.hmac_sha256_matches(mac, key, ...)
    local parts = { ... }
    local array, count = spans(parts)
    return C.csecrets_hmac_sha256_matches(bytes(mac), #mac, bytes(key), #key, array, count)
end

--- A key derived from a password, slowly.
function application.pbkdf2_sha256(password, salt, iterations, nbytes)
    nbytes = number(nbytes or 32)
    number(iterations, 32)
    return filled(nbytes, function(out)
        return C.csecrets_pbkdf2_sha256(out, nbytes, bytes(password), #password, bytes(salt), #salt,
            iterations)
    end)
end

--- What to store of a login password; 0 iterations are 600000.
function application.password_hash(password, iterations)
    iterations = number(iterations or 0, 32)
    return text(256, function(out)
        return C.csecrets_password_hash(out, 256, bytes(password), #password, iterations)
    end)
end

--- Whether a password is the one whose hash was stored.
function application.password_matches(hash, password)
    return not bytes(hash):find("\0", 1, true)
        and C.csecrets_password_matches(hash, bytes(password), #password)
end

--- The iterations of a stored hash, 0 if it is none: below yours, hash again at the next login.
function application.password_iterations(hash)
    return bytes(hash):find("\0", 1, true) and 0 or tonumber(C.csecrets_password_iterations(hash))
end

--- What an authenticator app was told: digits, period, window, algorithm; now is a Unix second.
local function totp_params(options)
    options = options or {}
    local params = ffi.new("csecrets_totp_params", {
        struct_size = ffi.sizeof("csecrets_totp_params"),
        digits = number(options.digits or 6, 32),
        period = number(options.period or 30, 32),
        window = number(options.window or 1, 32),
        algorithm = options.algorithm or 1,
    })
    return params, number(options.now or os.time())
end

--- The code that an authenticator app shows at this moment.
function application.totp(key, options)
    local params, now = totp_params(options)
    local size = params.digits + 1
    return text(size, function(out) return C.csecrets_totp(out, size, bytes(key), #key, now, params) end)
end

--- The step of a code that is right and later than last_step, to store as the next last_step: a code
-- is good once. Else nil, and why.
function application.totp_verify(code, key, last_step, options)
    local params, now = totp_params(options)
    number(last_step)
    return value("uint64_t", function(out)
        return C.csecrets_totp_verify(out, bytes(code), #code, bytes(key), #key, now, last_step, params)
    end)
end

--- The code of a counter.
function application.hotp(key, counter, digits)
    digits = number(digits or 6, 16)
    number(counter)
    return text(digits + 1, function(out)
        return C.csecrets_hotp(out, digits + 1, bytes(key), #key, counter, digits)
    end)
end

return application
