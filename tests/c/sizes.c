/* sizes.c - macro, function and what a draw writes agree on every size; versions, texts and
 *           alphabets of the header are what they say */
#include <csecrets.h>

#include <ctype.h>
#include <math.h>

#include "check.h"

/* Constant expressions: good for an object outside of any function. */
static char hex[CSECRETS_HEX_SIZE(32)], urlsafe[CSECRETS_URLSAFE_SIZE(CSECRETS_DEFAULT_ENTROPY)];
typedef char hex_is_65[sizeof hex == 65 ? 1 : -1];
typedef char urlsafe_is_44[sizeof urlsafe == 44 ? 1 : -1];
typedef char size_is_size_t[sizeof CSECRETS_HEX_SIZE(1) == sizeof(size_t) ? 1 : -1];
enum { VERSION = CSECRETS_VERSION_NUMBER };

/* The size of two parts and a NUL; what size_t can't hold is SIZE_MAX. */
static size_t saturated(size_t a, size_t b)
{
    return a < SIZE_MAX - b ? a + b + 1 : SIZE_MAX;
}

static void agree(size_t n)
{
    const size_t hex_size = saturated(n, n), urlsafe_size = saturated(n, n / 3 + (n % 3 + 2) / 3);
    CHECK(csecrets_hex_size(n) == hex_size);
    CHECK(csecrets_urlsafe_size(n) == urlsafe_size);
    if (n < SIZE_MAX / 8) {
        CHECK(CSECRETS_HEX_SIZE(n) == hex_size);
        CHECK(CSECRETS_URLSAFE_SIZE(n) == urlsafe_size);
    }
}

static void texts_are_as_long(size_t n)
{
    static char text[CSECRETS_HEX_SIZE(4096)];
    CHECK(csecrets_token_hex(text, CSECRETS_HEX_SIZE(n), n) == CSECRETS_OK);
    CHECK(strlen(text) + 1 == CSECRETS_HEX_SIZE(n));
    CHECK(strspn(text, CSECRETS_ALPHABET_HEX) == strlen(text));
    CHECK(csecrets_token_hex(text, CSECRETS_HEX_SIZE(n) - 1, n) == CSECRETS_ERR_BUFFER_TOO_SMALL);
    CHECK(csecrets_token_urlsafe(text, CSECRETS_URLSAFE_SIZE(n), n) == CSECRETS_OK);
    CHECK(strlen(text) + 1 == CSECRETS_URLSAFE_SIZE(n));
    CHECK(strspn(text, CSECRETS_ALPHABET_URLSAFE64) == strlen(text));
    CHECK(csecrets_token_urlsafe(text, CSECRETS_URLSAFE_SIZE(n) - 1, n) ==
          CSECRETS_ERR_BUFFER_TOO_SMALL);
}

static void sizes(void)
{
    static const size_t edges[] = {SIZE_MAX / 8,     SIZE_MAX / 4,         SIZE_MAX / 2,
                                   SIZE_MAX / 4 * 3, SIZE_MAX / 4 * 3 + 3, SIZE_MAX - 8};
    for (size_t n = 0; n <= 4096; n++) {
        agree(n);
        if (n > 0)
            texts_are_as_long(n);
    }
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++)
        for (size_t n = edges[i] - 8; n != edges[i] + 9; n++)
            agree(n);
    CHECK(csecrets_hex_size(SIZE_MAX) == SIZE_MAX && csecrets_urlsafe_size(SIZE_MAX) == SIZE_MAX);
    /* The arguments of a macro may be any expression. */
    CHECK(CSECRETS_HEX_SIZE(1 + 2) == 7 && CSECRETS_URLSAFE_SIZE(1 + 2) == 5);
    CHECK(2 * CSECRETS_HEX_SIZE(1) == 6 && CSECRETS_URLSAFE_SIZE(3) * 2 == 10);
}

static void payload_sizes(void)
{
    for (size_t n = 0; n < 4096; n++) {
        const size_t nbytes = 3 * n / 4;
        CHECK(csecrets_verify_token_size(n) == (nbytes > 41 ? nbytes - 41 : 0));
        CHECK(CSECRETS_VERIFY_TOKEN_SIZE(n) == csecrets_verify_token_size(n));
        CHECK(csecrets_verify_token_size(csecrets_sign_token_size(n) - 1) == n);
    }
    CHECK(csecrets_verify_token_size(SIZE_MAX) == SIZE_MAX / 4 * 3 + 2 - 41);
    CHECK(2 * CSECRETS_VERIFY_TOKEN_SIZE(50 + 6) == 2);
    CHECK(sizeof CSECRETS_VERIFY_TOKEN_SIZE(1) == sizeof(size_t));
}

