#include <csecrets.h>
#include <inttypes.h>
#include <stdio.h>

int main(void)
{
    char small[16];
    uint64_t die;
    csecrets_status status;

    /* A text that does not fit is not cut off: there is none. */
    status = csecrets_token_hex(small, sizeof small, 16);
    printf("\"%s\": %s\n", small, csecrets_strerror(status));

    /* An integer that could not be drawn is no die that somebody could bet on. */
    status = csecrets_randbelow(&die, 0);
    printf("%" PRIu64 ": %s\n", die, csecrets_strerror(status));
    return 0;
}
