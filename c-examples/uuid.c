/* uuid.c - identifiers: random ones, and ones that sort by when they were made
 *
 * The C counterpart of uuid.uuid4, uuid.uuid7 and uuid.UUID. They are names, no secrets: version 7
 * tells everybody when it was made. What lets somebody in is a token.
 *
 * Build it alone:  cc uuid.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

enum { ROWS = 5 };

struct row {
    uint8_t id[CSECRETS_UUID_SIZE];
    const char *event;
};

/* A table whose key is its order: a new row goes to its end, where a database's index is in the
 * cache. All zero means: empty. */
struct table {
    struct row rows[ROWS];
    size_t count;
    uint8_t last_id[CSECRETS_UUID_SIZE];
};

static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "uuid: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

static uint64_t milliseconds(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_REALTIME, &now) != 0) {
        perror("uuid: clock_gettime");
        exit(EXIT_FAILURE);
    }
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void print(const char *label, const uint8_t *id)
{
    char text[CSECRETS_UUID_TEXT_SIZE];
    check(csecrets_uuid_text(text, sizeof text, id));
    printf("%-16s%s\n", label, text);
}

/* Several of a millisecond, and a clock that is set back, still come one after the other. */
static void insert(struct table *table, const char *event, uint64_t unix_ms)
{
    struct row *row = &table->rows[table->count++];
    check(csecrets_uuid7_after(table->last_id, table->last_id, unix_ms));
    memcpy(row->id, table->last_id, sizeof row->id);
    row->event = event;
    print(event, row->id);
}

static int by_id(const void *a, const void *b)
{
    return memcmp(((const struct row *)a)->id, ((const struct row *)b)->id, CSECRETS_UUID_SIZE);
}

/* Finds a row by what a person or another program typed; NULL if that is no UUID, or nobody's. */
static const struct row *find(const struct table *table, const char *text)
{
    struct row wanted = {.event = NULL};
    if (csecrets_uuid_parse(wanted.id, text, strlen(text)) != CSECRETS_OK) {
        return NULL;
    }
    return bsearch(&wanted, table->rows, table->count, sizeof wanted, by_id);
}

int main(void)
{
    uint8_t id[CSECRETS_UUID_SIZE];
    const uint64_t now = milliseconds();
    check(csecrets_uuid4(id));
    print("version 4", id);
    check(csecrets_uuid7(id, now));
    print("version 7", id);

    printf("\na table in the order of its keys\n");
    struct table table = {.count = 0};
    insert(&table, "signed up", now);
    insert(&table, "logged in", now);
    insert(&table, "paid", now + 3);
    insert(&table, "set clock back", now - 60000);
    insert(&table, "logged out", now - 59999);
    bool sorted = true;
    for (size_t i = 1; i < table.count; i++) {
        sorted = sorted && by_id(&table.rows[i - 1], &table.rows[i]) < 0;
    }
    printf("in order: %s\n\n", sorted ? "yes" : "no");

    char text[CSECRETS_UUID_TEXT_SIZE];
    check(csecrets_uuid_text(text, sizeof text, table.rows[2].id));
    const struct row *found = find(&table, text), *none = find(&table, "{not a UUID}");
    printf("found by text:  %s\n", found == NULL ? "nothing" : found->event);
    printf("by other text:  %s\n", none == NULL ? "nothing" : none->event);
    return sorted && found == &table.rows[2] && none == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