/* Macro and function agree, and what was encoded may be decoded into as many bytes. */
static void decoded_sizes(void)
{
    for (size_t n = 0; n < 4096; n++) {
        CHECK(csecrets_base32_size(n) == CSECRETS_BASE32_SIZE(n));
        CHECK(csecrets_hex_decoded_size(n) == CSECRETS_HEX_DECODED_SIZE(n));
        CHECK(csecrets_urlsafe_decoded_size(n) == CSECRETS_URLSAFE_DECODED_SIZE(n));
        CHECK(csecrets_base32_decoded_size(n) == CSECRETS_BASE32_DECODED_SIZE(n));
        CHECK(csecrets_hex_decoded_size(csecrets_hex_size(n) - 1) == n);
        CHECK(csecrets_urlsafe_decoded_size(csecrets_urlsafe_size(n) - 1) == n);
        CHECK(csecrets_base32_decoded_size(csecrets_base32_size(n) - 1) == n);
    }
    CHECK(csecrets_base32_size(SIZE_MAX) == SIZE_MAX);
    CHECK(csecrets_base32_size(SIZE_MAX / 8 * 5) == SIZE_MAX - 6);
    CHECK(csecrets_base32_size(SIZE_MAX / 8 * 5 + 5) == SIZE_MAX);
    CHECK(csecrets_hex_decoded_size(SIZE_MAX) == SIZE_MAX / 2);
    CHECK(csecrets_urlsafe_decoded_size(SIZE_MAX) == SIZE_MAX / 4 * 3 + 2);
    CHECK(csecrets_base32_decoded_size(SIZE_MAX) == SIZE_MAX / 8 * 5 + 4);
    CHECK(CSECRETS_BASE32_SIZE(1 + 1) == 5 && CSECRETS_BASE32_DECODED_SIZE(4 + 4) == 5);
    CHECK(2 * CSECRETS_BASE32_DECODED_SIZE(8) == 10 && 2 * CSECRETS_URLSAFE_DECODED_SIZE(4) == 6);
}

static void code_sizes(void)
{
    for (size_t groups = 0; groups < 20; groups++)
        for (size_t group_len = 0; group_len < 20; group_len++)
            for (size_t separator_len = 0; separator_len <= 16; separator_len++) {
                const size_t between = groups > 0 ? (groups - 1) * separator_len : 0;
                const size_t size = groups * group_len + between + 1;
                CHECK(csecrets_code_size(groups, group_len, separator_len) == size);
                CHECK(CSECRETS_CODE_SIZE(groups, group_len, separator_len) == size);
            }
    CHECK(csecrets_code_size(SIZE_MAX, 1, 0) == SIZE_MAX);
    CHECK(csecrets_code_size(SIZE_MAX / 2, 2, 0) == SIZE_MAX);
    CHECK(csecrets_code_size(SIZE_MAX / 2, 1, 1) == SIZE_MAX - 1);
    CHECK(csecrets_code_size(2, SIZE_MAX / 2, 1) == SIZE_MAX);
    CHECK(csecrets_code_size(SIZE_MAX, SIZE_MAX, SIZE_MAX) == SIZE_MAX);
    CHECK(CSECRETS_CODE_SIZE(1 + 1, 2 + 3, 0 + 1) == 12 && 2 * CSECRETS_CODE_SIZE(1, 9, 3) == 20);
}

static void version(void)
{
    char text[64];
    snprintf(text, sizeof text, "%d.%d.%d", CSECRETS_VERSION_MAJOR, CSECRETS_VERSION_MINOR,
             CSECRETS_VERSION_PATCH);
    CHECK(strcmp(text, CSECRETS_VERSION) == 0);
    CHECK(strcmp(csecrets_version(), CSECRETS_VERSION) == 0);
    CHECK(csecrets_version_number() == VERSION);
    CHECK(CSECRETS_DEFAULT_ENTROPY == 32);
}

static void every_status_has_a_text(void)
{
    const char *unknown = csecrets_strerror(INT32_MIN);
    for (int32_t status = -100; status <= 100; status++) {
        const char *text = csecrets_strerror(status);
        CHECK(text != NULL && text[0] != '\0');
        const bool known = status <= CSECRETS_OK && status >= CSECRETS_ERR_ENTROPY_BROKEN;
        /* Versions to come may know more below, never above. */
        CHECK(known ? strcmp(text, unknown) != 0 : status < 0 || strcmp(text, unknown) == 0);
        for (int32_t other = CSECRETS_ERR_ENTROPY_BROKEN; known && other < status; other++)
            CHECK(strcmp(text, csecrets_strerror(other)) != 0);
        for (size_t i = 0; text[i] != '\0'; i++)
            CHECK(isprint((unsigned char)text[i]));
    }
    CHECK(unknown != NULL && unknown[0] != '\0');
    CHECK(strcmp(csecrets_strerror(INT32_MAX), unknown) == 0);
}

