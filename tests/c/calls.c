/* calls.c - every export has a row in calls.h, and every row is of an export
 *
 * The golden list is read from the file that the Makefile names. */
#include "calls.h"

#include <stdlib.h>

enum { MOST = 200 };

struct list {
    char names[MOST][64];
    size_t count;
};

static struct list golden;

static void read_golden_list(void)
{
    char line[80];
    FILE *file = fopen(GOLDEN_LIST, "r");
    while (CHECK(file != NULL) && golden.count < MOST && fgets(line, sizeof line, file))
        CHECK(sscanf(line, "csecrets_%63s", golden.names[golden.count++]) == 1);
    if (file)
        fclose(file);
}

static bool is_golden(const struct list *list, const char *export)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->names[i], export) == 0)
            return true;
    return false;
}

static bool has_a_row(const char *export)
{
    for (size_t i = 0; i < CALLS; i++)
        if (strcmp(calls[i].export, export) == 0)
            return true;
    return false;
}

/* Exports without a row, and rows without an export. */
static size_t differences(const struct list *list, bool tell)
{
    size_t found = 0;
    for (size_t i = 0; i < list->count; i++)
        if (!has_a_row(list->names[i])) {
            found++;
            if (tell)
                fprintf(stderr, "csecrets_%s has no row in calls.h\n", list->names[i]);
        }
    for (size_t i = 0; i < CALLS; i++)
        if (!is_golden(list, calls[i].export)) {
            found++;
            if (tell)
                fprintf(stderr, "csecrets_%s has a row, but is no export\n", calls[i].export);
        }
    return found;
}

int main(void)
{
    read_golden_list();
    CHECK(differences(&golden, true) == 0);
    /* Neither a new export nor one that is gone stays unseen. */
    struct list list = golden;
    strcpy(list.names[list.count++], "new_function");
    CHECK(differences(&list, false) == 1);
    list.count -= 2;
    CHECK(differences(&list, false) > 0);
    printf("calls: %zu calls of all %zu exports\n", CALLS, golden.count);
    return check_done("calls");
}
