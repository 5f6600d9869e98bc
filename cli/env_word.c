/* env_word.c - the verbs that draw, written in one word */
#include <stdio.h>
#include <string.h>

#include "env_word.h"
#include "fail.h"
#include "number.h"

enum { WORD_MAX = 63 };

/* What no shell, no Docker and no dotenv takes for more than a character. */
#define INERT_SYMBOLS "-_.,:+=%"

static bool is_quote(char character)
{
    return character == '"' || character == '\'';
}

/* Behind the first "@" of a value and a quote before it; NULL if it begins with something else. */
static const char *after_at(const char *value, const char *end)
{
    const char *at = value != end && is_quote(*value) ? value + 1 : value;
    return at != end && *at == '@' ? at + 1 : NULL;
}

const char *find_word(const char *value, size_t value_len, size_t *len)
{
    const char *const end = value + value_len;
    const char *at = after_at(value, end);
    if (at == NULL || at == end || *at == '@') {
        return NULL;
    }
    const char *stop = at;
    while (stop != end && *stop != ' ' && *stop != '\t' && !is_quote(*stop)) {
        stop++;
    }
    *len = (size_t)(stop - at) + 1;
    return at - 1;
}

const char *find_escape(const char *value, size_t value_len)
{
    const char *const end = value + value_len;
    const char *at = after_at(value, end);
    return at != NULL && at != end && *at == '@' ? at : NULL;
}

NORETURN static void refuse_word(const char *word)
{
    fail(REFUSED,
         "@%s is none of @url32, @hex16, @password20, @phrase6, @code3x5, @base58-22, @pin6, "
         "@key:PREFIX and @uuid4; a value that begins with @ is written @@",
         shown(word));
}

/* What comes after a word's name, or NULL if it has another. */
static const char *after(const char *word, const char *name)
{
    const size_t len = strlen(name);
    return strncmp(word, name, len) == 0 ? word + len : NULL;
}

static struct recipe password(size_t nchars)
{
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    policy.symbols = INERT_SYMBOLS;
    return recipe_password(nchars, &policy);
}

static struct recipe phrase(size_t nwords)
{
    return recipe_phrase(nwords, "-");
}

static bool read_alphabet(const char *word, struct recipe *recipe)
{
    char name[WORD_MAX + 1];
    const char *dash = strchr(word, '-');
    uint64_t nchars;
    if (dash == NULL || !is_number(dash + 1, 1, BYTES_MAX, &nchars)) {
        return false;
    }
    snprintf(name, sizeof name, "%.*s", (int)(dash - word), word);
    const char *alphabet = alphabet_named(name);
    if (alphabet == name) {
        return false;
    }
    *recipe = recipe_text((size_t)nchars, alphabet);
    return true;
}

struct recipe recipe_of_word(const char *word, size_t len)
{
    static const struct {
        const char *name;
        uint64_t low, high, otherwise;
        struct recipe (*make)(size_t n);
    } counted[] = {
        {"url", 1, BYTES_MAX, 32, recipe_url},    {"hex", 1, BYTES_MAX, 32, recipe_hex},
        {"password", 8, 128, 20, password},       {"phrase", 4, 1000, 6, phrase},
        {"pin", PIN_MIN, PIN_MAX, 6, recipe_pin},
    };
    /* A recipe points to its prefix. */
    static char copy[WORD_MAX + 1];
    uint64_t n, group_len;
    struct recipe recipe;
    if (len > WORD_MAX) {
        refuse_word("...");
    }
    snprintf(copy, sizeof copy, "%.*s", (int)(len - 1), word + 1);
    for (size_t i = 0; i < sizeof counted / sizeof counted[0]; i++) {
        const char *rest = after(copy, counted[i].name);
        if (rest != NULL && *rest == '\0') {
            return counted[i].make((size_t)counted[i].otherwise);
        }
        if (rest != NULL && is_number(rest, counted[i].low, counted[i].high, &n)) {
            return counted[i].make((size_t)n);
        }
    }
    const char *prefix = after(copy, "key:"), *shape = after(copy, "code"),
               *version = after(copy, "uuid");
    if (prefix != NULL) {
        return recipe_key(prefix);
    }
    if (shape != NULL && is_pair(shape, 'x', 1000, &n, &group_len) && n * group_len >= 10) {
        return recipe_code((size_t)n, (size_t)group_len);
    }
    if (version != NULL && (strcmp(version, "4") == 0 || strcmp(version, "7") == 0)) {
        return recipe_uuid(version[0] - '0');
    }
    if (!read_alphabet(copy, &recipe)) {
        refuse_word(copy);
    }
    return recipe;
}
