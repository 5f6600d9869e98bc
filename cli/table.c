/* table.c - the half of the table that lists the verbs */
#include "table.h"

#define BIT(option) (UINT64_C(1) << (option))
#define PRINTS (BIT(OUTPUT) | BIT(JSON) | BIT(HELP))
#define TEXTS (PRINTS | BIT(NUL) | BIT(NO_NEWLINE))
#define DRAWS (TEXTS | BIT(COUNT) | BIT(SHOW_BITS))
#define SECRETS (DRAWS | BIT(WEAK))

const struct verb VERBS[VERB_COUNT] = {
    [URL] = {
        .heading = "Tokens",
        .name = "url", .operands = "[N]", .most = 1,
        .options = SECRETS,
        .summary = "url-safe token of N bytes (default: 32)",
        .details = "Letters, digits, - and _.\n",
        .examples = "csecrets\n"
                    "csecrets url 16\n",
    },
    [HEX] = {
        .name = "hex", .operands = "[N]", .most = 1,
        .options = SECRETS,
        .summary = "N bytes in hexadecimal, two digits each (default: 32)",
        .examples = "csecrets hex 16\n"
                    "csecrets hex -c 3\n",
    },
    [BYTES] = {
        .name = "bytes", .operands = "[N]", .most = 1,
        .options = BIT(OUTPUT) | BIT(SHOW_BITS) | BIT(WEAK) | BIT(HELP),
        .summary = "N raw bytes, not onto a terminal (default: 32)",
        .examples = "csecrets bytes 1000000 | wc -c\n",
    },
    [TEXT] = {
        .name = "text", .operands = "",
        .options = SECRETS | BIT(ALPHABET) | BIT(CHARS) | BIT(STRENGTH),
        .summary = "characters of an alphabet, each equally likely",
        .examples = "csecrets text -a crockford -b 100\n"
                    "csecrets text -a 'ACGT' -n 40\n",
    },
    [BELOW] = {
        .heading = "Numbers and choices",
        .name = "below", .operands = "N", .least = 1, .most = 1,
        .options = DRAWS,
        .summary = "a number from 0 to N - 1",
        .examples = "csecrets below 100\n",
    },
    [INT] = {
        .name = "int", .operands = "LOW HIGH", .least = 2, .most = 2,
        .options = DRAWS,
        .summary = "a number from LOW to HIGH, both included",
        .examples = "csecrets int 1 6\n"
                    "csecrets int -10 10\n",
    },
    [DICE] = {
        .name = "dice", .operands = "[NdSIDES]", .most = 1, .words = "d6 2d6 d20",
        .options = DRAWS,
        .summary = "dice, such as 2d6 (default: 1d6)",
        .examples = "csecrets dice 2d6\n",
    },
    [PICK] = {
        .name = "pick", .operands = "[K]", .most = 1, .reads = 1,
        .options = DRAWS,
        .summary = "K different lines of standard input (default: 1)",
        .details = "With -c each draw is from all lines again.\n",
        .examples = "seq 49 | csecrets pick 6 | sort -n\n",
    },
    [SHUFFLE] = {
        .name = "shuffle", .operands = "", .reads = 1,
        .options = DRAWS & ~BIT(COUNT),
        .summary = "the lines of standard input in random order",
        .examples = "seq 10 | csecrets shuffle\n",
    },
    [PASSWORD] = {
        .heading = "For people",
        .name = "password", .operands = "[N]", .most = 1,
        .options = SECRETS | BIT(LOWER) | BIT(UPPER) | BIT(DIGITS) | BIT(SYMBOLS) | BIT(EXCLUDE) |
                   BIT(NO_LOOKALIKES),
        .summary = "a password of N characters, 8 to 128 (default: 20)",
        .details = "Of all passwords that meet the rules, each is equally likely.\n",
        .examples = "csecrets password\n"
                    "csecrets password 16 -s no -L\n",
    },
    [PHRASE] = {
        .name = "phrase", .operands = "[WORDS]", .most = 1,
        .options = SECRETS | BIT(SEPARATOR),
        .summary = "words of the EFF's list, 12.9 bits each (default: 6)",
        .examples = "csecrets phrase\n"
                    "csecrets phrase 8 -s -\n",
    },
    [CODE] = {
        .name = "code", .operands = "[GROUPSxLEN]", .most = 1, .words = "2x7 3x5 5x5",
        .options = SECRETS,
        .summary = "a code to read and type, without I, L, O and U (default: 3x5)",
        .examples = "csecrets code -c 10\n"
                    "csecrets code 5x5\n",
    },
    [PIN] = {
        .name = "pin", .operands = "[N]", .most = 1, .words = "4 6",
        .options = DRAWS,
        .summary = "a PIN of N digits, 4 to 64 (default: 6)",
        .examples = "csecrets pin 4\n",
    },
    [API_KEY] = {
        .heading = "Keys and identifiers",
        .name = "key", .operands = "PREFIX", .least = 1, .most = 1,
        .options = SECRETS,
        .summary = "an API key with a checksum: PREFIX_...",
        .examples = "csecrets key acme_live\n",
    },
    [CHECK] = {
        .name = "check", .operands = "[PREFIX]", .most = 1, .reads = 1,
        .options = PRINTS,
        .summary = "is standard input an API key without a typing error?",
        .details = "It proves nothing: anybody can compute a checksum.\n",
        .examples = "csecrets key acme | csecrets check acme\n",
    },
    [UUID] = {
        .name = "uuid", .operands = "[4|7]", .most = 1, .words = "4 7",
        .options = DRAWS,
        .summary = "a UUID: random, or of the time and then random (default: 4)",
        .details = "With -c those of version 7 are strictly increasing.\n"
                   "A UUID is a name, no secret.\n",
        .examples = "csecrets uuid\n"
                    "csecrets uuid 7 -c 3\n",
    },
    [SIGN] = {
        .heading = "With a key",
        .name = "sign", .operands = "", .reads = 1,
        .options = TEXTS | BIT(KEY) | BIT(PURPOSE) | BIT(EXPIRES),
        .summary = "a token that carries standard input and its expiry",
        .details = "Wants -k and -p.\n"
                   "It is signed, not encrypted: who holds it can read what it carries.\n",
        .examples = "csecrets keyfile app.key\n"
                    "printf alice | csecrets sign -k @app.key -p 'password reset' -t 1h\n",
    },
    [VERIFY] = {
        .name = "verify", .operands = "", .reads = 1,
        .options = PRINTS | BIT(KEY) | BIT(PURPOSE) | BIT(AT),
        .summary = "prints what such a token on standard input carries, only if it is proven",
        .details = "Wants -k and -p.\n"
                   "With -k several times, any of the keys may have signed it.\n",
        .examples = "csecrets verify -k @app.key -p 'password reset' < token\n",
    },
    [HMAC] = {
        .name = "hmac", .operands = "", .reads = 1,
        .options = TEXTS | BIT(KEY) | BIT(TAG),
        .summary = "the HMAC-SHA-256 of standard input, in hexadecimal",
        .details = "Wants -k.\n",
        .examples = "csecrets hmac -k text:@webhook.key < body.json\n",
    },
    [HASH] = {
        .name = "hash", .operands = "", .reads = 1,
        .options = TEXTS,
        .summary = "the SHA-256 of a token on standard input: what to store in its place",
        .details = "The newline after a single line of text does not belong to the token.\n",
        .examples = "csecrets | csecrets hash\n",
    },
    [TOTP] = {
        .name = "totp", .operands = "new|code|verify", .least = 1, .most = 1,
        .words = "new code verify", .reads = 1,
        .options = TEXTS | BIT(SHOW_BITS) | BIT(KEY) | BIT(ISSUER) | BIT(USER) | BIT(CODE_DIGITS) |
                   BIT(PERIOD) | BIT(SHA256) | BIT(WINDOW) | BIT(AFTER) | BIT(AT),
        .summary = "one-time codes of authenticator apps",
        .details = "new     makes the key file and prints the address that an app takes, and on a\n"
                   "        terminal its QR code, if qrencode(1) is at hand; wants -u\n"
                   "code    prints the code of this moment; wants -k\n"
                   "verify  reads a code from standard input and prints its step: store it, and\n"
                   "        pass it as --after; wants -k\n",
        .examples = "csecrets totp new -k @alice.key -i 'Example Co' -u alice@example.org\n"
                    "csecrets totp code -k @alice.key\n"
                    "csecrets totp code -k @alice.key | csecrets totp verify -k @alice.key\n",
    },
    [ENV] = {
        .heading = "Files",
        .name = "env", .operands = "FILE.example", .least = 1, .most = 1, .words = "FILE",
        .options = BIT(OUTPUT) | BIT(JSON) | BIT(WEAK) | BIT(HELP),
        .summary = "writes FILE, with secrets where the example has @words",
        .details = "NAME=@url32, and @hex16, @password20, @phrase6, @base58-22, @code3x5, @pin6,\n"
                   "@key:PREFIX, @uuid4.\n"
                   "What FILE has already is kept; it is replaced as a whole, with mode 0600.\n",
        .examples = "csecrets env .env.example\n",
    },
    [KEYFILE] = {
        .name = "keyfile", .operands = "FILE", .least = 1, .most = 1, .words = "FILE",
        .options = BIT(HELP),
        .summary = "a new file of 32 random bytes, mode 0600, on the disk",
        .examples = "csecrets keyfile app.key\n",
    },
    [PROBE] = {
        .heading = "And",
        .name = "probe", .operands = "",
        .options = BIT(JSON) | BIT(HELP),
        .summary = "is there randomness, and by which way?",
        .examples = "csecrets probe\n",
    },
    [SHOW_HELP] = {
        .name = "help", .operands = "[VERB]", .most = 1, .words = "VERB",
        .options = BIT(HELP),
        .summary = "this, or all about a verb",
        .examples = "csecrets help totp\n",
    },
};
