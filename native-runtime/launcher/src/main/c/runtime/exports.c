#include "exports.h"

#include "near.h"
#include "text.h"
#include "trace.h"

#include <string.h>

typedef struct {
    char *base; /* NULL while it is not loaded */
    ULONG size;
} image;

static export_hook *table;
static size_t table_count;
static const wchar_t *const *names;
static image providers[EXPORT_PROVIDERS];

static IMAGE_NT_HEADERS *headers_of(char *base)
{
    IMAGE_DOS_HEADER *dos = (IMAGE_DOS_HEADER *)base;
    if (dos->e_magic != IMAGE_DOS_SIGNATURE)
        return NULL;
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(base + dos->e_lfanew);
    return headers->Signature == IMAGE_NT_SIGNATURE && headers->OptionalHeader.Magic == IMAGE_NT_OPTIONAL_HDR_MAGIC ? headers
                                                                                                                  : NULL;
}

static bool allow(void *start, SIZE_T size, ULONG protection, ULONG *before)
{
    return NtProtectVirtualMemory(this_process(), &start, &size, protection, before) >= 0;
}

static export_hook *wanted(const char *name)
{
    size_t low = 0, high = table_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        const char *a = name, *b = table[middle].name;
        while (*a && *a == *b)
            a++, b++;
        if (*a == *b)
            return &table[middle];
        if ((unsigned char)*a < (unsigned char)*b)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

#ifdef _WIN64
enum { JUMP = 16 };

/* jmp [the next eight bytes], for every hook */
static NTSTATUS make_jumps(const image *of, ULONG_PTR *jumps)
{
    static const unsigned char CODE[] = {0xff, 0x25, 0, 0, 0, 0};
    SIZE_T size = table_count * JUMP;
    ULONG before;
    NTSTATUS status = allocate_near(this_process(), (ULONG_PTR)of->base, of->size, true, size, jumps);
    if (status < 0)
        return status;
    for (size_t i = 0; i < table_count; i++) {
        memcpy((char *)*jumps + i * JUMP, CODE, sizeof CODE);
        memcpy((char *)*jumps + i * JUMP + sizeof CODE, &table[i].hook, sizeof table[i].hook);
    }
    allow((void *)*jumps, size, PAGE_EXECUTE_READ, &before);
    NtFlushInstructionCache(this_process(), (void *)*jumps, size);
    return STATUS_SUCCESS;
}

static ULONG offset_of(const image *of, ULONG_PTR jumps, const export_hook *hook)
{
    return (ULONG)(jumps + (size_t)(hook - table) * JUMP - (ULONG_PTR)of->base);
}
#else
/* An offset reaches every address, before the library too: sums of 32 bits leave out what is above. */
static NTSTATUS make_jumps(const image *of, ULONG_PTR *jumps)
{
    (void)of;
    *jumps = 0;
    return STATUS_SUCCESS;
}

static ULONG offset_of(const image *of, ULONG_PTR jumps, const export_hook *hook)
{
    (void)jumps;
    return (ULONG)hook->hook - (ULONG)of->base;
}
#endif

static NTSTATUS change_exports(size_t provider)
{
    char *base = providers[provider].base;
    IMAGE_DATA_DIRECTORY place = headers_of(base)->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_EXPORT];
    if (!place.VirtualAddress)
        return STATUS_NOT_SUPPORTED;
    IMAGE_EXPORT_DIRECTORY *list = (IMAGE_EXPORT_DIRECTORY *)(base + place.VirtualAddress);
    ULONG *functions = (ULONG *)(base + list->AddressOfFunctions), *spellings = (ULONG *)(base + list->AddressOfNames);
    USHORT *ordinals = (USHORT *)(base + list->AddressOfNameOrdinals);
    ULONG_PTR jumps;
    ULONG before, ignored;
    NTSTATUS status = make_jumps(&providers[provider], &jumps);
    if (status < 0)
        return status;
    if (!allow(functions, list->NumberOfFunctions * sizeof *functions, PAGE_READWRITE, &before))
        return STATUS_ACCESS_DENIED;
    for (ULONG i = 0; i < list->NumberOfNames; i++) {
        export_hook *hook = wanted(base + spellings[i]);
        ULONG offset = functions[ordinals[i]];
        if (!hook || (offset >= place.VirtualAddress && offset < place.VirtualAddress + place.Size))
            continue; /* in the directory itself lies the name of the library that has it */
        hook->found[provider] = base + offset;
        if (!provider || !*hook->real)
            *hook->real = base + offset;
        functions[ordinals[i]] = offset_of(&providers[provider], jumps, hook);
    }
    allow(functions, list->NumberOfFunctions * sizeof *functions, before, &ignored);
    return STATUS_SUCCESS;
}

