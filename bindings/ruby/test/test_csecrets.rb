# frozen_string_literal: true

# What the binding gives and refuses. If all of at most 8 values have to be seen in 300 draws, one
# stays unseen with odds below 8 * (7/8)^300 < 2^-54.

require "digest"
require "openssl"
require "securerandom"
require "test/unit"

require_relative "../lib/csecrets"

KEY = (0...32).map(&:chr).join.b

module Helpers
  def seen(&draw) = Array.new(300, &draw).uniq.sort

  def refused(status, &call)
    error = assert_raise(Csecrets::InvalidError, Csecrets::RejectedError, Csecrets::MalformedError,
                         Csecrets::BadSignatureError, Csecrets::ExpiredError, &call)
    assert_equal("CSECRETS_ERR_#{status}", error.status)
  end
end

class TestDraws < Test::Unit::TestCase
  include Helpers

  def test_every_name_of_secure_random_is_here
    missing = (SecureRandom.public_methods(false) + Random::Formatter.public_instance_methods)
              .reject { |name| Csecrets.respond_to?(name) }
    assert_empty(missing)
    assert_match(/\A\h{32}\z/, Csecrets.hex)
    assert_match(/\A\h{8}-\h{4}-4\h{3}-[89ab]\h{3}-\h{12}\z/, Csecrets.uuid)
    assert_equal(10, Csecrets.alphanumeric(10).size)
    assert_include(1.0...2.0, Csecrets.random_number(1.0...2.0))
    assert_equal([1, 2, 3], seen { Csecrets.rand(1..3) })
    assert_equal((0..51).to_a, (0..51).to_a.shuffle(random: Csecrets).sort)
  end

  def test_tokens_have_their_length_and_never_come_twice
    assert_equal(64, Csecrets.token_hex.size)
    assert_equal(43, Csecrets.token_urlsafe.size)
    assert_equal([0, 33, Encoding::BINARY],
                 [Csecrets.bytes(0).size, Csecrets.token_bytes(33).size, Csecrets.bytes(1).encoding])
    assert_equal(300, seen { Csecrets.token_urlsafe(16) }.size)
    assert_equal(22, Csecrets.alphabet_nchars(Csecrets::BASE58, 128))
    assert_match(/\A[1-9A-HJ-NP-Za-km-z]{22}\z/, Csecrets.token_alphabet(22, Csecrets::BASE58))
  end

  def test_integers_of_any_length_are_below_their_bound
    assert_equal([0, 1, 2], seen { Csecrets.randbelow(3) })
    assert_equal([0, 1, 2, 3], seen { Csecrets.randbits(2) })
    assert_equal([0, 1], seen { Csecrets.randbits(1001) >> 1000 })
    [2**64 - 1, 2**64, 2**64 + 1, 10**40].each do |bound|
      drawn = seen { Csecrets.randbelow(bound) }
      assert_equal([300, true], [drawn.size, drawn.max.between?(bound / 4, bound - 1)])
    end
    assert_equal([0, 1], Csecrets.randbelow_many(300, 2).uniq.sort)
    assert_include(0.0...1.0, Csecrets.random)
  end

  def test_picks_go_by_index
    assert_equal(%w[a b c], seen { Csecrets.choice(%w[a b c]) })
    assert_nil(Csecrets.choice([]))
    assert_equal(%w[a b c].permutation.to_a, seen { Csecrets.shuffle(%w[a b c]) })
    assert_equal(%w[a b c].permutation(2).to_a, seen { Csecrets.sample(%w[a b c], 2) })
    assert_equal([0, 2], seen { Csecrets.weighted_index([1, 0, 2]) })
    refused("INVALID_ARGUMENT") { Csecrets.weighted_index([]) }
  end

  def test_equal_looks_at_every_byte
    assert_equal([true, false, false], [%w[ab ab], %w[ab ac], %w[ab abc]].map { |a, b| Csecrets.equal(a, b) })
    assert_true(Csecrets.equal("\xff\0".b, "\xff\0"))
    assert_false(Csecrets.equal("\0a", "\0b"))
    rows = %w[a b c].map { |row| Csecrets.token_hash(row) }
    assert_equal([1, nil], [rows[1], "\0" * 32].map { |row| Csecrets.find_equal(row, rows) })
    assert_raise(Csecrets::InvalidError) { Csecrets.find_equal(rows[0], [rows[0] * 2, ""]) }
  end
