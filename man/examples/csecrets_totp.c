#include <csecrets.h>
#include <inttypes.h>
#include <stdio.h>

int main(void)
{
    /* The key and the time of RFC 6238's first test. */
    static const char key[] = "12345678901234567890";
    const int64_t now = 1111111109;
    char code[7];
    uint64_t step, last_step = 0;

    if (csecrets_totp(code, sizeof code, key, 20, now, NULL) != CSECRETS_OK)
        return 1;
    printf("the app shows %s\n", code);
    for (int attempt = 1; attempt <= 2; attempt++) {
        csecrets_status status = csecrets_totp_verify(&step, code, 6, key, 20, now, last_step, NULL);
        printf("attempt %d: %s\n", attempt, csecrets_strerror(status));
        if (status == CSECRETS_OK)
            last_step = step;    /* in a database, in one statement that also checks it */
    }
    return 0;
}
