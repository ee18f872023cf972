#include "run.h"

#include "../runtime/inject.h"

#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static const wchar_t *word(const wchar_t *from, wchar_t *to, size_t room)
{
    while (*from == L' ')
        from++;
    size_t length = 0;
    while (*from && *from != L' ' && length < room - 1)
        to[length++] = *from++;
    to[length] = 0;
    return *from == L' ' ? from + 1 : from;
}

/* The session's block by the name that the runtime's processes know it by. */
static const session_header *map(const wchar_t *name)
{
    UNICODE_STRING spelling;
    RtlInitUnicodeString(&spelling, name);
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &spelling, OBJ_CASE_INSENSITIVE, NULL, NULL);
    HANDLE section;
    if (NtOpenSection(&section, SECTION_MAP_READ, &attributes) < 0)
        return NULL;
    return MapViewOfFile(section, FILE_MAP_READ, 0, 0, 0);
}

int attach(const wchar_t *command_line)
{
    wchar_t name[SESSION_NAME_LENGTH * 2], process_id[24], thread_id[24];
    const wchar_t *rest = word(word(command_line, name, ARRAYSIZE(name)), process_id, ARRAYSIZE(process_id));
    const wchar_t *directory = word(rest, thread_id, ARRAYSIZE(thread_id));
    const session_header *session = map(name);
    if (!session || session->magic != SESSION_MAGIC || session->version != SESSION_VERSION)
        return (int)0xC0000034; /* STATUS_OBJECT_NAME_NOT_FOUND */
    HANDLE process = OpenProcess(PROCESS_VM_OPERATION | PROCESS_VM_READ | PROCESS_VM_WRITE | PROCESS_QUERY_INFORMATION, FALSE,
                                 wcstoul(process_id, NULL, 10));
    HANDLE thread = OpenThread(THREAD_SET_CONTEXT, FALSE, wcstoul(thread_id, NULL, 10));
    if (!process || !thread)
        return (int)0xC0000022; /* STATUS_ACCESS_DENIED */
    return inject(process, thread, &(errand){session, directory, wcslen(directory)});
}
