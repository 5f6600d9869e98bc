/* predicates.h - the predicates as a foreign-function interface sees them that takes bool for an
 *                unsigned int: all 32 bits of the register are the answer, 0 or 1 */
#ifndef PREDICATES_H
#define PREDICATES_H

#include <csecrets.h>

#include <stddef.h>
#include <stdint.h>

uint32_t raw_equal(const void *, size_t, const void *, size_t) __asm__("csecrets_equal");
uint32_t raw_equal_text(const char *, const char *) __asm__("csecrets_equal_text");
uint32_t raw_find_equal(size_t *, const void *, const void *, size_t, size_t)
    __asm__("csecrets_find_equal");
uint32_t raw_token_matches(const uint8_t *, const void *, size_t)
    __asm__("csecrets_token_matches");
uint32_t raw_hmac_sha256_matches(const void *, size_t, const void *, size_t, const csecrets_span *,
                                 size_t) __asm__("csecrets_hmac_sha256_matches");
uint32_t raw_password_matches(const char *, const void *, size_t)
    __asm__("csecrets_password_matches");

#endif
