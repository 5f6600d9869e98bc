/* webhook.c - whether a webhook comes from who it says: Stripe's, GitHub's and the Standard's way
 *
 * The C counterpart of hmac.new(secret, body, 'sha256') and hmac.compare_digest, for the secret that
 * secrets.token_hex draws. The sender signs the body under a secret that both know; whoever else
 * finds the address can't. Verify the bytes as they came, before anything parses them.
 *
 * Build it alone:  cc webhook.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <csecrets.h>

/* What was sent long ago is refused: else who overheard it can send it again. */
enum { TOLERANCE = 300, SECRET_BYTES = 64 };

static csecrets_span text(const char *of)
{
    return (csecrets_span){of, strlen(of)};
}

/* Moves *list over one item, which it returns; the last one has no data and no bytes. */
static csecrets_span next_item(const char **list, char separator)
{
    csecrets_span item = {NULL, 0};
    if (**list != '\0') {
        const char *end = strchr(*list, separator);
        item.data = *list;
        item.nbytes = end == NULL ? strlen(*list) : (size_t)(end - *list);
        *list += item.nbytes + (end != NULL);
    }
    return item;
}

static bool starts_with(csecrets_span item, const char *prefix)
{
    return item.nbytes >= strlen(prefix) && memcmp(item.data, prefix, strlen(prefix)) == 0;
}

static csecrets_span after(csecrets_span item, const char *prefix)
{
    return (csecrets_span){(const char *)item.data + strlen(prefix), item.nbytes - strlen(prefix)};
}

/* Whether the time that was signed is near enough to now; what is no plain number is not. */
static bool is_recent(csecrets_span stamp, int64_t now)
{
    const char *digits = stamp.data;
    int64_t sent_at = 0;
    if (stamp.nbytes == 0 || stamp.nbytes > 12) {
        return false;
    }
    for (size_t i = 0; i < stamp.nbytes; i++) {
        if (digits[i] < '0' || digits[i] > '9') {
            return false;
        }
        sent_at = sent_at * 10 + (digits[i] - '0');
    }
    return sent_at >= now - TOLERANCE && sent_at <= now + TOLERANCE;
}

static bool hex_matches(csecrets_span hex, csecrets_span key, const csecrets_span *parts,
                        size_t part_count)
{
    uint8_t tag[CSECRETS_HMAC_SIZE];
    size_t tag_len;
    return hex.nbytes == CSECRETS_HEX_SIZE(sizeof tag) - 1 &&
           csecrets_hex_decode(tag, sizeof tag, &tag_len, hex.data, hex.nbytes) == CSECRETS_OK &&
           csecrets_hmac_sha256_matches(tag, tag_len, key.data, key.nbytes, parts, part_count);
}

/* X-Hub-Signature-256: sha256=HEX. The time is not signed: remember the ids of deliveries instead. */
static bool github(const char *header, const char *body, const char *secret)
{
    const csecrets_span parts[] = {text(body)};
    return starts_with(text(header), "sha256=") &&
           hex_matches(after(text(header), "sha256="), text(secret), parts, 1);
}

/* Stripe-Signature: t=SECONDS,v1=HEX,v1=HEX,...: one for each secret while they are changed. */
static bool stripe(const char *header, const char *body, const char *secret, int64_t now)
{
    csecrets_span item, stamp = {NULL, 0};
    bool known = false;
    for (const char *rest = header; (item = next_item(&rest, ',')).data != NULL;) {
        if (starts_with(item, "t=")) {
            stamp = after(item, "t=");
        }
    }
    const csecrets_span parts[] = {stamp, text("."), text(body)};
    for (const char *rest = header; (item = next_item(&rest, ',')).data != NULL;) {
        known |= starts_with(item, "v1=") && hex_matches(after(item, "v1="), text(secret), parts, 3);
    }
    return known && is_recent(stamp, now);
}

/* The Standard's base64 is the usual one; csecrets_urlsafe_decode() takes '-' and '_', no '='. */
static bool base64_decode(uint8_t *out, size_t out_size, size_t *out_len, csecrets_span base64)
{
    char urlsafe[CSECRETS_URLSAFE_SIZE(SECRET_BYTES) + 2];
    size_t len = base64.nbytes;
    if (len >= sizeof urlsafe) {
        return false;
    }
    memcpy(urlsafe, base64.data, len);
    while (len > 0 && urlsafe[len - 1] == '=') {
        len--;
    }
    for (size_t i = 0; i < len; i++) {
        urlsafe[i] = urlsafe[i] == '+' ? '-' : urlsafe[i] == '/' ? '_' : urlsafe[i];
    }
    csecrets_status status = csecrets_urlsafe_decode(out, out_size, out_len, urlsafe, len);
    csecrets_wipe(urlsafe, sizeof urlsafe);
    return status == CSECRETS_OK;
}

