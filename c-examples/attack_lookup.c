/* attack_lookup.c - a search that stops where it finds tells by its time where that was
 *
 * The C counterpart of a loop over a dictionary of tokens that returns at the first
 * secrets.compare_digest which is true. Each comparison takes the same time; how many there were does
 * not. csecrets_find_equal() looks at every row whichever it is. Such a table also holds the tokens
 * themselves: memory_service.c keeps their hashes.
 *
 * Build it alone:  cc attack_lookup.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <csecrets.h>

enum { ROWS = 1000, TOKEN = 32, ROUNDS = 101 };

static uint8_t tokens[ROWS][TOKEN];

static bool by_loop(const uint8_t *token)
{
    for (size_t i = 0; i < ROWS; i++) {
        if (csecrets_equal(tokens[i], TOKEN, token, TOKEN)) {
            return true; /* the leak */
        }
    }
    return false;
}

static bool by_find_equal(const uint8_t *token)
{
    size_t row;
    return csecrets_find_equal(&row, token, tokens, ROWS, TOKEN);
}

static double now_us(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        perror("attack_lookup: clock_gettime");
        exit(EXIT_FAILURE);
    }
    return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static int ascending(const void *a, const void *b)
{
    const double *left = a;
    const double *right = b;
    return (*left > *right) - (*left < *right);
}

static volatile bool answer;

static double median_us(bool (*known)(const uint8_t *), const uint8_t *token)
{
    double times[ROUNDS];
    for (size_t round = 0; round < ROUNDS; round++) {
        const double start = now_us();
        answer = known(token);
        times[round] = now_us() - start;
    }
    qsort(times, ROUNDS, sizeof times[0], ascending);
    return times[ROUNDS / 2];
}

static void show(const char *what, bool (*known)(const uint8_t *))
{
    printf("%-22s %6.1f us  %6.1f us\n", what, median_us(known, tokens[0]),
           median_us(known, tokens[ROWS - 1]));
}

int main(void)
{
    csecrets_status status = csecrets_token_bytes(tokens, sizeof tokens);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "attack_lookup: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("the token in row          first       last\n");
    show("stops where it finds", by_loop);
    show("csecrets_find_equal()", by_find_equal);
    csecrets_wipe(tokens, sizeof tokens);
    return EXIT_SUCCESS;
}
