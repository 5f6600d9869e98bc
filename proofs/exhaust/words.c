/* words.c - which words stand for which integers and characters: every word with every bound
 *
 * getrandom gives one word, and then the highest for ever, which no bound throws away: a second draw
 * shows that the first word was. The definition is Lemire's, by division; that all values have
 * equally many words is proved in lemire.v, and counted here. */
#include "exhaust.h"

#include <sys/types.h>

static uint64_t word;
static size_t width;
static unsigned draws;

/* These stand before libc's: words as wide as the draw, and no vDSO that would give others. */
ssize_t getrandom(void *out, size_t size, unsigned flags)
{
    (void)flags;
    width = size;
    if (draws++ > 0)
        memset(out, 0xFF, size);
    else
        for (size_t i = 0; i < size; i++)
            ((unsigned char *)out)[i] = (unsigned char)(word >> 8 * (i % sizeof word));
    return (ssize_t)size;
}

unsigned long getauxval(unsigned long type)
{
    (void)type;
    return 0;
}

/* Whether `word`, of at most 32 bits, is kept for a bound, and what it stands for. */
static bool is_kept(size_t bytes, uint64_t bound, uint64_t *value)
{
    const uint64_t words = UINT64_C(1) << 8 * bytes, product = word * bound;
    *value = (product >> 8 * bytes) + (flawed && word % 1000 == 7);
    return (product & (words - 1)) >= words % bound;
}

/* Whether randbelow takes the word as it must. */
static bool takes(uint64_t bound)
{
    uint64_t value, expected;
    draws = 0;
    const csecrets_status status = csecrets_randbelow(&value, bound);
    const bool kept = is_kept(width, bound, &expected);
    return status == CSECRETS_OK && draws == (kept ? 1 : 2) &&
           value == (kept ? expected : bound - 1);
}

/* An input is a bound of 2 to 255 and a 16-bit word. */
static uint64_t small_bounds(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t input = first; input < end; input += step) {
        const uint64_t bound = (input >> 16) + 2;
        word = input & 0xFFFF;
        wrong += !takes(bound) || width != 2;
    }
    return wrong;
}

/* The words on both sides of where the first, the second, the middle and the last value begin and
 * end, for every bound below 2^24. */
static uint64_t edges(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t bound = first; bound < end; bound += step) {
        if (bound < 0x100)
            continue;
        const uint64_t words = UINT64_C(1) << 32, values[4] = {0, 1, bound / 2, bound - 1};
        for (int i = 0; i < 4; i++) {
            const uint64_t from =
                (values[i] * words + words % bound + bound - 1) / bound, to = from + words / bound;
            const uint64_t near[4] = {from - 1, from, to - 1, to};
            for (int j = 0; j < 4; j++) {
                word = near[j] & 0xFFFFFFFF;
                wrong += !takes(bound) || width != 4;
            }
        }
    }
    return wrong;
}

/* Every 32-bit word for one bound. */
static uint64_t below_1000(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (word = first; word < end; word += step)
        wrong += !takes(1000) || width != 4;
    return wrong;
}

static const char printable[] = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

/* An input is an alphabet of 2 to 95 characters and a byte. */
static uint64_t alphabets(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t input = first; input < end; input += step) {
        const size_t size = (size_t)(input >> 8) + 2;
        char alphabet[96] = "", text[2];
        uint64_t digit;
        /* Backwards, so that no two characters are neighbours in their order. */
        for (size_t i = 0; i < size; i++)
            alphabet[i] = printable[94 - i];
        word = (input & 0xFF) | UINT64_C(0xFFFFFFFFFFFFFF00);
        draws = 0;
        const csecrets_status status = csecrets_token_alphabet(text, sizeof text, 1, alphabet);
        word &= 0xFF;
        const bool kept = is_kept(1, size, &digit);
        wrong += status != CSECRETS_OK || text[0] != alphabet[kept ? digit : size - 1];
    }
    return wrong;
}

/* Equally many words for each value: an input is a bound, whose words are all tried. */
static uint64_t uneven(uint64_t first, uint64_t end, uint64_t step)
{
    uint64_t wrong = 0;
    for (uint64_t bound = first + 2; bound < end + 2; bound += step) {
        uint64_t counts[256] = {0}, value;
        for (word = 0; word < 1 << 16; word++) {
            draws = 0;
            if (csecrets_randbelow(&value, bound) == CSECRETS_OK && draws == 1)
                counts[value]++;
        }
        for (uint64_t i = 0; i < bound; i++)
            wrong += counts[i] != 65536 / bound + (flawed ? 1 : 0);
    }
    return wrong;
}

int main(int argc, char **argv)
{
    const uint64_t step = step_of(argc, argv);
    exhaust("randbelow, bounds 2 to 255, 16-bit words", 254 << 16, 1, 1, small_bounds);
    exhaust("randbelow, bounds 2 to 255, words of each value counted", 254, 1, 65536, uneven);
    exhaust("randbelow, bounds 256 to 2^24, words where values begin and end", 1 << 24, 1, 16,
            edges);
    exhaust("randbelow(1000), 32-bit words", UINT64_C(1) << 32, step, 1, below_1000);
    exhaust("token_alphabet, alphabets of 2 to 95 characters, bytes", 94 << 8, 1, 1, alphabets);
    return failed;
}
