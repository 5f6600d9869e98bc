/* sha256.h - SHA-256 (FIPS 180-4) in the open: what a library holds while it hashes */
#ifndef SHA256_H
#define SHA256_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct sha256 {
    uint32_t state[8];
    uint32_t schedule[64], with_constants[64]; /* of the last block */
};

/* The first 32 bits of a root's fraction; the constants are those of the first primes. */
static inline uint32_t fraction(double root)
{
    return (uint32_t)((root - floor(root)) * 4294967296.0);
}

static inline unsigned prime_after(unsigned number)
{
    for (;;) {
        bool is_prime = ++number > 1;
        for (unsigned i = 2; i * i <= number; i++)
            is_prime &= number % i != 0;
        if (is_prime)
            return number;
    }
}

static inline void sha256_start(struct sha256 *hash)
{
    for (unsigned i = 0, prime = 0; i < 8; i++)
        hash->state[i] = fraction(sqrt(prime = prime_after(prime)));
}

static inline uint32_t turned(uint32_t word, unsigned bits)
{
    return word >> bits | word << (32 - bits);
}

static inline void sha256_block(struct sha256 *hash, const unsigned char *block)
{
    uint32_t *w = hash->schedule, s[8];
    for (size_t i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
    for (size_t i = 16; i < 64; i++)
        w[i] = w[i - 16] + w[i - 7] +
               (turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ w[i - 15] >> 3) +
               (turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ w[i - 2] >> 10);
    memcpy(s, hash->state, sizeof s);
    for (unsigned i = 0, prime = 0; i < 64; i++) {
        hash->with_constants[i] = w[i] + fraction(cbrt(prime = prime_after(prime)));
        const uint32_t a = s[0], e = s[4];
        const uint32_t sum = s[7] + hash->with_constants[i] + ((e & s[5]) ^ (~e & s[6])) +
                             (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25));
        memmove(s + 1, s, 7 * sizeof s[0]);
        s[4] += sum;
        s[0] = sum + (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) +
               ((a & s[2]) ^ (a & s[3]) ^ (s[2] & s[3]));
    }
    for (size_t i = 0; i < 8; i++)
        hash->state[i] += s[i];
}

/* Pads a message that has room for it; how many bytes the blocks have. */
static inline size_t sha256_pad(unsigned char *message, size_t nbytes)
{
    const size_t size = (nbytes + 9 + 63) / 64 * 64;
    memset(message + nbytes, 0, size - nbytes);
    message[nbytes] = 0x80;
    for (size_t i = 0; i < 8; i++)
        message[size - 1 - i] = (unsigned char)((uint64_t)nbytes * 8 >> 8 * i);
    return size;
}

#endif
