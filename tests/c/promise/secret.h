/* secret.h - the calls of calls.h that touch a secret, with as many secrets as one likes
 *
 * The number of a secret decides what is drawn and what is handed in. What is public stays as the
 * row says, and so does the answer. All that this program knows of a secret lies in one object. */
#ifndef SECRET_H
#define SECRET_H

#include <ctype.h>

#include "promise.h"
#include "script.h"

static struct secret {
    struct memory memory;
    struct script script;
} secret;

static struct script *the_script(void)
{
    return &secret.script;
}

/* Calls that find a secret wrong, at a place of an input that its number decides. */
static const struct refusal {
    const char *export, *variant;
    int64_t answer;
    size_t input, from, to; /* the place is between these */
    char character;         /* what stands there; 0: another that could */
} refusals[] = {
    {"equal", "wrong", false, 1, 0, 40, 0},
    {"equal_text", "wrong", false, 1, 0, sizeof given_password - 1, 0},
    {"token_matches", "wrong", false, 0, 0, 32, 0},
    {"find_equal", "none", false, 0, 0, 32, 0},
    {"hex_decode", "wrong", CSECRETS_ERR_MALFORMED, 0, 0, 80, '='},
    {"urlsafe_decode", "wrong", CSECRETS_ERR_MALFORMED, 0, 0, 54, '='},
    {"api_key_check", "wrong", CSECRETS_ERR_MALFORMED, 0, 4, 40, '='},
    {"api_key_check", "mistyped", CSECRETS_ERR_BAD_CHECKSUM, 0, 4, 34, 0},
    {"base32_decode", "wrong", CSECRETS_ERR_MALFORMED, 0, 0, 64, '!'},
    {"code_normalize", "wrong", CSECRETS_ERR_MALFORMED, 0, 0, sizeof given_code - 1, 'U'},
    {"uuid_parse", "wrong", CSECRETS_ERR_MALFORMED, 0, 0, 36, 'g'},
    {"hmac_sha256_matches", "forged", false, 0, 0, 32, 0},
    {"password_matches", "wrong", false, 1, 0, sizeof given_password - 1, 0},
    {"totp_verify", "wrong", CSECRETS_ERR_BAD_CODE, 0, 0, 3, 0},
    {"verify_token", "forged", CSECRETS_ERR_BAD_SIGNATURE, 0, 22, sizeof given_token - 2, 0},
};

/* Calls that reject the first word of their first draw, and draw another. */
static const struct redraw {
    const char *export, *of, *variant;
    size_t nbytes; /* of the word */
} redraws[] = {
    {"randbelow", "64_bits", "64_bits, again", 8},
    {"randbelow", "3_quarters", "3_quarters, again", 8},
    {"randbelow_many", "3_quarters", "3_quarters, again", 8},
    {"randbelow_big", "128_bits", "128_bits, again", 16},
};

enum {
    REFUSALS = sizeof refusals / sizeof refusals[0],
    REDRAWS = sizeof redraws / sizeof redraws[0],
};

/* All calls that touch a secret: rows of the table, and what is made of them. */
static const struct call *secret_calls[CALLS + REFUSALS + REDRAWS];
static struct call refused_calls[REFUSALS], redrawn_calls[REDRAWS];
static size_t secret_count;

static inline bool is_of(const struct call *call, const char *export)
{
    return strcmp(call->export, export) == 0;
}

/* The slow one is left out: csecrets_password_hash() is csecrets_pbkdf2_sha256() under a drawn salt. */
static inline bool touches_a_secret(const struct call *call)
{
    bool touches = false;
    for (size_t i = 0; i < OUTPUTS; i++)
        touches |= call->out[i].form != PUBLIC;
    for (size_t i = 0; i < INPUTS; i++)
        touches |= call->in[i].form != PUBLIC;
    return touches && !call->slow;
}

/* The call of a variant, or the first of an export. */
static inline const struct call *secret_call(const char *export, const char *variant)
{
    for (size_t i = 0; i < secret_count; i++)
        if (is_of(secret_calls[i], export) &&
            (!variant || strcmp(secret_calls[i]->variant, variant) == 0))
            return secret_calls[i];
    return NULL;
}

