#include "acme.h"

struct ACME_MACHINE {
    DWORD flags;
};

__declspec(dllexport) HRESULT WINAPI AcmeOpen(DWORD flags, ACME *acme)
{
    static struct ACME_MACHINE machine;
    if (flags & ~(ACME_LOUD | ACME_FAST))
        return E_INVALIDARG;
    machine.flags = flags;
    *acme = &machine;
    return S_OK;
}

__declspec(dllexport) void WINAPI AcmeClose(ACME acme)
{
    acme->flags = 0;
}

__declspec(dllexport) DWORD WINAPI AcmeFlags(ACME acme)
{
    return acme->flags;
}

__declspec(dllexport) BOOL WINAPI AcmeVisit(ACME acme, ACME_VISIT visit, void *context)
{
    ACME_PART part = {.number = 7,
                      .color = ACME_ULTRAVIOLET,
                      .u.weight = 2.5,
                      .stock = 0xABC,
                      .shelf = 0x54321,
                      .made = {.dwLowDateTime = 11, .dwHighDateTime = 12}};
    return acme && visit(&part, context);
}

__declspec(dllexport) int AcmePrint(ACME_LABEL *label, DWORD size)
{
    if (size != sizeof *label)
        return -1;
    label->kind = 3;
    label->code = 0xDEADBEEF;
    label->text[0] = label->text[1] = label->text[2] = L'!';
    return (int)sizeof(ACME_PART);
}
