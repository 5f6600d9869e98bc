/* given.h - what the calls of the table are given, and how those are made that take structures */
#ifndef GIVEN_H
#define GIVEN_H

#include "predicates.h"

/* A key, its other spellings, its SHA-256, and a key that it is not. */
static const unsigned char given_key[40] = {
    0xB3, 0x95, 0x56, 0x2C, 0x71, 0x74, 0x91, 0xB9, 0xB4, 0xB8, 0x6E, 0xBB, 0x82, 0x23,
    0x01, 0xE4, 0x6B, 0xD6, 0x33, 0x3B, 0x64, 0xFA, 0x27, 0x31, 0xBF, 0xD8, 0x68, 0xDB,
    0x22, 0xD2, 0x77, 0xA5, 0x74, 0x25, 0x3B, 0xD0, 0x09, 0xC6, 0xB7, 0xCB,
};
static const char given_hex[] =
    "b395562c717491b9b4b86ebb822301e46bd6333b64fa2731bfd868db22d277a574253bd009c6b7cb";
static const char given_urlsafe[] = "s5VWLHF0kbm0uG67giMB5GvWMztk-icxv9ho2yLSd6V0JTvQCca3yw";
static const char given_base32[] =
    "WOKVMLDROSI3TNFYN25YEIYB4RV5MMZ3MT5COMN73BUNWIWSO6SXIJJ32AE4NN6L";
static const unsigned char given_hash[32] = {
    0x9E, 0xF0, 0xC9, 0x2A, 0x23, 0xA9, 0xA2, 0x7E, 0x24, 0x81, 0xE2, 0xD3, 0x46, 0x1F, 0xA9, 0x2A,
    0xD6, 0x46, 0x2B, 0xAE, 0x1F, 0xD2, 0x81, 0xFB, 0xD8, 0x9F, 0x36, 0x44, 0x9B, 0x78, 0x1A, 0xE4,
};
static const unsigned char given_other_key[32] = {1};

/* What the key signs for "password reset" until 2100. */
static const char given_payload[] = "user=42";
static const char given_purpose[] = "password reset";
static const char given_token[] =
    "AQAAAAD0hlcAdXNlcj00Mu7hTy46frA49LfkyKcuRwd1y_ehSMPQgZBWE-JLag5A";
enum { GIVEN_NOW = 1700000000, GIVEN_PAYLOAD = sizeof given_payload - 1 };
static const int64_t given_expiry = INT64_C(4102444800);

/* The key's HMAC of the payload and the purpose, each a part. */
static const unsigned char given_tag[32] = {
    0x13, 0x3B, 0x70, 0x94, 0x59, 0x81, 0x78, 0xFA, 0x36, 0x7C, 0xD5, 0x5A, 0x2C, 0x9A, 0x44, 0x15,
    0x22, 0x99, 0xFF, 0x84, 0xCE, 0xCB, 0xE5, 0xD8, 0xB7, 0xCF, 0x3A, 0xB3, 0x1D, 0x08, 0xC7, 0x8D,
};
static const csecrets_span given_parts[2] = {{NULL, GIVEN_PAYLOAD}, {NULL, sizeof given_purpose - 1}};

/* The key's code at that time, and parameters that differ from the usual ones in all they can. */
static const char given_one_time[] = "870 840";
static const csecrets_totp_params given_params = CSECRETS_TOTP_PARAMS_INIT;
static const csecrets_totp_params given_sha256 = {sizeof given_sha256, 8, 60, 10,
                                                  CSECRETS_TOTP_SHA256};

static const char given_password[] = "correct horse battery staple";
static const char given_stored[] =
    "$pbkdf2-sha256$i=2$MDEyMzQ1Njc4OWFiY2RlZg$M8M9QsnMQAY24WPLStTJA++2noCi7RXQ3N1Hl+uCohs";
static const char given_salt[] = "0123456789abcdef";
static const char given_code[] = "7k3qx-9mz4t-wvb0o-2nphl-8rgfc";
static const char given_api_key[] = "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";

static const unsigned char given_uuid[16] = {0x01, 0x7F, 0x22, 0xE2, 0x79, 0xB0, 0x7C, 0xC3,
                                             0x98, 0xC4, 0xDC, 0x0C, 0x0C, 0x07, 0x39, 0x8F};
static const char given_uuid_text[] = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
static const uint64_t given_ms = UINT64_C(1645557742000);

/* No element is zero, so that poison is never a result. */
static const uint64_t given_base[8] = {3, 1, 4, 1, 5, 9, 2, 6};
static const uint8_t given_bound[16] = {0x80, 1};
static const unsigned char given_rows[3][32] = {{1}, {2}, {7}};

/* Four symbols, two of them excluded: pointers into the inputs are set where the call is made. */
static const csecrets_password_policy given_policy = CSECRETS_PASSWORD_POLICY_INIT;
/* Few texts of eight characters meet this one. */
static const csecrets_password_policy given_strict_policy = {
    sizeof given_strict_policy, 2, 2, 2, 2, 0, NULL, NULL,
};
/* What the policies leave, class by class: with these symbols, and with the usual ones. */
static const char given_few_characters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNPQRSTUVWXYZ0123456789%&/";
static const char given_characters[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()-_=+[]{}|;:,.<>?";
static const csecrets_span given_keys[2] = {{NULL, 32}, {NULL, 40}};

static inline csecrets_password_policy *policy_of(void *place, void *symbols, void *exclude)
{
    csecrets_password_policy *policy = place;
    if (policy && (policy->symbols != symbols || policy->exclude != exclude)) {
        policy->symbols = symbols;
        policy->exclude = exclude;
    }
    return policy;
}

static inline csecrets_span *spans_of(void *place, void *first, void *second)
{
    csecrets_span *spans = place;
    if (spans && (spans[0].data != first || spans[1].data != second)) {
        spans[0].data = first;
        spans[1].data = second;
    }
    return spans;
}

static inline void *ascending(void *place, size_t nbytes)
{
    for (size_t i = 0; place && i < nbytes; i++)
        ((unsigned char *)place)[i] = (unsigned char)i;
    return place;
}

#endif
