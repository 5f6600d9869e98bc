/* misuse/phc.c - every wrong call of a stored password is refused, in the order of the contract, and
 *                leaves nothing that could pass for one; what is not of the format matches none */
#include "refused.h"

enum { SIZE = CSECRETS_PASSWORD_HASH_SIZE };

/* From Python's hashlib: the password is "password", there is one iteration. */
#define SALT "AAECAwQFBgcICQoLDA0ODw"
#define HASH "4bCPkr6BdNn0QtldiapMzcMRIxpNcNC4VNFUjej6vf0"
static const char good[] = "$pbkdf2-sha256$i=1$" SALT "$" HASH;

static csecrets_status hash(char *to, size_t size, const char *password, size_t n, uint32_t iterations)
{
    return csecrets_password_hash(to, size, password, n, iterations);
}

#define MATCHES(due, ...) ANSWERS(due, UNTOUCHED, raw_password_matches(__VA_ARGS__))

static void hashing(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, hash(NULL, SIZE, "password", 8, 0));
    ANSWERS(NULL_POINTER, UNTOUCHED, hash(NULL, TOO_LONG, NULL, TOO_LONG, UINT32_MAX));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, hash(out.text, SIZE, NULL, 8, 0));
    ANSWERS(NULL_POINTER, EMPTY_TEXT, hash(out.text, 1, NULL, TOO_LONG, UINT32_MAX));
    ANSWERS(NULL_POINTER, UNTOUCHED, hash(out.text, TOO_LONG, NULL, 1, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, hash(out.text, TOO_LONG, "password", 8, 0));
    ANSWERS(TOO_LARGE, UNTOUCHED, hash(out.text, SIZE_MAX, "", 0, 1));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, hash(out.text, 1, "password", TOO_LONG, 1));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, hash(out.text, SIZE, "password", 8, 10000001));
    ANSWERS(TOO_LARGE, EMPTY_TEXT, hash(out.text, 1, "", 0, UINT32_MAX));
    ANSWERS(TOO_LARGE, UNTOUCHED, hash(NULL, 0, "", 0, UINT32_MAX));
    ANSWERS(TOO_SMALL, UNTOUCHED, hash(NULL, 0, "", 0, 0));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, hash(out.text, 1, "password", 8, 1));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, hash(out.text, SIZE - 1, "password", 8, 0));
    ANSWERS(TOO_SMALL, EMPTY_TEXT, hash(out.text, SIZE - 1, "password", 8, 100000));
    ANSWERS(INVALID, NO_TEXT(SIZE), hash(out.text, SIZE, "", 0, 0));
    ANSWERS(INVALID, NO_TEXT(SIZE), hash(out.text, SIZE, NULL, 0, 1));
    ANSWERS(WEAK, NO_TEXT(SIZE), hash(out.text, SIZE, "password", 8, 1));
    ANSWERS(WEAK, NO_TEXT(SIZE), hash(out.text, SIZE, "password", 8, 99999));
    ANSWERS(OK, strlen(out.text) == 90 && holds(out.bytes + SIZE, sizeof out - SIZE, CANARY),
            hash(out.text, SIZE, "password", 8, 100000));
    CHECK(csecrets_password_iterations(out.text) == 100000);
    char stored[SIZE], again[SIZE];
    strcpy(stored, out.text);
    MATCHES(1, stored, "password", 8);
    MATCHES(0, stored, "password", 7);
    MATCHES(0, stored, "Password", 8);
    /* 0 is the number of the header, and each password has a salt of its own. */
    CHECK(hash(stored, SIZE, "password", 8, 0) == OK);
    CHECK(hash(again, SIZE, "password", 8, 0) == OK && strcmp(stored, again) != 0);
    CHECK(csecrets_password_iterations(again) == CSECRETS_PASSWORD_ITERATIONS);
    MATCHES(1, again, "password", 8);
}

static void matching(void)
{
    static const char *const bad[] = {
        "",
        "password",
        "$pbkdf2-sha256$i=0$" SALT "$" HASH,
        "$pbkdf2-sha256$i=01$" SALT "$" HASH,
        "$pbkdf2-sha256$i=$" SALT "$" HASH,
        "$pbkdf2-sha256$i=-1$" SALT "$" HASH,
        "$pbkdf2-sha256$i=4294967297$" SALT "$" HASH,
        "$pbkdf2-sha256$i=1,l=32$" SALT "$" HASH,
        "$pbkdf2-sha256$1$" SALT "$" HASH,
        "$pbkdf2-sha512$i=1$" SALT "$" HASH,
        "pbkdf2-sha256$i=1$" SALT "$" HASH,
        " $pbkdf2-sha256$i=1$" SALT "$" HASH,
        "$pbkdf2-sha256$i=1$" SALT "$" HASH " ",
        "$pbkdf2-sha256$i=1$" SALT "$" HASH "=",
        "$pbkdf2-sha256$i=1$" SALT "$" HASH "$",
        "$pbkdf2-sha256$i=1$" SALT "A$" HASH,
        "$pbkdf2-sha256$i=1$" SALT "==$" HASH,
        "$pbkdf2-sha256$i=1$AAECAwQFBgcICQoLDA0ODx$" HASH,
        "$pbkdf2-sha256$i=1$" SALT "$4bCPkr6BdNn0Qtldi_pMzcMRIxpNcNC4VNFUjej6vf0",
        "$pbkdf2-sha256$i=1$" SALT "$4bCPkr6BdNn0QtldiapMzcMRIxpNcNC4VNFUjej6vf1",
    };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        MATCHES(0, bad[i], "password", 8);
        CHECK(csecrets_password_iterations(bad[i]) == 0);
    }
    for (size_t n = 0; n < sizeof good - 1; n++) {
        char cut[sizeof good];
        memcpy(cut, good, sizeof good);
        cut[n] = '\0';
        MATCHES(0, cut, "password", 8);
        CHECK(csecrets_password_iterations(cut) == 0);
    }
    MATCHES(0, NULL, "password", 8);
    CHECK(csecrets_password_iterations(NULL) == 0);
    MATCHES(1, good, "password", 8);
    CHECK(csecrets_password_iterations(good) == 1);
    MATCHES(0, good, NULL, 8);
    MATCHES(0, good, NULL, 0);
    MATCHES(0, good, "password", 0);
    MATCHES(0, good, "password1", 9);
    MATCHES(0, good, "password", TOO_LONG);
    MATCHES(0, good, "password", SIZE_MAX);
    /* Of the format, but never computed: it would take minutes. */
    static const char endless[] = "$pbkdf2-sha256$i=4294967295$" SALT "$" HASH;
    MATCHES(0, endless, "password", 8);
    CHECK(csecrets_password_iterations(endless) == UINT32_MAX);
    /* The hash of the empty password, as another program may have stored it. */
    static const char empty[] = "$pbkdf2-sha256$i=1$" SALT "$xrdBO+u3Y72pYuXZTiQyfgfU2qnpfBTqQSa6S3zLDRY";
    CHECK(csecrets_password_iterations(empty) == 1);
    MATCHES(0, empty, "", 0);
    MATCHES(0, empty, NULL, 0);
}

int main(void)
{
    hashing();
    matching();
    return check_done("misuse/phc");
}
