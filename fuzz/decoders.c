/* decoders.c - any text is decoded as the definition says, or refused with nothing left of it, and
 *              what is decoded is spelled again */
#include "fuzz.h"

#include <ctype.h>

struct codec {
    unsigned bits;
    const char *alphabet, *skipped;
    int (*spelled)(int);
    size_t (*size)(size_t), (*decoded_size)(size_t);
    csecrets_status (*decode)(void *, size_t, size_t *, const char *, size_t);
    csecrets_status (*encode)(char *, size_t, const void *, size_t);
};

static int as_it_is(int character)
{
    return character;
}

static const struct codec codecs[] = {
    {4, CSECRETS_ALPHABET_HEX, "", tolower, csecrets_hex_size, csecrets_hex_decoded_size,
     csecrets_hex_decode, csecrets_hex_encode},
    {6, CSECRETS_ALPHABET_URLSAFE64, "", as_it_is, csecrets_urlsafe_size,
     csecrets_urlsafe_decoded_size, csecrets_urlsafe_decode, csecrets_urlsafe_encode},
    {5, CSECRETS_ALPHABET_BASE32, " -=", toupper, csecrets_base32_size,
     csecrets_base32_decoded_size, csecrets_base32_decode, csecrets_base32_encode},
};
enum { CODECS = sizeof codecs / sizeof codecs[0] };

/* By the definition, with the spelling that is written; false where it is no text of the format. */
static bool decode(const struct codec *codec, uint8_t *out, size_t *length, char *spelling,
                   const char *text, size_t nchars)
{
    unsigned rest = 0, kept = 0;
    bool ended = false;
    *length = 0;
    for (size_t i = 0; i < nchars; i++) {
        if (text[i] != '\0' && strchr(codec->skipped, text[i])) {
            ended = ended || text[i] == '=';
            continue;
        }
        const char letter = (char)codec->spelled((unsigned char)text[i]);
        const char *found = letter == '\0' ? NULL : strchr(codec->alphabet, letter);
        if (!found || ended)
            return false;
        *spelling++ = letter;
        rest = rest << codec->bits | (unsigned)(found - codec->alphabet);
        kept += codec->bits;
        if (kept >= 8) {
            kept -= 8;
            out[(*length)++] = (uint8_t)(rest >> kept);
        }
        rest &= (1u << kept) - 1;
    }
    *spelling = '\0';
    /* A character that adds no bit to a byte is one too many. */
    return kept < codec->bits && rest == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    const uint8_t kind = take_byte(&input);
    const struct codec *codec = &codecs[kind % CODECS];
    const size_t nchars = input.left, most = codec->bits * nchars / 8;
    const size_t room = most + (kind >> 5), short_by = kind / CODECS & 3;
    char *text = take_memory(&input, nchars), *spelling = malloc(nchars + 1);
    char *again = malloc(2 * nchars + 2);
    uint8_t *out = malloc(room), *expected = malloc(most + 1);
    size_t length = 7, expected_length;
    csecrets_status status;

    MUST(codec->decoded_size(nchars) == most);
    memset(out, 0xA5, room);
    if (short_by > 0 && short_by <= most) {
        status = codec->decode(out, most - short_by, &length, text, nchars);
        MUST(status == CSECRETS_ERR_BUFFER_TOO_SMALL && length == 0);
        MUST(is_filled(out, most - short_by, 0));
    }
    const bool right = decode(codec, expected, &expected_length, spelling, text, nchars);
    status = codec->decode(out, room, &length, text, nchars);
    if (IS_PLANTED(right && expected_length > 2 && expected[0] == 'b'))
        out[2] ^= 1;
    if (right) {
        MUST(status == CSECRETS_OK && length == expected_length);
        MUST(memcmp(out, expected, length) == 0 && is_filled(out + length, room - length, 0));
        MUST(codec->size(length) == strlen(spelling) + 1);
        MUST(codec->encode(again, codec->size(length), out, length) == CSECRETS_OK);
        MUST(strcmp(again, spelling) == 0);
    } else {
        MUST(status == CSECRETS_ERR_MALFORMED && length == 0);
        MUST(is_filled(out, room, 0));
    }
    free(text);
    free(spelling);
    free(again);
    free(out);
    free(expected);
    return 0;
}
