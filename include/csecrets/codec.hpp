// csecrets/codec.hpp - bytes as text and back, in a time that does not show what they are
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_CODEC_HPP
#define CSECRETS_CODEC_HPP

#include <csecrets/bytes.hpp>

#include <optional>

namespace csecrets {

namespace detail {

using encoder = csecrets_status (*)(char *, std::size_t, const void *, std::size_t);
using decoder = csecrets_status (*)(void *, std::size_t, std::size_t *, const char *, std::size_t);

template <class Text>
Text encoded(std::size_t size, encoder encode, bytes_view data, const report &to)
{
    return text<Text>(size, to, [&](char *out, std::size_t out_size) {
        return encode(out, out_size, data.data(), data.size());
    });
}

template <class Bytes>
std::optional<Bytes> decoded(std::size_t size, decoder decode, bytes_view text, const report &to)
{
    Bytes out(size, typename Bytes::value_type());
    if (!to.accepted(decode(out.data(), size, &size, text.text(), text.size()))) {
        return std::nullopt;
    }
    out.resize(size);
    return out;
}

} // namespace detail

/// Lower-case hexadecimal text.
template <class Text = std::string>
Text hex_encode(bytes_view data, const report &to = {})
{
    return detail::encoded<Text>(csecrets_hex_size(data.size()), csecrets_hex_encode, data, to);
}

/// The bytes that hexadecimal text of either case spells; nothing if it is none.
template <class Bytes = std::vector<std::uint8_t>>
std::optional<Bytes> hex_decode(bytes_view text, const report &to = {})
{
    return detail::decoded<Bytes>(csecrets_hex_decoded_size(text.size()), csecrets_hex_decode, text,
                                  to);
}

/// base64url text without padding.
template <class Text = std::string>
Text urlsafe_encode(bytes_view data, const report &to = {})
{
    return detail::encoded<Text>(csecrets_urlsafe_size(data.size()), csecrets_urlsafe_encode, data,
                                 to);
}

/// The bytes that base64url text without padding spells; nothing if it is none.
template <class Bytes = std::vector<std::uint8_t>>
std::optional<Bytes> urlsafe_decode(bytes_view text, const report &to = {})
{
    return detail::decoded<Bytes>(csecrets_urlsafe_decoded_size(text.size()),
                                  csecrets_urlsafe_decode, text, to);
}

/// base32 text in capitals without padding, for authenticator apps.
template <class Text = std::string>
Text base32_encode(bytes_view data, const report &to = {})
{
    return detail::encoded<Text>(csecrets_base32_size(data.size()), csecrets_base32_encode, data,
                                 to);
}

/// The bytes that base32 text spells as people type it; nothing if it is none.
template <class Bytes = std::vector<std::uint8_t>>
std::optional<Bytes> base32_decode(bytes_view text, const report &to = {})
{
    return detail::decoded<Bytes>(csecrets_base32_decoded_size(text.size()), csecrets_base32_decode,
                                  text, to);
}

} // namespace csecrets

#endif
