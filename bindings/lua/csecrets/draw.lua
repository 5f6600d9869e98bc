--- Bytes, tokens, numbers and picks.

local ffi = require("ffi")
local library = require("csecrets.library")

local C, check, constant, filled = library.C, library.check, library.constant, library.filled
local number, numbers, text, value = library.number, library.numbers, library.text, library.value

local draw = {}

--- The version of the library that is running.
function draw.version()
    return ffi.string(C.csecrets_version())
end

--- Draws once, without waiting; an error if the system gives no randomness.
function draw.entropy_probe()
    return check(C.csecrets_entropy_probe(nil))
end

--- Random bytes, 32 unless told. 16 can't be guessed.
function draw.token_bytes(nbytes)
    local size = number(nbytes or 32)
    return filled(size, function(out) return C.csecrets_token_bytes(out, size) end)
end

--- Random bytes in hexadecimal.
function draw.token_hex(nbytes)
    local n = number(nbytes or 32)
    local size = C.csecrets_hex_size(n)
    return text(size, function(out) return C.csecrets_token_hex(out, size, n) end)
end

--- Random bytes in base64url.
function draw.token_urlsafe(nbytes)
    local n = number(nbytes or 32)
    local size = C.csecrets_urlsafe_size(n)
    return text(size, function(out) return C.csecrets_token_urlsafe(out, size, n) end)
end

--- Random characters of an alphabet, such as BASE58.
function draw.token_alphabet(nchars, alphabet)
    local size = number(nchars) + 1
    constant(alphabet)
    return text(size, function(out) return C.csecrets_token_alphabet(out, size, nchars, alphabet) end)
end

--- How many characters of an alphabet are as strong as a number of bits.
function draw.alphabet_nchars(alphabet, bits)
    local nchars = C.csecrets_alphabet_nchars(constant(alphabet), number(bits, 32))
    if nchars > 65536 then
        error("2 to 95 different printable characters, and at most 65536 bits", 0)
    end
    return tonumber(nchars)
end

--- Fills a buffer of the ffi with nbytes random bytes.
function draw.fill(buffer, nbytes)
    return check(C.csecrets_token_bytes(buffer, number(nbytes)))
end

--- Overwrites a buffer of the ffi with zeros.
function draw.wipe(buffer, nbytes)
    C.csecrets_wipe(buffer, number(nbytes))
end

--- An integer from 0 to bound - 1; beyond 2^53, bound and result are uint64_t.
function draw.randbelow(bound)
    number(bound)
    return value("uint64_t", function(out) return C.csecrets_randbelow(out, bound) end)
end

--- An integer of so many random bits, 0 to 64; a uint64_t if it is beyond 2^53.
function draw.randbits(bits)
    number(bits, 32)
    return value("uint64_t", function(out) return C.csecrets_randbits(out, bits) end)
end

--- An integer from low to high, both included.
function draw.randint(low, high)
    number(math.abs(low))
    number(math.abs(high))
    return value("int64_t", function(out) return C.csecrets_randint(out, low, high) end)
end

--- A real number from 0 up to but not including 1.
function draw.random()
    return value("double", function(out) return C.csecrets_random(out) end)
end

--- A list of integers from 0 to bound - 1.
function draw.randbelow_many(count, bound)
    number(bound)
    return numbers("uint64_t", number(count), function(out)
        return C.csecrets_randbelow_many(out, count, bound)
    end)
end

--- k different indices from 0 to count - 1, in the order in which they were drawn.
function draw.sample_indices(k, count)
    if number(k) > number(count) then
        error(k .. " out of " .. count, 0)
    end
    return numbers("size_t", k, function(out) return C.csecrets_sample_indices(out, k, count) end)
end

--- An index from 1, each as likely as its weight's share of the sum.
function draw.weighted_index(weights)
    local array = ffi.new("uint64_t[?]", #weights + 1)
    for i, weight in ipairs(weights) do
        array[i - 1] = number(weight)
    end
    return value("size_t", function(out)
        return C.csecrets_weighted_index(out, array, #weights)
    end) + 1
end

--- One element of a list, each equally likely.
function draw.choice(list)
    return list[draw.randbelow(#list) + 1]
end

--- k elements of a list, each drawn from all of them.
function draw.choices(list, k)
    local chosen = draw.randbelow_many(k, #list)
    for i, index in ipairs(chosen) do
        chosen[i] = list[index + 1]
    end
    return chosen
end

--- k different elements of a list, in the order in which they were drawn.
function draw.sample(list, k)
    local drawn = draw.sample_indices(k, #list)
    for i, index in ipairs(drawn) do
        drawn[i] = list[index + 1]
    end
    return drawn
end

--- Brings a list into random order, each order equally likely, and returns it.
function draw.shuffle(list)
    for i, element in ipairs(draw.sample(list, #list)) do
        list[i] = element
    end
    return list
end

return draw
