/* codec.c - hexadecimal, base32 and UUIDs: every pair of bytes and every character, at every place */
#include "exhaust.h"

/* Two blocks and a half of hexadecimal, twelve groups and a half of base32. */
enum { NBYTES = 80 };

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

static uint64_t hexes(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t input = first; input < end; input += step) {
        unsigned char data[NBYTES], back[NBYTES];
        char text[2 * NBYTES + 1], expected[2 * NBYTES + 1];
        size_t length;
        place_pair(data, NBYTES, input);
        spell(expected, data, NBYTES, 4, CSECRETS_ALPHABET_HEX);
        wrong += csecrets_hex_encode(text, sizeof text, data, NBYTES) != CSECRETS_OK ||
                 strcmp(text, expected) != 0 ||
                 csecrets_hex_decode(back, sizeof back, &length, text, sizeof text - 1) !=
                     CSECRETS_OK ||
                 length != NBYTES || memcmp(back, data, NBYTES) != 0;
    }
    return wrong;
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
    exhaust("hexadecimal, pairs of bytes at 79 places", (NBYTES - 1) << 16, 1, 1, hexes);
    exhaust("uuid_text, pairs of bytes at 15 places", 15 << 16, 1, 1, uuids);
    return failed;
}
