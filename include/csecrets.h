/* csecrets.h - Python's secrets module for C: unguessable bytes, integers, tokens and choices,
 *              and comparison in constant time
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * A token, in full:
 *
 *     char token[CSECRETS_URLSAFE_SIZE(32)];
 *     if (csecrets_token_urlsafe(token, sizeof token, 32) != CSECRETS_OK)
 *         ... no token: token is ""
 *
 * What holds for every function:
 *
 * - The output comes first, and a buffer is followed by its size. The size of a text counts its NUL.
 *   nbytes, nchars and bits say their unit.
 * - CSECRETS_OK is 0, every error is negative. A predicate returns bool: true only when proven.
 * - All or nothing: after an error bytes are zero, texts "", unsigned integers and indices all ones,
 *   signed ones INT64_MIN, reals NaN. Where every value could be a result, as with 64 bits, only the
 *   status tells. An array that could not be shuffled keeps its elements. A length above PTRDIFF_MAX
 *   is not believed: the output that it describes is not touched.
 * - Arguments are checked in this order: NULL pointers, lengths that no object can have, outputs
 *   that are too small, other values. A refused call draws nothing.
 * - NULL is refused, never followed; NULL with a length of 0 is fine. Outputs must not overlap inputs.
 * - There is no set-up call, no heap, no lock, no generator of its own. Call from any thread, from
 *   signal handlers, before or after fork; a call that fork interrupts counts as made before it.
 *   errno is left as it was.
 * - Secrets show neither in branches nor in addresses; where an address does depend on one, the
 *   function says so.
 */
#ifndef CSECRETS_H
#define CSECRETS_H

/* Generated from src/ffi by cbindgen: edit there, then run `make header`. */


#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The version of this header; csecrets_version() is that of the library. */
#define CSECRETS_VERSION_MAJOR 0
#define CSECRETS_VERSION_MINOR 1
#define CSECRETS_VERSION_PATCH 0
#define CSECRETS_VERSION_NUMBER \
    (CSECRETS_VERSION_MAJOR << 16 | CSECRETS_VERSION_MINOR << 8 | CSECRETS_VERSION_PATCH)
#define CSECRETS_VERSION "0.1.0"

/* Bytes of randomness in a token unless you have a reason for another number: Python's default. */
#define CSECRETS_DEFAULT_ENTROPY 32

/* Size of a text, with its NUL, that spells nbytes bytes; for a number that is not constant,
 * csecrets_hex_size() and csecrets_urlsafe_size() also see an overflow. */
#define CSECRETS_HEX_SIZE(nbytes) (sizeof(char) * 2u * (nbytes) + 1u)
#define CSECRETS_URLSAFE_SIZE(nbytes) ((sizeof(char) * 4u * (nbytes) + 2u) / 3u + 1u)

/* Size of an API key, with its NUL: a prefix of prefix_len characters, and 37 behind it. */
#define CSECRETS_API_KEY_SIZE(prefix_len) (sizeof(char) * (prefix_len) + 38u)

/* Size of a signed token, with its NUL, that carries nbytes bytes of payload. */
#define CSECRETS_SIGN_TOKEN_SIZE(nbytes) CSECRETS_URLSAFE_SIZE((nbytes) + 41u)

/* The expiry of a signed token that is good for ever. */
#define CSECRETS_NEVER_EXPIRES 9223372036854775807

/* Bytes of a token's hash. */
#define CSECRETS_TOKEN_HASH_SIZE 32

/* Bytes of a UUID, and size of its text with the NUL. */
#define CSECRETS_UUID_SIZE 16
#define CSECRETS_UUID_TEXT_SIZE 37

/* Size that is enough for every passphrase of nwords words; so is csecrets_passphrase_size(), which
 * also sees an overflow. */
#define CSECRETS_PASSPHRASE_SIZE(nwords, separator_len) \
    ((nwords) != 0 ? (sizeof(char) * 9u + (separator_len)) * (nwords) - (separator_len) + 1u \
                   : sizeof(char))

/* Alphabets for csecrets_token_alphabet(). BASE32 and URLSAFE64 are those of RFC 4648.
 * CROCKFORD32 is Douglas Crockford's, without I, L, O and U and in one case: for what is read aloud
 * or typed. BASE58 is Bitcoin's, without 0, O, I and l. */
#define CSECRETS_ALPHABET_DIGITS "0123456789"
#define CSECRETS_ALPHABET_HEX "0123456789abcdef"
#define CSECRETS_ALPHABET_BASE32 "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
#define CSECRETS_ALPHABET_CROCKFORD32 "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
#define CSECRETS_ALPHABET_BASE58 "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
#define CSECRETS_ALPHABET_BASE62 "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define CSECRETS_ALPHABET_URLSAFE64 "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

/* What a call answers; csecrets_strerror() says it in words. */
enum {
    CSECRETS_OK = 0,
    CSECRETS_ERR_NULL_POINTER = -1,         /* a required pointer is NULL */
    CSECRETS_ERR_INVALID_ARGUMENT = -2,     /* an empty range, a bad alphabet, an element size of 0 */
    CSECRETS_ERR_BUFFER_TOO_SMALL = -3,     /* an output's size is short */
    CSECRETS_ERR_TOO_LARGE = -4,            /* a length is above PTRDIFF_MAX, or overflows */
    CSECRETS_ERR_ENTROPY_UNAVAILABLE = -5,  /* the system gave no randomness */
    CSECRETS_ERR_ENTROPY_BROKEN = -6,       /* the system's randomness repeats itself */
    CSECRETS_ERR_WEAK = -7,                 /* a key, password, token or passphrase below its floor */
    CSECRETS_ERR_UNSATISFIABLE = -8,        /* a password policy that no password meets */
    CSECRETS_ERR_MALFORMED = -9,            /* text that is not of the format */
    CSECRETS_ERR_BAD_CHECKSUM = -10,        /* an API key with a typing error */
    CSECRETS_ERR_BAD_SIGNATURE = -11,       /* a signed token that no key vouches for */
    CSECRETS_ERR_EXPIRED = -12,             /* a signed token whose time is over */
    CSECRETS_ERR_UNSUPPORTED = -15          /* passphrases, in a build without their words */
};

