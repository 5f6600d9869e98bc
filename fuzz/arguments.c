/* arguments.c - every export with arguments of any kind and size: NULL, lengths that no object has,
 *               structures of other versions, a source that fails. What is refused leaves poison, and
 *               nothing outside the outputs is written, nor read outside the inputs
 *
 * Says at its end which exports it called. */
#include "arguments.h"

#include <stdint.h>

static csecrets_status status;

/* A status, and what the outputs hold after an error. */
static void judge(csecrets_status answer, enum poison poison)
{
    const unsigned char *bytes = out.data;
    const bool seen = bytes != NULL && !out.is_a_lie;
    status = answer;
    MUST(status <= 0 && status >= CSECRETS_ERR_UNSUPPORTED);
    MUST(status != CSECRETS_OK || !out.is_a_lie);
    if (IS_PLANTED(status == CSECRETS_ERR_TOO_LARGE && poison == ZEROS && seen && out.size > 8))
        ((unsigned char *)out.data)[8] = 1;
    if (status == CSECRETS_OK)
        return;
    MUST(length == 0);
    if (!seen)
        return;
    double real = 0;
    int32_t number = 0;
    int64_t integer = 0;
    switch (poison) {
    case ZEROS:
        MUST(is_filled(bytes, out.size, 0));
        break;
    case ONES:
        MUST(is_filled(bytes, out.size, 0xFF));
        break;
    case EMPTY:
        MUST(out.size == 0 || bytes[0] == 0);
        for (size_t i = 1; i < out.size; i++)
            MUST(bytes[i] == 0 || bytes[i] == UNTOUCHED);
        break;
    case SMALLEST:
        memcpy(&integer, bytes, sizeof integer);
        MUST(integer == INT64_MIN);
        break;
    case NOT_A_NUMBER:
        memcpy(&real, bytes, sizeof real);
        MUST(real != real);
        break;
    case ERROR_NUMBER:
        memcpy(&number, bytes, sizeof number);
        MUST(number > 0);
        break;
    case KEPT:
        break;
    }
}

/* A predicate that says yes must be right: what it says of wrong arguments is no. */
static void is_proven(bool answer, bool may_be)
{
    MUST(!answer || may_be);
}

/* A size is what it is by the definition, or SIZE_MAX. */
static void is_sized(size_t answer, unsigned __int128 right)
{
    MUST(answer == (right > SIZE_MAX ? SIZE_MAX : (size_t)right));
}

static void is_text(const char *answer)
{
    MUST(answer != NULL && strlen(answer) > 0);
}

#define CALL(name, judge) static void call_##name(void) { judge; }
#include "arguments_of_each.h"
#undef CALL

#define CALL(name, judge) {"csecrets_" #name, call_##name, false},
static struct {
    const char *name;
    void (*make)(void);
    bool made;
} calls[] = {
#include "arguments_of_each.h"
};
enum { CALLS = sizeof calls / sizeof calls[0] };

static void tell(void)
{
    for (size_t i = 0; i < CALLS; i++)
        if (calls[i].made)
            fprintf(stderr, "called %s\n", calls[i].name);
}

int LLVMFuzzerInitialize(int *argc, char ***argv);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc;
    (void)argv;
    return atexit(tell);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    const size_t which = take_byte(&input) % CALLS;
    take_arguments(&input);
    errno = 7777;
    calls[which].make();
    calls[which].made = true;
    MUST(errno == 7777);
    free_arguments();
    return 0;
}
