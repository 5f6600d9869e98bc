// csecrets/sign.hpp - API keys, and signed tokens that carry a payload until they expire
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_SIGN_HPP
#define CSECRETS_SIGN_HPP

#include <csecrets/time.hpp>

#include <optional>

namespace csecrets {

/// A new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
template <class Text = std::string>
Text api_key(std::string_view prefix, const report &to = {})
{
    const std::size_t size = csecrets_api_key_size(prefix.size());
    return detail::text<Text>(size, to, [&](char *out, std::size_t out_size) {
        return detail::with_c_text(
            prefix, [&](const char *name) { return csecrets_api_key(out, out_size, name); });
    });
}

/// Whether a text could be an API key of any prefix: finds typing errors, and proves nothing.
inline bool api_key_check(bytes_view key, const report &to = {})
{
    return to.accepted(csecrets_api_key_check(key.text(), key.size(), nullptr));
}

/// The same, of this prefix.
inline bool api_key_check(bytes_view key, std::string_view prefix, const report &to = {})
{
    return to.accepted(detail::with_c_text(prefix, [&](const char *name) {
        return csecrets_api_key_check(key.text(), key.size(), name);
    }));
}

/// A token that carries a payload, which nobody without the key can make or change. It is signed,
/// not encrypted, and good until it expires: sign(key, "password reset", user, csecrets::in(1h)).
template <class Text = std::string>
Text sign(bytes_view key, std::string_view purpose, bytes_view payload, unix_time expires_at,
          const report &to = {})
{
    const std::size_t size = csecrets_sign_token_size(payload.size());
    return detail::text<Text>(size, to, [&](char *out, std::size_t out_size) {
        return detail::with_c_text(purpose, [&](const char *name) {
            return csecrets_sign_token(out, out_size, key.data(), key.size(), name, payload.data(),
                                       payload.size(), expires_at.seconds());
        });
    });
}

/// The payload of a token that a key vouches for and that has not expired, else nothing. Several
/// keys are tried, as after a rotation: verify<>(token, purpose, {key, older_key}).
template <class Bytes = std::string>
std::optional<Bytes> verify(bytes_view token, std::string_view purpose, const bytes_list &keys,
                            unix_time now = unix_time::now(), const report &to = {})
{
    std::size_t size = csecrets_verify_token_size(token.size());
    Bytes payload(size, typename Bytes::value_type());
    const csecrets_status status = detail::with_c_text(purpose, [&](const char *name) {
        return csecrets_verify_token(payload.data(), size, &size, token.text(), token.size(), name,
                                     keys.data(), keys.size(), now.seconds());
    });
    if (!to.accepted(status)) {
        return std::nullopt;
    }
    payload.resize(size);
    return payload;
}

} // namespace csecrets

#endif
