/* totp.c - one-time codes: the key for the app, the code of the moment, and whether one is right */
#define _POSIX_C_SOURCE 200809L

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "draw.h"
#include "fail.h"
#include "file.h"
#include "output.h"
#include "qr.h"
#include "secret.h"
#include "verbs.h"

enum { KEY_BYTES = 20, KEY_BYTES_SHA256 = 32 };

static csecrets_totp_params params_of(const struct request *request)
{
    csecrets_totp_params params = CSECRETS_TOTP_PARAMS_INIT;
    params.digits = (uint32_t)option_number(request, CODE_DIGITS, 6, 8, params.digits);
    params.period = (uint32_t)option_number(request, PERIOD, 15, 300, params.period);
    params.window = (uint32_t)option_number(request, WINDOW, 0, 10, params.window);
    if (request->given[SHA256] != NULL) {
        params.algorithm = CSECRETS_TOTP_SHA256;
    }
    return params;
}

/* Everything but letters, digits and -._~ as %XX. */
static void add_escaped(struct buffer *out, const char *text)
{
    for (; *text != '\0'; text++) {
        char escaped[4] = {*text, '\0'};
        if (strchr(CSECRETS_ALPHABET_BASE62 "-._~", *text) == NULL) {
            snprintf(escaped, sizeof escaped, "%%%02X", (unsigned char)*text);
        }
        buffer_add_text(out, escaped);
    }
}

static void add_parameter(struct buffer *out, const char *name, uint32_t value)
{
    char text[32];
    snprintf(text, sizeof text, "&%s=%" PRIu32, name, value);
    buffer_add_text(out, text);
}

/* What is not said is what every app takes for granted. */
static void add_address(struct buffer *out, const struct request *request, const struct buffer *key)
{
    const csecrets_totp_params params = params_of(request);
    const char *issuer = request->given[ISSUER];
    buffer_add_text(out, "otpauth://totp/");
    if (issuer != NULL) {
        add_escaped(out, issuer);
        buffer_add_text(out, ":");
    }
    add_escaped(out, request->given[USER]);
    buffer_add_text(out, "?secret=");
    const size_t size = csecrets_base32_size(key->len);
    require_ok(csecrets_base32_encode((char *)buffer_room(out, size), size, key->data, key->len));
    out->len += size - 1;
    if (issuer != NULL) {
        buffer_add_text(out, "&issuer=");
        add_escaped(out, issuer);
    }
    if (params.algorithm == CSECRETS_TOTP_SHA256) {
        buffer_add_text(out, "&algorithm=SHA256");
    }
    if (params.digits != 6) {
        add_parameter(out, "digits", params.digits);
    }
    if (params.period != 30) {
        add_parameter(out, "period", params.period);
    }
}

/* The key's file comes first: an address that was printed belongs to a key that is on the disk. */
static int make_key(const struct request *request)
{
    struct buffer key = {0}, address = {0}, file = {0};
    struct output output = {0};
    const size_t nbytes = request->given[SHA256] != NULL ? KEY_BYTES_SHA256 : KEY_BYTES;
    if (request->given[USER] == NULL || request->given[USER][0] == '\0') {
        fail_usage("the app shows whose account it is: -u alice@example.org");
    }
    if (request->key_count > 1) {
        fail_usage("a new key goes to one file");
    }
    require_ok(csecrets_token_bytes(buffer_room(&key, nbytes), nbytes));
    key.len = nbytes;
    add_address(&address, request, &key);
    output_begin(&output, request);
    output_bits(&output, nbytes * 8);
    output_value(&output, address.data, address.len, false);
    if (request->given[JSON] == NULL && request->given[OUTPUT] == NULL && isatty(STDOUT_FILENO)) {
        add_qr_code(&output, &address);
    }
    if (request->key_count == 1) {
        const char *path = new_key_file(request->keys[0]);
        write_key(request->keys[0], &key, &file);
        create_file(path, &file);
    }
    buffer_free(&key);
    buffer_free(&address);
    buffer_free(&file);
    output_write(&output);
    return DONE;
}

NORETURN static void refuse_key(void)
{
    fail(REFUSED, "a key of one-time codes has 16 bytes or more, and is not all zeros");
}

static int print_code(const struct request *request)
{
    struct buffer key = {0};
    struct output output = {0};
    char code[9];
    const csecrets_totp_params params = params_of(request);
    const int64_t now = option_time(request);
    read_only_key(request, &key);
    const csecrets_status status =
        csecrets_totp(code, sizeof code, key.data, key.len, now, &params);
    if (status == CSECRETS_ERR_WEAK) {
        refuse_key();
    }
    require_ok(status);
    buffer_free(&key);
    output_begin(&output, request);
    output_value(&output, code, strlen(code), false);
    csecrets_wipe(code, sizeof code);
    output_write(&output);
    return DONE;
}

static int verify_code(const struct request *request)
{
    struct buffer key = {0}, code = {0};
    struct output output = {0};
    uint64_t step;
    const csecrets_totp_params params = params_of(request);
    const uint64_t after = option_number(request, AFTER, 0, UINT64_MAX, 0);
    const int64_t now = option_time(request);
    require_key_file(request);
    read_only_key(request, &key);
    read_line("code", &code);
    const csecrets_status status = csecrets_totp_verify(&step, (const char *)code.data, code.len,
                                                        key.data, key.len, now, after, &params);
    buffer_free(&key);
    buffer_free(&code);
    if (status == CSECRETS_ERR_WEAK) {
        refuse_key();
    }
    if (status != CSECRETS_OK) {
        return refuse(request, status);
    }
    char text[24];
    snprintf(text, sizeof text, "%" PRIu64, step);
    output_begin(&output, request);
    output_field_raw(&output, "valid", "true");
    if (request->given[JSON] != NULL) {
        output_field_raw(&output, "step", text);
    } else {
        output_value(&output, text, strlen(text), false);
    }
    output_write(&output);
    return DONE;
}

#define BIT(option) (UINT64_C(1) << (option))
#define APP (BIT(KEY) | BIT(CODE_DIGITS) | BIT(PERIOD) | BIT(SHA256))
#define PRINTS (BIT(OUTPUT) | BIT(JSON) | BIT(NUL) | BIT(NO_NEWLINE))

int run_totp(const struct request *request)
{
    static const struct {
        const char *name;
        int (*run)(const struct request *request);
        uint64_t options;
    } actions[] = {
        {"new", make_key, APP | PRINTS | BIT(ISSUER) | BIT(USER) | BIT(SHOW_BITS)},
        {"code", print_code, APP | PRINTS | BIT(AT)},
        {"verify", verify_code, APP | PRINTS | BIT(AT) | BIT(AFTER) | BIT(WINDOW)},
    };
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strcmp(actions[i].name, request->operands[0]) != 0) {
            continue;
        }
        for (int option = 0; option < OPTION_COUNT; option++) {
            if (request->given[option] != NULL && (actions[i].options >> option & 1) == 0) {
                fail_usage("totp %s takes no %s", actions[i].name,
                           option_label((enum option_id)option));
            }
        }
        return actions[i].run(request);
    }
    fail_usage("totp new, totp code or totp verify; not totp %s", shown(request->operands[0]));
}
