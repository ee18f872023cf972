/* All that a folder's watcher is told, change by change: nothing is left out, and nothing of how two layers are kept. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { LIMIT = 10000, MOMENT = 300, MOST = 64 };
static const DWORD NAMES = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME;
static const DWORD CONTENT = FILE_NOTIFY_CHANGE_LAST_WRITE | FILE_NOTIFY_CHANGE_SIZE;

typedef struct {
    HANDLE folder;
    DWORD filter;
    BOOL subtree;
    OVERLAPPED io;
    wchar_t seen[MOST][64]; /* since the last expected notice, but for changed content: each is said once */
    int count;
    DWORD room[2048];
} teller;

static BOOL ask(teller *of)
{
    return ReadDirectoryChangesW(of->folder, of->room, sizeof of->room, of->subtree, of->filter, NULL, &of->io, NULL);
}

static HANDLE folder_at(const wchar_t *path, DWORD flags)
{
    return open_with(path, FILE_LIST_DIRECTORY, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags);
}

static BOOL is_folder(const wchar_t *path)
{
    DWORD attributes = GetFileAttributesW(path);
    return attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY);
}

static BOOL begin(teller *of, const wchar_t *path, DWORD filter)
{
    memset(of, 0, sizeof *of);
    if (!is_folder(path))
        return FALSE;
    of->folder = folder_at(path, FILE_FLAG_OVERLAPPED);
    of->filter = filter;
    of->io.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_done(ask(of));
    return TRUE;
}

static void end(teller *of)
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

/* Says what is told until that is. */
static void expect(teller *of, BOOL changed, DWORD action, const wchar_t *name)
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
        ask(of);
    }
    int kept = 0;
    for (int i = 0; i < of->count; i++)
        if (of->seen[i][0] == L'0' + FILE_ACTION_MODIFIED) /* one change may be told more than once */
            wcscpy(of->seen[kept++], of->seen[i]);
    of->count = kept;
    say(";");
}

static const wchar_t *in(const wchar_t *folder, const wchar_t *name)
{
    static wchar_t results[4][1024];
    static unsigned turn;
    wchar_t *result = results[turn++ % 4];
    swprintf(result, 1024, L"%ls\\%ls", folder, name);
    return result;
}

/* A file of the host's where the folder has one. */
static const wchar_t *present(const wchar_t *folder)
{
    static const wchar_t *const CHOICE[] = {L"inner.txt", L"low.txt", L"same.txt"};
    int i = 0;
    while (i < 2 && GetFileAttributesW(in(folder, CHOICE[i])) == INVALID_FILE_ATTRIBUTES)
        i++;
    return CHOICE[i];
}

static BOOL append(const wchar_t *path)
{
    DWORD count;
    HANDLE file = open_with(path, FILE_APPEND_DATA, OPEN_EXISTING, 0);
    BOOL done = WriteFile(file, "more", 4, &count, NULL);
    return CloseHandle(file) && done;
}

static BOOL make(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_NEW, 0);
    return file != INVALID_HANDLE_VALUE && CloseHandle(file);
}

/* Everything that can happen to a file of the folder's, by the way its name goes and comes. */
static void all(const wchar_t *path)
{
    teller of;
    if (!begin(&of, path, NAMES | CONTENT))
        return;
    const wchar_t *name = present(path);
    expect(&of, append(in(path, name)), FILE_ACTION_MODIFIED, name);
    expect(&of, make(in(path, L"fresh")), FILE_ACTION_ADDED, L"fresh");
    expect(&of, MoveFileW(in(path, name), in(path, L"renamed")), FILE_ACTION_RENAMED_NEW_NAME, L"renamed");
    expect(&of, DeleteFileW(in(path, L"fresh")), FILE_ACTION_REMOVED, L"fresh");
    expect(&of, make(in(path, name)), FILE_ACTION_ADDED, name);
    expect(&of, DeleteFileW(in(path, name)), FILE_ACTION_REMOVED, name);
    expect(&of, DeleteFileW(in(path, L"renamed")), FILE_ACTION_REMOVED, L"renamed");
    expect(&of, CreateDirectoryW(in(path, L"folder"), NULL), FILE_ACTION_ADDED, L"folder");
    expect(&of, RemoveDirectoryW(in(path, L"folder")), FILE_ACTION_REMOVED, L"folder");
    end(&of);
}

/* The first thing that happens there takes a file away. */
static void removal(const wchar_t *path)
{
    teller of;
    if (!begin(&of, path, NAMES | CONTENT))
        return;
    const wchar_t *name = present(path);
    expect(&of, DeleteFileW(in(path, name)), FILE_ACTION_REMOVED, name);
    expect(&of, make(in(path, L"last")), FILE_ACTION_ADDED, L"last");
    end(&of);
}

static void names(const wchar_t *path, DWORD filter)
{
    teller of;
    if (!begin(&of, path, filter))
        return;
    BOOL files = filter == FILE_NOTIFY_CHANGE_FILE_NAME;
    const wchar_t *name = present(path);
    BOOL done = make(in(path, L"fresh")) && CreateDirectoryW(in(path, L"folder"), NULL);
    expect(&of, done, FILE_ACTION_ADDED, files ? L"fresh" : L"folder");
    done = MoveFileW(in(path, name), in(path, L"renamed")) && MoveFileW(in(path, L"folder"), in(path, L"moved"));
    expect(&of, done, FILE_ACTION_RENAMED_NEW_NAME, files ? L"renamed" : L"moved");
    done = DeleteFileW(in(path, L"renamed")) && RemoveDirectoryW(in(path, L"moved"));
    expect(&of, done, FILE_ACTION_REMOVED, files ? L"renamed" : L"moved");
    done = make(in(path, L"last")) && CreateDirectoryW(in(path, L"lastfolder"), NULL);
    expect(&of, done, FILE_ACTION_ADDED, files ? L"last" : L"lastfolder");
    end(&of);
}

