#include <csecrets.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const uint8_t data[5] = {0xde, 0xad, 0xbe, 0xef, 0x2a};
    char hex[CSECRETS_HEX_SIZE(5)], urlsafe[CSECRETS_URLSAFE_SIZE(5)];
    char base32[CSECRETS_BASE32_SIZE(5)];
    uint8_t back[CSECRETS_BASE32_DECODED_SIZE(9)];
    size_t back_len;

    if (csecrets_hex_encode(hex, sizeof hex, data, 5) != CSECRETS_OK ||
        csecrets_urlsafe_encode(urlsafe, sizeof urlsafe, data, 5) != CSECRETS_OK ||
        csecrets_base32_encode(base32, sizeof base32, data, 5) != CSECRETS_OK ||
        csecrets_base32_decode(back, sizeof back, &back_len, "32w3 53zk", 9) != CSECRETS_OK)
        return 1;
    printf("%s  %s  %s\n", hex, urlsafe, base32);
    if (back_len == 5 && memcmp(back, data, 5) == 0)
        puts("and back, as a person types it");
    return 0;
}
