// errors.cpp - where a status goes: thrown, stored, or an empty optional
#include "check.hpp"

#include <cmath>
#include <cstring>
#include <string>

using csecrets::errc;

TEST(a_mistake_is_thrown_and_says_which)
{
    CHECK(throws(errc::weak, [] { csecrets::password(7); }));
    try {
        csecrets::password(7);
    } catch (const std::system_error &thrown) {
        CHECK(thrown.code() == errc::weak);
        CHECK(std::strstr(thrown.what(), "CSECRETS_ERR_WEAK") != nullptr);
        CHECK(std::strstr(thrown.what(), csecrets_strerror(CSECRETS_ERR_WEAK)) != nullptr);
    }
    try {
        csecrets::randbelow(0);
    } catch (const csecrets::error &thrown) {
        CHECK(thrown.status() == CSECRETS_ERR_INVALID_ARGUMENT);
    }
}

TEST(with_a_code_nothing_is_thrown_and_success_clears_it)
{
    std::error_code code = errc::weak;
    CHECK(csecrets::token_hex(16, code).size() == 32 && !code);
    CHECK(csecrets::password(7, {}, code).empty() && code == errc::weak);
    CHECK(code.category() == csecrets::category() && code.message() == csecrets_strerror(-7));
    CHECK(csecrets::randbelow(6, code) < 6 && !code);
}

TEST(what_is_returned_with_an_error_passes_for_no_result)
{
    std::error_code code;
    CHECK(csecrets::token_hex(0, code).empty() && code == errc::weak);
    CHECK(csecrets::token_urlsafe(SIZE_MAX, code).empty() && code == errc::too_large);
    CHECK(csecrets::token_bytes(SIZE_MAX, code).empty() && code == errc::too_large);
    CHECK(csecrets::randbelow(0, code) == INT32_MAX && code == errc::invalid_argument);
    CHECK(csecrets::randbelow(std::uint8_t{0}, code) == UINT8_MAX);
    CHECK(csecrets::randint(6, 5, code) == INT32_MAX && code == errc::invalid_argument);
    CHECK(csecrets::randrange(5, 5, 1, code) == INT64_MIN && code == errc::invalid_argument);
    CHECK(csecrets::randbits(65, code) == UINT64_MAX && code == errc::invalid_argument);
    CHECK(csecrets::randbelow_many(3, 0, code).empty() && code == errc::invalid_argument);
    CHECK(csecrets::sample_indices(3, 2, code).empty() && code == errc::invalid_argument);
    CHECK(csecrets::weighted_index({0, 0}, code) == SIZE_MAX && code == errc::invalid_argument);
    CHECK(csecrets::alphabet_nchars("a", 128, code) == SIZE_MAX && code);
    CHECK(std::isnan(csecrets::password_bits(7, {}, code)) && code == errc::weak);
    CHECK(csecrets::token_hash("", code) == csecrets::sha256_digest{} && code);
}

TEST(what_comes_from_outside_is_never_thrown)
{
    CHECK(!csecrets::hex_decode("no hex"));
    CHECK(!csecrets::urlsafe_decode("a="));
    CHECK(!csecrets::base32_decode("1"));
    CHECK(!csecrets::uuid_parse("no uuid"));
    CHECK(!csecrets::code_normalize("U"));
    CHECK(!csecrets::api_key_check("no key"));
    CHECK(!csecrets::verify("no token", "test", std::string(32, 'k')));
    CHECK(!csecrets::totp_verify("no code", std::string(20, 'k'), 0));
    CHECK(reports(errc::malformed, [](auto &code) { csecrets::hex_decode("no hex", code); }));
}

TEST(a_mistake_beside_what_comes_from_outside_is)
{
    const std::string key(32, 'k');
    const std::string token = csecrets::sign(key, "test", "", csecrets::never);
    CHECK(throws(errc::weak, [&] { csecrets::verify(token, "test", "short"); }));
    CHECK(throws(errc::invalid_argument,
                 [&] { csecrets::verify(token, "test", key, csecrets::unix_time(0)); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::api_key_check("a_b", "no prefix"); }));
}

TEST(a_nul_in_a_text_of_the_program_is_refused)
{
    using namespace std::string_view_literals;
    const std::string key(32, 'k');
    CHECK(throws(errc::invalid_argument,
                 [&] { csecrets::sign(key, "reset\0evil"sv, "", csecrets::never); }));
    const std::string token = csecrets::sign(key, "reset", "", csecrets::never);
    CHECK(csecrets::verify(token, "reset", key).has_value());
    CHECK(throws(errc::invalid_argument, [&] { csecrets::verify(token, "reset\0evil"sv, key); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::api_key("acme\0x"sv); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::api_key_check("a_b", "acme\0x"sv); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::passphrase(4, " \0"sv); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::code(2, 5, "-\0"sv); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::token_alphabet(9, "ab\0"sv); }));
    CHECK(throws(errc::invalid_argument, [] { csecrets::alphabet_nchars("ab\0"sv, 128); }));
    csecrets::password_policy policy;
    policy.symbols = std::string("!\0", 2);
    CHECK(throws(errc::invalid_argument, [&] { csecrets::password(16, policy); }));
    const std::string hash = csecrets::password_hash("hunter2", 100000);
    CHECK(csecrets::password_matches(hash, "hunter2"));
    CHECK(!csecrets::password_matches(hash + '\0', "hunter2"));
}

TEST(every_status_has_its_name_here)
{
    int named = 0;
    for (int status = -1; std::strcmp(csecrets_status_name(status), "CSECRETS_ERR_UNKNOWN");
         status--) {
        named++;
    }
    CHECK(named == -static_cast<int>(errc::unsupported));
    CHECK(csecrets::entropy_probe() == 0 && csecrets::version() == CSECRETS_VERSION);
}
