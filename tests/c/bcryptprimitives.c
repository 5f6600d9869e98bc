/* bcryptprimitives.c - stands in for the library of Windows that the DLL draws from, for tests alone and
 *                      only where there is none: Wine has it from version 9 on
 *
 * It gives what Wine's RtlGenRandom gives, which are bytes of /dev/urandom. */
#include <windows.h>

#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T nbytes);

BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T nbytes)
{
    for (const SIZE_T most = 1 << 20; nbytes > 0;) {
        const ULONG part = (ULONG)(nbytes < most ? nbytes : most);
        if (!RtlGenRandom(data, part))
            return FALSE;
        data += part;
        nbytes -= part;
    }
    return TRUE;
}
