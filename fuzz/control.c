/* control.c - the sanitizer sees what Rust writes: told of a byte more than there is, the library
 *             writes it, and this program must not reach its end */
#include <csecrets.h>

#include <stdlib.h>

int main(void)
{
    volatile size_t size = CSECRETS_HEX_SIZE(32);
    const unsigned char data[32] = {0};
    char *text = malloc(size - 1);
    return csecrets_hex_encode(text, size, data, sizeof data) == CSECRETS_OK && text[0] == 'x';
}