static inline void list_secret_calls(void)
{
    FOR_EACH_CALL(call)
        if (touches_a_secret(call))
            secret_calls[secret_count++] = call;
    for (size_t i = 0; i < REFUSALS; i++) {
        refused_calls[i] = *secret_call(refusals[i].export, NULL);
        refused_calls[i].variant = refusals[i].variant;
        refused_calls[i].answer = refusals[i].answer;
        secret_calls[secret_count++] = &refused_calls[i];
    }
    for (size_t i = 0; i < REDRAWS; i++) {
        redrawn_calls[i] = *secret_call(redraws[i].export, redraws[i].of);
        redrawn_calls[i].variant = redraws[i].variant;
        secret_calls[secret_count++] = &redrawn_calls[i];
    }
}

static inline void begin_with_secrets(void)
{
    begin_promise();
    list_secret_calls();
}

/* By name, since a control is a copy. */
static inline const struct refusal *refusal_of(const struct call *call)
{
    for (size_t i = 0; i < REFUSALS; i++)
        if (is_of(call, refusals[i].export) && strcmp(call->variant, refusals[i].variant) == 0)
            return &refusals[i];
    return NULL;
}

/* How many bytes of the first draw are to be rejected. */
static inline size_t rejected_bytes(const struct call *call)
{
    for (size_t i = 0; i < REDRAWS; i++)
        if (is_of(call, redraws[i].export) && strcmp(call->variant, redraws[i].variant) == 0)
            return redraws[i].nbytes;
    return 0;
}

/* Equal inputs stay equal, and so do rows of 32 bytes; the NUL of a text stays the only one, and what
 * stands between the characters of a row's alphabet stays where it is. */
static inline void vary(const struct call *call, const struct input *input, unsigned char *in,
                        uint64_t number)
{
    static const char hex[] = "0123456789abcdefABCDEF";
    const bool is_text = in[input->size - 1] == 0;
    for (size_t i = 0; i < input->size; i++) {
        const uint64_t word = word_of(number, i % 32);
        const bool is_between = (input->form == HEX || call->alphabet) && !isalnum(in[i]);
        if (is_between)
            continue;
        if (input->form == BYTES && call->alphabet && !call->draws)
            in[i] = (unsigned char)call->alphabet[word % strlen(call->alphabet)];
        else if (input->form == HEX)
            in[i] = (unsigned char)hex[word % 22];
        else if (input->form == URLSAFE && i + 1 < input->size)
            in[i] = (unsigned char)CSECRETS_ALPHABET_URLSAFE64[word % 64];
        else if (input->form == BYTES && !is_text)
            in[i] ^= word & 0xFF;
        else if (input->form == BYTES && i + 1 < input->size)
            in[i] ^= word & 0x1F;
    }
}

/* Puts the hash of another password into what is stored of one, under its salt and two rounds. */
static inline csecrets_status store_again(char *stored, const void *password, size_t nbytes)
{
    unsigned char salt[16], hash[32];
    char text[CSECRETS_URLSAFE_SIZE(32)], *salt_text = strrchr(stored, '$') - 22;
    size_t length = 0;
    csecrets_status made = csecrets_urlsafe_decode(salt, sizeof salt, &length, salt_text, 22);
    if (made == CSECRETS_OK)
        made = csecrets_pbkdf2_sha256(hash, sizeof hash, password, nbytes, salt, sizeof salt, 2);
    if (made == CSECRETS_OK)
        made = csecrets_urlsafe_encode(text, sizeof text, hash, sizeof hash);
    /* PHC strings have the letters of RFC 4648, section 4. */
    for (char *at = text; *at; at++)
        *at = *at == '-' ? '+' : *at == '_' ? '/' : *at;
    memcpy(salt_text + 23, text, sizeof text);
    return made;
}

/* Puts the code of a key where the digits of another one stand. */
static inline csecrets_status type_code(char *typed, size_t nchars, const void *key, size_t key_len)
{
    char code[7];
    const csecrets_status made = csecrets_totp(code, sizeof code, key, key_len, GIVEN_NOW, NULL);
    for (size_t i = 0, digit = 0; i < nchars; i++)
        if (isdigit((unsigned char)typed[i]))
            typed[i] = code[digit++];
    return made;
}

