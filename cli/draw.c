/* draw.c - the verbs that print text nobody can guess */
#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "draw.h"
#include "fail.h"
#include "file.h"
#include "number.h"
#include "output.h"
#include "progress.h"
#include "verbs.h"

enum { BYTES_AT_ONCE = 1 << 20, CHARS_MAX = 1 << 28, STRENGTH_MAX = 65536 };

void draw_one(struct recipe *recipe, struct buffer *out)
{
    char *text = (char *)buffer_room(out, recipe->size);
    require_ok(recipe->draw(recipe, text));
    out->len += strlen(text);
}

int draw_all(const struct request *request, struct recipe recipe)
{
    struct buffer value = {0};
    struct output output = {0};
    const uint64_t count = option_number(request, COUNT, 1, COUNT_MAX, 1);
    require_strength(recipe.bits, recipe.is_exempt || request->given[WEAK] != NULL);
    output_begin(&output, request);
    output_bits(&output, recipe.bits);
    for (uint64_t i = 0; i < count; i++) {
        value.len = 0;
        draw_one(&recipe, &value);
        output_value(&output, value.data, value.len, recipe.is_number);
        progress("drawn:", i + 1, count);
    }
    buffer_free(&value);
    csecrets_wipe(recipe.uuid, sizeof recipe.uuid);
    output_write(&output);
    return DONE;
}

static size_t operand_bytes(const struct request *request)
{
    return (size_t)operand_number(request, "N", 1, BYTES_MAX, CSECRETS_DEFAULT_ENTROPY);
}

int run_url(const struct request *request)
{
    return draw_all(request, recipe_url(operand_bytes(request)));
}

int run_hex(const struct request *request)
{
    return draw_all(request, recipe_hex(operand_bytes(request)));
}

int run_bytes(const struct request *request)
{
    const size_t nbytes = operand_bytes(request);
    struct output output = {0};
    if (request->given[OUTPUT] == NULL && isatty(STDOUT_FILENO)) {
        fail_usage("raw bytes would upset the terminal: `csecrets hex` prints them, a pipe or -o "
                   "takes them");
    }
    require_strength(nbytes * 8, request->given[WEAK] != NULL);
    output_begin(&output, request);
    output_bits(&output, nbytes * 8);
    unsigned char *room = buffer_room(&output.text, nbytes);
    while (output.text.len < nbytes) {
        const size_t left = nbytes - output.text.len;
        const size_t part = left < BYTES_AT_ONCE ? left : BYTES_AT_ONCE;
        require_ok(csecrets_token_bytes(room + output.text.len, part));
        output.text.len += part;
        progress("bytes drawn:", output.text.len, nbytes);
    }
    output_write(&output);
    return DONE;
}

int run_text(const struct request *request)
{
    const char *name = request->given[ALPHABET];
    const char *alphabet = name == NULL ? CSECRETS_ALPHABET_BASE62 : alphabet_named(name);
    if (request->given[CHARS] != NULL && request->given[STRENGTH] != NULL) {
        fail_usage("-n says how many characters, -b how strong: give one of them");
    }
    if (request->given[CHARS] != NULL) {
        const size_t nchars = (size_t)option_number(request, CHARS, 1, CHARS_MAX, 0);
        return draw_all(request, recipe_text(nchars, alphabet));
    }
    const uint32_t bits = (uint32_t)option_number(request, STRENGTH, 1, STRENGTH_MAX, 128);
    const size_t nchars = csecrets_alphabet_nchars(alphabet, bits);
    return draw_all(request, recipe_text(nchars == SIZE_MAX ? 0 : nchars, alphabet));
}

/* "MIN" or "no": sets the minimum, or takes the class away. */
static void read_class(const struct request *request, enum option_id option, uint32_t *minimum,
                       csecrets_password_policy *policy, int32_t off)
{
    const char *text = request->given[option];
    if (text != NULL && strcmp(text, "no") == 0) {
        policy->flags |= off;
    } else if (text != NULL) {
        uint64_t value;
        if (!is_number(text, 0, 128, &value)) {
            fail_usage("%s is a whole number from 0 to 128, or no; not \"%s\"",
                       option_label(option), shown(text));
        }
        *minimum = (uint32_t)value;
    }
}

int run_password(const struct request *request)
{
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    read_class(request, LOWER, &policy.min_lower, &policy, CSECRETS_PASSWORD_NO_LOWER);
    read_class(request, UPPER, &policy.min_upper, &policy, CSECRETS_PASSWORD_NO_UPPER);
    read_class(request, DIGITS, &policy.min_digits, &policy, CSECRETS_PASSWORD_NO_DIGITS);
    read_class(request, SYMBOLS, &policy.min_symbols, &policy, CSECRETS_PASSWORD_NO_SYMBOLS);
    policy.exclude = request->given[EXCLUDE];
    if (request->given[NO_LOOKALIKES] != NULL) {
        policy.flags |= CSECRETS_PASSWORD_NO_LOOKALIKES;
    }
    const size_t nchars = (size_t)operand_number(request, "N", 8, 128, 20);
    return draw_all(request, recipe_password(nchars, &policy));
}

int run_phrase(const struct request *request)
{
    const char *separator = request->given[SEPARATOR];
    const size_t nwords = (size_t)operand_number(request, "WORDS", 4, 1000, 6);
    return draw_all(request, recipe_phrase(nwords, separator == NULL ? " " : separator));
}

int run_code(const struct request *request)
{
    const char *shape = operand(request, 0, "3x5");
    uint64_t groups, group_len;
    if (!is_pair(shape, 'x', 1000, &groups, &group_len) || groups * group_len < 10) {
        fail_usage("a code is GROUPSxLEN, such as 3x5, and 10 characters or more; not \"%s\"",
                   shown(shape));
    }
    return draw_all(request, recipe_code((size_t)groups, (size_t)group_len));
}

int run_pin(const struct request *request)
{
    return draw_all(request, recipe_pin((size_t)operand_number(request, "N", PIN_MIN, PIN_MAX, 6)));
}

int run_key(const struct request *request)
{
    return draw_all(request, recipe_key(request->operands[0]));
}

int run_uuid(const struct request *request)
{
    const char *version = operand(request, 0, "4");
    if (strcmp(version, "4") != 0 && strcmp(version, "7") != 0) {
        fail_usage("a UUID is of version 4, random, or 7, of the time; not \"%s\"", shown(version));
    }
    return draw_all(request, recipe_uuid(version[0] - '0'));
}
