/* misuse/rest.c - comparing and wiping do nothing wrong with NULL or a length that no object can
 *                 have, and what tells rather than draws answers everything */
#include "refused.h"

static void equal(void)
{
    static const char a[] = "secret", b[] = "secret", c[] = "Secret";

    CHECK(csecrets_equal(a, 6, b, 6));
    CHECK(!csecrets_equal(a, 6, c, 6));
    CHECK(!csecrets_equal(a, 6, b, 5));
    CHECK(csecrets_equal(NULL, 0, NULL, 0));
    CHECK(csecrets_equal(NULL, 0, a, 0) && csecrets_equal(a, 0, NULL, 0));
    CHECK(!csecrets_equal(NULL, 0, a, 6) && !csecrets_equal(a, 6, NULL, 0));
    CHECK(!csecrets_equal(NULL, 6, a, 6) && !csecrets_equal(a, 6, NULL, 6));
    CHECK(!csecrets_equal(NULL, 6, NULL, 6));
    CHECK(!csecrets_equal(NULL, SIZE_MAX, NULL, SIZE_MAX));
    CHECK(!csecrets_equal(a, SIZE_MAX, a, SIZE_MAX));
    CHECK(!csecrets_equal(a, TOO_LONG, a, TOO_LONG));
    CHECK(!csecrets_equal(a, 6, b, SIZE_MAX) && !csecrets_equal(a, SIZE_MAX, b, 6));

    CHECK(csecrets_equal_text(a, b) && csecrets_equal_text("", ""));
    CHECK(!csecrets_equal_text(a, c) && !csecrets_equal_text(a, "secre"));
    CHECK(!csecrets_equal_text("", a) && !csecrets_equal_text(a, ""));
    CHECK(!csecrets_equal_text(NULL, a) && !csecrets_equal_text(a, NULL));
    CHECK(!csecrets_equal_text(NULL, NULL));
    CHECK(!csecrets_equal_text(NULL, "") && !csecrets_equal_text("", NULL));
}

static void wipe(void)
{
    prepare();
    csecrets_wipe(NULL, 0);
    csecrets_wipe(NULL, 16);
    csecrets_wipe(NULL, SIZE_MAX);
    csecrets_wipe(&out, 0);
    csecrets_wipe(&out, SIZE_MAX);
    csecrets_wipe(&out, TOO_LONG);
    CHECK(left(UNTOUCHED) && errno == KEPT_ERRNO);
    csecrets_wipe(&out, 33);
    CHECK(left(33, 0) && errno == KEPT_ERRNO);
}

static void tell(void)
{
    int32_t os_errno = -1;
    errno = KEPT_ERRNO;
    CHECK(csecrets_entropy_probe(NULL) == CSECRETS_OK);
    CHECK(csecrets_entropy_probe(&os_errno) == CSECRETS_OK && os_errno == 0);
    CHECK(csecrets_strerror(INT32_MIN) != NULL && csecrets_version() != NULL);
    CHECK(errno == KEPT_ERRNO);
}

int main(void)
{
    equal();
    wipe();
    tell();
    return check_done("misuse/rest");
}
