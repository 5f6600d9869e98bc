# frozen_string_literal: true

module Csecrets
  # What programs build on random bytes: passwords, keys, signed tokens, hashes, one-time codes.
  module Application
    # A password with at least so many of each class; nil leaves a class out. Of all that meet this,
    # each is equally likely. lookalikes: false leaves out 0, O, 1, l, I and |.
    def password(nchars = 16, **policy)
      size = number(nchars) + 1
      with_policy(**policy) do |plain|
        text(size) { |out| Library.csecrets_password(out, size, nchars, plain) }
      end
    end

    # How strong such a password is, in bits.
    def password_bits(nchars = 16, **policy)
      nchars = number(nchars)
      with_policy(**policy) do |plain|
        value("D") { |out| Library.csecrets_password_bits(out, nchars, plain) }
      end
    end

    # Words of the EFF's large list. Some hold a '-': do not split there.
    def passphrase(nwords = 6, separator = " ")
      size = Library.csecrets_passphrase_size(number(nwords), constant(separator).bytesize)
      text(size) { |out| Library.csecrets_passphrase(out, size, nwords, separator) }
    end

    # A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
    def api_key(prefix)
      size = Library.csecrets_api_key_size(constant(prefix).bytesize)
      text(size) { |out| Library.csecrets_api_key(out, size, prefix) }
    end

    # Raises RejectedError for what can't be an API key of this prefix. It proves nothing.
    def api_key_check(key, prefix = nil)
      check(Library.csecrets_api_key_check(*read(key), prefix && constant(prefix)))
    end

    # A token that carries a payload, signed and not encrypted, until it expires: a Time, a Unix
    # second, or NEVER.
    def sign(key, purpose, payload, expires_at)
      size = Library.csecrets_sign_token_size(read(payload).last)
      purpose = constant(purpose)
      when_ = seconds(expires_at)
      text(size) do |out|
        Library.csecrets_sign_token(out, size, *read(key), purpose, *read(payload), when_)
      end
    end

    # The payload of a token that one of the keys vouches for; else raises RejectedError.
    def verify(token, purpose, *keys, now: Time.now)
      size = Library.csecrets_verify_token_size(read(token).last)
      purpose = constant(purpose)
      now = seconds(now)
      spans(keys) do |array, count|
        decoded(size) do |out, length|
          Library.csecrets_verify_token(out, size, length, *read(token), purpose, array, count, now)
        end
      end
    end

    # The SHA-256 of a token: store it, not the token.
    def token_hash(token)
      filled(32) { |out| Library.csecrets_token_hash(out, *read(token)) }
    end

    # Whether a token is the one whose hash was stored.
    def token_matches(hash, token)
      read(hash).last == 32 && Library.csecrets_token_matches(hash, *read(token)) == 1
    end

    # The HMAC-SHA-256 of a message, in parts that are not joined.
    def hmac_sha256(key, *parts)
      spans(parts) do |array, count|
        filled(32) { |out| Library.csecrets_hmac_sha256(out, *read(key), array, count) }
      end
    end

    # Whether all 32 bytes of an HMAC are right.
    def hmac_sha256_matches(mac, key, *parts)
      spans(parts) do |array, count|
        Library.csecrets_hmac_sha256_matches(*read(mac), *read(key), array, count) == 1
      end
    end

    # A key derived from a password, slowly.
    def pbkdf2_sha256(password, salt, iterations, nbytes = 32)
      iterations = number(iterations, 32)
      filled(number(nbytes)) do |out|
        Library.csecrets_pbkdf2_sha256(out, nbytes, *read(password), *read(salt), iterations)
      end
    end

    # What to store of a login password; 0 iterations are 600000.
    def password_hash(password, iterations = 0)
      iterations = number(iterations, 32)
      text(256) { |out| Library.csecrets_password_hash(out, 256, *read(password), iterations) }
    end

    # Whether a password is the one whose hash was stored.
    def password_matches(hash, password)
      !hash.include?("\0") && Library.csecrets_password_matches(hash, *read(password)) == 1
    end

    # The iterations of a stored hash, 0 if it is none: below yours, hash again at the next login.
    def password_iterations(hash)
      hash.include?("\0") ? 0 : Library.csecrets_password_iterations(hash) & 0xffffffff
    end

    # The code that an authenticator app shows at this moment.
    def totp(key, now: Time.now, digits: 6, period: 30, algorithm: SHA1)
      params = totp_params(digits, period, 1, algorithm)
      now = seconds(now)
      text(digits + 1) { |out| Library.csecrets_totp(out, digits + 1, *read(key), now, params) }
    end

    # The step of a code that is right and later than last_step, to store as the next last_step: a
    # code is good once. Raises RejectedError for any other.
    def totp_verify(code, key, last_step, now: Time.now, digits: 6, period: 30, window: 1,
                    algorithm: SHA1)
      params = totp_params(digits, period, window, algorithm)
      last_step = number(last_step, 64)
      now = seconds(now)
      value("Q") do |out|
        Library.csecrets_totp_verify(out, *read(code), *read(key), now, last_step, params)
      end
    end

    # The code of a counter.
    def hotp(key, counter, digits = 6)
      size = number(digits, 16) + 1
      counter = number(counter, 64)
      text(size) { |out| Library.csecrets_hotp(out, size, *read(key), counter, digits) }
    end

    private

    POLICY = "L5lJ2" # struct csecrets_password_policy
    private_constant :POLICY

    def with_policy(lower: 1, upper: 1, digits: 1, symbols: 1, lookalikes: true, symbol_set: nil,
                    exclude: "")
      size = [0, 0, 0, 0, 0, 0, 0, 0].pack(POLICY).bytesize
      plain = filled(size) { |out| Library.csecrets_password_policy_init(out, size) }
      fields = plain.unpack(POLICY)
      [lower, upper, digits, symbols].each_with_index do |minimum, i|
        fields[1 + i] = number(minimum, 32) if minimum
        fields[5] |= 1 << i unless minimum
      end
      fields[5] |= 16 unless lookalikes
      fields[6] = symbol_set ? Fiddle::Pointer[constant(symbol_set)].to_i : 0
      fields[7] = Fiddle::Pointer[constant(exclude)].to_i
      yield fields.pack(POLICY)
    end

    def totp_params(digits, period, window, algorithm)
      fields = [digits, period, window, algorithm].map { |field| number(field, 32) }
      [20, *fields].pack("L5") # struct csecrets_totp_params
    end
  end
end
