# frozen_string_literal: true

require "fiddle/import"

module Csecrets
  # The functions of the library as Fiddle sees them, and Ruby's values on their way to C and back.
  module Library
    extend Fiddle::Importer

    begin
      dlload "libcsecrets.so.0"
    rescue Fiddle::DLError => error
      raise LoadError, "#{error.message}: install csecrets, or set LD_LIBRARY_PATH to its folder"
    end

    # Fiddle knows neither of these. A bool is 0 or 1 in all of its register.
    typealias "csecrets_status", "int"
    typealias "bool", "unsigned int"
    typealias "u32", "unsigned int"
    typealias "u64", "unsigned long long"
    typealias "i64", "long long"

    extern "char *csecrets_version()"
    extern "char *csecrets_strerror(int)"
    extern "char *csecrets_status_name(int)"
    extern "csecrets_status csecrets_entropy_probe(void *)"
    extern "csecrets_status csecrets_token_bytes(void *, size_t)"
    extern "size_t csecrets_hex_size(size_t)"
    extern "size_t csecrets_urlsafe_size(size_t)"
    extern "size_t csecrets_base32_size(size_t)"
    extern "csecrets_status csecrets_token_hex(char *, size_t, size_t)"
    extern "csecrets_status csecrets_token_urlsafe(char *, size_t, size_t)"
    extern "csecrets_status csecrets_token_alphabet(char *, size_t, size_t, char *)"
    extern "size_t csecrets_alphabet_nchars(char *, u32)"
    extern "csecrets_status csecrets_randbelow(void *, u64)"
    extern "csecrets_status csecrets_randbits(void *, u32)"
    extern "csecrets_status csecrets_random(void *)"
    extern "csecrets_status csecrets_randbelow_many(void *, size_t, u64)"
    extern "csecrets_status csecrets_randbelow_big(void *, void *, size_t)"
    extern "csecrets_status csecrets_randbits_big(void *, size_t, size_t)"
    extern "csecrets_status csecrets_sample_indices(void *, size_t, size_t)"
    extern "csecrets_status csecrets_weighted_index(void *, void *, size_t)"
    extern "bool csecrets_equal(void *, size_t, void *, size_t)"
    extern "bool csecrets_find_equal(void *, void *, void *, size_t, size_t)"
    extern "void csecrets_wipe(void *, size_t)"
    extern "csecrets_status csecrets_hex_encode(char *, size_t, void *, size_t)"
    extern "csecrets_status csecrets_urlsafe_encode(char *, size_t, void *, size_t)"
    extern "csecrets_status csecrets_base32_encode(char *, size_t, void *, size_t)"
    extern "csecrets_status csecrets_hex_decode(void *, size_t, void *, char *, size_t)"
    extern "csecrets_status csecrets_urlsafe_decode(void *, size_t, void *, char *, size_t)"
    extern "csecrets_status csecrets_base32_decode(void *, size_t, void *, char *, size_t)"
    extern "size_t csecrets_hex_decoded_size(size_t)"
    extern "size_t csecrets_urlsafe_decoded_size(size_t)"
    extern "size_t csecrets_base32_decoded_size(size_t)"
    extern "csecrets_status csecrets_password_policy_init(void *, size_t)"
    extern "csecrets_status csecrets_password(char *, size_t, size_t, void *)"
    extern "csecrets_status csecrets_password_bits(void *, size_t, void *)"
    extern "csecrets_status csecrets_passphrase(char *, size_t, size_t, char *)"
    extern "size_t csecrets_passphrase_size(size_t, size_t)"
    extern "size_t csecrets_api_key_size(size_t)"
    extern "csecrets_status csecrets_api_key(char *, size_t, char *)"
    extern "csecrets_status csecrets_api_key_check(char *, size_t, char *)"
    extern "size_t csecrets_sign_token_size(size_t)"
    extern "size_t csecrets_verify_token_size(size_t)"
    extern "csecrets_status csecrets_sign_token(char *, size_t, void *, size_t, char *, void *, " \
           "size_t, i64)"
    extern "csecrets_status csecrets_verify_token(void *, size_t, void *, char *, size_t, " \
           "char *, void *, size_t, i64)"
    extern "csecrets_status csecrets_token_hash(void *, void *, size_t)"
    extern "bool csecrets_token_matches(void *, void *, size_t)"
    extern "csecrets_status csecrets_hmac_sha256(void *, void *, size_t, void *, size_t)"
    extern "bool csecrets_hmac_sha256_matches(void *, size_t, void *, size_t, void *, size_t)"
    extern "csecrets_status csecrets_pbkdf2_sha256(void *, size_t, void *, size_t, void *, " \
           "size_t, u32)"
    extern "csecrets_status csecrets_password_hash(char *, size_t, void *, size_t, u32)"
    extern "bool csecrets_password_matches(char *, void *, size_t)"
    extern "u32 csecrets_password_iterations(char *)"
    extern "csecrets_status csecrets_uuid4(void *)"
    extern "csecrets_status csecrets_uuid7(void *, u64)"
    extern "csecrets_status csecrets_uuid7_after(void *, void *, u64)"
    extern "csecrets_status csecrets_uuid_text(char *, size_t, void *)"
    extern "csecrets_status csecrets_uuid_parse(void *, char *, size_t)"
    extern "csecrets_status csecrets_code(char *, size_t, size_t, size_t, char *)"
    extern "size_t csecrets_code_size(size_t, size_t, size_t)"
    extern "csecrets_status csecrets_code_normalize(char *, size_t, char *, size_t)"
    extern "csecrets_status csecrets_totp(char *, size_t, void *, size_t, i64, void *)"
    extern "csecrets_status csecrets_totp_verify(void *, char *, size_t, void *, size_t, i64, " \
           "u64, void *)"
    extern "csecrets_status csecrets_hotp(char *, size_t, void *, size_t, u64, u32)"
  end

  class << self
    private

    # A number that C takes as it is: Fiddle would make 2^64 - 1 of -1.
    def number(value, bits = 63)
      raise TypeError, "#{value.inspect} is no Integer" unless value.is_a?(Integer)
      return value if value >= 0 && value.bit_length <= bits

      raise InvalidError, "#{value} is not from 0 to 2**#{bits} - 1"
    end

    # A text of the program, which C reads up to its NUL: "reset\0evil" would do for "reset".
    def constant(text)
      raise InvalidError, "#{text.inspect} has a NUL" if text.include?("\0")

      text
    end

    # Bytes that C reads, and how many.
    def read(data)
      raise TypeError, "#{data.class} is no String" unless data.is_a?(String)

      [data, data.bytesize]
    end

    # An array of csecrets_span, and its length. Yields, to keep alive what it points at.
    def spans(parts)
      array = parts.flat_map { |part| [Fiddle::Pointer[part].to_i, read(part).last] }.pack("J*")
      yield array, parts.size
    end

    # The bytes that the block has C write into a buffer of this size.
    def filled(size)
      out = "\0".b * size
      check(yield(out))
      out
    end

    # The text that the block has C write into a buffer of this size, which counts the NUL.
    def text(size, &write)
      out = filled(size, &write)
      out.unpack1("Z*").force_encoding(Encoding::UTF_8)
    ensure
      wipe(out) if out
    end

    # The number that the block has C write, by its letter in String#unpack.
    def value(letter, &write)
      filled(8, &write).unpack1(letter)
    end

    # The bytes that the block has C write, and the length that it says.
    def decoded(size)
      length = "\0".b * 8
      out = filled(size) { |bytes| yield bytes, length }
      out.byteslice(0, length.unpack1("J"))
    ensure
      wipe(out) if out
    end

    # Unix seconds of a Time, or of a number that is one.
    def seconds(time)
      time.is_a?(Time) ? time.to_i : number(time, 63)
    end
  end
end
