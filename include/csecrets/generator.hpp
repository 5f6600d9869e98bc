// csecrets/generator.hpp - a std::uniform_random_bit_generator for std::shuffle and <random>
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_GENERATOR_HPP
#define CSECRETS_GENERATOR_HPP

#include <csecrets/error.hpp>
#include <csecrets/secret.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

namespace csecrets {

/// Draws from the system in blocks, and overwrites each number as it hands it out. Throws
/// csecrets::error, having no other way to say so.
///
/// The block is what fork() would double: begin a new generator, or discard(), in the child. None
/// is shared between threads. randbelow() and shuffle() hold nothing, and need none of this.
class generator {
public:
    using result_type = std::uint64_t;

    generator() noexcept = default;
    generator(const generator &) = delete;
    generator &operator=(const generator &) = delete;
    ~generator() { discard(); }

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }

    result_type operator()()
    {
        if (left_ == 0) {
            report().ok(csecrets_token_bytes(block_.data(), sizeof block_));
            left_ = block_.size();
        }
        return std::exchange(block_[--left_], 0);
    }

    /// Forgets what was drawn ahead.
    void discard() noexcept
    {
        wipe(block_);
        left_ = 0;
    }

private:
    std::array<result_type, 32> block_{};
    std::size_t left_ = 0;
};

} // namespace csecrets

#endif
