/* sign.c - tokens that carry a payload and their expiry */
#include <string.h>
#include <time.h>

#include "fail.h"
#include "file.h"
#include "number.h"
#include "output.h"
#include "secret.h"
#include "verbs.h"

static const char *purpose_of(const struct request *request)
{
    const char *purpose = request->given[PURPOSE];
    if (purpose == NULL || purpose[0] == '\0') {
        fail_usage("%s wants a purpose, such as -p 'password reset': a token of one is refused for "
                   "every other",
                   VERBS[request->verb].name);
    }
    return purpose;
}

static int64_t expiry_of(const struct request *request)
{
    const char *text = request->given[EXPIRES] == NULL ? "1h" : request->given[EXPIRES];
    int64_t seconds;
    if (strcmp(text, "never") == 0) {
        return CSECRETS_NEVER_EXPIRES;
    }
    if (!is_duration(text, &seconds)) {
        fail_usage("-t is a number and s, m, h, d or w, such as 15m, up to a hundred years, or "
                   "never; not \"%s\"",
                   shown(text));
    }
    return (int64_t)time(NULL) + seconds;
}

int run_sign(const struct request *request)
{
    struct buffer key = {0}, payload = {0}, token = {0};
    struct output output = {0};
    const char *purpose = purpose_of(request);
    const int64_t expires_at = expiry_of(request);
    require_key_file(request);
    read_only_key(request, &key);
    read_file(NULL, &payload);
    const size_t size = csecrets_sign_token_size(payload.len);
    char *text = (char *)buffer_room(&token, size);
    const csecrets_status status = csecrets_sign_token(text, size, key.data, key.len, purpose,
                                                       payload.data, payload.len, expires_at);
    if (status == CSECRETS_ERR_WEAK) {
        fail(REFUSED, "a key that signs has 32 bytes or more, and this one is shorter or all "
                      "zeros: `csecrets "
                      "keyfile` makes one");
    }
    require_ok(status);
    output_begin(&output, request);
    output_value(&output, text, size - 1, false);
    buffer_free(&token);
    buffer_free(&key);
    buffer_free(&payload);
    output_write(&output);
    return DONE;
}

int run_verify(const struct request *request)
{
    struct buffer keys[KEYS_MAX] = {{0}}, token = {0}, payload = {0};
    csecrets_span spans[KEYS_MAX];
    struct output output = {0};
    const char *purpose = purpose_of(request);
    const int64_t now = option_time(request);
    if (request->key_count == 0) {
        fail_usage("verify wants the key: -k @FILE");
    }
    require_key_file(request);
    for (size_t i = 0; i < request->key_count; i++) {
        read_key(request->keys[i], &keys[i]);
        spans[i] = (csecrets_span){keys[i].data, keys[i].len};
    }
    read_line("token", &token);
    const size_t size = csecrets_verify_token_size(token.len);
    unsigned char *room = buffer_room(&payload, size + 1);
    const csecrets_status status =
        csecrets_verify_token(room, size, &payload.len, (const char *)token.data, token.len,
                              purpose, spans, request->key_count, now);
    if (status != CSECRETS_OK) {
        return refuse(request, status);
    }
    output_begin(&output, request);
    output_field_raw(&output, "valid", "true");
    output_field_text(&output, "payload", payload.data, payload.len);
    if (request->given[JSON] == NULL) {
        /* As it was signed: no newline is added. */
        buffer_add(&output.text, payload.data, payload.len);
    }
    for (size_t i = 0; i < request->key_count; i++) {
        buffer_free(&keys[i]);
    }
    buffer_free(&payload);
    output_write(&output);
    return DONE;
}
