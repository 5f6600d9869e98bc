/* number.h - arguments read strictly: all of the text is the number, and it is in bounds */
#ifndef NUMBER_H
#define NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* Decimal digits; false if there is anything else, or it is not from low to high. */
bool is_number(const char *text, uint64_t low, uint64_t high, uint64_t *out);

/* The same, or the program ends with a message of what takes a number. */
uint64_t number(const char *what, const char *text, uint64_t low, uint64_t high);

int64_t signed_number(const char *what, const char *text);

/* "2x5" or "2d6": two numbers with a letter between them; the first may be missing, and is 1. */
bool is_pair(const char *text, char between, uint64_t most, uint64_t *first, uint64_t *second);

/* "90s", "15m", "1h", "7d", "2w", in seconds, up to a hundred years. */
bool is_duration(const char *text, int64_t *seconds);

#endif
