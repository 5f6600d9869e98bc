/* system.c - a key's file, and what the system has to give */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "fail.h"
#include "file.h"
#include "output.h"
#include "verbs.h"

enum { KEYFILE_BYTES = 32 };

int run_keyfile(const struct request *request)
{
    struct buffer key = {0};
    require_ok(csecrets_token_bytes(buffer_room(&key, KEYFILE_BYTES), KEYFILE_BYTES));
    key.len = KEYFILE_BYTES;
    create_file(request->operands[0], &key);
    buffer_free(&key);
    return DONE;
}

/* The library does not tell which way it draws. The kernel's generator in a process's own memory
 * has pages that the kernel may drop, "dp"; there are no others, and none before Linux 6.11. */
static bool draws_in_memory(void)
{
    char line[1024];
    bool found = false;
    FILE *maps = fopen("/proc/self/smaps", "r");
    while (maps != NULL && !found && fgets(line, sizeof line, maps) != NULL) {
        found = strncmp(line, "VmFlags:", 8) == 0 && strstr(line, " dp") != NULL;
    }
    if (maps != NULL) {
        fclose(maps);
    }
    return found;
}

static void add_row(struct output *output, const char *name, const char *value)
{
    char line[256];
    if (output->request->given[JSON] != NULL) {
        output_field_text(output, name, value, strlen(value));
        return;
    }
    const int len = snprintf(line, sizeof line, "%-11s %s", name, value);
    output_value(output, line, (size_t)len, false);
}

static const char *why_not(csecrets_status status, int32_t error)
{
    if (error == EAGAIN) {
        return "not yet: the kernel is not seeded";
    }
    return error != 0 ? strerror((int)error) : csecrets_strerror(status);
}

int run_probe(const struct request *request)
{
    int32_t error = 0;
    char lockable[64];
    struct output output = {0};
    const csecrets_status status = csecrets_entropy_probe(&error);
    const char *way = "the system's generator";
#ifdef __linux__
    way = draws_in_memory() ? "vDSO, without a system call" : "getrandom(2)";
#endif
    const size_t limit = memory_lockable();
    snprintf(lockable, sizeof lockable, limit == SIZE_MAX ? "no limit" : "%zu KB", limit / 1024);
    output_begin(&output, request);
    add_row(&output, "randomness", status == CSECRETS_OK ? "yes" : why_not(status, error));
    if (status == CSECRETS_OK) {
        add_row(&output, "way", way);
    }
    add_row(&output, "lockable", lockable);
    add_row(&output, "library", csecrets_version());
    output_write(&output);
    return status == CSECRETS_OK ? DONE : NO_RANDOMNESS;
}
