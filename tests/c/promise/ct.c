/* ct.c - no branch and no address depends on a secret, in the library that ships; what has to show
 *        is counted
 *
 * Under valgrind all that is drawn counts as uninitialised, and so does what is secret of what is
 * handed in: memcheck reports each branch and each address that depends on it. Nothing is
 * suppressed. A call may show that a word was rejected, how much of a text is done, where it ends,
 * and its verdict, each by so many reports and no more; a branch on anything else is one too many.
 * What differs with the secret in an output must be tainted: a character that a table or a branch
 * chose by it would not be.
 *
 * valgrind hides the instructions for SHA-256: there the portable code hashes, and must answer as
 * the other one does. trace.c follows the other one.
 *
 * Runs: valgrind plain
 * Needs: POSIX */
#include "taint.h"

static bool taints;
#define BEFORE_A_DRAW() ((void)0)
#define AFTER_A_DRAW(out, size) \
    do { \
        if (taints) \
            hide((out), (size)); \
    } while (0)
#include "careless.h"
#include "secret.h"

enum { SECRETS = 8 };

/* What may show of a secret, and by how many reports: for each draw, for each character of a text,
 * once, and where a word is replaced. */
#define REJECTION "whether a word is rejected"
#define VERDICT "the verdict"
#define NO_ZEROS "that the key is not all zeros"
static const struct shown {
    const char *export;
    unsigned each_draw, each_character, once, replaced;
    const char *what;
} shown[] = {
    {"randbelow", 1, 0, 0, 0, REJECTION},
    {"randint", 1, 0, 0, 0, REJECTION},
    {"randrange", 1, 0, 0, 0, REJECTION},
    /* of a block whether one is; which one, where one is replaced */
    {"randbelow_many", 1, 0, 0, 24, "whether and which words are rejected"},
    /* of each 256 bytes of words */
    {"randbelow_many_u32", 0, 0, 7, 0, "whether and which words are rejected"},
    {"randbelow_big", 1, 0, 0, 0, REJECTION},
    {"weighted_index", 1, 0, 0, 0, REJECTION},
    /* the same, and how many characters are done: that is where the next one goes */
    {"token_alphabet", 0, 2, 8, 0, "which words are rejected"},
    {"api_key", 0, 2, 8, 0, "which words are rejected"},
    {"code", 0, 2, 8, 0, "which words are rejected"},
    /* and whether the text meets the policy, or its rank is below their number */
    {"password", 1, 2, 16, 0, "which words are rejected, and whether a draw meets the policy"},
    {"equal_text", 0, 2, 4, 0, "where the texts end, and the verdict"},
    /* the verdict, and once more where it is passed on */
    {"find_equal", 0, 0, 1, 0, VERDICT},
    {"hex_decode", 0, 0, 2, 0, VERDICT},
    {"urlsafe_decode", 0, 0, 2, 0, VERDICT},
    {"base32_decode", 0, 0, 2, 0, VERDICT},
    {"api_key_check", 0, 0, 2, 0, VERDICT},
    {"code_normalize", 0, 0, 1, 0, VERDICT},
    {"uuid_parse", 0, 0, 2, 0, VERDICT},
    {"sign_token", 0, 0, 1, 0, NO_ZEROS},
    {"totp", 0, 0, 1, 0, NO_ZEROS},
    {"hotp", 0, 0, 1, 0, NO_ZEROS},
    {"hmac_sha256", 0, 0, 1, 0, NO_ZEROS},
    {"hmac_sha256_matches", 0, 0, 1, 0, NO_ZEROS},
    {"verify_token", 0, 0, 2, 0, NO_ZEROS ", and the verdict"},
    /* and that a code is of the format, right, and not used up */
    {"totp_verify", 0, 0, 4, 0, NO_ZEROS ", and the verdict"},
};

static const struct shown *shown_of(const struct call *call)
{
    for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
        if (is_of(call, shown[i].export))
            return &shown[i];
    return NULL;
}

static unsigned most_reports(const struct call *call)
{
    const struct shown *of = shown_of(call);
    if (!of)
        return 0;
    size_t nchars = call->out[0].size;
    for (size_t j = 0; j < INPUTS; j++)
        nchars += call->in[j].form != PUBLIC ? call->in[j].size : 0;
    return of->each_draw * (unsigned)secret.script.draws + of->each_character * (unsigned)nchars +
           of->once + (rejected_bytes(call) > 0 ? of->replaced : 0);
}

/* What moves memory by the index that was drawn, as the header says. */
static bool goes_by_its_secret(const struct call *call)
{
    return is_of(call, "choice") || is_of(call, "choices") || is_of(call, "sample") ||
           is_of(call, "sample_indices") || is_of(call, "shuffle") || is_of(call, "passphrase");
}

