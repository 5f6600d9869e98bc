/* aes256.h - AES-256 (FIPS 197) in the open: its round keys, and the stream that a draw is expanded
 *            to */
#ifndef AES256_H
#define AES256_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { AES_KEY = 32, AES_BLOCK = 16, AES_ROUND_KEYS = 15 * AES_BLOCK };

static inline unsigned char multiplied(unsigned char a, unsigned char b)
{
    unsigned char product = 0;
    for (; b; b >>= 1) {
        product ^= b & 1 ? a : 0;
        a = (unsigned char)(a << 1 ^ (a >> 7) * 0x1B);
    }
    return product;
}

static inline unsigned char substitute(unsigned char byte)
{
    static unsigned char box[256];
    for (unsigned i = 0; i < 256 && box[255] == 0; i++) {
        unsigned char inverse = 1; /* i to the power of 254 */
        for (unsigned j = 0; j < 254; j++)
            inverse = multiplied(inverse, (unsigned char)i);
        box[i] = 0x63;
        for (unsigned j = 0; j < 5; j++)
            box[i] ^= (unsigned char)(inverse << j | inverse >> (8 - j));
    }
    return box[byte];
}

static inline void aes256_round_keys(unsigned char *keys, const unsigned char *key)
{
    unsigned char constant = 1;
    memcpy(keys, key, AES_KEY);
    for (unsigned char *at = keys + AES_KEY; at < keys + AES_ROUND_KEYS; at += 4) {
        const size_t place = (size_t)(at - keys) % AES_KEY;
        for (size_t i = 0; i < 4; i++) {
            const unsigned char last = place == 0 ? at[(i + 1) % 4 - 4] : at[i - 4];
            at[i] = at[i - AES_KEY] ^ (place % AES_BLOCK == 0 ? substitute(last) : last);
        }
        if (place == 0) {
            at[0] ^= constant;
            constant = multiplied(constant, 2);
        }
    }
}

static inline void aes256_encrypt(unsigned char *block, const unsigned char *keys)
{
    unsigned char s[AES_BLOCK];
    for (size_t round = 0; round < 15; round++) {
        for (size_t i = 0; i < AES_BLOCK && round > 0; i++)
            s[i] = substitute(block[(i + i % 4 * 4) % AES_BLOCK]);
        for (size_t i = 0; i < AES_BLOCK && round > 0; i++) {
            const unsigned char *column = s + i / 4 * 4;
            block[i] = round == 14 ? s[i]
                                   : multiplied(s[i], 2) ^ multiplied(column[(i + 1) % 4], 3) ^
                                         column[(i + 2) % 4] ^ column[(i + 3) % 4];
        }
        for (size_t i = 0; i < AES_BLOCK; i++)
            block[i] ^= keys[AES_BLOCK * round + i];
    }
}

/* Fills out with the encryptions of 0, 1, 2, ... in little endian. */
static inline void aes256_stream(unsigned char *out, size_t nbytes, const unsigned char *key)
{
    unsigned char keys[AES_ROUND_KEYS];
    aes256_round_keys(keys, key);
    for (size_t at = 0; at < nbytes; at += AES_BLOCK) {
        unsigned char block[AES_BLOCK] = {0};
        for (size_t i = 0; i < 8; i++)
            block[i] = (unsigned char)((uint64_t)at / AES_BLOCK >> 8 * i);
        aes256_encrypt(block, keys);
        memcpy(out + at, block, nbytes - at < AES_BLOCK ? nbytes - at : AES_BLOCK);
    }
}

#endif