/* Flags of a csecrets_password_policy: classes that are not used, and characters that look like
 * others (0, O, 1, l, I and |). */
enum {
    CSECRETS_PASSWORD_NO_LOWER = 1,
    CSECRETS_PASSWORD_NO_UPPER = 2,
    CSECRETS_PASSWORD_NO_DIGITS = 4,
    CSECRETS_PASSWORD_NO_SYMBOLS = 8,
    CSECRETS_PASSWORD_NO_LOOKALIKES = 16
};

/* At least one lower-case letter, upper-case letter, digit and symbol each: what a policy of NULL
 * means. csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT; then change what differs. */
#define CSECRETS_PASSWORD_POLICY_INIT \
    {sizeof(csecrets_password_policy), 1, 1, 1, 1, 0, NULL, NULL}

/* A compiler warns where a status is ignored. A binding generator that reads this header with empty
 * stand-ins for the standard ones, or with CSECRETS_NODISCARD defined as nothing, sees plain C. */
#ifndef CSECRETS_NODISCARD
#  if defined(INT32_MAX) && (defined(__GNUC__) || defined(__clang__))
#    define CSECRETS_NODISCARD __attribute__((__warn_unused_result__))
#  elif defined(INT32_MAX) && defined(_MSC_VER)
#    define CSECRETS_NODISCARD _Check_return_
#  else
#    define CSECRETS_NODISCARD
#  endif
#endif

