/* acme.dll: a machine that counts parts. */
#include <windows.h>

typedef enum ACME_COLOR { ACME_RED = 1, ACME_ULTRAVIOLET = 0x80000001 } ACME_COLOR;

#define ACME_LOUD 0x1
#define ACME_FAST 0x80000000

typedef struct ACME_PART {
    UINT16 number;
    ACME_COLOR color;
    union {
        double weight;
        UINT64 bits;
    } u;
    UINT32 stock : 12;
    UINT32 shelf : 20;
    FILETIME made;
} ACME_PART;

#pragma pack(push, 1)
typedef struct ACME_LABEL {
    BYTE kind;
    UINT32 code;
    WCHAR text[3];
} ACME_LABEL;
#pragma pack(pop)

typedef struct ACME_MACHINE *ACME;

typedef BOOL(CALLBACK *ACME_VISIT)(const ACME_PART *part, void *context);

HRESULT WINAPI AcmeOpen(DWORD flags, ACME *acme);
void WINAPI AcmeClose(ACME acme);
DWORD WINAPI AcmeFlags(ACME acme);
BOOL WINAPI AcmeVisit(ACME acme, ACME_VISIT visit, void *context);
int AcmePrint(ACME_LABEL *label, DWORD size);
