/* codecs.c - the same bytes in hexadecimal, in base64url and in base32, and back
 *
 * The C counterpart of bytes.hex, base64.urlsafe_b64encode, base64.b32encode and of what decodes
 * them. Neither time nor addresses show what is encoded: it may be a key. Each has its use:
 * hexadecimal in logs, base64url in URLs and cookies, base32 where a person types it.
 *
 * Build it alone:  cc codecs.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

enum { KEY_BYTES = 20, TEXT_MAX = 128 };

static const struct codec {
    const char *name;
    size_t (*size)(size_t nbytes);
    csecrets_status (*encode)(char *out, size_t out_size, const void *data, size_t nbytes);
    size_t (*decoded_size)(size_t text_len);
    csecrets_status (*decode)(void *out, size_t out_size, size_t *out_len, const char *text,
                              size_t text_len);
} CODECS[] = {
    {"hexadecimal", csecrets_hex_size, csecrets_hex_encode, csecrets_hex_decoded_size,
     csecrets_hex_decode},
    {"base64url", csecrets_urlsafe_size, csecrets_urlsafe_encode, csecrets_urlsafe_decoded_size,
     csecrets_urlsafe_decode},
    {"base32", csecrets_base32_size, csecrets_base32_encode, csecrets_base32_decoded_size,
     csecrets_base32_decode},
};
enum { CODEC_COUNT = sizeof CODECS / sizeof CODECS[0] };

/* Whether a text decodes to this key. What is too long for one has no room here, and is refused. */
static bool is_key(const struct codec *codec, const char *text, const uint8_t *key)
{
    uint8_t bytes[TEXT_MAX];
    size_t len;
    return codec->decoded_size(strlen(text)) <= sizeof bytes &&
           codec->decode(bytes, sizeof bytes, &len, text, strlen(text)) == CSECRETS_OK &&
           csecrets_equal(bytes, len, key, KEY_BYTES);
}

/* Only base32 is read as people write it: in groups, in lower case. */
static void as_typed(char *out, const char *text)
{
    for (size_t i = 0; text[i] != '\0'; i++) {
        if (i > 0 && i % 4 == 0) {
            *out++ = ' ';
        }
        *out++ = text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] - 'A' + 'a') : text[i];
    }
    *out = '\0';
}

int main(void)
{
    uint8_t key[KEY_BYTES];
    bool right = true;
    csecrets_status status = csecrets_token_bytes(key, sizeof key);
    for (size_t i = 0; i < CODEC_COUNT && status == CSECRETS_OK; i++) {
        const struct codec *codec = &CODECS[i];
        char text[TEXT_MAX], typed[2 * TEXT_MAX];
        if (codec->size(sizeof key) > sizeof text) {
            return EXIT_FAILURE;
        }
        status = codec->encode(text, sizeof text, key, sizeof key);
        as_typed(typed, text);
        const bool whole = is_key(codec, text, key), grouped = is_key(codec, typed, key);
        printf("%-12s  %s\n", codec->name, text);
        printf("              %s, typed in groups %s\n", whole ? "accepted" : "refused",
               grouped ? "accepted" : "refused");
        right &= whole && grouped == (codec->decode == csecrets_base32_decode);
        csecrets_wipe(text, sizeof text);
        csecrets_wipe(typed, sizeof typed);
    }
    csecrets_wipe(key, sizeof key);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "codecs: %s\n", csecrets_strerror(status));
    }
    return right && status == CSECRETS_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
