/*
 * tell_changes.exe FOLDER SUBTREE LAST: watches a folder, says "ready", and each change that it is told, once, until LAST
 * has come. tell_changes.exe FOLDER SUBTREE - MAKE...: makes files (or folders: NAME\), until as many changes were told.
 */
#include <windows.h>
#include <shellapi.h>

#include <stdio.h>
#include <wchar.h>

enum { LIMIT = 60000, MOST = 64 };
static wchar_t seen[MOST][256];
static int count;

static BOOL make(const wchar_t *path)
{
    wchar_t folder[1024];
    size_t length = wcslen(path);
    if (path[length - 1] == L'\\') {
        swprintf(folder, 1024, L"%.*ls", (int)length - 1, path);
        return CreateDirectoryW(folder, NULL);
    }
    HANDLE file = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);
    return file != INVALID_HANDLE_VALUE && CloseHandle(file);
}

static BOOL tell(const FILE_NOTIFY_INFORMATION *item, const wchar_t *last)
{
    wchar_t one[256];
    swprintf(one, 256, L"%lu %.*ls", item->Action, (int)(item->FileNameLength / sizeof(WCHAR)), item->FileName);
    for (int i = 0; i < count; i++)
        if (!wcscmp(seen[i], one))
            return FALSE;
    if (count < MOST)
        wcscpy(seen[count++], one);
    printf("%ls\n", one);
    fflush(stdout);
    return !wcscmp(one + 2, last);
}

int main(void)
{
    int words;
    wchar_t **word = CommandLineToArgvW(GetCommandLineW(), &words);
    static DWORD room[4096];
    OVERLAPPED io = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
    const DWORD filter = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE
                       | FILE_NOTIFY_CHANGE_SIZE;
    HANDLE folder = words < 4 ? INVALID_HANDLE_VALUE
                              : CreateFileW(word[1], FILE_LIST_DIRECTORY, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                            NULL, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED, NULL);
    BOOL subtree = folder != INVALID_HANDLE_VALUE && word[2][0] == L'1';
    for (BOOL first = TRUE, last = FALSE; !last; first = FALSE) {
        DWORD size = 0;
        if (!ReadDirectoryChangesW(folder, room, sizeof room, subtree, filter, NULL, &io, NULL)) {
            printf("error-%lu\n", GetLastError());
            return 1;
        }
        if (first) {
            puts("ready");
            fflush(stdout);
            for (int i = 4; i < words; i++)
                if (!make(word[i]))
                    printf("not made: %ls, error-%lu\n", word[i], GetLastError());
        }
        if (WaitForSingleObject(io.hEvent, LIMIT) != WAIT_OBJECT_0) {
            puts("nothing more");
            return 2;
        }
        if (!GetOverlappedResult(folder, &io, &size, FALSE) || !size)
            puts("lost");
        for (const char *at = (const char *)room; size;) {
            const FILE_NOTIFY_INFORMATION *item = (const FILE_NOTIFY_INFORMATION *)at;
            last |= tell(item, word[3]) || (words > 4 && count >= words - 4);
            if (!item->NextEntryOffset)
                break;
            at += item->NextEntryOffset;
        }
    }
    return 0;
}