static void file_names(const wchar_t *path) { names(path, FILE_NOTIFY_CHANGE_FILE_NAME); }
static void folder_names(const wchar_t *path) { names(path, FILE_NOTIFY_CHANGE_DIR_NAME); }

/* What happens to a file or a folder is told to who watches the folder that it lies in; what lies in it is not. */
static void above_with(const wchar_t *path, DWORD filter)
{
    teller of;
    wchar_t above[1024];
    const wchar_t *name = wcsrchr(path, L'\\') + 1;
    swprintf(above, 1024, L"%.*ls", (int)(name - 1 - path), path);
    DWORD attributes = GetFileAttributesW(path);
    if (attributes == INVALID_FILE_ATTRIBUTES || (attributes & FILE_ATTRIBUTE_READONLY))
        return;
    BOOL folder = is_folder(path);
    if (!(filter & (folder ? FILE_NOTIFY_CHANGE_DIR_NAME : FILE_NOTIFY_CHANGE_FILE_NAME)) || !begin(&of, above, filter))
        return;
    if (folder)
        make(in(path, L"fresh"));
    expect(&of, MoveFileW(path, in(above, L"moved")), FILE_ACTION_RENAMED_NEW_NAME, L"moved");
    expect(&of, MoveFileW(in(above, L"moved"), path), FILE_ACTION_RENAMED_NEW_NAME, name);
    if (folder) {
        expect(&of, CreateDirectoryW(in(above, L"last"), NULL), FILE_ACTION_ADDED, L"last");
    } else {
        expect(&of, DeleteFileW(path), FILE_ACTION_REMOVED, name);
        expect(&of, make(path), FILE_ACTION_ADDED, name);
    }
    end(&of);
}

static void above(const wchar_t *path) { above_with(path, NAMES); }
static void folders_above(const wchar_t *path) { above_with(path, FILE_NOTIFY_CHANGE_DIR_NAME); }
static void files_above(const wchar_t *path) { above_with(path, FILE_NOTIFY_CHANGE_FILE_NAME); }

/* Another process changes something. */
static void by_other(const wchar_t *path)
{
    teller of;
    wchar_t command[1200];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process = {0};
    if (!begin(&of, path, NAMES))
        return;
    swprintf(command, 1200, L"cmd.exe /c echo x>\"%ls\\fresh\"", path);
    BOOL done = CreateProcessW(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process);
    expect(&of, done, FILE_ACTION_ADDED, L"fresh");
    WaitForSingleObject(process.hProcess, LIMIT);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    end(&of);
}

static void cancelled(const wchar_t *path)
{
    teller of;
    OVERLAPPED other = {0};
    DWORD size;
    if (!begin(&of, path, NAMES))
        return;
    say_done(CancelIoEx(of.folder, &other));
    say("%lu", WaitForSingleObject(of.io.hEvent, MOMENT));
    say_done(CancelIoEx(of.folder, &of.io));
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    say_done(GetOverlappedResult(of.folder, &of.io, &size, FALSE));
    say_done(ask(&of));
    expect(&of, make(in(path, L"fresh")), FILE_ACTION_ADDED, L"fresh");
    end(&of);
}

static void closed(const wchar_t *path)
{
    teller of;
    if (!begin(&of, path, NAMES))
        return;
    CloseHandle(of.folder);
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    say("%d", of.io.Internal != STATUS_PENDING);
    CloseHandle(of.io.hEvent);
}

/* More than fits is told as such, and what comes after it in full. */
static void overflow(const wchar_t *path)
{
    teller of;
    DWORD room[3];
    if (!is_folder(path))
        return;
    memset(&of, 0, sizeof of);
    of.folder = folder_at(path, FILE_FLAG_OVERLAPPED);
    of.filter = FILE_NOTIFY_CHANGE_FILE_NAME;
    of.io.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_done(ReadDirectoryChangesW(of.folder, room, sizeof room, FALSE, of.filter, NULL, &of.io, NULL));
    say_done(make(in(path, L"a-longer-name")));
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    say("%lu %lu", (DWORD)of.io.Internal, (DWORD)of.io.InternalHigh);
    say_done(ask(&of));
    expect(&of, make(in(path, L"fresh")), FILE_ACTION_ADDED, L"fresh");
    end(&of);
}

static void refused(const wchar_t *path)
{
    DWORD room[64];
    OVERLAPPED io = {0};
    HANDLE file = open_with(path, GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED);
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(ReadDirectoryChangesW(file, room, sizeof room, FALSE, 0, NULL, &io, NULL));
    say_done(ReadDirectoryChangesW(file, room, sizeof room, FALSE, 0x80000000, NULL, &io, NULL));
    say_done(ReadDirectoryChangesW(file, room, sizeof room, FALSE, NAMES, NULL, &io, NULL));
    CloseHandle(file);
}

const check TELLING[] = {
    {"told-all", all, TRUE},
    {"told-removal", removal, TRUE},
    {"told-file-names", file_names, TRUE},
    {"told-folder-names", folder_names, TRUE},
    {"told-above", above, TRUE},
    {"told-folders-above", folders_above, TRUE},
    {"told-files-above", files_above, TRUE},
    {"told-by-other", by_other, TRUE},
    {"told-cancelled", cancelled, TRUE},
    {"told-closed", closed, TRUE},
    {"told-overflow", overflow, TRUE},
    {"told-refused", refused, TRUE},
    {NULL, NULL, FALSE},
};
