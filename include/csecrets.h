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

/* ---- Which version this is --------------------------------------------------------------- */

/** Tells the version of the library that is running, as text.
 *
 * @return static text such as "0.1.0"; CSECRETS_VERSION is that of the header.
 */
const char *csecrets_version(void);

/** Tells the version of the library that is running, as a number.
 *
 * @return major << 16 | minor << 8 | patch; CSECRETS_VERSION_NUMBER is that of the header.
 */
uint32_t csecrets_version_number(void);

/* ---- What a call answers: the numbers of all errors, and their texts --------------------- */

/** CSECRETS_OK or a negative CSECRETS_ERR_ code. */
typedef int32_t csecrets_status;

/** Says what a status means.
 *
 * @param status  any number, which need not be a status
 * @return static English text, never NULL.
 */
const char *csecrets_strerror(int32_t status);

/** Tells the name of a status in this header.
 *
 * @param status  any number
 * @return static text such as "CSECRETS_ERR_WEAK", never NULL; "CSECRETS_ERR_UNKNOWN" for what is no
 *         status
 */
const char *csecrets_status_name(int32_t status);

/* ---- Asking whether there is randomness at all ------------------------------------------- */

/** Draws once, without waiting, to see whether the system gives randomness.
 *
 * Call it before chroot, seccomp or the first secret: after CSECRETS_OK, getrandom(2) is the only
 * system call that the library makes, in children and other threads too. What is left to you: no other
 * thread may be in the middle of its first draw when this returns.
 *
 * @param os_errno  receives 0, or the system's positive error number: EAGAIN if the kernel is
 *                  not seeded yet; may be NULL
 * @retval CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness, or none yet
 */
CSECRETS_NODISCARD csecrets_status csecrets_entropy_probe(int32_t *os_errno);

/* ---- Tokens: bytes and text that nobody can guess ---------------------------------------- */

/** Draws random bytes.
 *
 * @param out     receives nbytes bytes; may be NULL if nbytes is 0
 * @param nbytes  how many; 16 can't be guessed, 32 (CSECRETS_DEFAULT_ENTROPY) are Python's default
 * @retval CSECRETS_ERR_NULL_POINTER  out is NULL
 * @retval CSECRETS_ERR_TOO_LARGE     nbytes is above PTRDIFF_MAX
 *
 * Python: secrets.token_bytes, random.SystemRandom.randbytes, os.urandom.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_bytes(void *out, size_t nbytes);

/** Draws random bytes, or ends the program: for callers who would not check a status.
 *
 * @param out     receives nbytes bytes; may be NULL if nbytes is 0
 * @param nbytes  how many
 *
 * Returns only on success. On any error it writes a message to standard error and calls abort().
 *
 * Python: secrets.token_bytes, whose exception nobody catches.
 */
CSECRETS_ACCESS(write_only, 1, 2)
void csecrets_token_bytes_or_abort(void *out, size_t nbytes);

/** Tells the size of a hexadecimal text, as CSECRETS_HEX_SIZE does.
 *
 * @param nbytes  bytes that the text encodes
 * @return 2 * nbytes + 1, which counts the NUL; SIZE_MAX if that overflows.
 */
CSECRETS_NODISCARD size_t csecrets_hex_size(size_t nbytes);

/** Tells the size of a base64url text, as CSECRETS_URLSAFE_SIZE does.
 *
 * @param nbytes  bytes that the text encodes
 * @return ceil(4 * nbytes / 3) + 1, which counts the NUL; SIZE_MAX if that overflows.
 */
CSECRETS_NODISCARD size_t csecrets_urlsafe_size(size_t nbytes);

/** Writes random bytes as lower-case hexadecimal text.
 *
 * @param out       receives 2 * nbytes digits and a NUL
 * @param out_size  bytes at out: at least CSECRETS_HEX_SIZE(nbytes)
 * @param nbytes    random bytes, each two digits; 16 can't be guessed
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_SIZE(nbytes)
 * @retval CSECRETS_ERR_WEAK              nbytes is 0: "" equals every other ""
 *
 * Python: secrets.token_hex.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_hex(char *out, size_t out_size, size_t nbytes);

/** Writes random bytes as base64url text without padding: letters, digits, '-' and '_'.
 *
 * @param out       receives ceil(4 * nbytes / 3) characters and a NUL
 * @param out_size  bytes at out: at least CSECRETS_URLSAFE_SIZE(nbytes)
 * @param nbytes    random bytes, about 1.3 characters each; 16 can't be guessed
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_URLSAFE_SIZE(nbytes)
 * @retval CSECRETS_ERR_WEAK              nbytes is 0: "" equals every other ""
 *
 * Python: secrets.token_urlsafe. The encoding is that of RFC 4648, section 5.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_urlsafe(char *out, size_t out_size, size_t nbytes);

/** Writes random characters of an alphabet, each equally likely at each place.
 *
 * @param out       receives nchars characters and a NUL
 * @param out_size  bytes at out: at least nchars + 1
 * @param nchars    random characters; csecrets_alphabet_nchars() tells how many are strong enough
 * @param alphabet  2 to 95 different characters from ' ' to '~', such as CSECRETS_ALPHABET_BASE58
 * @retval CSECRETS_ERR_NULL_POINTER      alphabet is NULL, or out is and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or nchars is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below nchars + 1
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  alphabet is too short, too long, repeats a character, or
 *                                        holds one that is not printable ASCII
 * @retval CSECRETS_ERR_WEAK              nchars is 0: "" equals every other ""
 *
 * Python: ''.join(secrets.choice(alphabet) for _ in range(nchars)).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_token_alphabet(char *out, size_t out_size, size_t nchars,
                                        const char *alphabet);

/** Tells how many characters of an alphabet are as strong as a number of bits.
 *
 * @param alphabet  as csecrets_token_alphabet() takes it
 * @param bits      strength, up to 65536: 128 can't be guessed
 * @return the smallest n with size^n >= 2^bits, exactly, for an alphabet of size characters; 0 for
 *         0 bits. SIZE_MAX, which every draw refuses, if alphabet is NULL or not a good one, or
 *         bits are above 65536.
 */
CSECRETS_NODISCARD size_t csecrets_alphabet_nchars(const char *alphabet, uint32_t bits);

/* ---- Integers and reals, each value of a range exactly equally likely -------------------- */

/** Draws an integer from 0 to bound - 1.
 *
 * @param out    receives the integer
 * @param bound  how many different integers there are, 1 and up
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0
 *
 * Python: secrets.randbelow. The method is that of D. Lemire, "Fast Random Integer Generation in
 * an Interval" (2019), with its rejection: no value is favoured.
 */
CSECRETS_NODISCARD csecrets_status csecrets_randbelow(uint64_t *out, uint64_t bound);

