#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    char token[8];
    csecrets_status status = csecrets_token_hex(token, sizeof token, 16);

    if (status != CSECRETS_OK)
        printf("%s: %s\n", csecrets_status_name(status), csecrets_strerror(status));
    return 0;
}
