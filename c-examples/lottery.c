/* lottery.c - six different numbers from 1 to 50
 *
 * The C counterpart of sorted(secrets.SystemRandom().sample(range(1, 51), 6)).
 *
 * Six draws of secrets.randbelow(50) + 1 are no lottery ticket: 27 of 100 such tickets hold a
 * number twice, since 1 - (50 * 49 * 48 * 47 * 46 * 45) / 50^6 = 0.27. A sample never does.
 *
 * Build it alone:  cc lottery.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

enum { DRAWN = 6, BALLS = 50 };

static int ascending(const void *a, const void *b)
{
    const size_t *left = a;
    const size_t *right = b;
    return (*left > *right) - (*left < *right);
}

int main(void)
{
    size_t numbers[DRAWN];
    csecrets_status status = csecrets_sample_indices(numbers, DRAWN, BALLS);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "lottery: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }

    /* The sample comes in random order, as the balls do. A ticket is read in ascending order. */
    qsort(numbers, DRAWN, sizeof numbers[0], ascending);

    printf("Lottery numbers:");
    for (size_t i = 0; i < DRAWN; i++) {
        printf(" %zu", numbers[i] + 1); /* indices start at 0, balls at 1 */
    }
    printf("\n");
    return EXIT_SUCCESS;
}
