/* tokens.c - tokens of every kind, and an integer
 *
 * The C counterpart of secrets.token_bytes, secrets.token_hex, secrets.token_urlsafe and
 * secrets.randbelow. Real programs do not print their secrets; this one has none to keep.
 *
 * Build it alone:  cc tokens.c $(pkg-config --cflags --libs csecrets)
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

/* Without randomness there is nothing better to do than to stop. */
static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "tokens: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

int main(void)
{
    /* Bytes, for keys and salts: 16 bytes are 128 bits, which nobody can guess. */
    unsigned char bytes[16];
    char hex[CSECRETS_HEX_SIZE(sizeof bytes)];
    check(csecrets_token_bytes(bytes, sizeof bytes));
    check(csecrets_hex_encode(hex, sizeof hex, bytes, sizeof bytes));
    printf("16 bytes         %s\n", hex);

    /* Both in one call. The macro counts the characters and the NUL, so the buffer always fits. */
    check(csecrets_token_hex(hex, sizeof hex, 16));
    printf("hex token        %s\n", hex);

    /* The same strength in fewer characters, none of which needs escaping in a URL. */
    char urlsafe[CSECRETS_URLSAFE_SIZE(16)];
    check(csecrets_token_urlsafe(urlsafe, sizeof urlsafe, 16));
    printf("URL-safe token   %s\n", urlsafe);

    /* What token_urlsafe() gives in Python where no number is said: 32 bytes. */
    char session_id[CSECRETS_URLSAFE_SIZE(CSECRETS_DEFAULT_ENTROPY)];
    check(csecrets_token_urlsafe(session_id, sizeof session_id, CSECRETS_DEFAULT_ENTROPY));
    printf("session id       %s\n", session_id);

    /* 0 to 99, each equally likely: `rand() % 100` favours some of them. */
    uint64_t number;
    check(csecrets_randbelow(&number, 100));
    printf("number below 100 %" PRIu64 "\n", number);

    /* A secret that is no longer needed should not wait in memory for whoever reads it next. */
    csecrets_wipe(bytes, sizeof bytes);
    csecrets_wipe(hex, sizeof hex);
    csecrets_wipe(urlsafe, sizeof urlsafe);
    csecrets_wipe(session_id, sizeof session_id);
    return EXIT_SUCCESS;
}
