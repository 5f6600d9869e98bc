/* urlsafe.c - base64url: every group of three bytes at every place of a block, there and back; and
 *             every group of four characters, whichever they are */
#include "exhaust.h"

static const char alphabet[] = CSECRETS_ALPHABET_URLSAFE64;

static char letter(unsigned digit)
{
    return flawed && digit == 62 ? '+' : alphabet[digit];
}

/* Sixteen groups make the block that is spelled at once; each takes all values, one after the other. */
enum { GROUPS = 16 };

static uint64_t encodes(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t value = first; value < end; value += step) {
        unsigned char data[3 * GROUPS], back[3 * GROUPS];
        char text[4 * GROUPS + 1], expected[4 * GROUPS + 1] = "";
        for (unsigned i = 0; i < GROUPS; i++) {
            const unsigned group = (unsigned)(value + i * 0x9E377u) & 0xFFFFFF;
            for (unsigned j = 0; j < 3; j++)
                data[3 * i + j] = (unsigned char)(group >> (16 - 8 * j));
            for (unsigned j = 0; j < 4; j++)
                expected[4 * i + j] = letter(group >> (18 - 6 * j) & 63);
        }
        size_t length;
        wrong += csecrets_urlsafe_encode(text, sizeof text, data, sizeof data) != CSECRETS_OK ||
                 memcmp(text, expected, sizeof text) != 0 ||
                 csecrets_urlsafe_decode(back, sizeof back, &length, text, sizeof text - 1) !=
                     CSECRETS_OK ||
                 length != sizeof data || memcmp(back, data, sizeof data) != 0;
    }
    return wrong;
}

static uint64_t decodes(uint64_t first, uint64_t end, uint64_t step)
{
    int digits[256];
    uint64_t wrong = 0;
    memset(digits, -1, sizeof digits);
    for (unsigned digit = 0; digit < 64; digit++)
        digits[(unsigned char)alphabet[digit]] = (int)digit;
    if (flawed)
        digits[0] = 0;
    for (uint64_t value = first; value < end; value += step) {
        const unsigned char text[4] = {(unsigned char)(value >> 24), (unsigned char)(value >> 16),
                                       (unsigned char)(value >> 8), (unsigned char)value};
        const int a = digits[text[0]], b = digits[text[1]], c = digits[text[2]],
                  d = digits[text[3]];
        const bool right = (a | b | c | d) >= 0;
        const uint32_t spelled = right ? (uint32_t)(a << 18 | b << 12 | c << 6 | d) : 0;
        unsigned char out[3];
        size_t length;
        const csecrets_status status =
            csecrets_urlsafe_decode(out, sizeof out, &length, (const char *)text, sizeof text);
        wrong += status != (right ? CSECRETS_OK : CSECRETS_ERR_MALFORMED) ||
                 length != (right ? 3 : 0) ||
                 (uint32_t)(out[0] << 16 | out[1] << 8 | out[2]) != spelled;
    }
    return wrong;
}

int main(int argc, char **argv)
{
    const uint64_t step = step_of(argc, argv);
    exhaust("base64url, groups of three bytes at 16 places", 1 << 24, 1, GROUPS, encodes);
    exhaust("base64url, groups of four characters", UINT64_C(1) << 32, step, 1, decodes);
    return failed;
}