/** Draws an integer of so many random bits.
 *
 * @param out   receives the integer, from 0 to 2^bits - 1
 * @param bits  0 to 64; 0 gives 0
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  bits is above 64
 *
 * With 64 bits, only the status tells UINT64_MAX after an error from a result.
 * Python: secrets.randbits, random.SystemRandom.getrandbits.
 */
CSECRETS_NODISCARD csecrets_status csecrets_randbits(uint64_t *out, uint32_t bits);

/** Draws an integer from low to high, both included.
 *
 * @param out   receives the integer
 * @param low   the smallest
 * @param high  the largest; from INT64_MIN to INT64_MAX is fine too
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  low is above high
 *
 * If low is INT64_MIN, only the status tells it after an error from a result. Cut to 32 bits it is 0: look
 * at the status first.
 * Python: random.SystemRandom.randint.
 */
CSECRETS_NODISCARD csecrets_status csecrets_randint(int64_t *out, int64_t low, int64_t high);

/** Draws one of start, start + step, start + 2 * step, ... that come before stop.
 *
 * @param out    receives the integer
 * @param start  the first
 * @param stop   the end, which is not drawn itself
 * @param step   the distance, negative if stop is below start
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  step is 0, or nothing lies between start and stop
 *
 * Python: random.SystemRandom.randrange(start, stop, step).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randrange(int64_t *out, int64_t start, int64_t stop, int64_t step);

/** Draws a real number from 0 up to but not including 1.
 *
 * @param out  receives the number: one of the 2^53 multiples of 2^-53, each equally likely
 * @retval CSECRETS_ERR_NULL_POINTER  out is NULL
 *
 * Do not scale it to an integer, which is biased: csecrets_randbelow() is exact.
 * Python: random.SystemRandom.random.
 */
CSECRETS_NODISCARD csecrets_status csecrets_random(double *out);

/** Draws many integers from 0 to bound - 1.
 *
 * @param out    receives count integers; may be NULL if count is 0
 * @param count  how many
 * @param bound  how many different integers there are, 1 and up; checked for a count of 0 too
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         count integers have more than PTRDIFF_MAX bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0
 *
 * Python: [secrets.randbelow(bound) for _ in range(count)].
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_randbelow_many(uint64_t *out, size_t count, uint64_t bound);

/** Draws many integers from 0 to bound - 1, of 32 bits.
 *
 * @param out    receives count integers; may be NULL if count is 0
 * @param count  how many
 * @param bound  how many different integers there are, 1 and up; checked for a count of 0 too
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         count integers have more than PTRDIFF_MAX bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0
 *
 * Python: [secrets.randbelow(bound) for _ in range(count)].
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_randbelow_many_u32(uint32_t *out, size_t count, uint32_t bound);

/* ---- Integers of any length, as big-endian bytes ----------------------------------------- */

/** Draws an integer of any length from 0 to bound - 1.
 *
 * @param out     receives nbytes bytes, the most significant first; must not overlap bound
 * @param bound   nbytes bytes, the most significant first; leading zeros are fine
 * @param nbytes  length of both, 1 and up
 * @retval CSECRETS_ERR_NULL_POINTER      out or bound is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  bound is 0, or nbytes is
 *
 * After an error all bits of out are ones: an integer that is below no bound.
 * Python: secrets.randbelow(bound).to_bytes(nbytes).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_randbelow_big(uint8_t *out, const uint8_t *bound, size_t nbytes);

/** Draws an integer of any number of random bits. After an error it is 0.
 *
 * @param out     receives nbytes bytes, the most significant first; may be NULL if nbytes is 0
 * @param nbytes  length of out: exactly as many bytes as the bits need
 * @param bits    random bits; if they do not fill the first byte, its high bits are 0
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         nbytes or bits is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  nbytes is not ceil(bits / 8)
 *
 * Python: secrets.randbits(bits).to_bytes(nbytes).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_randbits_big(uint8_t *out, size_t nbytes, size_t bits);

/* ---- Choosing among the elements of an array --------------------------------------------- */

/** Copies one element of an array, each equally likely.
 *
 * @param out    receives size bytes; must not overlap base
 * @param base   count elements of size bytes each
 * @param count  elements to choose from, 1 and up
 * @param size   bytes of an element, sizeof *base: count comes first, as in qsort
 * @retval CSECRETS_ERR_NULL_POINTER      out or base is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         the array has more than PTRDIFF_MAX bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  count or size is 0
 *
 * Which element it was may show in the cache. After TOO_LARGE out is zeroed only if size can't be what
 * made the array too large.
 * Python: secrets.choice.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_choice(void *out, const void *base, size_t count, size_t size);

/** Copies k elements of an array, each drawn from all of them: one may come several times.
 *
 * @param out    receives k elements; must not overlap base; may be NULL if k is 0
 * @param k      elements to draw
 * @param base   count elements of size bytes each
 * @param count  elements to choose from, 1 and up, for a k of 0 too
 * @param size   bytes of an element, sizeof *base: count comes first, as in qsort
 * @retval CSECRETS_ERR_NULL_POINTER      out or base is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         out or the array has more than PTRDIFF_MAX bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  count or size is 0
 *
 * Which elements they were may show in the cache.
 * Python: random.SystemRandom.choices without weights; exact: Python scales a float.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_choices(void *out, size_t k, const void *base, size_t count,
                                 size_t size);

/** Copies k different elements of an array, in the order in which they were drawn.
 *
 * @param out    receives k elements; must not overlap base; may be NULL if k is 0
 * @param k      elements to draw, 0 to count
 * @param base   count elements of size bytes each
 * @param count  elements to draw from
 * @param size   bytes of an element, sizeof *base: count comes first, as in qsort
 * @retval CSECRETS_ERR_NULL_POINTER      out or base is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         out or the array has more than PTRDIFF_MAX bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  k is above count, or size is 0
 *
 * Which elements they were may show in the cache. For up to 128 elements the time does not grow
 * with count. Beyond, it grows in proportion: csecrets_sample_indices() is the faster way to take some
 * thousands out of millions.
 * Python: random.SystemRandom.sample.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_sample(void *out, size_t k, const void *base, size_t count,
                                size_t size);

/** Draws k different indices from 0 to count - 1, in the order in which they were drawn.
 *
 * @param out    receives k indices; may be NULL if k is 0
 * @param k      indices to draw, 0 to count; if it is count, out is a permutation
 * @param count  how many indices there are
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         count is above PTRDIFF_MAX, or k indices have more bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  k is above count
 *
 * Which indices they were may show in the cache. The time is O(k log k) or O(count), whichever is
 * less, and the only memory is out.
 * Python: random.SystemRandom.sample(range(count), k).
 */
CSECRETS_NODISCARD csecrets_status csecrets_sample_indices(size_t *out, size_t k, size_t count);

