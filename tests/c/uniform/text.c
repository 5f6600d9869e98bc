/* uniform/text.c - each character of a token is equally likely, the last one too; a character
 *                  chosen by the rest of a byte is found out by the same statistics */
#include "uniform.h"

enum { NCHARS = 1000, ROUNDS = 300 };

typedef void text_draw(char *text, const char *alphabet);

static void library(char *text, const char *alphabet)
{
    CHECK(csecrets_token_alphabet(text, NCHARS + 1, NCHARS, alphabet) == CSECRETS_OK);
}

static void by_byte(char *text, const char *alphabet)
{
    unsigned char bytes[NCHARS];
    const size_t size = strlen(alphabet);
    CHECK(csecrets_token_bytes(bytes, sizeof bytes) == CSECRETS_OK);
    for (size_t i = 0; i < NCHARS; i++)
        text[i] = alphabet[bytes[i] % (size == 2 ? 3 : size) % size];
    text[NCHARS] = '\0';
}

/* All places together, and what follows what where there are few characters. */
static bool fair_characters(text_draw *draw, const char *alphabet)
{
    uint32_t counts[95] = {0}, pairs[64] = {0};
    char text[NCHARS + 1];
    const size_t size = strlen(alphabet);
    for (int round = 0; round < ROUNDS; round++) {
        draw(text, alphabet);
        size_t previous = 0;
        for (size_t i = 0; i < NCHARS; i++) {
            const char *found = strchr(alphabet, text[i]);
            if (text[i] == '\0' || found == NULL)
                return false;
            const size_t index = (size_t)(found - alphabet);
            counts[index]++;
            if (size <= 8 && i % 2 == 1)
                pairs[previous * size + index]++;
            previous = index;
        }
    }
    return fits(counts, size) && (size > 8 || fits(pairs, size * size));
}

/* The first and the last place, each by itself, in tokens as short as people use them. */
static bool fair_ends(size_t nchars, const char *alphabet)
{
    uint32_t first[95] = {0}, last[95] = {0};
    char text[65];
    for (int round = 0; round < 20000; round++) {
        CHECK(csecrets_token_alphabet(text, sizeof text, nchars, alphabet) == CSECRETS_OK);
        first[strchr(alphabet, text[0]) - alphabet]++;
        last[strchr(alphabet, text[nchars - 1]) - alphabet]++;
    }
    return fits(first, strlen(alphabet)) && fits(last, strlen(alphabet));
}

/* nbytes that leave bits over: the last character spells only those, each way equally often. */
static bool fair_last_character(size_t nbytes, bool whole)
{
    static const char alphabet[] = CSECRETS_ALPHABET_URLSAFE64;
    uint32_t counts[64] = {0}, shares[64] = {0};
    const size_t step = nbytes % 3 == 0 ? 1 : nbytes % 3 == 1 ? 16 : 4;
    for (size_t i = 0; i < 64; i += step)
        shares[i] = 1;
    for (int round = 0; round < 20000; round++) {
        char text[65];
        /* The mistake is to draw characters instead of spelling bytes. */
        if (whole)
            CHECK(csecrets_token_urlsafe(text, sizeof text, nbytes) == CSECRETS_OK);
        else
            CHECK(csecrets_token_alphabet(text, 45, 44, alphabet) == CSECRETS_OK);
        counts[strchr(alphabet, text[strlen(text) - 1]) - alphabet]++;
    }
    return fits_shares(counts, shares, 64);
}

/* Every place of a short token, by itself. */
static bool fair_places(bool hex)
{
    static uint32_t counts[22][64];
    static const char *alphabet;
    alphabet = hex ? CSECRETS_ALPHABET_HEX : CSECRETS_ALPHABET_URLSAFE64;
    const size_t places = hex ? 22 : 20;
    memset(counts, 0, sizeof counts);
    for (int round = 0; round < 20000; round++) {
        char text[23];
        CHECK((hex ? csecrets_token_hex(text, sizeof text, 11)
                   : csecrets_token_urlsafe(text, sizeof text, 15)) == CSECRETS_OK);
        for (size_t i = 0; i < places; i++)
            counts[i][strchr(alphabet, text[i]) - alphabet]++;
    }
    bool fair = true;
    for (size_t i = 0; i < places; i++)
        fair &= fits(counts[i], strlen(alphabet));
    return fair;
}

int main(void)
{
    char printable[96] = "";
    for (size_t i = 0; i < 95; i++)
        printable[i] = (char)(' ' + i);
    const char *const alphabets[] = {"01", CSECRETS_ALPHABET_BASE62, printable + 1, printable};
    for (size_t i = 0; i < sizeof alphabets / sizeof alphabets[0]; i++) {
        CHECK(fair_characters(library, alphabets[i]));
        CHECK(!fair_characters(by_byte, alphabets[i]));
    }
    CHECK(fair_characters(library, "abcde"));
    CHECK(fair_ends(1, CSECRETS_ALPHABET_BASE62));
    CHECK(fair_ends(16, CSECRETS_ALPHABET_BASE58));
    for (size_t nbytes = 15; nbytes <= 17; nbytes++)
        CHECK(fair_last_character(nbytes, true));
    CHECK(!fair_last_character(16, false));
    CHECK(!fair_last_character(17, false));
    CHECK(fair_places(true));
    CHECK(fair_places(false));
    return check_done("uniform/text");
}