static const char *what_shows(const struct call *call)
{
    if (goes_by_its_secret(call))
        return "what was chosen";
    return shown_of(call) ? shown_of(call)->what : "nothing";
}

/* Memory after the call with each secret: where it is not the same, it depends on the secret. */
static struct memory before[SECRETS], after[SECRETS];

static bool differs(const struct memory *memory, size_t count, const void *place)
{
    const ptrdiff_t at = (const char *)place - (const char *)&secret.memory;
    for (size_t i = 1; i < count; i++)
        if (((const char *)&memory[i])[at] != ((const char *)&memory[0])[at])
            return true;
    return false;
}

static void hide_inputs(const struct call *call, const struct places *places, size_t count)
{
    for (size_t i = 0; i < INPUTS; i++)
        for (size_t j = 0; places->in[i] && j < call->in[i].size; j++)
            if (call->in[i].form != PUBLIC && differs(before, count, (char *)places->in[i] + j))
                hide((char *)places->in[i] + j, 1);
}

static bool outputs_are_tainted(const struct call *call, const struct places *places, size_t count)
{
    bool all = true;
    for (size_t i = 0; i < OUTPUTS; i++)
        for (size_t j = 0; places->out[i] && j < call->out[i].size; j++)
            if (call->out[i].form != PUBLIC && differs(after, count, (char *)places->out[i] + j))
                all &= tainted((char *)places->out[i] + j, 1);
    return all;
}

struct result {
    unsigned reports, most;
    bool are_tainted, answers_the_same;
};

/* The call with one of its secrets, tainted now. */
static struct result call_tainted(const struct call *call, const uint64_t *numbers, size_t i,
                                  size_t count)
{
    const struct places places = choose(call, numbers[i]);
    hide_inputs(call, &places, count);
    const unsigned reported = reports();
    taints = true;
    int64_t answer = call->make(&places);
    taints = false;
    struct result result = {reports() - reported, most_reports(call), false, false};
    result.are_tainted = outputs_are_tainted(call, &places, count);
    show(&answer, sizeof answer);
    show(&secret, sizeof secret);
    result.answers_the_same =
        answer == call->answer && memcmp(&secret.memory, &after[i], sizeof after[i]) == 0;
    return result;
}

/* What is the worst with several secrets. */
static struct result call_with_secrets(const struct call *call)
{
    uint64_t numbers[SECRETS] = {0, 1, 2, 3, 4, 5, 6, 7};
    const size_t kept = find_secrets(call, numbers, SECRETS), count = kept < 2 ? SECRETS : kept;
    struct result worst = {0, UINT32_MAX, true, true};
    for (size_t i = 0; i < count; i++) {
        const struct places places = choose(call, numbers[i]);
        before[i] = secret.memory;
        (void)call->make(&places);
        after[i] = secret.memory;
    }
    for (size_t i = 0; i < count; i++) {
        const struct result result = call_tainted(call, numbers, i, count);
        worst.reports = result.reports > worst.reports ? result.reports : worst.reports;
        worst.most = kept < 2 ? UINT32_MAX : result.most;
        worst.are_tainted &= result.are_tainted;
        worst.answers_the_same &= result.answers_the_same;
    }
    return worst;
}

/* What is not constant time is reported, and spells untainted text. */
static void controls(void)
{
    struct call call = *secret_call("hex_encode", "key");
    call.make = hex_by_table;
    struct result result = call_with_secrets(&call);
    CHECK(result.reports == 80 && !result.are_tainted && result.answers_the_same);
    call = *secret_call("equal", "wrong");
    call.make = compare_to_first_difference;
    result = call_with_secrets(&call);
    CHECK(result.reports > result.most && result.answers_the_same);
}

int main(void)
{
    secret.script.is_played = true;
    begin_with_secrets();
    for (size_t i = 0; i < secret_count; i++) {
        const struct call *call = secret_calls[i];
        const struct result result = call_with_secrets(call);
        printf("%-19s %-18s %4u reports, may show %s\n", call->export, call->variant, result.reports,
               what_shows(call));
        const bool shows_no_more = result.reports <= result.most && result.are_tainted;
        if (!CHECK(shows_no_more || goes_by_its_secret(call)))
            fprintf(stderr, "  %s, %s: %u reports, %u may be\n", call->export, call->variant,
                    result.reports, result.most);
        CHECK(result.answers_the_same);
    }
    if (RUNNING_ON_VALGRIND)
        controls();
    return promise_done("promise/ct", " that touch a secret", touches_a_secret);
}
