/* guard.h - memory between two pages that nobody may touch
 *
 * An object that ends at the last byte, or begins at the first, makes a read or a write of one byte
 * too many a crash. */
#ifndef GUARD_H
#define GUARD_H

#include "check.h"
#include "system.h"

#define CANARY 0xA5

struct room {
    unsigned char *start;
    size_t size;
};

static inline struct room room(size_t pages)
{
    const size_t page = page_size();
    unsigned char *all = untouchable((pages + 2) * page);
    if (all == NULL || !allow(all + page, pages * page, WRITABLE)) {
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

static inline bool reads(void *byte)
{
    return *(volatile unsigned char *)byte == CANARY;
}

static inline bool writes(void *byte)
{
    *(volatile unsigned char *)byte = 0;
    return true;
}

#endif
