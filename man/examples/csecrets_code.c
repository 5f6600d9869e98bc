#include <csecrets.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char typed[] = "7k3qx 9mz4t oil00";
    char code[CSECRETS_CODE_SIZE(3, 5, 1)], read[sizeof typed];

    if (csecrets_code(code, sizeof code, 3, 5, "-") != CSECRETS_OK ||
        csecrets_code_normalize(read, sizeof read, typed, strlen(typed)) != CSECRETS_OK)
        return 1;
    printf("drawn  %s\n", code);
    printf("typed  %s\n", typed);
    printf("read   %s\n", read);
    return 0;
}
