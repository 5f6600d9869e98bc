/* otp.c - one-time codes of any key, time and parameters are those of RFC 4226 and RFC 6238, and of
 *         what is typed only a code of the window that was not used yet is taken */
#include "fuzz.h"

#include "reference.h"

enum { FIRST_SECOND = 1000000000 };

/* The code of a number, without a NUL. */
static void code_of(char *out, uint32_t digits, const struct hash *hash, const uint8_t *key,
                    size_t key_len, uint64_t number)
{
    uint8_t message[8], tag[32];
    for (int i = 0; i < 8; i++)
        message[i] = (uint8_t)(number >> (56 - 8 * i));
    hmac(hash, tag, key, key_len, message, sizeof message);
    uint32_t rest = word_at(tag + (tag[hash->size - 1] & 15)) & INT32_MAX;
    for (uint32_t i = digits; i-- > 0; rest /= 10)
        out[i] = (char)('0' + rest % 10);
}

static bool are_digits(uint32_t digits)
{
    return digits >= 6 && digits <= 8;
}

/* What csecrets_totp() answers to these, where the key is good. */
static bool is_agreed(const csecrets_totp_params *params, int64_t now)
{
    return are_digits(params->digits) && params->period >= 15 && params->period <= 300 &&
           params->window <= 10 && params->algorithm >= CSECRETS_TOTP_SHA1 &&
           params->algorithm <= CSECRETS_TOTP_SHA256 && now >= FIRST_SECOND;
}

static bool is_weak(const uint8_t *key, size_t key_len)
{
    return key_len < 16 || is_filled(key, key_len, 0);
}

static void counted(struct input *input, const uint8_t *key, size_t key_len)
{
    const uint64_t counter = take_number(input, 8);
    const uint32_t digits = take_byte(input) % 16;
    const size_t room = take_byte(input) % 16;
    char *out = malloc(room), expected[9] = "";
    memset(out, 'x', room);
    const csecrets_status status = csecrets_hotp(out, room, key, key_len, counter, digits);
    if (room > digits && are_digits(digits) && !is_weak(key, key_len)) {
        code_of(expected, digits, &of_sha1, key, key_len, counter);
        if (IS_PLANTED(digits == 8 && out[0] == '7'))
            out[7] = (char)('0' + (out[7] - '0' + 1) % 10);
        MUST(status == CSECRETS_OK && strcmp(out, expected) == 0);
    } else {
        MUST(status == (room <= digits ? CSECRETS_ERR_BUFFER_TOO_SMALL
                        : !are_digits(digits) ? CSECRETS_ERR_INVALID_ARGUMENT
                                              : CSECRETS_ERR_WEAK));
        MUST(room == 0 || out[0] == '\0');
    }
    free(out);
}

/* By the definition: the step of a code that was typed, or what is wrong. */
static csecrets_status judged(uint64_t *step, const char *text, size_t nchars, const uint8_t *key,
                              size_t key_len, int64_t now, uint64_t after,
                              const csecrets_totp_params *params)
{
    const struct hash *hash = params->algorithm == CSECRETS_TOTP_SHA1 ? &of_sha1 : &of_sha256;
    const uint64_t middle = (uint64_t)now / params->period;
    char typed[8], code[8];
    uint32_t digits = 0;
    *step = UINT64_MAX;
    for (size_t i = 0; i < nchars; i++) {
        if (text[i] == ' ')
            continue;
        if (text[i] < '0' || text[i] > '9' || digits == params->digits)
            return CSECRETS_ERR_MALFORMED;
        typed[digits++] = text[i];
    }
    if (digits != params->digits)
        return CSECRETS_ERR_MALFORMED;
    if (is_weak(key, key_len))
        return CSECRETS_ERR_WEAK;
    for (uint64_t i = middle + params->window;; i--) {
        code_of(code, digits, hash, key, key_len, i);
        if (memcmp(code, typed, digits) == 0) {
            if (i <= after)
                return CSECRETS_ERR_REPLAYED;
            *step = i;
            return CSECRETS_OK;
        }
        if (i == middle - params->window)
            return CSECRETS_ERR_BAD_CODE;
    }
}

/* A code of a near step, with spaces in it and changed, or anything. */
static char *take_typed(struct input *input, size_t *nchars, const char *code)
{
    const size_t digits = strlen(code);
    const uint8_t kind = take_byte(input);
    const size_t places = take_byte(input);
    if (kind % 8 == 0) {
        *nchars = take_byte(input) % 20;
        return take_memory(input, *nchars);
    }
    char *text = malloc(digits + 2);
    *nchars = 0;
    for (size_t i = 0; i < digits; i++) {
        if ((i == places % 16 || i == places / 16) && *nchars <= i + 1)
            text[(*nchars)++] = ' ';
        text[(*nchars)++] = code[i];
    }
    if (kind % 8 == 1 && *nchars > 0)
        text[places % *nchars] = (char)take_byte(input);
    char *exact = malloc(*nchars);
    memcpy(exact, text, *nchars);
    free(text);
    return exact;
}

static void timed(struct input *input, const uint8_t *key, size_t key_len)
{
    csecrets_totp_params params = CSECRETS_TOTP_PARAMS_INIT;
    params.digits = 5 + take_byte(input) % 5;
    params.period = (uint32_t)take_number(input, 2) % 310;
    params.window = take_byte(input) % 12;
    params.algorithm = take_byte(input) % 4;
    const int64_t now = FIRST_SECOND - 5 + (int64_t)(take_number(input, 5) >> take_byte(input) % 40);
    const int64_t then = now + ((int64_t)(take_byte(input) % 32) - 16) * params.period;
    char code[16] = "", expected[9] = "";
    csecrets_status status = csecrets_totp(code, sizeof code, key, key_len, then, &params);
    if (is_agreed(&params, then) && !is_weak(key, key_len)) {
        const struct hash *hash = params.algorithm == CSECRETS_TOTP_SHA1 ? &of_sha1 : &of_sha256;
        code_of(expected, params.digits, hash, key, key_len, (uint64_t)then / params.period);
        MUST(status == CSECRETS_OK && strcmp(code, expected) == 0);
    } else {
        MUST(status == (is_agreed(&params, then) ? CSECRETS_ERR_WEAK
                                                 : CSECRETS_ERR_INVALID_ARGUMENT));
        MUST(code[0] == '\0');
    }
    const int64_t later = (int64_t)(take_byte(input) % 16) - 8;
    const uint64_t after = take_byte(input) % 2 == 0 || params.period == 0
                               ? 0 : (uint64_t)(then / params.period + later);
    size_t nchars;
    uint64_t step = 7, right_step = UINT64_MAX;
    char *text = take_typed(input, &nchars, code);
    status = csecrets_totp_verify(&step, text, nchars, key, key_len, now, after, &params);
    const csecrets_status right = is_agreed(&params, now)
                                      ? judged(&right_step, text, nchars, key, key_len, now, after,
                                               &params)
                                      : CSECRETS_ERR_INVALID_ARGUMENT;
    MUST(status == right && step == right_step);
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    const uint8_t kind = take_byte(&input);
    const size_t key_len = take_byte(&input) % 80;
    uint8_t *key = take_memory(&input, key_len);
    (kind % 2 ? timed : counted)(&input, key, key_len);
    free(key);
    return 0;
}
