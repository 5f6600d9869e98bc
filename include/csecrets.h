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
 * - All or nothing: after an error no output holds anything that could pass for a result. Bytes are
 *   zero, texts "", unsigned integers and indices all ones, signed ones INT64_MIN, reals NaN.
 *   A length above PTRDIFF_MAX is not believed: the output that it describes is not touched.
 * - Arguments are checked in this order: NULL pointers, lengths that no object can have, outputs
 *   that are too small, other values. A refused call draws nothing.
 * - NULL is refused, never followed; NULL with a length of 0 is fine. Outputs must not overlap inputs.
 * - There is no set-up call, no allocation, no lock, no hidden state. Call from any thread, from signal
 *   handlers, before or after fork. errno is left as it was.
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

/* Bytes of randomness in a token where nothing speaks for another number: Python's default. */
#define CSECRETS_DEFAULT_ENTROPY 32

/* Size of a text, with its NUL, that spells nbytes bytes; for a number that is not constant,
 * csecrets_hex_size() and csecrets_urlsafe_size() also see an overflow. */
#define CSECRETS_HEX_SIZE(nbytes) (sizeof(char) * 2u * (nbytes) + 1u)
#define CSECRETS_URLSAFE_SIZE(nbytes) ((sizeof(char) * 4u * (nbytes) + 2u) / 3u + 1u)

/* Alphabets for csecrets_token_alphabet(). BASE32 and URLSAFE64 are those of RFC 4648, CROCKFORD32
 * is Douglas Crockford's, BASE58 Bitcoin's: no character looks like another. */
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
    CSECRETS_ERR_ENTROPY_BROKEN = -6        /* the system's randomness repeats itself */
};

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
 * nbytes    random bytes, each two digits; 0 gives ""
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
 * nbytes    random bytes, about 1.3 characters each; 0 gives ""
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
 * Draws an integer of a number of random bits.
 *
 * out   receives the integer, from 0 to 2^bits - 1
 * bits  0 to 64; 0 gives 0
 *
 * Returns CSECRETS_OK, or
 *   CSECRETS_ERR_NULL_POINTER         out is NULL
 *   CSECRETS_ERR_INVALID_ARGUMENT     bits is above 64
 *   CSECRETS_ERR_ENTROPY_UNAVAILABLE  the system gave no randomness
 * After an error out holds UINT64_MAX.
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
 * After an error out holds INT64_MIN.
 * Thread-safe, async-signal-safe and fork-safe; blocks only until the kernel is seeded at boot.
 * Python: random.SystemRandom.randint.
 */
CSECRETS_NODISCARD csecrets_status csecrets_randint(int64_t *out, int64_t low, int64_t high);

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
 * size   bytes of an element, 1 and up
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
 * size   bytes of an element, 1 and up
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
 * size   bytes of an element, 1 and up
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
 * size   bytes of an element, 1 and up
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

#ifdef __cplusplus
} /* extern "C" */
#endif

#endif /* CSECRETS_H */
