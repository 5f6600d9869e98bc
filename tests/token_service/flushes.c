/* flushes.c - stands before the C library's fdatasync() and fsync(), and says on standard error that
 * a file was flushed
 */
#include <dlfcn.h>
#include <string.h>
#include <unistd.h>

static int flush(const char *name, int fd)
{
    int (*real)(int);
    void *found = dlsym(RTLD_NEXT, name);
    memcpy(&real, &found, sizeof real);
    const int answer = real(fd);
    if (answer == 0 && write(STDERR_FILENO, "flushed\n", 8) != 8) {
        _exit(99);
    }
    return answer;
}

int fdatasync(int fd)
{
    return flush("fdatasync", fd);
}

int fsync(int fd)
{
    return flush("fsync", fd);
}
