// draws.cpp - tokens, integers and picks in C++'s own types
#include "check.hpp"

#include <algorithm>
#include <deque>
#include <list>
#include <memory>
#include <numeric>
#include <random>
#include <string>

using csecrets::errc;

TEST(tokens_are_as_long_as_python_s_and_never_twice_the_same)
{
    CHECK(csecrets::token_bytes().size() == 32);
    CHECK(csecrets::token_hex().size() == 64 && csecrets::token_urlsafe().size() == 43);
    CHECK(csecrets::token_hex(5).find_first_not_of(CSECRETS_ALPHABET_HEX) == std::string::npos);
    CHECK(csecrets::token_alphabet(22, CSECRETS_ALPHABET_BASE58).size() == 22);
    CHECK(csecrets::alphabet_nchars(CSECRETS_ALPHABET_BASE58, 128) == 22);
    CHECK(seen([] { return csecrets::token_urlsafe(16); }).size() == 300);
    CHECK(seen([] { return csecrets::token_bytes<std::string>(16); }).size() == 300);
}

TEST(bytes_fill_what_they_are_given)
{
    std::array<std::uint32_t, 8> words{};
    csecrets::token_bytes(words);
    // A word stays 0 with odds of 2^-32; two of them with odds below 2^-58.
    CHECK(std::count(words.begin(), words.end(), 0U) < 2);
    unsigned char plain[64] = {};
    csecrets::token_bytes(plain);
    CHECK(std::count(std::begin(plain), std::end(plain), 0) < 16);
    std::vector<std::uint8_t> none;
    csecrets::token_bytes(none);
}

TEST(integers_keep_the_caller_s_type_and_reach_both_ends)
{
    static_assert(std::is_same_v<decltype(csecrets::randbelow(6)), int>);
    static_assert(std::is_same_v<decltype(csecrets::randint(0UL, 6UL)), unsigned long>);
    CHECK(seen([] { return csecrets::randbelow(3); }) == std::set<int>{0, 1, 2});
    CHECK(seen([] { return csecrets::randint(-1, 1); }) == std::set<int>{-1, 0, 1});
    CHECK(seen([] { return csecrets::randint<std::uint8_t>(254, 255); }).size() == 2);
    CHECK(seen([] { return csecrets::randrange(7, 0, -3); }) == std::set<std::int64_t>{7, 4, 1});
    CHECK(seen([] { return csecrets::randbits(2); }) == std::set<std::uint64_t>{0, 1, 2, 3});
    CHECK(csecrets::randint(INT64_MAX, INT64_MAX) == INT64_MAX);
    CHECK(csecrets::randint(UINT64_MAX, UINT64_MAX) == UINT64_MAX);
    CHECK(seen([] { return csecrets::randint(INT64_MIN, INT64_MAX) < 0; }).size() == 2);
    CHECK(seen([] { return csecrets::randint(std::uint64_t{0}, UINT64_MAX) >> 63; }).size() == 2);
    CHECK(throws(errc::invalid_argument, [] { csecrets::randbelow(-1); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::randint(2, 1); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::randbelow_many(3, -1); }));
    const double real = csecrets::random();
    CHECK(0 <= real && real < 1);
}

TEST(many_integers_and_long_ones_are_below_their_bound)
{
    for (int value : csecrets::randbelow_many(300, 6)) {
        CHECK(0 <= value && value < 6);
    }
    for (std::uint64_t value : csecrets::randbelow_many(300, std::uint64_t{1} << 40)) {
        CHECK(value >> 40 == 0);
    }
    const std::vector<std::uint8_t> bound = {1, 0, 0, 0, 0, 0, 0, 0, 0};
    CHECK(csecrets::randbelow_big(bound)[0] == 0);
    CHECK(csecrets::randbits_big(65).size() == 9 && csecrets::randbits_big(65)[0] < 2);
}