/* What has to agree with the secret is made of it. */
static inline void agree(const struct call *call, const struct places *places)
{
    csecrets_status made = CSECRETS_OK;
    if (is_of(call, "token_matches"))
        made = csecrets_token_hash(places->in[0], places->in[1], call->in[1].size);
    if (is_of(call, "hmac_sha256_matches"))
        made = csecrets_hmac_sha256(places->in[0], places->in[1], call->in[1].size,
                                    spans_of(places->in[2], places->in[3], places->in[4]), 2);
    if (is_of(call, "password_matches"))
        made = store_again(places->in[0], places->in[1], call->in[1].size);
    if (is_of(call, "totp_verify"))
        made = type_code(places->in[0], call->in[0].size, places->in[1], call->in[1].size);
    if (is_of(call, "verify_token"))
        made = csecrets_sign_token(places->in[0], ROOM, places->in[4], call->in[4].size,
                                   places->in[1], given_payload, GIVEN_PAYLOAD, given_expiry);
    if (is_of(call, "api_key_check"))
        made = csecrets_api_key(places->in[0], ROOM, places->in[1]);
    CHECK(made == CSECRETS_OK);
}

static inline void make_wrong(const struct refusal *refusal, const struct places *places,
                              uint64_t number)
{
    char *place = (char *)places->in[refusal->input] + refusal->from +
                  number * 7 % (refusal->to - refusal->from);
    const bool is_base62 = refusal->answer == CSECRETS_ERR_BAD_CHECKSUM ||
                           refusal->answer == CSECRETS_ERR_BAD_SIGNATURE;
    *place = refusal->character ? refusal->character : is_base62 ? "AB"[*place == 'A'] : *place ^ 1;
}

/* Lays out a call with the secret of this number. */
static inline struct places choose(const struct call *call, uint64_t number)
{
    const struct places places = places_in(call, &secret.memory);
    const struct refusal *refusal = refusal_of(call);
    write_script(number);
    for (size_t i = 0; i < INPUTS; i++)
        if (places.in[i])
            vary(call, &call->in[i], places.in[i], number);
    agree(call, &places);
    if (refusal)
        make_wrong(refusal, &places, number);
    write_script(number);
    /* A word that is found out where a source gives nothing else is rejected. */
    for (size_t i = 0; i < rejected_bytes(call); i++)
        secret.script.inverted[i] = (unsigned char)~call->stuck;
    return places;
}

/* Whether the call rejected what it was to reject, and no more. */
static inline bool rejected_as_planned(const struct call *call, size_t least)
{
    const struct script *script = &secret.script;
    const size_t size = call->alphabet && call->draws ? strlen(call->alphabet) : 256;
    if (rejected_bytes(call) > 0)
        return script->draws == 2 && script->sizes[1] == rejected_bytes(call);
    /* Many integers are drawn at once, and what is rejected of them once more. */
    if (is_of(call, "randbelow_many"))
        return script->draws == 1;
    /* No count of bytes tells whether one of them was rejected as a character. */
    for (size_t i = 0; i < script->given && i + 1 < call->out[0].size; i++)
        if ((script_byte(script, i) * size & 0xFF) < 256 % size)
            return false;
    return script->given == least;
}

/* Finds secrets of a call of which nothing shows but that no word was rejected, or the one that was
 * to be: they draw the least. There are none where each call rejects many. */
static inline size_t find_secrets(const struct call *call, uint64_t *numbers, size_t wanted)
{
    enum { TRIED = 256 };
    size_t least = SIZE_MAX, found = 0;
    for (int look = 0; look < 2; look++)
        for (uint64_t number = 0; number < TRIED && found < wanted; number++) {
            const struct places places = choose(call, number);
            int64_t answer = 0;
            if (!CHECK(make(call, &places, &answer) && answer == call->answer))
                fprintf(stderr, "  %s, %s\n", call->export, call->variant);
            if (look == 0 && secret.script.given < least)
                least = secret.script.given;
            if (look == 1 && rejected_as_planned(call, least))
                numbers[found++] = number;
        }
    return found;
}

#endif
