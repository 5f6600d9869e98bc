/* number.c - strtoull() would take "-1", " 7" and "7x" */
#include <inttypes.h>
#include <string.h>

#include "fail.h"
#include "number.h"

static bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/* Up to the first character that is no digit; false on overflow, or if there is none. */
static bool read_digits(const char **text, uint64_t *out)
{
    const char *at = *text;
    uint64_t value = 0;
    for (; is_digit(*at); at++) {
        const uint64_t digit = (uint64_t)(*at - '0');
        if (value > (UINT64_MAX - digit) / 10) {
            return false;
        }
        value = value * 10 + digit;
    }
    const bool some = at != *text;
    *text = at;
    *out = value;
    return some;
}

bool is_number(const char *text, uint64_t low, uint64_t high, uint64_t *out)
{
    return read_digits(&text, out) && *text == '\0' && *out >= low && *out <= high;
}

uint64_t number(const char *what, const char *text, uint64_t low, uint64_t high)
{
    uint64_t value;
    if (!is_number(text, low, high, &value)) {
        fail_usage("%s is a whole number from %" PRIu64 " to %" PRIu64 ", not \"%s\"", what, low,
                   high, shown(text));
    }
    return value;
}

int64_t signed_number(const char *what, const char *text)
{
    const bool negative = text[0] == '-';
    uint64_t value;
    if (!is_number(text + negative, 0, (uint64_t)INT64_MAX + negative, &value)) {
        fail_usage("%s is a whole number from %" PRId64 " to %" PRId64 ", not \"%s\"", what,
                   INT64_MIN, INT64_MAX, shown(text));
    }
    if (!negative) {
        return (int64_t)value;
    }
    return value == 0 ? 0 : -1 - (int64_t)(value - 1);
}

bool is_pair(const char *text, char between, uint64_t most, uint64_t *first, uint64_t *second)
{
    *first = 1;
    if (*text != between && (!read_digits(&text, first) || *first < 1 || *first > most)) {
        return false;
    }
    return *text == between && is_number(text + 1, 1, most, second);
}

bool is_duration(const char *text, int64_t *seconds)
{
    static const struct {
        char letter;
        int64_t seconds;
    } units[] = {{'s', 1}, {'m', 60}, {'h', 3600}, {'d', 86400}, {'w', 604800}};
    const int64_t most = INT64_C(100) * 366 * 86400;
    uint64_t value;
    if (!read_digits(&text, &value) || value < 1 || text[0] == '\0' || text[1] != '\0') {
        return false;
    }
    for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
        if (units[i].letter == text[0] && value <= (uint64_t)(most / units[i].seconds)) {
            *seconds = (int64_t)value * units[i].seconds;
            return true;
        }
    }
    return false;
}
