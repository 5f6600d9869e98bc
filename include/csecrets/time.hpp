// csecrets/time.hpp - the seconds since 1970 that signed tokens and one-time codes go by
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_TIME_HPP
#define CSECRETS_TIME_HPP

#include <csecrets/bytes.hpp>

#include <chrono>

namespace csecrets {

/// A second since 1970: a point of std::chrono's system clock, or a number that says it is one.
class unix_time {
public:
    using clock = std::chrono::system_clock;

    explicit constexpr unix_time(std::int64_t seconds) noexcept : seconds_(seconds) {}
    unix_time(clock::time_point time) noexcept
        : seconds_(std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count())
    {
    }

    static unix_time now() noexcept { return clock::now(); }
    constexpr std::int64_t seconds() const noexcept { return seconds_; }

private:
    std::int64_t seconds_;
};

/// The expiry of a signed token that is good for ever.
inline constexpr unix_time never{CSECRETS_NEVER_EXPIRES};

/// A time from now, as in csecrets::in(std::chrono::hours(1)).
inline unix_time in(std::chrono::seconds duration) noexcept
{
    return unix_time::clock::now() + duration;
}

} // namespace csecrets

#endif