/* webhook-id, webhook-timestamp, and webhook-signature: v1,BASE64 v1,BASE64 ... */
static bool standard(const char *id, const char *stamp, const char *header, const char *body,
                     const char *secret, int64_t now)
{
    const csecrets_span parts[] = {text(id), text("."), text(stamp), text("."), text(body)};
    uint8_t key[SECRET_BYTES], tag[SECRET_BYTES];
    size_t key_len, tag_len;
    csecrets_span item;
    bool known = false;
    if (!starts_with(text(secret), "whsec_") ||
        !base64_decode(key, sizeof key, &key_len, after(text(secret), "whsec_"))) {
        return false;
    }
    for (const char *rest = header; (item = next_item(&rest, ' ')).data != NULL;) {
        known |= starts_with(item, "v1,") &&
                 base64_decode(tag, sizeof tag, &tag_len, after(item, "v1,")) &&
                 csecrets_hmac_sha256_matches(tag, tag_len, key, key_len, parts, 5);
    }
    csecrets_wipe(key, sizeof key);
    return known && is_recent(text(stamp), now);
}

static bool show(const char *what, bool accepted, bool expected)
{
    printf("  %-36s %s\n", what, accepted ? "accepted" : "refused");
    return accepted == expected;
}

/* The example in GitHub's documentation. */
static bool show_github(void)
{
    static const char secret[] = "It's a Secret to Everybody", body[] = "Hello, World!";
    static const char header[] =
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    printf("GitHub\n");
    bool right = show("their example", github(header, body, secret), true);
    right &= show("another body", github(header, "Hello, World?", secret), false);
    right &= show("the tag without sha256=", github(header + 7, body, secret), false);
    return right & show("no header", github("", body, secret), false);
}

/* The example in the Standard's specification. */
static bool show_standard(void)
{
    static const char id[] = "msg_p5jXN8AQM9LWM0D4loKWxJek", stamp[] = "1614265330";
    static const char body[] = "{\"test\": 2432232314}";
    static const char secret[] = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static const char header[] = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    const int64_t now = 1614265330;
    printf("Standard Webhooks\n");
    bool right = show("their example", standard(id, stamp, header, body, secret, now), true);
    right &= show("another id", standard("msg_1", stamp, header, body, secret, now), false);
    right &= show("six minutes later", standard(id, stamp, header, body, secret, now + 360), false);
    return right & show("no secret", standard(id, stamp, header, body, "whsec_", now), false);
}

/* Stripe publishes no secret with its examples: these tags are hmac.new's, of Python. Stripe's whole
 * secret is the key, whsec_ too, and is not decoded. */
static bool show_stripe(void)
{
    static const char body[] = "{\"id\": \"evt_test_webhook\", \"object\": \"event\"}";
    static const char header[] =
        "t=1492774577,"
        "v1=c137b1b62277d523cf8fed4dfbd0170a9a5b8a380e00cc3711d4bf0652f2ce7a,"
        "v1=e38b1d772bbd354ea137857b22572bc42d173928becfd6f05c49fc21666d7020";
    char moved[sizeof header];
    memcpy(moved, header, sizeof moved);
    moved[11] = '8';
    const int64_t now = 1492774577;
    printf("Stripe\n");
    bool right = show("the secret", stripe(header, body, "whsec_test_secret", now), true);
    right &= show("the one that follows it", stripe(header, body, "whsec_next_secret", now), true);
    right &= show("another secret", stripe(header, body, "whsec_fake_secret", now), false);
    right &= show("a time put off", stripe(moved, body, "whsec_test_secret", now), false);
    right &= show("six minutes later", stripe(header, body, "whsec_test_secret", now + 360), false);
    return right;
}

int main(void)
{
    bool right = show_github();
    right &= show_stripe();
    right &= show_standard();
    return right ? EXIT_SUCCESS : EXIT_FAILURE;
}
