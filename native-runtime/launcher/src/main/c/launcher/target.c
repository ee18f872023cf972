#include "target.h"

#include <windows.h>

typedef struct {
    WORD processor; /* 0 when the file is no program of Windows' */
    bool managed;   /* it has a header for .NET */
} target_kind;

static bool read_at(HANDLE file, LONG offset, void *into, DWORD size)
{
    DWORD count;
    return SetFilePointer(file, offset, NULL, FILE_BEGIN) != INVALID_SET_FILE_POINTER
        && ReadFile(file, into, size, &count, NULL) && count == size;
}

static target_kind kind_of(const wchar_t *program)
{
    IMAGE_DOS_HEADER dos;
    union {
        struct {
            DWORD signature;
            IMAGE_FILE_HEADER file;
        } begin;
        IMAGE_NT_HEADERS32 narrow;
        IMAGE_NT_HEADERS64 wide;
    } pe;
    target_kind kind = {0};
    HANDLE file = CreateFileW(program, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return kind;
    if (read_at(file, 0, &dos, sizeof dos) && dos.e_magic == IMAGE_DOS_SIGNATURE
        && read_at(file, dos.e_lfanew, &pe.begin, sizeof pe.begin) && pe.begin.signature == IMAGE_NT_SIGNATURE) {
        kind.processor = pe.begin.file.Machine;
        kind.managed =
            read_at(file, dos.e_lfanew, &pe, sizeof pe)
            && (pe.narrow.OptionalHeader.Magic == IMAGE_NT_OPTIONAL_HDR32_MAGIC
                    ? pe.narrow.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR].VirtualAddress
                    : pe.wide.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR].VirtualAddress);
    }
    CloseHandle(file);
    return kind;
}

bool target_is_managed(const wchar_t *program)
{
    return kind_of(program).managed;
}

static bool runs_32_bit(void)
{
    wchar_t folder[MAX_PATH];
    return GetSystemWow64DirectoryW(folder, MAX_PATH) && GetFileAttributesW(folder) != INVALID_FILE_ATTRIBUTES;
}

const wchar_t *target_problem(const wchar_t *program)
{
    switch (kind_of(program).processor) {
    case 0:
    case IMAGE_FILE_MACHINE_AMD64:
        return NULL;
    case IMAGE_FILE_MACHINE_I386:
        return runs_32_bit() ? NULL : L"is a 32-bit program, and this Windows runs 64-bit programs alone";
    case 0xaa64: /* IMAGE_FILE_MACHINE_ARM64 */
        return L"is made for ARM processors";
    default:
        return L"is made for another kind of processor";
    }
}
