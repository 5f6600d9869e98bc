// csecrets/pick.hpp - choosing, sampling and shuffling the elements of any range
//
// SPDX-License-Identifier: MIT OR Apache-2.0
#ifndef CSECRETS_PICK_HPP
#define CSECRETS_PICK_HPP

#include <csecrets/number.hpp>

#include <algorithm>

namespace csecrets {

namespace detail {

using std::begin;
using std::end;

template <class Range>
using iterator_t = decltype(begin(std::declval<Range &>()));

template <class Range>
using value_t = typename std::iterator_traits<iterator_t<Range>>::value_type;

/// How many elements a range has.
template <class Range>
std::size_t count(Range &range)
{
    static_assert(!std::is_array_v<Range> || !is_text<Range>,
                  "an array of char ends in a NUL, which is no element: say std::string_view");
    return static_cast<std::size_t>(std::distance(begin(range), end(range)));
}

template <class Range>
iterator_t<Range> at(Range &range, std::size_t index)
{
    using difference = typename std::iterator_traits<iterator_t<Range>>::difference_type;
    return std::next(begin(range), static_cast<difference>(index));
}

template <class Weights>
std::size_t weighted_index(const Weights &weights, const report &to)
{
    std::size_t index = 0;
    to.ok(csecrets_weighted_index(&index, std::data(weights), std::size(weights)));
    return index;
}

} // namespace detail

/// One element of a range, each equally likely.
template <class Range>
decltype(auto) choice(Range &range)
{
    return *detail::at(range, randbelow(detail::count(range)));
}

/// One of a list, as in choice({"red", "green", "blue"}).
template <class T>
T choice(std::initializer_list<T> list)
{
    return *detail::at(list, randbelow(list.size()));
}

/// Where one element of a range is, each equally likely; the range's end after an error.
template <class Range>
detail::iterator_t<Range> choice(Range &range, std::error_code &code)
{
    const std::size_t index = randbelow(detail::count(range), code);
    return code ? detail::end(range) : detail::at(range, index);
}

/// k elements of a range, each drawn from all of them: one may come several times.
template <class Range>
std::vector<detail::value_t<const Range>> choices(const Range &range, std::size_t k,
                                                  const report &to = {})
{
    std::vector<detail::value_t<const Range>> chosen{};
    for (std::uint64_t index : randbelow_many<std::uint64_t>(k, detail::count(range), to)) {
        chosen.push_back(*detail::at(range, static_cast<std::size_t>(index)));
    }
    return chosen;
}

/// k different indices from 0 to count - 1, in the order in which they were drawn.
inline std::vector<std::size_t> sample_indices(std::size_t k, std::size_t count,
                                               const report &to = {})
{
    if (k > count) { // before anything is allocated for them
        to.ok(CSECRETS_ERR_INVALID_ARGUMENT);
        return {};
    }
    return detail::filled<std::vector<std::size_t>>(
        k, to, [&](std::size_t *out) { return csecrets_sample_indices(out, k, count); });
}

/// k different elements of a range, in the order in which they were drawn.
template <class Range>
std::vector<detail::value_t<const Range>> sample(const Range &range, std::size_t k,
                                                 const report &to = {})
{
    std::vector<detail::value_t<const Range>> drawn{};
    for (std::size_t index : sample_indices(k, detail::count(range), to)) {
        drawn.push_back(*detail::at(range, index));
    }
    return drawn;
}

/// An index, each as likely as its weight's share of the sum. Weights are of std::uint64_t.
template <class Weights>
std::size_t weighted_index(const Weights &weights, const report &to = {})
{
    return detail::weighted_index(weights, to);
}

/// An index by weights that are listed, as in weighted_index({1, 9, 90}).
inline std::size_t weighted_index(std::initializer_list<std::uint64_t> weights,
                                  const report &to = {})
{
    return detail::weighted_index(weights, to);
}

/// Brings the elements of a range into random order, each order equally likely. After an error all
/// of them are still there, in an order that is not random.
template <class Range>
void shuffle(Range &&range, const report &to = {})
{
    using contiguous = detail::element_t<Range>;
    const std::size_t count = detail::count(range);
    if constexpr (!std::is_void_v<contiguous>) {
        if constexpr (std::is_trivially_copyable_v<contiguous>) {
            to.ok(csecrets_shuffle(std::data(range), count, sizeof(contiguous)));
            return;
        }
    }
    // Fisher and Yates, with the range's own swaps.
    for (std::size_t left = count; left > 1; left--) {
        const std::size_t index = randbelow(left, to);
        if (index >= left) {
            return;
        }
        std::iter_swap(detail::at(range, index), detail::at(range, left - 1));
    }
}

} // namespace csecrets

#endif
