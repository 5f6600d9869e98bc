/* reference.h - SHA-1, SHA-256 and HMAC as FIPS 180-4 and RFC 2104 write them, for comparison: slow, and
 *               in constant time by no means */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* The first 32 bits of the fractional parts of the cube and square roots of the first primes. */
static inline uint32_t root_bits(unsigned prime, bool cube)
{
    /* The largest root with 32 bits of fraction whose power is not above the prime's. */
    unsigned __int128 low = 0, high = (unsigned __int128)32 << 32;
    while (high - low > 1) {
        const unsigned __int128 middle = (low + high) / 2;
        const unsigned __int128 power = cube ? middle * middle * middle : middle * middle;
        *(power <= (unsigned __int128)prime << (cube ? 96 : 64) ? &low : &high) = middle;
    }
    return (uint32_t)low;
}

static inline uint32_t rotated(uint32_t word, unsigned by)
{
    return word >> by | word << (32 - by);
}

static inline uint32_t word_at(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static inline void sha1_block(uint32_t state[8], const uint8_t block[64])
{
    static const uint32_t k[4] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
    uint32_t w[80], s[5];
    for (int i = 0; i < 80; i++)
        w[i] = i < 16 ? word_at(block + 4 * i)
                      : rotated(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 31);
    memcpy(s, state, sizeof s);
    for (int i = 0; i < 80; i++) {
        const uint32_t choice = (s[1] & s[2]) ^ (~s[1] & s[3]), parity = s[1] ^ s[2] ^ s[3],
                       majority = (s[1] & s[2]) ^ (s[1] & s[3]) ^ (s[2] & s[3]);
        const uint32_t mixed = i < 20 ? choice : i >= 40 && i < 60 ? majority : parity;
        const uint32_t next = rotated(s[0], 27) + mixed + s[4] + k[i / 20] + w[i];
        memmove(s + 1, s, 4 * sizeof s[0]);
        s[0] = next;
        s[2] = rotated(s[2], 2);
    }
    for (int i = 0; i < 5; i++)
        state[i] += s[i];
}

static inline const uint32_t *constants_of_sha256(uint32_t start[8])
{
    static uint32_t k[64], first[8];
    for (unsigned number = 2, found = 0; k[63] == 0; number++) {
        bool prime = true;
        for (unsigned i = 2; i * i <= number; i++)
            prime = prime && number % i != 0;
        if (!prime)
            continue;
        if (found < 8)
            first[found] = root_bits(number, false);
        k[found++] = root_bits(number, true);
    }
    if (start)
        memcpy(start, first, sizeof first);
    return k;
}

static inline void sha256_block(uint32_t state[8], const uint8_t block[64])
{
    const uint32_t *k = constants_of_sha256(NULL);
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++)
        w[i] = word_at(block + 4 * i);
    for (int i = 16; i < 64; i++)
        w[i] = w[i - 16] + w[i - 7] +
               (rotated(w[i - 15], 7) ^ rotated(w[i - 15], 18) ^ w[i - 15] >> 3) +
               (rotated(w[i - 2], 17) ^ rotated(w[i - 2], 19) ^ w[i - 2] >> 10);
    memcpy(s, state, sizeof s);
    for (int i = 0; i < 64; i++) {
        const uint32_t one = s[7] + (rotated(s[4], 6) ^ rotated(s[4], 11) ^ rotated(s[4], 25)) +
                             ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i];
        const uint32_t two = (rotated(s[0], 2) ^ rotated(s[0], 13) ^ rotated(s[0], 22)) +
                             ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
        memmove(s + 1, s, 7 * sizeof s[0]);
        s[4] += one;
        s[0] = one + two;
    }
    for (int i = 0; i < 8; i++)
        state[i] += s[i];
}

static inline void digest(uint8_t *out, size_t nwords, uint32_t state[8],
                          void (*block)(uint32_t *, const uint8_t *), const uint8_t *data,
                          size_t nbytes)
{
    uint8_t end[128] = {0};
    const size_t whole = nbytes / 64 * 64, rest = nbytes - whole, last = rest < 56 ? 64 : 128;
    for (size_t i = 0; i < whole; i += 64)
        block(state, data + i);
    if (rest > 0)
        memcpy(end, data + whole, rest);
    end[rest] = 0x80;
    for (unsigned i = 0; i < 8; i++)
        end[last - 1 - i] = (uint8_t)((uint64_t)nbytes * 8 >> 8 * i);
    for (size_t i = 0; i < last; i += 64)
        block(state, end + i);
    for (size_t i = 0; i < 4 * nwords; i++)
        out[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}

static inline void sha1(uint8_t out[20], const uint8_t *data, size_t nbytes)
{
    uint32_t state[8] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    digest(out, 5, state, sha1_block, data, nbytes);
}

static inline void sha256(uint8_t out[32], const uint8_t *data, size_t nbytes)
{
    uint32_t state[8];
    constants_of_sha256(state);
    digest(out, 8, state, sha256_block, data, nbytes);
}

struct hash {
    void (*of)(uint8_t *out, const uint8_t *data, size_t nbytes);
    size_t size;
};

static const struct hash of_sha1 = {sha1, 20}, of_sha256 = {sha256, 32};

static inline void hmac(const struct hash *hash, uint8_t *out, const uint8_t *key, size_t key_len,
                        const uint8_t *data, size_t nbytes)
{
    uint8_t *inner = calloc(1, 64 + nbytes), outer[64 + 32] = {0};
    if (key_len > 64)
        hash->of(outer, key, key_len);
    else if (key_len > 0)
        memcpy(outer, key, key_len);
    for (int i = 0; i < 64; i++) {
        inner[i] = outer[i] ^ 0x36;
        outer[i] ^= 0x5C;
    }
    if (nbytes > 0)
        memcpy(inner + 64, data, nbytes);
    hash->of(outer + 64, inner, 64 + nbytes);
    hash->of(out, outer, 64 + hash->size);
    free(inner);
}

#endif
