#include <csecrets.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

int main(void)
{
    uint8_t random[CSECRETS_UUID_SIZE], first[CSECRETS_UUID_SIZE], next[CSECRETS_UUID_SIZE];
    char text[CSECRETS_UUID_TEXT_SIZE];
    const uint64_t now = 1000 * (uint64_t)time(NULL);

    if (csecrets_uuid4(random) != CSECRETS_OK ||
        csecrets_uuid_text(text, sizeof text, random) != CSECRETS_OK)
        return 1;
    printf("%s\n", text);

    /* Of one millisecond, and in order all the same. */
    if (csecrets_uuid7(first, now) != CSECRETS_OK ||
        csecrets_uuid7_after(next, first, now) != CSECRETS_OK ||
        csecrets_uuid_text(text, sizeof text, next) != CSECRETS_OK)
        return 1;
    printf("%s %s the one before\n", text, memcmp(next, first, sizeof next) > 0 ? ">" : "<");
    return 0;
}
