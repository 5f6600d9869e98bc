/* refused.h - a call that must be refused, and what it must leave behind
 *
 * The output is filled with CANARY first. Afterwards its first bytes hold the poison of rule 3, all
 * that follows holds CANARY still, and errno is what it was. */
#ifndef REFUSED_H
#define REFUSED_H

#include <csecrets.h>

#include "check.h"

#define CANARY 0xA5
#define KEPT_ERRNO 7777

/* Lengths that no object can have: a negative number, and the first one that is too large. */
#define TOO_LONG ((size_t)PTRDIFF_MAX + 1)

static union {
    unsigned char bytes[512];
    char text[512];
    uint8_t big[512];
    uint64_t u64[64];
    uint32_t u32[128];
    int64_t i64[64];
    size_t size[64];
    double real[64];
} out;

static inline void prepare(void)
{
    memset(&out, CANARY, sizeof out);
    errno = KEPT_ERRNO;
}

static inline bool left(size_t nbytes, unsigned char poison)
{
    return holds(out.bytes, nbytes, poison) &&
           holds(out.bytes + nbytes, sizeof out - nbytes, CANARY);
}

/* The call answers this status, leaves what is said here, and touches nothing else. */
#define ANSWERS(status, remains, call) \
    (prepare(), CHECK((call) == (status)), CHECK(left(remains) && #call), \
     CHECK(errno == KEPT_ERRNO && #call))

/* What remains: how many bytes of which poison. */
#define UNTOUCHED 0, CANARY
#define EMPTY_TEXT 1, 0
#define ZEROS(nbytes) (nbytes), 0
#define ONES(nbytes) (nbytes), 0xFF

#endif
