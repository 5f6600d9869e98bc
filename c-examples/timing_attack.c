/* timing_attack.c - what the time of a comparison tells
 *
 * The C counterpart of token == guess beside secrets.compare_digest(token, guess). A comparison
 * that stops at the first difference takes longer, the more of the guess is right: so an attacker
 * finds the first byte by trying 256, then the second, and needs no 2^128 guesses. Tokens are long
 * here, so that even memcmp(), which compares many bytes at once, shows it in one run. With a short
 * token the steps are smaller, and are found by averaging over many more guesses.
 *
 * Build it alone:  cc timing_attack.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

enum { TOKEN = 4096, STEPS = 5, ROUNDS = 101, CALLS = 20, METHODS = 3 };

static bool equal_by_loop(const unsigned char *a, const unsigned char *b)
{
    for (size_t i = 0; i < TOKEN; i++) {
        if (a[i] != b[i]) {
            return false; /* the leak */
        }
    }
    return true;
}

static bool equal_by_memcmp(const unsigned char *a, const unsigned char *b)
{
    return memcmp(a, b, TOKEN) == 0;
}

static bool equal_by_csecrets(const unsigned char *a, const unsigned char *b)
{
    return csecrets_equal(a, TOKEN, b, TOKEN);
}

static double now_ns(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        perror("timing_attack: clock_gettime");
        exit(EXIT_FAILURE);
    }
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static int ascending(const void *a, const void *b)
{
    const double *left = a;
    const double *right = b;
    return (*left > *right) - (*left < *right);
}

typedef bool (*equal_function)(const unsigned char *, const unsigned char *);

/* volatile: or the compiler sees that every call gives the same answer, and makes one of them. */
static const volatile equal_function methods[METHODS] = {equal_by_loop, equal_by_memcmp,
                                                         equal_by_csecrets};

static unsigned char token[TOKEN];
static unsigned char guesses[STEPS][TOKEN];
static double times[METHODS][STEPS][ROUNDS];
static volatile bool answer;

/* Every round times every guess once, so that a slow moment hits all of them alike. */
static void measure(void)
{
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t method = 0; method < METHODS; method++) {
            for (size_t step = 0; step < STEPS; step++) {
                const equal_function equal = methods[method];
                const double start = now_ns();
                for (size_t call = 0; call < CALLS; call++) {
                    answer = equal(token, guesses[step]);
                }
                times[method][step][round] = (now_ns() - start) / CALLS;
            }
        }
    }
}

int main(void)
{
    csecrets_status status = csecrets_token_bytes(token, sizeof token);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "timing_attack: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    /* Guesses of which more and more is right, and all the rest is wrong. */
    static const size_t right[STEPS] = {0, TOKEN / 4, TOKEN / 2, 3 * TOKEN / 4, TOKEN - 1};
    for (size_t step = 0; step < STEPS; step++) {
        for (size_t i = 0; i < TOKEN; i++) {
            guesses[step][i] = i < right[step] ? token[i] : (unsigned char)~token[i];
        }
    }
    measure();

    printf("Time to refuse a wrong guess at %d bytes, median of %d rounds, in ns\n\n", TOKEN,
           ROUNDS);
    printf("  bytes that are right  byte by byte    memcmp  csecrets_equal\n");
    double slowest[METHODS] = {0};
    double fastest[METHODS] = {0};
    for (size_t step = 0; step < STEPS; step++) {
        printf("  %20zu", right[step]);
        for (size_t method = 0; method < METHODS; method++) {
            static const int widths[METHODS] = {14, 10, 16};
            qsort(times[method][step], ROUNDS, sizeof times[method][step][0], ascending);
            const double median = times[method][step][ROUNDS / 2];
            printf("%*.1f", widths[method], median);
            slowest[method] = step == 0 || median > slowest[method] ? median : slowest[method];
            fastest[method] = step == 0 || median < fastest[method] ? median : fastest[method];
        }
        printf("\n");
    }
    printf("  %20s%14.2f%10.2f%16.2f\n", "slowest / fastest", slowest[0] / fastest[0],
           slowest[1] / fastest[1], slowest[2] / fastest[2]);
    csecrets_wipe(token, sizeof token);
    csecrets_wipe(guesses, sizeof guesses);
    return EXIT_SUCCESS;
}
