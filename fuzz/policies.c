/* policies.c - a password of any policy meets it, and how strong it is can be told exactly when one
 *              can be drawn */
#include "fuzz.h"

#include <math.h>

static unsigned class_of(char character)
{
    return character >= 'a' && character <= 'z'   ? 0
           : character >= 'A' && character <= 'Z' ? 1
           : character >= '0' && character <= '9' ? 2
                                                  : 3;
}

static void check_password(const char *password, const csecrets_password_policy *policy)
{
    const uint32_t least[4] = {policy->min_lower, policy->min_upper, policy->min_digits,
                               policy->min_symbols};
    uint32_t found[4] = {0};
    for (const char *at = password; *at; at++) {
        found[class_of(*at)]++;
        MUST(!(policy->flags >> class_of(*at) & 1));
        MUST(!(policy->flags & CSECRETS_PASSWORD_NO_LOOKALIKES) || !strchr("0O1lI|", *at));
        MUST(!policy->exclude || !strchr(policy->exclude, *at));
        MUST(class_of(*at) < 3 ||
             strchr(policy->symbols ? policy->symbols : "!@#$%^&*()-_=+[]{}|;:,.<>?", *at));
    }
    for (unsigned class = 0; class < 4; class++)
        MUST(policy->flags >> class & 1 || found[class] >= least[class]);
}

/* Small as people write them, or anything. */
static uint32_t take_minimum(struct input *input)
{
    const uint8_t byte = take_byte(input);
    return byte < 0xF0 ? byte % 6 : (uint32_t)take_number(input, 4);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    csecrets_password_policy policy = CSECRETS_PASSWORD_POLICY_INIT;
    seed_source(&input);
    const uint8_t kind = take_byte(&input);
    const size_t nchars = take_byte(&input);
    policy.min_lower = take_minimum(&input);
    policy.min_upper = take_minimum(&input);
    policy.min_digits = take_minimum(&input);
    policy.min_symbols = take_minimum(&input);
    policy.flags = kind & 1 ? (int32_t)take_number(&input, 4) : take_byte(&input) % 32;
    char *symbols = take_text(&input, 40), *exclude = take_text(&input, 100);
    if (kind & 2)
        policy.symbols = symbols;
    if (kind & 4)
        policy.exclude = exclude;

    const size_t room = kind & 8 ? take_byte(&input) : nchars + 1;
    char *out = malloc(room);
    double bits = 7;
    memset(out, 'x', room);
    csecrets_status status = csecrets_password(out, room, nchars, &policy);
    const csecrets_status told = csecrets_password_bits(&bits, nchars, &policy);
    MUST((told == CSECRETS_OK) == !isnan(bits));
    if (status == CSECRETS_OK) {
        MUST(strlen(out) == nchars && room > nchars && told == CSECRETS_OK && bits >= 0);
        if (IS_PLANTED(policy.min_digits == 3 && kind & 2))
            out[0] = ' ';
        check_password(out, &policy);
    } else {
        MUST(status == told || status == CSECRETS_ERR_BUFFER_TOO_SMALL ||
             status == CSECRETS_ERR_ENTROPY_UNAVAILABLE);
        MUST(room == 0 || out[0] == '\0');
    }
    free(symbols);
    free(exclude);
    free(out);
    return 0;
}
