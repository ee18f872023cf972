/* What a folder's watcher is told, by each way of asking: the change that was made, and when there is an end. */
#include "teller.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { EVERYTHING = NAMES | CONTENT };

typedef struct {
    HANDLE folder, port;
    OVERLAPPED io;
    BOOL called; /* by its completion routine */
    DWORD room[1024];
} watcher;

static HANDLE watched(const wchar_t *path, DWORD flags)
{
    if (!is_folder(path)) {
        say("no-folder");
        return NULL;
    }
    return folder_at(path, flags);
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

static BOOL make_fresh(const wchar_t *path) { return make_file(below(path, L"fresh")); }
static BOOL make_folder(const wchar_t *path) { return CreateDirectoryW(below(path, L"folder"), NULL); }
static BOOL make_deep(const wchar_t *path) { return make_folder(path) && make_fresh(below(path, L"folder")); }
static BOOL remove_file(const wchar_t *path) { return DeleteFileW(below(path, present_in(path))); }

static BOOL write_file(const wchar_t *path)
{
    HANDLE file = open_with(below(path, present_in(path)), FILE_APPEND_DATA, OPEN_EXISTING, 0);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    write_text(file, "more");
    return CloseHandle(file);
}

static BOOL rename_file(const wchar_t *path)
{
    return MoveFileW(below(path, present_in(path)), below(path, L"renamed"));
}

static void creation(const wchar_t *path) { change_below(path, FALSE, make_fresh, FILE_ACTION_ADDED, L"fresh"); }
static void folder_creation(const wchar_t *path) { change_below(path, FALSE, make_folder, FILE_ACTION_ADDED, L"folder"); }
static void writing(const wchar_t *path) { change_below(path, FALSE, write_file, FILE_ACTION_MODIFIED, present_in(path)); }
static void removal(const wchar_t *path) { change_below(path, FALSE, remove_file, FILE_ACTION_REMOVED, present_in(path)); }
static void renaming(const wchar_t *path) { change_below(path, FALSE, rename_file, FILE_ACTION_RENAMED_NEW_NAME, L"renamed"); }
static void unasked_creation(const wchar_t *path) { change_between(path, make_fresh, FILE_ACTION_ADDED, L"fresh"); }
static void unasked_removal(const wchar_t *path) { change_between(path, remove_file, FILE_ACTION_REMOVED, present_in(path)); }
static void unasked_renaming(const wchar_t *path) { change_between(path, rename_file, FILE_ACTION_RENAMED_NEW_NAME, L"renamed"); }
static void deep(const wchar_t *path) { change_below(path, TRUE, make_deep, FILE_ACTION_ADDED, L"folder"); }

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
    say_done(make_fresh(path));
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

static HANDLE duplicate(HANDLE of, DWORD options)
{
    HANDLE made = NULL;
    say_done(DuplicateHandle(GetCurrentProcess(), of, GetCurrentProcess(), &made, 0, FALSE, DUPLICATE_SAME_ACCESS | options));
    return made;
}

/* Asked through one of two handles, and that one closed: which is the first or the duplicate. */
static void other_closed(const wchar_t *path, BOOL first)
{
    watcher of = {0};
    of.folder = watched(path, FILE_FLAG_OVERLAPPED);
    if (!of.folder)
        return;
    of.io.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE copy = duplicate(of.folder, 0), other = first ? copy : of.folder;
    of.folder = first ? of.folder : copy;
    say_done(ask(&of, FALSE));
    CloseHandle(of.folder);
    of.folder = other;
    say("%lu", WaitForSingleObject(of.io.hEvent, 0));
    say_done(make_folder(path));
    wait_for(&of, FALSE, FILE_ACTION_ADDED, L"folder");
    say_done(ask(&of, FALSE)); /* by the other handle, about what was watched by the first */
    say_done(make_fresh(path));
    wait_for(&of, FALSE, FILE_ACTION_ADDED, L"fresh");
    say_done(ask(&of, FALSE));
    end(&of);
}

static void first_closed(const wchar_t *path) { other_closed(path, TRUE); }
static void duplicate_closed(const wchar_t *path) { other_closed(path, FALSE); }

static void handed_over(const wchar_t *path)
{
    watcher of = {0};
    if (!begin(&of, path, FALSE))
        return;
    of.folder = duplicate(of.folder, DUPLICATE_CLOSE_SOURCE);
    say("%lu", WaitForSingleObject(of.io.hEvent, 0));
    say_done(make_fresh(path));
    wait_for(&of, FALSE, FILE_ACTION_ADDED, L"fresh");
    end(&of);
}

/* With the last handle it ends. */
static void both_closed(const wchar_t *path)
{
    watcher of = {0};
    if (!begin(&of, path, FALSE))
        return;
    HANDLE copy = duplicate(of.folder, 0);
    CloseHandle(of.folder);
    say("%lu", WaitForSingleObject(of.io.hEvent, 0));
    CloseHandle(copy);
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    CloseHandle(of.io.hEvent);
}

/* The port is given to the handle itself, or to a duplicate that is closed before anything is told. */
static void told_by_port(const wchar_t *path, ULONG_PTR number, BOOL by_duplicate)
{
    watcher of = {.folder = watched(path, FILE_FLAG_OVERLAPPED)};
    DWORD size = 0;
    ULONG_PTR key = 0;
    OVERLAPPED *io = NULL;
    if (!of.folder)
        return;
    HANDLE copy = by_duplicate ? duplicate(of.folder, 0) : NULL;
    of.port = CreateIoCompletionPort(copy ? copy : of.folder, NULL, number, 1);
    say_done(ask(&of, FALSE));
    if (copy)
        CloseHandle(copy);
    say_done(make_fresh(path));
    say_done(GetQueuedCompletionStatus(of.port, &size, &key, &io, LIMIT));
    say("%d %d %d", (int)key, io == &of.io, size != 0);
    CloseHandle(of.folder);
    CloseHandle(of.port);
}

static void by_port(const wchar_t *path) { told_by_port(path, 77, FALSE); }
static void port_of_duplicate(const wchar_t *path) { told_by_port(path, 78, TRUE); }

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
    {"watch-first-closed", first_closed, TRUE},
    {"watch-duplicate-closed", duplicate_closed, TRUE},
    {"watch-handed-over", handed_over, TRUE},
    {"watch-both-closed", both_closed, TRUE},
    {"watch-port-of-duplicate", port_of_duplicate, TRUE},
    {NULL, NULL, FALSE},
};
