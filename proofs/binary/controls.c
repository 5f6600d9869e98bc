/* controls.c - functions with the faults that the proofs look for, under the names of the library's
 *
 * Each is a csecrets function as it must not be; prove.py has to refuse all of them. */
#include <csecrets.h>
#include <sys/random.h>

/* Stops at the first difference. */
bool csecrets_equal(const void *a, size_t a_len, const void *b, size_t b_len)
{
    const unsigned char *one = a, *other = b;
    if (a_len != b_len)
        return false;
    for (size_t i = 0; i < a_len; i++)
        if (one[i] != other[i])
            return false;
    return true;
}

/* Looks characters up by secret digits. */
csecrets_status csecrets_hex_encode(char *out, size_t out_size, const void *data, size_t nbytes)
{
    const unsigned char *bytes = data;
    (void)out_size;
    for (size_t i = 0; i < nbytes; i++) {
        out[2 * i] = CSECRETS_ALPHABET_HEX[bytes[i] >> 4];
        out[2 * i + 1] = CSECRETS_ALPHABET_HEX[bytes[i] & 15];
    }
    out[2 * nbytes] = '\0';
    return CSECRETS_OK;
}

/* Favours small values, and divides a secret. */
csecrets_status csecrets_randbelow(uint64_t *out, uint64_t bound)
{
    uint16_t word;
    if (getrandom(&word, sizeof word, 0) != sizeof word)
        return CSECRETS_ERR_ENTROPY_UNAVAILABLE;
    *out = word % bound;
    return CSECRETS_OK;
}

/* Keeps one word too many. */
csecrets_status csecrets_randint(int64_t *out, int64_t low, int64_t high)
{
    const uint64_t bound = (uint64_t)high - (uint64_t)low + 1;
    uint16_t word;
    do {
        if (getrandom(&word, sizeof word, 0) != sizeof word)
            return CSECRETS_ERR_ENTROPY_UNAVAILABLE;
    } while ((uint16_t)(word * bound) + 1u < 65536 % bound);
    *out = low + (int64_t)(word * bound >> 16);
    return CSECRETS_OK;
}

/* Leaves the variant to chance. */
csecrets_status csecrets_uuid4(uint8_t out[CSECRETS_UUID_SIZE])
{
    if (getrandom(out, 16, 0) != 16)
        return CSECRETS_ERR_ENTROPY_UNAVAILABLE;
    out[6] = (uint8_t)((out[6] & 0x0F) | 0x40);
    return CSECRETS_OK;
}

/* Takes '.' for '_'. */
csecrets_status csecrets_urlsafe_decode(void *out, size_t out_size, size_t *out_len,
                                        const char *text, size_t text_len)
{
    unsigned bits = 0, wrong = 0;
    (void)out_size;
    *out_len = 0;
    for (size_t i = 0; i < text_len; i++) {
        unsigned value = 0, known = 0;
        for (unsigned digit = 0; digit < 64; digit++) {
            const unsigned same = (unsigned)(text[i] == CSECRETS_ALPHABET_URLSAFE64[digit]);
            value |= digit & (0 - same);
            known |= same;
        }
        const unsigned dot = (unsigned)(text[i] == '.');
        bits = bits << 6 | value | (63 & (0 - dot));
        wrong |= !(known | dot);
    }
    const unsigned right = wrong - 1;
    for (size_t i = 0; i < 3; i++)
        ((unsigned char *)out)[i] = (unsigned char)(bits >> (16 - 8 * i) & right);
    *out_len = 3 & right;
    return CSECRETS_ERR_MALFORMED & ~(int32_t)right;
}

static uint32_t crc32(const char *text, size_t nbytes, uint32_t polynomial)
{
    uint32_t crc = UINT32_MAX;
    for (size_t i = 0; i < nbytes; i++) {
        crc ^= (unsigned char)text[i];
        for (int bit = 0; bit < 8; bit++)
            crc = crc >> 1 ^ (polynomial & (0 - (crc & 1)));
    }
    return ~crc;
}

static unsigned is_between(char character, char first, char last)
{
    return (unsigned)(character >= first) & (unsigned)(character <= last);
}

/* Checks another polynomial than zlib's, the most used after it. */
csecrets_status csecrets_api_key_check(const char *key, size_t key_len, const char *prefix)
{
    unsigned known = 1;
    (void)prefix;
    for (size_t i = key_len - 36; i < key_len; i++)
        known &= is_between(key[i], '0', '9') | is_between(key[i], 'A', 'Z')
            | is_between(key[i], 'a', 'z');
    if (!known)
        return CSECRETS_ERR_MALFORMED;
    uint32_t rest = crc32(key + key_len - 36, 30, 0x82F63B78), wrong = 0;
    for (size_t i = 1; i <= 6; i++) {
        wrong |= (uint32_t)(unsigned char)key[key_len - i] ^ (rest & 63);
        rest >>= 6;
    }
    return CSECRETS_ERR_BAD_CHECKSUM & (0 - (int32_t)((wrong | (0 - wrong)) >> 31));
}