TEST(a_choice_is_an_element_of_the_range_itself)
{
    std::vector<std::string> names = {"Ada", "Blaise", "Charles"};
    csecrets::choice(names) += "!";
    CHECK(std::count_if(names.begin(), names.end(),
                        [](const std::string &name) { return name.back() == '!'; }) == 1);
    const std::list<int> list = {1, 2, 3};
    CHECK(seen([&] { return csecrets::choice(list); }) == std::set<int>{1, 2, 3});
    CHECK(seen([] { return csecrets::choice({4, 5}); }) == std::set<int>{4, 5});
    const std::string_view text = "ab";
    CHECK(seen([&] { return csecrets::choice(text); }) == std::set<char>{'a', 'b'});
    const std::vector<int> nothing;
    CHECK(throws(errc::invalid_argument, [&] { csecrets::choice(nothing); }));
    std::error_code code;
    CHECK(csecrets::choice(nothing, code) == nothing.end() && code);
    CHECK(csecrets::choice(list, code) != list.end() && !code);
}

TEST(samples_have_no_element_twice_and_choices_may)
{
    const std::vector<char> letters = {'a', 'b', 'c'};
    using orders = std::set<std::vector<char>>;
    CHECK(seen([&] { return csecrets::sample(letters, 2); }) ==
          orders{{'a', 'b'}, {'a', 'c'}, {'b', 'a'}, {'b', 'c'}, {'c', 'a'}, {'c', 'b'}});
    CHECK(seen([&] { return csecrets::choices(std::set<char>{'x', 'y'}, 2); }) ==
          orders{{'x', 'x'}, {'x', 'y'}, {'y', 'x'}, {'y', 'y'}});
    CHECK(csecrets::sample(letters, 0).empty());
    CHECK(throws(errc::invalid_argument, [&] { csecrets::sample(letters, 4); }));
    CHECK(seen([] { return csecrets::weighted_index({1, 0, 2}); }) == std::set<std::size_t>{0, 2});
    const std::vector<std::uint64_t> weights = {0, 9};
    CHECK(csecrets::weighted_index(weights) == 1);
}

/// How many orders come out of a range, each with the same elements.
template <class Range>
std::size_t orders_of(const Range &original)
{
    using order = std::vector<typename Range::value_type>;
    bool complete = true;
    const std::set<order> orders = seen([&] {
        Range range = original;
        csecrets::shuffle(range);
        complete &= std::is_permutation(range.begin(), range.end(), original.begin());
        return order(range.begin(), range.end());
    });
    return complete ? orders.size() : 0;
}

TEST(a_shuffle_gives_every_order_of_every_container)
{
    CHECK(orders_of(std::vector<int>{1, 2, 3}) == 6);
    CHECK(orders_of(std::array<char, 3>{'a', 'b', 'c'}) == 6);
    CHECK(orders_of(std::deque<int>{1, 2, 3}) == 6);
    CHECK(orders_of(std::list<int>{1, 2, 3}) == 6);
    CHECK(orders_of(std::vector<bool>{true, false, false}) == 3);
    CHECK(orders_of(std::vector<std::string>{"a", "b", "a name of more than 16 characters"}) == 6);
    std::vector<std::unique_ptr<int>> owned(5);
    std::generate(owned.begin(), owned.end(), [] { return std::make_unique<int>(1); });
    csecrets::shuffle(owned);
    CHECK(std::none_of(owned.begin(), owned.end(), [](auto &pointer) { return !pointer; }));
}

TEST(the_standard_library_draws_from_the_generator)
{
    csecrets::generator generator;
    std::uniform_int_distribution<int> die(1, 6);
    CHECK(seen([&] { return die(generator); }) == std::set<int>{1, 2, 3, 4, 5, 6});
    CHECK(seen([&] { return generator(); }).size() == 300);
    std::vector<int> numbers(100);
    std::iota(numbers.begin(), numbers.end(), 0);
    const std::vector<int> sorted = numbers;
    std::shuffle(numbers.begin(), numbers.end(), csecrets::generator());
    CHECK(numbers != sorted); // the same with odds of 1 / 100!
    CHECK(std::is_permutation(numbers.begin(), numbers.end(), sorted.begin()));
}
