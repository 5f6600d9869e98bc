/* json.c - text as JSON has it */
#include <stdio.h>

#include "fail.h"
#include "output.h"

/* Bytes of the UTF-8 character at the beginning of a text; 0 if there is none. */
static size_t character_len(const unsigned char *text, size_t len)
{
    const unsigned char first = text[0];
    const size_t wanted = first < 0x80   ? 1
                          : first < 0xc2 ? 0
                          : first < 0xe0 ? 2
                          : first < 0xf0 ? 3
                          : first < 0xf5 ? 4
                                         : 0;
    if (wanted == 0 || wanted > len) {
        return 0;
    }
    for (size_t i = 1; i < wanted; i++) {
        if (text[i] >> 6 != 2) {
            return 0;
        }
    }
    /* Too long for what they say, half of a UTF-16 pair, beyond Unicode. */
    if ((first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] > 0x9f) ||
        (first == 0xf0 && text[1] < 0x90) || (first == 0xf4 && text[1] > 0x8f)) {
        return 0;
    }
    return wanted;
}

void add_json_string(struct buffer *out, const void *text, size_t len)
{
    const unsigned char *at = text;
    buffer_add_text(out, "\"");
    for (size_t step; len > 0; at += step, len -= step) {
        step = character_len(at, len);
        if (step == 0) {
            fail(REFUSED, "--json wants text, and this is not UTF-8");
        }
        if (*at < ' ' || *at == 0x7f) {
            char escaped[8];
            snprintf(escaped, sizeof escaped, "\\u%04x", *at);
            buffer_add_text(out, escaped);
            continue;
        }
        if (*at == '"' || *at == '\\') {
            buffer_add_text(out, "\\");
        }
        buffer_add(out, at, step);
    }
    buffer_add_text(out, "\"");
}
