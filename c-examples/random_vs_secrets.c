/* random_vs_secrets.c - why rand() makes no secrets, and what secrets cost
 *
 * The C counterpart of random.seed and random.randint beside secrets.randbelow. First the same seed
 * gives the same numbers; then a password made from the clock is found by trying the seconds of a
 * day; at last the time of a draw is measured.
 *
 * Build it alone:  cc random_vs_secrets.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

enum { NUMBERS = 5, PASSWORD = 8, DAY = 24 * 60 * 60, ROUNDS = 21, DRAWS = 10000 };

static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "random_vs_secrets: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

static double now_ns(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        perror("random_vs_secrets: clock_gettime");
        exit(EXIT_FAILURE);
    }
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static void show(const char *what, const uint64_t *numbers)
{
    printf("  %-22s", what);
    for (size_t i = 0; i < NUMBERS; i++) {
        printf(" %2" PRIu64, numbers[i]);
    }
    printf("\n");
}

static void same_seed_same_numbers(void)
{
    uint64_t numbers[NUMBERS];
    printf("Five numbers below 100, drawn twice\n");
    for (int turn = 0; turn < 2; turn++) {
        srand(12345);
        for (size_t i = 0; i < NUMBERS; i++) {
            numbers[i] = (uint64_t)(rand() % 100);
        }
        show("srand(12345), rand()", numbers);
    }
    for (int turn = 0; turn < 2; turn++) {
        check(csecrets_randbelow_many(numbers, NUMBERS, 100));
        show("csecrets", numbers);
    }
}

/* How a password must not be made: everything in it follows from the seed. */
static void bad_password(char password[PASSWORD + 1], unsigned seed)
{
    static const char alphabet[] = CSECRETS_ALPHABET_BASE62;
    srand(seed);
    for (size_t i = 0; i < PASSWORD; i++) {
        password[i] = alphabet[(size_t)rand() % (sizeof alphabet - 1)];
    }
    password[PASSWORD] = '\0';
}

static void find_a_seed(void)
{
    /* The victim chose a password at some second of the last day; we see only the password. */
    uint64_t seconds_ago;
    check(csecrets_randbelow(&seconds_ago, DAY));
    const unsigned now = (unsigned)time(NULL);
    char victims[PASSWORD + 1];
    bad_password(victims, now - (unsigned)seconds_ago);
    printf("\nA password from srand(time(NULL)), made within the last day: %s\n", victims);

    const double start = now_ns();
    for (unsigned tries = 0; tries < DAY; tries++) {
        char guess[PASSWORD + 1];
        bad_password(guess, now - tries);
        if (strcmp(guess, victims) == 0) {
            printf("  found after %u tries and %.0f ms: made %u s ago\n", tries + 1,
                   (now_ns() - start) / 1e6, tries);
            break;
        }
    }
    printf("  a day has 2^16.4 seconds; 8 random characters out of 62 are 2^47.6 passwords\n");
}

static int ascending(const void *a, const void *b)
{
    const double *left = a;
    const double *right = b;
    return (*left > *right) - (*left < *right);
}

/* The median of many rounds: a round in which the system did something else does not count. */
static double median(double *values, size_t count)
{
    qsort(values, count, sizeof values[0], ascending);
    return values[count / 2];
}

static void measure(void)
{
    static uint64_t numbers[DRAWS];
    double rand_ns[ROUNDS];
    double one_ns[ROUNDS];
    double many_ns[ROUNDS];
    for (size_t round = 0; round < ROUNDS; round++) {
        const double start = now_ns();
        for (size_t i = 0; i < DRAWS; i++) {
            numbers[i] = (uint64_t)(rand() % 1000000);
        }
        const double after_rand = now_ns();
        for (size_t i = 0; i < DRAWS; i++) {
            check(csecrets_randbelow(&numbers[i], 1000000));
        }
        const double after_one = now_ns();
        check(csecrets_randbelow_many(numbers, DRAWS, 1000000));
        const double after_many = now_ns();

        rand_ns[round] = (after_rand - start) / DRAWS;
        one_ns[round] = (after_one - after_rand) / DRAWS;
        many_ns[round] = (after_many - after_one) / DRAWS;
    }
    const double base = median(rand_ns, ROUNDS);
    const double one = median(one_ns, ROUNDS);
    const double many = median(many_ns, ROUNDS);
    printf("\nTime of a number below 1000000 on this machine, median of %d rounds\n", ROUNDS);
    printf("  rand() %% 1000000            %6.1f ns\n", base);
    printf("  csecrets_randbelow()        %6.1f ns  %.2f times rand()\n", one, one / base);
    printf("  csecrets_randbelow_many()   %6.1f ns  %.2f times rand()\n", many, many / base);
}

int main(void)
{
    same_seed_same_numbers();
    find_a_seed();
    measure();
    return EXIT_SUCCESS;
}
