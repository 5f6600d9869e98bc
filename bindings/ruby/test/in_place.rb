# frozen_string_literal: true

# Puts Csecrets in the place of SecureRandom, for tests of other people's: ruby -r in_place.rb
#
# How often it was asked is said at the end, or a suite that never came here would look like one
# that passed.

require "securerandom"
require_relative "../lib/csecrets"

module Asked
  class << self
    attr_accessor :times
  end
  self.times = 0

  def filled(...)
    Asked.times += 1
    super
  end
end

Csecrets.singleton_class.prepend(Asked)
# SecureRandom has two ways to draw, and its tests know both.
Csecrets.singleton_class.alias_method(:gen_random_openssl, :bytes)
Object.send(:remove_const, :SecureRandom)
SecureRandom = Csecrets
at_exit { $stderr.puts "csecrets asked #{Asked.times} times" }
