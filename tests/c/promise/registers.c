/* registers.c - what registers hold of a secret after a call
 *
 * Of those that a call may use it is promised that they hold no round key of AES; those that it
 * has to give back are the caller's. Prints for each call which ones depend on the secret, and how
 * many bytes of the vector registers are part of which form of it.
 *
 * The controls leave a secret in a register of each kind.
 *
 * Needs: POSIX */
#define _FILE_OFFSET_BITS 64

#include "left.h"

#ifdef __x86_64__

#include <cpuid.h>

/* In the order of struct user_regs_struct; a call gives the first ones back. */
static const char *const general_names[] = {"r15", "r14", "r13", "r12", "rbp", "rbx", "r11", "r10",
                                            "r9",  "r8",  "rax", "rcx", "rdx", "rsi", "rdi"};
enum { GENERAL = sizeof general_names / sizeof general_names[0], GIVEN_BACK = 6 };

/* Parts of vector registers, as XSAVE lays them out: bytes of one, and the number of the first. */
static const struct part {
    const char *name;
    unsigned component, nbytes, first;
} parts[] = {{"xmm", 1, 16, 0}, {"ymm", 2, 16, 0}, {"zmm", 6, 32, 0}, {"zmm", 7, 64, 16}};

/* Where a part begins; 0 where the processor has none. */
static size_t offset(const struct part *part)
{
    unsigned nbytes = 0, at = 0, c = 0, d = 0;
    if (part->component == 1)
        return 160;
    return __get_cpuid_count(0xD, part->component, &nbytes, &at, &c, &d) && nbytes ? at : 0;
}

static bool depends(size_t at, size_t nbytes)
{
    return memchr(searcher->differs + at, true, nbytes) != NULL;
}

static bool keeps_what_is_given_back(const struct snapshot *after)
{
    return !depends(after->memory, GIVEN_BACK * sizeof(uint64_t));
}

static void print(const struct call *call, const struct left *left, const struct snapshot *after)
{
    printf("%s, %s:", call->export, call->variant);
    for (size_t i = 0; i < GENERAL; i++)
        if (depends(after->memory + 8 * i, 8))
            printf(" %s", general_names[i]);
    for (const struct part *part = parts; part < parts + sizeof parts / sizeof parts[0]; part++)
        for (unsigned i = 0; i < 16; i++) {
            const size_t at = after->general + offset(part) + i * part->nbytes;
            if (offset(part) && at + part->nbytes <= after->vectors && depends(at, part->nbytes))
                printf(" %s%u", part->name, part->first + i);
        }
    for (size_t kind = 0; kind < KINDS; kind++)
        if (left->vectors.forms[kind])
            printf(", %zu bytes %s", left->vectors.forms[kind], kind_names[kind]);
    puts("");
}

static struct left look(const struct call *call)
{
    uint64_t numbers[SECRETS];
    const size_t found = find_secrets(call, numbers, SECRETS);
    const struct left left = what_is_left(call, numbers, found);
    if (left.secrets >= 2)
        print(call, &left, searcher->after);
    return left;
}

static int64_t leave_in_general(const struct places *places)
{
    const csecrets_status status = csecrets_token_bytes(places->out[0], 32);
    __asm__ volatile("mov (%0), %%r11" : : "r"(places->out[0]) : "r11");
    return status;
}

static int64_t leave_in_vector(const struct places *places)
{
    const csecrets_status status = csecrets_token_bytes(places->out[0], 32);
    __asm__ volatile("movdqu (%0), %%xmm14" : : "r"(places->out[0]) : "xmm14");
    return status;
}

int main(void)
{
    begin_with_secrets();
    if (!can_trace()) {
        puts("SKIPPED promise/registers: no process may be traced here");
        return 0;
    }
    start_searching();
    secret.script.is_played = true;
    for (size_t i = 0; i < secret_count; i++) {
        const struct left left = look(secret_calls[i]);
        if (left.secrets < 2)
            continue;
        CHECK(keeps_what_is_given_back(searcher->after));
        /* The library clears them after it expanded a key. */
        CHECK(left.vectors.forms[EXPANDED] == 0);
    }
    struct call control = *secret_call("token_bytes", "short");
    control.make = leave_in_general;
    CHECK(look(&control).general.forms[PLAIN] >= 8);
    control.make = leave_in_vector;
    CHECK(look(&control).vectors.forms[PLAIN] >= 16);
    return promise_done("promise/registers", " that touch a secret", touches_a_secret);
}

#else

int main(void)
{
    puts("SKIPPED promise/registers: it knows the registers of x86-64 alone");
    return 0;
}

#endif
