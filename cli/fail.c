/* fail.c - ending with a message; what memory holds is wiped on the way out (memory.c) */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "fail.h"
#include "progress.h"

static const char *the_verb = "";

void fail_in(const char *verb)
{
    the_verb = verb;
}

static PRINTF(1, 0) void say(const char *format, va_list arguments)
{
    progress_end();
    fputs("csecrets: ", stderr);
    vfprintf(stderr, format, arguments);
    fputs("\n", stderr);
}

void fail(enum exit_status status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    exit((int)status);
}

void fail_usage(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
    if (the_verb[0] == '\0') {
        fputs("`csecrets --help` shows what there is\n", stderr);
    } else {
        fprintf(stderr, "`csecrets help %s` shows how it is used\n", the_verb);
    }
    exit(USAGE);
}

void warn(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    say(format, arguments);
    va_end(arguments);
}

void require_ok(csecrets_status status)
{
    switch (status) {
    case CSECRETS_OK:
        return;
    case CSECRETS_ERR_ENTROPY_UNAVAILABLE:
    case CSECRETS_ERR_ENTROPY_BROKEN:
        fail(NO_RANDOMNESS, "%s; `csecrets probe` says more", csecrets_strerror(status));
    default:
        fail(REFUSED, "%s", csecrets_strerror(status));
    }
}

const char *shown(const char *text)
{
    enum { SHOWN_MAX = 40 };
    static char copy[SHOWN_MAX + 4];
    size_t len = 0;
    for (; text[len] != '\0' && len < SHOWN_MAX; len++) {
        copy[len] = text[len];
        if (text[len] < ' ' || text[len] > '~') {
            copy[len] = '?';
        }
    }
    snprintf(&copy[len], sizeof copy - len, "%s", text[len] == '\0' ? "" : "...");
    return copy;
}
