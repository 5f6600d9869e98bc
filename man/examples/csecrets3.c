#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    char token[CSECRETS_URLSAFE_SIZE(32)];

    if (csecrets_token_urlsafe(token, sizeof token, 32) != CSECRETS_OK)
        return 1;    /* and token is "" */
    puts(token);
    return 0;
}
