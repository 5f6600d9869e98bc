#ifndef CSECRETS_H
#define CSECRETS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#define CSECRETS_VERSION_MAJOR 0
#define CSECRETS_VERSION_MINOR 1
#define CSECRETS_VERSION_PATCH 0
#define CSECRETS_VERSION_NUMBER \
    (CSECRETS_VERSION_MAJOR << 16 | CSECRETS_VERSION_MINOR << 8 | CSECRETS_VERSION_PATCH)
#define CSECRETS_VERSION "0.1.0"
#define CSECRETS_DEFAULT_ENTROPY 32
#define CSECRETS_HEX_SIZE(nbytes) (sizeof(char) * 2u * (nbytes) + 1u)
#define CSECRETS_URLSAFE_SIZE(nbytes) ((sizeof(char) * 4u * (nbytes) + 2u) / 3u + 1u)
#define CSECRETS_BASE32_SIZE(nbytes) ((sizeof(char) * 8u * (nbytes) + 4u) / 5u + 1u)
#define CSECRETS_HEX_DECODED_SIZE(text_len) (sizeof(char) * (text_len) / 2u)
#define CSECRETS_URLSAFE_DECODED_SIZE(text_len) \
    (sizeof(char) * (text_len) / 4u * 3u + sizeof(char) * (text_len) % 4u * 3u / 4u)
#define CSECRETS_BASE32_DECODED_SIZE(text_len) \
    (sizeof(char) * (text_len) / 8u * 5u + sizeof(char) * (text_len) % 8u * 5u / 8u)
#define CSECRETS_API_KEY_SIZE(prefix_len) (sizeof(char) * (prefix_len) + 38u)
#define CSECRETS_SIGN_TOKEN_SIZE(nbytes) CSECRETS_URLSAFE_SIZE((nbytes) + 41u)
#define CSECRETS_VERIFY_TOKEN_SIZE(token_len) \
    (CSECRETS_URLSAFE_DECODED_SIZE(token_len) > 41u \
         ? CSECRETS_URLSAFE_DECODED_SIZE(token_len) - 41u \
         : sizeof(char) - 1u)
#define CSECRETS_NEVER_EXPIRES 9223372036854775807LL
#define CSECRETS_HMAC_SIZE 32
#define CSECRETS_TOKEN_HASH_SIZE 32
#define CSECRETS_UUID_SIZE 16
#define CSECRETS_UUID_TEXT_SIZE 37
#define CSECRETS_PASSPHRASE_SIZE(nwords,separator_len) \
    ((nwords) != 0 ? (sizeof(char) * 9u + (separator_len)) * (nwords) - (separator_len) + 1u \
                   : sizeof(char))
#define CSECRETS_CODE_SIZE(groups,group_len,separator_len) \
    ((groups) != 0 ? (sizeof(char) * (group_len) + (separator_len)) * (groups) - (separator_len) + 1u \
                   : sizeof(char))
#define CSECRETS_ALPHABET_DIGITS "0123456789"
#define CSECRETS_ALPHABET_HEX "0123456789abcdef"
#define CSECRETS_ALPHABET_BASE32 "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
#define CSECRETS_ALPHABET_CROCKFORD32 "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define CSECRETS_ALPHABET_BASE58 "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
#define CSECRETS_ALPHABET_BASE62 "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define CSECRETS_ALPHABET_URLSAFE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
enum {
    CSECRETS_OK = 0,
    CSECRETS_ERR_NULL_POINTER = -1,
    CSECRETS_ERR_INVALID_ARGUMENT = -2,
    CSECRETS_ERR_BUFFER_TOO_SMALL = -3,
    CSECRETS_ERR_TOO_LARGE = -4,
    CSECRETS_ERR_ENTROPY_UNAVAILABLE = -5,
    CSECRETS_ERR_ENTROPY_BROKEN = -6,
    CSECRETS_ERR_WEAK = -7,
    CSECRETS_ERR_UNSATISFIABLE = -8,
    CSECRETS_ERR_MALFORMED = -9,
    CSECRETS_ERR_BAD_CHECKSUM = -10,
    CSECRETS_ERR_BAD_SIGNATURE = -11,
    CSECRETS_ERR_EXPIRED = -12,
    CSECRETS_ERR_BAD_CODE = -13,
    CSECRETS_ERR_REPLAYED = -14,
    CSECRETS_ERR_UNSUPPORTED = -15
};
enum {
    CSECRETS_PASSWORD_HASH_SIZE = 93,
    CSECRETS_PASSWORD_ITERATIONS = 600000
};
enum {
    CSECRETS_PASSWORD_NO_LOWER = 1,
    CSECRETS_PASSWORD_NO_UPPER = 2,
    CSECRETS_PASSWORD_NO_DIGITS = 4,
    CSECRETS_PASSWORD_NO_SYMBOLS = 8,
    CSECRETS_PASSWORD_NO_LOOKALIKES = 16
};
enum {
    CSECRETS_TOTP_SHA1 = 1,
    CSECRETS_TOTP_SHA256 = 2
};
#define CSECRETS_TOTP_PARAMS_INIT {sizeof(csecrets_totp_params), 6, 30, 1, CSECRETS_TOTP_SHA1}
#define CSECRETS_PASSWORD_POLICY_INIT \
    {sizeof(csecrets_password_policy), 1, 1, 1, 1, 0, NULL, NULL}
