/* guard.c - a call reads its inputs and nothing else, and writes all of its outputs and nothing else
 *
 * Every input and every output lies between pages that nobody may touch, flush against the one
 * before or the one after. Inputs can be read only. "Written" means that no byte kept what was
 * there before over 12 calls: chance leaves one so once in 2^96. guard_input.c, guard_output.c and
 * guard_secrets.c go through the lengths.
 *
 * Needs: guard pages */
#include "promise.h"

#include "guard.h"

#include <signal.h>

enum { ROUNDS = 12, LONGEST_OUTPUT = 4096 };

static struct room outputs[OUTPUTS], inputs[INPUTS];

static struct places places_of(const struct call *call, bool at_end)
{
    struct places places = {{NULL}, {NULL}};
    for (size_t i = 0; i < OUTPUTS; i++)
        if (call->out[i].size > 0)
            places.out[i] = place(outputs[i], call->out[i].size, at_end);
    for (size_t i = 0; i < INPUTS; i++) {
        CHECK(allow(inputs[i].start, inputs[i].size, WRITABLE));
        if (call->in[i].size > 0)
            places.in[i] = place(inputs[i], call->in[i].size, at_end);
    }
    fill(call, &places, CANARY);
    return places;
}

static bool stayed(const struct call *call, const struct places *places)
{
    for (size_t i = 0; i < OUTPUTS; i++)
        if (places->out[i] && !only_wrote(outputs[i], places->out[i], call->out[i].size))
            return false;
    return true;
}

/* Whether the call, made again and again, stays inside and leaves no byte as it found it. */
static bool keeps_to_its_places(const struct call *call, bool at_end)
{
    static unsigned char changed[OUTPUTS][LONGEST_OUTPUT];
    int64_t answer;
    /* The first one sets the pointers within the inputs, if any. */
    struct places places = places_of(call, at_end);
    bool good = make(call, &places, &answer) && answer == call->answer && stayed(call, &places);
    for (size_t i = 0; i < INPUTS; i++)
        CHECK(allow(inputs[i].start, inputs[i].size, READABLE));
    memset(changed, 0, sizeof changed);
    for (int round = 0; round < ROUNDS && is_due(call, (unsigned)round); round++) {
        const int byte = round % 2 == 0 ? CANARY : 0x5A;
        for (size_t i = 0; i < OUTPUTS; i++)
            if (places.out[i])
                memset(places.out[i], byte, call->out[i].size);
        good &= make(call, &places, &answer) && answer == call->answer && stayed(call, &places);
        for (size_t i = 0; i < OUTPUTS; i++)
            for (size_t j = 0; j < call->out[i].size; j++)
                changed[i][j] |= ((unsigned char *)places.out[i])[j] != byte;
    }
    for (size_t i = 0; i < OUTPUTS; i++)
        good &= holds(changed[i], call->out[i].size, true);
    return good;
}

static bool has_places(const struct call *call)
{
    return call->out[0].size > 0 || call->in[0].size > 0;
}

/* What a careless function does to its input of 8 bytes and its output of 8 bytes. */
static int64_t copies(const struct places *places)
{
    memcpy(places->out[0], places->in[0], 8);
    return CSECRETS_OK;
}

static int64_t reads_before(const struct places *places)
{
    return copies(places) + 0 * ((volatile unsigned char *)places->in[0])[-1];
}

static int64_t reads_after(const struct places *places)
{
    return copies(places) + 0 * ((volatile unsigned char *)places->in[0])[8];
}

static int64_t writes_before(const struct places *places)
{
    ((volatile unsigned char *)places->out[0])[-1] = 0;
    return copies(places);
}

static int64_t writes_after(const struct places *places)
{
    ((volatile unsigned char *)places->out[0])[8] = 0;
    return copies(places);
}

static int64_t writes_its_input(const struct places *places)
{
    ((volatile unsigned char *)places->in[0])[0] = 0;
    return copies(places);
}

static int64_t leaves_the_end(const struct places *places)
{
    memcpy(places->out[0], places->in[0], 7);
    return CSECRETS_OK;
}

static const struct call *volatile current;

/* Says which call touched what is not its own. */
static void say_which(int unused)
{
    (void)unused;
    fprintf(stderr, "  %s, %s crashed\n", current->export, current->variant);
    _exit(1);
}

static bool keeps_to_its_end(void *call)
{
    return keeps_to_its_places(call, true);
}

static bool keeps_to_its_start(void *call)
{
    return keeps_to_its_places(call, false);
}

/* Whether a function is found out on one side or the other: by a crash, or by what it left. */
static bool is_found_out(int64_t (*make)(const struct places *))
{
    struct call call = {
        .make = make, .out = {{.size = 8}}, .in = {{.data = "8 bytes", .size = 8}},
    };
    return end_of(keeps_to_its_start, &call) != ENDED_TRUE ||
           end_of(keeps_to_its_end, &call) != ENDED_TRUE;
}

int main(void)
{
    static int64_t (*const careless[])(const struct places *) = {
        reads_before, reads_after, writes_before, writes_after, writes_its_input, leaves_the_end,
    };
    for (size_t i = 0; i < OUTPUTS; i++)
        outputs[i] = room(1);
    for (size_t i = 0; i < INPUTS; i++)
        inputs[i] = room(1);
    begin_promise();
    signal(SIGSEGV, say_which);
    for (int at_end = 0; at_end < 2; at_end++)
        FOR_EACH_CALL(call) {
            current = call;
            if (!CHECK(keeps_to_its_places(call, at_end)))
                fprintf(stderr, "  %s, %s\n", call->export, call->variant);
        }
    CHECK(!is_found_out(copies));
    for (size_t i = 0; i < sizeof careless / sizeof careless[0]; i++)
        CHECK(is_found_out(careless[i]));
    return promise_done("promise/guard", " with an input or an output", has_places);
}
