// application.cpp - passwords, keys, signed tokens, codes and UUIDs: round trips and known answers
#include "check.hpp"

#include <string>

using csecrets::errc;
using csecrets::unix_time;
using bytes = std::vector<std::uint8_t>;

static bytes counting(std::size_t nbytes)
{
    bytes out(nbytes);
    for (std::size_t i = 0; i < nbytes; i++) {
        out[i] = static_cast<std::uint8_t>(i);
    }
    return out;
}

TEST(equal_takes_text_and_bytes_and_looks_at_all_of_them)
{
    CHECK(csecrets::equal("secret", std::string("secret")) && !csecrets::equal("secret", "secreT"));
    CHECK(!csecrets::equal("secret", "secret "));
    CHECK(csecrets::equal(bytes{1, 0, 2}, std::array<unsigned char, 3>{1, 0, 2}));
    CHECK(!csecrets::equal(bytes{1, 0, 2}, bytes{1, 0, 3}));
    const std::vector<csecrets::sha256_digest> rows = {csecrets::token_hash("a"),
                                                       csecrets::token_hash("b")};
    CHECK(csecrets::find_equal(csecrets::token_hash("b"), rows) == 1U);
    CHECK(!csecrets::find_equal(csecrets::token_hash("c"), rows));
    bytes longer(rows[1].begin(), rows[1].end());
    longer.push_back(0);
    CHECK(!csecrets::find_equal(longer, rows) && !csecrets::find_equal("short", rows));
}

TEST(text_of_bytes_is_that_of_the_rfc_and_comes_back)
{
    CHECK(csecrets::hex_encode("foobar") == "666f6f626172");
    CHECK(csecrets::urlsafe_encode(bytes{0xfb, 0xff}) == "-_8");
    CHECK(csecrets::base32_encode("foobar") == "MZXW6YTBOI");
    CHECK(csecrets::base32_decode<std::string>("mzxw 6ytb-oi======") == "foobar");
    for (std::size_t nbytes = 0; nbytes < 40; nbytes++) {
        const bytes data = counting(nbytes);
        CHECK(csecrets::hex_decode(csecrets::hex_encode(data)) == data);
        CHECK(csecrets::urlsafe_decode(csecrets::urlsafe_encode(data)) == data);
        CHECK(csecrets::base32_decode(csecrets::base32_encode(data)) == data);
    }
}

TEST(a_password_meets_its_policy)
{
    csecrets::password_policy policy;
    policy.flags = CSECRETS_PASSWORD_NO_UPPER | CSECRETS_PASSWORD_NO_LOWER;
    policy.symbols = "!?";
    policy.exclude = "0";
    const std::string password = csecrets::password(20, policy);
    CHECK(password.size() == 20);
    CHECK(password.find_first_not_of("123456789!?") == std::string::npos);
    const double bits = csecrets::password_bits(16);
    CHECK(103.10 < bits && bits < 103.12);
    CHECK(csecrets::passphrase(4, "+").find('+') != std::string::npos);
    policy.exclude = "0123456789";
    CHECK(throws(errc::unsatisfiable, [&] { csecrets::password(20, policy); }));
}

TEST(a_stored_password_is_known_again)
{
    const std::string hash = csecrets::password_hash("correct horse", 100000);
    CHECK(hash.rfind("$pbkdf2-sha256$i=100000$", 0) == 0);
    CHECK(csecrets::password_matches(hash, "correct horse"));
    CHECK(!csecrets::password_matches(hash, "correct house"));
    CHECK(csecrets::password_iterations(hash) == 100000);
    CHECK(csecrets::password_iterations("$2b$12$") == 0);
    CHECK(csecrets::hex_encode(csecrets::pbkdf2_sha256("user_password_123", bytes(32), 100000)) ==
          "4705c07eaf20288ea30faa62527ea2eb460331f2bfecc6c006469c9eb30277fa");
}

TEST(an_api_key_is_checked_without_a_database)
{
    const std::string key = csecrets::api_key("acme_test");
    CHECK(key.size() == 9 + 37 && csecrets::api_key_check(key, "acme_test"));
    CHECK(!csecrets::api_key_check(key, "acme") && csecrets::api_key_check(key));
    CHECK(csecrets::api_key_check("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", "ghp"));
    CHECK(reports(errc::bad_checksum, [](auto &code) {
        csecrets::api_key_check("ghp_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq18", code);
    }));
}

