#include <csecrets.h>
#include <stdio.h>

static void print(const uint8_t *number, size_t nbytes)
{
    for (size_t i = 0; i < nbytes; i++)
        printf("%02x", number[i]);
    putchar('\n');
}

int main(void)
{
    /* The order of Curve25519's base point, which is prime: 2^252 and a little more. */
    static const uint8_t order[32] = {
        0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0x14, 0xde, 0xf9, 0xde, 0xa2, 0xf7, 0x9c, 0xd6,
        0x58, 0x12, 0x63, 0x1a, 0x5c, 0xf5, 0xd3, 0xed,
    };
    uint8_t scalar[32], odds[13];

    if (csecrets_randbelow_big(scalar, order, sizeof scalar) != CSECRETS_OK ||
        csecrets_randbits_big(odds, sizeof odds, 100) != CSECRETS_OK)
        return 1;
    print(scalar, sizeof scalar);
    print(odds, sizeof odds);
    return 0;
}