#ifndef CSECRETS_NODISCARD
# if defined(INT32_MAX) && (defined(__GNUC__) || defined(__clang__))
#define CSECRETS_NODISCARD __attribute__((__warn_unused_result__))
# elif defined(INT32_MAX) && defined(_MSC_VER)
#define CSECRETS_NODISCARD _Check_return_
# else
#define CSECRETS_NODISCARD
# endif
#endif
#if !defined(CSECRETS_ACCESS) && defined(INT32_MAX) && defined(__has_attribute)
# if __has_attribute(__access__)
#define CSECRETS_ACCESS(mode,pointer,size) __attribute__((__access__(mode, pointer, size)))
# endif
#endif
#ifndef CSECRETS_ACCESS
#define CSECRETS_ACCESS(mode,pointer,size)
#endif
#ifdef __cplusplus
extern "C" {
#endif
const char *csecrets_version(void);
uint32_t csecrets_version_number(void);
typedef int32_t csecrets_status;
const char *csecrets_strerror(int32_t status);
const char *csecrets_status_name(int32_t status);
CSECRETS_NODISCARD csecrets_status csecrets_entropy_probe(int32_t *os_errno);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_bytes(void *out, size_t nbytes);
CSECRETS_ACCESS(write_only, 1, 2)
void csecrets_token_bytes_or_abort(void *out, size_t nbytes);
CSECRETS_NODISCARD size_t csecrets_hex_size(size_t nbytes);
CSECRETS_NODISCARD size_t csecrets_urlsafe_size(size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_hex(char *out, size_t out_size, size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_urlsafe(char *out, size_t out_size, size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_alphabet(char *out, size_t out_size, size_t nchars,
                                        const char *alphabet);
CSECRETS_NODISCARD size_t csecrets_alphabet_nchars(const char *alphabet, uint32_t bits);
CSECRETS_NODISCARD csecrets_status csecrets_randbelow(uint64_t *out, uint64_t bound);
CSECRETS_NODISCARD csecrets_status csecrets_randbits(uint64_t *out, uint32_t bits);
CSECRETS_NODISCARD csecrets_status csecrets_randint(int64_t *out, int64_t low, int64_t high);
CSECRETS_NODISCARD
csecrets_status csecrets_randrange(int64_t *out, int64_t start, int64_t stop, int64_t step);
CSECRETS_NODISCARD csecrets_status csecrets_random(double *out);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_randbelow_many(uint64_t *out, size_t count, uint64_t bound);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_randbelow_many_u32(uint32_t *out, size_t count, uint32_t bound);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_randbelow_big(uint8_t *out, const uint8_t *bound, size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_randbits_big(uint8_t *out, size_t nbytes, size_t bits);
CSECRETS_NODISCARD
csecrets_status csecrets_choice(void *out, const void *base, size_t count, size_t size);
CSECRETS_NODISCARD
csecrets_status csecrets_choices(void *out, size_t k, const void *base, size_t count,
                                 size_t size);
CSECRETS_NODISCARD
csecrets_status csecrets_sample(void *out, size_t k, const void *base, size_t count,
                                size_t size);
CSECRETS_NODISCARD csecrets_status csecrets_sample_indices(size_t *out, size_t k, size_t count);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_weighted_index(size_t *out, const uint64_t *weights, size_t count);
CSECRETS_NODISCARD csecrets_status csecrets_shuffle(void *base, size_t count, size_t size);
typedef struct csecrets_password_policy {
    uint32_t struct_size;
    uint32_t min_lower;
    uint32_t min_upper;
    uint32_t min_digits;
    uint32_t min_symbols;
    int32_t flags;
    const char *symbols;
    const char *exclude;
} csecrets_password_policy;
CSECRETS_NODISCARD
csecrets_status csecrets_password_policy_init(struct csecrets_password_policy *policy,
                                              size_t size);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_password(char *out, size_t out_size, size_t nchars,
                                  const struct csecrets_password_policy *policy);
CSECRETS_NODISCARD
csecrets_status csecrets_password_bits(double *out, size_t nchars,
                                       const struct csecrets_password_policy *policy);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_passphrase(char *out, size_t out_size, size_t nwords,
                                    const char *separator);
CSECRETS_NODISCARD size_t csecrets_passphrase_size(size_t nwords, size_t separator_len);
CSECRETS_NODISCARD
size_t csecrets_code_size(size_t groups, size_t group_len, size_t separator_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_code(char *out, size_t out_size, size_t groups, size_t group_len,
                              const char *separator);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_code_normalize(char *out, size_t out_size, const char *text,
                                        size_t text_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
bool csecrets_equal(const void *a, size_t a_len, const void *b, size_t b_len);
CSECRETS_NODISCARD bool csecrets_equal_text(const char *a, const char *b);
CSECRETS_NODISCARD
bool csecrets_find_equal(size_t *out, const void *needle, const void *base, size_t count,
                         size_t size);
CSECRETS_ACCESS(write_only, 1, 2)
void csecrets_wipe(void *data, size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_hex_encode(char *out, size_t out_size, const void *data,
                                    size_t nbytes);
CSECRETS_NODISCARD size_t csecrets_hex_decoded_size(size_t text_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_hex_decode(void *out, size_t out_size, size_t *out_len,
                                    const char *text, size_t text_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_urlsafe_encode(char *out, size_t out_size, const void *data,
                                        size_t nbytes);
CSECRETS_NODISCARD size_t csecrets_urlsafe_decoded_size(size_t text_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_urlsafe_decode(void *out, size_t out_size, size_t *out_len,
                                        const char *text, size_t text_len);
CSECRETS_NODISCARD size_t csecrets_base32_size(size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_base32_encode(char *out, size_t out_size, const void *data,
                                       size_t nbytes);
CSECRETS_NODISCARD size_t csecrets_base32_decoded_size(size_t text_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_base32_decode(void *out, size_t out_size, size_t *out_len,
                                       const char *text, size_t text_len);
CSECRETS_NODISCARD size_t csecrets_api_key_size(size_t prefix_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_api_key(char *out, size_t out_size, const char *prefix);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 1, 2)
csecrets_status csecrets_api_key_check(const char *key, size_t key_len, const char *prefix);
typedef struct csecrets_span {
    const void *data;
    size_t nbytes;
} csecrets_span;
CSECRETS_NODISCARD size_t csecrets_sign_token_size(size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
CSECRETS_ACCESS(read_only, 6, 7)
csecrets_status csecrets_sign_token(char *out, size_t out_size, const void *key, size_t key_len,
                                    const char *purpose, const void *payload, size_t nbytes,
                                    int64_t expires_at);
CSECRETS_NODISCARD size_t csecrets_verify_token_size(size_t token_len);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
CSECRETS_ACCESS(read_only, 7, 8)
csecrets_status csecrets_verify_token(void *payload, size_t payload_size, size_t *payload_len,
                                      const char *token, size_t token_len, const char *purpose,
                                      const struct csecrets_span *keys, size_t key_count,
                                      int64_t now);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_hmac_sha256(uint8_t *out, const void *key, size_t key_len,
                                     const struct csecrets_span *parts, size_t part_count);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
CSECRETS_ACCESS(read_only, 5, 6)
bool csecrets_hmac_sha256_matches(const void *mac, size_t mac_len, const void *key,
                                  size_t key_len, const struct csecrets_span *parts,
                                  size_t part_count);
typedef struct csecrets_totp_params {
    uint32_t struct_size;
    uint32_t digits;
    uint32_t period;
    uint32_t window;
    uint32_t algorithm;
} csecrets_totp_params;
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_totp(char *out, size_t out_size, const void *key, size_t key_len,
                              int64_t now, const struct csecrets_totp_params *params);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_totp_verify(uint64_t *step, const char *code, size_t code_len,
                                     const void *key, size_t key_len, int64_t now,
                                     uint64_t after_step,
                                     const struct csecrets_totp_params *params);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_hotp(char *out, size_t out_size, const void *key, size_t key_len,
                              uint64_t counter, uint32_t digits);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_token_hash(uint8_t *out, const void *token, size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
bool csecrets_token_matches(const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE], const void *token,
                            size_t nbytes);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
CSECRETS_ACCESS(read_only, 5, 6)
csecrets_status csecrets_pbkdf2_sha256(void *out, size_t nbytes, const void *password,
                                       size_t password_len, const void *salt, size_t salt_len,
                                       uint32_t iterations);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_password_hash(char *out, size_t out_size, const void *password,
                                       size_t password_len, uint32_t iterations);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
bool csecrets_password_matches(const char *hash, const void *password, size_t password_len);
CSECRETS_NODISCARD uint32_t csecrets_password_iterations(const char *hash);
CSECRETS_NODISCARD csecrets_status csecrets_uuid4(uint8_t out[CSECRETS_UUID_SIZE]);
CSECRETS_NODISCARD
csecrets_status csecrets_uuid7(uint8_t out[CSECRETS_UUID_SIZE], uint64_t unix_ms);
CSECRETS_NODISCARD
csecrets_status csecrets_uuid7_after(uint8_t *out, const uint8_t *previous, uint64_t unix_ms);
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_uuid_text(char *out, size_t out_size, const uint8_t *uuid);
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_uuid_parse(uint8_t *out, const char *text, size_t text_len);
#ifdef __cplusplus
}
#endif
#endif
