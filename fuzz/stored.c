/* stored.c - a stored password, of any text, is of its password alone, and a text that is not of the
 *            format is of none */
#include "fuzz.h"

#include "reference.h"

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* More than a target has time for; what is stored with more is read, and not computed. */
enum { MOST_ITERATIONS = 300 };

static bool decode(uint8_t *out, size_t nbytes, const char *text)
{
    uint32_t rest = 0, kept = 0;
    for (size_t done = 0; done < nbytes || kept > 0;) {
        const char *found = *text == '\0' ? NULL : strchr(alphabet, *text);
        if (done == nbytes)
            return rest == 0;
        if (!found)
            return false;
        rest = rest << 6 | (uint32_t)(found - alphabet);
        kept += 6;
        text++;
        if (kept >= 8) {
            kept -= 8;
            out[done++] = (uint8_t)(rest >> kept);
        }
        rest &= (1u << kept) - 1;
    }
    return true;
}

/* docs/password-hash.md: the iterations, or 0. */
static uint32_t read(uint8_t salt[16], uint8_t hash[32], const char *text)
{
    static const char prefix[] = "$pbkdf2-sha256$i=";
    uint64_t iterations = 0;
    if (strncmp(text, prefix, sizeof prefix - 1) != 0)
        return 0;
    text += sizeof prefix - 1;
    if (*text == '0')
        return 0;
    for (; *text >= '0' && *text <= '9' && iterations <= UINT32_MAX; text++)
        iterations = 10 * iterations + (uint64_t)(*text - '0');
    if (iterations > UINT32_MAX || strlen(text) != 1 + 22 + 1 + 43 || text[0] != '$' ||
        text[23] != '$' || !decode(salt, 16, text + 1) || !decode(hash, 32, text + 24))
        return 0;
    return (uint32_t)iterations;
}

static bool is_right(const uint8_t *salt, const uint8_t *hash, uint32_t iterations,
                     const uint8_t *password, size_t nbytes)
{
    uint8_t message[20] = {[19] = 1}, sum[32], next[32];
    memcpy(message, salt, 16);
    hmac(&of_sha256, next, password, nbytes, message, sizeof message);
    memcpy(sum, next, sizeof sum);
    for (uint32_t i = 1; i < iterations; i++) {
        hmac(&of_sha256, next, password, nbytes, next, sizeof next);
        for (int j = 0; j < 32; j++)
            sum[j] ^= next[j];
    }
    return nbytes > 0 && memcmp(sum, hash, sizeof sum) == 0;
}

static void encode(char *text, const uint8_t *data, size_t nbytes)
{
    uint32_t rest = 0, kept = 0;
    for (size_t i = 0; i < nbytes; i++) {
        rest = rest << 8 | data[i];
        for (kept += 8; kept >= 6; kept -= 6, rest &= (1u << kept) - 1)
            *text++ = alphabet[rest >> (kept - 6)];
    }
    if (kept > 0)
        *text = alphabet[rest << (6 - kept)];
}

static void read_back(struct input *input)
{
    const uint8_t kind = take_byte(input);
    const size_t nbytes = take_byte(input) % 80;
    uint8_t *password = take_memory(input, nbytes), salt[16] = {0}, hash[32] = {0};
    char *text;
    if (kind % 2) {
        text = take_text(input, 120);
    } else {
        const uint32_t iterations = 1 + take_byte(input) % 4;
        char drawn[17 + 1 + 1 + 22 + 1 + 43 + 1] = "";
        for (int i = 0; i < 16; i++)
            salt[i] = take_byte(input);
        MUST(csecrets_pbkdf2_sha256(hash, 32, password, nbytes, salt, 16, iterations) ==
             CSECRETS_OK);
        snprintf(drawn, sizeof drawn, "$pbkdf2-sha256$i=%u$%22s$%43s", (unsigned)iterations, "", "");
        encode(drawn + 19, salt, 16);
        encode(drawn + 42, hash, 32);
        for (unsigned i = kind / 2 % 3; i > 0; i--)
            drawn[take_byte(input) % (sizeof drawn - 1)] ^= (char)take_byte(input);
        text = malloc(sizeof drawn);
        memcpy(text, drawn, sizeof drawn);
    }
    const uint32_t iterations = read(salt, hash, text);
    MUST(csecrets_password_iterations(text) == iterations);
    if (iterations <= MOST_ITERATIONS || iterations > 10000000) {
        const bool right = iterations > 0 && iterations <= MOST_ITERATIONS &&
                           is_right(salt, hash, iterations, password, nbytes);
        bool said = csecrets_password_matches(text, password, nbytes);
        if (IS_PLANTED(right && iterations == 3 && password[0] % 8 == 3))
            said = false;
        MUST(said == right);
        if (nbytes > 0) {
            password[kind % nbytes] ^= 1;
            MUST(iterations == 0 || !csecrets_password_matches(text, password, nbytes));
        }
    }
    free(password);
    free(text);
}

/* Refused before a slow hash begins; of one input the hash is computed, and read back. */
static void written(struct input *input)
{
    static const uint8_t the_one[] = "in earnest";
    const bool earnest = input->left == sizeof the_one && memcmp(input->at, the_one, input->left) == 0;
    seed_source(input);
    if (!earnest)
        source_fails_at = 1;
    const size_t room = earnest ? CSECRETS_PASSWORD_HASH_SIZE : take_byte(input);
    const uint32_t iterations = earnest ? 100000 : (uint32_t)take_number(input, 4);
    const size_t nbytes = input->left;
    uint8_t *password = take_memory(input, nbytes);
    char *out = malloc(room);
    memset(out, 'x', room);
    const csecrets_status status =
        csecrets_password_hash(out, room, password, nbytes, iterations);
    if (earnest) {
        MUST(status == CSECRETS_OK && csecrets_password_iterations(out) == iterations);
        MUST(csecrets_password_matches(out, password, nbytes));
    } else {
        MUST(status == (iterations > 10000000 ? CSECRETS_ERR_TOO_LARGE
                        : room < CSECRETS_PASSWORD_HASH_SIZE ? CSECRETS_ERR_BUFFER_TOO_SMALL
                        : nbytes == 0 ? CSECRETS_ERR_INVALID_ARGUMENT
                        : iterations > 0 && iterations < 100000 ? CSECRETS_ERR_WEAK
                                                        : CSECRETS_ERR_ENTROPY_UNAVAILABLE));
        MUST(room == 0 || out[0] == '\0');
    }
    free(password);
    free(out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct input input = {data, size};
    (take_byte(&input) % 4 ? read_back : written)(&input);
    return 0;
}
