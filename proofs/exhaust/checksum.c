/* checksum.c - every CRC-32 that an API key can have, as six base62 digits
 *
 * binary/checksum.py proves that a key's acceptance depends on its random characters through their
 * CRC alone; here is a key for each CRC. Its first characters are of "01234567", which differ in
 * three bits that may be set in any way: bits that change the CRC in ways that are independent,
 * 32 of them, lead to every CRC. */
#include "exhaust.h"

enum { RANDOM = 30, CHECKSUM = 6, BITS = 32 };

static const char digits[] = CSECRETS_ALPHABET_BASE62;

/* zlib's, bit by bit. */
static uint32_t crc32(const char *text)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < RANDOM; i++) {
        crc ^= (unsigned char)text[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

struct bit {
    size_t place;
    unsigned char value;
    uint32_t change; /* of the CRC, where the bit is set */
};

static struct bit bits[BITS];

/* Picks bits whose changes are independent; false where there are too few. */
static bool pick_bits(void)
{
    uint32_t reduced[BITS] = {0};
    char text[RANDOM + 1];
    int found = 0;
    memset(text, '0', RANDOM);
    const uint32_t nothing = crc32(text);
    for (size_t i = 0; i < 3 * RANDOM && found < BITS; i++) {
        const struct bit bit = {i / 3, (unsigned char)(1 << i % 3), 0};
        text[bit.place] ^= (char)bit.value;
        const uint32_t change = crc32(text) ^ nothing;
        text[bit.place] ^= (char)bit.value;
        uint32_t rest = change;
        for (int j = BITS - 1; j >= 0 && rest; j--)
            if (rest >> j & 1) {
                if (!reduced[j]) {
                    reduced[j] = rest;
                    bits[found] = bit;
                    bits[found++].change = change;
                    break;
                }
                rest ^= reduced[j];
            }
    }
    return found == BITS;
}

/* The key whose bits are set as those of `set`. */
static void write_key(char key[RANDOM + CHECKSUM], uint64_t set, uint32_t *crc)
{
    memset(key, '0', RANDOM);
    for (int i = 0; i < BITS; i++)
        if (set >> i & 1) {
            key[bits[i].place] ^= (char)bits[i].value;
            *crc ^= bits[i].change;
        }
}

static uint64_t checks(uint64_t first, uint64_t end, uint64_t step)
{
    char key[3 + RANDOM + CHECKSUM] = "a_";
    char *random = key + 2, *sum = random + RANDOM;
    uint64_t wrong = 0;
    memset(random, '0', RANDOM);
    const uint32_t nothing = crc32(random);
    for (uint64_t set = first; set < end; set += step) {
        uint32_t crc = nothing;
        write_key(random, set, &crc);
        uint32_t rest = crc ^ (flawed && set % 1000 == 0);
        for (int i = CHECKSUM - 1; i >= 0; i--, rest /= 62)
            sum[i] = digits[rest % 62];
        wrong += csecrets_api_key_check(key, sizeof key - 1, "a") != CSECRETS_OK;
    }
    return wrong;
}

int main(int argc, char **argv)
{
    if (!pick_bits())
        return 2;
    exhaust("api_key_check, CRCs", UINT64_C(1) << 32, step_of(argc, argv), 1, checks);
    return failed;
}
