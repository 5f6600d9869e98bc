#include <csecrets.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    int32_t os_errno;

    if (csecrets_entropy_probe(&os_errno) != CSECRETS_OK) {
        fprintf(stderr, "no randomness: %s\n", strerror(os_errno));
        return 1;
    }
    puts("there is randomness: now chroot, or drop what is not needed");
    return 0;
}
