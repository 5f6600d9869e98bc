/* refused.h - a call that must be refused, and what it must leave behind
 *
 * The output is filled with CANARY first. Afterwards its first bytes hold the poison of a refused
 * call, all that follows holds CANARY still, and errno is what it was. */
#ifndef REFUSED_H
#define REFUSED_H

#include <csecrets.h>

#include "check.h"
#include "predicates.h"

#define CANARY 0xA5
#define KEPT_ERRNO 7777

/* Lengths that no object can have: a negative number, and the first one that is too large. */
#define TOO_LONG ((size_t)PTRDIFF_MAX + 1)

#define OK CSECRETS_OK
#define NULL_POINTER CSECRETS_ERR_NULL_POINTER
#define INVALID CSECRETS_ERR_INVALID_ARGUMENT
#define TOO_SMALL CSECRETS_ERR_BUFFER_TOO_SMALL
#define TOO_LARGE CSECRETS_ERR_TOO_LARGE
#define WEAK CSECRETS_ERR_WEAK
#define UNSATISFIABLE CSECRETS_ERR_UNSATISFIABLE
#define MALFORMED CSECRETS_ERR_MALFORMED
#define BAD_CHECKSUM CSECRETS_ERR_BAD_CHECKSUM
#define BAD_SIGNATURE CSECRETS_ERR_BAD_SIGNATURE
#define EXPIRED CSECRETS_ERR_EXPIRED
#define BAD_CODE CSECRETS_ERR_BAD_CODE
#define REPLAYED CSECRETS_ERR_REPLAYED
#define UNSUPPORTED CSECRETS_ERR_UNSUPPORTED

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

static int64_t answered;

/* Whether the call, made after prepare(), kept errno and gave the answer that is due. */
static inline bool is_answer(int64_t answer, int64_t due)
{
    const bool kept_errno = errno == KEPT_ERRNO;
    answered = answer;
    return kept_errno && answer == due;
}

static inline bool left(size_t nbytes, unsigned char poison)
{
    return holds(out.bytes, nbytes, poison) &&
           holds(out.bytes + nbytes, sizeof out - nbytes, CANARY);
}

/* The empty text; the rest of size bytes is as it was, or zero. */
static inline bool left_no_text(size_t size)
{
    for (size_t i = 1; i < size; i++)
        if (out.bytes[i] != 0 && out.bytes[i] != CANARY)
            return false;
    return out.bytes[0] == 0 && holds(out.bytes + size, sizeof out - size, CANARY);
}

/* A text of nchars characters. */
static inline bool left_text(size_t nchars)
{
    return strnlen(out.text, sizeof out) == nchars &&
           holds(out.bytes + nchars + 1, sizeof out - nchars - 1, CANARY);
}

static inline bool left_smallest(void)
{
    return out.i64[0] == INT64_MIN && holds(out.bytes + 8, sizeof out - 8, CANARY);
}

static inline bool left_not_a_number(void)
{
    return out.real[0] != out.real[0] && holds(out.bytes + 8, sizeof out - 8, CANARY);
}

/* What the output is left with. */
#define UNTOUCHED left(0, CANARY)
#define EMPTY_TEXT left(1, 0)
#define NO_TEXT(size) left_no_text(size)
#define TEXT(nchars) left_text(nchars)
#define ZEROS(nbytes) left(nbytes, 0)
#define ONES(nbytes) left(nbytes, 0xFF)
#define SMALLEST left_smallest()
#define NOT_A_NUMBER left_not_a_number()

static inline bool say_answer(void)
{
    fprintf(stderr, "  answered %lld\n", (long long)answered);
    return false;
}

/* The call gives this answer, leaves what is said here, touches nothing else, and keeps errno. */
#define ANSWERS(due, remains, call) \
    ((void)(CHECK(is_answer((prepare(), (call)), (due)) && (remains) && #call) || say_answer()))

/* The same of a call that also tells a length at &length. */
static size_t length __attribute__((unused));
#define DECODES(due, remains, len, call) \
    do { \
        length = 77; \
        ANSWERS(due, (remains) && length == (len), call); \
    } while (0)

#endif
