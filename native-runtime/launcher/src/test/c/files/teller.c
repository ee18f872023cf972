#include "teller.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

BOOL teller_ask(teller *of)
{
    return ReadDirectoryChangesW(of->folder, of->room, sizeof of->room, of->subtree, of->filter, NULL, &of->io, NULL);
}

HANDLE folder_at(const wchar_t *path, DWORD flags)
{
    return open_with(path, FILE_LIST_DIRECTORY, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags);
}

BOOL is_folder(const wchar_t *path)
{
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY);
}

BOOL teller_begin(teller *of, const wchar_t *path, DWORD filter)
{
    memset(of, 0, sizeof *of);
    if (!is_folder(path))
        return FALSE;
    of->folder = folder_at(path, FILE_FLAG_OVERLAPPED);
    of->filter = filter;
    of->io.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_done(teller_ask(of));
    return TRUE;
}

void teller_end(teller *of)
{
    CloseHandle(of->folder);
    WaitForSingleObject(of->io.hEvent, LIMIT);
    CloseHandle(of->io.hEvent);
}

static BOOL add(teller *of, const FILE_NOTIFY_INFORMATION *item, const wchar_t *expected)
{
    wchar_t one[64];
    swprintf(one, 64, L"%lu-%.*ls", item->Action, (int)(item->FileNameLength / sizeof(WCHAR)), item->FileName);
    for (int i = 0; i < of->count; i++)
        if (!wcscmp(of->seen[i], one))
            return !wcscmp(one, expected);
    if (of->count < MOST) {
        wcscpy(of->seen[of->count++], one);
        say("%ls", one);
    }
    return !wcscmp(one, expected);
}

void teller_expect(teller *of, BOOL changed, DWORD action, const wchar_t *name)
{
    wchar_t expected[64];
    swprintf(expected, 64, L"%lu-%ls", action, name);
    if (!changed)
        say_done(FALSE);
    for (BOOL found = FALSE; !found;) {
        DWORD size = 0;
        if (WaitForSingleObject(of->io.hEvent, LIMIT) != WAIT_OBJECT_0) {
            say("not-%ls", expected);
            break;
        }
        GetOverlappedResult(of->folder, &of->io, &size, FALSE);
        if (!size)
            say("lost");
        for (const char *at = (const char *)of->room; size; at += ((const FILE_NOTIFY_INFORMATION *)at)->NextEntryOffset) {
            found |= add(of, (const FILE_NOTIFY_INFORMATION *)at, expected);
            if (!((const FILE_NOTIFY_INFORMATION *)at)->NextEntryOffset)
                break;
        }
        teller_ask(of);
    }
    int kept = 0;
    for (int i = 0; i < of->count; i++)
        if (of->seen[i][0] == L'0' + FILE_ACTION_MODIFIED) /* one change may be told more than once */
            wcscpy(of->seen[kept++], of->seen[i]);
    of->count = kept;
    say(";");
}

const wchar_t *below(const wchar_t *folder, const wchar_t *name)
{
    static wchar_t results[4][1024];
    static unsigned turn;
    wchar_t *result = results[turn++ % 4];
    swprintf(result, 1024, L"%ls\\%ls", folder, name);
    return result;
}

const wchar_t *present_in(const wchar_t *folder)
{
    static const wchar_t *const CHOICE[] = {L"inner.txt", L"low.txt", L"same.txt"};
    int i = 0;
    while (i < 2 && GetFileAttributesW(below(folder, CHOICE[i])) == INVALID_FILE_ATTRIBUTES)
        i++;
    return CHOICE[i];
}

BOOL make_file(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_NEW, 0);
    return file != INVALID_HANDLE_VALUE && CloseHandle(file);
}
