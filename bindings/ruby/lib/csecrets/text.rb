# frozen_string_literal: true

module Csecrets
  # Bytes as text and back, codes for people to type, and UUIDs.
  module Text
    # Bytes in hexadecimal.
    def hex_encode(data)
      size = Library.csecrets_hex_size(read(data).last)
      text(size) { |out| Library.csecrets_hex_encode(out, size, *read(data)) }
    end

    # The bytes that hexadecimal text spells.
    def hex_decode(text)
      size = Library.csecrets_hex_decoded_size(read(text).last)
      decoded(size) { |out, length| Library.csecrets_hex_decode(out, size, length, *read(text)) }
    end

    # Bytes in base64url.
    def urlsafe_encode(data)
      size = Library.csecrets_urlsafe_size(read(data).last)
      text(size) { |out| Library.csecrets_urlsafe_encode(out, size, *read(data)) }
    end

    # The bytes that base64url text spells.
    def urlsafe_decode(text)
      size = Library.csecrets_urlsafe_decoded_size(read(text).last)
      decoded(size) do |out, length|
        Library.csecrets_urlsafe_decode(out, size, length, *read(text))
      end
    end

    # Bytes in base32, for authenticator apps.
    def base32_encode(data)
      size = Library.csecrets_base32_size(read(data).last)
      text(size) { |out| Library.csecrets_base32_encode(out, size, *read(data)) }
    end

    # The bytes that base32 text spells, as people type it.
    def base32_decode(text)
      size = Library.csecrets_base32_decoded_size(read(text).last)
      decoded(size) { |out, length| Library.csecrets_base32_decode(out, size, length, *read(text)) }
    end

    # A code for people to type, such as "7K3QX-9MZ4T": recovery, licences, invitations.
    def code(groups = 2, group_len = 5, separator = "-")
      between = constant(separator).bytesize
      size = Library.csecrets_code_size(number(groups), number(group_len), between)
      text(size) { |out| Library.csecrets_code(out, size, groups, group_len, separator) }
    end

    # What was typed, as it was drawn, without separators: hash this.
    def code_normalize(typed)
      size = read(typed).last + 1
      text(size) { |out| Library.csecrets_code_normalize(out, size, *read(typed)) }
    end

    # The text of a random UUID.
    def uuid4 = uuid_text(filled(16) { |out| Library.csecrets_uuid4(out) })

    # The text of a UUID of a time in milliseconds, which everybody can read, and 74 random bits.
    def uuid7(unix_ms = now_ms)
      unix_ms = number(unix_ms, 64)
      uuid_text(filled(16) { |out| Library.csecrets_uuid7(out, unix_ms) })
    end

    # The text of a UUID that sorts after a previous one of version 7, whatever the clock does.
    def uuid7_after(previous, unix_ms = now_ms)
      previous = uuid_parse(previous)
      unix_ms = number(unix_ms, 64)
      uuid_text(filled(16) { |out| Library.csecrets_uuid7_after(out, previous, unix_ms) })
    end

    # The text of the 16 bytes of a UUID.
    def uuid_text(bytes)
      raise InvalidError, "a UUID has 16 bytes" unless read(bytes).last == 16

      text(37) { |out| Library.csecrets_uuid_text(out, 37, bytes) }
    end

    # The 16 bytes of a UUID, of its 36 characters and nothing else.
    def uuid_parse(text)
      filled(16) { |out| Library.csecrets_uuid_parse(out, *read(text)) }
    end

    private

    def now_ms = Process.clock_gettime(Process::CLOCK_REALTIME, :millisecond)
  end
end
