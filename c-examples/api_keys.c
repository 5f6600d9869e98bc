/* api_keys.c - an API key, and a temporary token that nobody can forge
 *
 * The C counterpart of a key manager made of secrets.token_hex and secrets.token_urlsafe, with what
 * such a manager leaves out: a key that tells a typing error from a wrong key, a database that
 * holds no key, and an expiry that whoever holds the token can't put off. For what a webhook's secret
 * is good for, see webhook.c.
 *
 * Build it alone:  cc api_keys.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <csecrets.h>

#define PREFIX "acme_live"
#define PURPOSE "temporary access"

enum { KEY_BYTES = 32, HOUR = 3600 };

static const char *said(csecrets_status status)
{
    return status == CSECRETS_OK ? "accepted" : csecrets_strerror(status);
}

/* The key goes to the customer, once; the hash goes into the database. */
static csecrets_status give_out_key(void)
{
    char key[CSECRETS_API_KEY_SIZE(sizeof PREFIX - 1)];
    uint8_t stored[CSECRETS_TOKEN_HASH_SIZE];
    csecrets_status status = csecrets_api_key(key, sizeof key, PREFIX);
    if (status == CSECRETS_OK) {
        status = csecrets_token_hash(stored, key, strlen(key));
    }
    if (status != CSECRETS_OK) {
        return status;
    }
    printf("API key\n  %s\n", key);

    /* A request comes in. The checksum needs no database; what passes it is still anybody's. */
    csecrets_status looked = csecrets_api_key_check(key, strlen(key), PREFIX);
    bool known = looked == CSECRETS_OK && csecrets_token_matches(stored, key, strlen(key));
    printf("  as it was given out:       %s, %s\n", said(looked), known ? "known" : "unknown");

    char *last = &key[strlen(key) - 1];
    *last = *last == 'A' ? 'B' : 'A';
    looked = csecrets_api_key_check(key, strlen(key), PREFIX);
    printf("  with a typing error:       %s\n", said(looked));
    looked = csecrets_api_key_check(key, strlen(key), "acme_test");
    printf("  as if it was a test key:   %s\n", said(looked));
    csecrets_wipe(key, sizeof key);
    return CSECRETS_OK;
}

/* What is short enough to be guessed, such as a voucher's number, is found from its hash. From its
 * HMAC it is not, under a key that the database does not hold: its pepper. */
static csecrets_status store_a_short_one(void)
{
    char voucher[8 + 1], hex[CSECRETS_HEX_SIZE(CSECRETS_HMAC_SIZE)];
    uint8_t pepper[KEY_BYTES], stored[CSECRETS_HMAC_SIZE];
    const csecrets_span part = {voucher, sizeof voucher - 1};
    csecrets_status status = csecrets_token_bytes(pepper, sizeof pepper);
    if (status == CSECRETS_OK) {
        status = csecrets_token_alphabet(voucher, sizeof voucher, 8, CSECRETS_ALPHABET_DIGITS);
    }
    if (status == CSECRETS_OK) {
        status = csecrets_hmac_sha256(stored, pepper, sizeof pepper, &part, 1);
    }
    if (status == CSECRETS_OK) {
        status = csecrets_hex_encode(hex, sizeof hex, stored, sizeof stored);
    }
    if (status == CSECRETS_OK) {
        const bool known = csecrets_hmac_sha256_matches(stored, sizeof stored, pepper,
                                                        sizeof pepper, &part, 1);
        printf("\nVoucher\n  %s\n  is stored as %s\n  as it was given out:       %s\n", voucher, hex,
               known ? "known" : "unknown");
    }
    csecrets_wipe(pepper, sizeof pepper);
    csecrets_wipe(voucher, sizeof voucher);
    return status;
}

static csecrets_status verify(const char *what, const char *token, const csecrets_span *keys,
                              size_t key_count, time_t now)
{
    char payload[64];
    size_t payload_len;
    csecrets_status status =
        csecrets_verify_token(payload, sizeof payload, &payload_len, token, strlen(token), PURPOSE,
                              keys, key_count, (int64_t)now);
    printf("  %-26s %s", what, said(status));
    if (status == CSECRETS_OK) {
        printf(", %.*s", (int)payload_len, payload);
    }
    printf("\n");
    return status;
}

/* The token itself says for whom and until when: the server keeps nothing but its key. */
static csecrets_status give_out_temporary_token(void)
{
    static const char payload[] = "user=12345";
    uint8_t key[KEY_BYTES], next_key[KEY_BYTES];
    char token[CSECRETS_SIGN_TOKEN_SIZE(sizeof payload - 1)];
    const time_t now = time(NULL);
    csecrets_status status = csecrets_token_bytes(key, sizeof key);
    if (status == CSECRETS_OK) {
        status = csecrets_token_bytes(next_key, sizeof next_key);
    }
    if (status == CSECRETS_OK) {
        status = csecrets_sign_token(token, sizeof token, key, sizeof key, PURPOSE, payload,
                                     sizeof payload - 1, (int64_t)now + HOUR);
    }
    if (status != CSECRETS_OK) {
        csecrets_wipe(key, sizeof key);
        csecrets_wipe(next_key, sizeof next_key);
        return status;
    }
    printf("\nTemporary token, for an hour\n  %s\n", token);

    /* After a change of keys the old one is kept until its last token has expired. */
    const csecrets_span keys[] = {{next_key, sizeof next_key}, {key, sizeof key}};
    status = verify("now:", token, keys, 2, now);
    bool as_expected = status == CSECRETS_OK;
    status = verify("in an hour:", token, keys, 2, now + HOUR);
    as_expected = as_expected && status == CSECRETS_ERR_EXPIRED;
    token[10] = token[10] == 'A' ? 'B' : 'A';
    status = verify("with an expiry put off:", token, keys, 2, now);
    as_expected = as_expected && status == CSECRETS_ERR_BAD_SIGNATURE;
    csecrets_wipe(key, sizeof key);
    csecrets_wipe(next_key, sizeof next_key);
    return as_expected ? CSECRETS_OK : status;
}

int main(void)
{
    csecrets_status status = give_out_key();
    if (status == CSECRETS_OK) {
        status = store_a_short_one();
    }
    if (status == CSECRETS_OK) {
        status = give_out_temporary_token();
    }
    if (status != CSECRETS_OK) {
        fprintf(stderr, "api_keys: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
