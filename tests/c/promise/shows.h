/* shows.h - what a call shows of a secret, which is hidden from valgrind while the call works with it */
#ifndef SHOWS_H
#define SHOWS_H

#include <csecrets.h>

#include "check.h"
#include "taint.h"

/* The system's bytes, as the library draws them under valgrind, where there is no vDSO. */
#define BEFORE_A_DRAW() ((void)0)
#define AFTER_A_DRAW(out, size) hide((out), (size))
#include "script.h"

static struct script real_bytes;

static struct script *the_script(void)
{
    return &real_bytes;
}

enum { ROOM = 9000 };

/* Bytes that are no secret until a call is to see them; what it makes of them before, and then. */
static unsigned char data[ROOM], expected[ROOM], out[ROOM];
static size_t length;

/* The call is not reported, and writes nbytes bytes that are tainted, from the place `from` on. */
#define DRAWS(nbytes, call) \
    do { \
        memset(out, 0, sizeof out); \
        const unsigned before = reports(); \
        csecrets_status status = (call); \
        CHECK(reports() == before && #call); \
        CHECK(tainted(out, (nbytes)) && #call); \
        show(&status, sizeof status); \
        show(out, sizeof out); \
        CHECK(status == CSECRETS_OK); \
    } while (0)

/* The same of a secret that is handed in, with at most so many reports of what may show. */
#define MAKES(from, nbytes, most, secret, secret_nbytes, call) \
    do { \
        memset(out, 0, sizeof out); \
        CHECK((call) == CSECRETS_OK); \
        memcpy(expected, out, sizeof out); \
        memset(out, 0, sizeof out); \
        hide((secret), (secret_nbytes)); \
        const unsigned before = reports(); \
        csecrets_status status = (call); \
        CHECK(reports() - before <= (most) && #call); \
        CHECK(tainted(out + (from), (nbytes)) && #call); \
        show(&status, sizeof status); \
        show(out, sizeof out); \
        show((secret), (secret_nbytes)); \
        CHECK(status == CSECRETS_OK && memcmp(out, expected, sizeof out) == 0); \
    } while (0)

/* The call shows its verdict, by at most so many reports. The verdict does depend on the secret:
 * there is a report, or the answer is tainted. */
#define SHOWS(verdict, most, secret, secret_nbytes, call) \
    do { \
        hide((secret), (secret_nbytes)); \
        const unsigned before = reports(); \
        int32_t answer = (call); \
        const unsigned shown = reports() - before; \
        CHECK(shown <= (most) && #call); \
        CHECK((shown > 0 || tainted(&answer, 1)) && #call); \
        show(&answer, sizeof answer); \
        show((secret), (secret_nbytes)); \
        CHECK(answer == (verdict) && #call); \
    } while (0)

#endif
