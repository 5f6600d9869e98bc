/* pin.c - a PIN that is sent to a person: good for ten minutes, for five tries, and once
 *
 * The C counterpart of f"{secrets.randbelow(10**6):06}". Six digits are a million, which is nothing: what
 * makes a PIN strong is what counts the tries. The database holds its HMAC under a key that it does not
 * hold itself: a plain hash of a PIN is found by hashing all million.
 *
 * Build it alone:  cc pin.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

enum { DIGITS = 6, TRIES = 5, TEN_MINUTES = 600, KEY_BYTES = 32 };

typedef char pin_text[DIGITS + 1];

/* A row of the database. No tries left means: no PIN. */
struct pin {
    uint32_t user_id;
    uint8_t tag[CSECRETS_HMAC_SIZE];
    time_t expires_at;
    unsigned tries_left;
};

static const csecrets_span *parts_of(csecrets_span parts[2], const struct pin *pin, const char *text)
{
    parts[0] = (csecrets_span){&pin->user_id, sizeof pin->user_id}; /* or another user's would do */
    parts[1] = (csecrets_span){text, strlen(text)};
    return parts;
}

/* The PIN goes to the user; what is left here can't be turned back into it. */
static csecrets_status give_out(struct pin *pin, pin_text text, uint32_t user_id, const uint8_t *key,
                                time_t now)
{
    csecrets_span parts[2];
    *pin = (struct pin){.user_id = user_id};
    csecrets_status status = csecrets_token_alphabet(text, sizeof(pin_text), DIGITS,
                                                     CSECRETS_ALPHABET_DIGITS);
    if (status == CSECRETS_OK) {
        status = csecrets_hmac_sha256(pin->tag, key, KEY_BYTES, parts_of(parts, pin, text), 2);
    }
    if (status == CSECRETS_OK) {
        pin->expires_at = now + TEN_MINUTES;
        pin->tries_left = TRIES;
    }
    return status;
}

/* A try is used up before anything is compared: who stops the program half-way gains none. */
static bool accept(struct pin *pin, const char *typed, const uint8_t *key, time_t now)
{
    csecrets_span parts[2];
    if (pin->tries_left == 0 || now >= pin->expires_at) {
        return false;
    }
    pin->tries_left--;
    const bool right = csecrets_hmac_sha256_matches(pin->tag, sizeof pin->tag, key, KEY_BYTES,
                                                    parts_of(parts, pin, typed), 2);
    if (right) {
        pin->tries_left = 0;
    }
    return right;
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("  %-24s %s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

/* A PIN that is none of those in use, whatever was drawn. */
static void wrong_pin(pin_text out, const char *text)
{
    memcpy(out, text, sizeof(pin_text));
    out[0] = out[0] == '9' ? '0' : (char)(out[0] + 1);
}

int main(void)
{
    uint8_t key[KEY_BYTES];
    struct pin pin;
    pin_text text, wrong;
    const time_t now = time(NULL);
    csecrets_status status = csecrets_token_bytes(key, sizeof key);
    if (status == CSECRETS_OK) {
        status = give_out(&pin, text, 12345, key, now);
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "pin: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    printf("Your code is %s\n", text);
    wrong_pin(wrong, text);
    bool right = show("another code", accept(&pin, wrong, key, now), false);
    right &= show("half of the code", accept(&pin, text + DIGITS / 2, key, now), false);
    right &= show("ten minutes later", accept(&pin, text, key, now + TEN_MINUTES), false);
    right &= show("the code", accept(&pin, text, key, now), true);
    right &= show("the code again", accept(&pin, text, key, now), false);

    right &= give_out(&pin, text, 12345, key, now) == CSECRETS_OK;
    printf("After five wrong tries\n");
    wrong_pin(wrong, text);
    for (int i = 0; i < TRIES; i++) {
        right &= !accept(&pin, wrong, key, now);
    }
    right &= show("the code", accept(&pin, text, key, now), false);
    csecrets_wipe(key, sizeof key);
    csecrets_wipe(text, sizeof text);
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
