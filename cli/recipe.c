/* recipe.c - secrets that are text: what each is drawn by, and how strong it is */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "fail.h"
#include "recipe.h"

enum { STRONG_BITS = 64, BITS_MAX = 65536, WORD_ROLLS = 5 };

const char *alphabet_named(const char *name)
{
    static const struct {
        const char *name, *alphabet;
    } known[] = {
        {"hex", CSECRETS_ALPHABET_HEX},       {"digits", CSECRETS_ALPHABET_DIGITS},
        {"base32", CSECRETS_ALPHABET_BASE32}, {"crockford", CSECRETS_ALPHABET_CROCKFORD32},
        {"base58", CSECRETS_ALPHABET_BASE58}, {"base62", CSECRETS_ALPHABET_BASE62},
        {"url", CSECRETS_ALPHABET_URLSAFE64},
    };
    for (size_t i = 0; i < sizeof known / sizeof known[0]; i++) {
        if (strcmp(known[i].name, name) == 0) {
            return known[i].alphabet;
        }
    }
    return name;
}

/* The most bits that so many characters are as strong as: the library tells the reverse. */
static uint64_t text_bits(size_t nchars, const char *alphabet)
{
    uint32_t low = 0, high = BITS_MAX;
    while (low < high) {
        const uint32_t middle = low + (high - low + 1) / 2;
        if (csecrets_alphabet_nchars(alphabet, middle) <= nchars) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return low;
}

static csecrets_status draw_url(struct recipe *recipe, char *out)
{
    return csecrets_token_urlsafe(out, recipe->size, recipe->n);
}

struct recipe recipe_url(size_t nbytes)
{
    return (struct recipe){
        .size = csecrets_urlsafe_size(nbytes), .bits = nbytes * 8, .draw = draw_url, .n = nbytes};
}

static csecrets_status draw_hex(struct recipe *recipe, char *out)
{
    return csecrets_token_hex(out, recipe->size, recipe->n);
}

struct recipe recipe_hex(size_t nbytes)
{
    return (struct recipe){
        .size = csecrets_hex_size(nbytes), .bits = nbytes * 8, .draw = draw_hex, .n = nbytes};
}

static csecrets_status draw_text(struct recipe *recipe, char *out)
{
    return csecrets_token_alphabet(out, recipe->size, recipe->n, recipe->text);
}

struct recipe recipe_text(size_t nchars, const char *alphabet)
{
    if (csecrets_alphabet_nchars(alphabet, 1) == SIZE_MAX) {
        fail_usage("an alphabet is 2 to 95 different characters from ' ' to '~', or the name of "
                   "one; \"%s\" is none",
                   shown(alphabet));
    }
    return (struct recipe){.size = nchars + 1,
                           .bits = text_bits(nchars, alphabet),
                           .draw = draw_text,
                           .n = nchars,
                           .text = alphabet};
}

struct recipe recipe_pin(size_t digits)
{
    struct recipe recipe = recipe_text(digits, CSECRETS_ALPHABET_DIGITS);
    recipe.is_exempt = true;
    return recipe;
}

static csecrets_status draw_password(struct recipe *recipe, char *out)
{
    return csecrets_password(out, recipe->size, recipe->n, &recipe->policy);
}

struct recipe recipe_password(size_t nchars, const csecrets_password_policy *policy)
{
    double bits = 0;
    const csecrets_status status = csecrets_password_bits(&bits, nchars, policy);
    if (status == CSECRETS_ERR_UNSATISFIABLE) {
        fail_usage("no password of %zu characters meets these rules", nchars);
    }
    if (status == CSECRETS_ERR_INVALID_ARGUMENT) {
        fail_usage("-x takes characters from ' ' to '~'");
    }
    require_ok(status);
    return (struct recipe){.size = nchars + 1,
                           .bits = (uint64_t)bits,
                           .draw = draw_password,
                           .n = nchars,
                           .policy = *policy};
}

static csecrets_status draw_phrase(struct recipe *recipe, char *out)
{
    const csecrets_status status =
        csecrets_passphrase(out, recipe->size, recipe->n, recipe->text);
    if (status == CSECRETS_ERR_UNSUPPORTED) {
        fail(REFUSED,
             "the words are not built in (the library was made with WORDLIST=0); `csecrets code` "
             "draws what can be typed, too");
    }
    return status;
}

struct recipe recipe_phrase(size_t nwords, const char *separator)
{
    struct recipe recipe = {.size = csecrets_passphrase_size(nwords, strlen(separator)),
                            /* A word of the list is five rolls of a die. */
                            .bits = text_bits(nwords * WORD_ROLLS, "123456"),
                            .draw = draw_phrase,
                            .n = nwords,
                            .text = separator};
    /* A buffer too short for any is refused last, and only if the rest is right. */
    char none[1];
    if (csecrets_passphrase(none, sizeof none, nwords, separator) ==
        CSECRETS_ERR_INVALID_ARGUMENT) {
        fail_usage("-s takes 1 to 16 characters from ' ' to '~' that are no letters, not \"%s\"",
                   shown(separator));
    }
    return recipe;
}

static csecrets_status draw_code(struct recipe *recipe, char *out)
{
    return csecrets_code(out, recipe->size, recipe->n, recipe->len, "-");
}

struct recipe recipe_code(size_t groups, size_t group_len)
{
    return (struct recipe){.size = csecrets_code_size(groups, group_len, 1),
                           .bits = text_bits(groups * group_len, CSECRETS_ALPHABET_CROCKFORD32),
                           .draw = draw_code,
                           .n = groups,
                           .len = group_len};
}

static csecrets_status draw_key(struct recipe *recipe, char *out)
{
    return csecrets_api_key(out, recipe->size, recipe->text);
}

struct recipe recipe_key(const char *prefix)
{
    /* No key, but whether there could be one with this prefix. */
    if (csecrets_api_key_check("", 0, prefix) == CSECRETS_ERR_INVALID_ARGUMENT) {
        fail_usage("PREFIX is a letter, then letters and digits, in parts between single '_', 32 "
                   "in all; not \"%s\"",
                   shown(prefix));
    }
    return (struct recipe){.size = csecrets_api_key_size(strlen(prefix)),
                           .bits = text_bits(30, CSECRETS_ALPHABET_BASE62),
                           .draw = draw_key,
                           .text = prefix};
}

static csecrets_status draw_uuid4(struct recipe *recipe, char *out)
{
    const csecrets_status status = csecrets_uuid4(recipe->uuid);
    return status != CSECRETS_OK ? status : csecrets_uuid_text(out, recipe->size, recipe->uuid);
}

static csecrets_status draw_uuid7(struct recipe *recipe, char *out)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0 || now.tv_sec < 0) {
        fail(REFUSED, "the clock tells no time");
    }
    const uint64_t ms = (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
    const csecrets_status status = csecrets_uuid7_after(recipe->uuid, recipe->uuid, ms);
    return status != CSECRETS_OK ? status : csecrets_uuid_text(out, recipe->size, recipe->uuid);
}

struct recipe recipe_uuid(int version)
{
    return (struct recipe){.size = CSECRETS_UUID_TEXT_SIZE,
                           .bits = version == 4 ? 122 : 74,
                           .is_exempt = true,
                           .draw = version == 4 ? draw_uuid4 : draw_uuid7};
}

void require_strength(uint64_t bits, bool weak_is_fine)
{
    if (bits < STRONG_BITS && !weak_is_fine) {
        fail(REFUSED,
             "%" PRIu64 " bits can be guessed: ask for %d or more, or say --weak if this is no "
             "secret",
             bits, STRONG_BITS);
    }
}
