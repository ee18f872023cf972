/* The way of Detours (github.com/microsoft/Detours, src/creatwth.cpp); what the library must know lies before the table. */
#include "inject.h"

#include "near.h"

#include <string.h>

#define STATUS_UNMAPPABLE_CHARACTER STATUS(0xC0000162)

enum { LONGEST_TABLE = 4096 };

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
    size_t table, thunks, name, size; /* offsets in the new memory, which begins with the injection */
    size_t old_size;                  /* of the program's own descriptors */
} layout;

static layout lay_out(const program *of, size_t record, size_t name_length)
{
    layout plan;
    plan.table = (record + sizeof(injection_tail) + 15) & ~(size_t)15;
    plan.old_size = of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress ? of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].Size : 0;
    plan.thunks = (plan.table + sizeof(IMAGE_IMPORT_DESCRIPTOR) * 2 + plan.old_size + 15) & ~(size_t)15;
    plan.name = plan.thunks + 4 * sizeof(uint64_t); /* lookup table and address table, one entry and an end each */
    plan.size = plan.name + name_length;
    return plan;
}

static void fill(char *block, const layout *plan, const program *of, ULONG rva, const char *library, size_t name_length)
{
    injection_tail tail = {INJECTION_MAGIC, (uint32_t)plan->table};
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

static NTSTATUS write(const program *of, const errand *what, const char *library, size_t name_length)
{
    layout plan = lay_out(of, injection_size(what), name_length);
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
    injection_write(memory, of, what);
    fill(memory, &plan, of, rva, library, name_length);
    if (plan.old_size)
        status = process_read(of->process, of->base + of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress,
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

NTSTATUS inject_imports(const program *of, const errand *what)
{
    char library[1024];
    size_t length;
    NTSTATUS status = spell(what->session, injection_library(of, what->session), library, sizeof library, &length);
    if (status < 0)
        return status;
    if (of->table[IMAGE_DIRECTORY_ENTRY_IMPORT].Size > LONGEST_TABLE * sizeof(IMAGE_IMPORT_DESCRIPTOR))
        return STATUS_INVALID_IMAGE_FORMAT;
    return write(of, what, library, length);
}
