/* table.c - the half of the table that lists the verbs */
#include "table.h"

#define BIT(option) (UINT64_C(1) << (option))
#define PRINTS (BIT(OUTPUT) | BIT(JSON) | BIT(HELP))
#define TEXTS (PRINTS | BIT(NUL) | BIT(NO_NEWLINE))
#define DRAWS (TEXTS | BIT(COUNT) | BIT(SHOW_BITS))
#define SECRETS (DRAWS | BIT(WEAK))

const struct verb VERBS[VERB_COUNT] = {
    [URL] = {"url", "[N]", 0, 1, NULL, SECRETS, "Tokens",
             "url-safe token of N bytes (default: 32)", "Letters, digits, - and _.\n",
             "csecrets\ncsecrets url 16\n"},
    [HEX] = {"hex", "[N]", 0, 1, NULL, SECRETS, NULL,
             "N bytes in hexadecimal, two digits each (default: 32)", "",
             "csecrets hex 16\ncsecrets hex -c 3\n"},
    [BYTES] = {"bytes", "[N]", 0, 1, NULL,
               BIT(OUTPUT) | BIT(SHOW_BITS) | BIT(WEAK) | BIT(HELP), NULL,
               "N raw bytes, not onto a terminal (default: 32)", "",
               "csecrets bytes 1000000 | wc -c\n"},
    [TEXT] = {"text", "", 0, 0, NULL,
              SECRETS | BIT(ALPHABET) | BIT(CHARS) | BIT(STRENGTH), NULL,
              "characters of an alphabet, each equally likely", "",
              "csecrets text -a crockford -b 100\ncsecrets text -a 'ACGT' -n 40\n"},
    [BELOW] = {"below", "N", 1, 1, NULL, DRAWS, "Numbers and choices",
               "a number from 0 to N - 1", "", "csecrets below 100\n"},
    [INT] = {"int", "LOW HIGH", 2, 2, NULL, DRAWS, NULL,
             "a number from LOW to HIGH, both included", "",
             "csecrets int 1 6\ncsecrets int -10 10\n"},
    [DICE] = {"dice", "[NdSIDES]", 0, 1, "d6 2d6 d20", DRAWS, NULL,
              "dice, such as 2d6 (default: 1d6)", "", "csecrets dice 2d6\n"},
    [PICK] = {"pick", "[K]", 0, 1, NULL, DRAWS, NULL,
              "K different lines of standard input (default: 1)",
              "With -c each draw is from all lines again.\n",
              "seq 49 | csecrets pick 6 | sort -n\n"},
    [SHUFFLE] = {"shuffle", "", 0, 0, NULL, DRAWS & ~BIT(COUNT), NULL,
                 "the lines of standard input in random order", "", "seq 10 | csecrets shuffle\n"},
    [PASSWORD] = {"password", "[N]", 0, 1, NULL,
                  SECRETS | BIT(LOWER) | BIT(UPPER) | BIT(DIGITS) | BIT(SYMBOLS) | BIT(EXCLUDE) |
                      BIT(NO_LOOKALIKES),
                  "For people",
                  "a password of N characters, 8 to 128 (default: 20)",
                  "Of all passwords that meet the rules, each is equally likely.\n",
                  "csecrets password\ncsecrets password 16 -s no -L\n"},
    [PHRASE] = {"phrase", "[WORDS]", 0, 1, NULL, SECRETS | BIT(SEPARATOR), NULL,
                "words of the EFF's list, 12.9 bits each (default: 6)", "",
                "csecrets phrase\ncsecrets phrase 8 -s -\n"},
    [CODE] = {"code", "[GROUPSxLEN]", 0, 1, "2x7 3x5 5x5", SECRETS, NULL,
              "a code to read and type, without I, L, O and U (default: 3x5)", "",
              "csecrets code -c 10\ncsecrets code 5x5\n"},
    [PIN] = {"pin", "[N]", 0, 1, "4 6", DRAWS, NULL, "a PIN of N digits, 4 to 64 (default: 6)", "", "csecrets pin 4\n"},
    [API_KEY] = {"key", "PREFIX", 1, 1, NULL, SECRETS, "Keys and identifiers",
                 "an API key with a checksum: PREFIX_...", "",
                 "csecrets key acme_live\n"},
    [CHECK] = {"check", "[PREFIX]", 0, 1, NULL, PRINTS, NULL,
               "is standard input an API key without a typing error?",
               "It proves nothing: anybody can compute a checksum.\n",
               "csecrets key acme | csecrets check acme\n"},
    [UUID] = {"uuid", "[4|7]", 0, 1, "4 7", DRAWS, NULL,
              "a UUID: random, or of the time and then random (default: 4)",
              "With -c those of version 7 are strictly increasing. A UUID is a name, no secret.\n",
              "csecrets uuid\ncsecrets uuid 7 -c 3\n"},
    [SIGN] = {"sign", "", 0, 0, NULL, TEXTS | BIT(KEY) | BIT(PURPOSE) | BIT(EXPIRES),
              "With a key",
              "a token that carries standard input and its expiry",
              "It is signed, not encrypted: who holds it can read what it carries.\n",
              "csecrets keyfile app.key\n"
              "printf alice | csecrets sign -k @app.key -p 'password reset' -t 1h\n"},
    [VERIFY] = {"verify", "", 0, 0, NULL, PRINTS | BIT(KEY) | BIT(PURPOSE) | BIT(AT), NULL,
                "prints what such a token carries, only if it is proven",
                "With -k several times, any of the keys may have signed it.\n",
                "csecrets verify -k @app.key -p 'password reset' < token\n"},
    [HMAC] = {"hmac", "", 0, 0, NULL, TEXTS | BIT(KEY) | BIT(TAG), NULL,
              "the HMAC-SHA-256 of standard input, in hexadecimal", "",
              "csecrets hmac -k text:@webhook.key < body.json\n"},
    [HASH] = {"hash", "", 0, 0, NULL, TEXTS, NULL,
              "the SHA-256 of a token: what to store in its place",
              "The newline after a single line of text does not belong to the token.\n",
              "csecrets | csecrets hash\n"},
    [TOTP] = {"totp", "new|code|verify", 1, 1, "new code verify",
              TEXTS | BIT(SHOW_BITS) | BIT(KEY) | BIT(ISSUER) | BIT(USER) | BIT(CODE_DIGITS) |
                  BIT(PERIOD) | BIT(SHA256) | BIT(WINDOW) | BIT(AFTER) | BIT(AT),
              NULL, "one-time codes of authenticator apps",
              "new     makes the key file and prints the address that an app takes, and on a terminal its QR\n"
              "        code, if qrencode(1) is at hand\n"
              "code    prints the code of this moment\n"
              "verify  reads a code from standard input and prints its step: store it, and pass it as --after\n",
              "csecrets totp new -k @alice.key -i 'Example Co' -u alice@example.org\n"
              "csecrets totp code -k @alice.key\n"
              "csecrets totp code -k @alice.key | csecrets totp verify -k @alice.key\n"},
    [ENV] = {"env", "FILE.example", 1, 1, "FILE", BIT(OUTPUT) | BIT(JSON) | BIT(WEAK) | BIT(HELP),
             "Files",
             "writes FILE, with secrets where the example has @words",
             "NAME=@url32, and @hex16, @password20, @phrase6, @base58-22, @code3x5, @pin6, @key:PREFIX, @uuid4.\n"
             "What FILE has already is kept; it is replaced as a whole, with mode 0600.\n",
             "csecrets env .env.example\n"},
    [KEYFILE] = {"keyfile", "FILE", 1, 1, "FILE", BIT(HELP), NULL,
                 "a new file of 32 random bytes, mode 0600, on the disk", "",
                 "csecrets keyfile app.key\n"},
    [PROBE] = {"probe", "", 0, 0, NULL, BIT(JSON) | BIT(HELP), "And",
               "is there randomness, and by which way?", "", "csecrets probe\n"},
    [SHOW_HELP] = {"help", "[VERB]", 0, 1, "VERB", BIT(HELP), NULL, "this, or all about a verb", "",
                   "csecrets help totp\n"},
};
