#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    char usual[16 + 1], printed[20 + 1];
    double bits;

    policy.min_digits = 2;
    policy.flags = CSECRETS_PASSWORD_NO_SYMBOLS | CSECRETS_PASSWORD_NO_LOOKALIKES;
    if (csecrets_password(usual, sizeof usual, 16, NULL) != CSECRETS_OK ||
        csecrets_password(printed, sizeof printed, 20, &policy) != CSECRETS_OK ||
        csecrets_password_bits(&bits, 20, &policy) != CSECRETS_OK)
        return 1;
    printf("%s\n", usual);
    printf("%s, which is %.1f bits strong\n", printed, bits);
    csecrets_wipe(usual, sizeof usual);
    csecrets_wipe(printed, sizeof printed);
    return 0;
}
