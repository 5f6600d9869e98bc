/* control.c - an instrumented library sees what Rust reads: told of a byte more than there is, it
 *             compares it, in code of its own; a plain library goes on to the end */
#include <csecrets.h>

#include <stdlib.h>

int main(void)
{
    const volatile size_t size = 33;
    void *short_one = calloc(1, size - 1), *right = calloc(1, size);
    const bool same = csecrets_equal(short_one, size, right, size);
    free(short_one);
    free(right);
    return same && size == 0;
}
