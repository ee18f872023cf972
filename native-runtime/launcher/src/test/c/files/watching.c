/* What a folder's watcher is told, by each way of asking: the change that was made, and when there is an end. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { LIMIT = 20000 };
static const DWORD EVERYTHING = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_DIR_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE
                              | FILE_NOTIFY_CHANGE_SIZE;

typedef struct {
    HANDLE folder, port;
    OVERLAPPED io;
    BOOL called; /* by its completion routine */
    DWORD room[1024];
} watcher;

static HANDLE watched(const wchar_t *path, DWORD flags)
{
    HANDLE folder = open_with(path, FILE_LIST_DIRECTORY, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS | flags);
    if (folder == INVALID_HANDLE_VALUE || !(GetFileAttributesW(path) & FILE_ATTRIBUTE_DIRECTORY)) {
        say("no-folder");
        CloseHandle(folder);
        return NULL;
    }
    return folder;
}

static BOOL ask(watcher *of, BOOL subtree)
{
    return ReadDirectoryChangesW(of->folder, of->room, sizeof of->room, subtree, EVERYTHING, NULL, &of->io, NULL);
}

static BOOL is_told(const watcher *of, DWORD action, const wchar_t *name)
{
    const FILE_NOTIFY_INFORMATION *item = (const void *)of->room;
    for (;; item = (const void *)((const char *)item + item->NextEntryOffset)) {
        if (item->Action == action && item->FileNameLength == wcslen(name) * sizeof *name
            && !_wcsnicmp(item->FileName, name, wcslen(name)))
            return TRUE;
        if (!item->NextEntryOffset)
            return FALSE;
    }
}

/* Asks again until it is told. */
static void wait_for(watcher *of, BOOL subtree, DWORD action, const wchar_t *name)
{
    for (;;) {
        DWORD size = 0;
        if (WaitForSingleObject(of->io.hEvent, LIMIT) != WAIT_OBJECT_0) {
            say("not-told-%lu", action);
            return;
        }
        if (GetOverlappedResult(of->folder, &of->io, &size, FALSE) && size && is_told(of, action, name)) {
            say("told-%lu", action);
            return;
        }
        if (!ask(of, subtree)) {
            say_done(FALSE);
            return;
        }
    }
}

static BOOL begin(watcher *of, const wchar_t *path, BOOL subtree)
{
    of->folder = watched(path, FILE_FLAG_OVERLAPPED);
    if (!of->folder)
        return FALSE;
    of->io.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_done(ask(of, subtree));
    return TRUE;
}

static void take_back(watcher *of)
{
    CancelIo(of->folder);
    WaitForSingleObject(of->io.hEvent, LIMIT);
}

static void end(watcher *of)
{
    take_back(of);
    CloseHandle(of->folder);
    CloseHandle(of->io.hEvent);
}

static void change_below(const wchar_t *path, BOOL subtree, BOOL (*change)(const wchar_t *), DWORD action, const wchar_t *name)
{
    watcher of = {0};
    if (!begin(&of, path, subtree))
        return;
    say_done(change(path));
    wait_for(&of, subtree, action, name);
    end(&of);
}

/* While nobody asks: it is told to who asks next. */
static void change_between(const wchar_t *path, BOOL (*change)(const wchar_t *), DWORD action, const wchar_t *name)
{
    watcher of = {0};
    if (!begin(&of, path, FALSE))
        return;
    take_back(&of);
    say_done(change(path));
    say_done(ask(&of, FALSE));
    wait_for(&of, FALSE, action, name);
    end(&of);
}

static const wchar_t *inside(const wchar_t *path, const wchar_t *name)
{
    static wchar_t result[1024];
    swprintf(result, 1024, L"%ls\\%ls", path, name);
    return result;
}

static BOOL make_file(const wchar_t *path)
{
    HANDLE file = open_with(inside(path, L"fresh"), GENERIC_WRITE, CREATE_NEW, 0);
    return file != INVALID_HANDLE_VALUE && CloseHandle(file);
}

static BOOL make_folder(const wchar_t *path) { return CreateDirectoryW(inside(path, L"folder"), NULL); }

/* A file that each of the folders has, under one of these names. */
static const wchar_t *present(const wchar_t *path)
{
    static const wchar_t *const NAMES[] = {L"inner.txt", L"low.txt", L"new.txt"};
    for (int i = 0; i < 3; i++)
        if (GetFileAttributesW(inside(path, NAMES[i])) != INVALID_FILE_ATTRIBUTES)
            return NAMES[i];
    return L"none";
}