/** Draws an index, each as likely as its weight's share of the sum of all weights.
 *
 * @param out      receives the index
 * @param weights  count whole numbers; an index of weight 0 is never drawn
 * @param count    how many weights there are
 * @retval CSECRETS_ERR_NULL_POINTER      out or weights is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         the weights have more than PTRDIFF_MAX bytes, or their
 *                                        sum is above UINT64_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  the sum is 0
 *
 * Python: random.SystemRandom.choices(range(count), weights)[0]; exact: Python
 * scales a float.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_weighted_index(size_t *out, const uint64_t *weights, size_t count);

/** Brings the elements of an array into random order, each order equally likely.
 *
 * @param base   count elements of size bytes each; may be NULL if count is 0
 * @param count  elements
 * @param size   bytes of an element, sizeof *base: count comes first, as in qsort
 * @retval CSECRETS_ERR_NULL_POINTER      base is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         the array has more than PTRDIFF_MAX bytes
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  size is 0
 *
 * After an error the array still holds every element once, in an order that is not random. Which elements
 * changed places may show in the cache.
 * Python: random.SystemRandom.shuffle.
 */
CSECRETS_NODISCARD csecrets_status csecrets_shuffle(void *base, size_t count, size_t size);

/* ---- Passwords --------------------------------------------------------------------------- */

/** What a password must hold, and what it may. Begin with CSECRETS_PASSWORD_POLICY_INIT. */
typedef struct csecrets_password_policy {
    /** sizeof(csecrets_password_policy), so that later versions can add to it. */
    uint32_t struct_size;
    /** Lower-case letters that it must hold at least. */
    uint32_t min_lower;
    /** Upper-case letters that it must hold at least. */
    uint32_t min_upper;
    /** Digits that it must hold at least. */
    uint32_t min_digits;
    /** Symbols that it must hold at least. */
    uint32_t min_symbols;
    /** CSECRETS_PASSWORD_NO_ flags, or 0. The minimum of a class that is off is not looked at. */
    int32_t flags;
    /**
     * The symbols to choose from: one or more of '!' to '~', no letter or digit, each once;
     * NULL is "!@#$%^&*()-_=+[]{}|;:,.<>?".
     */
    const char *symbols;
    /** Characters of ' ' to '~' that are never used; NULL is none. */
    const char *exclude;
} csecrets_password_policy;

/** Sets a policy to CSECRETS_PASSWORD_POLICY_INIT: for bindings, which see no macros.
 *
 * @param policy  receives the policy; what this version does not know of it is zero
 * @param size    sizeof *policy as the caller knows it
 * @retval CSECRETS_ERR_NULL_POINTER      policy is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         size is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  size is below that of this version, or above 1024
 *
 * After an error policy holds size zeros, which every other function refuses.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_password_policy_init(struct csecrets_password_policy *policy,
                                              size_t size);

/** Draws a password: of all that meet a policy, each is equally likely.
 *
 * @param out       receives nchars characters and a NUL
 * @param out_size  bytes at out: at least nchars + 1
 * @param nchars    8 to 128; csecrets_password_bits() tells how strong that is
 * @param policy    what it must hold; NULL is CSECRETS_PASSWORD_POLICY_INIT
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX, or nchars above 128
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below nchars + 1
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  struct_size is too small, above 1024, or says that there
 *                                        is more, which is not zero; a flag is unknown; symbols
 *                                        or exclude holds what it must not
 * @retval CSECRETS_ERR_WEAK              nchars is below 8; a policy that allows little is weak
 *                                        as well, which csecrets_password_bits() tells
 * @retval CSECRETS_ERR_UNSATISFIABLE     a minimum for a class that symbols or exclude leave
 *                                        empty, minima that add up to more than nchars, or no
 *                                        character left to use
 *
 * How many characters of a class it has is as secret as the password; the policy is not. Wants 32
 * KiB of stack.
 * Python: the loop in the recipes of the module secrets that draws until a password meets its
 * rules.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_password(char *out, size_t out_size, size_t nchars,
                                  const struct csecrets_password_policy *policy);

/** Tells how strong a password is: the logarithm to base 2 of how many meet the policy.
 *
 * @param out     receives the number of bits, right to 1e-9
 * @param nchars  8 to 128
 * @param policy  what it must hold; NULL is CSECRETS_PASSWORD_POLICY_INIT
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_TOO_LARGE         nchars is above 128
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  the policy is not valid, as for csecrets_password()
 * @retval CSECRETS_ERR_WEAK              nchars is below 8
 * @retval CSECRETS_ERR_UNSATISFIABLE     no password meets the policy
 *
 * If exactly one password meets the policy, there are 0 bits. Wants 32 KiB of stack.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_password_bits(double *out, size_t nchars,
                                       const struct csecrets_password_policy *policy);

/* ---- Passphrases ------------------------------------------------------------------------- */

/** Draws a passphrase: words of the EFF's large list, each of the 7776 equally likely.
 *
 * @param out        receives the words, a separator between each two, and a NUL
 * @param out_size   bytes at out: at least CSECRETS_PASSPHRASE_SIZE(nwords, strlen(separator)),
 *                   which is enough for the longest words
 * @param nwords     4 and up, each 12.9 bits strong: 6 are good, 10 can't be guessed
 * @param separator  1 to 16 characters of ' ' to '~', no letter; four words hold a '-', so do not
 *                   split the text at it
 * @retval CSECRETS_ERR_NULL_POINTER      separator is NULL, or out is and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or the size of the passphrase is above
 *                                        PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  separator is empty, too long, or holds what it must not
 * @retval CSECRETS_ERR_WEAK              nwords is below 4
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below the size above, whatever would be
 *                                        drawn
 * @retval CSECRETS_ERR_UNSUPPORTED       the library was built without the words
 *
 * Which words they were may show in the cache.
 * Python: separator.join(secrets.choice(words) for _ in range(nwords)).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_passphrase(char *out, size_t out_size, size_t nwords,
                                    const char *separator);

/** Tells the size of the longest passphrase, as CSECRETS_PASSPHRASE_SIZE does.
 *
 * @param nwords         words
 * @param separator_len  characters of the separator
 * @return 9 * nwords + separator_len * (nwords - 1) + 1, which counts the NUL, 1 for no word;
 *         SIZE_MAX if that overflows.
 */
CSECRETS_NODISCARD size_t csecrets_passphrase_size(size_t nwords, size_t separator_len);

/* ---- Codes that people read and type ----------------------------------------------------- */

/** Tells the size of a code.
 *
 * @param groups         groups of it
 * @param group_len      characters of each
 * @param separator_len  characters between each two
 * @return groups * group_len + (groups - 1) * separator_len + 1, which counts the NUL, as
 *         CSECRETS_CODE_SIZE says; 1 for no group, SIZE_MAX if that overflows
 */
CSECRETS_NODISCARD
size_t csecrets_code_size(size_t groups, size_t group_len, size_t separator_len);

