/* promise.h - what every promise program does with a row of calls.h: gives it places, makes the
 *             call, and judges what it left */
#ifndef PROMISE_H
#define PROMISE_H

#include "calls.h"

#define CANARY 0xA5
#define KEPT_ERRNO 7777

/* Ordinary places for one call: canaries all over the outputs, the row's data in the inputs. */
struct memory {
    uint64_t out[OUTPUTS][ROOM / sizeof(uint64_t)];
    uint64_t in[INPUTS][ROOM / sizeof(uint64_t)];
};

static inline struct places lay_out(const struct call *call, struct memory *memory)
{
    struct places places = {{NULL}, {NULL}};
    for (size_t i = 0; i < OUTPUTS; i++) {
        memset(memory->out[i], CANARY, ROOM);
        if (call->out[i].size > 0)
            places.out[i] = memory->out[i];
    }
    for (size_t i = 0; i < INPUTS; i++)
        if (call->in[i].size > 0)
            places.in[i] = memcpy(memory->in[i], call->in[i].data, call->in[i].size);
    return places;
}

/* Whether an output holds what it must after an error. */
static inline bool is_poisoned(const struct output *output, const void *out)
{
    const unsigned char *bytes = out;
    bool seen[256] = {false};
    int64_t integer;
    int32_t number;
    double real;
    switch (output->poison) {
    case ZEROS:
        return holds(out, output->size, 0);
    case ONES:
        return holds(out, output->size, 0xFF);
    case EMPTY:
        for (size_t i = 1; i < output->size; i++)
            if (bytes[i] != 0 && bytes[i] != CANARY)
                return false;
        return bytes[0] == 0;
    case SMALLEST:
        memcpy(&integer, out, sizeof integer);
        return integer == INT64_MIN;
    case NOT_A_NUMBER:
        memcpy(&real, out, sizeof real);
        return real != real;
    case ERROR_NUMBER:
        memcpy(&number, out, sizeof number);
        return number > 0;
    case ALL_ELEMENTS:
        for (size_t i = 0; i < output->size; i++)
            seen[bytes[i]] = true;
        return holds(seen, output->size, true);
    case NO_ERROR:
        break;
    }
    return true;
}

/* Whether what was not poisoned can be told from what was. */
static inline bool tells(const struct output *output)
{
    return output->poison != ALL_ELEMENTS && output->poison != NO_ERROR;
}

static inline bool all_poisoned(const struct call *call, const struct places *places)
{
    for (size_t i = 0; i < OUTPUTS; i++)
        if (places->out[i] && !is_poisoned(&call->out[i], places->out[i]))
            return false;
    return true;
}

static inline bool none_poisoned(const struct call *call, const struct places *places)
{
    for (size_t i = 0; i < OUTPUTS; i++)
        if (places->out[i] && tells(&call->out[i]) && is_poisoned(&call->out[i], places->out[i]))
            return false;
    return true;
}

/* Makes the call, which must keep errno and what lies after its outputs. */
static inline int64_t answer_of(const struct call *call, const struct memory *memory,
                                const struct places *places)
{
    errno = KEPT_ERRNO;
    const int64_t answer = call->make(places);
    bool kept = errno == KEPT_ERRNO;
    for (size_t i = 0; i < OUTPUTS; i++)
        kept &= holds((const unsigned char *)memory->out[i] + call->out[i].size,
                      ROOM - call->out[i].size, CANARY);
    if (!CHECK(kept))
        fprintf(stderr, "  after %s, %s\n", call->export, call->variant);
    return answer;
}

/* The call must give this answer and leave its poison. */
static inline void refuses(const struct call *call, int64_t expected)
{
    struct memory memory;
    const struct places places = lay_out(call, &memory);
    const int64_t answer = answer_of(call, &memory, &places);
    if (!CHECK(answer == expected && all_poisoned(call, &places)))
        fprintf(stderr, "  %s, %s answered %lld\n", call->export, call->variant, (long long)answer);
}

/* The call must go well, and leave no poison where that can't be a result. */
static inline void succeeds(const struct call *call)
{
    struct memory memory;
    const struct places places = lay_out(call, &memory);
    const int64_t answer = answer_of(call, &memory, &places);
    if (!CHECK(answer == call->answer && none_poisoned(call, &places)))
        fprintf(stderr, "  %s, %s answered %lld\n", call->export, call->variant, (long long)answer);
}

#endif
