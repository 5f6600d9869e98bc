/* progress.c - one line on standard error, which is a terminal's alone */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "progress.h"

enum { PATIENCE_MS = 1000, PACE_MS = 200 };

static bool is_shown;

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void progress(const char *what, uint64_t done, uint64_t total)
{
    static int64_t next_ms;
    const int64_t now = now_ms();
    if (next_ms == 0) {
        next_ms = now + PATIENCE_MS;
    }
    if (now < next_ms || !isatty(STDERR_FILENO)) {
        return;
    }
    next_ms = now + PACE_MS;
    fprintf(stderr, "\r%s %" PRIu64, what, done);
    if (total > 0) {
        fprintf(stderr, " of %" PRIu64, total);
    }
    is_shown = true;
}

void progress_end(void)
{
    if (is_shown) {
        fputs("\r\033[K", stderr);
        is_shown = false;
    }
}
