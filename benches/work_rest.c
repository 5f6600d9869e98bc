/* What is known beforehand: sizes, names and numbers. */
#include "peers.h"

static const char hash[] =
    "$pbkdf2-sha256$i=2$MDEyMzQ1Njc4OWFiY2RlZg$M8M9QsnMQAY24WPLStTJA++2noCi7RXQ3N1Hl+uCohs";
static csecrets_password_policy policy;
static double bits;

REPEAT(version, csecrets_version() != NULL)
REPEAT(version_number, csecrets_version_number() != 0)
REPEAT(error_text, csecrets_strerror(CSECRETS_ERR_WEAK) != NULL)
REPEAT(status_name, csecrets_status_name(CSECRETS_ERR_WEAK) != NULL)
REPEAT(hex_size, csecrets_hex_size(32) == 65)
REPEAT(hex_decoded_size, csecrets_hex_decoded_size(64) == 32)
REPEAT(urlsafe_size, csecrets_urlsafe_size(32) == 44)
REPEAT(urlsafe_decoded_size, csecrets_urlsafe_decoded_size(43) == 32)
REPEAT(base32_size, csecrets_base32_size(32) == 53)
REPEAT(base32_decoded_size, csecrets_base32_decoded_size(52) == 32)
REPEAT(api_key_size, csecrets_api_key_size(4) == 42)
REPEAT(code_size, csecrets_code_size(5, 5, 1) == 30)
REPEAT(passphrase_size, csecrets_passphrase_size(6, 1) > 0)
REPEAT(sign_token_size, csecrets_sign_token_size(16) == 77)
REPEAT(verify_token_size, csecrets_verify_token_size(76) == 16)
REPEAT(alphabet_nchars, csecrets_alphabet_nchars(CSECRETS_ALPHABET_BASE62, 128) == 22)
REPEAT(password_iterations, csecrets_password_iterations(hash) == 2)
REPEAT_OK(policy_init, csecrets_password_policy_init(&policy, sizeof(policy)))
REPEAT_OK(password_bits, csecrets_password_bits(&bits, 16, NULL))

#define ALONE(work, own) \
    { \
        work, 0, false, {{CSECRETS, own, NULL}, {.run = NULL}}, {0, 0, 0} \
    }

const struct work rest_works[] = {
    ALONE("version", version),
    ALONE("version_number", version_number),
    ALONE("strerror", error_text),
    ALONE("status_name", status_name),
    ALONE("hex_size", hex_size),
    ALONE("hex_decoded_size", hex_decoded_size),
    ALONE("urlsafe_size", urlsafe_size),
    ALONE("urlsafe_decoded_size", urlsafe_decoded_size),
    ALONE("base32_size", base32_size),
    ALONE("base32_decoded_size", base32_decoded_size),
    ALONE("api_key_size", api_key_size),
    ALONE("code_size", code_size),
    ALONE("passphrase_size", passphrase_size),
    ALONE("sign_token_size", sign_token_size),
    ALONE("verify_token_size", verify_token_size),
    ALONE("alphabet_nchars(base62, 128)", alphabet_nchars),
    ALONE("password_iterations", password_iterations),
    ALONE("password_policy_init", policy_init),
    ALONE("password_bits(16)", password_bits),
    {.name = NULL},
};