static void *instead_of(void *function)
{
    for (size_t p = 0; p < EXPORT_PROVIDERS; p++)
        if (providers[p].base && (char *)function >= providers[p].base && (char *)function < providers[p].base + providers[p].size)
            for (size_t i = 0; i < table_count; i++)
                if (table[i].found[p] == function)
                    return table[i].hook;
    return NULL;
}

static void change_thunks(void **thunks)
{
    ULONG before, ignored;
    for (; *thunks; thunks++) {
        void *hook = instead_of(*thunks);
        if (!hook || !allow(thunks, sizeof *thunks, PAGE_READWRITE, &before))
            continue;
        *thunks = hook;
        allow(thunks, sizeof *thunks, before, &ignored);
    }
}

static void change_imports(char *base)
{
    IMAGE_NT_HEADERS *headers = headers_of(base);
    IMAGE_DATA_DIRECTORY place = {0};
    if (headers)
        place = headers->OptionalHeader.DataDirectory[IMAGE_DIRECTORY_ENTRY_IMPORT];
    if (!place.VirtualAddress || place.VirtualAddress >= headers->OptionalHeader.SizeOfImage)
        return;
    IMAGE_IMPORT_DESCRIPTOR *item = (IMAGE_IMPORT_DESCRIPTOR *)(base + place.VirtualAddress);
    for (; item->Name && item->FirstThunk; item++)
        change_thunks((void **)(base + item->FirstThunk));
}

static LIST_ENTRY *modules(void)
{
    return (LIST_ENTRY *)((char *)RtlGetCurrentPeb()->Ldr + offsetof(PEB_LDR_DATA, InMemoryOrderModuleList)
                          - sizeof(LIST_ENTRY)); /* InLoadOrderModuleList */
}

static bool provide(text name, char *base, ULONG size)
{
    for (size_t p = 0; p < EXPORT_PROVIDERS; p++)
        if (names[p] && !providers[p].base && text_equal(name, text_from(names[p])) && headers_of(base)) {
            providers[p] = (image){base, size};
            NTSTATUS status = change_exports(p);
            if (status < 0)
                event("exports-not-changed", name, status);
            return true;
        }
    return false;
}

static void change_all_imports(void)
{
    for (LIST_ENTRY *at = modules()->Flink; at != modules(); at = at->Flink)
        change_imports(CONTAINING_RECORD(at, loader_entry, InLoadOrder)->DllBase);
}

static void forget(char *base)
{
    for (size_t p = 0; p < EXPORT_PROVIDERS; p++)
        if (providers[p].base == base) {
            providers[p].base = NULL;
            for (size_t i = 0; i < table_count; i++) {
                if (*table[i].real == table[i].found[p])
                    *table[i].real = NULL;
                table[i].found[p] = NULL;
            }
        }
}

/* Comes with the loader's lock held, when a library and what it imports are mapped and none of its code has run. */
static void CALLBACK changed(ULONG reason, const loader_change *change, void *context)
{
    (void)context;
    if (reason == LOADER_UNLOADED)
        forget(change->DllBase);
    else if (provide(text_of(*change->BaseDllName), change->DllBase, change->SizeOfImage))
        change_all_imports();
    else
        change_imports(change->DllBase);
}

static bool comes_before(const char *one, const char *other)
{
    while (*one && *one == *other)
        one++, other++;
    return (unsigned char)*one < (unsigned char)*other;
}

static void sort(void)
{
    for (size_t i = 1; i < table_count; i++)
        for (size_t at = i; at && comes_before(table[at].name, table[at - 1].name); at--) {
            export_hook swap = table[at];
            table[at] = table[at - 1];
            table[at - 1] = swap;
        }
}

NTSTATUS exports_install(export_hook *hooks, size_t count, const wchar_t *const *libraries)
{
    bool there = false;
    void *cookie;
    table = hooks;
    table_count = count;
    names = libraries;
    sort();
    for (LIST_ENTRY *at = modules()->Flink; at != modules(); at = at->Flink) {
        loader_entry *module = CONTAINING_RECORD(at, loader_entry, InLoadOrder);
        there |= provide(text_of(module->BaseDllName), module->DllBase, module->SizeOfImage);
    }
    if (there)
        change_all_imports();
    return LdrRegisterDllNotification(0, changed, NULL, &cookie);
}