/** Draws a code for people, such as 7K3QX-9MZ4T: a recovery code, a licence key, an invitation.
 *
 * Its characters are those of CSECRETS_ALPHABET_CROCKFORD32, each equally likely: 5 bits of strength
 * each. Ten are enough for a code that may be tried a few times, 26 cannot be guessed.
 *
 * @param out        receives the groups, the separator between each two, and a NUL
 * @param out_size   bytes at out: at least CSECRETS_CODE_SIZE(groups, group_len, strlen(separator))
 * @param groups     1 and up
 * @param group_len  characters of each, 1 and up; in all groups together 10 or more
 * @param separator  up to 16 characters of ' ' to '~', no letter or digit; "" for none
 * @retval CSECRETS_ERR_NULL_POINTER      separator is NULL, or out is and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size, groups, group_len or the size of the code is
 *                                        above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  groups or group_len is 0, or separator is too long or
 *                                        holds what it must not
 * @retval CSECRETS_ERR_WEAK              groups * group_len is below 10
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_CODE_SIZE(groups, group_len,
 *                                        strlen(separator))
 *
 * Store csecrets_token_hash() of what csecrets_code_normalize() makes of it, not the code.
 * Python: '-'.join(...) of secrets.choice.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_code(char *out, size_t out_size, size_t groups, size_t group_len,
                              const char *separator);

/** Writes a code that was typed as csecrets_code() drew it, without separators: hash that.
 *
 * Letters become capitals, O becomes 0, I and L become 1; what is no letter or digit is dropped.
 *
 * @param out       receives the code and a NUL; must not overlap text
 * @param out_size  bytes at out: at least text_len + 1
 * @param text      text_len characters, which may be secret; may be NULL if text_len is 0
 * @param text_len  how many; a NUL among them is dropped
 * @retval CSECRETS_ERR_NULL_POINTER      out or text is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below text_len + 1
 * @retval CSECRETS_ERR_MALFORMED         a U, or a byte beyond ASCII: no code has one
 *
 * A text without a letter or digit becomes "". Of the characters only OK or MALFORMED shows, at the
 * end, and how many are kept: of a text longer than 128, how many of each 128.
 * Python: text.upper().translate(...).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_code_normalize(char *out, size_t out_size, const char *text,
                                        size_t text_len);

/* ---- Comparison in constant time --------------------------------------------------------- */

/** Tells whether two byte strings are equal, in a time that does not show where they differ.
 *
 * @param a, b          the byte strings; may be NULL if the length is 0
 * @param a_len, b_len  their lengths in bytes, which are not secret
 * @return true only if both hold the same bytes; false if the lengths differ, if a
 *         pointer is NULL and its length is not 0, or if a length is above PTRDIFF_MAX. Two
 *         empty strings are equal: check first that your secret is set.
 *
 * Python: secrets.compare_digest. In C, a function named compare would answer 0 for "same".
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
bool csecrets_equal(const void *a, size_t a_len, const void *b, size_t b_len);

/** Tells whether two texts are equal, in a time that does not show where they differ.
 *
 * @param a, b  texts that end in a NUL; their lengths are not secret
 * @return true only if both hold the same characters; false if one is NULL. Two empty texts
 *         are equal: check first that your secret is set.
 *
 * Python: secrets.compare_digest of two str.
 */
CSECRETS_NODISCARD bool csecrets_equal_text(const char *a, const char *b);

/** Finds the first row of an array that equals a needle, in a time that does not tell which it was.
 *
 * @param out     receives the row's index
 * @param needle  size bytes, such as a token's hash; may be NULL if size is 0
 * @param base    count rows of size bytes each; may be NULL if there are none
 * @param count   rows, each of which is looked at
 * @param size    bytes of a row, 1 and up
 * @return true only if a row holds the same bytes. False, with SIZE_MAX at out, if none
 *         does, if a pointer is NULL, if size is 0, or if the array has more than
 *         PTRDIFF_MAX bytes. The lengths are not secret, and whether there is such a row is not.
 *
 * Python: none; any(secrets.compare_digest(needle, row) for row in rows) stops where it finds it.
 */
CSECRETS_NODISCARD
bool csecrets_find_equal(size_t *out, const void *needle, const void *base, size_t count,
                         size_t size);

/* ---- Forgetting a secret ----------------------------------------------------------------- */

/** Overwrites memory with zeros, which no optimiser may leave out.
 *
 * @param data    nbytes bytes that held a secret; may be NULL
 * @param nbytes  how many
 *
 * Does nothing if data is NULL or nbytes is above PTRDIFF_MAX.
 * Python: none, since its str and bytes can't be changed.
 */
CSECRETS_ACCESS(write_only, 1, 2)
void csecrets_wipe(void *data, size_t nbytes);

/* ---- Hexadecimal, base64url and base32 text of a caller's bytes, both ways --------------- */

/** Encodes bytes in lower-case hexadecimal.
 *
 * @param out       receives 2 * nbytes digits and a NUL; must not overlap data
 * @param out_size  bytes at out: at least CSECRETS_HEX_SIZE(nbytes)
 * @param data      nbytes bytes, which may be secret; may be NULL if nbytes is 0
 * @param nbytes    how many; 0 gives ""
 * @retval CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_SIZE(nbytes)
 *
 * Python: bytes.hex.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_hex_encode(char *out, size_t out_size, const void *data,
                                    size_t nbytes);

/** Tells how many bytes csecrets_hex_decode() needs room for.
 *
 * @param text_len  characters of the text
 * @return text_len / 2, rounded down, as CSECRETS_HEX_DECODED_SIZE says
 */
CSECRETS_NODISCARD size_t csecrets_hex_decoded_size(size_t text_len);

/** Decodes hexadecimal text in either case, so that a byte can be written in up to four ways.
 *
 * @param out       receives the bytes; must not overlap text; may be NULL if out_size is 0
 * @param out_size  bytes at out: at least CSECRETS_HEX_DECODED_SIZE(text_len)
 * @param out_len   receives how many bytes the text encodes
 * @param text      text_len characters, which may be secret; may be NULL if text_len is 0
 * @param text_len  how many; a NUL is not one of them
 * @retval CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not
 *                                        0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_DECODED_SIZE(text_len)
 * @retval CSECRETS_ERR_MALFORMED         a character is no digit, or text_len is odd
 *
 * The rest of out is zero. Of the characters only OK or MALFORMED shows, at the end.
 * Python: bytes.fromhex, which also skips white space.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_hex_decode(void *out, size_t out_size, size_t *out_len,
                                    const char *text, size_t text_len);

/** Encodes bytes in base64url without padding: letters, digits, '-' and '_'.
 *
 * @param out       receives ceil(4 * nbytes / 3) characters and a NUL; must not overlap data
 * @param out_size  bytes at out: at least CSECRETS_URLSAFE_SIZE(nbytes)
 * @param data      nbytes bytes, which may be secret; may be NULL if nbytes is 0
 * @param nbytes    how many; 0 gives ""
 * @retval CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_URLSAFE_SIZE(nbytes)
 *
 * Python: base64.urlsafe_b64encode(data).rstrip(b'='). The encoding is that of RFC 4648, section
 * 5.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_urlsafe_encode(char *out, size_t out_size, const void *data,
                                        size_t nbytes);

/** Tells how many bytes csecrets_urlsafe_decode() needs room for.
 *
 * @param text_len  characters of the text
 * @return 3 * text_len / 4, rounded down, as CSECRETS_URLSAFE_DECODED_SIZE says
 */
