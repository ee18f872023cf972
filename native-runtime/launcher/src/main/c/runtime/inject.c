#include "inject.h"

#include "near.h"

#include <stddef.h>
#include <string.h>

#define STATUS_UNMAPPABLE_CHARACTER STATUS(0xC0000162)
#define STATUS_INVALID_IMAGE_FORMAT STATUS(0xC000007B)

enum { LONGEST_TABLE = 4096 };

/* What the headers of the program say, whatever its bitness. */
typedef struct {
    HANDLE process;
    bool wide;                   /* 64-bit */
    ULONG_PTR base;
    ULONG_PTR directories;       /* address of the data directories */
    IMAGE_DATA_DIRECTORY table[IMAGE_NUMBEROF_DIRECTORY_ENTRIES];
    ULONG image_size;
} program;

static bool is_wow64(HANDLE process)
{
    ULONG_PTR answer = 0; /* the address of the 32-bit PEB on Windows, just not 0 on Wine */
    return NtQueryInformationProcess(process, (PROCESSINFOCLASS)PROCESS_WOW64, &answer, sizeof answer, NULL) >= 0 && answer;
}

bool inject_needs_other_bitness(HANDLE process)
{
#ifdef _WIN64
    (void)process;
    return false;
#else
    return is_wow64(this_process()) && !is_wow64(process);
#endif
}

static NTSTATUS read(HANDLE process, ULONG_PTR from, void *to, size_t size)
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
    of->wide = sizeof(void *) == 8 && !is_wow64(of->process);
    of->base = 0;
    return read(of->process, (ULONG_PTR)basic.PebBaseAddress + 2 * sizeof(void *), &of->base, sizeof of->base);
}

static NTSTATUS read_headers(program *of)
{
    IMAGE_DOS_HEADER dos;
    NTSTATUS status = find_base(of);
    if (status >= 0)
        status = read(of->process, of->base, &dos, sizeof dos);
    if (status < 0)
        return status;
    if (dos.e_magic != IMAGE_DOS_SIGNATURE)
        return STATUS_INVALID_IMAGE_FORMAT;
    ULONG_PTR at = of->base + (ULONG)dos.e_lfanew;
    IMAGE_NT_HEADERS64 wide;
    IMAGE_NT_HEADERS32 narrow;
    status = of->wide ? read(of->process, at, &wide, sizeof wide) : read(of->process, at, &narrow, sizeof narrow);
    if (status < 0)
        return status;
    WORD magic = of->wide ? wide.OptionalHeader.Magic : narrow.OptionalHeader.Magic;
    if (of->wide && magic == IMAGE_NT_OPTIONAL_HDR32_MAGIC)
        return STATUS_NOT_SUPPORTED; /* 32-bit by its headers, 64-bit when it runs: code for .NET alone is */
    if (magic != (of->wide ? IMAGE_NT_OPTIONAL_HDR64_MAGIC : IMAGE_NT_OPTIONAL_HDR32_MAGIC))
        return STATUS_INVALID_IMAGE_FORMAT;
    of->image_size = of->wide ? wide.OptionalHeader.SizeOfImage : narrow.OptionalHeader.SizeOfImage;
    of->directories = at + (of->wide ? offsetof(IMAGE_NT_HEADERS64, OptionalHeader.DataDirectory)
                                     : offsetof(IMAGE_NT_HEADERS32, OptionalHeader.DataDirectory));
    memcpy(of->table, of->wide ? wide.OptionalHeader.DataDirectory : narrow.OptionalHeader.DataDirectory, sizeof of->table);
    return STATUS_SUCCESS;
}

/* A program of code for .NET alone: Windows reads no import table of it, so that the library would not come in. */
static bool is_il_only(const program *of)
{
    IMAGE_COR20_HEADER header;
    IMAGE_DATA_DIRECTORY directory = of->table[IMAGE_DIRECTORY_ENTRY_COM_DESCRIPTOR];
    return directory.VirtualAddress && read(of->process, of->base + directory.VirtualAddress, &header, sizeof header) >= 0
        && header.Flags & COMIMAGE_FLAGS_ILONLY;
}

static NTSTATUS write_directories(const program *of, const IMAGE_DATA_DIRECTORY *table)
{
    void *page = (void *)of->directories;
    SIZE_T size = sizeof of->table;
    ULONG before;
    NTSTATUS status = NtProtectVirtualMemory(of->process, &page, &size, PAGE_READWRITE, &before);
    if (status < 0)
        return status;
    status = NtWriteVirtualMemory(of->process, (void *)of->directories, table, sizeof of->table, NULL);
    NtProtectVirtualMemory(of->process, &page, &size, before, &before);
    return status;
}

/* The spelling of the library's path in an import table: bytes that the loader makes the same path of. */
static NTSTATUS spell(const session_header *session, session_text path, char *bytes, size_t room, size_t *length)
{
    const wchar_t *from = session_string(session, path);
    if (path.length >= room)
        return STATUS_NAME_TOO_LONG;
    for (uint32_t i = 0; i < path.length; i++) {
        if (from[i] >= 128)
            return STATUS_UNMAPPABLE_CHARACTER;
        bytes[i] = (char)from[i];
    }
    bytes[path.length] = 0;
    *length = path.length + 1;
    return STATUS_SUCCESS;
}

