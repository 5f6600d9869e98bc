// csecrets/password.hpp - passwords and passphrases, and what to store of them
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_PASSWORD_HPP
#define CSECRETS_PASSWORD_HPP

#include <csecrets/bytes.hpp>

#include <limits>

namespace csecrets {

/// What a password must hold, and what it may.
struct password_policy {
    std::uint32_t min_lower = 1;
    std::uint32_t min_upper = 1;
    std::uint32_t min_digits = 1;
    std::uint32_t min_symbols = 1;
    /// CSECRETS_PASSWORD_NO_ flags.
    std::int32_t flags = 0;
    /// The symbols to choose from; none is "!@#$%^&*()-_=+[]{}|;:,.<>?".
    std::string symbols{};
    /// Characters that are never used.
    std::string exclude{};
};

namespace detail {

template <class Call>
csecrets_status with_policy(const password_policy &policy, Call call)
{
    const auto has_nul = [](const std::string &text) { return text.find('\0') != text.npos; };
    if (has_nul(policy.symbols) || has_nul(policy.exclude)) {
        return CSECRETS_ERR_INVALID_ARGUMENT;
    }
    csecrets_password_policy plain = CSECRETS_PASSWORD_POLICY_INIT;
    plain.min_lower = policy.min_lower;
    plain.min_upper = policy.min_upper;
    plain.min_digits = policy.min_digits;
    plain.min_symbols = policy.min_symbols;
    plain.flags = policy.flags;
    plain.symbols = policy.symbols.empty() ? nullptr : policy.symbols.c_str();
    plain.exclude = policy.exclude.c_str();
    return call(&plain);
}

} // namespace detail

/// A password of 8 to 128 characters: of all that meet the policy, each is equally likely.
template <class Text = std::string>
Text password(std::size_t nchars, const password_policy &policy = {}, const report &to = {})
{
    return detail::text<Text>(nchars + 1, to, [&](char *out, std::size_t size) {
        return detail::with_policy(policy, [&](const csecrets_password_policy *plain) {
            return csecrets_password(out, size, nchars, plain);
        });
    });
}

/// How strong such a password is: the logarithm to base 2 of how many there are.
inline double password_bits(std::size_t nchars, const password_policy &policy = {},
                            const report &to = {})
{
    double bits = std::numeric_limits<double>::quiet_NaN();
    to.ok(detail::with_policy(policy, [&](const csecrets_password_policy *plain) {
        return csecrets_password_bits(&bits, nchars, plain);
    }));
    return bits;
}

/// Words of the EFF's large list. Some hold a '-': do not split there.
template <class Text = std::string>
Text passphrase(std::size_t nwords, std::string_view separator = " ", const report &to = {})
{
    const std::size_t size = csecrets_passphrase_size(nwords, separator.size());
    return detail::text<Text>(size, to, [&](char *out, std::size_t out_size) {
        return detail::with_c_text(separator, [&](const char *between) {
            return csecrets_passphrase(out, out_size, nwords, between);
        });
    });
}

/// What to store of a login password. iterations 0 are CSECRETS_PASSWORD_ITERATIONS.
inline std::string password_hash(bytes_view password, std::uint32_t iterations = 0,
                                 const report &to = {})
{
    const std::size_t size = CSECRETS_PASSWORD_HASH_SIZE;
    return detail::text<std::string>(size, to, [&](char *out, std::size_t out_size) {
        return csecrets_password_hash(out, out_size, password.data(), password.size(), iterations);
    });
}

/// Whether a password is the one whose hash was stored.
inline bool password_matches(const std::string &hash, bytes_view password) noexcept
{
    return hash.find('\0') == hash.npos &&
           csecrets_password_matches(hash.c_str(), password.data(), password.size());
}

/// The iterations of a stored hash, 0 if it is none: below yours, hash again at the next login.
inline std::uint32_t password_iterations(const std::string &hash) noexcept
{
    return hash.find('\0') == hash.npos ? csecrets_password_iterations(hash.c_str()) : 0;
}

/// A key derived from a password, slowly: PBKDF2 with HMAC-SHA-256.
template <class Bytes = std::vector<std::uint8_t>>
Bytes pbkdf2_sha256(bytes_view password, bytes_view salt, std::uint32_t iterations,
                    std::size_t nbytes = 32, const report &to = {})
{
    return detail::filled<Bytes>(nbytes, to, [&](void *out) {
        return csecrets_pbkdf2_sha256(out, nbytes, password.data(), password.size(), salt.data(),
                                      salt.size(), iterations);
    });
}

} // namespace csecrets

#endif
