#include "stub.h"

#include "nt.h"

#include <string.h>

enum { ANY = -1 };

#ifdef _WIN64
enum { JUMP = 14 };

/* Windows 10 and 11: mov r10,rcx; mov eax,number; test byte [7ffe0308],1; jne +3; syscall; ret; int 2e; ret */
static const short WINDOWS[] = {0x4c, 0x8b, 0xd1, 0xb8, ANY, ANY, 0, 0, 0xf6, 0x04, 0x25, 0x08, 0x03, 0xfe,
                                0x7f, 0x01, 0x75, 0x03, 0x0f, 0x05, 0xc3, 0xcd, 0x2e, 0xc3};
/* Wine 8: the same up to the first ret, then jmp +1; ret; call [7ffe1000]; ret */
static const short WINE[] = {0x4c, 0x8b, 0xd1, 0xb8, ANY, ANY, 0, 0, 0xf6, 0x04, 0x25, 0x08, 0x03, 0xfe, 0x7f, 0x01,
                             0x75, 0x03, 0x0f, 0x05, 0xc3, 0xeb, 0x01, 0xc3, 0xff, 0x14, 0x25, 0x00, 0x10, 0xfe, 0x7f, 0xc3};

static void write_jump(unsigned char *code, void *from, void *target)
{
    (void)from;
    static const unsigned char JUMP_TO_NEXT_EIGHT_BYTES[] = {0xff, 0x25, 0, 0, 0, 0};
    memcpy(code, JUMP_TO_NEXT_EIGHT_BYTES, sizeof JUMP_TO_NEXT_EIGHT_BYTES);
    memcpy(code + 6, &target, sizeof target);
}
#else
enum { JUMP = 5 };

/* Windows 10's WoW64, and Wine: mov eax,number; mov edx,address; call edx; ret n */
static const short WINDOWS[] = {0xb8, ANY, ANY, ANY, 0, 0xba, ANY, ANY, ANY, ANY, 0xff, 0xd2, 0xc2, ANY, 0};
/* Without arguments the stub ends in a plain ret. */
static const short WINE[] = {0xb8, ANY, ANY, ANY, 0, 0xba, ANY, ANY, ANY, ANY, 0xff, 0xd2, 0xc3};

static void write_jump(unsigned char *code, void *from, void *target)
{
    code[0] = 0xe9;
    ULONG distance = (ULONG)(ULONG_PTR)target - (ULONG)(ULONG_PTR)from - JUMP;
    memcpy(code + 1, &distance, sizeof distance);
}
#endif

static bool matches(const unsigned char *stub, const short *shape, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (shape[i] != ANY && stub[i] != shape[i])
            return false;
    return true;
}

static size_t length(const void *stub)
{
    if (matches(stub, WINDOWS, sizeof WINDOWS / sizeof *WINDOWS))
        return sizeof WINDOWS / sizeof *WINDOWS;
    if (matches(stub, WINE, sizeof WINE / sizeof *WINE))
        return sizeof WINE / sizeof *WINE;
    return 0;
}

bool stub_is_known(const void *stub)
{
    return length(stub) != 0;
}

void stub_copy(void *to, const void *stub)
{
    memcpy(to, stub, length(stub));
}

static bool write_code(void *stub, const void *code)
{
    void *page = stub;
    SIZE_T size = JUMP;
    ULONG before;
    if (NtProtectVirtualMemory(this_process(), &page, &size, PAGE_EXECUTE_READWRITE, &before) < 0)
        return false;
    memcpy(stub, code, JUMP);
    NtProtectVirtualMemory(this_process(), &page, &size, before, &before);
    NtFlushInstructionCache(this_process(), stub, JUMP);
    return true;
}

bool stub_divert(void *stub, void *target)
{
    unsigned char code[JUMP];
    write_jump(code, stub, target);
    return write_code(stub, code);
}

void stub_restore(void *stub, const void *copy)
{
    write_code(stub, copy);
}
