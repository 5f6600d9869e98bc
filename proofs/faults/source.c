/* source.c - the faults of a C library's getrandom, with every export that draws, as a table
 *
 * Runs with faulty_getrandom.c preloaded, which also hides the vDSO. */
#include "faults.h"

#include <dlfcn.h>

static struct faulty_plan *plan;
static struct faulty_plan next;

static void set(void)
{
    *plan = next;
}

static void try_plan(const char *name, enum expected expected, struct faulty_plan of_fault)
{
    const struct fault fault = {name, expected, NULL, 0, set};
    next = of_fault;
    try_fault(&fault);
}

int main(void)
{
    static const unsigned interruptions[] = {1, 10, 1000, 100000};
    static const size_t at_most[] = {1, 2, 3, 7, 31, 255};
    static const unsigned long failing[] = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89};
    size_t faults = 0;
    char name[80];
    plan = dlsym(RTLD_DEFAULT, "faulty_plan");
    if (!plan)
        return 2;
    begin_faults();
    try_plan("libc's getrandom alone, no vDSO", WORKS, (struct faulty_plan){.bytes = REAL_BYTES});
    faults++;
    for (size_t i = 0; i < sizeof interruptions / sizeof interruptions[0]; i++, faults++) {
        snprintf(name, sizeof name, "interrupted %u times before the first byte", interruptions[i]);
        try_plan(name, WORKS, (struct faulty_plan){.bytes = REAL_BYTES,
                                                   .interruptions = interruptions[i]});
    }
    for (size_t i = 0; i < sizeof at_most / sizeof at_most[0]; i++, faults++) {
        snprintf(name, sizeof name, "short reads of at most %zu bytes", at_most[i]);
        try_plan(name, WORKS, (struct faulty_plan){.bytes = REAL_BYTES, .at_most = at_most[i]});
    }
    for (size_t j = 0; j < sizeof failing / sizeof failing[0]; j++) {
        struct faulty_plan fails = {.bytes = REAL_BYTES, .at_most = 7, .fail_at = failing[j]};
        for (size_t i = 0; i < ERRORS; i++, faults++) {
            snprintf(name, sizeof name, "read %lu of at most 7 bytes each fails with %s",
                     failing[j], error_names[i]);
            fails.error = errors[i];
            try_plan(name, EITHER, fails);
        }
        snprintf(name, sizeof name, "read %lu of at most 7 bytes each gives nothing", failing[j]);
        fails.error = 0;
        try_plan(name, EITHER, fails);
        faults++;
    }
    try_plan("reads that say they gave a byte more than was asked for", EITHER,
             (struct faulty_plan){.bytes = REAL_BYTES, .beyond = 1});
    faults++;
    return faults_done("faults/source", faults);
}
