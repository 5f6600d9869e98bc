/* csecrets.h - Python's secrets module for C: unguessable bytes, integers, tokens, passwords and
 *              keys, and comparison in constant time
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * A token, in full:
 *
 *     char token[CSECRETS_URLSAFE_SIZE(32)];
 *     if (csecrets_token_urlsafe(token, sizeof token, 32) != CSECRETS_OK)
 *         ... no token: token is ""
 *
 * You want                                   you call
 *   a session id, an invitation                csecrets_token_urlsafe
 *   a key, a salt, a nonce                     csecrets_token_bytes
 *   a number: a die, a port, a delay           csecrets_randint, csecrets_randbelow
 *   a PIN, a voucher, text of your alphabet    csecrets_token_alphabet
 *   one of many, some of many, a new order     csecrets_choice, csecrets_sample, csecrets_shuffle
 *   a password, a passphrase                   csecrets_password, csecrets_passphrase
 *   an API key                                 csecrets_api_key
 *   a recovery code, a licence key             csecrets_code, csecrets_code_normalize
 *   a link that resets a password              csecrets_sign_token, csecrets_verify_token
 *   to verify a webhook                        csecrets_hmac_sha256_matches
 *   a second factor                            csecrets_totp_verify, csecrets_base32_encode
 *   to store a token, to look one up           csecrets_token_hash, csecrets_find_equal
 *   to store what a person chose as password   csecrets_password_hash, csecrets_password_matches
 *   a key from a password                      csecrets_pbkdf2_sha256
 *   an identifier                              csecrets_uuid4, csecrets_uuid7
 *   to compare, to forget                      csecrets_equal, csecrets_wipe
 *
 * What holds for every function, unless it says otherwise:
 *
 * - The output comes first. A buffer whose size is not fixed is followed by it; the size of a text
 *   counts its NUL. nbytes, nchars and bits say their unit. Texts are ASCII.
 * - CSECRETS_OK is 0, every error is negative. A predicate returns bool: true only when proven, false
 *   on any doubt.
 * - All or nothing: after an error bytes are zero over their stated size, texts "", lengths 0,
 *   unsigned integers and indices all ones, signed integers INT64_MIN, reals NaN. Where every value
 *   could be a result, as with 64 random bits, only the status tells. A list that could not be
 *   shuffled keeps its elements.
 * - Arguments are checked in the order of each function's list: NULL pointers first, then lengths
 *   that no object can have, then the rest. A call that is refused draws nothing. One that draws can
 *   also answer CSECRETS_ERR_ENTROPY_UNAVAILABLE: the system gave no randomness; or, if some draws are
 *   rejected, as below a bound, CSECRETS_ERR_ENTROPY_BROKEN: it repeats itself.
 * - NULL is refused, never followed; NULL with a length of 0 is fine. A length above PTRDIFF_MAX, such
 *   as a negative number makes, is refused, and the output it describes is not touched. Pointers to
 *   integers, reals and structures are aligned for their type. An output must not overlap an input.
 * - No call needs another before it. None allocates, locks, keeps a file open or calls back. Each may
 *   be made from any thread, from a signal handler on a stack of 8 KiB (16 on aarch64), before and
 *   after fork; a call that fork interrupts counts as made before it. errno is left as it was.
 * - The first draw may wait until the kernel is seeded at boot; nothing else blocks.
 * - Secrets show neither in time nor in addresses, and none is left on the stack. If an address does
 *   depend on a secret, the function says so. Lengths, bounds, weights, alphabets, policies, purposes
 *   and prefixes are no secrets.
 * - Bytes are the kernel's. From 64 on, one call's are expanded from a key of 256 bits that the
 *   kernel gives for that call: they are as strong as AES-256, not stronger.
 */
#ifndef CSECRETS_H
#define CSECRETS_H

/* Generated from src/ffi: edit there, then run `make header`. */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The version of this header; csecrets_version() is that of the library. */
#define CSECRETS_VERSION_MAJOR 0
#define CSECRETS_VERSION_MINOR 1
#define CSECRETS_VERSION_PATCH 0
#define CSECRETS_VERSION_NUMBER \
    (CSECRETS_VERSION_MAJOR << 16 | CSECRETS_VERSION_MINOR << 8 | CSECRETS_VERSION_PATCH)
#define CSECRETS_VERSION "0.1.0"

/** Bytes of randomness in a token unless you have a reason for another number: Python's default. */
#define CSECRETS_DEFAULT_ENTROPY 32