typedef struct {
    size_t record, table, thunks, name, size; /* offsets in the new memory */
    size_t old_size;                          /* of the program's own descriptors */
} layout;

static layout lay_out(const program *of, size_t directory_length, size_t name_length)
{
    layout plan = {.record = 0};
    size_t record = sizeof(injection) + (directory_length + 1) * sizeof(wchar_t);
    plan.table = (record + sizeof(injection_tail) + 15) & ~(size_t)15;
    plan.old_size = of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress ? of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].Size : 0;
    plan.thunks = (plan.table + sizeof(IMAGE_IMPORT_DESCRIPTOR) * 2 + plan.old_size + 15) & ~(size_t)15;
    plan.name = plan.thunks + 4 * sizeof(uint64_t); /* lookup table and address table, one entry and an end each */
    plan.size = plan.name + name_length;
    return plan;
}

static void fill(char *block, const layout *plan, const program *of, ULONG rva, const char *library, size_t name_length)
{
    injection_tail tail = {INJECTION_MAGIC, (uint32_t)(plan->table - plan->record)};
    memcpy(block + plan->table - sizeof tail, &tail, sizeof tail);
    IMAGE_IMPORT_DESCRIPTOR ours = {0};
    ours.OriginalFirstThunk = rva + (ULONG)plan->thunks;
    ours.FirstThunk = rva + (ULONG)plan->thunks + 16;
    ours.Name = rva + (ULONG)plan->name;
    memcpy(block + plan->table, &ours, sizeof ours);
    uint64_t ordinal = 1 | (of->wide ? (uint64_t)1 << 63 : (uint64_t)1 << 31);
    memcpy(block + plan->thunks, &ordinal, of->wide ? 8 : 4);
    memcpy(block + plan->thunks + 16, &ordinal, of->wide ? 8 : 4);
    memcpy(block + plan->name, library, name_length);
}

static NTSTATUS write(const program *of, const session_header *session, const wchar_t *directory, size_t directory_length,
                      const char *library, size_t name_length)
{
    layout plan = lay_out(of, directory_length, name_length);
    ULONG_PTR block;
    NTSTATUS status = allocate_near(of->process, of->base, of->image_size, of->wide, plan.size, &block);
    if (status < 0)
        return status;
    void *memory = NULL;
    SIZE_T size = plan.size;
    status = NtAllocateVirtualMemory(this_process(), &memory, 0, &size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
    if (status < 0)
        return status;
    ULONG rva = (ULONG)(block - of->base);
    injection *record = memory;
    *record = (injection){INJECTION_MAGIC, INJECTION_VERSION, (uint32_t)plan.size, of->table[IMAGE_DIRECTORY_ENTRY_IMPORT],
                          of->table[IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT], of->table[IMAGE_DIRECTORY_ENTRY_IAT], {0},
                          (uint32_t)directory_length};
    memcpy(record->session, session_string(session, session->name), (session->name.length + 1) * sizeof(wchar_t));
    memcpy(record->directory, directory, directory_length * sizeof(wchar_t));
    fill(memory, &plan, of, rva, library, name_length);
    if (plan.old_size)
        status = read(of->process, of->base + of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress,
                      (char *)memory + plan.table + sizeof(IMAGE_IMPORT_DESCRIPTOR), plan.old_size);
    if (status >= 0)
        status = NtWriteVirtualMemory(of->process, (void *)block, memory, plan.size, NULL);
    size = 0;
    NtFreeVirtualMemory(this_process(), &memory, &size, MEM_RELEASE);
    if (status < 0)
        return status;
    IMAGE_DATA_DIRECTORY table[IMAGE_NUMBEROF_DIRECTORY_ENTRIES];
    memcpy(table, of->table, sizeof table);
    table[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress = rva + (ULONG)plan.table;
    table[IMAGE_DIRECTORY_ENTRY_IMPORT].Size = (ULONG)(sizeof(IMAGE_IMPORT_DESCRIPTOR) * 2 + plan.old_size);
    table[IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT] = (IMAGE_DATA_DIRECTORY){0};
    if (!table[IMAGE_DIRECTORY_ENTRY_IAT].VirtualAddress) /* or Windows looks for a section that holds the table */
        table[IMAGE_DIRECTORY_ENTRY_IAT] = (IMAGE_DATA_DIRECTORY){rva + (ULONG)plan.thunks, 32};
    return write_directories(of, table);
}

NTSTATUS inject(HANDLE process, const session_header *session, const wchar_t *directory, size_t directory_length)
{
    program of = {.process = process};
    char library[1024];
    size_t length;
    NTSTATUS status = read_headers(&of);
    if (status >= 0)
        status = spell(session, of.wide ? session->library_x64 : session->library_x86, library, sizeof library, &length);
    if (status < 0)
        return status;
    if (is_il_only(&of))
        return STATUS_NOT_SUPPORTED;
    if (of.table[IMAGE_DIRECTORY_ENTRY_IMPORT].Size > LONGEST_TABLE * sizeof(IMAGE_IMPORT_DESCRIPTOR))
        return STATUS_INVALID_IMAGE_FORMAT;
    return write(&of, session, directory, directory_length, library, length);
}
