/* script.h - the getrandom of this program, which the library calls in place of libc's: it plays a
 *            script, so that what is drawn is known, or gives real bytes
 *
 * While a script is played there is no vDSO, by which the library would draw without a call. A
 * script is kept with all bits turned round: what it gives is nowhere but where the library puts
 * it. */
#ifndef SCRIPT_H
#define SCRIPT_H

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

enum { SCRIPT_SIZE = 4096, MOST_DRAWS = 256 };

struct script {
    bool is_played;
    size_t given, draws, sizes[MOST_DRAWS];
    volatile unsigned char inverted[SCRIPT_SIZE];
};

/* In the memory that is not searched. */
static struct script *the_script(void);

static inline unsigned char script_byte(const struct script *script, size_t place)
{
    return (unsigned char)~script->inverted[place];
}

/* Called around each draw: for what is not to be seen of this program, and is to be seen of what it
 * gives. */
#ifndef BEFORE_A_DRAW
#define BEFORE_A_DRAW() ((void)0)
#define AFTER_A_DRAW(out, size) ((void)0)
#endif

ssize_t getrandom(void *out, size_t size, unsigned flags)
{
    struct script *script = the_script();
    if (!script->is_played) {
        const long drawn = syscall(SYS_getrandom, out, size, flags);
        if (drawn > 0)
            AFTER_A_DRAW(out, (size_t)drawn);
        return drawn;
    }
    if (size > SCRIPT_SIZE - script->given || script->draws == MOST_DRAWS) {
        errno = ENOSYS;
        return -1;
    }
    BEFORE_A_DRAW();
    for (size_t i = 0; i < size; i++)
        ((volatile unsigned char *)out)[i] = script_byte(script, script->given + i);
    script->sizes[script->draws++] = size;
    script->given += size;
    AFTER_A_DRAW(out, size);
    return (ssize_t)size;
}

unsigned long getauxval(unsigned long type)
{
    static unsigned long (*real)(unsigned long);
    if (type == AT_SYSINFO_EHDR && the_script()->is_played)
        return 0;
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "getauxval");
    return real(type);
}

/* A script of its own for each number: splitmix64 (G. Steele, D. Lea, C. Flood, 2014). */
static inline uint64_t word_of(uint64_t number, uint64_t place)
{
    uint64_t word = ((number << 32 | place) + 1) * UINT64_C(0x9E3779B97F4A7C15);
    word = (word ^ word >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    word = (word ^ word >> 27) * UINT64_C(0x94D049BB133111EB);
    return word ^ word >> 31;
}

static inline void write_script(uint64_t number)
{
    struct script *script = the_script();
    script->given = script->draws = 0;
    for (size_t i = 0; i < SCRIPT_SIZE; i++)
        script->inverted[i] = (unsigned char)~(word_of(number, i / 8) >> i % 8 * 8);
}

#endif
