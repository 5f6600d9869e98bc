/* memory.c - whole pages for each buffer, so that locking one touches no other */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#ifdef __linux__
#  include <sys/prctl.h>
#endif

#include "fail.h"
#include "memory.h"

static const size_t SECRET_MAX = (size_t)1 << 30;

/* Every allocation there is: a buffer may be gone when the program ends, its memory is not. */
struct block {
    void *data;
    size_t size;
    bool is_locked;
    struct block *next;
};

static struct block *blocks;

static void free_block(struct block **link)
{
    struct block *block = *link;
    *link = block->next;
    csecrets_wipe(block->data, block->size);
    if (block->is_locked) {
        munlock(block->data, block->size);
    }
    free(block->data);
    free(block);
}

static void wipe_all(void)
{
    while (blocks != NULL) {
        free_block(&blocks);
    }
}

void memory_guard(void)
{
    const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef __linux__
    prctl(PR_SET_DUMPABLE, 0L);
#endif
    if (atexit(wipe_all) != 0) {
        fail(REFUSED, "not enough memory");
    }
}

size_t memory_lockable(void)
{
    struct rlimit limit;
    /* Root's may be lifted by a capability, which only a try can tell. */
    if (getrlimit(RLIMIT_MEMLOCK, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
        limit.rlim_cur > SIZE_MAX) {
        return SIZE_MAX;
    }
    return (size_t)limit.rlim_cur;
}

static bool lock(const void *data, size_t size)
{
    static bool said;
    if (mlock(data, size) == 0) {
        return true;
    }
    if (!said) {
        said = true;
        warn("note: %zu KB of secrets could not be locked and may reach swap: %s (ulimit -l "
             "is %zu KB)",
             size / 1024, strerror(errno), memory_lockable() / 1024);
    }
    return false;
}

static struct block *allocate(size_t size, bool is_secret)
{
    struct block *block = malloc(sizeof *block);
    void *data = NULL;
    if (block == NULL || posix_memalign(&data, (size_t)sysconf(_SC_PAGESIZE), size) != 0) {
        fail(REFUSED, "not enough memory: %zu MB are wanted", size >> 20);
    }
    *block = (struct block){data, size, is_secret && lock(data, size), blocks};
    blocks = block;
    return block;
}

static void enlarge(struct buffer *buffer, size_t wanted)
{
    const size_t page = (size_t)sysconf(_SC_PAGESIZE);
    const size_t twice = buffer->size * 2;
    const size_t size = ((wanted > twice ? wanted : twice) + page - 1) / page * page;
    struct block *block = allocate(size, !buffer->plain);
    struct buffer old = *buffer;
    if (old.len > 0) {
        memcpy(block->data, old.data, old.len);
    }
    buffer_free(buffer);
    buffer->data = block->data;
    buffer->len = old.len;
    buffer->size = size;
}

unsigned char *buffer_room(struct buffer *buffer, size_t nbytes)
{
    const size_t most = buffer->plain ? SIZE_MAX / 2 : SECRET_MAX;
    if (nbytes > most - buffer->len) {
        fail(REFUSED,
             "more than 1 GiB at once, which has to stand in memory: ask for less, more often");
    }
    if (buffer->data == NULL || nbytes > buffer->size - buffer->len) {
        enlarge(buffer, buffer->len + nbytes);
    }
    return buffer->data + buffer->len;
}

void buffer_add(struct buffer *buffer, const void *data, size_t nbytes)
{
    if (nbytes > 0) {
        memcpy(buffer_room(buffer, nbytes), data, nbytes);
        buffer->len += nbytes;
    }
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
    buffer_add(buffer, text, strlen(text));
}

void buffer_drop_line_end(struct buffer *buffer)
{
    static const char end[] = "\n\r";
    for (size_t i = 0; i < sizeof end - 1; i++) {
        if (buffer->len > 0 && buffer->data[buffer->len - 1] == end[i]) {
            buffer->len--;
        }
    }
}

void buffer_free(struct buffer *buffer)
{
    if (buffer->data != NULL) {
        struct block **link = &blocks;
        while ((*link)->data != buffer->data) {
            link = &(*link)->next;
        }
        free_block(link);
    }
    *buffer = (struct buffer){.plain = buffer->plain};
}
