// csecrets/code.hpp - recovery codes, licence keys and invitations, for people to type
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_CODE_HPP
#define CSECRETS_CODE_HPP

#include <csecrets/bytes.hpp>

#include <optional>

namespace csecrets {

/// Groups of Crockford's base32, 5 bits a character, such as "7K3QX-9MZ4T".
template <class Text = std::string>
Text code(std::size_t groups, std::size_t group_len, std::string_view separator = "-",
          const report &to = {})
{
    const std::size_t size = csecrets_code_size(groups, group_len, separator.size());
    return detail::text<Text>(size, to, [&](char *out, std::size_t out_size) {
        return detail::with_c_text(separator, [&](const char *between) {
            return csecrets_code(out, out_size, groups, group_len, between);
        });
    });
}

/// What was typed, as it was drawn, without separators: hash this. Nothing if it is no code.
template <class Text = std::string>
std::optional<Text> code_normalize(bytes_view typed, const report &to = {})
{
    Text out(typed.size(), '\0');
    if (!to.accepted(
            csecrets_code_normalize(out.data(), out.size() + 1, typed.text(), typed.size()))) {
        return std::nullopt;
    }
    out.resize(std::strlen(out.data()));
    return out;
}

} // namespace csecrets

#endif
