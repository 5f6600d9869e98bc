/* arguments.c - reads the command line by the table */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "fail.h"
#include "help.h"
#include "number.h"
#include "request.h"

struct reader {
    char **argv;
    bool has_verb;
    bool operands_only; /* after "--" */
    struct request *request;
};

const char *option_label(enum option_id option)
{
    static char label[32];
    if (OPTIONS[option].letter != 0) {
        snprintf(label, sizeof label, "-%c", OPTIONS[option].letter);
    } else {
        snprintf(label, sizeof label, "--%s", OPTIONS[option].name);
    }
    return label;
}

/* Before the verb only what means the same for all of them can be understood. */
static bool is_open(const struct reader *reader, int option)
{
    return reader->has_verb ? takes(&VERBS[reader->request->verb], option)
                            : (int)(COMMON_OPTIONS >> option & 1);
}

NORETURN static void refuse_option(const struct reader *reader, const char *text, bool known)
{
    if (!known) {
        fail_usage("there is no option %s", shown(text));
    }
    if (!reader->has_verb) {
        fail_usage("%s comes after the verb that it belongs to", shown(text));
    }
    fail_usage("%s takes no %s", VERBS[reader->request->verb].name, shown(text));
}

static void give(struct reader *reader, int option, const char *value)
{
    struct request *request = reader->request;
    if (option == KEY) {
        if (request->key_count == KEYS_MAX) {
            fail_usage("-k is given more than %d times", KEYS_MAX);
        }
        request->keys[request->key_count++] = value;
    } else if (request->given[option] != NULL) {
        fail_usage("%s is given twice", option_label((enum option_id)option));
    }
    request->given[option] = value;
}

/* The value of an option: what is left of its own argument, or the next one. */
static const char *value_of(struct reader *reader, int option, const char *rest)
{
    if (rest != NULL) {
        return rest;
    }
    if (*reader->argv == NULL) {
        fail_usage("%s wants %s", option_label((enum option_id)option), OPTIONS[option].value);
    }
    return *reader->argv++;
}

static void read_long(struct reader *reader, const char *text)
{
    const size_t len = strcspn(text, "=");
    const char *rest = text[len] == '=' ? &text[len + 1] : NULL;
    char label[32];
    snprintf(label, sizeof label, "--%.*s", (int)(len < 28 ? len : 28), text);
    bool known = false;
    for (int option = 0; option < OPTION_COUNT; option++) {
        const struct option *one = &OPTIONS[option];
        if (strlen(one->name) != len || strncmp(one->name, text, len) != 0) {
            continue;
        }
        known = true;
        if (!is_open(reader, option)) {
            continue;
        }
        if (one->value == NULL && rest != NULL) {
            fail_usage("%s takes no value", label);
        }
        give(reader, option, one->value == NULL ? "" : value_of(reader, option, rest));
        return;
    }
    refuse_option(reader, label, known);
}

/* One argument may hold several letters, of which the last may take a value: -0N, -c3. */
static void read_letters(struct reader *reader, const char *text)
{
    while (*text != '\0') {
        const char letter[] = {'-', *text, '\0'};
        bool known = false, done = false;
        for (int option = 0; option < OPTION_COUNT && !done; option++) {
            if (OPTIONS[option].letter != *text) {
                continue;
            }
            known = true;
            if (!is_open(reader, option)) {
                continue;
            }
            done = true;
            if (OPTIONS[option].value != NULL) {
                give(reader, option, value_of(reader, option, text[1] == '\0' ? NULL : &text[1]));
                return;
            }
            give(reader, option, "");
        }
        if (!done) {
            refuse_option(reader, letter, known);
        }
        text++;
    }
}

static void read_word(struct reader *reader, const char *text)
{
    struct request *request = reader->request;
    if (!reader->has_verb) {
        request->verb = find_verb(text);
        reader->has_verb = true;
        fail_in(text);
        for (int option = 0; option < OPTION_COUNT; option++) {
            if (request->given[option] != NULL && option != VERSION && !is_open(reader, option)) {
                fail_usage("%s takes no %s", text, option_label((enum option_id)option));
            }
        }
        return;
    }
    const struct verb *verb = &VERBS[request->verb];
    if (request->operand_count == verb->most) {
        if (verb->reads) {
            /* It may be what should be read, and a secret: it is not repeated here. */
            fail_usage("%s reads standard input, and takes %s alone", verb->name,
                       verb->operands[0] == '\0' ? "options" : verb->operands);
        }
        fail_usage("%s takes %s, and \"%s\" is too much", verb->name,
                   verb->operands[0] == '\0' ? "nothing" : verb->operands, shown(text));
    }
    request->operands[request->operand_count++] = text;
}

/* -5 is a number, for a verb to take or to refuse; -0 is an option. */
static bool is_negative(const struct reader *reader, const char *text)
{
    return reader->has_verb && text[1] >= '1' && text[1] <= '9';
}

void read_arguments(struct request *request, char **argv)
{
    struct reader reader = {.argv = argv, .request = request};
    while (*reader.argv != NULL) {
        const char *text = *reader.argv++;
        if (reader.operands_only || text[0] != '-' || text[1] == '\0' ||
            is_negative(&reader, text)) {
            read_word(&reader, text);
        } else if (strcmp(text, "--") == 0) {
            reader.operands_only = true;
        } else if (text[1] == '-') {
            read_long(&reader, text + 2);
        } else {
            read_letters(&reader, text + 1);
        }
        if (request->given[HELP] != NULL && (reader.has_verb || *reader.argv == NULL)) {
            show_help(reader.has_verb && request->verb != SHOW_HELP ? &VERBS[request->verb] : NULL);
        }
    }
    if (request->given[VERSION] != NULL) {
        show_version();
    }
    const struct verb *verb = &VERBS[request->verb];
    if (request->operand_count < verb->least) {
        fail_usage("%s wants %s", verb->name, verb->operands);
    }
    if (request->given[OUTPUT] != NULL && request->given[OUTPUT][0] == '\0') {
        fail_usage("-o wants the name of a file");
    }
}

const char *operand(const struct request *request, size_t which, const char *otherwise)
{
    return which < request->operand_count ? request->operands[which] : otherwise;
}

uint64_t option_number(const struct request *request, enum option_id option, uint64_t low,
                       uint64_t high, uint64_t otherwise)
{
    const char *text = request->given[option];
    return text == NULL ? otherwise : number(option_label(option), text, low, high);
}

int64_t option_time(const struct request *request)
{
    return (int64_t)option_number(request, AT, 1000000000, INT64_MAX, (uint64_t)time(NULL));
}

uint64_t operand_number(const struct request *request, const char *what, uint64_t low,
                        uint64_t high, uint64_t otherwise)
{
    return request->operand_count == 0 ? otherwise : number(what, request->operands[0], low, high);
}
