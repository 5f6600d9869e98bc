// csecrets/hash.hpp - what to store of a token, and HMAC-SHA-256
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_HASH_HPP
#define CSECRETS_HASH_HPP

#include <csecrets/bytes.hpp>

#include <array>

namespace csecrets {

using sha256_digest = std::array<std::uint8_t, CSECRETS_TOKEN_HASH_SIZE>;

/// The SHA-256 of a token: store it, not the token, so that a stolen database holds none.
inline sha256_digest token_hash(bytes_view token, const report &to = {})
{
    sha256_digest hash{};
    to.ok(csecrets_token_hash(hash.data(), token.data(), token.size()));
    return hash;
}

/// Whether a token is the one whose hash was stored. An empty one never is.
inline bool token_matches(const sha256_digest &hash, bytes_view token) noexcept
{
    return csecrets_token_matches(hash.data(), token.data(), token.size());
}

/// The HMAC-SHA-256 of a message, or of its parts one after the other: {id, ".", body}.
inline sha256_digest hmac_sha256(bytes_view key, const bytes_list &parts, const report &to = {})
{
    sha256_digest mac{};
    to.ok(csecrets_hmac_sha256(mac.data(), key.data(), key.size(), parts.data(), parts.size()));
    return mac;
}

/// Whether all 32 bytes of an HMAC are right.
inline bool hmac_sha256_matches(bytes_view mac, bytes_view key, const bytes_list &parts) noexcept
{
    return csecrets_hmac_sha256_matches(mac.data(), mac.size(), key.data(), key.size(),
                                        parts.data(), parts.size());
}

} // namespace csecrets

#endif
