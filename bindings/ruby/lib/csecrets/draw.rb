# frozen_string_literal: true

module Csecrets
  # Bytes, tokens, numbers and picks. Random::Formatter builds the rest of SecureRandom on bytes.
  module Draw
    # Draws once, without waiting; raises EntropyError, or the system's reason, if there is none.
    def entropy_probe
      os_errno = "\0".b * 4
      return if Library.csecrets_entropy_probe(os_errno).zero?

      raise SystemCallError.new("getrandom", os_errno.unpack1("l"))
    end

    # n random bytes.
    def bytes(n)
      n = number(Integer(n))
      filled(n) { |out| Library.csecrets_token_bytes(out, n) }
    end
    alias gen_random bytes

    # n random bytes, 32 unless told.
    def token_bytes(n = DEFAULT_ENTROPY) = bytes(n)

    # n random bytes in hexadecimal.
    def token_hex(n = DEFAULT_ENTROPY)
      size = Library.csecrets_hex_size(number(n))
      text(size) { |out| Library.csecrets_token_hex(out, size, n) }
    end

    # n random bytes in base64url.
    def token_urlsafe(n = DEFAULT_ENTROPY)
      size = Library.csecrets_urlsafe_size(number(n))
      text(size) { |out| Library.csecrets_token_urlsafe(out, size, n) }
    end

    # n random characters of an alphabet, such as Csecrets::BASE58.
    def token_alphabet(n, alphabet)
      size = number(n) + 1
      alphabet = constant(alphabet)
      text(size) { |out| Library.csecrets_token_alphabet(out, size, n, alphabet) }
    end

    # How many characters of an alphabet are as strong as a number of bits.
    def alphabet_nchars(alphabet, bits)
      nchars = Library.csecrets_alphabet_nchars(constant(alphabet), number(bits, 32))
      raise InvalidError, "2 to 95 characters, and at most 65536 bits" if nchars.negative?

      nchars
    end

    # An integer from 0 to bound - 1, of any length.
    def randbelow(bound)
      bound = number(bound, Float::INFINITY)
      return value("Q") { |out| Library.csecrets_randbelow(out, bound) } if bound < 2**64

      digits = bound.to_s(16)
      big = [digits.rjust(digits.size + digits.size % 2, "0")].pack("H*")
      filled(big.bytesize) { |out| Library.csecrets_randbelow_big(out, big, big.bytesize) }
        .unpack1("H*").hex
    end

    # An integer of so many random bits.
    def randbits(bits)
      size = (number(bits) + 7) / 8
      filled(size) { |out| Library.csecrets_randbits_big(out, size, bits) }.unpack1("H*").hex
    end

    # A real number from 0 up to but not including 1.
    def random = value("D") { |out| Library.csecrets_random(out) }

    # count integers from 0 to bound - 1.
    def randbelow_many(count, bound)
      count = number(count)
      bound = number(bound, 64)
      filled(8 * count) { |out| Library.csecrets_randbelow_many(out, count, bound) }.unpack("Q*")
    end

    # k different indices from 0 to count - 1, in the order in which they were drawn.
    def sample_indices(k, count)
      raise InvalidError, "#{k} out of #{count}" if number(k) > number(count)

      filled(8 * k) { |out| Library.csecrets_sample_indices(out, k, count) }.unpack("J*")
    end

    # An index, each as likely as its weight's share of the sum.
    def weighted_index(weights)
      packed = weights.map { |weight| number(weight, 64) }.pack("Q*")
      value("J") { |out| Library.csecrets_weighted_index(out, packed, weights.size) }
    end

    # One element of an array, each equally likely; nil of an empty one, as in Array#sample.
    def choice(array) = array.empty? ? nil : array[randbelow(array.size)]

    # k different elements of an array.
    def sample(array, k) = array.values_at(*sample_indices(k, array.size))

    # The array in random order, each order equally likely.
    def shuffle(array) = sample(array, array.size)

    # Whether two strings hold the same bytes, in a time that does not show where they differ. Two
    # empty ones do: check first that your secret is set.
    def equal(a, b) = Library.csecrets_equal(*read(a), *read(b)) == 1

    # The index of the first row that equals a needle, in a time that does not tell which; nil if
    # there is none. Rows are all as long as the needle, such as hashes.
    def find_equal(needle, rows)
      needle, size = read(needle)
      fits = rows.all? { |row| row.bytesize == size }
      raise InvalidError, "every row is as long as the needle" unless fits

      joined = rows.join.b
      index = "\0".b * 8
      found = Library.csecrets_find_equal(index, needle, joined, rows.size, size) == 1
      found ? index.unpack1("J") : nil
    end

    # Overwrites a string with zeros.
    def wipe(string)
      return if string.empty?

      # Ruby lets strings share their bytes; a change that changes nothing makes them its own.
      string.setbyte(0, string.getbyte(0))
      Library.csecrets_wipe(string, string.bytesize)
    end
  end
end