/** Size of nbytes bytes in hexadecimal, with the NUL; csecrets_hex_size() also sees an overflow. */
#define CSECRETS_HEX_SIZE(nbytes) (sizeof(char) * 2u * (nbytes) + 1u)

/** Size of nbytes bytes in base64url, with the NUL; csecrets_urlsafe_size() also sees an overflow. */
#define CSECRETS_URLSAFE_SIZE(nbytes) ((sizeof(char) * 4u * (nbytes) + 2u) / 3u + 1u)

/** Size of nbytes bytes in base32, with the NUL; csecrets_base32_size() also sees an overflow. */
#define CSECRETS_BASE32_SIZE(nbytes) ((sizeof(char) * 8u * (nbytes) + 4u) / 5u + 1u)

/** Bytes that a text of text_len characters encodes at most: the room that decoding it needs. */
#define CSECRETS_HEX_DECODED_SIZE(text_len) (sizeof(char) * (text_len) / 2u)
#define CSECRETS_URLSAFE_DECODED_SIZE(text_len) \
    (sizeof(char) * (text_len) / 4u * 3u + sizeof(char) * (text_len) % 4u * 3u / 4u)
#define CSECRETS_BASE32_DECODED_SIZE(text_len) \
    (sizeof(char) * (text_len) / 8u * 5u + sizeof(char) * (text_len) % 8u * 5u / 8u)

/** Size of an API key, with its NUL: a prefix of prefix_len characters, and 37 after it. */
#define CSECRETS_API_KEY_SIZE(prefix_len) (sizeof(char) * (prefix_len) + 38u)

/** Size of a signed token, with its NUL, that carries nbytes bytes of payload. */
#define CSECRETS_SIGN_TOKEN_SIZE(nbytes) CSECRETS_URLSAFE_SIZE((nbytes) + 41u)

/** Bytes of payload that a signed token of token_len characters carries; 0 if it is too short for any. */
#define CSECRETS_VERIFY_TOKEN_SIZE(token_len) \
    (CSECRETS_URLSAFE_DECODED_SIZE(token_len) > 41u \
         ? CSECRETS_URLSAFE_DECODED_SIZE(token_len) - 41u \
         : sizeof(char) - 1u)

/** The expiry of a signed token that is good for ever: INT64_MAX. */
#define CSECRETS_NEVER_EXPIRES 9223372036854775807LL

/** Bytes of an HMAC-SHA-256. */
#define CSECRETS_HMAC_SIZE 32

/** Bytes of a token's hash. */
#define CSECRETS_TOKEN_HASH_SIZE 32

/** Bytes of a UUID. */
#define CSECRETS_UUID_SIZE 16

/** Size of a UUID's text, with its NUL. */
#define CSECRETS_UUID_TEXT_SIZE 37

/** Size that is enough for every passphrase of nwords words, with its NUL; csecrets_passphrase_size()
 *  also sees an overflow. */
#define CSECRETS_PASSPHRASE_SIZE(nwords, separator_len) \
    ((nwords) != 0 ? (sizeof(char) * 9u + (separator_len)) * (nwords) - (separator_len) + 1u \
                   : sizeof(char))

/** Size of a code of so many groups of group_len characters, with its NUL; csecrets_code_size() also
 *  sees an overflow. */
#define CSECRETS_CODE_SIZE(groups, group_len, separator_len) \
    ((groups) != 0 ? (sizeof(char) * (group_len) + (separator_len)) * (groups) - (separator_len) + 1u \
                   : sizeof(char))

/** Alphabets for csecrets_token_alphabet(). BASE32 and URLSAFE64 are those of RFC 4648. CROCKFORD32 is
 *  Douglas Crockford's, without I, L, O and U and in one case: for what is read aloud or typed. BASE58
 *  is Bitcoin's, without 0, O, I and l. */
