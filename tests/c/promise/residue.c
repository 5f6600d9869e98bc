/* residue.c - after a call nothing in memory depends on the secret but the output
 *
 * With scripted words, memory is byte for byte the same whatever the secret was. With real ones,
 * no form of the secret is found that gives it away. Prints how many bytes of memory differ with
 * the secret, how many are part of which form of it, and how many of any form with real words; "-"
 * where a secret has no such form, or no two calls reject the same words.
 *
 * That is promised where the compiler has registers enough, and told of other processors. Controls
 * leave a copy in each form, and in one that nobody looks for.
 *
 * Needs: POSIX */
/* Where a long has 32 bits, the stack lies beyond what a short off_t can say. */
#define _FILE_OFFSET_BITS 64

#include "left.h"

/* A copy on the dead stack. */
static __attribute__((noinline)) int64_t leave(const void *bytes, size_t nbytes, int64_t answer)
{
    unsigned char copy[1024];
    memcpy(copy, bytes, nbytes);
    __asm__ volatile("" : : "r"(copy) : "memory");
    return answer;
}

static int64_t leave_plain(const struct places *places)
{
    const csecrets_status status = csecrets_token_bytes(places->out[0], 32);
    return leave(places->out[0], 32, status);
}

static int64_t leave_swapped(const struct places *places)
{
    unsigned char swapped[32];
    const csecrets_status status = csecrets_token_bytes(places->out[0], 32);
    for (size_t i = 0; i < sizeof swapped; i++)
        swapped[i] = ((const unsigned char *)places->out[0])[i ^ 3];
    return leave(swapped, sizeof swapped, status);
}

static int64_t leave_something(const struct places *places)
{
    unsigned char something[32];
    const csecrets_status status = csecrets_token_bytes(places->out[0], 32);
    for (size_t i = 0; i < sizeof something; i++)
        something[i] = ((const unsigned char *)places->out[0])[i] & 0x55;
    return leave(something, sizeof something, status);
}

static int64_t leave_digits(const struct places *places)
{
    const char *alphabet = CSECRETS_ALPHABET_BASE62, *text = places->out[0];
    unsigned char digits[40];
    const csecrets_status status = csecrets_token_alphabet(places->out[0], 41, 40, alphabet);
    for (size_t i = 0; i < sizeof digits; i++)
        digits[i] = (unsigned char)(strchr(alphabet, text[i]) - alphabet);
    return leave(digits, sizeof digits, status);
}

static int64_t leave_round_keys(const struct places *places)
{
    unsigned char keys[AES_ROUND_KEYS];
    const csecrets_status status = csecrets_token_bytes(places->out[0], 32);
    aes256_round_keys(keys, places->out[0]);
    return leave(keys, sizeof keys, status);
}

static struct sha256 hashed(const struct places *places, size_t size, unsigned char pad)
{
    struct sha256 hash;
    unsigned char block[64] = {0};
    memcpy(block, places->in[0], 40);
    sha256_pad(block, 40);
    for (size_t i = 0; i < size; i++)
        block[i] = (unsigned char)(i < 40 ? block[i] ^ pad : pad);
    sha256_start(&hash);
    sha256_block(&hash, block);
    return hash;
}

static int64_t leave_schedule(const struct places *places)
{
    const struct sha256 hash = hashed(places, 0, 0);
    return leave(hash.schedule, sizeof hash.schedule, CSECRETS_OK);
}

static int64_t leave_midstate(const struct places *places)
{
    const struct sha256 hash = hashed(places, 64, 0x5C);
    return leave(hash.state, sizeof hash.state, CSECRETS_OK);
}

#define DRAWN(form, from) \
    .out = {{41, ZEROS, form, false}}, .draws = true, .alphabet = (from)
#define HANDED .in = {{given_key, 40, BYTES, false}}
static const struct call controls[] = {
    {"leave", "plain", leave_plain, DRAWN(BYTES, NULL)},
    {"leave", "digits", leave_digits, DRAWN(CHARACTERS, CSECRETS_ALPHABET_BASE62)},
    {"leave", "swapped", leave_swapped, DRAWN(BYTES, NULL)},
    {"leave", "SHA-256", leave_schedule, HANDED},
    {"leave", "HMAC", leave_midstate, HANDED},
    {"leave", "AES", leave_round_keys, DRAWN(BYTES, NULL)},
    {"leave", "something", leave_something, DRAWN(BYTES, NULL)},
};
enum { CONTROLS = sizeof controls / sizeof controls[0] };

