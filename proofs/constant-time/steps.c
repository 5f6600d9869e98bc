/* steps.c - makes calls with secrets of which nothing shows, between marks that steps.py looks for
 *
 * Alone it says what there is: "code", an address and a size, of each piece of code that a call may
 * come to; "mark", the address of the mark; and "call", what is given to this program to make it with
 * its secrets, "promise" or "control", how many secrets, export and variant. Given "unknown" it comes to
 * an instruction that there is not, and ends by it. */
#include <link.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "careless.h"
#include "secret.h"

enum { SECRETS = 4, CONTROLS = 4 };

/* Before and after what is followed. */
static __attribute__((noinline, section("marked"))) void mark(void)
{
    __asm__ volatile("" ::: "memory");
}

extern const char __start_careless[], __stop_careless[];

/* No processor has this instruction, and no disassembler knows it. */
static CARELESS void do_what_is_unknown(void)
{
    __asm__ volatile(".long 0");
}

static struct call followed[sizeof secret_calls / sizeof secret_calls[0] + CONTROLS];
static size_t promises, count;

static void add_control(const char *export, const char *variant,
                        int64_t (*careless)(const struct places *))
{
    followed[count] = *secret_call(export, variant);
    followed[count++].make = careless;
}

/* What goes on, or moves memory, by what was chosen, as the header says. */
static bool goes_by_its_secret(const struct call *call)
{
    return is_of(call, "sample") || is_of(call, "sample_indices") || is_of(call, "shuffle") ||
           is_of(call, "passphrase") || is_of(call, "choice") || is_of(call, "choices");
}

/* The library's code and libc's. A draw's own is this program's, which is not among it, and the
 * loader's work is done before a call. */
static int print_segments(struct dl_phdr_info *object, size_t size, void *unused)
{
    (void)size;
    (void)unused;
    const bool is_called = object->dlpi_name[0] && !strstr(object->dlpi_name, "/ld-");
    for (size_t i = 0; is_called && i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        if (segment->p_type == PT_LOAD && segment->p_flags & PF_X)
            printf("code %#jx %#jx\n", (uintmax_t)(object->dlpi_addr + segment->p_vaddr),
                   (uintmax_t)segment->p_memsz);
    }
    return 0;
}

static void print_code(void)
{
    dl_iterate_phdr(print_segments, NULL);
    printf("code %#jx %#jx\n", (uintmax_t)(uintptr_t)__start_careless,
           (uintmax_t)(__stop_careless - __start_careless));
    printf("mark %#jx\n", (uintmax_t)(uintptr_t)mark);
}

static void print_call(size_t number)
{
    const struct call *call = &followed[number];
    uint64_t numbers[SECRETS];
    const size_t found = find_secrets(call, numbers, SECRETS);
    if (found < 2)
        return;
    printf("call %zu", number);
    for (size_t i = 0; i < found; i++)
        printf(":%ju", (uintmax_t)numbers[i]);
    printf(" %s %zu %s, %s\n", number < promises ? "promise" : "control", found, call->export,
           call->variant);
}

static void follow(const struct call *call, uint64_t number, bool marked)
{
    const struct places places = choose(call, number);
    if (marked)
        mark();
    (void)call->make(&places);
    if (marked)
        mark();
}

int main(int argc, char **argv)
{
    secret.script.is_played = true;
    list_secret_calls();
    for (size_t i = 0; i < secret_count; i++)
        if (!goes_by_its_secret(secret_calls[i]))
            followed[count++] = *secret_calls[i];
    promises = count;
    add_control("equal", "wrong", compare_to_first_difference);
    add_control("randbelow", "3_quarters", skip_threshold);
    add_control("hex_encode", "key", hex_by_table);
    add_control("randbits", "64", divide);
    if (argc == 2 && strcmp(argv[1], "unknown") == 0) {
        signal(SIGILL, _exit);
        mark();
        do_what_is_unknown();
    }
    if (argc == 1) {
        print_code();
        for (size_t i = 0; i < count; i++)
            print_call(i);
    }
    for (int i = 1; i < argc; i++) {
        char *at;
        const struct call *call = &followed[strtoul(argv[i], &at, 10)];
        /* What is done once in a process is done by then. */
        follow(call, strtoul(at + 1, NULL, 10), false);
        while (*at == ':')
            follow(call, strtoul(at + 1, &at, 10), true);
    }
    return failures > 0;
}
