// csecrets/token.hpp - random bytes and tokens, and comparing them
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_TOKEN_HPP
#define CSECRETS_TOKEN_HPP

#include <csecrets/bytes.hpp>

#include <optional>

namespace csecrets {

/// Random bytes. 16 can't be guessed, 32 are Python's default.
template <class Bytes = std::vector<std::uint8_t>>
Bytes token_bytes(std::size_t nbytes = CSECRETS_DEFAULT_ENTROPY, const report &to = {})
{
    return detail::filled<Bytes>(nbytes, to,
                                 [&](void *out) { return csecrets_token_bytes(out, nbytes); });
}

/// Fills a container or a span of plain values with random bytes.
template <class Container, std::enable_if_t<!std::is_void_v<detail::element_t<Container>>, int> = 0>
void token_bytes(Container &&out, const report &to = {})
{
    using element = detail::element_t<Container>;
    static_assert(std::is_trivially_copyable_v<element>, "only plain values can be random bytes");
    to.ok(csecrets_token_bytes(std::data(out), std::size(out) * sizeof(element)));
}

/// Random bytes as lower-case hexadecimal text.
template <class Text = std::string>
Text token_hex(std::size_t nbytes = CSECRETS_DEFAULT_ENTROPY, const report &to = {})
{
    return detail::text<Text>(csecrets_hex_size(nbytes), to, [&](char *out, std::size_t size) {
        return csecrets_token_hex(out, size, nbytes);
    });
}

/// Random bytes as base64url text without padding: letters, digits, '-' and '_'.
template <class Text = std::string>
Text token_urlsafe(std::size_t nbytes = CSECRETS_DEFAULT_ENTROPY, const report &to = {})
{
    return detail::text<Text>(csecrets_urlsafe_size(nbytes), to, [&](char *out, std::size_t size) {
        return csecrets_token_urlsafe(out, size, nbytes);
    });
}

/// Random characters of an alphabet, such as CSECRETS_ALPHABET_BASE58.
template <class Text = std::string>
Text token_alphabet(std::size_t nchars, std::string_view alphabet, const report &to = {})
{
    return detail::text<Text>(nchars + 1, to, [&](char *out, std::size_t size) {
        return detail::with_c_text(alphabet, [&](const char *characters) {
            return csecrets_token_alphabet(out, size, nchars, characters);
        });
    });
}

/// How many characters of an alphabet are as strong as a number of bits.
inline std::size_t alphabet_nchars(std::string_view alphabet, std::uint32_t bits,
                                   const report &to = {})
{
    std::size_t nchars = SIZE_MAX;
    to.ok(detail::with_c_text(alphabet, [&](const char *characters) {
        nchars = csecrets_alphabet_nchars(characters, bits);
        return nchars == SIZE_MAX ? CSECRETS_ERR_INVALID_ARGUMENT : CSECRETS_OK;
    }));
    return nchars;
}

/// Whether two byte strings are equal, in a time that does not show where they differ. Two empty
/// ones are: check first that your secret is set.
inline bool equal(bytes_view a, bytes_view b) noexcept
{
    return csecrets_equal(a.data(), a.size(), b.data(), b.size());
}

/// The first row that equals a needle, in a time that does not tell which it was. Rows are a
/// container of arrays of the needle's size, such as hashes.
template <class Rows>
std::optional<std::size_t> find_equal(bytes_view needle, const Rows &rows) noexcept
{
    using row = detail::element_t<const Rows>;
    static_assert(std::is_trivially_copyable_v<row>, "rows are plain bytes");
    std::size_t index = 0;
    if (needle.size() == sizeof(row) &&
        csecrets_find_equal(&index, needle.data(), std::data(rows), std::size(rows), sizeof(row))) {
        return index;
    }
    return std::nullopt;
}

} // namespace csecrets

#endif
