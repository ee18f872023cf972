/* The ways to ask for what is told, and the ends of a question. */
#include "teller.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

/* Another process changes something. */
static void by_other(const wchar_t *path)
{
    teller of;
    wchar_t command[1200];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process = {0};
    if (!teller_begin(&of, path, NAMES))
        return;
    swprintf(command, 1200, L"cmd.exe /c echo x>\"%ls\\fresh\"", path);
    BOOL done = CreateProcessW(NULL, command, NULL, NULL, FALSE, 0, NULL, NULL, &start, &process);
    teller_expect(&of, done, FILE_ACTION_ADDED, L"fresh");
    WaitForSingleObject(process.hProcess, LIMIT);
    CloseHandle(process.hThread);
    CloseHandle(process.hProcess);
    teller_end(&of);
}

static void cancelled(const wchar_t *path)
{
    teller of;
    OVERLAPPED other = {0};
    DWORD size;
    if (!teller_begin(&of, path, NAMES))
        return;
    say_done(CancelIoEx(of.folder, &other));
    say("%lu", WaitForSingleObject(of.io.hEvent, MOMENT));
    say_done(CancelIoEx(of.folder, &of.io));
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    say_done(GetOverlappedResult(of.folder, &of.io, &size, FALSE));
    say_done(teller_ask(&of));
    teller_expect(&of, make_file(below(path, L"fresh")), FILE_ACTION_ADDED, L"fresh");
    teller_end(&of);
}

static void closed(const wchar_t *path)
{
    teller of;
    if (!teller_begin(&of, path, NAMES))
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
    say_done(make_file(below(path, L"a-longer-name")));
    say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
    say("%lu %lu", (DWORD)of.io.Internal, (DWORD)of.io.InternalHigh);
    say_done(teller_ask(&of));
    teller_expect(&of, make_file(below(path, L"fresh")), FILE_ACTION_ADDED, L"fresh");
    teller_end(&of);
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

/* Two questions through one handle are answered in turn. */
static void twice(const wchar_t *path)
{
    teller of;
    DWORD room[256], size = 0;
    OVERLAPPED second = {.hEvent = CreateEventW(NULL, TRUE, FALSE, NULL)};
    if (teller_begin(&of, path, FILE_NOTIFY_CHANGE_FILE_NAME)) {
        say_done(ReadDirectoryChangesW(of.folder, room, sizeof room, FALSE, of.filter, NULL, &second, NULL));
        say_done(make_file(below(path, L"fresh")));
        say("%lu", WaitForSingleObject(of.io.hEvent, LIMIT));
        say_done(GetOverlappedResult(of.folder, &of.io, &size, FALSE));
        say("%lu", size);
        say("%lu", WaitForSingleObject(second.hEvent, MOMENT));
        say_done(make_file(below(path, L"last-one")));
        say("%lu", WaitForSingleObject(second.hEvent, LIMIT));
        say_done(GetOverlappedResult(of.folder, &second, &size, FALSE));
        say("%lu", size);
        teller_end(&of);
    }
    CloseHandle(second.hEvent);
}

/* The handle itself says that there was something; what that was is not told. */
static void by_find(const wchar_t *path)
{
    HANDLE change = FindFirstChangeNotificationW(path, FALSE, FILE_NOTIFY_CHANGE_FILE_NAME);
    if (change == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    say("%lu", WaitForSingleObject(change, 0));
    say_done(make_file(below(path, L"fresh")));
    say("%lu", WaitForSingleObject(change, LIMIT));
    say_done(FindNextChangeNotification(change));
    say("%lu", WaitForSingleObject(change, 0));
    say_done(CreateDirectoryW(below(path, L"folder"), NULL));
    say("%lu", WaitForSingleObject(change, MOMENT));
    say_done(DeleteFileW(below(path, present_in(path))));
    say("%lu", WaitForSingleObject(change, LIMIT));
    say_done(FindNextChangeNotification(change));
    say_done(MoveFileW(below(path, L"fresh"), below(path, L"moved")));
    say("%lu", WaitForSingleObject(change, LIMIT));
    say_done(FindNextChangeNotification(change));
    say_done(FindCloseChangeNotification(change));
}

const check ASKING[] = {
    {"told-by-other", by_other, TRUE},
    {"told-twice", twice, TRUE},
    {"told-by-find", by_find, TRUE},
    {"told-cancelled", cancelled, TRUE},
    {"told-closed", closed, TRUE},
    {"told-overflow", overflow, TRUE},
    {"told-refused", refused, TRUE},
    {NULL, NULL, FALSE},
};
