/* promise.h - what every promise program does with the rows of calls.h: gives a call its places,
 *             makes it, judges what it left, and counts the exports that it saw */
#ifndef PROMISE_H
#define PROMISE_H

#include "calls.h"
#include "system.h"

#define CANARY 0xA5
#define KEPT_ERRNO 7777

/* Ordinary places for one call. */
struct memory {
    uint64_t out[OUTPUTS][ROOM / sizeof(uint64_t)];
    uint64_t in[INPUTS][ROOM / sizeof(uint64_t)];
};

/* Which rows were called; children of a program share it. */
static bool *called;
static bool has_words;

static inline bool draws_words(void *unused)
{
    char text[CSECRETS_PASSPHRASE_SIZE(4, 1)];
    (void)unused;
    return csecrets_passphrase(text, sizeof text, 4, "-") != CSECRETS_ERR_UNSUPPORTED;
}

static inline void begin_promise(void)
{
    called = shared(CALLS);
    if (called == NULL)
        exit(2);
    /* A child asks, for the answer is a draw. */
    has_words = end_of(draws_words, NULL) == ENDED_TRUE;
}

/* Whether this build of the library has what the row is about. */
static inline bool is_here(const struct call *call)
{
    return has_words || !call->words;
}

/* Slow calls are made in the first rounds alone. */
static inline bool is_due(const struct call *call, unsigned long round)
{
    return !call->slow || round < 2;
}

#define FOR_EACH_CALL(each) \
    for (const struct call *each = calls; each < calls + CALLS; each++) \
        if (is_here(each))

/* Counts the exports, of those with a row that the program is about. All of them must have been
 * called. What main returns. */
static inline int promise_done(const char *name, const char *which,
                               bool (*is_about)(const struct call *))
{
    size_t exports = 0;
    FOR_EACH_CALL(call) {
        if (!is_about(call))
            continue;
        if (!CHECK(called[call - calls]))
            fprintf(stderr, "  %s, %s was not called\n", call->export, call->variant);
        /* The rows of an export stand together. */
        exports += call == calls || strcmp(call->export, call[-1].export) != 0 ||
                   !is_about(call - 1);
    }
    printf("%s: all %zu exports%s\n", name, exports, which);
    if (!has_words)
        printf("SKIPPED %s of passphrases: this library was built without words\n", name);
    return check_done(name);
}

static inline bool any(const struct call *call)
{
    return call != NULL;
}

static inline bool draws(const struct call *call)
{
    return call->draws;
}

/* Fills the outputs with a byte, and the inputs with the row's data. */
static inline void fill(const struct call *call, const struct places *places, int byte)
{
    for (size_t i = 0; i < OUTPUTS; i++)
        if (places->out[i])
            memset(places->out[i], byte, call->out[i].size);
    for (size_t i = 0; i < INPUTS; i++)
        if (places->in[i])
            memcpy(places->in[i], call->in[i].data, call->in[i].size);
}

static inline struct places places_in(const struct call *call, struct memory *memory)
{
    struct places places = {{NULL}, {NULL}};
    memset(memory, CANARY, sizeof *memory);
    for (size_t i = 0; i < OUTPUTS; i++)
        places.out[i] = call->out[i].size > 0 ? memory->out[i] : NULL;
    for (size_t i = 0; i < INPUTS; i++)
        places.in[i] = call->in[i].size > 0 ? memory->in[i] : NULL;
    fill(call, &places, CANARY);
    return places;
}

/* Makes the call; false where it changed errno. */
static inline bool make(const struct call *call, const struct places *places, int64_t *answer)
{
    if (call >= calls && call < calls + CALLS)
        called[call - calls] = true;
    errno = KEPT_ERRNO;
    *answer = call->make(places);
    return errno == KEPT_ERRNO;
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

/* Whether every output is poisoned, or every one is not. What can't be told is both. */
static inline bool all_poisoned(const struct call *call, const struct places *places, bool poisoned)
{
    for (size_t i = 0; i < OUTPUTS; i++) {
        const struct output *output = &call->out[i];
        const bool tells = output->poison != ALL_ELEMENTS && output->poison != NO_ERROR;
        if (places->out[i] && is_poisoned(output, places->out[i]) != poisoned && (tells || poisoned))
            return false;
    }
    return true;
}

/* Whether what lies after the outputs is as it was. */
static inline bool stayed_inside(const struct call *call, const struct memory *memory)
{
    for (size_t i = 0; i < OUTPUTS; i++) {
        const size_t size = call->out[i].size;
        if (!holds((const unsigned char *)memory->out[i] + size, ROOM - size, CANARY))
            return false;
    }
    return true;
}

/* Makes the call in memory, where it must give one of two answers: the row's with no output
 * poisoned, or an error with all of them. Returns the answer. */
static inline int64_t answers(const struct call *call, int64_t right, int64_t wrong)
{
    struct memory memory;
    const struct places places = places_in(call, &memory);
    const unsigned long before = failures;
    int64_t answer;
    CHECK(make(call, &places, &answer));
    CHECK(stayed_inside(call, &memory));
    CHECK(answer == right || answer == wrong);
    CHECK(all_poisoned(call, &places, answer != call->answer));
    if (failures > before)
        fprintf(stderr, "  %s, %s answered %lld\n", call->export, call->variant, (long long)answer);
    return answer;
}

static inline void refuses(const struct call *call, int64_t error)
{
    answers(call, error, error);
}

static inline void succeeds(const struct call *call)
{
    answers(call, call->answer, call->answer);
}

/* Where there is no randomness. */
static inline void draws_of_nothing_go_on(void)
{
    uint64_t value = 1;
    CHECK(csecrets_token_bytes(NULL, 0) == CSECRETS_OK);
    CHECK(csecrets_randbelow(&value, 1) == CSECRETS_OK && value == 0);
    CHECK(csecrets_randbelow_many(NULL, 0, 10) == CSECRETS_OK);
    CHECK(csecrets_shuffle(&value, 1, sizeof value) == CSECRETS_OK);
}

#endif
