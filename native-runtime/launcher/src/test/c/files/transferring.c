/* Copies that tell how far they are, moves with every flag, replacing, temporary files. */
#include "checks.h"

#include <stdio.h>
#include <string.h>

typedef struct {
    DWORD calls, answer;
    LONGLONG size;
} progress;

static DWORD CALLBACK tell(LARGE_INTEGER size, LARGE_INTEGER moved, LARGE_INTEGER stream_size, LARGE_INTEGER stream_moved,
                           DWORD stream, DWORD reason, HANDLE from, HANDLE to, void *given)
{
    (void)moved, (void)stream_size, (void)stream_moved, (void)stream, (void)reason, (void)from, (void)to;
    progress *so_far = given;
    so_far->calls++;
    so_far->size = size.QuadPart;
    return so_far->answer;
}

static void copied(const wchar_t *path, DWORD answer, DWORD flags)
{
    progress so_far = {0, answer, 0};
    BOOL cancel = FALSE;
    const wchar_t *to = beside(path, L"copy");
    say_done(CopyFileExW(path, to, tell, &so_far, &cancel, flags));
    say("%s size-%d", so_far.calls ? "told" : "untold", (int)so_far.size);
    say_content(to);
}

static void copy_told(const wchar_t *path) { copied(path, PROGRESS_CONTINUE, 0); }
static void copy_cancelled(const wchar_t *path) { copied(path, PROGRESS_CANCEL, 0); }
static void copy_restartable(const wchar_t *path) { copied(path, PROGRESS_CONTINUE, COPY_FILE_RESTARTABLE); }
static void copy_only_new(const wchar_t *path) { copied(path, PROGRESS_CONTINUE, COPY_FILE_FAIL_IF_EXISTS); }

static void copy_onto_itself(const wchar_t *path)
{
    say_done(CopyFileW(path, path, FALSE));
    say_content(path);
}

static void copy_over_read_only(const wchar_t *path)
{
    say_done(SetFileAttributesW(beside(path, L"host2.txt"), FILE_ATTRIBUTE_READONLY));
    say_done(CopyFileW(path, beside(path, L"host2.txt"), TRUE));
    say_content(beside(path, L"host2.txt"));
    say_done(SetFileAttributesW(beside(path, L"host2.txt"), FILE_ATTRIBUTE_NORMAL));
}

static void moved(const wchar_t *path, DWORD flags)
{
    progress so_far = {0, PROGRESS_CONTINUE, 0};
    const wchar_t *to = beside(path, L"own2.txt");
    say_done(MoveFileWithProgressW(path, to, tell, &so_far, flags));
    say("%lx", GetFileAttributesW(path));
    say_content(to);
}

static void move_progress(const wchar_t *path) { moved(path, 0); }
static void move_copy_allowed(const wchar_t *path) { moved(path, MOVEFILE_COPY_ALLOWED | MOVEFILE_REPLACE_EXISTING); }
static void move_through(const wchar_t *path) { moved(path, MOVEFILE_WRITE_THROUGH); }

static void move_onto_itself(const wchar_t *path)
{
    say_done(MoveFileExW(path, path, 0));
    say_done(MoveFileExW(path, path, MOVEFILE_REPLACE_EXISTING));
    say_content(path);
}

static void replaced(const wchar_t *path, const wchar_t *by, const wchar_t *backup, DWORD flags)
{
    say_done(ReplaceFileW(path, by, backup, flags, NULL, NULL));
    say_content(path);
    say("%lx", GetFileAttributesW(by));
    if (backup)
        say_content(backup);
}

static void replace_without_backup(const wchar_t *path) { replaced(path, beside(path, L"own2.txt"), NULL, 0); }
static void replace_by_host(const wchar_t *path) { replaced(path, beside(path, L"host2.txt"), beside(path, L"backup"), 0); }
static void replace_backup_there(const wchar_t *path) { replaced(path, beside(path, L"own2.txt"), beside(path, L"host2.txt"), 0); }
static void replace_by_nothing(const wchar_t *path) { replaced(path, beside(path, L"nothing"), NULL, 0); }
static void replace_unmerged(const wchar_t *path) { replaced(path, beside(path, L"own2.txt"), NULL, REPLACEFILE_IGNORE_MERGE_ERRORS); }

static void temporary_named(const wchar_t *path)
{
    wchar_t name[MAX_PATH] = L"";
    say("%u", GetTempFileNameW(path, L"abc", 0x1234, name));
    say_path("name", name);
}

static void temporary_made(const wchar_t *path)
{
    wchar_t name[MAX_PATH] = L"", other[MAX_PATH] = L"";
    BOOL both = GetTempFileNameW(path, L"abc", 0, name) && GetTempFileNameW(path, L"abc", 0, other);
    say_done(both);
    if (!both)
        return;
    say("%s", wcscmp(name, other) ? "two" : "one");
    HANDLE file = CreateFileW(name, GENERIC_READ | GENERIC_WRITE, 0, NULL, CREATE_ALWAYS,
                              FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, NULL);
    say_done(file != INVALID_HANDLE_VALUE);
    write_text(file, "short");
    CloseHandle(file);
    say("%lx", GetFileAttributesW(name));
    say_done(DeleteFileW(other));
}

const check TRANSFERRING[] = {
    {"copy-told", copy_told, TRUE},
    {"copy-cancelled", copy_cancelled, TRUE},
    {"copy-restartable", copy_restartable, TRUE},
    {"copy-only-new", copy_only_new, TRUE},
    {"copy-onto-itself", copy_onto_itself, TRUE},
    {"copy-over-read-only", copy_over_read_only, TRUE},
    {"move-progress", move_progress, TRUE},
    {"move-copy-allowed", move_copy_allowed, TRUE},
    {"move-through", move_through, TRUE},
    {"move-onto-itself", move_onto_itself, TRUE},
    {"replace-without-backup", replace_without_backup, TRUE},
    {"replace-by-host", replace_by_host, TRUE},
    {"replace-backup-there", replace_backup_there, TRUE},
    {"replace-by-nothing", replace_by_nothing, TRUE},
    {"replace-unmerged", replace_unmerged, TRUE},
    {"temporary-named", temporary_named, TRUE},
    {"temporary-made", temporary_made, TRUE},
    {NULL, NULL, FALSE},
};
