/* calls.h - every export in one table: how it is called, what it leaves after an error, and where a
 *           secret lies
 *
 * The promise programs are loops over this table, and calls.c holds it to the golden list of
 * exports: what is promised of all functions is tested of all. A new export is a row in the file of
 * its topic in calls/; what it is given lies in calls/given.h. */
#ifndef CALLS_H
#define CALLS_H

#include <csecrets.h>

#include "check.h"

/* What an output holds after an error. */
enum poison {
    ZEROS,
    ONES,
    EMPTY,         /* "", and nothing of a text after it */
    SMALLEST,      /* INT64_MIN */
    NOT_A_NUMBER,
    ERROR_NUMBER,  /* the system's, which is positive */
    ALL_ELEMENTS,  /* 0, 1, 2, ... in any order */
    NO_ERROR,      /* the function has none, or does not return from one */
};

/* How a secret is written where it lies. */
enum form {
    PUBLIC,      /* no secret */
    BYTES,       /* as it is; a drawn one as it was drawn */
    HEX,
    URLSAFE,
    CHARACTERS,  /* of the row's alphabet, each drawn for itself */
    CHOSEN,      /* what drawn words led to: integers, indices, elements, words of a list */
};

struct output {
    size_t size;  /* what the call says it is: all that it may write */
    enum poison poison;
    enum form form;
    bool optional;  /* NULL is fine */
};

struct input {
    const void *data;
    size_t size;  /* all that the call may read */
    enum form form;
    bool optional;
};

enum { OUTPUTS = 2, INPUTS = 5, ROOM = 2048 };

/* Where a call finds its outputs and inputs; NULL where the row has none. */
struct places {
    void *out[OUTPUTS];
    void *in[INPUTS];
};

/* What it takes for a source that gives one byte for ever to be found out. */
enum breaks { NEVER, UNEXPANDED, ALWAYS };

struct call {
    const char *export, *variant;
    int64_t (*make)(const struct places *places);
    int64_t answer;  /* where all goes well */
    int64_t refusal; /* of a NULL pointer */
    struct output out[OUTPUTS];
    struct input in[INPUTS];
    bool draws;
    bool aborts;          /* where others return an error */
    bool predicate;       /* answers 1 for proven, 0 for anything else */
    bool slow;            /* takes so long that a few rounds have to do */
    bool words;           /* needs the list of words, which a build may leave out */
    size_t stack;         /* bytes that a caller must have left, if more than SMALL_STACK */
    enum breaks breaks;   /* when ENTROPY_BROKEN is the answer to a source ... */
    unsigned char stuck;  /* ... that gives this byte alone */
    const char *alphabet; /* of the characters of a text */
};

/* What SIGSTKSZ was before it became a function of the processor. */
#ifdef __aarch64__
#define SMALL_STACK ((size_t)16384)
#else
#define SMALL_STACK ((size_t)8192)
#endif

#include "calls/given.h"

/* A row is one of
 *
 *     STATUS(export, variant, call, ...)                  answers CSECRETS_OK, or an error
 *     PREDICATE(export, variant, call, ...)               answers 1, or 0
 *     VALUE(export, variant, call, answer, refusal, ...)  answers a number
 *     NOTHING(export, variant, call, ...)                 answers nothing
 *
 * The call finds its places under the names below; what follows sets fields of struct call. */
#define OUT places->out[0]
#define OUT_2 places->out[1]
#define IN places->in[0]
#define IN_2 places->in[1]
#define IN_3 places->in[2]
#define IN_4 places->in[3]
#define IN_5 places->in[4]

#define ROW(export, variant, call) \
    static int64_t export##_##variant(const struct places *places) \
    { \
        (void)places; \
        return (int64_t)(call); \
    }
#define STATUS(export, variant, call, ...) ROW(export, variant, call)
#define PREDICATE(export, variant, call, ...) ROW(export, variant, call)
#define VALUE(export, variant, call, ...) ROW(export, variant, call)
#define NOTHING(export, variant, call, ...) ROW(export, variant, (call, 0))
#include "calls/rows.h"
#undef ROW
#undef STATUS
#undef PREDICATE
#undef VALUE
#undef NOTHING

#define ROW(name, kind, ...) {#name, #kind, name##_##kind, __VA_ARGS__},
#define STATUS(export, variant, call, ...) \
    ROW(export, variant, CSECRETS_OK, CSECRETS_ERR_NULL_POINTER, __VA_ARGS__)
#define PREDICATE(export, variant, call, ...) \
    ROW(export, variant, 1, 0, .predicate = true, __VA_ARGS__)
#define VALUE(export, variant, call, ...) ROW(export, variant, __VA_ARGS__)
#define NOTHING(export, variant, call, ...) ROW(export, variant, 0, 0, __VA_ARGS__)
/* A row says only what it has. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
static const struct call calls[] = {
#include "calls/rows.h"
};
#pragma GCC diagnostic pop
#define CALLS (sizeof calls / sizeof calls[0])
#undef ROW
#undef STATUS
#undef PREDICATE
#undef VALUE
#undef NOTHING

#undef OUT
#undef OUT_2
#undef IN
#undef IN_2
#undef IN_3
#undef IN_4
#undef IN_5

#endif
