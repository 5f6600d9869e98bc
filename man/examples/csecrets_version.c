#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    /* One header and one library, which may have been installed on different days. */
    if (csecrets_version_number() < CSECRETS_VERSION_NUMBER) {
        fprintf(stderr, "built for csecrets %s, and this is %s\n", CSECRETS_VERSION,
                csecrets_version());
        return 1;
    }
    puts("the library is as new as the header");
    return 0;
}
