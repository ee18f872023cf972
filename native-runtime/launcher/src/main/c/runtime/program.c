#include "program.h"

#include <stddef.h>
#include <string.h>

bool process_is_wow64(HANDLE process)
{
    ULONG_PTR answer = 0; /* the address of the 32-bit PEB on Windows, just not 0 on Wine */
    return NtQueryInformationProcess(process, (PROCESSINFOCLASS)PROCESS_WOW64, &answer, sizeof answer, NULL) >= 0 && answer;
}

NTSTATUS process_read(HANDLE process, ULONG_PTR from, void *to, size_t size)
{
    return NtReadVirtualMemory(process, (LPCVOID)from, to, size, NULL);
}

/* A 32-bit process under 64-bit Windows has a PEB of either kind, and both know the program's base. */
static NTSTATUS find_base(program *of)
{
    PROCESS_BASIC_INFORMATION basic;
    NTSTATUS status = NtQueryInformationProcess(of->process, ProcessBasicInformation, &basic, sizeof basic, NULL);
    if (status < 0)
        return status;
    of->wide = sizeof(void *) == 8 && !process_is_wow64(of->process);
    of->base = 0;
    return process_read(of->process, (ULONG_PTR)basic.PebBaseAddress + 2 * sizeof(void *), &of->base, sizeof of->base);
}

/* Headers of either kind; what both begin with says which. */
static NTSTATUS read_headers(program *of, bool *wide)
{
    IMAGE_DOS_HEADER dos;
    union {
        IMAGE_NT_HEADERS64 wide;
        IMAGE_NT_HEADERS32 narrow;
    } headers;
    NTSTATUS status = process_read(of->process, of->base, &dos, sizeof dos);
    if (status < 0)
        return status;
    ULONG_PTR at = of->base + (ULONG)dos.e_lfanew;
    status = dos.e_magic == IMAGE_DOS_SIGNATURE ? process_read(of->process, at, &headers, sizeof headers)
                                                : STATUS_INVALID_IMAGE_FORMAT;
    if (status < 0)
        return status;
    WORD magic = headers.narrow.OptionalHeader.Magic;
    *wide = magic == IMAGE_NT_OPTIONAL_HDR64_MAGIC;
    if (!*wide && magic != IMAGE_NT_OPTIONAL_HDR32_MAGIC)
        return STATUS_INVALID_IMAGE_FORMAT;
    of->image_size = *wide ? headers.wide.OptionalHeader.SizeOfImage : headers.narrow.OptionalHeader.SizeOfImage;
    of->directories = at + (*wide ? offsetof(IMAGE_NT_HEADERS64, OptionalHeader.DataDirectory)
                                  : offsetof(IMAGE_NT_HEADERS32, OptionalHeader.DataDirectory));
    memcpy(of->table, *wide ? headers.wide.OptionalHeader.DataDirectory : headers.narrow.OptionalHeader.DataDirectory,
           sizeof of->table);
    return STATUS_SUCCESS;
}

NTSTATUS program_read(HANDLE process, program *of)
{
    bool wide;
    *of = (program){.process = process};
    NTSTATUS status = find_base(of);
    if (status >= 0)
        status = read_headers(of, &wide);
    IMAGE_DATA_DIRECTORY managed = of->table[IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR];
    if (status >= 0 && managed.VirtualAddress) {
        IMAGE_COR20_HEADER header;
        status = process_read(process, of->base + managed.VirtualAddress, &header, sizeof header);
        of->il_only = status >= 0 && header.Flags & COMIMAGE_FLAGS_ILONLY;
    }
    if (status < 0)
        return status;
    /* code for .NET alone runs in either bitness when its headers are 32-bit; other code in its own */
    return of->il_only || wide == of->wide ? STATUS_SUCCESS : STATUS_INVALID_IMAGE_FORMAT;
}
