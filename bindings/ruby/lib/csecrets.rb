# frozen_string_literal: true

# Unguessable bytes, numbers, tokens, passwords and keys from libcsecrets.
#
# All that SecureRandom has is here under the same names (hex, urlsafe_base64, random_number,
# alphanumeric, uuid, ...), and Csecrets is a generator for whatever takes one:
# array.shuffle(random: Csecrets). The names beyond are those of csecrets.h without csecrets_, and
# what is said there holds here.
#
# Secrets come as String, which Csecrets.wipe overwrites; copies that Ruby made of it stay.
#
# SPDX-License-Identifier: MIT OR Apache-2.0

require "random/formatter"

require_relative "csecrets/errors"
require_relative "csecrets/library"
require_relative "csecrets/draw"
require_relative "csecrets/application"
require_relative "csecrets/text"

module Csecrets
  extend Random::Formatter
  extend Draw
  extend Application
  extend Text

  DEFAULT_ENTROPY = 32
  NEVER = 2**63 - 1 # the expiry of a signed token that is good for ever
  DIGITS = "0123456789"
  CROCKFORD32 = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
  BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
  BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
  SHA1 = 1 # algorithms of one-time codes
  SHA256 = 2

  # The version of the library that is running.
  def self.version = Library.csecrets_version.to_s
end
