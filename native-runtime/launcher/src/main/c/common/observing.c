#include "observing.h"

#include "../launcher/block.h"
#include "memory.h"
#include "../session/ring.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>
#include <winternl.h>

enum { LONGEST_NAME = SESSION_NAME_LENGTH * 2 };

/* A section of this process's own, and its name as processes with nothing but ntdll open it. */
static HANDLE make_section(wchar_t name[LONGEST_NAME])
{
    char answer[LONGEST_NAME * sizeof *name + sizeof(UNICODE_STRING)] __attribute__((aligned(8)));
    UNICODE_STRING *full = (UNICODE_STRING *)(void *)answer;
    wchar_t brief[40];
    swprintf(brief, ARRAYSIZE(brief), L"Local\\ctnr-observe-%lu", GetCurrentProcessId());
    HANDLE section = CreateFileMappingW(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0, SESSION_SIZE, brief);
    if (!section || NtQueryObject(section, (OBJECT_INFORMATION_CLASS)1, full, sizeof answer, NULL) < 0)
        return NULL;
    wmemcpy(name, full->Buffer, full->Length / sizeof *name);
    name[full->Length / sizeof *name] = 0;
    return section;
}

static session_list devices(block *in)
{
    static wchar_t letters[26][3], targets[26][1024];
    block_pair pairs[26];
    size_t count = 0;
    for (int i = 0; i < 26; i++) {
        swprintf(letters[i], 3, L"%lc:", L'A' + i);
        if (QueryDosDeviceW(letters[i], targets[i], ARRAYSIZE(targets[i])) && !wcsncmp(targets[i], L"\\Device\\", 8))
            pairs[count++] = (block_pair){letters[i], targets[i], 0};
    }
    return block_list(in, pairs, count);
}

static void fill(session_header *shared, const wchar_t *name, const observing_plan *plan)
{
    block made;
    wchar_t windows[MAX_PATH];
    GetSystemWindowsDirectoryW(windows, MAX_PATH);
    block_begin(&made);
    session_header header = {SESSION_MAGIC, SESSION_VERSION, 0, SESSION_OBSERVE | plan->flags,
        .name = block_text(&made, name),
        .root = block_text(&made, L"|"), /* which no path lies below */
        .log = block_text(&made, L""),
        .launcher = block_text(&made, plan->launcher),
        .library_x64 = block_text(&made, plan->library_x64),
        .library_x86 = block_text(&made, plan->library_x86),
        .windows = block_text(&made, windows),
        .devices = devices(&made),
    };
    header.size = (uint32_t)made.used;
    memcpy(made.bytes, &header, sizeof header);
    memcpy(shared, made.bytes, made.used);
    memory_free(made.bytes);
}

const session_header *observing_open(const observing_plan *plan)
{
    wchar_t name[LONGEST_NAME];
    HANDLE section = make_section(name);
    session_header *shared = section ? MapViewOfFile(section, FILE_MAP_READ | FILE_MAP_WRITE, 0, 0, 0) : NULL;
    if (shared)
        fill(shared, name, plan);
    return shared;
}

void observing_leave_out(const session_header *session, bool wide)
{
    session_header *shared = (session_header *)session;
    (wide ? &shared->library_x64 : &shared->library_x86)->length = 0;
}