static void every_status_has_a_name(void)
{
#define IS_NAMED(status) CHECK(strcmp(csecrets_status_name(status), #status) == 0)
    IS_NAMED(CSECRETS_OK);
    IS_NAMED(CSECRETS_ERR_NULL_POINTER);
    IS_NAMED(CSECRETS_ERR_INVALID_ARGUMENT);
    IS_NAMED(CSECRETS_ERR_BUFFER_TOO_SMALL);
    IS_NAMED(CSECRETS_ERR_TOO_LARGE);
    IS_NAMED(CSECRETS_ERR_ENTROPY_UNAVAILABLE);
    IS_NAMED(CSECRETS_ERR_ENTROPY_BROKEN);
    IS_NAMED(CSECRETS_ERR_WEAK);
    IS_NAMED(CSECRETS_ERR_UNSATISFIABLE);
    IS_NAMED(CSECRETS_ERR_MALFORMED);
    IS_NAMED(CSECRETS_ERR_BAD_CHECKSUM);
    IS_NAMED(CSECRETS_ERR_BAD_SIGNATURE);
    IS_NAMED(CSECRETS_ERR_EXPIRED);
    IS_NAMED(CSECRETS_ERR_BAD_CODE);
    IS_NAMED(CSECRETS_ERR_REPLAYED);
    IS_NAMED(CSECRETS_ERR_UNSUPPORTED);
#undef IS_NAMED
    static const int32_t unknown[] = {1, -16, -17, -100, INT32_MAX, INT32_MIN};
    for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
        CHECK(strcmp(csecrets_status_name(unknown[i]), "CSECRETS_ERR_UNKNOWN") == 0);
}

static void is_alphabet(const char *alphabet, size_t size)
{
    char text[101];
    CHECK(strlen(alphabet) == size);
    CHECK(csecrets_token_alphabet(text, sizeof text, 100, alphabet) == CSECRETS_OK);
    CHECK(strlen(text) == 100 && strspn(text, alphabet) == 100);
    /* size^n >= 2^bits, and one character less is too few. No power is so near that a double would
     * not tell. */
    for (uint32_t bits = 0; bits <= 120; bits++) {
        double power = 1;
        size_t nchars = 0;
        while (power < ldexp(1, (int)bits)) {
            power *= (double)size;
            nchars++;
        }
        CHECK(csecrets_alphabet_nchars(alphabet, bits) == nchars);
    }
}

static void alphabets(void)
{
    is_alphabet(CSECRETS_ALPHABET_DIGITS, 10);
    is_alphabet(CSECRETS_ALPHABET_HEX, 16);
    is_alphabet(CSECRETS_ALPHABET_BASE32, 32);
    is_alphabet(CSECRETS_ALPHABET_CROCKFORD32, 32);
    is_alphabet(CSECRETS_ALPHABET_BASE58, 58);
    is_alphabet(CSECRETS_ALPHABET_BASE62, 62);
    is_alphabet(CSECRETS_ALPHABET_URLSAFE64, 64);
    CHECK(strpbrk(CSECRETS_ALPHABET_BASE32, "0189") == NULL);
    CHECK(strpbrk(CSECRETS_ALPHABET_CROCKFORD32, "ILOU") == NULL);
    CHECK(strpbrk(CSECRETS_ALPHABET_BASE58, "0OIl") == NULL);
    /* Every size up to all of printable ASCII, and powers of two at every strength. */
    char printable[96] = "";
    for (size_t size = 1; size <= 95; size++) {
        printable[size - 1] = (char)(' ' + size - 1);
        if (size >= 2)
            is_alphabet(printable, size);
    }
    for (uint32_t bits = 0; bits <= 65536; bits++) {
        CHECK(csecrets_alphabet_nchars("01", bits) == bits);
        CHECK(csecrets_alphabet_nchars(CSECRETS_ALPHABET_HEX, bits) == (bits + 3) / 4);
        CHECK(csecrets_alphabet_nchars(CSECRETS_ALPHABET_URLSAFE64, bits) == (bits + 5) / 6);
    }
}

int main(void)
{
    CHECK(csecrets_token_hex(hex, sizeof hex, 32) == CSECRETS_OK);
    CHECK(csecrets_token_urlsafe(urlsafe, sizeof urlsafe, 32) == CSECRETS_OK);
    sizes();
    payload_sizes();
    decoded_sizes();
    code_sizes();
    version();
    every_status_has_a_name();
    every_status_has_a_text();
    alphabets();
    return check_done("sizes");
}
