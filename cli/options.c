/* options.c - the half of the table that lists the options */
#include "table.h"

#define BIT(option) (UINT64_C(1) << (option))

const uint64_t COMMON_OPTIONS = BIT(COUNT) | BIT(NUL) | BIT(NO_NEWLINE) | BIT(OUTPUT) |
                                BIT(SHOW_BITS) | BIT(JSON) | BIT(WEAK) | BIT(HELP) | BIT(VERSION);

const struct option OPTIONS[OPTION_COUNT] = {
    [COUNT] = {"count", 'c', "COUNT", NULL, "so many of them, 1 to 10000000"},
    [NUL] = {"null", '0', NULL, NULL,
             "end each with a NUL in place of a newline; lines read end so too"},
    [NO_NEWLINE] = {"no-newline", 'N', NULL, NULL, "no newline after the last one"},
    [OUTPUT] = {"output", 'o', "FILE", "FILE",
                "write a new file of mode 0600, which is on the disk at the end"},
    [SHOW_BITS] = {"bits", 0, NULL, NULL, "say on standard error how strong each one is"},
    [JSON] = {"json", 0, NULL, NULL, "print one JSON object"},
    [WEAK] = {"weak", 0, NULL, NULL, "take less than 64 bits, for what is no secret"},
    [HELP] = {"help", 'h', NULL, NULL, "show this"},
    [VERSION] = {"version", 'V', NULL, NULL, "show the version"},

    [ALPHABET] = {"alphabet", 'a', "ALPHABET", "hex digits base32 crockford base58 base62 url",
                  "hex, digits, base32, crockford, base58, base62, url, or 2 to 95 characters of "
                  "your own (default: base62)"},
    [CHARS] = {"chars", 'n', "CHARS", NULL, "so many characters"},
    [STRENGTH] = {"strength", 'b', "BITS", NULL,
                  "as many characters as are so strong (default: 128)"},
    [LOWER] = {"lower", 'l', "MIN|no", "no", "lower-case letters at least, or none (default: 1)"},
    [UPPER] = {"upper", 'u', "MIN|no", "no", "upper-case letters at least, or none (default: 1)"},
    [DIGITS] = {"digits", 'd', "MIN|no", "no", "digits at least, or none (default: 1)"},
    [SYMBOLS] = {"symbols", 's', "MIN|no", "no", "symbols at least, or none (default: 1)"},
    [EXCLUDE] = {"exclude", 'x', "CHARS", NULL, "characters that are never used"},
    [NO_LOOKALIKES] = {"no-lookalikes", 'L', NULL, NULL, "none of 0, O, 1, l, I and |"},
    [SEPARATOR] = {"separator", 's', "SEP", NULL,
                   "what stands between two words (default: a space)"},

    [KEY] = {"key", 'k', "@FILE", "@FILE",
             "the key: @FILE, or - where standard input is free; hex:, url:, base32: or text: before "
             "it say how it is written, else it is raw bytes; text:@/dev/tty asks for it"},
    [PURPOSE] = {"purpose", 'p', "PURPOSE", NULL, "what the token is good for, and nothing else"},
    [EXPIRES] = {"expires", 't', "TIME", "15m 1h 1d never",
                 "how long it is good: a number and s, m, h, d or w, or never (default: 1h)"},
    [TAG] = {"tag", 'm', "HEX", NULL, "compare with this tag, in constant time, and print nothing"},
    [ISSUER] = {"issuer", 'i', "NAME", NULL, "whose service it is, as the app shows it"},
    [USER] = {"user", 'u', "NAME", NULL, "whose account it is, as the app shows it"},
    [CODE_DIGITS] = {"digits", 'd', "DIGITS", "6 7 8", "digits of a code (default: 6)"},
    [PERIOD] = {"period", 0, "SECONDS", NULL, "how long a code is shown, 15 to 300 (default: 30)"},
    [SHA256] = {"sha256", 0, NULL, NULL, "SHA-256 in place of SHA-1, which some apps ignore"},
    [WINDOW] = {"window", 'w', "STEPS", NULL,
                "steps to each side whose codes are taken too, 0 to 10 (default: 1)"},
    [AFTER] = {"after", 0, "STEP", NULL, "the step that was used last: no code is taken twice"},
    [AT] = {"at", 0, "SECONDS", NULL, "the time since 1970, in place of the clock's"},
};
