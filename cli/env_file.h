/* env_file.h - the lines of an env file: NAME=VALUE, comments, and nothing else */
#ifndef ENV_FILE_H
#define ENV_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "memory.h"

struct entry {
    const char *text; /* all of it, and its newline if there is one */
    size_t len;
    const char *name; /* NULL for a comment or an empty line */
    size_t name_len;
    const char *value; /* as it is written, with its quotes */
    size_t value_len;
};

struct reader_of_entries {
    const char *path; /* for messages */
    const char *at, *end;
    size_t line;
};

struct reader_of_entries read_entries(const char *path, const struct buffer *text);

/* The next one, or false at the end; ends the program if there is something else. */
bool next_entry(struct reader_of_entries *reader, struct entry *entry);

/* The last entry of this name, which is the one that counts. */
bool find_entry(const char *path, const struct buffer *text, const struct entry *wanted,
                struct entry *found);

#endif
