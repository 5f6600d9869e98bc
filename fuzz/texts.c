/* texts.c - UUIDs and codes for people: any text is read as the definition says, or refused with
 *           nothing left of it, and what is written is read back */
#include "fuzz.h"

#include <ctype.h>

static int digit_of(char character)
{
    const char *found = character == '\0' ? NULL
                                          : strchr(CSECRETS_ALPHABET_HEX, tolower((unsigned char)character));
    return found ? (int)(found - CSECRETS_ALPHABET_HEX) : -1;
}

static bool is_hyphen(size_t place)
{
    return place == 8 || place == 13 || place == 18 || place == 23;
}

static bool parse(uint8_t uuid[16], const char *text, size_t nchars)
{
    size_t digits = 0;
    memset(uuid, 0, 16);
    for (size_t i = 0; i < nchars && i < 36; i++) {
        if (is_hyphen(i) ? text[i] != '-' : digit_of(text[i]) < 0)
            return false;
        if (!is_hyphen(i)) {
            uuid[digits / 2] = (uint8_t)(uuid[digits / 2] << 4 | digit_of(text[i]));
            digits++;
        }
    }
    return nchars == 36;
}

static void uuid(struct input *input)
{
    const size_t nchars = input->left;
    char *text = take_memory(input, nchars), again[CSECRETS_UUID_TEXT_SIZE];
    uint8_t out[16], expected[16];
    const bool right = parse(expected, text, nchars);
    memset(out, 0xA5, sizeof out);
    csecrets_status status = csecrets_uuid_parse(out, text, nchars);
    if (right) {
        MUST(status == CSECRETS_OK && memcmp(out, expected, sizeof out) == 0);
        MUST(csecrets_uuid_text(again, sizeof again, out) == CSECRETS_OK && strlen(again) == 36);
        for (size_t i = 0; i < nchars; i++)
            MUST(again[i] == tolower((unsigned char)text[i]));
    } else {
        MUST(status == CSECRETS_ERR_MALFORMED && is_filled(out, sizeof out, 0));
    }
    free(text);
}

/* What is typed for a code, as csecrets_code() drew it; false where no code has such a character. */
static bool normalize(char *out, const char *text, size_t nchars)
{
    for (size_t i = 0; i < nchars; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if (byte >= 0x80 || byte == 'u' || byte == 'U')
            return false;
        if (!isalnum(byte))
            continue;
        const char letter = (char)toupper(byte);
        *out++ = letter == 'O' ? '0' : letter == 'I' || letter == 'L' ? '1' : letter;
    }
    *out = '\0';
    return true;
}

static void typed_code(struct input *input)
{
    const size_t spare = take_byte(input) % 4, nchars = input->left, room = nchars + spare;
    char *text = take_memory(input, nchars), *out = malloc(room), *expected = malloc(nchars + 1);
    memset(out, 'x', room);
    const bool right = normalize(expected, text, nchars);
    const csecrets_status status = csecrets_code_normalize(out, room, text, nchars);
    if (IS_PLANTED(status == CSECRETS_OK && out[0] == 'Z' && out[1] == '1'))
        out[1] = 'I';
    if (spare == 0) {
        MUST(status == CSECRETS_ERR_BUFFER_TOO_SMALL && (room == 0 || out[0] == '\0'));
    } else if (right) {
        MUST(status == CSECRETS_OK && strcmp(out, expected) == 0);
        MUST(strspn(out, CSECRETS_ALPHABET_CROCKFORD32) == strlen(out));
    } else {
        MUST(status == CSECRETS_ERR_MALFORMED && out[0] == '\0');
        for (size_t i = 1; i < room; i++)
            MUST(out[i] == '\0' || out[i] == 'x');
    }
    free(text);
    free(out);
    free(expected);
}

static bool may_separate(const char *separator)
{
    for (const char *at = separator; *at; at++)
        if (*at < ' ' || *at > '~' || isalnum((unsigned char)*at))
            return false;
    return strlen(separator) <= 16;
}

static void drawn_code(struct input *input)
{
    seed_source(input);
    const size_t groups = take_byte(input) % 12, group_len = take_byte(input) % 12;
    const int more = (int)(take_byte(input) % 4) - 1;
    char *separator = take_text(input, 20), plain[12 * 12 + 1];
    const size_t separator_len = strlen(separator);
    const size_t size = csecrets_code_size(groups, group_len, separator_len);
    const size_t room = (size_t)((int)size + more);
    char *out = malloc(room);
    memset(out, 'x', room);
    MUST(size == (groups == 0 ? 1 : groups * (group_len + separator_len) - separator_len + 1));
    const csecrets_status status = csecrets_code(out, room, groups, group_len, separator);
    if (status != CSECRETS_OK) {
        MUST(room == 0 || out[0] == '\0');
        MUST(groups * group_len < 10 || more < 0 || !may_separate(separator) ||
             status == CSECRETS_ERR_ENTROPY_UNAVAILABLE || status == CSECRETS_ERR_ENTROPY_BROKEN);
    } else {
        char expected[12 * 12 + 1], *at = expected;
        MUST(may_separate(separator) && groups * group_len >= 10 && more >= 0);
        MUST(strlen(out) == size - 1);
        for (size_t group = 0; group < groups; group++, at += group_len) {
            const char *here = out + group * (group_len + separator_len);
            memcpy(at, here, group_len);
            MUST(group + 1 == groups || strncmp(here + group_len, separator, separator_len) == 0);
        }
        *at = '\0';
        MUST(strspn(expected, CSECRETS_ALPHABET_CROCKFORD32) == groups * group_len);
        MUST(normalize(plain, out, size - 1) && strcmp(plain, expected) == 0);
    }
    free(separator);
    free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    switch (take_byte(&input) % 3) {
    case 0:
        uuid(&input);
        break;
    case 1:
        typed_code(&input);
        break;
    default:
        drawn_code(&input);
    }
    return 0;
}
