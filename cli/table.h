/* table.h - what can be asked for: the parser, the help and the completions read this table */
#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>
#include <stdint.h>

enum option_id {
    COUNT, NUL, NO_NEWLINE, OUTPUT, SHOW_BITS, JSON, WEAK, HELP, VERSION,
    ALPHABET, CHARS, STRENGTH, LOWER, UPPER, DIGITS, SYMBOLS, EXCLUDE, NO_LOOKALIKES, SEPARATOR,
    KEY, PURPOSE, EXPIRES, TAG, ISSUER, USER, CODE_DIGITS, PERIOD, SHA256, WINDOW, AFTER, AT,
    OPTION_COUNT
};

struct option {
    const char *name;
    char letter;       /* 0 if it has none */
    const char *value; /* what it takes, for the help; NULL for nothing */
    const char *words; /* values to complete; "FILE" for a path, "@FILE" for a key */
    const char *help;
};

enum verb_id {
    URL, HEX, BYTES, TEXT, BELOW, INT, DICE, PICK, SHUFFLE, PASSWORD, PHRASE, CODE, PIN, API_KEY,
    CHECK, UUID, SIGN, VERIFY, HMAC, HASH, TOTP, ENV, KEYFILE, PROBE, SHOW_HELP,
    VERB_COUNT
};

enum { OPERANDS_MAX = 2 };

struct verb {
    const char *name;
    const char *operands;    /* for the help */
    size_t least, most;      /* how many operands */
    int reads;               /* whether it reads standard input */
    const char *words;       /* operands to complete, as an option's values */
    uint64_t options;        /* a bit of each option_id that it takes */
    const char *heading;     /* of the help, if a part begins here */
    const char *summary;
    const char *details;     /* for its own help, or NULL; each line ends in \n */
    const char *examples;    /* the same */
};

extern const struct option OPTIONS[OPTION_COUNT];
extern const struct verb VERBS[VERB_COUNT];

static inline int takes(const struct verb *verb, int option)
{
    return (int)(verb->options >> option & 1);
}

/* Those that mean the same for every verb, and so may come before it. */
extern const uint64_t COMMON_OPTIONS;

#endif
