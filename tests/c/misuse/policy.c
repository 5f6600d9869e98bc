/* misuse/policy.c - a policy begins as CSECRETS_PASSWORD_POLICY_INIT says, for a caller of this version
 *                   and of later ones; one that is refused is no policy */
#include "refused.h"

enum { SIZE = sizeof(csecrets_password_policy), LARGEST = 1024 };

/* As it is used: a later version's policy is larger. */
static csecrets_status init(void *policy, size_t size)
{
    return csecrets_password_policy_init(policy, size);
}

static void refused(void)
{
    ANSWERS(NULL_POINTER, UNTOUCHED, init(NULL, SIZE));
    ANSWERS(NULL_POINTER, UNTOUCHED, init(NULL, TOO_LONG));
    ANSWERS(TOO_LARGE, UNTOUCHED, init(&out, TOO_LONG));
    ANSWERS(TOO_LARGE, UNTOUCHED, init(&out, SIZE_MAX));
    ANSWERS(INVALID, UNTOUCHED, init(NULL, 0));
    ANSWERS(INVALID, UNTOUCHED, init(&out, 0));
    for (size_t size = 1; size < SIZE; size++)
        ANSWERS(INVALID, ZEROS(size), init(&out, size));
}

static void of_every_version(void)
{
    static const csecrets_password_policy expected = CSECRETS_PASSWORD_POLICY_INIT;
    static union {
        csecrets_password_policy policy;
        unsigned char bytes[LARGEST + 1];
    } later;
    char text[17];
    for (size_t size = SIZE; size <= LARGEST; size++) {
        memset(&later, CANARY, sizeof later);
        CHECK(init(&later, size) == OK && later.policy.struct_size == size);
        CHECK(csecrets_password(text, sizeof text, 16, &later.policy) == OK);
        later.policy.struct_size = SIZE;
        CHECK(memcmp(&later.policy, &expected, SIZE) == 0);
        CHECK(holds(later.bytes + SIZE, size - SIZE, 0));
        CHECK(holds(later.bytes + size, sizeof later - size, CANARY));
    }
    CHECK(init(&later, LARGEST + 1) == INVALID && holds(&later, LARGEST + 1, 0));
    CHECK(csecrets_password(text, sizeof text, 16, &later.policy) == INVALID);
}

int main(void)
{
    refused();
    of_every_version();
    return check_done("misuse/policy");
}
