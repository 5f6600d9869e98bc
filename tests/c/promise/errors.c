/* errors.c - a pointer that must not be NULL is refused, and every output is poisoned then; a
 *            predicate answers 0 to anything unproven, in all 32 bits of its register
 *
 * The controls are careless functions, which the judges of promise.h must find out. */
#include "promise.h"

/* How many places a row has, and where a call finds the i-th of them. */
enum { PLACES = OUTPUTS + INPUTS };

static void **pointer(struct places *places, size_t i)
{
    return i < OUTPUTS ? &places->out[i] : &places->in[i - OUTPUTS];
}

static bool is_used(const struct call *call, size_t i)
{
    return (i < OUTPUTS ? call->out[i].size : call->in[i - OUTPUTS].size) > 0;
}

static bool is_optional(const struct call *call, size_t i)
{
    return i < OUTPUTS ? call->out[i].optional : call->in[i - OUTPUTS].optional;
}

static bool has_pointers(const struct call *call)
{
    bool found = false;
    for (size_t i = 0; i < PLACES; i++)
        found |= is_used(call, i);
    return found && !call->aborts;
}

/* Whether the call takes NULL for one of its pointers, or refuses it, as it must. */
static bool is_right_without(const struct call *call, size_t i)
{
    struct memory memory;
    struct places places = places_in(call, &memory);
    int64_t answer;
    *pointer(&places, i) = NULL;
    const bool kept_errno = make(call, &places, &answer);
    const int64_t due = is_optional(call, i) ? call->answer : call->refusal;
    return kept_errno && answer == due && stayed_inside(call, &memory) &&
           all_poisoned(call, &places, answer != call->answer);
}

static void null_is_refused_or_optional(void)
{
    FOR_EACH_CALL(call)
        for (size_t i = 0; has_pointers(call) && i < PLACES; i++)
            if (is_used(call, i) && !CHECK(is_right_without(call, i)))
                fprintf(stderr, "  %s, %s, pointer %zu\n", call->export, call->variant, i);
}

/* Whether the predicate says no to a first input of which any bit is another. */
static bool proves(const struct call *call)
{
    const struct input *input = &call->in[0];
    const bool is_text = ((const char *)input->data)[input->size - 1] == '\0';
    for (size_t place = 0; place < input->size - is_text; place++) {
        struct memory memory;
        const struct places places = places_in(call, &memory);
        int64_t answer;
        ((unsigned char *)places.in[0])[place] ^= (unsigned char)(1u << place % 8);
        if (!make(call, &places, &answer) || answer != 0 || !stayed_inside(call, &memory) ||
            !all_poisoned(call, &places, true))
            return false;
    }
    return true;
}

static void predicates_answer_0_or_1(void)
{
    FOR_EACH_CALL(call)
        if (call->predicate) {
            succeeds(call);
            if (!CHECK(proves(call)))
                fprintf(stderr, "  %s, %s\n", call->export, call->variant);
        }
}

/* What no function may do. Each has an input and an output of a byte. */
static int64_t careful(const struct places *places)
{
    *(unsigned char *)places->out[0] = places->in[0] != NULL;
    return places->in[0] ? CSECRETS_OK : CSECRETS_ERR_NULL_POINTER;
}

static int64_t changes_errno(const struct places *places)
{
    errno = EAGAIN;
    return careful(places);
}

static int64_t writes_too_much(const struct places *places)
{
    ((unsigned char *)places->out[0])[1] = 0;
    return careful(places);
}

static int64_t leaves_an_output(const struct places *places)
{
    *(unsigned char *)places->out[0] = 1;
    return places->in[0] ? CSECRETS_OK : CSECRETS_ERR_NULL_POINTER;
}

static int64_t takes_anything(const struct places *places)
{
    *(unsigned char *)places->out[0] = 0;
    return CSECRETS_OK;
}

/* A register of 32 bits of which only 8 are set. */
static int64_t leaves_garbage(const struct places *places)
{
    return 0xA5A5A500 | (memcmp(places->in[0], "a", 1) == 0);
}

static void controls(void)
{
    static int64_t (*const careless[])(const struct places *) = {
        changes_errno, writes_too_much, leaves_an_output, takes_anything,
    };
    struct call call = {
        .make = careful, .refusal = CSECRETS_ERR_NULL_POINTER,
        .out = {{.size = 1, .poison = ZEROS}}, .in = {{.data = "a", .size = 1}},
    };
    CHECK(is_right_without(&call, OUTPUTS));
    for (size_t i = 0; i < sizeof careless / sizeof careless[0]; i++) {
        call.make = careless[i];
        CHECK(!is_right_without(&call, OUTPUTS));
    }
    call = (struct call){.make = leaves_garbage, .answer = 1, .in = {{.data = "a", .size = 1}}};
    CHECK(!proves(&call));
}

int main(void)
{
    begin_promise();
    null_is_refused_or_optional();
    predicates_answer_0_or_1();
    controls();
    return promise_done("promise/errors", " with a pointer", has_pointers);
}
