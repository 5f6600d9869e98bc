/* token_sizes.c - how long a token has to be, and how long its text gets
 *
 * The C counterpart of the question what to pass to secrets.token_bytes, token_hex and
 * token_urlsafe; and of len(token), which a C programmer has to know before the call.
 *
 * Build it alone:  cc token_sizes.c $(pkg-config --cflags --libs csecrets)
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void lengths(void)
{
    static const uint32_t sizes[] = {4, 8, 10, 16, 20, 24, 32, 64};
    printf("How many characters spell a token (a buffer needs one more, for the NUL)\n\n");
    printf("  bytes  bits   hex  URL-safe  base58  base62  base32  digits\n");
    for (size_t i = 0; i < COUNT(sizes); i++) {
        const uint32_t nbytes = sizes[i];
        const uint32_t bits = nbytes * 8;
        /* For a number known only at run time: the functions that belong to the macros. */
        printf("  %5u  %4u  %4zu  %8zu  %6zu  %6zu  %6zu  %6zu\n", nbytes, bits,
               csecrets_hex_size(nbytes) - 1, csecrets_urlsafe_size(nbytes) - 1,
               csecrets_alphabet_nchars(CSECRETS_ALPHABET_BASE58, bits),
               csecrets_alphabet_nchars(CSECRETS_ALPHABET_BASE62, bits),
               csecrets_alphabet_nchars(CSECRETS_ALPHABET_CROCKFORD32, bits),
               csecrets_alphabet_nchars(CSECRETS_ALPHABET_DIGITS, bits));
    }
}

static void other_lengths(void)
{
    printf("\nAnd what else is a text\n\n"
           "  API key, prefix \"acme\"             %4zu\n"
           "  signed token, payload of 16 bytes  %4zu\n"
           "  code, 5 groups of 5, with '-'      %4zu\n"
           "  passphrase, 6 words, at most       %4zu\n",
           csecrets_api_key_size(4) - 1, csecrets_sign_token_size(16) - 1,
           csecrets_code_size(5, 5, 1) - 1, csecrets_passphrase_size(6, 1) - 1);
}

/* 2^bits, which for these bits is far below what a double can hold. */
static double power_of_two(unsigned bits)
{
    double power = 1;
    for (unsigned i = 0; i < bits; i++) {
        power *= 2;
    }
    return power;
}

static void show_duration(double seconds)
{
    const double day = 24 * 60 * 60;
    const double year = 365.25 * day;
    if (seconds < day) {
        printf("%7.3f seconds", seconds);
    } else if (seconds < year) {
        printf("%7.0f days   ", seconds / day);
    } else {
        printf("%7.1e years  ", seconds / year);
    }
}

static void strengths(void)
{
    static const unsigned strength[] = {32, 64, 80, 128, 256};
    printf("\nWhat a number of bits withstands\n\n");
    printf("  bits  guessed, at 10^12 tries   odds that any two of\n");
    printf("        a second, after about     10^9 tokens are the same\n");
    for (size_t i = 0; i < COUNT(strength); i++) {
        const double tokens = 1e9;
        const double pairs = tokens * (tokens - 1) / 2;
        const double odds = pairs / power_of_two(strength[i]);
        printf("  %4u  ", strength[i]);
        show_duration(power_of_two(strength[i] - 1) / 1e12);
        if (odds < 1) {
            printf("       %.1e\n", odds);
        } else {
            printf("       certain\n");
        }
    }
}

static void what_for(void)
{
    printf("\nWhat is enough for what\n\n"
           "  16 bytes  session id, CSRF token, password reset link, salt, request id\n"
           "  32 bytes  signing key, encryption key, whatever lives for years\n"
           "  6 digits  a code that dies after some minutes and after a few wrong tries\n"
           "  more      is longer, and no harder to guess than what can't be guessed\n");
}

/* An alphabet of your own: ask how many characters it takes, and keep the buffer large enough. */
static csecrets_status a_token_to_read_aloud(void)
{
    char token[32 + 1];
    const size_t nchars = csecrets_alphabet_nchars(CSECRETS_ALPHABET_CROCKFORD32, 128);
    csecrets_status status = csecrets_token_alphabet(token, sizeof token, nchars,
                                                     CSECRETS_ALPHABET_CROCKFORD32);
    if (status == CSECRETS_OK) {
        printf("\n128 bits to read aloud: %s, %zu characters\n", token, nchars);
    }
    return status;
}

int main(void)
{
    lengths();
    other_lengths();
    strengths();
    what_for();
    csecrets_status status = a_token_to_read_aloud();
    if (status != CSECRETS_OK) {
        fprintf(stderr, "token_sizes: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}
