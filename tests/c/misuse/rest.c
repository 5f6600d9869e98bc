/* misuse/rest.c - comparing and wiping do nothing wrong with NULL or a length that no object can
 *                 have, and what tells rather than draws answers everything
 *
 * The control is a function that loses errno, which the judge of refused.h must find out. */
#include "refused.h"

static void equal(uint32_t due, const char *a, size_t a_len, const char *b, size_t b_len)
{
    ANSWERS(due, UNTOUCHED, raw_equal(a, a_len, b, b_len));
    ANSWERS(due, UNTOUCHED, raw_equal(b, b_len, a, a_len));
}

static void comparing_bytes(void)
{
    static const char a[] = "secret", b[] = "secret", c[] = "Secret";
    equal(1, a, 6, b, 6);
    equal(0, a, 6, c, 6);
    equal(0, a, 6, b, 5);
    equal(1, NULL, 0, NULL, 0);
    equal(1, NULL, 0, a, 0);
    equal(0, NULL, 0, a, 6);
    equal(0, NULL, 6, a, 6);
    equal(0, NULL, 6, NULL, 6);
    equal(0, NULL, SIZE_MAX, NULL, SIZE_MAX);
    equal(0, a, SIZE_MAX, a, SIZE_MAX);
    equal(0, a, TOO_LONG, a, TOO_LONG);
    equal(0, a, 6, b, SIZE_MAX);
}

static void equal_text(uint32_t due, const char *a, const char *b)
{
    ANSWERS(due, UNTOUCHED, raw_equal_text(a, b));
    ANSWERS(due, UNTOUCHED, raw_equal_text(b, a));
}

static void comparing_text(void)
{
    static const char a[] = "secret", b[] = "secret";
    equal_text(1, a, b);
    equal_text(1, "", "");
    equal_text(0, a, "Secret");
    equal_text(0, a, "secre");
    equal_text(0, a, "");
    equal_text(0, NULL, a);
    equal_text(0, NULL, "");
    equal_text(0, NULL, NULL);
}

static int wipe(void *data, size_t nbytes)
{
    csecrets_wipe(data, nbytes);
    return 0;
}

static void wiping(void)
{
    ANSWERS(0, UNTOUCHED, wipe(NULL, 0));
    ANSWERS(0, UNTOUCHED, wipe(NULL, 16));
    ANSWERS(0, UNTOUCHED, wipe(NULL, SIZE_MAX));
    ANSWERS(0, UNTOUCHED, wipe(&out, 0));
    ANSWERS(0, UNTOUCHED, wipe(&out, SIZE_MAX));
    ANSWERS(0, UNTOUCHED, wipe(&out, TOO_LONG));
    ANSWERS(0, ZEROS(33), wipe(&out, 33));
}

static void telling(void)
{
    int32_t os_errno = -1;
    ANSWERS(OK, UNTOUCHED, csecrets_entropy_probe(NULL));
    ANSWERS(OK, os_errno == 0, csecrets_entropy_probe(&os_errno));
    ANSWERS(true, UNTOUCHED, csecrets_strerror(INT32_MIN) != NULL);
    ANSWERS(true, UNTOUCHED, csecrets_version() != NULL);
}

static int loses_errno(void)
{
    errno = EAGAIN;
    return 0;
}

static void control(void)
{
    CHECK(is_answer((prepare(), 0), 0));
    CHECK(!is_answer((prepare(), loses_errno()), 0));
    CHECK(!is_answer((prepare(), 1), 0));
}

int main(void)
{
    comparing_bytes();
    comparing_text();
    wiping();
    telling();
    control();
    return check_done("misuse/rest");
}
