/* request.h - what the command line asks for, once it is read */
#ifndef REQUEST_H
#define REQUEST_H

#include "table.h"

enum { KEYS_MAX = 8 };

struct request {
    enum verb_id verb;
    /* An option's value, "" for one that takes none; NULL if it was not given. */
    const char *given[OPTION_COUNT];
    const char *keys[KEYS_MAX];
    size_t key_count;
    const char *operands[OPERANDS_MAX];
    size_t operand_count;
};

/* Ends the program, with the help or with what is wrong, unless there is something to be done. */
void read_arguments(struct request *request, char **argv);

/* How a message names an option: "-c", or "--json" if it has no letter. */
const char *option_label(enum option_id option);

/* An operand if it was given, else a word. */
const char *operand(const struct request *request, size_t which, const char *otherwise);

/* The time that --at says, or the clock. */
int64_t option_time(const struct request *request);

/* The number that an option or an operand says, or another one if it was not given. */
uint64_t option_number(const struct request *request, enum option_id option, uint64_t low,
                       uint64_t high, uint64_t otherwise);
uint64_t operand_number(const struct request *request, const char *what, uint64_t low,
                        uint64_t high, uint64_t otherwise);

#endif
