#include <csecrets.h>
#include <inttypes.h>
#include <stdio.h>

int main(void)
{
    uint64_t card;
    uint32_t dice[5];
    int64_t celsius, port;
    double part;

    if (csecrets_randbelow(&card, 52) != CSECRETS_OK ||
        csecrets_randbelow_many_u32(dice, 5, 6) != CSECRETS_OK ||
        csecrets_randint(&celsius, -40, 60) != CSECRETS_OK ||
        csecrets_randrange(&port, 49153, 65536, 2) != CSECRETS_OK ||
        csecrets_random(&part) != CSECRETS_OK)
        return 1;
    printf("card %2" PRIu64 " of 0 to 51\n", card);
    printf("five dice");
    for (int i = 0; i < 5; i++)
        printf(" %" PRIu32, dice[i] + 1);
    printf("\na temperature %3" PRId64 "\n", celsius);
    printf("an odd port %" PRId64 "\n", port);
    printf("a part of one %.6f\n", part);
    return 0;
}