end

class TestRefusals < Test::Unit::TestCase
  include Helpers

  def test_numbers_that_c_would_bend_never_reach_it
    draws = %i[token_bytes token_hex token_urlsafe randbits randbelow password passphrase]
    draws.product([-1, -2**64]) { |draw, n| assert_raise(Csecrets::InvalidError) { Csecrets.send(draw, n) } }
    (draws - [:token_bytes]).product([0.9, Float::NAN, 1r, "16", nil]) do |draw, n|
      assert_raise(TypeError) { Csecrets.send(draw, n) }
    end
    assert_raise(Csecrets::InvalidError) { Csecrets.randbelow_many(3, 2**64 + 5) }
    assert_raise(Csecrets::InvalidError) { Csecrets.weighted_index([1, -1]) }
    assert_raise(Csecrets::InvalidError) { Csecrets.password(digits: -1) }
    assert_raise(TypeError) { Csecrets.sign(KEY, "p", "", 1e10) }
    assert_raise(TypeError) { Csecrets.equal(nil, "") }
  end

  def test_a_nul_in_a_text_of_the_program_is_refused
    token = Csecrets.sign(KEY, "reset", "", Csecrets::NEVER)
    [
      -> { Csecrets.sign(KEY, "reset\0evil", "", Csecrets::NEVER) },
      -> { Csecrets.verify(token, "reset\0evil", KEY) },
      -> { Csecrets.api_key("acme\0") },
      -> { Csecrets.api_key_check("acme_x", "acme\0") },
      -> { Csecrets.passphrase(4, " \0") },
      -> { Csecrets.code(2, 5, "-\0") },
      -> { Csecrets.token_alphabet(9, "ab\0") },
      -> { Csecrets.password(symbol_set: "!\0") },
      -> { Csecrets.password(exclude: "0\0") }
    ].each { |call| assert_match(/NUL/, assert_raise(Csecrets::InvalidError, &call).message) }
  end

  def test_a_status_is_an_error_of_its_name
    refused("WEAK") { Csecrets.token_hex(0) }
    refused("UNSATISFIABLE") { Csecrets.password(symbol_set: "!", exclude: "!") }
    refused("MALFORMED") { Csecrets.hex_decode("no hex") }
    assert_raise(Csecrets::MalformedError) { Csecrets.hex_decode("no hex") }
    assert_raise_kind_of(Csecrets::RejectedError) { Csecrets.hex_decode("no hex") }
    assert_raise_kind_of(Csecrets::Error) { Csecrets.token_hex(0) }
    assert_kind_of(ArgumentError, Csecrets::InvalidError.new)
    assert_nothing_raised { Csecrets.entropy_probe }
  end

  def test_a_string_is_wiped_and_what_shares_its_bytes_is_not
    literal = "a literal of more than twenty-three characters"
    secret = literal.dup
    Csecrets.wipe(secret)
    assert_equal(["\0" * literal.size, "a literal of more than twenty-three characters"], [secret, literal])
    assert_raise(FrozenError) { Csecrets.wipe("frozen") }
  end
end

