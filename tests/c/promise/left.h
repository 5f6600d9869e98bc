/* left.h - what a call leaves of a secret, in memory and in registers
 *
 * Children make the same call with different secrets: whatever they leave that differs depends on
 * the secret, whichever form it has. Two children with one secret show what differs by itself. In
 * what differs, the forms are looked for that give a secret away. */
#ifndef LEFT_H
#define LEFT_H

#include <sched.h>
#include <sys/mman.h>

#include "forms.h"
#include "stopped.h"

enum { SECRETS = 8 };

/* Bytes that depend on the secret, and bytes that are part of a form of it. */
struct held {
    size_t differ, forms[KINDS];
};

struct left {
    size_t secrets;      /* how many were compared */
    bool known[KINDS];   /* which forms were looked for */
    struct held memory, general, vectors;
    ptrdiff_t place;     /* of the first byte of memory that differs, from the caller's frame on */
};

/* What this program knows of secrets, in memory that a child does not have. */
struct searcher {
    struct snapshot after[SECRETS], again;
    struct forms forms;
    bool differs[MOST_BYTES];
    unsigned char kinds[MOST_BYTES]; /* a bit for each kind of which a byte is part */
};
static struct searcher *searcher;

/* On one processor: the number of the one that a child runs on lies in its memory. */
static inline void start_searching(void)
{
    cpu_set_t all, one;
    size_t cpu = 0;
    CHECK(sched_getaffinity(0, sizeof all, &all) == 0);
    while (cpu < CPU_SETSIZE - 1 && !CPU_ISSET(cpu, &all))
        cpu++;
    CPU_ZERO(&one);
    CPU_SET(cpu, &one);
    CHECK(sched_setaffinity(0, sizeof one, &one) == 0);
    searcher = own_memory(sizeof *searcher, false);
    if (!can_trace())
        copied = own_memory((SECRETS + 1) * sizeof *copied, true);
}

/* Whether a byte comes so often that chance could have made these. */
static inline bool is_poor(const unsigned char *bytes)
{
    for (size_t i = 0; i < WINDOW; i++) {
        size_t times = 0;
        for (size_t j = 0; j < WINDOW; j++)
            times += bytes[i] == bytes[j];
        if (times >= WINDOW / 2)
            return true;
    }
    return false;
}

static inline void match(unsigned char *kinds, const unsigned char *bytes)
{
    const struct forms *forms = &searcher->forms;
    for (size_t i = 0; i < forms->count; i++)
        for (size_t at = forms->at[i]; at + WINDOW <= forms->at[i + 1]; at++)
            if (forms->bytes[at] == *bytes && memcmp(forms->bytes + at, bytes, WINDOW) == 0)
                for (size_t j = 0; j < WINDOW; j++)
                    kinds[j] |= (unsigned char)(1 << forms->kinds[i]);
}

static inline struct held held_between(size_t from, size_t to)
{
    struct held held = {0, {0}};
    for (size_t i = from; i < to; i++) {
        held.differ += searcher->differs[i];
        for (int kind = 0; kind < KINDS; kind++)
            held.forms[kind] += searcher->kinds[i] >> kind & 1;
    }
    return held;
}

/* Looks for the forms of one child's secret. Only where children differ: what is the same for all
 * secrets tells nothing of one. */
static inline void search(struct left *left, const struct call *call, const struct snapshot *after)
{
    const size_t parts[4] = {0, after->memory, after->general, after->vectors};
    find_forms(&searcher->forms, call, &after->known);
    for (size_t i = 0; i < searcher->forms.count; i++)
        left->known[searcher->forms.kinds[i]] = true;
    memset(searcher->kinds, 0, after->vectors);
    for (size_t part = 0; part < 3; part++)
        for (size_t at = parts[part]; at + WINDOW <= parts[part + 1]; at++)
            if (memchr(searcher->differs + at, true, WINDOW) && !is_poor(after->bytes + at))
                match(searcher->kinds + at, after->bytes + at);
    left->memory = held_between(0, after->memory);
    left->general = held_between(after->memory, after->general);
    left->vectors = held_between(after->general, after->vectors);
    const bool *first = memchr(searcher->differs, true, after->memory);
    left->place = first ? first - searcher->differs - (ptrdiff_t)after->stack : 0;
}

/* A form counts where a second secret shows it too: of real bytes, chance alone makes one of eight
 * bytes in a row in less than one of 2^40 searches, and two in less than one of 2^80. */
static inline void keep_what_both_hold(struct held *held, const struct held *other)
{
    for (int kind = 0; kind < KINDS; kind++)
        if (other->forms[kind] < held->forms[kind])
            held->forms[kind] = other->forms[kind];
}

/* Whether this is part of a child's own number, which the C library knows. */
static inline bool is_number(const struct snapshot *snapshot, size_t at)
{
    const size_t start = at - at % sizeof snapshot->pid;
    return memcmp(snapshot->bytes + start, &snapshot->pid, sizeof snapshot->pid) == 0;
}

static inline void note_differences(const struct snapshot *a, const struct snapshot *b, bool differ)
{
    CHECK(a->memory == b->memory && a->general == b->general && a->vectors == b->vectors);
    for (size_t i = 0; i < a->vectors; i++)
        if (a->bytes[i] != b->bytes[i] && !(is_number(a, i) && is_number(b, i)))
            searcher->differs[i] = differ;
}

/* What a call leaves of the secrets of these numbers, two or more. */
static inline struct left what_is_left(const struct call *call, const uint64_t *numbers,
                                       size_t count)
{
    struct left left = {.secrets = count}, second = left;
    if (count < 2)
        return left;
    struct snapshot *after = searcher->after;
    const bool repeats = secret.script.is_played;
    static pid_t children[SECRETS + 1];
    /* All are made before this program goes on, so that nothing of its own differs. */
    for (size_t i = 0; i < count + repeats; i++) {
        const struct places places = choose(call, numbers[i % count]);
        children[i] = stopped_after(call, &places, i);
    }
    for (size_t i = 0; i < count; i++)
        take(&after[i], children[i], i);
    memset(searcher->differs, false, MOST_BYTES);
    for (size_t i = 1; i < count; i++)
        note_differences(&after[0], &after[i], true);
    if (repeats) {
        take(&searcher->again, children[count], count);
        note_differences(&after[0], &searcher->again, false);
    }
    search(&second, call, &after[1]);
    search(&left, call, &after[0]);
    keep_what_both_hold(&left.memory, &second.memory);
    keep_what_both_hold(&left.general, &second.general);
    keep_what_both_hold(&left.vectors, &second.vectors);
    return left;
}

#endif
