/* decoders.c - any text is decoded as the definition says, or refused with nothing left of it, and
 *              what is decoded is spelled again */
#include "fuzz.h"

struct codec {
    unsigned bits;
    const char *alphabet;
    csecrets_status (*decode)(void *, size_t, size_t *, const char *, size_t);
    csecrets_status (*encode)(char *, size_t, const void *, size_t);
};

static const struct codec codecs[] = {
    {4, CSECRETS_ALPHABET_HEX, csecrets_hex_decode, csecrets_hex_encode},
    {6, CSECRETS_ALPHABET_URLSAFE64, csecrets_urlsafe_decode, csecrets_urlsafe_encode},
};

/* By the definition; false where it is no text of the format. */
static bool decode(const struct codec *codec, uint8_t *out, const char *text, size_t nchars)
{
    unsigned rest = 0, kept = 0;
    for (size_t i = 0; i < nchars; i++) {
        const char letter = codec->bits == 4 && text[i] >= 'A' && text[i] <= 'F'
                                ? (char)(text[i] + 32) : text[i];
        const char *found = letter == '\0' ? NULL : strchr(codec->alphabet, letter);
        if (!found)
            return false;
        rest = rest << codec->bits | (unsigned)(found - codec->alphabet);
        kept += codec->bits;
        if (kept >= 8) {
            kept -= 8;
            *out++ = (uint8_t)(rest >> kept);
        }
        rest &= (1u << kept) - 1;
    }
    /* A character that adds no bit to a byte is one too many. */
    return kept < codec->bits && rest == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    const uint8_t kind = take_byte(&input);
    const struct codec *codec = &codecs[kind % (sizeof codecs / sizeof codecs[0])];
    const size_t nchars = input.left, nbytes = codec->bits * nchars / 8;
    const size_t room = nbytes + (kind >> 4), short_by = kind >> 2 & 3;
    char *text = take_memory(&input, nchars), *again = malloc(2 * nchars + 2);
    uint8_t *out = malloc(room), *expected = malloc(nbytes + 1);
    size_t length = 7;
    csecrets_status status;

    memset(out, 0xA5, room);
    if (short_by > 0 && short_by <= nbytes) {
        status = codec->decode(out, nbytes - short_by, &length, text, nchars);
        MUST(status == CSECRETS_ERR_BUFFER_TOO_SMALL && length == 0);
        MUST(is_filled(out, nbytes - short_by, 0));
    }
    const bool right = decode(codec, expected, text, nchars);
    status = codec->decode(out, room, &length, text, nchars);
    if (IS_PLANTED(right && nbytes > 2 && expected[0] == 'b'))
        out[2] ^= 1;
    if (right) {
        MUST(status == CSECRETS_OK && length == nbytes);
        MUST(memcmp(out, expected, nbytes) == 0);
        MUST(codec->encode(again, 2 * nchars + 2, out, nbytes) == CSECRETS_OK);
        MUST(strlen(again) == nchars);
        for (size_t i = 0; i < nchars; i++)
            MUST(again[i] == text[i] || (codec->bits == 4 && again[i] == text[i] + 32));
    } else {
        MUST(status == CSECRETS_ERR_MALFORMED && length == 0);
        MUST(is_filled(out, room, 0));
    }
    free(text);
    free(again);
    free(out);
    free(expected);
    return 0;
}
