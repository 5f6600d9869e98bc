// csecrets/bytes.hpp - what the functions take bytes from, and write text and bytes into
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_BYTES_HPP
#define CSECRETS_BYTES_HPP

#include <csecrets/error.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace csecrets {

namespace detail {

template <class T, class = void>
struct element {
    using type = void;
};
template <class T>
struct element<T, std::void_t<decltype(std::data(std::declval<T &>())),
                              decltype(std::size(std::declval<T &>()))>> {
    using type = std::remove_pointer_t<decltype(std::data(std::declval<T &>()))>;
};

/// What a contiguous container holds; void if it is none.
template <class T>
using element_t = typename element<T>::type;

template <class T>
inline constexpr bool is_text = std::is_convertible_v<const T &, std::string_view>;

/// A container of bytes: of unsigned char, std::byte and their like, but not text.
template <class T>
constexpr bool is_bytes_container()
{
    using held = element_t<const T>;
    if constexpr (is_text<T> || std::is_void_v<held>) {
        return false;
    } else {
        return sizeof(held) == 1 && std::is_trivially_copyable_v<held>;
    }
}

/// A text of the program, which C takes up to its NUL.
template <class Call>
csecrets_status with_c_text(std::string_view text, Call call)
{
    if (text.find('\0') != std::string_view::npos) {
        return CSECRETS_ERR_INVALID_ARGUMENT;
    }
    return call(std::string(text).c_str());
}

/// The text that a function writes into a buffer of this size, which counts the NUL.
template <class Text, class Write>
Text text(std::size_t size, const report &to, Write write)
{
    if (size - 1 >= PTRDIFF_MAX) {
        to.ok(CSECRETS_ERR_TOO_LARGE);
        return Text();
    }
    Text out(size - 1, '\0');
    if (!to.ok(write(out.data(), size))) {
        return Text();
    }
    out.resize(std::strlen(out.data()));
    return out;
}

/// The elements that a function writes into a buffer of this many.
template <class Container, class Write>
Container filled(std::size_t count, const report &to, Write write)
{
    if (count > PTRDIFF_MAX / sizeof(typename Container::value_type)) {
        to.ok(CSECRETS_ERR_TOO_LARGE);
        return Container();
    }
    Container out(count, typename Container::value_type());
    return to.ok(write(out.data())) ? std::move(out) : Container();
}

} // namespace detail

/// Bytes that are only read: text without its NUL, a container of bytes, a pointer and a size.
class bytes_view {
public:
    template <class T, std::enable_if_t<detail::is_text<T>, int> = 0>
    bytes_view(const T &text) noexcept : bytes_view(std::string_view(text))
    {
    }
    template <class T, std::enable_if_t<detail::is_bytes_container<T>(), long> = 0>
    bytes_view(const T &container) noexcept : bytes_view(std::data(container), std::size(container))
    {
    }
    bytes_view(std::string_view text) noexcept : bytes_view(text.data(), text.size()) {}
    bytes_view(const void *data, std::size_t size) noexcept : span_{data, size} {}

    const void *data() const noexcept { return span_.data; }
    const char *text() const noexcept { return static_cast<const char *>(span_.data); }
    std::size_t size() const noexcept { return span_.nbytes; }
    csecrets_span span() const noexcept { return span_; }

private:
    csecrets_span span_;
};

/// One or several of them: `key`, or `{key, older_key}`.
class bytes_list {
public:
    template <class T, std::enable_if_t<std::is_convertible_v<const T &, bytes_view>, int> = 0>
    bytes_list(const T &only) : spans_{bytes_view(only).span()}
    {
    }
    bytes_list(std::initializer_list<bytes_view> list) : spans_{} { append(list); }
    bytes_list(const std::vector<bytes_view> &list) : spans_{} { append(list); }

    const csecrets_span *data() const noexcept { return spans_.data(); }
    std::size_t size() const noexcept { return spans_.size(); }

private:
    template <class List>
    void append(const List &list)
    {
        for (const bytes_view &bytes : list) {
            spans_.push_back(bytes.span());
        }
    }

    std::vector<csecrets_span> spans_;
};

} // namespace csecrets

#endif
