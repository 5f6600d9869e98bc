#include <csecrets.h>
#include <stdio.h>

int main(void)
{
    static const char secret[] = "It's a Secret to Everybody", body[] = "Hello, World!";
    static const char header[] = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    const csecrets_span parts[1] = {{body, sizeof body - 1}};
    uint8_t tag[CSECRETS_HMAC_SIZE];
    size_t tag_len;

    /* What GitHub sends as X-Hub-Signature-256, after "sha256=". */
    if (csecrets_hex_decode(tag, sizeof tag, &tag_len, header, sizeof header - 1) == CSECRETS_OK &&
        csecrets_hmac_sha256_matches(tag, tag_len, secret, sizeof secret - 1, parts, 1))
        puts("the webhook is GitHub's");
    else
        puts("forged");
    return 0;
}
