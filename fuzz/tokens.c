/* tokens.c - a signed token or an API key that somebody changed is never taken for the one that was
 *            given out */
#include "fuzz.h"

static const uint8_t key[40] = "a key of forty bytes for the fuzzer only";
static const uint8_t other_key[32] = "another key, of thirty-two bytes";
enum { LONGEST = 100 };

/* Changes, cuts or lengthens the text; whether anything is different. The text has room for eight
 * characters more. */
static bool edit(struct input *input, char *text, size_t *nchars)
{
    char before[400];
    const size_t length = *nchars;
    memcpy(before, text, length);
    const unsigned edits = take_byte(input) % 4;
    for (unsigned i = 0; i < edits && *nchars > 0; i++)
        text[take_byte(input) % *nchars] ^= (char)take_byte(input);
    const int longer = (int)(take_byte(input) % 16) - 8;
    for (int i = 0; i < longer; i++)
        text[(*nchars)++] = (char)take_byte(input);
    if (longer < 0 && edits == 3)
        *nchars -= (size_t)-longer < *nchars ? (size_t)-longer : *nchars;
    return *nchars != length || memcmp(before, text, length) != 0;
}

static void verify(struct input *input)
{
    const uint8_t kind = take_byte(input);
    const size_t nbytes = take_byte(input) % (LONGEST + 1);
    const int64_t expires_at = kind & 1 ? CSECRETS_NEVER_EXPIRES
                                        : 1000000000 + (int64_t)take_number(input, 4);
    const int64_t now = (kind & 2 ? 0 : 1000000000) + (int64_t)take_number(input, 4);
    const char *purpose = kind & 4 ? "login" : "reset";
    const csecrets_span keys[2] = {{kind & 8 ? key : other_key, 32}, {key, kind & 16 ? 40 : 32}};
    uint8_t *payload = take_memory(input, nbytes);
    char signed_token[CSECRETS_SIGN_TOKEN_SIZE(LONGEST) + 8];
    MUST(csecrets_sign_token(signed_token, sizeof signed_token, key, sizeof key, "reset", payload,
                             nbytes, expires_at) == CSECRETS_OK);
    size_t nchars = strlen(signed_token), length = 7;
    const bool changed = edit(input, signed_token, &nchars);
    char *token = malloc(nchars);
    memcpy(token, signed_token, nchars);
    const size_t room = take_byte(input);
    uint8_t *out = malloc(room);
    memset(out, 0xA5, room);
    const csecrets_status status =
        csecrets_verify_token(out, room, &length, token, nchars, purpose, keys, 2, now);
    const bool genuine = !changed && !(kind & 4) && kind & 16;
    if (status == CSECRETS_OK || IS_PLANTED(changed && nchars > 6 && token[5] == '-')) {
        MUST(genuine && now >= 1000000000 && (now < expires_at || kind & 1));
        MUST(length == nbytes && memcmp(out, payload, nbytes) == 0);
    } else {
        MUST(length == 0 && is_filled(out, room, 0));
        MUST(status != CSECRETS_ERR_EXPIRED || (genuine && now >= expires_at));
        if (genuine && now >= 1000000000 && room >= nbytes + 2)
            MUST(status == CSECRETS_ERR_EXPIRED);
    }
    free(token);
    free(out);
    free(payload);
}

static uint32_t crc32(const char *text, size_t nbytes)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < nbytes; i++) {
        crc ^= (unsigned char)text[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    return ~crc;
}

static bool is_in(const char *set, const char *text, size_t nchars)
{
    for (size_t i = 0; i < nchars; i++)
        if (text[i] == '\0' || !strchr(set, text[i]))
            return false;
    return true;
}

/* A letter, then letters and digits, in parts between single '_'. */
static bool is_prefix(const char *text, size_t nchars)
{
    bool part = false;
    for (size_t i = 0; i < nchars; i++) {
        const bool named = is_in(CSECRETS_ALPHABET_BASE62, text + i, 1);
        if (!named && (text[i] != '_' || !part))
            return false;
        part = named;
    }
    return part && nchars <= 32 && !is_in(CSECRETS_ALPHABET_DIGITS, text, 1);
}

/* What csecrets_api_key_check must answer, with no prefix of its own. */
static csecrets_status judged(const char *text, size_t nchars)
{
    if (nchars < 37 || text[nchars - 37] != '_' || !is_prefix(text, nchars - 37) ||
        !is_in(CSECRETS_ALPHABET_BASE62, text + nchars - 36, 36))
        return CSECRETS_ERR_MALFORMED;
    uint32_t rest = crc32(text + nchars - 36, 30);
    for (size_t i = 1; i <= 6; i++, rest /= 62)
        if (text[nchars - i] != CSECRETS_ALPHABET_BASE62[rest % 62])
            return CSECRETS_ERR_BAD_CHECKSUM;
    return CSECRETS_OK;
}

static void check_key(struct input *input)
{
    char *prefix = take_text(input, 40), drawn[CSECRETS_API_KEY_SIZE(40) + 8];
    seed_source(input);
    const csecrets_status status = csecrets_api_key(drawn, sizeof drawn, prefix);
    size_t nchars = strlen(drawn);
    MUST((nchars > 0) == (status == CSECRETS_OK));
    if (status == CSECRETS_OK) {
        MUST(is_prefix(prefix, strlen(prefix)) && judged(drawn, nchars) == CSECRETS_OK);
        MUST(csecrets_api_key_check(drawn, nchars, prefix) == CSECRETS_OK);
    }
    edit(input, drawn, &nchars);
    char *text = malloc(nchars);
    memcpy(text, drawn, nchars);
    const csecrets_status right = judged(text, nchars);
    csecrets_status said = csecrets_api_key_check(text, nchars, NULL);
    if (IS_PLANTED(right == CSECRETS_ERR_BAD_CHECKSUM && text[nchars - 1] == 'q'))
        said = CSECRETS_OK;
    MUST(said == right);
    free(text);
    free(prefix);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    if (take_byte(&input) % 2)
        verify(&input);
    else
        check_key(&input);
    return 0;
}
