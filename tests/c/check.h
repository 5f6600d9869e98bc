/* check.h - what every program of this folder counts its checks with
 *
 * A failed check prints its place and its words, and the program goes on: one run shows all that is
 * wrong. Only libc is needed. */
#ifndef CHECK_H
#define CHECK_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static unsigned long checks, failures;

#define CHECK(condition) check((condition), __FILE__, __LINE__, #condition)

static inline bool check(bool holds, const char *file, int line, const char *words)
{
    checks++;
    if (!holds) {
        failures++;
        fprintf(stderr, "%s:%d: %s\n", file, line, words);
    }
    return holds;
}

/* What main returns. */
static inline int check_done(const char *name)
{
    printf("%s: %lu checks, %lu failed\n", name, checks, failures);
    return failures > 0 || checks == 0;
}

/* Whether each of nbytes bytes is this one. */
static inline bool holds(const void *data, size_t nbytes, unsigned char byte)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < nbytes; i++)
        if (bytes[i] != byte)
            return false;
    return true;
}

#endif