CSECRETS_NODISCARD size_t csecrets_urlsafe_decoded_size(size_t text_len);

/** Decodes base64url text without padding. Strictly: no bytes can be written in two ways.
 *
 * @param out       receives the bytes; must not overlap text; may be NULL if out_size is 0
 * @param out_size  bytes at out: at least CSECRETS_URLSAFE_DECODED_SIZE(text_len)
 * @param out_len   receives how many bytes the text encodes
 * @param text      text_len characters, which may be secret; may be NULL if text_len is 0
 * @param text_len  how many; a NUL is not one of them
 * @retval CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not
 *                                        0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below
 *                                        CSECRETS_URLSAFE_DECODED_SIZE(text_len)
 * @retval CSECRETS_ERR_MALFORMED         a character is not of the alphabet ('=', '+', '/' and
 *                                        white space are not), text_len is 1 more than a multiple
 *                                        of 4, or the last character has bits that belong to no
 *                                        byte
 *
 * The rest of out is zero. Of the characters only OK or MALFORMED shows, at the end.
 * Python: base64.urlsafe_b64decode, which also takes other spellings.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_urlsafe_decode(void *out, size_t out_size, size_t *out_len,
                                        const char *text, size_t text_len);

/** Tells the size of a base32 text.
 *
 * @param nbytes  bytes that it encodes
 * @return ceil(8 * nbytes / 5) + 1, which counts the NUL, as CSECRETS_BASE32_SIZE says; SIZE_MAX if that
 *         overflows
 */
CSECRETS_NODISCARD size_t csecrets_base32_size(size_t nbytes);

/** Encodes bytes in base32 without padding, 'A' to 'Z' and '2' to '7': what an authenticator app wants
 * the key of its one-time codes in.
 *
 * @param out       receives ceil(8 * nbytes / 5) characters and a NUL; must not overlap data
 * @param out_size  bytes at out: at least CSECRETS_BASE32_SIZE(nbytes)
 * @param data      nbytes bytes, which may be secret; may be NULL if nbytes is 0
 * @param nbytes    how many; 0 gives ""
 * @retval CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_BASE32_SIZE(nbytes)
 *
 * Python: base64.b32encode(data).rstrip(b'='). The encoding is that of RFC 4648, section 6.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_base32_encode(char *out, size_t out_size, const void *data,
                                       size_t nbytes);

/** Tells how many bytes csecrets_base32_decode() needs room for.
 *
 * @param text_len  characters of the text, separators and padding too
 * @return 5 * text_len / 8, rounded down, as CSECRETS_BASE32_DECODED_SIZE says
 */
CSECRETS_NODISCARD size_t csecrets_base32_decoded_size(size_t text_len);

/** Decodes base32 text as people type it: in either case, with spaces and '-' anywhere, and with '=' at
 * the end or without.
 *
 * @param out       receives the bytes; must not overlap text; may be NULL if out_size is 0
 * @param out_size  bytes at out: at least CSECRETS_BASE32_DECODED_SIZE(text_len)
 * @param out_len   receives how many bytes the text encodes
 * @param text      text_len characters, which may be secret; may be NULL if text_len is 0
 * @param text_len  how many; a NUL is not one of them
 * @retval CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not
 *                                        0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_BASE32_DECODED_SIZE(text_len)
 * @retval CSECRETS_ERR_MALFORMED         a character is not of the alphabet (0, 1, 8 and 9 are
 *                                        not), a digit comes after a '=', the number of digits is
 *                                        1, 3 or 6 more than a multiple of 8, or the last one has
 *                                        bits that belong to no byte
 *
 * The rest of out is zero. Of the characters only OK or MALFORMED shows, at the end, and how many are
 * digits: of a text longer than 128 characters, how many of each 128. The number of '=' is not looked
 * at.
 * Python: base64.b32decode(text, casefold=True), which wants all of the padding and no separators.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_base32_decode(void *out, size_t out_size, size_t *out_len,
                                       const char *text, size_t text_len);

/* ---- API keys with a checksum, in GitHub's layout ---------------------------------------- */

/** Tells the size of an API key, as CSECRETS_API_KEY_SIZE does.
 *
 * @param prefix_len  characters of the prefix
 * @return prefix_len + 38, which counts the NUL; SIZE_MAX if that overflows.
 */
CSECRETS_NODISCARD size_t csecrets_api_key_size(size_t prefix_len);

/** Writes a new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
 *
 * The layout is GitHub's: the checksum is the CRC-32 of the 30, in base62 digits 0-9A-Za-z. The 30
 * have 178 bits of strength. A prefix of your own lets scanners for leaked keys find yours, once
 * it is registered with them.
 *
 * @param out       receives the key and a NUL
 * @param out_size  bytes at out: at least CSECRETS_API_KEY_SIZE(strlen(prefix))
 * @param prefix    whose key it is, such as "acme" or "acme_test": a letter, then letters and
 *                  digits, in parts between single '_'; at most 32 characters
 * @retval CSECRETS_ERR_NULL_POINTER      prefix is NULL, or out is and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  prefix is not as said
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_API_KEY_SIZE(strlen(prefix))
 *
 * Python: none. Store csecrets_token_hash() of the key, not the key.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_api_key(char *out, size_t out_size, const char *prefix);

/** Tells whether a text could be an API key: finds typing errors before a database is asked.
 *
 * It proves nothing, since anybody can compute a checksum. Compare the answer with CSECRETS_OK,
 * then look the key up by its hash.
 *
 * @param key      key_len characters; may be NULL if key_len is 0
 * @param key_len  how many; a NUL is not one of them
 * @param prefix   the prefix it must have, as csecrets_api_key() takes it; NULL for any
 * @retval CSECRETS_ERR_NULL_POINTER      key is NULL and key_len is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         key_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  prefix is one that no key can have
 * @retval CSECRETS_ERR_MALFORMED         key is not of the layout, or what comes before its last
 *                                        '_' is not prefix
 * @retval CSECRETS_ERR_BAD_CHECKSUM      a character is wrong
 *
 * Of the characters after the prefix only the answer shows.
 * Python: none.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 1, 2)
csecrets_status csecrets_api_key_check(const char *key, size_t key_len, const char *prefix);

/* ---- Several byte strings at once: keys, or the parts of a message ----------------------- */

/** Bytes that are only read: a key, or a part of a message. */
typedef struct csecrets_span {
    /** Where they are; may be NULL where nbytes is 0. */
    const void *data;
    /** How many. */
    size_t nbytes;
} csecrets_span;

