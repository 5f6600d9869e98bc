/* hashes.c - hashes, tags, derived keys and comparisons of any bytes are what the definitions say */
#include "fuzz.h"

#include "reference.h"

static void hash(struct input *input)
{
    const size_t nbytes = input->left;
    uint8_t *data = take_memory(input, nbytes), out[32], expected[32];
    memset(out, 0xA5, sizeof out);
    csecrets_status status = csecrets_token_hash(out, data, nbytes);
    sha256(expected, data, nbytes);
    if (IS_PLANTED(nbytes > 55 && data[0] % 16 == 10))
        out[31] ^= 1;
    if (nbytes == 0) {
        MUST(status == CSECRETS_ERR_INVALID_ARGUMENT && is_filled(out, 32, 0));
    } else {
        MUST(status == CSECRETS_OK && memcmp(out, expected, 32) == 0);
        MUST(csecrets_token_matches(out, data, nbytes));
        out[data[0] % 32] ^= (uint8_t)(1 << data[0] / 32);
        MUST(!csecrets_token_matches(out, data, nbytes));
    }
    free(data);
}

/* RFC 8018. */
static void pbkdf2(struct input *input)
{
    const size_t nbytes = take_byte(input) % 100, salt_len = take_byte(input);
    const uint32_t iterations = take_byte(input) % 4;
    uint8_t *salt = take_memory(input, salt_len + 4), *out = malloc(nbytes);
    const size_t password_len = input->left;
    uint8_t *password = take_memory(input, password_len);
    memset(out, 0xA5, nbytes);
    const csecrets_status status =
        csecrets_pbkdf2_sha256(out, nbytes, password, password_len, salt, salt_len, iterations);
    if (nbytes == 0 || iterations == 0) {
        MUST(status == CSECRETS_ERR_INVALID_ARGUMENT && is_filled(out, nbytes, 0));
    } else {
        MUST(status == CSECRETS_OK);
        for (size_t done = 0; done < nbytes; done += 32) {
            uint8_t sum[32], next[32];
            const size_t left = nbytes - done < 32 ? nbytes - done : 32;
            memset(salt + salt_len, 0, 3);
            salt[salt_len + 3] = (uint8_t)(done / 32 + 1);
            hmac(&of_sha256, next, password, password_len, salt, salt_len + 4);
            memcpy(sum, next, 32);
            for (uint32_t i = 1; i < iterations; i++) {
                hmac(&of_sha256, next, password, password_len, next, 32);
                for (int j = 0; j < 32; j++)
                    sum[j] ^= next[j];
            }
            MUST(memcmp(out + done, sum, left) == 0);
        }
    }
    free(salt);
    free(out);
    free(password);
}

/* A message of up to three parts, which is one. */
static void tag(struct input *input)
{
    const size_t key_len = take_byte(input) % 150, cuts = take_byte(input);
    uint8_t *key = take_memory(input, key_len), out[32], expected[32];
    const size_t nbytes = input->left, first = nbytes * (cuts & 15) / 15,
                 second = (nbytes - first) * (cuts >> 4) / 15;
    uint8_t *data = take_memory(input, nbytes);
    const csecrets_span parts[3] = {{data, first}, {data + first, second},
                                    {data + first + second, nbytes - first - second}};
    memset(out, 0xA5, sizeof out);
    csecrets_status status = csecrets_hmac_sha256(out, key, key_len, parts, 3);
    hmac(&of_sha256, expected, key, key_len, data, nbytes);
    if (is_filled(key, key_len, 0)) {
        MUST(status == (key_len == 0 ? CSECRETS_ERR_INVALID_ARGUMENT : CSECRETS_ERR_WEAK));
        MUST(is_filled(out, sizeof out, 0));
        MUST(!csecrets_hmac_sha256_matches(expected, sizeof expected, key, key_len, parts, 3));
    } else {
        MUST(status == CSECRETS_OK && memcmp(out, expected, sizeof out) == 0);
        MUST(csecrets_hmac_sha256_matches(out, sizeof out, key, key_len, parts, 3));
        MUST(!csecrets_hmac_sha256_matches(out, cuts % 32, key, key_len, parts, 3));
        out[cuts % 32] ^= (uint8_t)(1 << cuts / 32);
        MUST(!csecrets_hmac_sha256_matches(out, sizeof out, key, key_len, parts, 3));
    }
    free(key);
    free(data);
}

static void compare(struct input *input)
{
    const size_t size = take_byte(input) % 40, count = size == 0 ? 0 : input->left / (size + 1);
    uint8_t *needle = take_memory(input, size), *rows = take_memory(input, size * count);
    size_t out = 7, expected = SIZE_MAX;
    for (size_t i = count; i-- > 0;) {
        const bool same = memcmp(needle, rows + i * size, size) == 0;
        if (same)
            expected = i;
        MUST(csecrets_equal(needle, size, rows + i * size, size) == same);
        MUST(!csecrets_equal(needle, size, rows + i * size, size - 1));
    }
    char *text = malloc(size + 1);
    if (size > 0)
        memcpy(text, needle, size);
    text[size] = '\0';
    for (size_t i = 0; i < count; i++) {
        char *other = malloc(size + 1);
        memcpy(other, rows + i * size, size);
        other[size] = '\0';
        MUST(csecrets_equal_text(text, other) == (strcmp(text, other) == 0));
        free(other);
    }
    free(text);
    MUST(csecrets_find_equal(&out, needle, rows, count, size) == (expected != SIZE_MAX));
    MUST(out == expected);
    free(needle);
    free(rows);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    switch (take_byte(&input) % 4) {
    case 0:
        hash(&input);
        break;
    case 1:
        pbkdf2(&input);
        break;
    case 3:
        tag(&input);
        break;
    default:
        compare(&input);
    }
    return 0;
}
