/* forms.h - the forms of a secret that give it away, as a library could have left them */
#ifndef FORMS_H
#define FORMS_H

#include <ctype.h>

#include "aes256.h"
#include "secret.h"
#include "sha256.h"

enum kind { PLAIN, DIGITS, SWAPPED, HASHED, KEYED, EXPANDED, KINDS };

static const char *const kind_names[KINDS] = {
    "plain",    /* text, bytes, drawn words, a key */
    "digits",   /* indices into the alphabet */
    "swapped",  /* the plain bytes as words of 32 bits in the other byte order */
    "SHA-256",  /* message schedule and states */
    "HMAC",     /* padded keys, their schedule, the states after them */
    "AES",      /* round keys */
};

enum { WINDOW = 8, MOST_FORMS = 400, FORM_BYTES = 1 << 17, STREAM = 2048 };

struct forms {
    size_t count, nbytes;
    enum kind kinds[MOST_FORMS];
    size_t at[MOST_FORMS + 1];
    unsigned char bytes[FORM_BYTES], swapped[FORM_BYTES], digits[ROOM], decoded[ROOM];
    unsigned char drawn[SCRIPT_SIZE], stream[STREAM];
};

static inline void add(struct forms *forms, enum kind kind, const void *bytes, size_t nbytes)
{
    if (!CHECK(forms->count < MOST_FORMS && nbytes <= FORM_BYTES - forms->nbytes))
        return;
    memcpy(forms->bytes + forms->nbytes, bytes, nbytes);
    forms->kinds[forms->count] = kind;
    forms->at[forms->count++] = forms->nbytes;
    forms->at[forms->count] = forms->nbytes += nbytes;
}

/* Bytes, and their words wherever the first one begins. */
static inline void add_plain(struct forms *forms, const unsigned char *bytes, size_t nbytes)
{
    add(forms, PLAIN, bytes, nbytes);
    for (size_t start = 0; start < 4 && start + WINDOW <= nbytes; start++) {
        const size_t size = (nbytes - start) / 4 * 4;
        for (size_t i = 0; i < size; i++)
            forms->swapped[i] = bytes[start + (i ^ 3)];
        add(forms, SWAPPED, forms->swapped, size);
    }
}

/* A state as FIPS 180 orders it, and as the instructions of x86 do. */
static inline void add_state(struct forms *forms, enum kind kind, const uint32_t *s)
{
    const uint32_t paired[8] = {s[5], s[4], s[1], s[0], s[7], s[6], s[3], s[2]};
    unsigned char digest[32];
    for (size_t i = 0; i < sizeof digest; i++)
        digest[i] = (unsigned char)(s[i / 4] >> (24 - i % 4 * 8));
    add(forms, kind, s, sizeof paired);
    add(forms, kind, paired, sizeof paired);
    add(forms, kind, digest, sizeof digest);
}

static inline void add_block(struct forms *forms, enum kind kind, struct sha256 *hash,
                             const unsigned char *block)
{
    sha256_block(hash, block);
    add(forms, kind, hash->schedule, sizeof hash->schedule);
    add(forms, kind, hash->with_constants, sizeof hash->with_constants);
    add_state(forms, kind, hash->state);
}

/* What a library holds that hashes the secret, or takes it for the key of an HMAC. */
static inline void add_hashes(struct forms *forms, const unsigned char *bytes, size_t nbytes)
{
    enum { LONGEST = 192, BLOCK = 64 };
    struct sha256 hash;
    unsigned char message[LONGEST], padded[BLOCK];
    if (!CHECK(nbytes <= LONGEST - BLOCK))
        return;
    memcpy(message, bytes, nbytes);
    const size_t size = sha256_pad(message, nbytes);
    sha256_start(&hash);
    for (size_t at = 0; at < size; at += BLOCK)
        add_block(forms, HASHED, &hash, message + at);
    for (int pad = 0x36; nbytes <= BLOCK && pad <= 0x5C; pad += 0x5C - 0x36) {
        for (size_t i = 0; i < BLOCK; i++)
            padded[i] = (unsigned char)((i < nbytes ? bytes[i] : 0) ^ pad);
        add(forms, KEYED, padded, nbytes);
        sha256_start(&hash);
        add_block(forms, KEYED, &hash, padded);
    }
}

/* A text, its digits, and the bytes that they spell where each has so many bits. */
static inline void add_text(struct forms *forms, const char *alphabet, unsigned bits,
                            const unsigned char *text, size_t nchars)
{
    size_t nbytes = 0;
    unsigned held = 0, waiting = 0;
    add_plain(forms, text, nchars);
    for (size_t i = 0; alphabet && i < nchars; i++) {
        const char *place = strchr(alphabet, bits == 4 ? tolower(text[i]) : text[i]);
        forms->digits[i] = (unsigned char)(place ? place - alphabet : 0);
        waiting = waiting << bits | forms->digits[i];
        held += bits;
        if (held >= 8)
            forms->decoded[nbytes++] = (unsigned char)(waiting >> (held -= 8));
    }
    if (alphabet)
        add(forms, DIGITS, forms->digits, nchars);
    if (nbytes > 0)
        add_plain(forms, forms->decoded, nbytes);
}

static inline void add_place(struct forms *forms, const struct call *call, enum form form,
                             const unsigned char *place, size_t size)
{
    const size_t nchars = strnlen((const char *)place, size);
    switch (form) {
    case PUBLIC:
        break;
    case BYTES:
        add_plain(forms, place, size);
        if (size <= 64)
            add_hashes(forms, place, size);
        break;
    case HEX:
        add_text(forms, CSECRETS_ALPHABET_HEX, 4, place, nchars);
        break;
    case URLSAFE:
        add_text(forms, CSECRETS_ALPHABET_URLSAFE64, 6, place, nchars);
        break;
    case CHARACTERS:
        add_text(forms, call->alphabet, 0, place, nchars);
        break;
    case CHOSEN:
        add_text(forms, call->alphabet, 0, place, call->alphabet ? nchars : size);
    }
}

/* All forms of a secret after its call. */
static inline void find_forms(struct forms *forms, const struct call *call,
                              const struct secret *known)
{
    size_t given = 0;
    forms->count = forms->nbytes = 0;
    for (size_t i = 0; i < OUTPUTS; i++)
        add_place(forms, call, call->out[i].form, (const unsigned char *)known->memory.out[i],
                  call->out[i].size);
    for (size_t i = 0; i < INPUTS; i++)
        add_place(forms, call, call->in[i].form, (const unsigned char *)known->memory.in[i],
                  call->in[i].size);
    for (size_t i = 0; i < known->script.draws; i++) {
        const size_t size = known->script.sizes[i];
        for (size_t j = 0; j < size; j++)
            forms->drawn[j] = script_byte(&known->script, given++);
        add_plain(forms, forms->drawn, size);
        if (size == AES_KEY) {
            unsigned char keys[AES_ROUND_KEYS];
            aes256_round_keys(keys, forms->drawn);
            add(forms, EXPANDED, keys, sizeof keys);
            aes256_stream(forms->stream, sizeof forms->stream, forms->drawn);
            add_plain(forms, forms->stream, sizeof forms->stream);
        }
    }
}

#endif
