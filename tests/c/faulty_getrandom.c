/* faulty_getrandom.c - a getrandom that does what a plan says, for LD_PRELOAD; and no vDSO, by which
 *                      the library would draw without calling it */
#include "faulty_getrandom.h"

#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

struct faulty_plan faulty_plan = {.bytes = REAL_BYTES};

ssize_t getrandom(void *out, size_t size, unsigned flags)
{
    struct faulty_plan *plan = &faulty_plan;
    if (plan->interruptions > 0) {
        plan->interruptions--;
        errno = EINTR;
        return -1;
    }
    plan->calls++;
    if (plan->calls == plan->fail_at) {
        /* What a failed call left behind is not to be used. */
        memset(out, 0x5A, size);
        errno = plan->error;
        return plan->error == 0 ? 0 : -1;
    }
    if (plan->at_most > 0 && size > plan->at_most)
        size = plan->at_most;
    if (plan->bytes == COUNTING_BYTES) {
        for (size_t i = 0; i < size; i++)
            ((unsigned char *)out)[i] = (unsigned char)(plan->given + i);
    } else if (plan->bytes != REAL_BYTES && (plan->stuck == 0 || plan->calls <= plan->stuck)) {
        memset(out, plan->bytes, size);
    } else if (syscall(SYS_getrandom, out, size, flags) != (long)size) {
        return -1;
    }
    plan->given += size;
    /* A successful call may leave any errno. */
    errno = ENOTTY;
    return (ssize_t)(size + plan->beyond);
}

unsigned long getauxval(unsigned long type)
{
    static unsigned long (*real)(unsigned long);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "getauxval");
    return type == AT_SYSINFO_EHDR ? 0 : real(type);
}
