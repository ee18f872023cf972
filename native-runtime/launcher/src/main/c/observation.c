#include "observation.h"

#include "drain.h"
#include "events.h"
#include "failure.h"
#include "launcher/block.h"
#include "memory.h"
#include "runtime/inject.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { LONGEST = 32768, LONGEST_NAME = SESSION_NAME_LENGTH * 2 };

/* More than any installer tells; a program that runs wild does not fill the disk. */
static const uint64_t LIMIT = (uint64_t)1 << 30;

static const session_header *session;

static void tell(const wchar_t *subject, LONG status)
{
    json *event = events_begin("not-observed");
    json_text(event, "subject", subject);
    json_number(event, "status", (ULONG)status);
    events_end();
}

/* Wine says unix\... of a program that was started as \\?\unix\... */
static wchar_t *beside(const wchar_t *name)
{
    wchar_t *path = memory_get(LONGEST * sizeof *path);
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST - 32);
    if (!wcsncmp(path, L"unix\\", 5)) {
        wmemmove(path + 4, path, length + 1);
        wmemcpy(path, L"\\\\?\\", 4);
        length += 4;
    }
    while (length && path[length - 1] != L'\\')
        length--;
    wcscpy(path + length, name);
    return path;
}

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

static void fill(session_header *shared, const wchar_t *name)
{
    block made;
    wchar_t windows[MAX_PATH];
    GetSystemWindowsDirectoryW(windows, MAX_PATH);
    block_begin(&made);
    session_header header = {SESSION_MAGIC, SESSION_VERSION, 0, SESSION_OBSERVE,
        .name = block_text(&made, name),
        .root = block_text(&made, L"|"), /* which no path lies below */
        .log = block_text(&made, L""),
        .launcher = block_text(&made, beside(L"capture.exe")),
        .library_x64 = block_text(&made, beside(L"x64\\ctnr.dll")),
        .library_x86 = block_text(&made, beside(L"x86\\ctnr.dll")),
        .windows = block_text(&made, windows),
        .devices = devices(&made),
    };
    header.size = (uint32_t)made.used;
    memcpy(made.bytes, &header, sizeof header);
    memcpy(shared, made.bytes, made.used);
    memory_free(made.bytes);
}

bool observation_open(const wchar_t *file)
{
    wchar_t name[LONGEST_NAME];
    HANDLE section = make_section(name);
    session_header *shared = section ? MapViewOfFile(section, FILE_MAP_READ | FILE_MAP_WRITE, 0, 0, 0) : NULL;
    if (!shared) {
        tell(L"session", (LONG)GetLastError());
        return false;
    }
    fill(shared, name);
    session = shared;
    drain_start(session, (drain_plan){.file = file, .limit = LIMIT});
    return true;
}

void observation_attach(HANDLE process, DWORD id)
{
    wchar_t subject[16];
    NTSTATUS status = !session ? 0 : inject_needs_other_bitness(process) ? STATUS_NOT_SUPPORTED : inject(process, session, L"", 0);
    if (status >= 0)
        return;
    swprintf(subject, ARRAYSIZE(subject), L"%lu", id);
    tell(subject, status);
}

void observation_close(void)
{
    drain_stop();
}
