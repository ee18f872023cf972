/* All that a folder's watcher is told, change by change: nothing is left out, and nothing of how two layers are kept. */
#include "teller.h"

#include <stdio.h>
#include <wchar.h>

static BOOL append(const wchar_t *path)
{
    DWORD count;
    HANDLE file = open_with(path, FILE_APPEND_DATA, OPEN_EXISTING, 0);
    BOOL done = WriteFile(file, "more", 4, &count, NULL);
    return CloseHandle(file) && done;
}

/* Everything that can happen to a file of the folder's, by the way its name goes and comes. */
static void all(const wchar_t *path)
{
    teller of;
    if (!teller_begin(&of, path, NAMES | CONTENT))
        return;
    const wchar_t *name = present_in(path);
    teller_expect(&of, append(below(path, name)), FILE_ACTION_MODIFIED, name);
    teller_expect(&of, make_file(below(path, L"fresh")), FILE_ACTION_ADDED, L"fresh");
    teller_expect(&of, MoveFileW(below(path, name), below(path, L"renamed")), FILE_ACTION_RENAMED_NEW_NAME, L"renamed");
    teller_expect(&of, DeleteFileW(below(path, L"fresh")), FILE_ACTION_REMOVED, L"fresh");
    teller_expect(&of, make_file(below(path, name)), FILE_ACTION_ADDED, name);
    teller_expect(&of, DeleteFileW(below(path, name)), FILE_ACTION_REMOVED, name);
    teller_expect(&of, DeleteFileW(below(path, L"renamed")), FILE_ACTION_REMOVED, L"renamed");
    teller_expect(&of, CreateDirectoryW(below(path, L"folder"), NULL), FILE_ACTION_ADDED, L"folder");
    teller_expect(&of, RemoveDirectoryW(below(path, L"folder")), FILE_ACTION_REMOVED, L"folder");
    teller_end(&of);
}

/* The first thing that happens there takes a file away. */
static void removal(const wchar_t *path)
{
    teller of;
    if (!teller_begin(&of, path, NAMES | CONTENT))
        return;
    const wchar_t *name = present_in(path);
    teller_expect(&of, DeleteFileW(below(path, name)), FILE_ACTION_REMOVED, name);
    teller_expect(&of, make_file(below(path, L"last")), FILE_ACTION_ADDED, L"last");
    teller_end(&of);
}

static void names(const wchar_t *path, DWORD filter)
{
    teller of;
    if (!teller_begin(&of, path, filter))
        return;
    BOOL files = filter == FILE_NOTIFY_CHANGE_FILE_NAME;
    const wchar_t *name = present_in(path);
    BOOL done = make_file(below(path, L"fresh")) && CreateDirectoryW(below(path, L"folder"), NULL);
    teller_expect(&of, done, FILE_ACTION_ADDED, files ? L"fresh" : L"folder");
    done = MoveFileW(below(path, name), below(path, L"renamed")) && MoveFileW(below(path, L"folder"), below(path, L"moved"));
    teller_expect(&of, done, FILE_ACTION_RENAMED_NEW_NAME, files ? L"renamed" : L"moved");
    done = DeleteFileW(below(path, L"renamed")) && RemoveDirectoryW(below(path, L"moved"));
    teller_expect(&of, done, FILE_ACTION_REMOVED, files ? L"renamed" : L"moved");
    done = make_file(below(path, L"last")) && CreateDirectoryW(below(path, L"lastfolder"), NULL);
    teller_expect(&of, done, FILE_ACTION_ADDED, files ? L"last" : L"lastfolder");
    teller_end(&of);
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
    if (!(filter & (folder ? FILE_NOTIFY_CHANGE_DIR_NAME : FILE_NOTIFY_CHANGE_FILE_NAME)) || !teller_begin(&of, above, filter))
        return;
    if (folder)
        make_file(below(path, L"fresh"));
    teller_expect(&of, MoveFileW(path, below(above, L"moved")), FILE_ACTION_RENAMED_NEW_NAME, L"moved");
    teller_expect(&of, MoveFileW(below(above, L"moved"), path), FILE_ACTION_RENAMED_NEW_NAME, name);
    if (folder) {
        teller_expect(&of, CreateDirectoryW(below(above, L"last"), NULL), FILE_ACTION_ADDED, L"last");
    } else {
        teller_expect(&of, DeleteFileW(path), FILE_ACTION_REMOVED, name);
        teller_expect(&of, make_file(path), FILE_ACTION_ADDED, name);
    }
    teller_end(&of);
}

static void above(const wchar_t *path) { above_with(path, NAMES); }
static void folders_above(const wchar_t *path) { above_with(path, FILE_NOTIFY_CHANGE_DIR_NAME); }
static void files_above(const wchar_t *path) { above_with(path, FILE_NOTIFY_CHANGE_FILE_NAME); }

const check TELLING[] = {
    {"told-all", all, TRUE},
    {"told-removal", removal, TRUE},
    {"told-file-names", file_names, TRUE},
    {"told-folder-names", folder_names, TRUE},
    {"told-above", above, TRUE},
    {"told-folders-above", folders_above, TRUE},
    {"told-files-above", files_above, TRUE},
    {NULL, NULL, FALSE},
};
