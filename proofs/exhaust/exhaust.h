/* exhaust.h - runs through all inputs there are, every processor through its part of them, and
 *             counts those whose result is wrong
 *
 * A program of this folder takes one argument: of how many inputs one is taken, 1 if none is given.
 * Each function is also judged by a definition with a flaw, by which something must be wrong. */
#ifndef EXHAUST_H
#define EXHAUST_H

#include <csecrets.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* How many of the inputs first, first + step, ... below end are wrong. */
typedef uint64_t judge(uint64_t first, uint64_t end, uint64_t step);

static bool flawed;
static int failed;

static inline uint64_t count_wrong(uint64_t inputs, uint64_t step, judge *wrong)
{
    const uint64_t processors = (uint64_t)sysconf(_SC_NPROCESSORS_ONLN);
    uint64_t *found = mmap(NULL, 8 * processors, PROT_READ | PROT_WRITE,
                           MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (found == MAP_FAILED)
        exit(2);
    memset(found, 0xFF, 8 * processors);
    for (uint64_t i = 0; i < processors; i++)
        if (fork() == 0) {
            found[i] = wrong(i * step, inputs, processors * step);
            _exit(0);
        }
    while (wait(NULL) > 0)
        ;
    uint64_t sum = 0;
    for (uint64_t i = 0; i < processors; i++)
        sum += found[i];
    munmap(found, 8 * processors);
    return sum;
}

/* One of `step` of the inputs below `inputs`, each of which stands for `times` as many; and before
 * it as few as are enough for the flaw to show. */
static inline void exhaust(const char *what, uint64_t inputs, uint64_t step, uint64_t times,
                           judge *wrong)
{
    const uint64_t few = inputs < 1 << 20 ? inputs : 1 << 20;
    flawed = true;
    const uint64_t seen = count_wrong(few, 1, wrong);
    flawed = false;
    const uint64_t mistakes = count_wrong(inputs, step, wrong);
    printf("%s: %llu inputs, %llu wrong; with a flawed definition %s\n", what,
           (unsigned long long)(times * ((inputs + step - 1) / step)),
           (unsigned long long)mistakes, seen > 0 ? "some" : "NONE");
    fflush(stdout);
    failed |= mistakes > 0 || seen == 0;
}

static inline uint64_t step_of(int argc, char **argv)
{
    return argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
}

#endif
