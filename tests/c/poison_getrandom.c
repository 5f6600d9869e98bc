/* poison_getrandom.c - the real getrandom, whose bytes valgrind then takes for uninitialised: every
 *                      branch and every address that depends on one is reported; for LD_PRELOAD */
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>
#include <valgrind/memcheck.h>

ssize_t getrandom(void *out, size_t size, unsigned flags)
{
    const long drawn = syscall(SYS_getrandom, out, size, flags);
    if (drawn > 0)
        (void)VALGRIND_MAKE_MEM_UNDEFINED(out, drawn);
    return drawn;
}
