/* fuzz.h - what all targets share: reading the fuzzer's bytes, memory without a byte to spare, a
 *          getrandom whose answers follow from the input, and a planted bug
 *
 * A target is one file with LLVMFuzzerTestOneInput. Built with PLANTED it has a bug, which the fuzzer
 * must find: a target that finds nothing would otherwise look like one that has nothing to find. */
#ifndef FUZZ_H
#define FUZZ_H

#include <csecrets.h>

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

/* The planted bug is there: what follows is its doing. */
static inline bool plant(bool here)
{
    if (here)
        fputs("planted: a bug begins\n", stderr);
    return here;
}

#ifdef PLANTED
#define IS_PLANTED(condition) plant(condition)
#else
#define IS_PLANTED(condition) false
#endif

#define MUST(condition) must((condition), __FILE__, __LINE__, #condition)

static inline void must(bool holds, const char *file, int line, const char *words)
{
    if (!holds) {
        fprintf(stderr, "%s:%d: %s\n", file, line, words);
        abort();
    }
}

/* What is left of the input. */
struct input {
    const uint8_t *at;
    size_t left;
};

static inline uint8_t take_byte(struct input *input)
{
    if (input->left == 0)
        return 0;
    input->left--;
    return *input->at++;
}

static inline uint64_t take_number(struct input *input, size_t bytes)
{
    uint64_t number = 0;
    for (size_t i = 0; i < bytes; i++)
        number = number << 8 | take_byte(input);
    return number;
}

/* Memory of exactly so many bytes, so that the sanitizer sees the next; 0 bytes have an end too. */
static inline void *take_memory(struct input *input, size_t nbytes)
{
    uint8_t *memory = malloc(nbytes);
    const size_t taken = nbytes < input->left ? nbytes : input->left;
    MUST(memory != NULL || nbytes == 0);
    if (taken > 0)
        memcpy(memory, input->at, taken);
    if (nbytes > taken)
        memset(memory + taken, 0, nbytes - taken);
    input->at += taken;
    input->left -= taken;
    return memory;
}

static inline char *take_text(struct input *input, size_t most)
{
    const size_t nchars = take_byte(input) % (most + 1);
    char *text = take_memory(input, nchars + 1);
    text[nchars] = '\0';
    return text;
}

static inline bool is_filled(const void *data, size_t nbytes, unsigned char byte)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < nbytes; i++)
        if (bytes[i] != byte)
            return false;
    return true;
}

/* The source: xorshift from a seed, and the call at which it begins to fail. */
static uint64_t source_state = 1;
static unsigned source_fails_at;

static inline void seed_source(struct input *input)
{
    source_state = take_number(input, 2) * 2 + 1;
    source_fails_at = take_byte(input);
}

ssize_t getrandom(void *out, size_t size, unsigned flags)
{
    (void)flags;
    if (source_fails_at > 0 && --source_fails_at == 0) {
        source_fails_at = 1;
        errno = EIO;
        return -1;
    }
    for (size_t i = 0; i < size; i++) {
        source_state ^= source_state << 13;
        source_state ^= source_state >> 7;
        source_state ^= source_state << 17;
        ((unsigned char *)out)[i] = (unsigned char)(source_state >> 24);
    }
    return (ssize_t)size;
}

unsigned long getauxval(unsigned long type)
{
    static unsigned long (*real)(unsigned long);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "getauxval");
    return type == AT_SYSINFO_EHDR || !real ? 0 : real(type);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
