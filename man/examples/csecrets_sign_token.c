#include <csecrets.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static const char purpose[] = "password reset";

int main(void)
{
    unsigned char key[32];    /* drawn once, and kept where only the server reads it */
    char token[CSECRETS_SIGN_TOKEN_SIZE(7)], payload[7];
    const int64_t now = (int64_t)time(NULL);
    size_t payload_len;

    if (csecrets_token_bytes(key, sizeof key) != CSECRETS_OK ||
        csecrets_sign_token(token, sizeof token, key, sizeof key, purpose, "user=42", 7,
                            now + 3600) != CSECRETS_OK)
        return 1;
    printf("%s\n", token);

    const csecrets_span keys[1] = {{key, sizeof key}};
    csecrets_status status = csecrets_verify_token(payload, sizeof payload, &payload_len, token,
                                                   strlen(token), purpose, keys, 1, now);
    printf("now:            %s, %.*s\n", csecrets_strerror(status), (int)payload_len, payload);
    status = csecrets_verify_token(payload, sizeof payload, &payload_len, token, strlen(token),
                                   purpose, keys, 1, now + 3600);
    printf("after an hour:  %s\n", csecrets_strerror(status));
    csecrets_wipe(key, sizeof key);
    return 0;
}
