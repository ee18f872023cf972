#include "foreign.h"

#include "program.h"

#include <string.h>

#define STATUS_PROCEDURE_NOT_FOUND STATUS(0xC000007A)

enum { LONGEST_NAME = 64 };

/* What a library's headers say: its processor, and where its exports are. */
static NTSTATUS read_library(HANDLE process, ULONG_PTR base, WORD *machine, IMAGE_EXPORT_DIRECTORY *exports)
{
    IMAGE_DOS_HEADER dos;
    union {
        IMAGE_NT_HEADERS64 wide;
        IMAGE_NT_HEADERS32 narrow;
    } headers;
    NTSTATUS status = process_read(process, base, &dos, sizeof dos);
    if (status >= 0)
        status = dos.e_magic == IMAGE_DOS_SIGNATURE
                     ? process_read(process, base + (ULONG)dos.e_lfanew, &headers, sizeof headers)
                     : STATUS_INVALID_IMAGE_FORMAT;
    if (status < 0)
        return status;
    *machine = headers.narrow.FileHeader.Machine;
    IMAGE_DATA_DIRECTORY directory = headers.narrow.OptionalHeader.Magic == IMAGE_NT_OPTIONAL_HDR64_MAGIC
                                         ? headers.wide.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT]
                                         : headers.narrow.OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT];
    return directory.VirtualAddress ? process_read(process, base + directory.VirtualAddress, exports, sizeof *exports)
                                    : STATUS_INVALID_IMAGE_FORMAT;
}

/* Compares a name here with one in the process, as strcmp does. */
static NTSTATUS compare(HANDLE process, ULONG_PTR at, const char *name, int *order)
{
    char there[LONGEST_NAME];
    size_t size = 1; /* with the NUL, where the comparison ends */
    while (name[size - 1])
        size++;
    NTSTATUS status = size <= sizeof there ? process_read(process, at, there, size) : STATUS_NAME_TOO_LONG;
    if (status >= 0)
        *order = memcmp(name, there, size);
    return status;
}

NTSTATUS foreign_ntdll(HANDLE process, bool wide, ULONG_PTR *base)
{
    WORD wanted = wide ? IMAGE_FILE_MACHINE_AMD64 : IMAGE_FILE_MACHINE_I386;
    MEMORY_BASIC_INFORMATION region;
    for (ULONG_PTR at = 0; NtQueryVirtualMemory(process, (LPCVOID)at, 0, &region, sizeof region, NULL) >= 0;
         at = (ULONG_PTR)region.BaseAddress + region.RegionSize) {
        WORD machine;
        IMAGE_EXPORT_DIRECTORY exports;
        int order;
        *base = (ULONG_PTR)region.BaseAddress;
        if (region.State == MEM_COMMIT && region.Type == MEM_IMAGE && region.BaseAddress == region.AllocationBase
            && read_library(process, *base, &machine, &exports) >= 0 && machine == wanted
            && compare(process, *base + exports.Name, "ntdll.dll", &order) >= 0 && !order)
            return STATUS_SUCCESS;
        if (*base + region.RegionSize <= at)
            break;
    }
    return STATUS_DLL_NOT_FOUND;
}

NTSTATUS foreign_function(HANDLE process, ULONG_PTR library, const char *name, ULONG_PTR *address)
{
    WORD machine;
    IMAGE_EXPORT_DIRECTORY exports;
    NTSTATUS status = read_library(process, library, &machine, &exports);
    ULONG from = 0, to = status < 0 ? 0 : exports.NumberOfNames; /* the names are sorted */
    while (status >= 0 && from < to) {
        ULONG middle = (from + to) / 2, rva;
        WORD index;
        int order = 0;
        status = process_read(process, library + exports.AddressOfNames + 4 * middle, &rva, sizeof rva);
        if (status >= 0)
            status = compare(process, library + rva, name, &order);
        if (status < 0 || order) {
            from = order > 0 ? middle + 1 : from;
            to = order < 0 ? middle : to;
            continue;
        }
        status = process_read(process, library + exports.AddressOfNameOrdinals + 2 * middle, &index, sizeof index);
        if (status >= 0)
            status = process_read(process, library + exports.AddressOfFunctions + 4 * index, &rva, sizeof rva);
        *address = library + rva;
        return status;
    }
    return status < 0 ? status : STATUS_PROCEDURE_NOT_FOUND;
}
