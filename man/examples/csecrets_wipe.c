#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    char token[CSECRETS_HEX_SIZE(16)];

    if (csecrets_token_hex(token, sizeof token, 16) != CSECRETS_OK)
        return 1;
    /* Here token is sent, or hashed, or compared. */
    csecrets_wipe(token, sizeof token);
    printf("left of the token: \"%s\"\n", token);
    return 0;
}
