-- What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
-- stays unseen with odds below 8 * (7/8)^300 < 2^-54.

local csecrets = require("csecrets")
local ffi = require("ffi")
local lu = require("luaunit")

local KEY, OTHER = "", ("\1"):rep(32)
for i = 0, 31 do
    KEY = KEY .. string.char(i)
end

local function seen(draw)
    local found, list = {}, {}
    for _ = 1, 300 do
        local value = draw()
        if not found[value] then
            found[value] = true
            list[#list + 1] = value
        end
    end
    table.sort(list)
    return list
end

--- nil and the status, for what comes from outside.
local function rejected(status, value, message, name)
    lu.assertNil(value)
    lu.assertEquals(name, "CSECRETS_ERR_" .. status)
    lu.assertStrContains(message, name)
end

--- An error with the status in its text, for a mistake of the program.
local function mistake(text, call, ...)
    lu.assertErrorMsgContains(text, call, ...)
end

TestDraws = {}

function TestDraws.test_tokens_have_their_length_and_never_come_twice()
    lu.assertEquals({ #csecrets.token_bytes(), #csecrets.token_bytes(0) }, { 32, 0 })
    lu.assertStrMatches(csecrets.token_hex(), ("[0-9a-f]"):rep(64))
    lu.assertStrMatches(csecrets.token_urlsafe(3), ("[%w_-]"):rep(4))
    lu.assertEquals(#seen(csecrets.token_urlsafe), 300)
    lu.assertEquals(csecrets.alphabet_nchars(csecrets.BASE58, 128), 22)
    lu.assertStrMatches(csecrets.token_alphabet(9, "ab"), ("[ab]"):rep(9))
end

function TestDraws.test_integers_reach_both_ends()
    lu.assertEquals(seen(function() return csecrets.randbelow(3) end), { 0, 1, 2 })
    lu.assertEquals(seen(function() return csecrets.randbits(2) end), { 0, 1, 2, 3 })
    lu.assertEquals(seen(function() return csecrets.randint(-1, 1) end), { -1, 0, 1 })
    lu.assertEquals(seen(function() return csecrets.randbelow_many(1, 2)[1] end), { 0, 1 })
    local halves = seen(function() return tonumber(csecrets.randbelow(0xffffffffffffffffULL) / 2ULL ^ 63) end)
    lu.assertEquals(halves, { 0, 1 })
    lu.assertTrue(csecrets.random() < 1)
end

function TestDraws.test_picks_go_by_index()
    local orders = { "abc", "acb", "bac", "bca", "cab", "cba" }
    lu.assertEquals(seen(function() return csecrets.choice({ "a", "b" }) end), { "a", "b" })
    lu.assertEquals(seen(function() return table.concat(csecrets.shuffle({ "a", "b", "c" })) end), orders)
    lu.assertEquals(seen(function() return table.concat(csecrets.sample({ "a", "b", "c" }, 3)) end), orders)
    lu.assertEquals(#seen(function() return table.concat(csecrets.choices({ "a", "b" }, 2)) end), 4)
    lu.assertEquals(seen(function() return csecrets.weighted_index({ 1, 0, 2 }) end), { 1, 3 })
    mistake("CSECRETS_ERR_INVALID_ARGUMENT", csecrets.choice, {})
end

function TestDraws.test_numbers_that_c_would_bend_never_reach_it()
    for _, name in ipairs({ "token_bytes", "token_hex", "token_urlsafe", "randbelow", "randbits", "password", "passphrase" }) do
        mistake("is not from 0", csecrets[name], -1)
        mistake("is not from 0", csecrets[name], 2 ^ 64)
        for _, number in ipairs({ 0.9, 0 / 0, "16", {} }) do
            mistake("is no whole number", csecrets[name], number)
        end
    end
    mistake("is not from 0", csecrets.randbelow, -1LL)
    mistake("is not from 0", csecrets.password_hash, "password", 0x100000001ULL)
    mistake("is not from 0", csecrets.weighted_index, { 1, -1 })
    mistake("is not from 0", csecrets.password, 16, { digits = -1 })
    mistake("is no whole number", csecrets.sign, KEY, "p", "", 0.5)
    mistake("a string is wanted", csecrets.equal, nil, "")
end

function TestDraws.test_a_buffer_is_filled_and_wiped_in_place()
    local buffer = ffi.new("uint8_t[32]")
    csecrets.fill(buffer, 32)
    lu.assertNotEquals(ffi.string(buffer, 32), ("\0"):rep(32))
    csecrets.wipe(buffer, 32)
    lu.assertEquals(ffi.string(buffer, 32), ("\0"):rep(32))
end

TestApplication = {}

function TestApplication.test_a_nul_in_a_text_of_the_program_is_refused()
    local token = csecrets.sign(KEY, "reset", "", csecrets.NEVER)
    for _, call in ipairs({
        function() csecrets.sign(KEY, "reset\0evil", "", csecrets.NEVER) end,
        function() csecrets.verify(token, "reset\0evil", KEY) end,
        function() csecrets.api_key("acme\0") end,
        function() csecrets.api_key_check("acme_x", "acme\0") end,
        function() csecrets.passphrase(4, " \0") end,
        function() csecrets.code(2, 5, "-\0") end,
        function() csecrets.token_alphabet(9, "ab\0") end,
        function() csecrets.password(16, { symbol_set = "!\0" }) end,
        function() csecrets.password(16, { exclude = "0\0" }) end,
    }) do
        mistake("a NUL in a text of the program", call)
    end
end

function TestApplication.test_a_status_is_an_error_or_nil_and_its_name()
    mistake("CSECRETS_ERR_WEAK: ", csecrets.token_hex, 0)
    mistake("CSECRETS_ERR_UNSATISFIABLE: ", csecrets.password, 16, { symbol_set = "!", exclude = "!" })
    rejected("MALFORMED", csecrets.hex_decode("no hex"))
    lu.assertTrue(csecrets.entropy_probe())
end

function TestApplication.test_a_signed_token_is_good_for_its_purpose_until_it_expires()
    local hour = os.time() + 3600
    local token = csecrets.sign(KEY, "reset", "user=42", hour)
    lu.assertEquals(csecrets.verify(token, "reset", { OTHER, KEY }), "user=42")
    rejected("BAD_SIGNATURE", csecrets.verify(token, "login", KEY))
    rejected("BAD_SIGNATURE", csecrets.verify(token, "reset", OTHER))
    rejected("EXPIRED", csecrets.verify(token, "reset", KEY, hour))
    rejected("MALFORMED", csecrets.verify("?", "reset", KEY))
    mistake("INVALID_ARGUMENT", csecrets.verify, token, "reset", {})
    lu.assertEquals(csecrets.sign(KEY, "session", "user=42", 1700000000),
        "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n")
end

function TestApplication.test_hashes_are_those_of_the_rfcs()
    local hash = csecrets.token_hash("abc")
    lu.assertEquals(csecrets.hex_encode(hash), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    lu.assertTrue(csecrets.token_matches(hash, "abc"))
    lu.assertFalse(csecrets.token_matches(hash, "abd") or csecrets.token_matches("", ""))
    local mac = csecrets.hmac_sha256("Jefe", "what do ya want ", "", "for nothing?")
    lu.assertEquals(csecrets.hex_encode(mac), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    lu.assertTrue(csecrets.hmac_sha256_matches(mac, "Jefe", "what do ya want for nothing?"))
    lu.assertFalse(csecrets.hmac_sha256_matches(mac, "Jefe", "what do ya want for nothing"))
    lu.assertEquals(csecrets.hex_encode(csecrets.pbkdf2_sha256("user_password_123", ("\0"):rep(32), 100000)),
        "4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa")
    lu.assertEquals({ csecrets.find_equal(hash, { mac, hash }), csecrets.find_equal(hash, { mac }) }, { 2 })
    lu.assertTrue(csecrets.equal("\0a", "\0a"))
    lu.assertFalse(csecrets.equal("\0a", "\0b") or csecrets.equal("a", "ab"))
end

function TestApplication.test_a_password_meets_its_policy_and_is_known_again()
    local policy = { upper = false, lower = false, symbols = 3, symbol_set = "!?", lookalikes = false }
    lu.assertStrMatches(csecrets.password(20, policy), ("[2-9!?]"):rep(20))
    lu.assertAlmostEquals(csecrets.password_bits(), 103.11, 0.01)
    lu.assertEquals(select(2, csecrets.passphrase(4, "+"):gsub("+", "")), 3)
    local stored = csecrets.password_hash("correct horse", 100000)
    lu.assertTrue(csecrets.password_matches(stored, "correct horse"))
    lu.assertFalse(csecrets.password_matches(stored, "correct house"))
    lu.assertFalse(csecrets.password_matches(stored .. "\0", "correct horse"))
    lu.assertEquals({ csecrets.password_iterations(stored), csecrets.password_iterations("$2b$12$") }, { 100000, 0 })
end

function TestApplication.test_keys_and_codes_are_checked()
    lu.assertTrue(csecrets.api_key_check(csecrets.api_key("acme_test"), "acme_test"))
    rejected("BAD_CHECKSUM", csecrets.api_key_check("ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18"))
    local code = csecrets.code()
    lu.assertEquals(csecrets.code_normalize(code:lower()), (code:gsub("-", "")))
    rejected("MALFORMED", csecrets.code_normalize("UUUUU"))
    local otp, options = "12345678901234567890", { digits = 8, now = 1111111109 }
    lu.assertEquals({ csecrets.totp(otp, options), csecrets.hotp(otp, 0) }, { "07081804", "755224" })
    local step = csecrets.totp_verify("07081804", otp, 0, options)
    rejected("REPLAYED", csecrets.totp_verify("07081804", otp, step, options))
    rejected("BAD_CODE", csecrets.totp_verify("07081805", otp, 0, options))
end

function TestApplication.test_text_of_bytes_and_uuids_come_back()
    for n = 0, 32 do
        local data = KEY:sub(1, n)
        for _, name in ipairs({ "hex", "urlsafe", "base32" }) do
            lu.assertEquals(csecrets[name .. "_decode"](csecrets[name .. "_encode"](data)), data)
        end
    end
    lu.assertEquals(csecrets.base32_encode("foobar"), "MZXW6YTBOI")
    lu.assertEquals(csecrets.urlsafe_encode("\251\255"), "-_8")
    local last = csecrets.uuid7()
    for _ = 1, 100 do
        local following = csecrets.uuid7_after(last)
        lu.assertTrue(last < following)
        last = following
    end
    lu.assertEquals(csecrets.uuid4():sub(15, 15), "4")
    lu.assertEquals(csecrets.uuid_text(csecrets.uuid_parse(last:upper())), last)
    rejected("MALFORMED", csecrets.uuid7_after("no uuid"))
end

os.exit(lu.LuaUnit.run())
