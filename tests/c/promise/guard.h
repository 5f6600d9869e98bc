/* guard.h - memory between two pages that nobody may touch
 *
 * An object that ends at the last byte, or begins at the first, makes a read or a write of one byte
 * too many a crash. */
#ifndef GUARD_H
#define GUARD_H

#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "check.h"

#define CANARY 0xA5

struct room {
    unsigned char *start;
    size_t size;
};

static inline struct room room(size_t pages)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    unsigned char *all = mmap(NULL, (pages + 2) * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS,
                              -1, 0);
    if (all == MAP_FAILED || mprotect(all + page, pages * page, PROT_READ | PROT_WRITE) != 0) {
        perror("guard.h");
        exit(2);
    }
    return (struct room){all + page, pages * page};
}

/* An object of nbytes bytes at the very start or the very end, and CANARY all around it. */
static inline void *place(struct room room, size_t nbytes, bool at_end)
{
    memset(room.start, CANARY, room.size);
    return at_end ? room.start + room.size - nbytes : room.start;
}

/* Whether everything in the room but the first nbytes bytes of the object is CANARY still. */
static inline bool only_wrote(struct room room, const void *object, size_t nbytes)
{
    const unsigned char *begin = object, *end = room.start + room.size;
    return holds(room.start, (size_t)(begin - room.start), CANARY) &&
           holds(begin + nbytes, (size_t)(end - begin) - nbytes, CANARY);
}

/* Whether a child crashes that does no more than read, or write, the byte before an object at the
 * very start or the byte after one at the very end. */
static inline bool crashes(volatile unsigned char *byte, bool writes)
{
    int status = 0;
    const pid_t child = fork();
    if (child == 0) {
        const struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        if (writes)
            *byte = 0;
        else
            (void)*byte;
        _exit(0);
    }
    return waitpid(child, &status, 0) == child && WIFSIGNALED(status) &&
           WTERMSIG(status) == SIGSEGV;
}

#endif