/* ---- Signed tokens, which carry their payload and expiry with them ----------------------- */

/** Tells the size of a signed token, as CSECRETS_SIGN_TOKEN_SIZE does.
 *
 * @param nbytes  bytes of its payload
 * @return CSECRETS_URLSAFE_SIZE(nbytes + 41), which counts the NUL; SIZE_MAX if that overflows.
 */
CSECRETS_NODISCARD size_t csecrets_sign_token_size(size_t nbytes);

/** Writes a token that carries a payload, which nobody without the key can make or change.
 *
 * It is signed, not encrypted: who holds it can read the payload. It can't be taken back before it
 * expires. The text is url-safe: letters, digits, '-' and '_'.
 *
 * @param out         receives the token and a NUL; must not overlap what is signed
 * @param out_size    bytes at out: at least CSECRETS_SIGN_TOKEN_SIZE(nbytes)
 * @param key         key_len random bytes, from csecrets_token_bytes()
 * @param key_len     how many, at least 32
 * @param purpose     what the token is good for, such as "password reset", at least one character:
 *                    a token of one purpose is refused for every other
 * @param payload     nbytes bytes; may be NULL if nbytes is 0
 * @param nbytes      how many
 * @param expires_at  the second since 1970 in which it is no longer good: 1000000000 (2001-09-09:
 *                    below, it is a duration, or the clock was never set) to 253402300799 (the
 *                    end of the year 9999: above, it is in milliseconds); or
 *                    CSECRETS_NEVER_EXPIRES
 * @retval CSECRETS_ERR_NULL_POINTER      purpose is NULL, or another pointer is and its size is
 *                                        not 0
 * @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_SIGN_TOKEN_SIZE(nbytes)
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  purpose is empty, or expires_at no such second
 * @retval CSECRETS_ERR_WEAK              key_len is below 32, or all of the key is zero: what a
 *                                        draw that failed leaves
 *
 * Python: none; itsdangerous and django.core.signing are like it.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
CSECRETS_ACCESS(read_only, 6, 7)
csecrets_status csecrets_sign_token(char *out, size_t out_size, const void *key, size_t key_len,
                                    const char *purpose, const void *payload, size_t nbytes,
                                    int64_t expires_at);

/** Tells how many bytes of payload a signed token carries.
 *
 * @param token_len  characters of the token
 * @return 3 * token_len / 4 - 41, rounded down, as CSECRETS_VERIFY_TOKEN_SIZE says; 0 if it is too short
 *         for any token
 */
CSECRETS_NODISCARD size_t csecrets_verify_token_size(size_t token_len);

/** Checks a signed token, and only then gives out its payload.
 *
 * Compare the answer with CSECRETS_OK: errors are not 0, and would pass for true.
 *
 * @param payload       receives the payload; must not overlap token; may be NULL if
 *                      payload_size is 0
 * @param payload_size  bytes at payload: at least 3 * token_len / 4 - 41, the quotient rounded
 *                      down, which is just as long as the payload
 * @param payload_len   receives how many bytes the payload has
 * @param token         token_len characters; may be NULL if token_len is 0
 * @param token_len     how many; a NUL is not one of them
 * @param purpose       the purpose that it must have been signed for
 * @param keys          key_count keys, the one in use and those before it; each is tried
 * @param key_count     how many, 1 and up
 * @param now           the time, as time(NULL) tells it
 * @retval CSECRETS_ERR_NULL_POINTER      payload_len or purpose is NULL, or another pointer, or
 *                                        one in keys, is and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  key_count is 0, purpose empty, or now below 1000000000,
 *                                        as of a clock that failed or was set back
 * @retval CSECRETS_ERR_MALFORMED         token is not of the format, or has an expiry that
 *                                        csecrets_sign_token() refuses
 * @retval CSECRETS_ERR_WEAK              a key has fewer than 32 bytes, or only zeros
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  payload_size is below what token_len implies, which says
 *                                        nothing of who made the token
 * @retval CSECRETS_ERR_BAD_SIGNATURE     it verifies under no key: it was forged or changed, or
 *                                        is for another purpose
 * @retval CSECRETS_ERR_EXPIRED           it verifies, but now is not before its expiry
 *
 * The rest of payload is zero. Neither the keys nor which of them it was shows. Only the format, which
 * anybody can see, is checked before all keys were tried.
 * Python: none; itsdangerous and django.core.signing are like it.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 4, 5)
CSECRETS_ACCESS(read_only, 7, 8)
csecrets_status csecrets_verify_token(void *payload, size_t payload_size, size_t *payload_len,
                                      const char *token, size_t token_len, const char *purpose,
                                      const struct csecrets_span *keys, size_t key_count,
                                      int64_t now);

/* ---- HMAC-SHA-256, for protocols of others ----------------------------------------------- */

/** Computes the HMAC-SHA-256 of a message in parts, as webhooks are signed with.
 *
 * The parts are one message: "id", "." and "body" have the tag of "id.body". If it matters where one
 * ends and nothing in them shows it, sign its length too. As a hash under a key that the database does
 * not hold, it keeps what is stored there from being searched.
 *
 * @param out         receives CSECRETS_HMAC_SIZE bytes; must not overlap key or parts
 * @param key         key_len bytes, of the other side's choice; of your own, 32 random ones. With zeros
 *                    after it up to 64 it is the same key, and if it is longer than that, so is its
 *                    SHA-256: never publish that
 * @param key_len     how many, 1 and up
 * @param parts       part_count of them; may be NULL if part_count is 0, which is the empty message
 * @param part_count  how many
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL, or key, parts or a part's data is and its size
 *                                        is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  key_len is 0: the key was never set
 * @retval CSECRETS_ERR_WEAK              key is all zeros, as a draw that failed leaves it
 *
 * Python: hmac.digest(key, message, 'sha256').
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_hmac_sha256(uint8_t *out, const void *key, size_t key_len,
                                     const struct csecrets_span *parts, size_t part_count);

/** Tells whether a message in parts has this HMAC-SHA-256, in a time that does not show how nearly.
 *
 * @param mac         mac_len bytes: the tag that came with the message, decoded
 * @param mac_len     how many: CSECRETS_HMAC_SIZE, or it does not match
 * @param key         as csecrets_hmac_sha256() takes it
 * @param key_len     how many
 * @param parts       the message, as csecrets_hmac_sha256() takes it
 * @param part_count  how many
 * @return true only if the message has this tag; false if a pointer is NULL and its size is not 0, a
 *         size is above PTRDIFF_MAX, or key is empty or all zeros
 *
 * Python: hmac.compare_digest(mac, hmac.digest(key, message, 'sha256')).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
CSECRETS_ACCESS(read_only, 5, 6)
bool csecrets_hmac_sha256_matches(const void *mac, size_t mac_len, const void *key,
                                  size_t key_len, const struct csecrets_span *parts,
                                  size_t part_count);

/* ---- One-time codes of authenticator apps ------------------------------------------------ */

