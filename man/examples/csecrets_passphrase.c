#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    char passphrase[CSECRETS_PASSPHRASE_SIZE(6, 1)];

    if (csecrets_passphrase(passphrase, sizeof passphrase, 6, " ") != CSECRETS_OK)
        return 1;
    puts(passphrase);
    csecrets_wipe(passphrase, sizeof passphrase);
    return 0;
}
