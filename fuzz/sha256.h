/* sha256.h - SHA-256 as FIPS 180-4 writes it, for comparison: slow, and in constant time by no means */
#ifndef SHA256_H
#define SHA256_H

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

static inline void sha256_block(uint32_t state[8], const uint8_t block[64], const uint32_t k[64])
{
    uint32_t w[64], s[8];
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3];
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

static inline void sha256(uint8_t out[32], const uint8_t *data, size_t nbytes)
{
    static uint32_t k[64], start[8];
    for (unsigned number = 2, found = 0; k[63] == 0; number++) {
        bool prime = true;
        for (unsigned i = 2; i * i <= number; i++)
            prime = prime && number % i != 0;
        if (!prime)
            continue;
        if (found < 8)
            start[found] = root_bits(number, false);
        k[found++] = root_bits(number, true);
    }
    uint32_t state[8];
    uint8_t end[128] = {0};
    const size_t whole = nbytes / 64 * 64, rest = nbytes - whole, last = rest < 56 ? 64 : 128;
    memcpy(state, start, sizeof state);
    for (size_t i = 0; i < whole; i += 64)
        sha256_block(state, data + i, k);
    if (rest > 0)
        memcpy(end, data + whole, rest);
    end[rest] = 0x80;
    for (unsigned i = 0; i < 8; i++)
        end[last - 1 - i] = (uint8_t)((uint64_t)nbytes * 8 >> 8 * i);
    for (size_t i = 0; i < last; i += 64)
        sha256_block(state, end + i, k);
    for (unsigned i = 0; i < 32; i++)
        out[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}

/* RFC 2104. */
static inline void hmac_sha256(uint8_t out[32], const uint8_t *key, size_t key_len,
                               const uint8_t *data, size_t nbytes)
{
    uint8_t *inner = calloc(1, 64 + nbytes), outer[64 + 32] = {0};
    if (key_len > 64)
        sha256(outer, key, key_len);
    else if (key_len > 0)
        memcpy(outer, key, key_len);
    for (int i = 0; i < 64; i++) {
        inner[i] = outer[i] ^ 0x36;
        outer[i] ^= 0x5C;
    }
    if (nbytes > 0)
        memcpy(inner + 64, data, nbytes);
    sha256(outer + 64, inner, 64 + nbytes);
    sha256(out, outer, sizeof outer);
    free(inner);
}

#endif
