--- Unguessable tokens, passwords, keys and numbers, and comparison in constant time, from
-- libcsecrets: for LuaJIT. The functions are those of csecrets.h without csecrets_, and what is said
-- there holds here.
--
-- A mistake of the program is an error. What comes from outside and is wrong gives nil, a message and
-- the status, such as "CSECRETS_ERR_EXPIRED". A string can't be overwritten in Lua: fill() and wipe()
-- take buffers of the ffi.
--
-- SPDX-License-Identifier: MIT OR Apache-2.0

local csecrets = {
    DEFAULT_ENTROPY = 32,
    NEVER = 0x7fffffffffffffffLL, -- the expiry of a signed token that is good for ever
    DIGITS = "0123456789",
    CROCKFORD32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
    BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    SHA1 = 1, -- algorithms of one-time codes
    SHA256 = 2,
}

for _, topic in ipairs({ "draw", "application", "text" }) do
    for name, call in pairs(require("csecrets." .. topic)) do
        csecrets[name] = call
    end
end

return csecrets