static BOOL write_file(const wchar_t *path)
{
    HANDLE file = open_with(inside(path, present(path)), FILE_APPEND_DATA, OPEN_EXISTING, 0);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    write_text(file, "more");
    return CloseHandle(file);
}

static BOOL remove_file(const wchar_t *path) { return DeleteFileW(inside(path, present(path))); }

static BOOL rename_file(const wchar_t *path)
{
    wchar_t from[1024];
    wcscpy(from, inside(path, present(path)));
    return MoveFileW(from, inside(path, L"renamed"));
}

static BOOL make_deep(const wchar_t *path)
{
    return CreateDirectoryW(inside(path, L"folder"), NULL) && make_file(inside(path, L"folder"));
}

static void creation(const wchar_t *path) { change_below(path, FALSE, make_file, FILE_ACTION_ADDED, L"fresh"); }
static void folder_creation(const wchar_t *path) { change_below(path, FALSE, make_folder, FILE_ACTION_ADDED, L"folder"); }
static void writing(const wchar_t *path) { change_below(path, FALSE, write_file, FILE_ACTION_MODIFIED, present(path)); }
static void removal(const wchar_t *path) { change_below(path, FALSE, remove_file, FILE_ACTION_REMOVED, present(path)); }
static void renaming(const wchar_t *path) { change_below(path, FALSE, rename_file, FILE_ACTION_RENAMED_NEW_NAME, L"renamed"); }
static void unasked_creation(const wchar_t *path) { change_between(path, make_file, FILE_ACTION_ADDED, L"fresh"); }
static void unasked_removal(const wchar_t *path) { change_between(path, remove_file, FILE_ACTION_REMOVED, present(path)); }
static void unasked_renaming(const wchar_t *path) { change_between(path, rename_file, FILE_ACTION_RENAMED_NEW_NAME, L"renamed"); }
static void deep(const wchar_t *path) { change_below(path, TRUE, make_deep, FILE_ACTION_ADDED, L"folder"); }

static void by_port(const wchar_t *path)
{
    watcher of = {.folder = watched(path, FILE_FLAG_OVERLAPPED)};
    DWORD size = 0;
    ULONG_PTR key = 0;
    OVERLAPPED *io = NULL;
    if (!of.folder)
        return;
    of.port = CreateIoCompletionPort(of.folder, NULL, 77, 1);
    say_done(ask(&of, FALSE));
    say_done(make_file(path));
    say_done(GetQueuedCompletionStatus(of.port, &size, &key, &io, LIMIT));
    say("%d %d %d", (int)key, io == &of.io, size != 0);
    CloseHandle(of.folder);
    CloseHandle(of.port);
}

static VOID CALLBACK called(DWORD error, DWORD size, OVERLAPPED *io)
{
    watcher *of = CONTAINING_RECORD(io, watcher, io);
    say("called-%lu-%d", error, size != 0);
    of->called = TRUE;
}

static void by_routine(const wchar_t *path)
{
    watcher of = {.folder = watched(path, FILE_FLAG_OVERLAPPED)};
    if (!of.folder)
        return;
    say_done(ReadDirectoryChangesW(of.folder, of.room, sizeof of.room, FALSE, EVERYTHING, NULL, &of.io, called));
    say_done(make_file(path));
    for (DWORD end = GetTickCount() + LIMIT; !of.called && (int)(end - GetTickCount()) > 0;)
        SleepEx(1000, TRUE);
    CloseHandle(of.folder);
}

static void ended(const wchar_t *path)
{
    watcher of = {.folder = watched(path, FILE_FLAG_OVERLAPPED)};
    DWORD size;
    if (!of.folder)
        return;
    of.io.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_done(ask(&of, FALSE));
    say_done(CancelIo(of.folder));
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    say_done(GetOverlappedResult(of.folder, &of.io, &size, FALSE));
    CloseHandle(of.folder);
    CloseHandle(of.io.hEvent);
}

const check WATCHING[] = {
    {"watch-creation", creation, TRUE},
    {"watch-folder-creation", folder_creation, TRUE},
    {"watch-writing", writing, TRUE},
    {"watch-removal", removal, TRUE},
    {"watch-renaming", renaming, TRUE},
    {"watch-unasked-creation", unasked_creation, TRUE},
    {"watch-unasked-removal", unasked_removal, TRUE},
    {"watch-unasked-renaming", unasked_renaming, TRUE},
    {"watch-deep", deep, TRUE},
    {"watch-by-port", by_port, TRUE},
    {"watch-by-routine", by_routine, TRUE},
    {"watch-ended", ended, TRUE},
    {NULL, NULL, FALSE},
};
