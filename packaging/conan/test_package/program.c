#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    char token[CSECRETS_HEX_SIZE(16)];
    if (csecrets_token_hex(token, sizeof token, 16) != CSECRETS_OK)
        return 1;
    puts(token);
    return 0;
}
