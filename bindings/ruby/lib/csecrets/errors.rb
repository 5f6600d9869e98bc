# frozen_string_literal: true

module Csecrets
  # What every error of csecrets is: rescue Csecrets::Error.
  module Error
    # The status as C spells it, such as "CSECRETS_ERR_WEAK".
    attr_accessor :status
  end

  # A mistake of the program: a weak key, an empty range, a policy that no password meets.
  class InvalidError < ArgumentError
    include Error
  end

  # The system gave no randomness.
  class EntropyError < RuntimeError
    include Error
  end

  # Something from outside is not right: rescue this one around verify and its like.
  class RejectedError < StandardError
    include Error
  end

  # It is not of the format.
  class MalformedError < RejectedError
  end

  # No key vouches for the token, or not for this purpose.
  class BadSignatureError < RejectedError
  end

  # A key vouches for the token, but its time is over.
  class ExpiredError < RejectedError
  end

  KINDS = {
    "CSECRETS_ERR_ENTROPY_UNAVAILABLE" => EntropyError,
    "CSECRETS_ERR_ENTROPY_BROKEN" => EntropyError,
    "CSECRETS_ERR_MALFORMED" => MalformedError,
    "CSECRETS_ERR_BAD_CHECKSUM" => RejectedError,
    "CSECRETS_ERR_BAD_SIGNATURE" => BadSignatureError,
    "CSECRETS_ERR_EXPIRED" => ExpiredError,
    "CSECRETS_ERR_BAD_CODE" => RejectedError,
    "CSECRETS_ERR_REPLAYED" => RejectedError
  }.freeze
  private_constant :KINDS

  # Raises what a status stands for.
  def self.check(status)
    return if status.zero?

    name = Library.csecrets_status_name(status).to_s
    error = KINDS.fetch(name, InvalidError).new("#{name}: #{Library.csecrets_strerror(status)}")
    error.status = name
    raise error
  end
  private_class_method :check
end
