/* msvc.c - a program that is compiled and linked as Microsoft's tools do it, without their C library: it
 *          is linked with csecrets.lib, be that the static library or the DLL's import library
 *
 * It ends with the number of the line that is wrong. */
#include <csecrets.h>

__declspec(dllimport) void __stdcall ExitProcess(unsigned code);

#define CHECK(condition) \
    do { \
        if (!(condition)) \
            ExitProcess(__LINE__); \
    } while (0)

void start(void)
{
    char text[CSECRETS_HEX_SIZE(100)], other[CSECRETS_HEX_SIZE(100)];
    uint64_t below = 6;
    CHECK(csecrets_version_number() == CSECRETS_VERSION_NUMBER);
    CHECK(csecrets_token_hex(text, sizeof text, 100) == CSECRETS_OK);
    CHECK(csecrets_token_hex(other, sizeof other, 100) == CSECRETS_OK);
    CHECK(text[199] != '\0' && text[200] == '\0');
    CHECK(!csecrets_equal_text(text, other) && csecrets_equal_text(text, text));
    CHECK(csecrets_randbelow(&below, 6) == CSECRETS_OK && below < 6);
    CHECK(csecrets_token_hex(text, sizeof text, 101) == CSECRETS_ERR_BUFFER_TOO_SMALL);
    CHECK(csecrets_token_hex(text, sizeof text, 0) == CSECRETS_ERR_WEAK && text[0] == '\0');
    ExitProcess(0);
}
