#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    unsigned char key[CSECRETS_DEFAULT_ENTROPY];
    char id[CSECRETS_HEX_SIZE(16)];
    char invitation[CSECRETS_URLSAFE_SIZE(24)];
    char voucher[12 + 1];

    if (csecrets_token_bytes(key, sizeof key) != CSECRETS_OK ||
        csecrets_token_hex(id, sizeof id, 16) != CSECRETS_OK ||
        csecrets_token_urlsafe(invitation, sizeof invitation, 24) != CSECRETS_OK ||
        csecrets_token_alphabet(voucher, sizeof voucher, 12,
                                CSECRETS_ALPHABET_CROCKFORD32) != CSECRETS_OK)
        return 1;
    printf("id          %s\n", id);
    printf("invitation  %s\n", invitation);
    printf("voucher     %s\n", voucher);
    printf("of which %lu characters would be 128 bits\n",
           (unsigned long)csecrets_alphabet_nchars(CSECRETS_ALPHABET_CROCKFORD32, 128));
    csecrets_wipe(key, sizeof key);
    return 0;
}
