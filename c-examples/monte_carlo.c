/* monte_carlo.c - pi from random points, with rand() and with csecrets, one by one and in bulk
 *
 * The C counterpart of random.random and secrets.randbelow in a simulation, where the usual advice
 * is to leave secrets alone since they are slow. Measure it on your machine: a simulation needs no
 * secrets, but where draws in bulk are fast enough, it may as well have good ones. What remains for
 * rand() and its better cousins is a seed, which repeats a run.
 *
 * Build it alone:  cc monte_carlo.c $(pkg-config --cflags --libs csecrets)
 */
#define _POSIX_C_SOURCE 200809L

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include <csecrets.h>

enum { POINTS = 500000, CHUNK = 1000 };

/* As fine a grid as rand() has, so that three count the same thing. The fourth shows what a grid of 100
 * by 100 points gives: its pi is 3.18, however many points are drawn. */
static const uint64_t SIDE = (uint64_t)RAND_MAX + 1;

static void check(csecrets_status status)
{
    if (status != CSECRETS_OK) {
        fprintf(stderr, "monte_carlo: %s\n", csecrets_strerror(status));
        exit(EXIT_FAILURE);
    }
}

static double now_ms(void)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0) {
        perror("monte_carlo: clock_gettime");
        exit(EXIT_FAILURE);
    }
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static unsigned inside(uint64_t x, uint64_t y)
{
    return x * x + y * y < SIDE * SIDE;
}

static unsigned by_rand(void)
{
    unsigned hits = 0;
    for (size_t i = 0; i < POINTS; i++) {
        const uint64_t x = (uint64_t)rand();
        const uint64_t y = (uint64_t)rand();
        hits += inside(x, y);
    }
    return hits;
}

static unsigned by_single_draws(void)
{
    unsigned hits = 0;
    for (size_t i = 0; i < POINTS; i++) {
        uint64_t x;
        uint64_t y;
        check(csecrets_randbelow(&x, SIDE));
        check(csecrets_randbelow(&y, SIDE));
        hits += inside(x, y);
    }
    return hits;
}

/* randbelow(100) / 100, as one often sees it. */
static unsigned by_coarse_draws(void)
{
    unsigned hits = 0;
    for (size_t i = 0; i < POINTS; i++) {
        uint64_t x;
        uint64_t y;
        check(csecrets_randbelow(&x, 100));
        check(csecrets_randbelow(&y, 100));
        hits += x * x + y * y < 100 * 100;
    }
    return hits;
}

static unsigned by_many_draws(void)
{
    uint64_t draws[2 * CHUNK];
    unsigned hits = 0;
    for (size_t done = 0; done < POINTS; done += CHUNK) {
        check(csecrets_randbelow_many(draws, 2 * CHUNK, SIDE));
        for (size_t i = 0; i < 2 * CHUNK; i += 2) {
            hits += inside(draws[i], draws[i + 1]);
        }
    }
    return hits;
}

static void show(const char *what, unsigned (*simulate)(void))
{
    const double start = now_ms();
    const unsigned hits = simulate();
    const double elapsed = now_ms() - start;
    printf("  %-28s %.4f  %8.1f ms  %7.1f ns a point\n", what, 4.0 * hits / POINTS, elapsed,
           elapsed * 1e6 / POINTS);
}

int main(void)
{
    printf("pi from %d random points; two runs of three lie within 0.0023 of 3.1416\n", POINTS);
    srand((unsigned)time(NULL)); /* good enough: nothing here is secret */
    show("rand()", by_rand);
    show("csecrets_randbelow()", by_single_draws);
    show("csecrets_randbelow_many()", by_many_draws);
    show("a grid of 100 by 100", by_coarse_draws);
    return EXIT_SUCCESS;
}
