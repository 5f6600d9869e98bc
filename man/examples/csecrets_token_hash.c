#include <csecrets.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
    char token[CSECRETS_URLSAFE_SIZE(32)], password[CSECRETS_PASSWORD_HASH_SIZE];
    uint8_t hash[CSECRETS_TOKEN_HASH_SIZE];

    /* A token can't be guessed: its hash may be fast. */
    if (csecrets_token_urlsafe(token, sizeof token, 32) != CSECRETS_OK ||
        csecrets_token_hash(hash, token, strlen(token)) != CSECRETS_OK)
        return 1;
    if (csecrets_token_matches(hash, token, strlen(token)))
        puts("the token is the one whose hash is stored");

    /* What a person chose can be: its hash is slow. */
    if (csecrets_password_hash(password, sizeof password, "hunter2", 7, 0) != CSECRETS_OK)
        return 1;
    printf("%s\n", password);
    if (csecrets_password_matches(password, "hunter2", 7))
        printf("the password is right; %lu iterations\n",
               (unsigned long)csecrets_password_iterations(password));
    return 0;
}
