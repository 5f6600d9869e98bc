/* pick.c - one of many: strings, structs, characters, orders, and unequal odds
 *
 * The C counterpart of secrets.choice, ''.join(secrets.choice(...)) and of shuffle and choices of
 * secrets.SystemRandom.
 *
 * Build it alone:  cc pick.c $(pkg-config --cflags --libs csecrets)
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "pick: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

int main(void)
{
    /* An element is copied out, whatever its type: here a pointer to a string. */
    const char *const colours[] = {"red", "blue", "green", "yellow", "purple"};
    const char *colour;
    check(csecrets_choice(&colour, colours, COUNT(colours), sizeof colours[0]));
    printf("a colour      %s\n", colour);

    /* A whole struct. */
    struct fruit {
        const char *name;
        int cents;
    };
    static const struct fruit fruits[] = {
        {"apple", 40}, {"banana", 25}, {"cherry", 5}, {"date", 15},
    };
    struct fruit fruit;
    check(csecrets_choice(&fruit, fruits, COUNT(fruits), sizeof fruits[0]));
    printf("a fruit       %s, %d cents\n", fruit.name, fruit.cents);

    /* A character. A string ends in a NUL, which is none of the characters to choose from. */
    static const char charset[] = CSECRETS_ALPHABET_BASE62 "!@#$%^&*";
    char character;
    check(csecrets_choice(&character, charset, sizeof charset - 1, 1));
    printf("a character   %c\n", character);

    /* Many characters in one call. Unlike a loop over csecrets_choice(), it reads memory at
     * addresses that do not depend on the characters, so the cache does not tell them. */
    char password[16 + 1];
    check(csecrets_token_alphabet(password, sizeof password, 16, charset));
    printf("a password    %s\n", password);
    csecrets_wipe(password, sizeof password);

    /* An order. The array is shuffled in place. */
    const char *order[] = {"Ada", "Blaise", "Charles", "Donald", "Edsger"};
    check(csecrets_shuffle(order, COUNT(order), sizeof order[0]));
    printf("an order     ");
    for (size_t i = 0; i < COUNT(order); i++) {
        printf(" %s", order[i]);
    }
    printf("\n");

    /* Unequal odds, in whole numbers: 1 and 9 and 90 of 100. */
    static const char *const prizes[] = {"a car", "a bicycle", "a balloon"};
    static const uint64_t weights[COUNT(prizes)] = {1, 9, 90};
    size_t prize;
    check(csecrets_weighted_index(&prize, weights, COUNT(weights)));
    printf("a prize       %s, %" PRIu64 " in 100\n", prizes[prize], weights[prize]);
    return EXIT_SUCCESS;
}
