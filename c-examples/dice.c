/* dice.c - numbers of a range: dice, a deck, a delay, an odd port, and numbers longer than 64 bits
 *
 * The C counterpart of secrets.randbelow, secrets.randbits and of random.SystemRandom's randint,
 * randrange, random, choices and sample. Each value is exactly equally likely: `rand() % 6 + 1`
 * favours some sides.
 *
 *     dice [NUMBER [SIDES]]     5 dice of 6 sides where nothing is said
 *
 * Build it alone:  cc dice.c $(pkg-config --cflags --libs csecrets)
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

enum { DICE_MAX = 100, SIDES_MAX = 1000000 };

/* Without randomness there is nothing better to do than to stop. */
static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "dice: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

/* A whole number from low to high, or 0. */
static unsigned long read_number(const char *text, unsigned long low, unsigned long high)
{
    char *end;
    const unsigned long number = strtoul(text, &end, 10);
    return *end == '\0' && number >= low && number <= high ? number : 0;
}

/* Many numbers at once are cheaper than one call for each. */
static void roll(size_t dice, uint32_t sides)
{
    uint32_t faces[DICE_MAX];
    uint64_t sum = 0;
    check(csecrets_randbelow_many_u32(faces, dice, sides));
    printf("dice         ");
    for (size_t i = 0; i < dice; i++) {
        printf(" %" PRIu32, faces[i] + 1);
        sum += faces[i] + 1;
    }
    printf("\nsum           %" PRIu64 "\n", sum);
}

/* A hand is drawn without putting back; a coin that is tossed five times puts its sides back. */
static void draw(void)
{
    static const char deck[][6] = {"seven", "eight", "nine", "ten", "jack", "queen", "king", "ace"};
    static const char coin[][6] = {"heads", "tails"};
    char hand[3][6], tosses[5][6];
    check(csecrets_sample(hand, 3, deck, 8, sizeof deck[0]));
    printf("a hand        %s %s %s\n", hand[0], hand[1], hand[2]);
    check(csecrets_choices(tosses, 5, coin, 2, sizeof coin[0]));
    printf("five tosses   %s %s %s %s %s\n", tosses[0], tosses[1], tosses[2], tosses[3], tosses[4]);
}

static void print_big(const char *label, const uint8_t *number, size_t nbytes)
{
    char hex[CSECRETS_HEX_SIZE(32)];
    check(csecrets_hex_encode(hex, sizeof hex, number, nbytes));
    printf("%-13s 0x%s\n", label, hex);
}

int main(int argc, char **argv)
{
    const unsigned long dice = argc > 1 ? read_number(argv[1], 1, DICE_MAX) : 5;
    const unsigned long sides = argc > 2 ? read_number(argv[2], 2, SIDES_MAX) : 6;
    if (argc > 3 || dice == 0 || sides == 0) {
        fprintf(stderr, "usage: dice [NUMBER [SIDES]]: up to %d dice of 2 to %d sides\n", DICE_MAX,
                SIDES_MAX);
        return EXIT_FAILURE;
    }
    roll(dice, (uint32_t)sides);
    draw();

    /* Both ends included, as people say it; and like Python's range, with its end left out. */
    int64_t degrees, port;
    check(csecrets_randint(&degrees, -40, 60));
    printf("a temperature %" PRId64 "\n", degrees);
    check(csecrets_randrange(&port, 49153, 65536, 2));
    printf("an odd port   %" PRId64 "\n", port);

    /* For a delay a real number is right. For an integer it is not: see above. */
    double share;
    check(csecrets_random(&share));
    printf("a delay       %.3f s\n", 0.5 + share);

    uint64_t flips;
    check(csecrets_randbits(&flips, 10));
    printf("ten bits      %" PRIu64 "\n", flips);

    /* Beyond 64 bits numbers are bytes, the most significant first. This bound is 10^20. */
    static const uint8_t bound[9] = {0x05, 0x6b, 0xc7, 0x5e, 0x2d, 0x63, 0x10, 0x00, 0x00};
    uint8_t below[sizeof bound], bits[17];
    check(csecrets_randbelow_big(below, bound, sizeof bound));
    print_big("below 10^20", below, sizeof below);
    check(csecrets_randbits_big(bits, sizeof bits, 129));
    print_big("129 bits", bits, sizeof bits);
    return EXIT_SUCCESS;
}