/** What an authenticator app and the server have agreed on. Begin with CSECRETS_TOTP_PARAMS_INIT. */
typedef struct csecrets_totp_params {
    /** sizeof(csecrets_totp_params), so that later versions can add to it. */
    uint32_t struct_size;
    /** Digits of a code, 6 to 8. */
    uint32_t digits;
    /** Seconds for which a code is shown, 15 to 300. */
    uint32_t period;
    /** Steps of the clock to each side of the present one whose codes are taken too, 0 to 10. */
    uint32_t window;
    /** CSECRETS_TOTP_SHA1 or CSECRETS_TOTP_SHA256. */
    uint32_t algorithm;
} csecrets_totp_params;

/** Computes the one-time code that an authenticator app shows at a time.
 *
 * @param out       receives the digits and a NUL; must not overlap key
 * @param out_size  bytes at out: at least params->digits + 1, which is 7 for NULL
 * @param key       key_len random bytes, 20 and up; the app has them in base32
 * @param key_len   how many, 16 and up
 * @param now       seconds since 1970, 1000000000 and up
 * @param params    as the app has them; NULL is CSECRETS_TOTP_PARAMS_INIT
 * @retval CSECRETS_ERR_NULL_POINTER      out or key is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or key_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is not above params->digits
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  struct_size is too small, above 1024, or large with something
 *                                        after what this version knows; digits, period, window or
 *                                        algorithm is not as csecrets_totp_params says, or now is
 *                                        below 1000000000: a clock that failed or was set back
 * @retval CSECRETS_ERR_WEAK              key_len is below 16, or key is all zeros
 *
 * Python: pyotp.TOTP(base64.b32encode(key)).at(now). The codes are those of RFC 6238.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_totp(char *out, size_t out_size, const void *key, size_t key_len,
                              int64_t now, const struct csecrets_totp_params *params);

/** Checks a one-time code that was typed, and tells which step of the clock it is of, so that it can't be
 * used twice.
 *
 * Store the step with the user, in one statement that also checks it: UPDATE ... SET last_step = step
 * WHERE last_step < step. Let the user in if that changed a row, and pass last_step as after_step next
 * time. Count failures: of the million codes of six digits, window * 2 + 1 are right.
 *
 * @param step        receives the step, the highest whose code this is
 * @param code        code_len characters; may be NULL if code_len is 0
 * @param code_len    how many; spaces among them are dropped
 * @param key         as csecrets_totp() takes it
 * @param key_len     how many, 16 and up
 * @param now         seconds since 1970, 1000000000 and up
 * @param after_step  the step that was stored last, whose code and all before it are used up; 0 if none
 * @param params      as the app has them; NULL is CSECRETS_TOTP_PARAMS_INIT
 * @retval CSECRETS_ERR_NULL_POINTER      step is NULL, or code or key is and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         code_len or key_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  params or now is refused, as by csecrets_totp()
 * @retval CSECRETS_ERR_MALFORMED         code is not so many digits, or holds something else
 * @retval CSECRETS_ERR_WEAK              key_len is below 16, or key is all zeros
 * @retval CSECRETS_ERR_BAD_CODE          it is the code of no step of the window
 * @retval CSECRETS_ERR_REPLAYED          it is, but of none after after_step
 *
 * All steps of the window are tried, whichever is right.
 * Python: pyotp.TOTP(base64.b32encode(key)).verify(code, now, window), which takes a code twice.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3) CSECRETS_ACCESS(read_only, 4, 5)
csecrets_status csecrets_totp_verify(uint64_t *step, const char *code, size_t code_len,
                                     const void *key, size_t key_len, int64_t now,
                                     uint64_t after_step,
                                     const struct csecrets_totp_params *params);

/** Computes the one-time code of a counter, as tokens with a button show it.
 *
 * Each side counts: the server tries a few counters after the last that was right, and stores the one
 * that is.
 *
 * @param out       receives the digits and a NUL; must not overlap key
 * @param out_size  bytes at out: at least digits + 1
 * @param key       key_len random bytes
 * @param key_len   how many, 16 and up
 * @param counter   any number, each once
 * @param digits    6 to 8
 * @retval CSECRETS_ERR_NULL_POINTER      out or key is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size or key_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is not above digits
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  digits is not 6 to 8
 * @retval CSECRETS_ERR_WEAK              key_len is below 16, or key is all zeros
 *
 * Python: pyotp.HOTP(base64.b32encode(key)).at(counter). The codes are those of RFC 4226.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_hotp(char *out, size_t out_size, const void *key, size_t key_len,
                              uint64_t counter, uint32_t digits);

/* ---- What to store in place of a token or a password ------------------------------------- */