class TestApplication < Test::Unit::TestCase
  include Helpers

  def test_a_signed_token_is_good_for_its_purpose_until_it_expires
    now = Time.now
    token = Csecrets.sign(KEY, "reset", "user=42", now + 3600)
    assert_equal("user=42", Csecrets.verify(token, "reset", "k" * 32, KEY))
    refused("BAD_SIGNATURE") { Csecrets.verify(token, "login", KEY) }
    refused("BAD_SIGNATURE") { Csecrets.verify(token, "reset", "k" * 32) }
    refused("EXPIRED") { Csecrets.verify(token, "reset", KEY, now: now + 3600) }
    refused("MALFORMED") { Csecrets.verify("?", "reset", KEY) }
    refused("INVALID_ARGUMENT") { Csecrets.verify(token, "reset") }
    assert_equal("AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n",
                 Csecrets.sign(KEY, "session", "user=42", 1_700_000_000))
  end

  def test_hashes_are_those_of_openssl
    assert_equal(Digest::SHA256.digest("abc"), Csecrets.token_hash("abc"))
    assert_true(Csecrets.token_matches(Digest::SHA256.digest("abc"), "abc"))
    assert_false(Csecrets.token_matches(Digest::SHA256.digest("abc"), "abd"))
    assert_false(Csecrets.token_matches("", ""))
    mac = Csecrets.hmac_sha256(KEY, "id", ".", "body")
    assert_equal(OpenSSL::HMAC.digest("SHA256", KEY, "id.body"), mac)
    assert_true(Csecrets.hmac_sha256_matches(mac, KEY, "id.", "body"))
    assert_false(Csecrets.hmac_sha256_matches(mac, KEY, "id.bodx"))
    assert_equal(OpenSSL::KDF.pbkdf2_hmac("pw", salt: "salt", iterations: 1000, length: 32, hash: "SHA256"),
                 Csecrets.pbkdf2_sha256("pw", "salt", 1000))
  end

  def test_a_password_meets_its_policy_and_is_known_again
    word = Csecrets.password(20, upper: nil, symbols: 3, symbol_set: "!?", lookalikes: false)
    assert_match(/\A[a-km-z2-9!?]{20}\z/, word)
    assert_operator(word.count("!?"), :>=, 3)
    assert_in_delta(103.11, Csecrets.password_bits, 0.01)
    assert_equal(3, Csecrets.passphrase(4, "+").count("+"))
    stored = Csecrets.password_hash("correct horse", 100_000)
    assert_true(Csecrets.password_matches(stored, "correct horse"))
    assert_false(Csecrets.password_matches(stored, "correct house"))
    assert_false(Csecrets.password_matches("#{stored}\0", "correct horse"))
    assert_equal([100_000, 0], [stored, "$2b$12$"].map { |hash| Csecrets.password_iterations(hash) })
  end

  def test_keys_and_codes_are_checked
    key = Csecrets.api_key("acme_test")
    assert_nil(Csecrets.api_key_check(key, "acme_test"))
    assert_nil(Csecrets.api_key_check("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"))
    refused("BAD_CHECKSUM") { Csecrets.api_key_check("ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18") }
    code = Csecrets.code
    assert_equal(code.delete("-"), Csecrets.code_normalize(code.downcase))
    refused("MALFORMED") { Csecrets.code_normalize("UUUUU") }
    otp, now = "12345678901234567890", Time.at(1_111_111_109)
    assert_equal(%w[07081804 755224], [Csecrets.totp(otp, now:, digits: 8), Csecrets.hotp(otp, 0)])
    step = Csecrets.totp_verify("07081804", otp, 0, now:, digits: 8)
    refused("REPLAYED") { Csecrets.totp_verify("07081804", otp, step, now:, digits: 8) }
    refused("BAD_CODE") { Csecrets.totp_verify("07081805", otp, 0, now:, digits: 8) }
  end

  def test_text_of_bytes_comes_back
    (0..32).each do |n|
      data = KEY[0, n]
      assert_equal([data.unpack1("H*"), [data].pack("m0").tr("+/", "-_").delete("=")],
                   [Csecrets.hex_encode(data), Csecrets.urlsafe_encode(data)])
      assert_equal([data] * 3, [Csecrets.hex_decode(Csecrets.hex_encode(data)),
                                Csecrets.urlsafe_decode(Csecrets.urlsafe_encode(data)),
                                Csecrets.base32_decode(Csecrets.base32_encode(data).downcase)])
    end
    assert_equal("MZXW6YTBOI", Csecrets.base32_encode("foobar"))
  end

  def test_uuids_sort_and_come_back_from_text
    uuids = [Csecrets.uuid7]
    100.times { uuids << Csecrets.uuid7_after(uuids.last) }
    assert_equal(uuids.sort, uuids)
    assert_match(/\A\h{8}-\h{4}-4/, Csecrets.uuid4)
    assert_equal(uuids[0], Csecrets.uuid_text(Csecrets.uuid_parse(uuids[0].upcase)))
    refused("MALFORMED") { Csecrets.uuid_parse("{#{uuids[0]}}") }
  end
end
