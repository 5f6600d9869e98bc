/* unload.c - the library may be loaded and unloaded at any time: its code stays where a thread, a
 *            signal handler or a kept pointer may still be in it
 *
 * Runs: loading
 * Needs: POSIX */
#include <csecrets.h>

#include <dlfcn.h>
#include <pthread.h>

#include "check.h"

typedef csecrets_status token_hex(char *, size_t, size_t);

static token_hex *find(void *library)
{
    /* ISO C knows no way from an object pointer to a function: POSIX's own. */
    token_hex *function = NULL;
    *(void **)&function = dlsym(library, "csecrets_token_hex");
    return function;
}

static bool stop;

static void *draws(void *function)
{
    token_hex *draw = *(token_hex **)function;
    char text[65];
    size_t failed = 0;
    while (!__atomic_load_n(&stop, __ATOMIC_RELAXED))
        failed += draw(text, sizeof text, 32) != CSECRETS_OK || strlen(text) != 64;
    return (void *)failed;
}

/* Mappings of this process that hold the library. */
static size_t mappings(void)
{
    char line[4096];
    size_t found = 0;
    FILE *maps = fopen("/proc/self/maps", "r");
    while (maps != NULL && fgets(line, sizeof line, maps) != NULL)
        found += strstr(line, "libcsecrets") != NULL;
    if (maps != NULL)
        fclose(maps);
    return found;
}

int main(void)
{
    CHECK(mappings() == 0);
    void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!CHECK(library != NULL)) {
        fprintf(stderr, "%s\n", dlerror());
        return check_done("unload");
    }
    token_hex *kept = find(library);
    pthread_t thread;
    void *failed = NULL;
    const size_t mapped = mappings();
    CHECK(kept != NULL && mapped > 0);
    CHECK(pthread_create(&thread, NULL, draws, &kept) == 0);
    CHECK(dlclose(library) == 0);
    for (int i = 0; i < 1000; i++) {
        char text[65] = "";
        CHECK(kept(text, sizeof text, 32) == CSECRETS_OK && strlen(text) == 64);
        library = dlopen(LIBRARY, (i % 2 ? RTLD_NOW : RTLD_LAZY) | RTLD_LOCAL);
        CHECK(library != NULL && find(library) == kept);
        CHECK(dlclose(library) == 0);
    }
    __atomic_store_n(&stop, true, __ATOMIC_RELAXED);
    CHECK(pthread_join(thread, &failed) == 0 && failed == NULL);
    CHECK(mappings() == mapped);
    return check_done("unload");
}
