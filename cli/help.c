/* help.c - the help, from the table */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "help.h"

/* How many letters have to be put in, taken away or replaced to make one word of another. */
static size_t distance(const char *a, const char *b)
{
    enum { WORD_MAX = 16 };
    size_t row[WORD_MAX + 1];
    const size_t width = strlen(b);
    if (strlen(a) > WORD_MAX || width > WORD_MAX) {
        return WORD_MAX;
    }
    for (size_t i = 0; i <= width; i++) {
        row[i] = i;
    }
    for (; *a != '\0'; a++) {
        size_t diagonal = row[0]++;
        for (size_t i = 1; i <= width; i++) {
            const size_t replaced = diagonal + (*a != b[i - 1]);
            const size_t other = (row[i] < row[i - 1] ? row[i] : row[i - 1]) + 1;
            diagonal = row[i];
            row[i] = replaced < other ? replaced : other;
        }
    }
    return row[width];
}

/* What other tools call it. */
static const struct {
    const char *word;
    enum verb_id verb;
} SYNONYMS[] = {
    {"token", URL},      {"urlsafe", URL},       {"base64", URL},   {"random", BYTES},
    {"rand", BYTES},     {"number", BELOW},      {"range", INT},    {"randint", INT},
    {"roll", DICE},      {"choice", PICK},       {"choose", PICK},  {"sample", PICK},
    {"shuf", SHUFFLE},   {"passphrase", PHRASE}, {"words", PHRASE}, {"pwgen", PASSWORD},
    {"apikey", API_KEY}, {"uuidgen", UUID},      {"sha256", HASH},  {"otp", TOTP},
};

enum verb_id find_verb(const char *name)
{
    size_t best = 3;
    const char *nearest = NULL;
    for (int verb = 0; verb < VERB_COUNT; verb++) {
        const size_t far = distance(name, VERBS[verb].name);
        if (far == 0) {
            return (enum verb_id)verb;
        }
        if (far < best && far < strlen(VERBS[verb].name)) {
            best = far;
            nearest = VERBS[verb].name;
        }
    }
    for (size_t i = 0; i < sizeof SYNONYMS / sizeof SYNONYMS[0]; i++) {
        if (strcmp(SYNONYMS[i].word, name) == 0) {
            nearest = VERBS[SYNONYMS[i].verb].name;
        }
    }
    if (name[0] >= '0' && name[0] <= '9') {
        fail_usage("a number comes after a verb: `csecrets url %s`, or hex, or password",
                   shown(name));
    }
    if (nearest != NULL) {
        fail_usage("there is no verb \"%s\"; did you mean %s?", shown(name), nearest);
    }
    fail_usage("there is no verb \"%s\"", shown(name));
}

enum { COLUMN = 26, WIDTH = 100 };

/* A column of its own, and text that is broken between words. */
static void add_row(struct buffer *out, const char *left, const char *right)
{
    char line[WIDTH + 2];
    size_t at = (size_t)snprintf(line, sizeof line, "  %-*s", COLUMN - 2, left);
    buffer_add_text(out, line);
    if (at > COLUMN) {
        buffer_add_text(out, "\n");
        at = 0;
    }
    while (*right != '\0') {
        const size_t len = strcspn(right, " ");
        if (at == 0 || at + len + 1 > WIDTH) {
            snprintf(line, sizeof line, "%s%*s", at == 0 ? "" : "\n", COLUMN, "");
            buffer_add_text(out, line);
            at = COLUMN;
        } else if (at > COLUMN) {
            buffer_add_text(out, " ");
            at++;
        }
        buffer_add(out, right, len);
        right += len + (right[len] == ' ');
        at += len;
    }
    buffer_add_text(out, "\n");
}

static void add_option(struct buffer *out, const struct option *option)
{
    char left[WIDTH];
    const char letter[] = {'-', option->letter, ',', ' ', '\0'};
    snprintf(left, sizeof left, "%s--%s%s%s", option->letter == 0 ? "    " : letter, option->name,
             option->value == NULL ? "" : " ", option->value == NULL ? "" : option->value);
    add_row(out, left, option->help);
}

/* Lines of the table, each after two spaces. */
static void add_lines(struct buffer *out, const char *lines)
{
    while (*lines != '\0') {
        const size_t len = strcspn(lines, "\n") + 1;
        buffer_add_text(out, "  ");
        buffer_add(out, lines, len);
        lines += len;
    }
}

static void add_verb_help(struct buffer *out, const struct verb *verb)
{
    const char *space = verb->operands[0] == '\0' ? "" : " ";
    const char *parts[] = {"usage: csecrets ", verb->name, " [OPTION...]",  space,
                           verb->operands,     "\n\n  ",   verb->summary, "\n"};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        buffer_add_text(out, parts[i]);
    }
    add_lines(out, verb->details == NULL ? "" : verb->details);
    buffer_add_text(out, "\nOptions\n");
    for (int option = ALPHABET; option < OPTION_COUNT; option++) {
        if (takes(verb, option)) {
            add_option(out, &OPTIONS[option]);
        }
    }
    for (int option = 0; option < ALPHABET; option++) {
        if (takes(verb, option)) {
            add_option(out, &OPTIONS[option]);
        }
    }
    buffer_add_text(out, "\nExamples\n");
    add_lines(out, verb->examples);
}

static void add_all_help(struct buffer *out)
{
    buffer_add_text(
        out, "usage: csecrets [OPTION...] [VERB [OPERAND...]]\n\n"
             "Secrets that nobody can guess. Without a verb: a url-safe token of 32 bytes.\n");
    for (int i = 0; i < VERB_COUNT; i++) {
        char left[WIDTH];
        if (VERBS[i].heading != NULL) {
            buffer_add_text(out, "\n");
            buffer_add_text(out, VERBS[i].heading);
            buffer_add_text(out, "\n");
        }
        snprintf(left, sizeof left, "%s %s", VERBS[i].name, VERBS[i].operands);
        add_row(out, left, VERBS[i].summary);
    }
    buffer_add_text(out, "\nOptions of most verbs\n");
    for (int option = 0; option < ALPHABET; option++) {
        add_option(out, &OPTIONS[option]);
    }
    buffer_add_text(
        out,
        "\nExamples\n"
        "  csecrets                          a session id\n"
        "  csecrets hex 16 -c 3              three ids in hexadecimal\n"
        "  csecrets password 16 -s no -L     a password to type, without symbols and lookalikes\n"
        "  seq 49 | csecrets pick 6          lottery numbers\n"
        "  csecrets keyfile app.key          a key in a file of its own\n"
        "\nN is bytes, unless it says otherwise. A secret is never an argument: @FILE is a file of one.\n"
        "Exit status: 0 done or valid, 1 refused, 2 usage, 4 no randomness, 5 not written.\n"
        "`csecrets help VERB` says more of each; so do csecrets(1) and csecrets-keys(1).\n");
}

NORETURN static void print(struct buffer *text)
{
    write_standard_output(text);
    exit(DONE);
}

void show_help(const struct verb *verb)
{
    static struct buffer text = {.plain = true};
    if (verb == NULL) {
        add_all_help(&text);
    } else {
        add_verb_help(&text, verb);
    }
    print(&text);
}

void show_version(void)
{
    static struct buffer text = {.plain = true};
    buffer_add_text(&text, "csecrets ");
    buffer_add_text(&text, csecrets_version());
    buffer_add_text(&text, "\n");
    print(&text);
}
