/* key.c - API keys, hashes of tokens, and tags of messages */
#include <string.h>

#include "fail.h"
#include "file.h"
#include "output.h"
#include "secret.h"
#include "verbs.h"

int run_check(const struct request *request)
{
    struct buffer key = {0};
    const char *prefix = operand(request, 0, NULL);
    read_line("API key", &key);
    const csecrets_status status = csecrets_api_key_check((const char *)key.data, key.len, prefix);
    if (status == CSECRETS_ERR_INVALID_ARGUMENT) {
        /* It may be the key: it is not repeated here. */
        fail_usage("no key can have that prefix, and the key itself comes from standard input");
    }
    buffer_free(&key);
    return status == CSECRETS_OK ? print_valid(request) : refuse(request, status);
}

static int print_hex(const struct request *request, const unsigned char *digest, size_t size)
{
    struct output output = {0};
    char text[CSECRETS_HEX_SIZE(CSECRETS_HMAC_SIZE)];
    require_ok(csecrets_hex_encode(text, sizeof text, digest, size));
    output_begin(&output, request);
    output_value(&output, text, strlen(text), false);
    output_write(&output);
    return DONE;
}

int run_hash(const struct request *request)
{
    struct buffer token = {0};
    unsigned char digest[CSECRETS_TOKEN_HASH_SIZE];
    read_secret(NULL, "token", &token);
    drop_newline_of_text(&token);
    if (token.len == 0) {
        fail(REFUSED, "standard input is empty: there is no token");
    }
    require_ok(csecrets_token_hash(digest, token.data, token.len));
    buffer_free(&token);
    return print_hex(request, digest, sizeof digest);
}

int run_hmac(const struct request *request)
{
    struct buffer key = {0}, message = {0};
    unsigned char tag[CSECRETS_HMAC_SIZE];
    const char *wanted = request->given[TAG];
    require_key_file(request);
    size_t len = 0;
    if (wanted != NULL &&
        (strlen(wanted) != sizeof tag * 2 ||
         csecrets_hex_decode(tag, sizeof tag, &len, wanted, sizeof tag * 2) != CSECRETS_OK)) {
        fail_usage("-m is the tag that came with the message: 64 hexadecimal digits");
    }
    read_only_key(request, &key);
    read_file(NULL, &message);
    const csecrets_span part = {message.data, message.len};
    if (wanted != NULL) {
        const bool is_right = csecrets_hmac_sha256_matches(tag, len, key.data, key.len, &part, 1);
        return is_right ? print_valid(request) : refuse(request, CSECRETS_ERR_BAD_SIGNATURE);
    }
    require_ok(csecrets_hmac_sha256(tag, key.data, key.len, &part, 1));
    buffer_free(&key);
    buffer_free(&message);
    return print_hex(request, tag, sizeof tag);
}
