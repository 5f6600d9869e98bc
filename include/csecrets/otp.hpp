// csecrets/otp.hpp - one-time codes, as authenticator apps show them
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_OTP_HPP
#define CSECRETS_OTP_HPP

#include <csecrets/time.hpp>

#include <optional>

namespace csecrets {

/// What an app was told; as it stands, what all of them expect.
struct totp_params {
    std::uint32_t digits = 6;
    std::uint32_t period = 30; ///< seconds of a step
    std::uint32_t window = 1;  ///< steps to each side that are accepted
    std::uint32_t algorithm = CSECRETS_TOTP_SHA1;
};

namespace detail {

inline csecrets_totp_params plain(const totp_params &params) noexcept
{
    csecrets_totp_params out = CSECRETS_TOTP_PARAMS_INIT;
    out.digits = params.digits;
    out.period = params.period;
    out.window = params.window;
    out.algorithm = params.algorithm;
    return out;
}

} // namespace detail

/// The code of this moment (RFC 6238).
inline std::string totp(bytes_view key, unix_time now = unix_time::now(),
                        const totp_params &params = {}, const report &to = {})
{
    const csecrets_totp_params plain = detail::plain(params);
    return detail::text<std::string>(
        params.digits + std::size_t{1}, to, [&](char *out, std::size_t size) {
            return csecrets_totp(out, size, key.data(), key.size(), now.seconds(), &plain);
        });
}

/// The step of a code that is right and later than last_step, else nothing. Store it, and pass it
/// as last_step the next time: a code is good once.
inline std::optional<std::uint64_t>
totp_verify(bytes_view code, bytes_view key, std::uint64_t last_step,
            unix_time now = unix_time::now(), const totp_params &params = {}, const report &to = {})
{
    const csecrets_totp_params plain = detail::plain(params);
    std::uint64_t step = 0;
    if (!to.accepted(csecrets_totp_verify(&step, code.text(), code.size(), key.data(), key.size(),
                                          now.seconds(), last_step, &plain))) {
        return std::nullopt;
    }
    return step;
}

/// The code of a counter (RFC 4226).
inline std::string hotp(bytes_view key, std::uint64_t counter, std::uint32_t digits = 6,
                        const report &to = {})
{
    return detail::text<std::string>(digits + std::size_t{1}, to, [&](char *out, std::size_t size) {
        return csecrets_hotp(out, size, key.data(), key.size(), counter, digits);
    });
}

} // namespace csecrets

#endif
