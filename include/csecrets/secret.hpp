// csecrets/secret.hpp - memory that is overwritten before it is given back
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_SECRET_HPP
#define CSECRETS_SECRET_HPP

#include <csecrets.h>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string_view>
#include <type_traits>
#include <vector>

namespace csecrets {

/// Overwrites what a container holds, such as a std::string or a std::array. What it held before it
/// grew is out of reach.
template <class Container>
void wipe(Container &container) noexcept
{
    using element = std::remove_reference_t<decltype(*std::data(container))>;
    static_assert(std::is_trivially_copyable_v<element>, "only plain values can be overwritten");
    csecrets_wipe(std::data(container), std::size(container) * sizeof(element));
}

/// An allocator that overwrites what it gives back. Not for std::basic_string, which keeps short
/// texts inside itself, where no allocator sees them: secret_string does not.
template <class T>
struct wiping_allocator {
    using value_type = T;

    wiping_allocator() noexcept = default;
    template <class U>
    wiping_allocator(const wiping_allocator<U> &) noexcept
    {
    }

    T *allocate(std::size_t count) { return std::allocator<T>().allocate(count); }
    void deallocate(T *place, std::size_t count) noexcept
    {
        csecrets_wipe(place, count * sizeof(T));
        std::allocator<T>().deallocate(place, count);
    }
};

template <class T, class U>
bool operator==(const wiping_allocator<T> &, const wiping_allocator<U> &) noexcept
{
    return true;
}

template <class T, class U>
bool operator!=(const wiping_allocator<T> &, const wiping_allocator<U> &) noexcept
{
    return false;
}

/// Bytes that are overwritten when they go away.
using secret_bytes = std::vector<std::uint8_t, wiping_allocator<std::uint8_t>>;

/// Text that is overwritten when it goes away, and compared in constant time. It has no operator<<:
/// who wants to print a secret says view().
class secret_string {
public:
    using value_type = char;

    secret_string() noexcept = default;
    secret_string(std::size_t size, char fill) : text_(size + 1, fill) { text_.back() = '\0'; }
    explicit secret_string(std::string_view text) : text_(text.begin(), text.end())
    {
        text_.push_back('\0');
    }

    std::string_view view() const noexcept { return {c_str(), size()}; }
    operator std::string_view() const noexcept { return view(); }
    const char *c_str() const noexcept { return text_.empty() ? "" : text_.data(); }
    const char *data() const noexcept { return c_str(); }
    char *data() noexcept { return text_.data(); }
    std::size_t size() const noexcept { return text_.empty() ? 0 : text_.size() - 1; }
    bool empty() const noexcept { return size() == 0; }

    void resize(std::size_t size)
    {
        if (!text_.empty()) {
            csecrets_wipe(&text_.back(), 1);
        }
        text_.resize(size + 1);
        text_.back() = '\0';
    }

    friend bool operator==(const secret_string &a, const secret_string &b) noexcept
    {
        return a == b.view();
    }
    friend bool operator==(const secret_string &a, std::string_view b) noexcept
    {
        return csecrets_equal(a.data(), a.size(), b.data(), b.size());
    }
    friend bool operator==(std::string_view a, const secret_string &b) noexcept { return b == a; }
    template <class T>
    friend bool operator!=(const secret_string &a, const T &b) noexcept
    {
        return !(a == b);
    }

private:
    std::vector<char, wiping_allocator<char>> text_{}; // with its NUL
};

} // namespace csecrets

#endif
