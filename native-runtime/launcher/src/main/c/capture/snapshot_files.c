/*
 * Files and folders by their names, sizes, times and attributes; their content is not looked at. Reparse points (links,
 * junctions, cloud files) are listed with their tag and not followed.
 */
#include "../common/failure.h"
#include "level.h"
#include "../common/memory.h"
#include "../common/nt.h"
#include "snapshot.h"

enum { LIST_BUFFER = 1 << 16 };

typedef struct {
    snapshot *snapshot;
    path path;
    levels levels;
    char buffer[LIST_BUFFER] __attribute__((aligned(8)));
} walk;

/* Lets an administrator see folders that belong to others; for everybody else it changes nothing. */
static void ask_for_backup_right(void)
{
    HANDLE token;
    TOKEN_PRIVILEGES wanted = {.PrivilegeCount = 1, .Privileges[0].Attributes = SE_PRIVILEGE_ENABLED};
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_ADJUST_PRIVILEGES, &token))
        return;
    if (LookupPrivilegeValueW(NULL, L"SeBackupPrivilege", &wanted.Privileges[0].Luid))
        AdjustTokenPrivileges(token, FALSE, &wanted, 0, NULL, NULL);
    CloseHandle(token);
}

/* A 32-bit process is shown SysWOW64 where System32 is asked for, until it says that it knows the difference. */
static void see_all_folders(void)
{
    void *before;
    Wow64DisableWow64FsRedirection(&before);
}

static NTSTATUS open(HANDLE *folder, HANDLE above, const wchar_t *name, size_t length)
{
    UNICODE_STRING text = {(USHORT)(length * sizeof *name), (USHORT)(length * sizeof *name), (wchar_t *)name};
    OBJECT_ATTRIBUTES where;
    IO_STATUS_BLOCK status;
    InitializeObjectAttributes(&where, &text, OBJ_CASE_INSENSITIVE, above, NULL);
    return NtOpenFile(folder, FILE_LIST_DIRECTORY | SYNCHRONIZE, &where, &status,
                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                      FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT);
}

static bool is_dots(const nt_file_full *file)
{
    size_t length = file->name_length / sizeof(WCHAR);
    return file->name[0] == L'.' && (length == 1 || (length == 2 && file->name[1] == L'.'));
}

static NTSTATUS list(walk *walk, level *level)
{
    for (BOOLEAN again = TRUE;; again = FALSE) {
        IO_STATUS_BLOCK io;
        NTSTATUS status = NtQueryDirectoryFile(level->handle, NULL, NULL, NULL, &io, walk->buffer, LIST_BUFFER,
                                               FILE_FULL_DIRECTORY, FALSE, NULL, again);
        if (status == NT_NO_MORE_FILES || status == NT_NO_SUCH_FILE)
            break;
        if (status < 0)
            return status;
        const nt_file_full *file = (const void *)walk->buffer;
        for (;;) {
            if (!is_dots(file)) {
                level_item *item = level_add(level, file->name, file->name_length / sizeof(WCHAR));
                item->written = (uint64_t)file->written.QuadPart;
                item->size = (uint64_t)file->size.QuadPart;
                item->attributes = file->attributes;
                item->reparse_tag = file->attributes & FILE_ATTRIBUTE_REPARSE_POINT ? file->reparse_tag : 0;
            }
            if (!file->next)
                break;
            file = (const void *)((const char *)file + file->next);
        }
    }
    level_sort(level);
    return 0;
}

static void write_file(walk *walk, const level_item *item, NTSTATUS status)
{
    bool folder = item->attributes & FILE_ATTRIBUTE_DIRECTORY;
    json line;
    json_open(&line, &walk->snapshot->out);
    json_units(&line, "path", walk->path.units, walk->path.length);
    json_number(&line, "size", folder ? 0 : item->size);
    json_number(&line, "time", item->written);
    json_number(&line, "attributes", item->attributes);
    if (item->attributes & FILE_ATTRIBUTE_REPARSE_POINT)
        json_number(&line, "reparse", item->reparse_tag);
    if (status < 0) {
        json_number(&line, "error", RtlNtStatusToDosError(status));
        walk->snapshot->unreadable++;
    }
    json_close(&line);
    walk->snapshot->entries++;
}

static bool is_gone(NTSTATUS status)
{
    return status == NT_NOT_FOUND || status == NT_NO_SUCH_FILE || status == NT_DELETE_PENDING;
}

static void step(walk *walk)
{
    level *above = &walk->levels.stack[walk->levels.depth - 1];
    walk->path.length = above->path_length;
    if (above->next == above->count) {
        levels_pop(&walk->levels);
        return;
    }
    level_item item = above->items[above->next++];
    const wchar_t *name = level_name(above, &item);
    path_add(&walk->path, name, item.length);
    place_side side = snapshot_side(walk->snapshot, &walk->path);
    if (side == PLACE_OUTSIDE || snapshot_excludes(walk->snapshot, &walk->path))
        return;
    if (!(item.attributes & FILE_ATTRIBUTE_DIRECTORY) || item.attributes & FILE_ATTRIBUTE_REPARSE_POINT) {
        if (side == PLACE_INSIDE)
            write_file(walk, &item, 0);
        return;
    }
    HANDLE folder;
    NTSTATUS status = open(&folder, above->handle, name, item.length);
    if (status < 0) {
        if (!is_gone(status))
            write_file(walk, &item, status);
        return;
    }
    status = list(walk, levels_push(&walk->levels, folder, walk->path.length));
    if (side == PLACE_INSIDE || status < 0)
        write_file(walk, &item, status);
}

static void walk_root(walk *walk, const wchar_t *root)
{
    bool on_drive = root[0] && root[1] == L':' && (root[2] == L'\\' || !root[2]);
    if (!on_drive)
        fail_use(L"The root %ls is not a folder on a drive, such as C:\\Folder", root);
    path native = {0};
    path_set(&native, L"\\??\\");
    native.length = 4;
    path_add(&native, root, wcslen(root));
    if (!root[2])
        path_add(&native, L"", 0);
    HANDLE folder;
    NTSTATUS status = open(&folder, NULL, native.units, native.length);
    if (status >= 0) {
        path_set(&walk->path, root);
        status = list(walk, levels_push(&walk->levels, folder, walk->path.length));
    }
    if (status < 0)
        fail(RtlNtStatusToDosError(status), L"Can't list the folder %ls", root);
    memory_free(native.units);
    while (walk->levels.depth)
        step(walk);
}

void snapshot_files(snapshot *snapshot, const snapshot_roots *folders)
{
    static walk walk;
    walk.snapshot = snapshot;
    ask_for_backup_right();
    see_all_folders();
    for (size_t i = 0; i < folders->count; i++)
        walk_root(&walk, folders->roots[i]);
}