#ifdef __cplusplus
extern "C" {
#endif

/**
 * CSECRETS_OK or a negative CSECRETS_ERR_ code.
 */
typedef int32_t csecrets_status;

/**
 * What a password must hold, and what it may. Begin with CSECRETS_PASSWORD_POLICY_INIT.
 */
typedef struct csecrets_password_policy {
    /**
     * sizeof(csecrets_password_policy), so that later versions can add to it.
     */
    uint32_t struct_size;
    /**
     * Lower-case letters that it must hold at least.
     */
    uint32_t min_lower;
    /**
     * Upper-case letters that it must hold at least.
     */
    uint32_t min_upper;
    /**
     * Digits that it must hold at least.
     */
    uint32_t min_digits;
    /**
     * Symbols that it must hold at least.
     */
    uint32_t min_symbols;
    /**
     * CSECRETS_PASSWORD_NO_ flags, or 0. The minimum of a class that is off is not looked at.
     */
    int32_t flags;
    /**
     * The symbols to choose from: one or more of '!' to '~', no letter or digit, each once;
     * NULL is "!@#$%^&*()-_=+[]{}|;:,.<>?".
     */
    const char *symbols;
    /**
     * Characters of ' ' to '~' that are never used; NULL is none.
     */
    const char *exclude;
} csecrets_password_policy;

/**
 * Bytes that are only read: a key, or a part of a message.
 */
typedef struct csecrets_span {
    /**
     * Where they are; may be NULL where nbytes is 0.
     */
    const void *data;
    /**
     * How many.
     */
    size_t nbytes;
} csecrets_span;

/**
 * Tells the version of the library that is running, as text.
 *
 * Returns static text such as "0.1.0"; CSECRETS_VERSION is that of the header.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 */
const char *csecrets_version(void);

/**
 * Tells the version of the library that is running, as a number.
 *
 * Returns major << 16 | minor << 8 | patch; CSECRETS_VERSION_NUMBER is that of the header.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 */
uint32_t csecrets_version_number(void);

/**
 * Says what a status means.
 *
 * status  any number; those that are no status are answered too
 *
 * Returns static English text, never NULL.
 * Thread-safe, async-signal-safe, and fine after fork; never blocks.
 */
const char *csecrets_strerror(int32_t status);

/**
 * Draws once, without waiting, to see whether the system gives randomness.
 *
 * Call it before chroot, seccomp or the first secret: after CSECRETS_OK, getrandom(2) is the only
 * system call that the library makes, in children and other threads too.
 *
 * os_errno  receives 0, or the system's positive error number: EAGAIN where the kernel is not
 *           seeded yet; may be NULL
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness, or none yet
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_entropy_probe(int32_t *os_errno);

/**
 * Draws random bytes.
 *
 * out     receives nbytes bytes; may be NULL where nbytes is 0
 * nbytes  how many; 16 can't be guessed, 32 (CSECRETS_DEFAULT_ENTROPY) are Python's default
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_TOO_LARGE            nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds nbytes zeros; after TOO_LARGE it is untouched.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.token_bytes, random.SystemRandom.randbytes, os.urandom.
 */
CSECRETS_NODISCARD csecrets_status csecrets_token_bytes(void *out, size_t nbytes);

/**
 * Draws random bytes, or ends the program: for callers who would not check a status.
 *
 * out     receives nbytes bytes; may be NULL where nbytes is 0
 * nbytes  how many
 *
 * Returns only on success. On any error it writes a message to standard error and calls abort().
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.token_bytes, whose exception nobody catches.
 */
void csecrets_token_bytes_or_abort(void *out,
                                   size_t nbytes);

/**
 * Tells the size of a hexadecimal text, as CSECRETS_HEX_SIZE does.
 *
 * nbytes  bytes that the text spells
 *
 * Returns 2 * nbytes + 1, which counts the NUL; SIZE_MAX where that overflows.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 */
CSECRETS_NODISCARD size_t csecrets_hex_size(size_t nbytes);

/**
 * Tells the size of a base64url text, as CSECRETS_URLSAFE_SIZE does.
 *
 * nbytes  bytes that the text spells
 *
 * Returns ceil(4 * nbytes / 3) + 1, which counts the NUL; SIZE_MAX where that overflows.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 */
CSECRETS_NODISCARD size_t csecrets_urlsafe_size(size_t nbytes);

/**
 * Writes random bytes as lower-case hexadecimal text.
 *
 * out       receives 2 * nbytes digits and a NUL
 * out_size  bytes at out: at least CSECRETS_HEX_SIZE(nbytes)
 * nbytes    random bytes, each two digits; 0 gives "", which every empty guess equals
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE            out_size or nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL     out_size is below CSECRETS_HEX_SIZE(nbytes)
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds "", and no digit is left behind it; where out_size is 0 or above
 * PTRDIFF_MAX it is untouched.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.token_hex.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_token_hex(char *out,
                                   size_t out_size,
                                   size_t nbytes);

/**
 * Writes random bytes as base64url text without padding: letters, digits, '-' and '_'.
 *
 * out       receives ceil(4 * nbytes / 3) characters and a NUL
 * out_size  bytes at out: at least CSECRETS_URLSAFE_SIZE(nbytes)
 * nbytes    random bytes, about 1.3 characters each; 0 gives "", which every empty guess equals
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE            out_size or nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL     out_size is below CSECRETS_URLSAFE_SIZE(nbytes)
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds "", and no character is left behind it; where out_size is 0 or above
 * PTRDIFF_MAX it is untouched.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.token_urlsafe. The encoding is that of RFC 4648, section 5.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_token_urlsafe(char *out,
                                       size_t out_size,
                                       size_t nbytes);

/**
 * Writes random characters of an alphabet, each equally likely at each place.
 *
 * out       receives nchars characters and a NUL
 * out_size  bytes at out: at least nchars + 1
 * nchars    random characters; csecrets_alphabet_nchars() tells how many are strong enough
 * alphabet  2 to 95 different characters from ' ' to '~', such as CSECRETS_ALPHABET_BASE58
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         alphabet is NULL, or out is and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE            out_size or nchars is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL     out_size is below nchars + 1
 *   CSECRETS_ERR_INVALID_ARGUMENT     alphabet is too short, too long, repeats a character, or
 *                                     holds one that is not printable ASCII
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds "", and no character is left behind it; where out_size is 0 or above
 * PTRDIFF_MAX it is untouched. The alphabet is not secret; which characters were drawn shows
 * neither in time nor in the cache.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: ''.join(secrets.choice(alphabet) for _ in range(nchars)).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_token_alphabet(char *out,
                                        size_t out_size,
                                        size_t nchars,
                                        const char *alphabet);

/**
 * Tells how many characters of an alphabet are as strong as a number of bits.
 *
 * alphabet  as csecrets_token_alphabet() takes it
 * bits      strength, up to 65536: 128 can't be guessed
 *
 * Returns the smallest n for which size^n >= 2^bits, exactly, where size is that of the alphabet;
 * 0 for 0 bits. SIZE_MAX, which every draw refuses, where alphabet is NULL or not a good one, or
 * bits are above 65536.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 */
CSECRETS_NODISCARD
size_t csecrets_alphabet_nchars(const char *alphabet,
                                uint32_t bits);

/**
 * Draws an integer from 0 to bound - 1.
 *
 * out    receives the integer
 * bound  how many different integers there are, 1 and up
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds UINT64_MAX, which is below no bound.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.randbelow. The method is that of D. Lemire, "Fast Random Integer Generation in an
 * Interval" (2019), with its rejection: no value is favoured.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randbelow(uint64_t *out,
                                   uint64_t bound);

/**
 * Draws an integer of so many random bits.
 *
 * out   receives the integer, from 0 to 2^bits - 1
 * bits  0 to 64; 0 gives 0
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     bits is above 64
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds UINT64_MAX, which with 64 bits only the status tells from a result.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.randbits, random.SystemRandom.getrandbits.
 */
CSECRETS_NODISCARD csecrets_status csecrets_randbits(uint64_t *out, uint32_t bits);

/**
 * Draws an integer from low to high, both included.
 *
 * out   receives the integer
 * low   the smallest
 * high  the largest; from INT64_MIN to INT64_MAX is fine too
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     low is above high
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds INT64_MIN, which only the status tells from a result where low is that.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.randint.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randint(int64_t *out,
                                 int64_t low,
                                 int64_t high);

/**
 * Draws one of start, start + step, start + 2 * step, ... that come before stop.
 *
 * out    receives the integer
 * start  the first
 * stop   the end, which is not drawn itself
 * step   the distance, negative where stop is below start
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     step is 0, or nothing lies between start and stop
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds INT64_MIN.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.randrange(start, stop, step).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randrange(int64_t *out,
                                   int64_t start,
                                   int64_t stop,
                                   int64_t step);

/**
 * Draws a real number from 0 up to but not including 1.
 *
 * out  receives the number: one of the 2^53 multiples of 2^-53, each equally likely
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds NaN. Do not scale it to an integer, which is biased: csecrets_randbelow()
 * is exact.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.random.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_random(double *out);

/**
 * Draws many integers from 0 to bound - 1.
 *
 * out    receives count integers; may be NULL where count is 0
 * count  how many
 * bound  how many different integers there are, 1 and up; checked for a count of 0 too
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_TOO_LARGE            count integers have more than PTRDIFF_MAX bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error all of out holds UINT64_MAX, which is below no bound; after TOO_LARGE it is
 * untouched.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: [secrets.randbelow(bound) for _ in range(count)].
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randbelow_many(uint64_t *out,
                                        size_t count,
                                        uint64_t bound);

/**
 * Draws many integers from 0 to bound - 1, of 32 bits.
 *
 * out    receives count integers; may be NULL where count is 0
 * count  how many
 * bound  how many different integers there are, 1 and up; checked for a count of 0 too
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_TOO_LARGE            count integers have more than PTRDIFF_MAX bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error all of out holds UINT32_MAX, which is below no bound; after TOO_LARGE it is
 * untouched.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: [secrets.randbelow(bound) for _ in range(count)].
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randbelow_many_u32(uint32_t *out,
                                            size_t count,
                                            uint32_t bound);

/**
 * Draws an integer of any length from 0 to bound - 1.
 *
 * out     receives nbytes bytes, the most significant first; must not overlap bound
 * bound   nbytes bytes, the most significant first; leading zeros are fine
 * nbytes  length of both, 1 and up
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out or bound is NULL
 *   CSECRETS_ERR_TOO_LARGE            nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT     bound is 0, or nbytes is
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error all bits of out are ones, which is below no bound; after TOO_LARGE it is untouched.
 * The bound is not secret.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.randbelow(bound).to_bytes(nbytes).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randbelow_big(uint8_t *out,
                                       const uint8_t *bound,
                                       size_t nbytes);

/**
 * Draws an integer of any number of random bits.
 *
 * out     receives nbytes bytes, the most significant first; may be NULL where nbytes is 0
 * nbytes  length of out: exactly as many bytes as the bits need
 * bits    random bits; where they do not fill the first byte, its high bits are 0
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_TOO_LARGE            nbytes or bits is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT     nbytes is not ceil(bits / 8)
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds nbytes zeros; where nbytes is above PTRDIFF_MAX it is untouched.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.randbits(bits).to_bytes(nbytes).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_randbits_big(uint8_t *out,
                                      size_t nbytes,
                                      size_t bits);

/**
 * Copies one element of an array, each equally likely.
 *
 * out    receives size bytes; must not overlap base
 * base   count elements of size bytes each
 * count  elements to choose from, 1 and up
 * size   bytes of an element, sizeof *base: count comes first, as in qsort
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out or base is NULL
 *   CSECRETS_ERR_TOO_LARGE            the array has more than PTRDIFF_MAX bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     count or size is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds size zeros; where size is refused, or too large to be believed beside a
 * refused product, it is untouched. Which element it was may show in the cache.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: secrets.choice.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_choice(void *out,
                                const void *base,
                                size_t count,
                                size_t size);

/**
 * Copies k elements of an array, each drawn from all of them: one may come several times.
 *
 * out    receives k elements; must not overlap base; may be NULL where k is 0
 * k      elements to draw
 * base   count elements of size bytes each
 * count  elements to choose from, 1 and up, for a k of 0 too
 * size   bytes of an element, sizeof *base: count comes first, as in qsort
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out or base is NULL
 *   CSECRETS_ERR_TOO_LARGE            out or the array has more than PTRDIFF_MAX bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     count or size is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds k * size zeros; where that is refused, or size too large to be believed
 * beside a refused product, it is untouched. Which elements they were may show in the cache.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.choices without weights; exact, where Python scales a float.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_choices(void *out,
                                 size_t k,
                                 const void *base,
                                 size_t count,
                                 size_t size);

/**
 * Copies k different elements of an array, in the order in which they were drawn.
 *
 * out    receives k elements; must not overlap base; may be NULL where k is 0
 * k      elements to draw, 0 to count
 * base   count elements of size bytes each
 * count  elements to draw from
 * size   bytes of an element, sizeof *base: count comes first, as in qsort
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out or base is NULL
 *   CSECRETS_ERR_TOO_LARGE            out or the array has more than PTRDIFF_MAX bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     k is above count, or size is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds k * size zeros; where that is refused, or size too large to be believed
 * beside a refused product, it is untouched. Which elements they were may show in the cache.
 * For up to 64 elements the time does not grow with count; beyond, it grows in proportion, and
 * csecrets_sample_indices() is the faster way to take some thousands out of millions.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.sample.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_sample(void *out,
                                size_t k,
                                const void *base,
                                size_t count,
                                size_t size);

/**
 * Draws k different indices from 0 to count - 1, in the order in which they were drawn.
 *
 * out    receives k indices; may be NULL where k is 0
 * k      indices to draw, 0 to count; where it is count, out is a permutation
 * count  how many indices there are
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_TOO_LARGE            count is above PTRDIFF_MAX, or k indices have more bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     k is above count
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error all of out holds SIZE_MAX; where its size is refused it is untouched. Which indices
 * they were may show in the cache.
 * The time is O(k log k) or O(count), whichever is less, and the only memory is out.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.sample(range(count), k).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_sample_indices(size_t *out,
                                        size_t k,
                                        size_t count);

/**
 * Draws an index, each as likely as its weight's share of the sum of all weights.
 *
 * out      receives the index
 * weights  count whole numbers; an index of weight 0 is never drawn
 * count    how many weights there are
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out or weights is NULL
 *   CSECRETS_ERR_TOO_LARGE            the weights have more than PTRDIFF_MAX bytes, or their sum is
 *                                     above UINT64_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT     the sum is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds SIZE_MAX. The weights are not secret.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.choices(range(count), weights)[0]; exact, where Python scales a float.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_weighted_index(size_t *out,
                                        const uint64_t *weights,
                                        size_t count);

/**
 * Brings the elements of an array into random order, each order equally likely.
 *
 * base   count elements of size bytes each; may be NULL where count is 0
 * count  elements
 * size   bytes of an element, sizeof *base: count comes first, as in qsort
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         base is NULL
 *   CSECRETS_ERR_TOO_LARGE            the array has more than PTRDIFF_MAX bytes
 *   CSECRETS_ERR_INVALID_ARGUMENT     size is 0
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error the array still holds every element once, in an order that is not random: do not
 * use it. Which elements changed places may show in the cache.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.shuffle.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_shuffle(void *base,
                                 size_t count,
                                 size_t size);

/**
 * Draws a password: of all that meet a policy, each is equally likely.
 *
 * out       receives nchars characters and a NUL
 * out_size  bytes at out: at least nchars + 1
 * nchars    8 to 128; csecrets_password_bits() tells how strong that is
 * policy    what it must hold; NULL is CSECRETS_PASSWORD_POLICY_INIT
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE            out_size is above PTRDIFF_MAX, or nchars above 128
 *   CSECRETS_ERR_BUFFER_TOO_SMALL     out_size is below nchars + 1
 *   CSECRETS_ERR_INVALID_ARGUMENT     struct_size is too small, above 1024, or large with something
 *                                     behind what this version knows; a flag is unknown; symbols or
 *                                     exclude holds what it must not
 *   CSECRETS_ERR_WEAK                 nchars is below 8: it alone is looked at, and a narrow policy
 *                                     can still leave few bits
 *   CSECRETS_ERR_UNSATISFIABLE        a minimum for a class that is off or empty, minima that add up
 *                                     to more than nchars, or no character left to use
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds "", and no character is left behind it; where out_size is 0 or above
 * PTRDIFF_MAX it is untouched. The policy is not secret; which password it is, and how many
 * characters of a class it has, shows neither in time nor in the cache. A password of 16 characters
 * takes some 10 microseconds, one of 128 about a millisecond.
 * Thread-safe, async-signal-safe and fork-safe, with 32 KiB of stack; blocks only until the kernel
 * is seeded at boot.
 * Python: the loop in the recipes of the module secrets that draws until a password meets its rules.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_password(char *out,
                                  size_t out_size,
                                  size_t nchars,
                                  const struct csecrets_password_policy *policy);

/**
 * Tells how strong a password is: the logarithm to base 2 of how many meet the policy.
 *
 * out     receives the number of bits, right to 1e-9
 * nchars  8 to 128
 * policy  what it must hold; NULL is CSECRETS_PASSWORD_POLICY_INIT
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      out is NULL
 *   CSECRETS_ERR_TOO_LARGE         nchars is above 128
 *   CSECRETS_ERR_INVALID_ARGUMENT  the policy is not valid, as for csecrets_password()
 *   CSECRETS_ERR_WEAK              nchars is below 8
 *   CSECRETS_ERR_UNSATISFIABLE     no password meets the policy
 * After an error out holds NaN. Where exactly one password meets the policy, there are 0 bits.
 * Thread-safe, async-signal-safe and fork-safe, with 32 KiB of stack; never blocks and draws
 * nothing.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_password_bits(double *out,
                                       size_t nchars,
                                       const struct csecrets_password_policy *policy);

/**
 * Draws a passphrase: words of the EFF's large list, each of the 7776 equally likely.
 *
 * Absent, as its size function is, from a library that was built with WORDLIST=0.
 *
 * out        receives the words, a separator between each two, and a NUL
 * out_size   bytes at out: at least CSECRETS_PASSPHRASE_SIZE(nwords, strlen(separator)), which is
 *            enough for the longest words
 * nwords     4 and up, each 12.9 bits strong: 6 are good, 10 can't be guessed
 * separator  1 to 16 characters of ' ' to '~', no letter; four words hold a '-', so do not split
 *            the text at it
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         separator is NULL, or out is and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE            out_size or the size of the passphrase is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT     separator is empty, too long, or holds what it must not
 *   CSECRETS_ERR_WEAK                 nwords is below 4
 *   CSECRETS_ERR_BUFFER_TOO_SMALL     out_size is below the size above, whatever would be drawn
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds "", and no character is left behind it; where out_size is 0 or above
 * PTRDIFF_MAX it is untouched. Which words they were may show in the cache.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: separator.join(secrets.choice(words) for _ in range(nwords)).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_passphrase(char *out,
                                    size_t out_size,
                                    size_t nwords,
                                    const char *separator);

/**
 * Tells the size of the longest passphrase, as CSECRETS_PASSPHRASE_SIZE does.
 *
 * nwords         words
 * separator_len  characters of the separator
 *
 * Returns 9 * nwords + separator_len * (nwords - 1) + 1, which counts the NUL, 1 for no word;
 * SIZE_MAX where that overflows.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 */
CSECRETS_NODISCARD size_t csecrets_passphrase_size(size_t nwords, size_t separator_len);

/**
 * Tells whether two byte strings are equal, in a time that does not show where they differ.
 *
 * a, b          the byte strings; may be NULL where the length is 0
 * a_len, b_len  their lengths in bytes, which are not secret
 *
 * Returns true only where both hold the same bytes; false where the lengths differ, where a pointer
 * is NULL and its length is not 0, or where a length is above PTRDIFF_MAX. Two empty strings are
 * equal: check first that your secret is set.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: secrets.compare_digest. In C, a function named compare would answer 0 for "same".
 */
CSECRETS_NODISCARD
bool csecrets_equal(const void *a,
                    size_t a_len,
                    const void *b,
                    size_t b_len);

/**
 * Tells whether two texts are equal, in a time that does not show where they differ.
 *
 * a, b  texts that end in a NUL; their lengths are not secret
 *
 * Returns true only where both hold the same characters; false where one is NULL. Two empty texts
 * are equal: check first that your secret is set.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: secrets.compare_digest of two str.
 */
CSECRETS_NODISCARD
bool csecrets_equal_text(const char *a,
                         const char *b);

/**
 * Finds the first row of an array that equals a needle, in a time that does not tell which it was.
 *
 * out     receives the row's index
 * needle  size bytes, such as a token's hash; may be NULL where size is 0
 * base    count rows of size bytes each; may be NULL where there are none
 * count   rows, each of which is looked at
 * size    bytes of a row, 1 and up
 *
 * Returns true only where a row holds the same bytes. False, with SIZE_MAX at out, where none does,
 * where a pointer is NULL, where size is 0, or where the array has more than PTRDIFF_MAX bytes.
 * The lengths are not secret, and whether there is such a row is not.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: none; any(secrets.compare_digest(needle, row) for row in rows) stops where it finds it.
 */
CSECRETS_NODISCARD
bool csecrets_find_equal(size_t *out,
                         const void *needle,
                         const void *base,
                         size_t count,
                         size_t size);

/**
 * Overwrites memory with zeros, which no optimiser may leave out.
 *
 * data    nbytes bytes that held a secret; may be NULL
 * nbytes  how many
 *
 * Does nothing where data is NULL or nbytes is above PTRDIFF_MAX.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: none, since its str and bytes can't be changed.
 */
void csecrets_wipe(void *data, size_t nbytes);

/**
 * Writes bytes as lower-case hexadecimal text.
 *
 * out       receives 2 * nbytes digits and a NUL; must not overlap data
 * out_size  bytes at out: at least CSECRETS_HEX_SIZE(nbytes)
 * data      nbytes bytes, which may be secret; may be NULL where nbytes is 0
 * nbytes    how many; 0 gives ""
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
 *   CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_HEX_SIZE(nbytes)
 * After an error out holds ""; where out_size is 0 or above PTRDIFF_MAX it is untouched. The bytes
 * show neither in time nor in the cache.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: bytes.hex.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_hex_encode(char *out,
                                    size_t out_size,
                                    const void *data,
                                    size_t nbytes);

/**
 * Reads the bytes that hexadecimal text, in either case, spells, of which each value has one spelling.
 *
 * out       receives the bytes; must not overlap text; may be NULL where out_size is 0
 * out_size  bytes at out: at least text_len / 2, rounded down
 * out_len   receives how many bytes the text spells
 * text      text_len characters, which may be secret; may be NULL where text_len is 0
 * text_len  how many; a NUL is not one of them
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not 0
 *   CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below text_len / 2
 *   CSECRETS_ERR_MALFORMED         a character is no digit, or text_len is odd
 * What lies at out behind the bytes is zero. After an error out holds out_size zeros and out_len 0;
 * where out_size is above PTRDIFF_MAX out is untouched. Of the characters only OK or MALFORMED
 * shows, at the end.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: bytes.fromhex, which also skips white space.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_hex_decode(void *out,
                                    size_t out_size,
                                    size_t *out_len,
                                    const char *text,
                                    size_t text_len);

/**
 * Writes bytes as base64url text without padding: letters, digits, '-' and '_'.
 *
 * out       receives ceil(4 * nbytes / 3) characters and a NUL; must not overlap data
 * out_size  bytes at out: at least CSECRETS_URLSAFE_SIZE(nbytes)
 * data      nbytes bytes, which may be secret; may be NULL where nbytes is 0
 * nbytes    how many; 0 gives ""
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      out or data is NULL and its size is not 0
 *   CSECRETS_ERR_TOO_LARGE         out_size or nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_URLSAFE_SIZE(nbytes)
 * After an error out holds ""; where out_size is 0 or above PTRDIFF_MAX it is untouched. The bytes
 * show neither in time nor in the cache.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: base64.urlsafe_b64encode(data).rstrip(b'='). The encoding is that of RFC 4648, section 5.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_urlsafe_encode(char *out,
                                        size_t out_size,
                                        const void *data,
                                        size_t nbytes);

/**
 * Reads the bytes that base64url text without padding spells, of which each value has one spelling.
 *
 * out       receives the bytes; must not overlap text; may be NULL where out_size is 0
 * out_size  bytes at out: at least 3 * text_len / 4, rounded down
 * out_len   receives how many bytes the text spells
 * text      text_len characters, which may be secret; may be NULL where text_len is 0
 * text_len  how many; a NUL is not one of them
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      out_len is NULL, or out or text is and its length is not 0
 *   CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below 3 * text_len / 4
 *   CSECRETS_ERR_MALFORMED         a character is not of the alphabet ('=', '+', '/' and white space
 *                                  are not), text_len is 1 more than a multiple of 4, or the last
 *                                  character has bits that belong to no byte
 * What lies at out behind the bytes is zero. After an error out holds out_size zeros and out_len 0;
 * where out_size is above PTRDIFF_MAX out is untouched. Of the characters only OK or MALFORMED
 * shows, at the end.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: base64.urlsafe_b64decode, which also takes other spellings.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_urlsafe_decode(void *out,
                                        size_t out_size,
                                        size_t *out_len,
                                        const char *text,
                                        size_t text_len);

/**
 * Tells the size of an API key, as CSECRETS_API_KEY_SIZE does.
 *
 * prefix_len  characters of the prefix
 *
 * Returns prefix_len + 38, which counts the NUL; SIZE_MAX where that overflows.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 */
CSECRETS_NODISCARD size_t csecrets_api_key_size(size_t prefix_len);

/**
 * Writes a new API key: the prefix, '_', 30 random letters and digits, and 6 that check them.
 *
 * The checksum is the CRC-32 of the 30, in base62 digits 0-9A-Za-z: scanners for leaked keys know
 * the layout. The 30 have 178 bits of strength.
 *
 * out       receives the key and a NUL
 * out_size  bytes at out: at least CSECRETS_API_KEY_SIZE(strlen(prefix))
 * prefix    whose key it is, such as "acme" or "acme_test": a letter, then letters and digits, in
 *           parts between single '_'; at most 32 characters
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         prefix is NULL, or out is and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE            out_size is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT     prefix is not as said
 *   CSECRETS_ERR_BUFFER_TOO_SMALL     out_size is below CSECRETS_API_KEY_SIZE(strlen(prefix))
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_ENTROPY_BROKEN       the system's randomness repeats itself
 * After an error out holds "", and no character is left behind it; where out_size is 0 or above
 * PTRDIFF_MAX it is untouched. The prefix is not secret; which characters were drawn shows neither
 * in time nor in the cache.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: none. Store csecrets_token_hash() of the key, not the key.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_api_key(char *out,
                                 size_t out_size,
                                 const char *prefix);

/**
 * Tells whether a text could be an API key: finds typing errors before a database is asked.
 *
 * It proves nothing, since anybody can compute a checksum. Compare the answer with CSECRETS_OK, then
 * look the key up by its hash.
 *
 * key      key_len characters; may be NULL where key_len is 0
 * key_len  how many; a NUL is not one of them
 * prefix   the prefix it must have, as csecrets_api_key() takes it; NULL for any
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      key is NULL and key_len is not 0
 *   CSECRETS_ERR_TOO_LARGE         key_len is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT  prefix is one that no key can have
 *   CSECRETS_ERR_MALFORMED         key is not of the layout, or what comes before its last '_' is
 *                                  not prefix
 *   CSECRETS_ERR_BAD_CHECKSUM      a character is wrong
 * Of the characters behind the prefix only the answer shows.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: none.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_api_key_check(const char *key,
                                       size_t key_len,
                                       const char *prefix);

/**
 * Tells the size of a signed token, as CSECRETS_SIGN_TOKEN_SIZE does.
 *
 * nbytes  bytes of its payload
 *
 * Returns CSECRETS_URLSAFE_SIZE(nbytes + 41), which counts the NUL; SIZE_MAX where that overflows.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 */
CSECRETS_NODISCARD
size_t csecrets_sign_token_size(size_t nbytes);

/**
 * Writes a token that carries a payload, which nobody without the key can make or change.
 *
 * It is signed, not encrypted: who holds it can read the payload. It can't be taken back before it
 * expires. The text is url-safe: letters, digits, '-' and '_'.
 *
 * out         receives the token and a NUL; must not overlap what is signed
 * out_size    bytes at out: at least CSECRETS_SIGN_TOKEN_SIZE(nbytes)
 * key         key_len random bytes, from csecrets_token_bytes_or_abort(), or with its status checked:
 *             a draw that failed leaves zeros, which everybody can sign with
 * key_len     how many, at least 32
 * purpose     what the token is good for, such as "password reset", at least one character: a token
 *             of one purpose is refused for every other
 * payload     nbytes bytes; may be NULL where nbytes is 0
 * nbytes      how many
 * expires_at  the second since 1970 in which it is no longer good: 1 to 253402300799, which is the
 *             end of the year 9999; or CSECRETS_NEVER_EXPIRES
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      purpose is NULL, or another pointer is and its size is not 0
 *   CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_SIGN_TOKEN_SIZE(nbytes)
 *   CSECRETS_ERR_INVALID_ARGUMENT  purpose is empty, or expires_at no such second
 *   CSECRETS_ERR_WEAK              key_len is below 32
 * After an error out holds ""; where out_size is 0 or above PTRDIFF_MAX it is untouched. The key
 * shows neither in time nor in the cache; purpose, payload and expiry are not secret.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 * Python: none; itsdangerous and django.core.signing are like it.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_sign_token(char *out,
                                    size_t out_size,
                                    const void *key,
                                    size_t key_len,
                                    const char *purpose,
                                    const void *payload,
                                    size_t nbytes,
                                    int64_t expires_at);

/**
 * Checks a signed token, and only then gives out its payload.
 *
 * Compare the answer with CSECRETS_OK: errors are not 0, and would pass for true.
 *
 * payload       receives the payload; must not overlap token; may be NULL where payload_size is 0
 * payload_size  bytes at payload: at least 3 * token_len / 4 - 41, the quotient rounded down, which
 *               is just as long as the payload
 * payload_len   receives how many bytes the payload has
 * token         token_len characters; may be NULL where token_len is 0
 * token_len     how many; a NUL is not one of them
 * purpose       the purpose that it must have been signed for
 * keys          key_count keys, the one in use and those before it; each is tried
 * key_count     how many, 1 and up
 * now           the time, as time(NULL) tells it
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      payload_len or purpose is NULL, or another pointer, or one in
 *                                  keys, is and its size is not 0
 *   CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT  key_count is 0, purpose empty, or now below 1, as of a clock
 *                                  that failed
 *   CSECRETS_ERR_MALFORMED         token is not of the format
 *   CSECRETS_ERR_WEAK              a key has fewer than 32 bytes
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  payload_size is below what token_len implies, which says nothing
 *                                  of who made the token
 *   CSECRETS_ERR_BAD_SIGNATURE     no key vouches for it: it was forged or changed, or is for
 *                                  another purpose
 *   CSECRETS_ERR_EXPIRED           a key vouches for it, but now is not before its expiry
 * What lies at payload behind it is zero. After an error payload holds payload_size zeros and
 * payload_len 0; where payload_size is above PTRDIFF_MAX payload is untouched. Neither the keys nor
 * which one it was show in time or in the cache.
 * Thread-safe, async-signal-safe and fork-safe; never blocks and draws nothing.
 * Python: none; itsdangerous and django.core.signing are like it.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_verify_token(void *payload,
                                      size_t payload_size,
                                      size_t *payload_len,
                                      const char *token,
                                      size_t token_len,
                                      const char *purpose,
                                      const struct csecrets_span *keys,
                                      size_t key_count,
                                      int64_t now);

/**
 * Hashes a token, so that a stolen database holds none.
 *
 * For tokens with enough entropy, such as those of this library: a password can be guessed from its
 * hash, and wants csecrets_pbkdf2_sha256() or Argon2.
 *
 * out     receives CSECRETS_TOKEN_HASH_SIZE bytes, the token's SHA-256; must not overlap token
 * token   nbytes bytes; of a text, without its NUL
 * nbytes  how many, 1 and up
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      out is NULL, or token is and nbytes is not 0
 *   CSECRETS_ERR_TOO_LARGE         nbytes is above PTRDIFF_MAX
 *   CSECRETS_ERR_INVALID_ARGUMENT  nbytes is 0: the token was never set
 * After an error out holds zeros. The token shows neither in time nor in the cache.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: hashlib.sha256(token).digest().
 */
CSECRETS_NODISCARD
csecrets_status csecrets_token_hash(uint8_t *out,
                                    const void *token,
                                    size_t nbytes);

/**
 * Tells whether a token is the one whose hash was stored, in a time that does not show how nearly.
 *
 * hash    CSECRETS_TOKEN_HASH_SIZE bytes from csecrets_token_hash()
 * token   nbytes bytes; of a text, without its NUL
 * nbytes  how many; an empty token never matches
 *
 * Returns true only where the token has this hash; false where a pointer is NULL, or where nbytes is
 * 0 or above PTRDIFF_MAX.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: secrets.compare_digest(hash, hashlib.sha256(token).digest()).
 */
CSECRETS_NODISCARD
bool csecrets_token_matches(const uint8_t *hash,
                            const void *token,
                            size_t nbytes);

/**
 * Derives a key from a password, slowly, so that guessing takes as long.
 *
 * out           receives nbytes bytes; must not overlap password or salt
 * nbytes        how many, 1 and up; 32 to store a password
 * password      password_len bytes; may be NULL where password_len is 0
 * password_len  how many; of a text, without its NUL
 * salt          salt_len bytes from csecrets_token_bytes(), new for each password, stored with the
 *               key; may be NULL where salt_len is 0
 * salt_len      how many; 16 and up
 * iterations    1 and up; 600000 is OWASP's figure of 2023
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      a pointer is NULL and its length is not 0
 *   CSECRETS_ERR_TOO_LARGE         a length is above PTRDIFF_MAX, or nbytes above (2^32 - 1) * 32
 *   CSECRETS_ERR_INVALID_ARGUMENT  nbytes or iterations is 0
 * After an error out holds nbytes zeros; after TOO_LARGE for nbytes it is untouched. The password
 * shows neither in time nor in the cache; lengths and iterations are not secret.
 * Thread-safe, async-signal-safe and fork-safe; never blocks, but takes its time.
 * Python: hashlib.pbkdf2_hmac('sha256', password, salt, iterations, nbytes).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_pbkdf2_sha256(void *out,
                                       size_t nbytes,
                                       const void *password,
                                       size_t password_len,
                                       const void *salt,
                                       size_t salt_len,
                                       uint32_t iterations);

/**
 * Draws a UUID of version 4, which has 122 random bits.
 *
 * out  receives CSECRETS_UUID_SIZE bytes
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds zeros.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: uuid.uuid4().bytes. The layout is that of RFC 9562.
 */
CSECRETS_NODISCARD csecrets_status csecrets_uuid4(uint8_t *out);

/**
 * Draws a UUID of version 7: the time, and 74 random bits. It tells everybody when it was made.
 *
 * out      receives CSECRETS_UUID_SIZE bytes
 * unix_ms  milliseconds since 1970, below 2^48
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     unix_ms is 2^48 or above
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds zeros. Two of the same millisecond come in any order:
 * csecrets_uuid7_after() gives them one.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: uuid.uuid7().bytes, from 3.14 on. The layout is that of RFC 9562.
 */
CSECRETS_NODISCARD csecrets_status csecrets_uuid7(uint8_t *out, uint64_t unix_ms);

/**
 * Draws a UUID of version 7 that memcmp() finds above another one, whatever the clock does.
 *
 * Where unix_ms is later than the time of previous, it is a fresh one. Otherwise its 74 random bits
 * are those of previous and a random number from 1 to 2^32; what they carry moves the time to the
 * next millisecond.
 *
 * out       receives CSECRETS_UUID_SIZE bytes; may be previous
 * previous  CSECRETS_UUID_SIZE bytes: the one before, or zeros where there is none yet
 * unix_ms   milliseconds since 1970, below 2^48
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out or previous is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     unix_ms is 2^48 or above, or previous not of version 7
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 *   CSECRETS_ERR_TOO_LARGE            there is no later millisecond to carry to
 * After an error out holds zeros, and so does previous where it is the same.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Threads that share previous need a lock of their own.
 * Python: none; its uuid.uuid7 counts in a hidden state. This is method 2 of RFC 9562, section 6.2.
 */
CSECRETS_NODISCARD
csecrets_status csecrets_uuid7_after(uint8_t *out,
                                     const uint8_t *previous,
                                     uint64_t unix_ms);

/**
 * Writes a UUID as text, in lower case, such as 017f22e2-79b0-7cc3-98c4-dc0c0c07398f.
 *
 * out       receives 36 characters and a NUL; must not overlap uuid
 * out_size  bytes at out: at least CSECRETS_UUID_TEXT_SIZE
 * uuid      CSECRETS_UUID_SIZE bytes, of any version
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER      uuid is NULL, or out is and out_size is not 0
 *   CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX
 *   CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_UUID_TEXT_SIZE
 * After an error out holds ""; where out_size is 0 or above PTRDIFF_MAX it is untouched.
 * Thread-safe, async-signal-safe and fork-safe; never blocks.
 * Python: str(uuid.UUID(bytes=...)).
 */
CSECRETS_NODISCARD
csecrets_status csecrets_uuid_text(char *out,
                                   size_t out_size,
                                   const uint8_t *uuid);

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* CSECRETS_H */
