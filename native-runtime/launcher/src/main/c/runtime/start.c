/* The library's beginning and end in a process. */
#include "start.h"

#include "call_code.h"
#include "ending.h"
#include "export_hooks.h"
#include "guard.h"
#include "handles.h"
#include "hook.h"
#include "identity.h"
#include "inject.h"
#include "observe.h"
#include "key_handles.h"
#include "key_root.h"
#include "services.h"
#include "trace.h"
#include "variables.h"

#include <string.h>

extern IMAGE_DOS_HEADER __ImageBase;

static bool open_session(const wchar_t *name)
{
    UNICODE_STRING spelling = text_unicode(text_from(name));
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &spelling, OBJ_CASE_INSENSITIVE, NULL, NULL);
    HANDLE section;
    void *block = NULL;
    SIZE_T size = 0;
    if (NtOpenSection(&section, SECTION_MAP_READ | SECTION_MAP_WRITE, &attributes) < 0)
        return false;
    /* the handle stays open: the section is there for as long as a process of the container is */
    if (NtMapViewOfSection(section, this_process(), &block, 0, 0, NULL, &size, 2, 0, PAGE_READWRITE) < 0)
        return false;
    session = block;
    return session->magic == SESSION_MAGIC && session->version == SESSION_VERSION;
}

static bool is_redirected(void)
{
#ifdef _WIN64
    return false;
#else
    ULONG_PTR peb = 0;
    return NtQueryInformationProcess(this_process(), (PROCESSINFOCLASS)PROCESS_WOW64, &peb, sizeof peb, NULL) >= 0 && peb;
#endif
}

static void tell_unknown(const char *function)
{
    wchar_t wide[64];
    size_t length = 0;
    while (function[length] && length < 63) {
        wide[length] = (wchar_t)(unsigned char)function[length];
        length++;
    }
    event("unknown-stub", (text){wide, length}, STATUS_NOT_SUPPORTED);
}

NTSTATUS start(const wchar_t *session_name)
{
    const char *refused;
    memory_free(memory_get(1)); /* makes the heap, while there is one thread */
    if (session)
        return STATUS_SUCCESS;
    hooks_bypass();
    if (!open_session(session_name)) {
        session = NULL;
        return STATUS_OBJECT_NAME_NOT_FOUND;
    }
    redirected = is_redirected();
    if (session->flags & SESSION_PROBE) {
        hooks_probe(tell_unknown);
        trace_self();
        return STATUS_SUCCESS;
    }
    if (session->flags & SESSION_OBSERVE) {
        ending_install();
        observe_install();
        trace_self();
        return STATUS_SUCCESS;
    }
    handles_start();
    key_handles_start();
    key_paths_start();
    key_roots_start();
    if (hooks_install(&refused)) {
        ending_install();
        services_start();
        export_hooks_install();
        identity_correct();
        trace_self();
        return STATUS_SUCCESS;
    }
    tell_unknown(refused);
    return STATUS_NOT_SUPPORTED;
}

/* What the injector left before the import table; the table is the program's own again afterwards. */
static const injection *take_injection(void)
{
    char *base = RtlGetCurrentPeb()->Reserved3[1]; /* ImageBaseAddress */
    IMAGE_NT_HEADERS *headers = (IMAGE_NT_HEADERS *)(base + ((IMAGE_DOS_HEADER *)base)->e_lfanew);
    if (headers->OptionalHeader.Magic != IMAGE_NT_OPTIONAL_HDR_MAGIC)
        return NULL; /* code for .NET alone, whose headers may be of the other bitness */
    IMAGE_DATA_DIRECTORY *table = headers->OptionalHeader.DataDirectory;
    ULONG rva = table[IMAGE_DIRECTORY_ENTRY_IMPORT].VirtualAddress;
    if (rva <= headers->OptionalHeader.SizeOfImage)
        return NULL; /* the program's own table */
    injection_tail tail;
    memcpy(&tail, base + rva - sizeof tail, sizeof tail);
    const injection *record = (const injection *)(base + rva - tail.distance);
    if (tail.magic != INJECTION_MAGIC || record->magic != INJECTION_MAGIC || record->version != INJECTION_VERSION)
        return NULL;
    void *page = table;
    SIZE_T size = IMAGE_NUMBEROF_DIRECTORY_ENTRIES * sizeof *table;
    ULONG before;
    if (NtProtectVirtualMemory(this_process(), &page, &size, PAGE_READWRITE, &before) >= 0) {
        table[IMAGE_DIRECTORY_ENTRY_IMPORT] = record->imports;
        table[IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT] = record->bound;
        table[IMAGE_DIRECTORY_ENTRY_IAT] = record->addresses;
        NtProtectVirtualMemory(this_process(), &page, &size, before, &before);
    }
    return record;
}

static bool begin(const injection *record)
{
    if (start(record->session) < 0)
        return false;
    if (session->flags & SESSION_OBSERVE)
        return true;
    variables_ensure();
    if (record->directory_length) {
        UNICODE_STRING directory = unicode(record->directory, record->directory_length);
        RtlSetCurrentDirectory_U(&directory);
    }
    return true;
}

static void finish(void)
{
    if (!(session->flags & SESSION_OBSERVE))
        handles_finish();
    ending_tell();
}

__attribute__((optimize("no-stack-protector"))) BOOL WINAPI DllEntry(HINSTANCE self, DWORD reason, void *reserved)
{
    (void)self;
    if (reason == DLL_PROCESS_ATTACH) {
        guard_start();
        const injection *record = take_injection();
        return !record || begin(record); /* without one: for a function below, or somebody just looks at it */
    }
    if (reason == DLL_PROCESS_DETACH && reserved && session)
        finish();
    return TRUE;
}

void WINAPI ctnr_present(void);
NTSTATUS WINAPI ctnr_enter(const wchar_t *session_name);
void WINAPI ctnr_leave(void);
NTSTATUS WINAPI ctnr_begin(const injection *record);

/* Ordinal 1: what an import table names. */
void WINAPI ctnr_present(void)
{
}

/* Ordinal 2: brings the calling process into a session; while it has one thread. */
NTSTATUS WINAPI ctnr_enter(const wchar_t *session_name)
{
    return start(session_name);
}

/* Ordinal 3: the calling process sees the host again, as the launcher must when it puts the container's state away. */
void WINAPI ctnr_leave(void)
{
    hooks_remove();
    key_roots_finish();
}

/* Ordinal CALL_ORDINAL: what the first thread of a program of code for .NET alone calls before anything of the program. */
NTSTATUS WINAPI ctnr_begin(const injection *record)
{
    LdrAddRefDll(LDR_ADDREF_DLL_PIN, (HMODULE)&__ImageBase); /* no import table holds the library */
    return begin(record) ? STATUS_SUCCESS : STATUS_DLL_INIT_FAILED;
}