#define CSECRETS_ALPHABET_DIGITS "0123456789"
#define CSECRETS_ALPHABET_HEX "0123456789abcdef"
#define CSECRETS_ALPHABET_BASE32 "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
#define CSECRETS_ALPHABET_CROCKFORD32 "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define CSECRETS_ALPHABET_BASE58 "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
#define CSECRETS_ALPHABET_BASE62 "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define CSECRETS_ALPHABET_URLSAFE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/** What a call answers; csecrets_strerror() says it in words. */
enum {
    CSECRETS_OK = 0,                        /**< all was done */
    CSECRETS_ERR_NULL_POINTER = -1,         /**< a required pointer is NULL */
    CSECRETS_ERR_INVALID_ARGUMENT = -2,     /**< an empty range, a bad alphabet, an element size of 0 */
    CSECRETS_ERR_BUFFER_TOO_SMALL = -3,     /**< an output's size is short */
    CSECRETS_ERR_TOO_LARGE = -4,            /**< above PTRDIFF_MAX or the function's limit */
    CSECRETS_ERR_ENTROPY_UNAVAILABLE = -5,  /**< the system gave no randomness */
    CSECRETS_ERR_ENTROPY_BROKEN = -6,       /**< the system's randomness repeats itself */
    CSECRETS_ERR_WEAK = -7,                 /**< a key, password, token or passphrase below its floor */
    CSECRETS_ERR_UNSATISFIABLE = -8,        /**< a password policy that no password meets */
    CSECRETS_ERR_MALFORMED = -9,            /**< text that is not of the format */
    CSECRETS_ERR_BAD_CHECKSUM = -10,        /**< an API key with a typing error */
    CSECRETS_ERR_BAD_SIGNATURE = -11,       /**< a signed token that verifies under no key */
    CSECRETS_ERR_EXPIRED = -12,             /**< a signed token whose time is over */
    CSECRETS_ERR_BAD_CODE = -13,            /**< a one-time code that is right nowhere in the window */
    CSECRETS_ERR_REPLAYED = -14,            /**< a one-time code that was right and is used up */
    CSECRETS_ERR_UNSUPPORTED = -15          /**< passphrases, in a build without their words */
};

/** Numbers of stored passwords. */
enum {
    CSECRETS_PASSWORD_HASH_SIZE = 93,       /**< size of the longest that is written, with its NUL */
    CSECRETS_PASSWORD_ITERATIONS = 600000   /**< what 0 means; a later version may have more */
};

/** Flags of a csecrets_password_policy. */
enum {
    CSECRETS_PASSWORD_NO_LOWER = 1,         /**< no lower-case letters */
    CSECRETS_PASSWORD_NO_UPPER = 2,         /**< no upper-case letters */
    CSECRETS_PASSWORD_NO_DIGITS = 4,        /**< no digits */
    CSECRETS_PASSWORD_NO_SYMBOLS = 8,       /**< no symbols */
    CSECRETS_PASSWORD_NO_LOOKALIKES = 16    /**< none of 0, O, 1, l, I and | */
};

/** The hash of a csecrets_totp_params. */
enum {
    CSECRETS_TOTP_SHA1 = 1,                 /**< what nearly every app takes for granted */
    CSECRETS_TOTP_SHA256 = 2
};

/** 6 digits, 30 seconds, one step to each side, SHA-1: what apps expect, and what params of NULL means.
 *  csecrets_totp_params params = CSECRETS_TOTP_PARAMS_INIT; then change what differs. */
#define CSECRETS_TOTP_PARAMS_INIT {sizeof(csecrets_totp_params), 6, 30, 1, CSECRETS_TOTP_SHA1}

/** At least one lower-case letter, upper-case letter, digit and symbol each: what a policy of NULL
 *  means. csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT; then change what differs. */
#define CSECRETS_PASSWORD_POLICY_INIT \
    {sizeof(csecrets_password_policy), 1, 1, 1, 1, 0, NULL, NULL}

/* A compiler warns if a status is ignored, and gcc if a buffer is smaller than its size says. A binding
 * generator that reads this header with empty stand-ins for the standard ones, or with these macros
 * defined as nothing, sees plain C. */
#ifndef CSECRETS_NODISCARD
#  if defined(INT32_MAX) && (defined(__GNUC__) || defined(__clang__))
#    define CSECRETS_NODISCARD __attribute__((__warn_unused_result__))
#  elif defined(INT32_MAX) && defined(_MSC_VER)
#    define CSECRETS_NODISCARD _Check_return_
#  else
#    define CSECRETS_NODISCARD
#  endif
#endif
#if !defined(CSECRETS_ACCESS) && defined(INT32_MAX) && defined(__has_attribute)
#  if __has_attribute(__access__)
#    define CSECRETS_ACCESS(mode, pointer, size) __attribute__((__access__(mode, pointer, size)))
#  endif
#endif
#ifndef CSECRETS_ACCESS
#  define CSECRETS_ACCESS(mode, pointer, size)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The functions stand here. */

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* CSECRETS_H */
