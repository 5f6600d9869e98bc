/* entropy_analysis.c - no statistics show that bytes are unguessable: they like 0, 1, 2, ... best
 *
 * The C counterpart of counting the values in secrets.token_bytes. Three samples get the same
 * tests: one from csecrets, one from rand() with a seed that everybody knows, and 0, 1, 2, ... The
 * tests find a broken generator. That nobody can foresee its bytes, no test of the bytes can show.
 *
 * Build it alone:  cc entropy_analysis.c $(pkg-config --cflags --libs csecrets) -lm
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include <csecrets.h>

enum { BYTES = 65536, VALUES = 256, BARS = 16, BAR_WIDTH = 48 };

static const double EXPECTED = (double)BYTES / VALUES;

struct analysis {
    unsigned counts[VALUES];
    unsigned different;
    unsigned rarest;
    unsigned commonest;
    double chi_square;
    double entropy;
};

static struct analysis analyse(const unsigned char *sample)
{
    struct analysis result = {.rarest = BYTES};
    for (size_t i = 0; i < BYTES; i++) {
        result.counts[sample[i]]++;
    }
    for (size_t value = 0; value < VALUES; value++) {
        const unsigned count = result.counts[value];
        const double share = (double)count / BYTES;
        const double excess = count - EXPECTED;
        result.different += count > 0;
        result.rarest = count < result.rarest ? count : result.rarest;
        result.commonest = count > result.commonest ? count : result.commonest;
        result.chi_square += excess * excess / EXPECTED;
        result.entropy -= count > 0 ? share * log2(share) : 0.0;
    }
    return result;
}

static void bar_chart(const struct analysis *of)
{
    const unsigned together = VALUES / BARS;
    const double expected = EXPECTED * together;
    printf("%d bytes from csecrets, %u values a bar, about %.0f bytes each\n\n", BYTES, together,
           expected);
    for (unsigned bar = 0; bar < BARS; bar++) {
        unsigned count = 0;
        for (unsigned value = bar * together; value < (bar + 1) * together; value++) {
            count += of->counts[value];
        }
        printf("  %3u-%3u  %5u  ", bar * together, (bar + 1) * together - 1, count);
        const int width = (int)lround(BAR_WIDTH * count / expected);
        for (int i = 0; i < width; i++) {
            putchar('#');
        }
        printf("\n");
    }
}

int main(void)
{
    static unsigned char secret[BYTES];
    static unsigned char predictable[BYTES];
    static unsigned char counting[BYTES];

    csecrets_status status = csecrets_token_bytes(secret, sizeof secret);
    if (status != CSECRETS_OK) {
        fprintf(stderr, "entropy_analysis: %s\n", csecrets_strerror(status));
        return EXIT_FAILURE;
    }
    srand(1);
    for (size_t i = 0; i < BYTES; i++) {
        predictable[i] = (unsigned char)(rand() / (RAND_MAX / VALUES + 1));
        counting[i] = (unsigned char)(i % VALUES);
    }
    const struct analysis first = analyse(secret);
    const struct analysis second = analyse(predictable);
    const struct analysis third = analyse(counting);
    printf("Good numbers prove nothing: whoever knows the seed knows every byte of the second\n"
           "sample, and the third one, which nobody would call random, has the most entropy.\n\n");
    bar_chart(&first);

    /* For bytes that are equally likely and independent, chi-square has one degree of freedom less
     * than there are values: f on average, with a spread (a standard deviation) of sqrt(2 f).
     * A sample's entropy falls short of 8 bits by chi-square / (2 ln 2 * BYTES), nearly: the values
     * are uneven by chance. */
    const double freedom = VALUES - 1;
    const double spread = sqrt(2 * freedom);
    const double bits = 2 * log(2) * BYTES;
    printf("\n%23scsecrets   rand(), seed 1   0, 1, 2, ...   expected\n", "");
    printf("  different values  %11u %16u %14u   %d\n", first.different, second.different,
           third.different, VALUES);
    printf("  rarest value      %11u %16u %14u   below %.0f\n", first.rarest, second.rarest,
           third.rarest, EXPECTED);
    printf("  commonest value   %11u %16u %14u   above %.0f\n", first.commonest, second.commonest,
           third.commonest, EXPECTED);
    printf("  chi-square        %11.1f %16.1f %14.1f   %.0f, give or take %.0f\n",
           first.chi_square, second.chi_square, third.chi_square, freedom, spread);
    printf("  bits a byte       %11.4f %16.4f %14.4f   %.4f, give or take %.4f\n",
           first.entropy, second.entropy, third.entropy, 8 - freedom / bits, spread / bits);
    csecrets_wipe(secret, sizeof secret);
    return EXIT_SUCCESS;
}
