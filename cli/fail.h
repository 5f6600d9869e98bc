/* fail.h - the exit statuses, and ending with one of them */
#ifndef FAIL_H
#define FAIL_H

#include <csecrets.h>

enum exit_status { DONE = 0, REFUSED = 1, USAGE = 2, NO_RANDOMNESS = 4, NOT_WRITTEN = 5 };

#if defined(__GNUC__)
#  define PRINTF(format, first) __attribute__((__format__(__printf__, format, first)))
#  define NORETURN __attribute__((__noreturn__))
#else
#  define PRINTF(format, first)
#  define NORETURN
#endif

/* Says on standard error what was wrong and what would be right, and ends. */
NORETURN PRINTF(2, 3) void fail(enum exit_status status, const char *format, ...);

/* The same for arguments: it also says where the help is. */
NORETURN PRINTF(1, 2) void fail_usage(const char *format, ...);

PRINTF(1, 2) void warn(const char *format, ...);

/* Ends if the library did not answer CSECRETS_OK. */
void require_ok(csecrets_status status);

/* An argument as it may be shown: what would upset a terminal is '?', and what is long is cut. */
const char *shown(const char *text);

/* The verb whose help fail_usage() names; "" is the command's own. */
void fail_in(const char *verb);

#endif
