#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    static const uint8_t stored[3][4] = {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 9, 9, 9}};
    static const uint8_t presented[4] = {5, 6, 7, 8};
    const char *token = "hunter2";
    size_t row;

    /* An empty secret equals an empty guess: ask first whether there is one. */
    if (token[0] != '\0' && csecrets_equal_text("hunter2", token))
        puts("the token is right");
    if (csecrets_equal(stored[1], 4, presented, 4))
        puts("the bytes are the same");
    if (csecrets_find_equal(&row, presented, stored, 3, sizeof stored[0]))
        printf("they are row %lu\n", (unsigned long)row);
    return 0;
}
