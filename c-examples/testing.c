/* testing.c - how a program that draws is tested: it is handed its draws
 *
 * The C counterpart of unittest.mock.patch("secrets.randbelow"). What draws takes the function as an
 * argument: the program passes csecrets_randbelow, a test passes one that answers what it was told to, or
 * that fails. No test looks at how often something was drawn: that is the library's promise, and its
 * own tests keep it.
 *
 * Build it alone:  cc testing.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* The type of csecrets_randbelow. */
typedef csecrets_status (*draw_below)(uint64_t *out, uint64_t bound);

/* A raffle: each ticket is equally likely. After an error nobody wins, and *winner is SIZE_MAX. */
static csecrets_status raffle(size_t *winner, const unsigned *tickets, size_t people, draw_below draw)
{
    uint64_t sold = 0, drawn;
    *winner = SIZE_MAX;
    for (size_t i = 0; i < people; i++) {
        sold += tickets[i];
    }
    csecrets_status status = draw(&drawn, sold);
    for (size_t i = 0; status == CSECRETS_OK && *winner == SIZE_MAX; i++) {
        if (drawn < tickets[i]) {
            *winner = i;
        } else {
            drawn -= tickets[i];
        }
    }
    return status;
}

/* What the next draw answers, and the bound that it was asked for. */
static uint64_t scripted, asked_for;

static csecrets_status draw_scripted(uint64_t *out, uint64_t bound)
{
    asked_for = bound;
    *out = scripted;
    return CSECRETS_OK;
}

static csecrets_status draw_failing(uint64_t *out, uint64_t bound)
{
    (void)bound;
    *out = UINT64_MAX; /* as csecrets_randbelow() leaves it */
    return CSECRETS_ERR_ENTROPY_UNAVAILABLE;
}

static const unsigned tickets[] = {2, 0, 3}; /* of Ada, Blaise and Charles */

/* There are few draws, so all of them are tried: the edges too, where mistakes are. */
static bool every_ticket_wins_for_its_owner(void)
{
    static const size_t owner[] = {0, 0, 2, 2, 2};
    bool right = true;
    for (scripted = 0; scripted < COUNT(owner); scripted++) {
        size_t winner;
        right &= raffle(&winner, tickets, COUNT(tickets), draw_scripted) == CSECRETS_OK &&
                 winner == owner[scripted] && asked_for == COUNT(owner);
    }
    return right;
}

static bool nobody_wins_without_randomness(void)
{
    size_t winner;
    return raffle(&winner, tickets, COUNT(tickets), draw_failing) != CSECRETS_OK &&
           winner == SIZE_MAX;
}

/* With real draws only what always holds is asked for, so that no run fails by chance. */
static bool the_winner_has_a_ticket(void)
{
    size_t winner;
    return raffle(&winner, tickets, COUNT(tickets), csecrets_randbelow) == CSECRETS_OK &&
           tickets[winner] > 0;
}

static bool show(const char *what, bool holds)
{
    printf("  %-34s %s\n", what, holds ? "ok" : "FAILED");
    return holds;
}

int main(void)
{
    bool right = show("every ticket wins for its owner", every_ticket_wins_for_its_owner());
    right &= show("nobody wins without randomness", nobody_wins_without_randomness());
    right &= show("the winner has a ticket", the_winner_has_a_ticket());
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