TEST(a_signed_token_is_good_for_its_purpose_until_it_expires)
{
    using namespace std::chrono_literals;
    const bytes key = csecrets::token_bytes(), older = csecrets::token_bytes();
    const std::string token = csecrets::sign(key, "reset", "user=42", csecrets::in(1h));
    CHECK(csecrets::verify(token, "reset", key) == "user=42");
    CHECK(csecrets::verify(token, "reset", {older, key}) == "user=42");
    CHECK(csecrets::verify<bytes>(token, "reset", key)->size() == 7);
    CHECK(!csecrets::verify(token, "login", key) && !csecrets::verify(token, "reset", older));
    const unix_time later = csecrets::in(1h);
    CHECK(!csecrets::verify(token, "reset", key, later));
    CHECK(reports(errc::expired,
                  [&](auto &code) { csecrets::verify(token, "reset", key, later, code); }));
    CHECK(reports(errc::bad_signature, [&](auto &code) {
        csecrets::verify(token, "reset", older, unix_time::now(), code);
    }));
    CHECK(csecrets::sign(counting(32), "session", "user=42", unix_time(1700000000)) ==
          "AQAAAABlU_EAdXNlcj00MgKr9WPiqios7IPNkaVA4CWmJGTAobHuHgCyqAnIx40n");
    CHECK(csecrets::sign(counting(32), "session", "", csecrets::never) ==
          "AX__________tObdbjrcKCaMskFqqHL1JI9zZqePY0xvKGrkx32qm9I");
}

TEST(a_message_in_parts_has_the_hmac_of_the_whole)
{
    const csecrets::sha256_digest mac =
        csecrets::hmac_sha256("Jefe", "what do ya want for nothing?");
    CHECK(csecrets::hex_encode(mac) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(csecrets::hmac_sha256("Jefe", {"what do ya want ", "for nothing?"}) == mac);
    CHECK(csecrets::hmac_sha256_matches(mac, "Jefe", {"what do ya want for", " nothing?"}));
    CHECK(!csecrets::hmac_sha256_matches(mac, "Jefe", "what do ya want for nothing"));
    CHECK(!csecrets::hmac_sha256_matches("", "Jefe", "what do ya want for nothing?"));
    CHECK(csecrets::hex_encode(csecrets::token_hash("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(csecrets::token_matches(csecrets::token_hash("abc"), "abc"));
    CHECK(!csecrets::token_matches(csecrets::token_hash("abc"), "abd"));
}

TEST(a_one_time_code_is_that_of_the_rfc_and_good_once)
{
    const std::string key = "12345678901234567890";
    csecrets::totp_params eight;
    eight.digits = 8;
    const unix_time then(1111111109);
    CHECK(csecrets::totp(key, then, eight) == "07081804");
    CHECK(csecrets::hotp(key, 0) == "755224");
    const auto step = csecrets::totp_verify("07081804", key, 0, then, eight);
    CHECK(step == 37037036U);
    CHECK(!csecrets::totp_verify("07081804", key, *step, then, eight));
    CHECK(!csecrets::totp_verify("07081805", key, 0, then, eight));
    CHECK(csecrets::totp_verify(csecrets::totp(key), key, 0).has_value());
}

TEST(a_code_that_people_type_is_read_as_it_was_drawn)
{
    const std::string code = csecrets::code(2, 5);
    CHECK(code.size() == 11 && code[5] == '-');
    CHECK(csecrets::code_normalize(code) == code.substr(0, 5) + code.substr(6));
    CHECK(csecrets::code_normalize("7k3qx 9mz4l") == "7K3QX9MZ41");
    CHECK(throws(errc::weak, [] { csecrets::code(1, 9); }));
}

TEST(uuids_sort_by_their_time_and_come_back_from_text)
{
    const csecrets::uuid random = csecrets::uuid4();
    CHECK(random[6] >> 4 == 4 && random[8] >> 6 == 2);
    CHECK(csecrets::uuid_parse(csecrets::uuid_text(random)) == random);
    csecrets::uuid last = csecrets::uuid7();
    CHECK(last[6] >> 4 == 7);
    for (int i = 0; i < 1000; i++) {
        const csecrets::uuid next = csecrets::uuid7_after(last);
        CHECK(last < next);
        last = next;
    }
    CHECK(csecrets::uuid_text(csecrets::uuid{}) == "00000000-0000-0000-0000-000000000000");
}
