/* faulty_getrandom.h - how the getrandom of faulty_getrandom.c behaves; a program that was started
 *                      with it finds the plan under the name faulty_plan */
#ifndef FAULTY_GETRANDOM_H
#define FAULTY_GETRANDOM_H

#include <stddef.h>

enum { REAL_BYTES = -1, COUNTING_BYTES = -2 };

struct faulty_plan {
    size_t at_most;          /* bytes that one call gives; 0: as many as are asked for */
    unsigned interruptions;  /* calls that end in EINTR before any other */
    unsigned long fail_at;   /* the call that fails, counted from 1; 0: none */
    int error;               /* its errno; 0: it answers 0, for "no byte" */
    size_t beyond;           /* added to each answer: a lie about what was given */
    int bytes;               /* what is given: 0 to 255, always this byte; or one of the above */
    unsigned long stuck;     /* where not 0, how many calls give this byte; real bytes follow */

    unsigned long calls;     /* so far, without those that ended in EINTR */
    size_t given;            /* bytes so far */
};

#endif
