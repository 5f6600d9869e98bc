/* codec.c - hexadecimal, base32 and UUIDs: every pair of bytes and every character, at every place */
#include "exhaust.h"

/* Two blocks and a half of hexadecimal; six groups of base32 and a part of one, which two blocks of
 * its characters do not hold. */
enum { HEX_NBYTES = 80, BASE32_NBYTES = 33, MOST_CHARS = 2 * HEX_NBYTES };

typedef csecrets_status encode(char *, size_t, const void *, size_t);
typedef csecrets_status decode(void *, size_t, size_t *, const char *, size_t);

static char letter(const char *alphabet, unsigned digit)
{
    return flawed && digit == 13 ? '=' : alphabet[digit];
}

/* Text by the definition: digits of so many bits, the last filled up with zeros. */
static void spell(char *text, const unsigned char *data, size_t nbytes, unsigned bits,
                  const char *alphabet)
{
    unsigned rest = 0, kept = 0;
    for (size_t i = 0; i < nbytes; i++) {
        rest = rest << 8 | data[i];
        for (kept += 8; kept >= bits; kept -= bits)
            *text++ = letter(alphabet, rest >> (kept - bits) & ((1u << bits) - 1));
        rest &= 0xFF;
    }
    if (kept > 0)
        *text++ = letter(alphabet, rest << (bits - kept) & ((1u << bits) - 1));
    *text = '\0';
}

/* An input is a pair of bytes and its place; all others are what the pair gives too. */
static void place_pair(unsigned char *data, size_t nbytes, uint64_t input)
{
    const size_t place = (size_t)(input >> 16) % (nbytes - 1);
    for (size_t i = 0; i < nbytes; i++)
        data[i] = (unsigned char)(input * (2 * i + 1) >> 5);
    data[place] = (unsigned char)(input >> 8);
    data[place + 1] = (unsigned char)input;
}

/* Whether bytes become the text of the definition, and the same bytes again. */
static bool is_right(encode *there, decode *back, const unsigned char *data, size_t nbytes,
                     unsigned bits, const char *alphabet)
{
    unsigned char again[HEX_NBYTES];
    char text[MOST_CHARS + 1], expected[MOST_CHARS + 1];
    size_t length;
    spell(expected, data, nbytes, bits, alphabet);
    return there(text, sizeof text, data, nbytes) == CSECRETS_OK && strcmp(text, expected) == 0 &&
           back(again, sizeof again, &length, text, strlen(text)) == CSECRETS_OK &&
           length == nbytes && memcmp(again, data, nbytes) == 0;
}

/* Texts of nbytes bytes, in characters of so many bits. */
static uint64_t texts(uint64_t first, uint64_t end, uint64_t step, size_t nbytes, encode *there,
                      decode *back, unsigned bits, const char *alphabet)
{
    uint64_t wrong = 0;
    for (uint64_t input = first; input < end; input += step) {
        unsigned char data[HEX_NBYTES];
        place_pair(data, nbytes, input);
        wrong += !is_right(there, back, data, nbytes, bits, alphabet);
    }
    return wrong;
}

static uint64_t hexes(uint64_t first, uint64_t end, uint64_t step)
{
    return texts(first, end, step, HEX_NBYTES, csecrets_hex_encode, csecrets_hex_decode, 4,
                 CSECRETS_ALPHABET_HEX);
}

static uint64_t base32s(uint64_t first, uint64_t end, uint64_t step)
{
    return texts(first, end, step, BASE32_NBYTES, csecrets_base32_encode, csecrets_base32_decode, 5,
                 CSECRETS_ALPHABET_BASE32);
}

static uint64_t uuids(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t input = first; input < end; input += step) {
        unsigned char uuid[16];
        char text[37], digits[33], expected[37];
        place_pair(uuid, sizeof uuid, input);
        spell(digits, uuid, sizeof uuid, 4, CSECRETS_ALPHABET_HEX);
        snprintf(expected, sizeof expected, "%.8s-%.4s-%.4s-%.4s-%.12s", digits, digits + 8,
                 digits + 12, digits + 16, digits + 20);
        wrong += csecrets_uuid_text(text, sizeof text, uuid) != CSECRETS_OK ||
                 strcmp(text, expected) != 0;
    }
    return wrong;
}

int main(int argc, char **argv)
{
    (void)step_of(argc, argv);
    exhaust("hexadecimal, pairs of bytes at 79 places", (HEX_NBYTES - 1) << 16, 1, 1, hexes);
    exhaust("base32, pairs of bytes at 32 places", (BASE32_NBYTES - 1) << 16, 1, 1, base32s);
    exhaust("uuid_text, pairs of bytes at 15 places", 15 << 16, 1, 1, uuids);
    return failed;
}
