// csecrets/number.hpp - integers of which each is equally likely, in the caller's own type
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_NUMBER_HPP
#define CSECRETS_NUMBER_HPP

#include <csecrets/bytes.hpp>

#include <limits>

namespace csecrets {

namespace detail {

template <class Integer>
using if_integer = std::enable_if_t<
    std::is_integral_v<Integer> && !std::is_same_v<std::remove_cv_t<Integer>, bool>, int>;

template <class Integer>
constexpr bool is_negative(Integer value)
{
    if constexpr (std::is_signed_v<Integer>) {
        return value < 0;
    }
    return false;
}

} // namespace detail

/// An integer from 0 to bound - 1.
template <class Integer, detail::if_integer<Integer> = 0>
Integer randbelow(Integer bound, const report &to = {})
{
    std::uint64_t value = 0;
    const csecrets_status status =
        detail::is_negative(bound) ? CSECRETS_ERR_INVALID_ARGUMENT
                                   : csecrets_randbelow(&value, static_cast<std::uint64_t>(bound));
    return to.ok(status) ? static_cast<Integer>(value) : std::numeric_limits<Integer>::max();
}

/// An integer of so many random bits, 0 to 64.
inline std::uint64_t randbits(std::uint32_t bits, const report &to = {})
{
    std::uint64_t value = 0;
    to.ok(csecrets_randbits(&value, bits));
    return value;
}

/// An integer from low to high, both included.
template <class Integer, detail::if_integer<Integer> = 0>
Integer randint(Integer low, Integer high, const report &to = {})
{
    // Modulo 2^64, so the full width is right too.
    const std::uint64_t first = static_cast<std::uint64_t>(low);
    const std::uint64_t width = static_cast<std::uint64_t>(high) - first;
    std::uint64_t value = 0;
    csecrets_status status = CSECRETS_ERR_INVALID_ARGUMENT;
    if (low <= high) {
        status = width == UINT64_MAX ? csecrets_randbits(&value, 64)
                                     : csecrets_randbelow(&value, width + 1);
    }
    return to.ok(status) ? static_cast<Integer>(first + value)
                         : std::numeric_limits<Integer>::max();
}

/// One of start, start + step, start + 2 * step, ... that come before stop.
inline std::int64_t randrange(std::int64_t start, std::int64_t stop, std::int64_t step = 1,
                              const report &to = {})
{
    std::int64_t value = 0;
    to.ok(csecrets_randrange(&value, start, stop, step));
    return value;
}

/// A real number from 0 up to but not including 1.
inline double random(const report &to = {})
{
    double value = 0;
    to.ok(csecrets_random(&value));
    return value;
}

/// Many integers from 0 to bound - 1, of 32 or 64 bits.
template <class Integer, detail::if_integer<Integer> = 0>
std::vector<Integer> randbelow_many(std::size_t count, Integer bound, const report &to = {})
{
    static_assert(sizeof(Integer) == 4 || sizeof(Integer) == 8, "of 32 or 64 bits");
    return detail::filled<std::vector<Integer>>(count, to, [&](Integer *out) {
        if (detail::is_negative(bound)) {
            return csecrets_status{CSECRETS_ERR_INVALID_ARGUMENT};
        }
        if constexpr (sizeof(Integer) == 4) {
            return csecrets_randbelow_many_u32(reinterpret_cast<std::uint32_t *>(out), count,
                                               static_cast<std::uint32_t>(bound));
        } else {
            return csecrets_randbelow_many(reinterpret_cast<std::uint64_t *>(out), count,
                                           static_cast<std::uint64_t>(bound));
        }
    });
}

/// An integer below a bound of any length, both big-endian and equally long.
template <class Bytes = std::vector<std::uint8_t>>
Bytes randbelow_big(bytes_view bound, const report &to = {})
{
    return detail::filled<Bytes>(bound.size(), to, [&](void *out) {
        return csecrets_randbelow_big(static_cast<std::uint8_t *>(out),
                                      static_cast<const std::uint8_t *>(bound.data()),
                                      bound.size());
    });
}

/// An integer of any number of random bits, big-endian, in as many bytes as they need.
template <class Bytes = std::vector<std::uint8_t>>
Bytes randbits_big(std::size_t bits, const report &to = {})
{
    const std::size_t nbytes = bits / 8 + (bits % 8 != 0);
    return detail::filled<Bytes>(nbytes, to, [&](void *out) {
        return csecrets_randbits_big(static_cast<std::uint8_t *>(out), nbytes, bits);
    });
}

} // namespace csecrets

#endif
