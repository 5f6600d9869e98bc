/* load LIBRARY           loads a library and draws 32 bytes from it; prints the nanoseconds of both
 * load LIBRARY password  prints a password of 16 characters instead
 *
 * A program of its own, since one that has loaded a library loads it no more. */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

static unsigned char out[32];

static double now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* ISO C has no cast from dlsym's pointer to one to a function. */
static int find(void *library, const char *symbol, void *function)
{
    void *address = dlsym(library, symbol);

    memcpy(function, &address, sizeof(address));
    return address != NULL;
}

static int by_status(void *library)
{
    int (*draw)(void *, size_t);

    return find(library, "csecrets_token_bytes", &draw) && draw(out, sizeof(out)) == 0;
}

static int by_sodium(void *library)
{
    int (*init)(void);
    void (*draw)(void *, size_t);

    if (!find(library, "sodium_init", &init) || !find(library, "randombytes_buf", &draw)
        || init() < 0)
        return 0;
    draw(out, sizeof(out));
    return 1;
}

static int by_openssl(void *library)
{
    int (*draw)(unsigned char *, int);

    return find(library, "RAND_bytes", &draw) && draw(out, sizeof(out)) == 1;
}

static int by_arc4random(void *library)
{
    void (*draw)(void *, size_t);

    if (!find(library, "arc4random_buf", &draw))
        return 0;
    draw(out, sizeof(out));
    return 1;
}

static int by_uuid(void *library)
{
    void (*draw)(unsigned char *);

    if (!find(library, "uuid_generate_random", &draw))
        return 0;
    draw(out);
    return 1;
}

static const struct {
    const char *part_of_name;
    int (*draw)(void *library);
} libraries[] = {
    {"csecrets", by_status}, {"sodium", by_sodium}, {"crypto", by_openssl},
    {"bsd", by_arc4random},  {"uuid", by_uuid},
};

static int print_password(void *library)
{
    int (*password)(char *, size_t, size_t, const void *);
    char text[17];

    return find(library, "csecrets_password", &password)
           && password(text, sizeof(text), 16, NULL) == 0 && puts(text) >= 0;
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : "";
    double start = now_ns();
    void *library = dlopen(name, RTLD_NOW | RTLD_LOCAL);
    int drawn = 0;

    if (argc > 2)
        return library != NULL && print_password(library) ? 0 : 1;
    for (size_t i = 0; library != NULL && i < sizeof(libraries) / sizeof(libraries[0]); i++) {
        if (strstr(name, libraries[i].part_of_name) != NULL) {
            drawn = libraries[i].draw(library);
            break;
        }
    }
    double taken = now_ns() - start;
    if (!drawn) {
        fprintf(stderr, "load: no bytes of %s\n", name);
        return 1;
    }
    printf("%.0f\n", taken);
    return 0;
}
