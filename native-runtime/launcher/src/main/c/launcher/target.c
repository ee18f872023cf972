#include "target.h"

#include <windows.h>

static WORD made_for(const wchar_t *program)
{
    IMAGE_DOS_HEADER dos;
    struct {
        DWORD signature;
        IMAGE_FILE_HEADER header;
    } pe;
    DWORD count;
    WORD answer = 0;
    HANDLE file = CreateFileW(program, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
                              OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return 0;
    if (ReadFile(file, &dos, sizeof dos, &count, NULL) && count == sizeof dos && dos.e_magic == IMAGE_DOS_SIGNATURE
        && SetFilePointer(file, dos.e_lfanew, NULL, FILE_BEGIN) != INVALID_SET_FILE_POINTER
        && ReadFile(file, &pe, sizeof pe, &count, NULL) && count == sizeof pe && pe.signature == IMAGE_NT_SIGNATURE)
        answer = pe.header.Machine;
    CloseHandle(file);
    return answer;
}

static bool runs_32_bit(void)
{
    wchar_t folder[MAX_PATH];
    return GetSystemWow64DirectoryW(folder, MAX_PATH) && GetFileAttributesW(folder) != INVALID_FILE_ATTRIBUTES;
}

const wchar_t *target_problem(const wchar_t *program)
{
    switch (made_for(program)) {
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