/* Where nothing is left to compare, `secrets` is below two. */
struct result {
    struct left scripted, real;
};

static void look(struct result *result, const struct call *call)
{
    uint64_t numbers[SECRETS] = {1, 2};
    if (secret.script.is_played) {
        const size_t found = find_secrets(call, numbers, SECRETS);
        result->scripted = what_is_left(call, numbers, found);
    } else {
        result->real = what_is_left(call, numbers, 2);
    }
}

/* Looks at all calls, in a process of its own: who has drawn goes on to draw in the same way. */
static void look_at_all(struct result *results, struct result *of_controls, bool is_played)
{
    const pid_t pid = fork();
    if (pid == 0) {
        start_searching();
        secret.script.is_played = is_played;
        CHECK(csecrets_entropy_probe(NULL) == CSECRETS_OK);
        for (size_t i = 0; i < secret_count; i++)
            look(&results[i], secret_calls[i]);
        for (size_t i = 0; i < CONTROLS; i++)
            look(&of_controls[i], &controls[i]);
        _exit(failures > 0);
    }
    int status = -1;
    CHECK(waitpid(pid, &status, 0) == pid && status == 0);
}

static void print(const struct call *call, const struct result *result)
{
    const struct left *left = &result->scripted;
    char name[40];
    size_t of_any_form = 0;
    snprintf(name, sizeof name, "%s, %s", call->export, call->variant);
    printf("%-34s", name);
    if (left->secrets < 2)
        printf("%7s", "-");
    else
        printf("%7zu", left->memory.differ);
    for (size_t kind = 0; kind < KINDS; kind++) {
        of_any_form += result->real.memory.forms[kind];
        if (left->known[kind])
            printf("%8zu", left->memory.forms[kind]);
        else
            printf("%8s", "-");
    }
    printf("%8zu\n", of_any_form);
}

#if defined(__x86_64__) || defined(__aarch64__)
enum { PROMISED = true };
#else
enum { PROMISED = false };
#endif

/* Whether the call of one row at least could be compared, of each export that touches a secret. */
static bool is_compared(const char *export, const struct result *results)
{
    bool compared = false;
    for (size_t i = 0; i < secret_count; i++)
        compared |= is_of(secret_calls[i], export) && results[i].scripted.secrets >= 2;
    return compared;
}

static void judge(const struct result *results)
{
    for (size_t i = 0; i < secret_count; i++) {
        const struct call *call = secret_calls[i];
        const struct left *scripted = &results[i].scripted, *real = &results[i].real;
        bool is_clean = scripted->memory.differ == 0;
        for (size_t kind = 0; kind < KINDS; kind++)
            is_clean &= real->memory.forms[kind] == 0;
        CHECK(is_compared(call->export, results));
        if (PROMISED && !CHECK(is_clean))
            fprintf(stderr, "  %s, %s: from %td bytes after the caller's frame\n", call->export,
                    call->variant, scripted->place);
    }
}

static void judge_controls(const struct result *found)
{
    for (size_t i = 0; i < CONTROLS; i++)
        CHECK(found[i].scripted.memory.differ > 20);
    for (size_t kind = 0; kind < KINDS; kind++) {
        CHECK(strcmp(controls[kind].variant, kind_names[kind]) == 0);
        CHECK(found[kind].scripted.memory.forms[kind] > 20);
    }
    CHECK(found[PLAIN].real.memory.forms[PLAIN] > 20);
    CHECK(found[DIGITS].real.memory.forms[DIGITS] > 20);
}

int main(void)
{
    begin_with_secrets();
    struct result *results = own_memory((secret_count + CONTROLS) * sizeof *results, true);
    struct result *of_controls = results + secret_count;
    look_at_all(results, of_controls, false);
    look_at_all(results, of_controls, true);
    printf("%-34s%7s", "bytes left", "differ");
    for (size_t kind = 0; kind < KINDS; kind++)
        printf("%8s", kind_names[kind]);
    printf("%8s\n", "real");
    for (size_t i = 0; i < secret_count; i++)
        print(secret_calls[i], &results[i]);
    for (size_t i = 0; i < CONTROLS; i++)
        print(&controls[i], &of_controls[i]);
    judge(results);
    if (!PROMISED)
        puts("SKIPPED promise/residue: what is left is told and not judged on this processor");
    judge_controls(of_controls);
    return promise_done("promise/residue", " that touch a secret", touches_a_secret);
}