/** Hashes a token, so that a stolen database holds none.
 *
 * For tokens with enough entropy, such as those of this library: a password can be guessed from
 * its hash, and wants csecrets_password_hash() or Argon2id.
 *
 * @param out     receives CSECRETS_TOKEN_HASH_SIZE bytes, the token's SHA-256; must not overlap
 *                token
 * @param token   nbytes bytes; of a text, without its NUL
 * @param nbytes  how many, 1 and up
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL, or token is and nbytes is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         nbytes is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  nbytes is 0: the token was never set
 *
 * Python: hashlib.sha256(token).digest().
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_token_hash(uint8_t *out, const void *token, size_t nbytes);

/** Tells whether a token is the one whose hash was stored, in a time that does not show how nearly.
 *
 * @param hash    CSECRETS_TOKEN_HASH_SIZE bytes from csecrets_token_hash()
 * @param token   nbytes bytes; of a text, without its NUL
 * @param nbytes  how many; an empty token never matches
 * @return true only if the token has this hash; false if a pointer is NULL, or if nbytes
 *         is 0 or above PTRDIFF_MAX.
 *
 * Python: secrets.compare_digest(hash, hashlib.sha256(token).digest()).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
bool csecrets_token_matches(const uint8_t hash[CSECRETS_TOKEN_HASH_SIZE], const void *token,
                            size_t nbytes);

/** Derives a key from a password, slowly, so that guessing takes as long.
 *
 * @param out           receives nbytes bytes; must not overlap password or salt
 * @param nbytes        how many, 1 and up; 32 to store a password
 * @param password      password_len bytes; may be NULL if password_len is 0
 * @param password_len  how many; of a text, without its NUL
 * @param salt          salt_len bytes from csecrets_token_bytes(), new for each password, stored
 *                      with the key; may be NULL if salt_len is 0
 * @param salt_len      how many; 16 and up
 * @param iterations    1 and up; 600000 is OWASP's figure of 2023
 * @retval CSECRETS_ERR_NULL_POINTER      a pointer is NULL and its length is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         a length is above PTRDIFF_MAX, or nbytes above (2^32 -
 *                                        1) * 32
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  nbytes or iterations is 0
 *
 * Takes its time, in proportion to iterations and to nbytes / 32.
 * Python: hashlib.pbkdf2_hmac('sha256', password, salt, iterations, nbytes).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
CSECRETS_ACCESS(read_only, 5, 6)
csecrets_status csecrets_pbkdf2_sha256(void *out, size_t nbytes, const void *password,
                                       size_t password_len, const void *salt, size_t salt_len,
                                       uint32_t iterations);

/** Hashes a login password slowly, with a salt of its own: what to store in place of it.
 *
 * The text is a PHC string, "$pbkdf2-sha256$i=600000$SALT$HASH"; docs/password-hash.md describes it byte
 * by byte. PBKDF2 needs no memory, so that graphics cards are fast at it: if Argon2id can be had, it is
 * the better choice.
 *
 * @param out           receives the text and a NUL; must not overlap password
 * @param out_size      bytes at out: at least CSECRETS_PASSWORD_HASH_SIZE
 * @param password      password_len bytes; of a text, without its NUL
 * @param password_len  how many, 1 and up
 * @param iterations    100000 to 10000000; 0 for CSECRETS_PASSWORD_ITERATIONS
 * @retval CSECRETS_ERR_NULL_POINTER      out or password is NULL and its size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX, or iterations above 10000000
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_PASSWORD_HASH_SIZE, whatever the
 *                                        iterations
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  password_len is 0
 * @retval CSECRETS_ERR_WEAK              iterations is 1 to 99999
 *
 * Takes its time.
 * Python: hashlib.pbkdf2_hmac('sha256', password, secrets.token_bytes(16), iterations).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2) CSECRETS_ACCESS(read_only, 3, 4)
csecrets_status csecrets_password_hash(char *out, size_t out_size, const void *password,
                                       size_t password_len, uint32_t iterations);

/** Tells whether a password is the one that was stored, in a time that does not show how nearly.
 *
 * For a user who does not exist, call it with the hash of some other password: then time does not tell
 * who does.
 *
 * @param hash          what csecrets_password_hash() wrote
 * @param password      password_len bytes; of a text, without its NUL
 * @param password_len  how many; an empty password never matches
 * @return true only if it is; false if a pointer is NULL, password_len is 0 or above PTRDIFF_MAX, or hash
 *         is not of the format or asks for more than 10000000 iterations
 *
 * Takes its time, unless hash is not of the format.
 * Python: secrets.compare_digest(hash, hashlib.pbkdf2_hmac(...)).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
bool csecrets_password_matches(const char *hash, const void *password, size_t password_len);

/** Tells how many iterations a password was stored with.
 *
 * If they are fewer than yours, hash it again at the next login, when it is known.
 *
 * @param hash  what csecrets_password_hash() wrote
 * @return the iterations; 0 if hash is NULL or not of the format
 */
CSECRETS_NODISCARD uint32_t csecrets_password_iterations(const char *hash);

/* ---- UUIDs: names that do not meet. They are no secrets: use tokens for those ------------ */

/** Draws a UUID of version 4, which has 122 random bits.
 *
 * @param out  receives CSECRETS_UUID_SIZE bytes
 * @retval CSECRETS_ERR_NULL_POINTER  out is NULL
 *
 * Python: uuid.uuid4().bytes. The layout is that of RFC 9562.
 */
CSECRETS_NODISCARD csecrets_status csecrets_uuid4(uint8_t out[CSECRETS_UUID_SIZE]);

/** Draws a UUID of version 7: the time, and 74 random bits. It tells everybody when it was made.
 *
 * @param out      receives CSECRETS_UUID_SIZE bytes
 * @param unix_ms  milliseconds since 1970, below 2^48
 * @retval CSECRETS_ERR_NULL_POINTER      out is NULL
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  unix_ms is 2^48 or above
 *
 * Two of the same millisecond come in any order: csecrets_uuid7_after() gives them one.
 * Python: uuid.uuid7().bytes, from 3.14 on. The layout is that of RFC 9562.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_uuid7(uint8_t out[CSECRETS_UUID_SIZE], uint64_t unix_ms);

/** Draws a UUID of version 7 that memcmp() finds above another one, whatever the clock does.
 *
 * If unix_ms is later than the time of previous, it is a fresh one. Otherwise its 74 random
 * bits are those of previous and a random number from 1 to 2^32; what they carry moves the time to
 * the next millisecond.
 *
 * @param out       receives CSECRETS_UUID_SIZE bytes; may be previous
 * @param previous  CSECRETS_UUID_SIZE bytes: the one before, or zeros if there is none yet
 * @param unix_ms   milliseconds since 1970, below 2^48
 * @retval CSECRETS_ERR_NULL_POINTER      out or previous is NULL
 * @retval CSECRETS_ERR_INVALID_ARGUMENT  unix_ms is 2^48 or above, or previous not of version 7
 * @retval CSECRETS_ERR_TOO_LARGE         there is no later millisecond to carry to
 *
 * Threads that share previous need a lock of their own. After an error previous is zeros too if it
 * is out.
 * Python: none; its uuid.uuid7 counts in a hidden state. This is method 2 of RFC 9562, section
 * 6.2.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_uuid7_after(uint8_t *out, const uint8_t *previous, uint64_t unix_ms);

/** Writes a UUID as text, in lower case, such as 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.
 *
 * @param out       receives 36 characters and a NUL; must not overlap uuid
 * @param out_size  bytes at out: at least CSECRETS_UUID_TEXT_SIZE
 * @param uuid      CSECRETS_UUID_SIZE bytes, of any version
 * @retval CSECRETS_ERR_NULL_POINTER      uuid is NULL, or out is and out_size is not 0
 * @retval CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_UUID_TEXT_SIZE
 *
 * Python: str(uuid.UUID(bytes=...)).
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(write_only, 1, 2)
csecrets_status csecrets_uuid_text(char *out, size_t out_size, const uint8_t *uuid);

/** Reads a UUID from its text, in either case.
 *
 * @param out       receives CSECRETS_UUID_SIZE bytes, of any version; must not overlap text
 * @param text      text_len characters, as csecrets_uuid_text() writes them
 * @param text_len  how many: 36
 * @retval CSECRETS_ERR_NULL_POINTER  out is NULL, or text is and text_len is not 0
 * @retval CSECRETS_ERR_TOO_LARGE     text_len is above PTRDIFF_MAX
 * @retval CSECRETS_ERR_MALFORMED     text_len is not 36, or a character is not the digit or '-' of
 *                                    its place: text in braces or without '-' is refused
 *
 * Python: uuid.UUID(text).bytes, which takes other spellings too.
 */
CSECRETS_NODISCARD CSECRETS_ACCESS(read_only, 2, 3)
csecrets_status csecrets_uuid_parse(uint8_t *out, const char *text, size_t text_len);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* CSECRETS_H */
