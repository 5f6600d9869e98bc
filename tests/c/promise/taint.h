/* taint.h - secrets as memcheck follows them, as bytes that count as uninitialised: each branch and
 *           each address that depends on one is reported; without valgrind nothing is */
#ifndef TAINT_H
#define TAINT_H

#include <stdbool.h>
#include <stddef.h>

#include <valgrind/memcheck.h>

/* Where valgrind does not know the processor, its macros use none of their arguments. */
static inline void hide(void *secret, size_t nbytes)
{
    (void)secret;
    (void)nbytes;
    (void)VALGRIND_MAKE_MEM_UNDEFINED(secret, nbytes);
}

static inline void show(void *secret, size_t nbytes)
{
    (void)secret;
    (void)nbytes;
    (void)VALGRIND_MAKE_MEM_DEFINED(secret, nbytes);
}

/* Whether each of these bytes has a bit that is tainted, or nothing is. */
static inline bool tainted(const void *bytes, size_t nbytes)
{
    for (size_t i = 0; i < nbytes && RUNNING_ON_VALGRIND; i++) {
        unsigned char bits = 0;
        (void)VALGRIND_GET_VBITS((const unsigned char *)bytes + i, &bits, 1);
        if (bits == 0)
            return false;
    }
    (void)bytes;
    return true;
}

static inline unsigned reports(void)
{
    return VALGRIND_COUNT_ERRORS;
}

#endif
