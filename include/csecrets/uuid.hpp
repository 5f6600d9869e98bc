// csecrets/uuid.hpp - UUIDs (RFC 9562)
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_UUID_HPP
#define CSECRETS_UUID_HPP

#include <csecrets/bytes.hpp>

#include <array>
#include <chrono>
#include <optional>

namespace csecrets {

using uuid = std::array<std::uint8_t, CSECRETS_UUID_SIZE>;

namespace detail {

inline std::uint64_t unix_ms(std::chrono::system_clock::time_point time) noexcept
{
    using std::chrono::milliseconds;
    return static_cast<std::uint64_t>(
        std::chrono::floor<milliseconds>(time.time_since_epoch()).count());
}

} // namespace detail

/// A UUID of version 4, which has 122 random bits.
inline uuid uuid4(const report &to = {})
{
    uuid out{};
    to.ok(csecrets_uuid4(out.data()));
    return out;
}

/// A UUID of version 7: the time, which everybody can read, and 74 random bits.
inline uuid uuid7(std::chrono::system_clock::time_point time = std::chrono::system_clock::now(),
                  const report &to = {})
{
    uuid out{};
    to.ok(csecrets_uuid7(out.data(), detail::unix_ms(time)));
    return out;
}

/// A UUID of version 7 that sorts after another one, whatever the clock does.
inline uuid
uuid7_after(const uuid &previous,
            std::chrono::system_clock::time_point time = std::chrono::system_clock::now(),
            const report &to = {})
{
    uuid out{};
    to.ok(csecrets_uuid7_after(out.data(), previous.data(), detail::unix_ms(time)));
    return out;
}

/// Its 36 characters, in lower case.
inline std::string uuid_text(const uuid &value, const report &to = {})
{
    return detail::text<std::string>(CSECRETS_UUID_TEXT_SIZE, to, [&](char *out, std::size_t size) {
        return csecrets_uuid_text(out, size, value.data());
    });
}

/// The UUID that 36 characters of either case spell; nothing if they spell none.
inline std::optional<uuid> uuid_parse(bytes_view text, const report &to = {})
{
    uuid out{};
    if (!to.accepted(csecrets_uuid_parse(out.data(), text.text(), text.size()))) {
        return std::nullopt;
    }
    return out;
}

} // namespace csecrets

#endif
