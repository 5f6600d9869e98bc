// check.hpp - tests that register themselves, and checks that are counted
//
// A failed check prints its place and its words, and the program goes on: one run shows all that is
// wrong.
#ifndef CHECK_HPP
#define CHECK_HPP

#include <csecrets.hpp>

#include <cstddef>
#include <set>
#include <system_error>

struct test {
    test(const char *name, void (*body)());
};

bool check(bool holds, const char *file, int line, const char *words);

#define CHECK(...) check((__VA_ARGS__), __FILE__, __LINE__, #__VA_ARGS__)

#define TEST(name) \
    static void name(); \
    static const test name##_test(#name, name); \
    static void name()

/// Whether a call throws csecrets::error with this status.
template <class Call>
bool throws(csecrets::errc status, Call call)
{
    try {
        call();
    } catch (const csecrets::error &thrown) {
        return thrown.code() == status;
    }
    return false;
}

/// Whether a call stores this status and throws nothing.
template <class Call>
bool reports(csecrets::errc status, Call call)
{
    std::error_code code;
    call(code);
    return code == status;
}

/// What comes out of 300 draws. Of 8 values or fewer, one stays unseen with odds below
/// 8 * (7/8)^300 < 2^-54.
template <class Draw>
auto seen(Draw draw)
{
    std::set<decltype(draw())> values;
    for (int i = 0; i < 300; i++) {
        values.insert(draw());
    }
    return values;
}

#endif
