/* attack_lottery.c - six numbers drawn one by one are often no lottery ticket
 *
 * The C counterpart of [secrets.randbelow(50) + 1 for _ in range(6)], counted: each number is drawn
 * from all fifty, whether it was drawn before or not. lottery.c has the way that never repeats one.
 *
 * Build it alone:  cc attack_lottery.c $(pkg-config --cflags --libs csecrets)
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

enum { DRAWN = 6, BALLS = 50, TICKETS = 100000 };

static bool has_a_number_twice(const uint32_t ticket[DRAWN])
{
    bool seen[BALLS] = {false};
    for (size_t i = 0; i < DRAWN; i++) {
        if (seen[ticket[i]]) {
            return true;
        }
        seen[ticket[i]] = true;
    }
    return false;
}

int main(void)
{
    uint32_t ticket[DRAWN], bad[DRAWN] = {0};
    unsigned bad_tickets = 0;
    for (int i = 0; i < TICKETS; i++) {
        csecrets_status status = csecrets_randbelow_many_u32(ticket, DRAWN, BALLS);
        if (status != CSECRETS_OK) {
            fprintf(stderr, "attack_lottery: %s\n", csecrets_strerror(status));
            return EXIT_FAILURE;
        }
        if (has_a_number_twice(ticket)) {
            memcpy(bad, ticket, sizeof bad);
            bad_tickets++;
        }
    }
    printf("tickets                 %d\n", TICKETS);
    printf("with a number twice     %.1f %%\n", 100.0 * bad_tickets / TICKETS);
    printf("the last of these      ");
    for (size_t i = 0; i < DRAWN; i++) {
        printf(" %" PRIu32, bad[i] + 1);
    }
    printf("\n");
    return EXIT_SUCCESS;
}
