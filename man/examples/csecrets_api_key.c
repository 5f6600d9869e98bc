#include <csecrets.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    char key[CSECRETS_API_KEY_SIZE(9)];

    if (csecrets_api_key(key, sizeof key, "acme_test") != CSECRETS_OK)
        return 1;
    printf("%s\n", key);

    /* A finger that slips is told so before the database is asked. */
    key[12] = key[12] == 'x' ? 'y' : 'x';
    puts(csecrets_strerror(csecrets_api_key_check(key, strlen(key), "acme_test")));
    return 0;
}
