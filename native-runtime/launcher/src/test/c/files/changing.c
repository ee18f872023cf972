#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

static void remove_file(const wchar_t *path) { say_done(DeleteFileW(path)); }
static void remove_folder(const wchar_t *path) { say_done(RemoveDirectoryW(path)); }

static void make_folder(const wchar_t *path)
{
    say_done(CreateDirectoryW(path, NULL));
    say_folder(path, L"*");
}

static void remove_twice(const wchar_t *path)
{
    remove_file(path);
    remove_file(path);
    say("%lx", GetFileAttributesW(path));
}

static void remove_and_create(const wchar_t *path)
{
    remove_file(path);
    HANDLE file = open_with(path, GENERIC_WRITE, CREATE_NEW, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file != INVALID_HANDLE_VALUE) {
        write_text(file, "again");
        CloseHandle(file);
    }
    say_content(path);
}

static void remove_and_make_folder(const wchar_t *path)
{
    remove_file(path);
    make_folder(path);
    wchar_t inner[1024];
    swprintf(inner, 1024, L"%ls\\inner.txt", path);
    say_content(inner);
}

static void remove_content(const wchar_t *folder)
{
    wchar_t query[1024], path[1024];
    WIN32_FIND_DATAW item;
    swprintf(query, 1024, L"%ls\\*", folder);
    HANDLE search = FindFirstFileW(query, &item);
    if (search == INVALID_HANDLE_VALUE)
        return;
    do {
        swprintf(path, 1024, L"%ls\\%ls", folder, item.cFileName);
        if (item.cFileName[0] != L'.')
            remove_file(path);
    } while (FindNextFileW(search, &item));
    FindClose(search);
}

/* What an application does that sets itself up anew. */
static void empty_and_remake_folder(const wchar_t *path)
{
    remove_content(path);
    remove_folder(path);
    say_folder(path, L"*");
    make_folder(path);
    wchar_t fresh[1024];
    swprintf(fresh, 1024, L"%ls\\fresh.txt", path);
    HANDLE file = open_with(fresh, GENERIC_WRITE, CREATE_NEW, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
    say_folder(path, L"*");
    remove_content(path);
    remove_folder(path);
}

static void delete_on_close(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_READ | DELETE, OPEN_EXISTING, FILE_FLAG_DELETE_ON_CLOSE);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    CloseHandle(file);
    say("%lx", GetFileAttributesW(path));
}

static void delete_on_close_written(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_WRITE | DELETE, OPEN_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    write_text(file, "short life");
    CloseHandle(file);
    say("%lx", GetFileAttributesW(path));
}

static void delete_by_handle(const wchar_t *path)
{
    FILE_DISPOSITION_INFO yes = {TRUE};
    HANDLE file = open_with(path, DELETE, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(SetFileInformationByHandle(file, FileDispositionInfo, &yes, sizeof yes));
    CloseHandle(file);
    say("%lx", GetFileAttributesW(path));
}

static void hide(const wchar_t *path)
{
    say_done(SetFileAttributesW(path, FILE_ATTRIBUTE_READONLY));
    say("%lx", GetFileAttributesW(path));
    say_done(DeleteFileW(path));
    say_done(SetFileAttributesW(path, FILE_ATTRIBUTE_NORMAL));
    say_done(DeleteFileW(path));
}

static void set_times(const wchar_t *path)
{
    FILETIME time = {0, 0x01d00000}, read = {0};
    HANDLE file = open_with(path, FILE_WRITE_ATTRIBUTES | FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    say_done(SetFileTime(file, NULL, NULL, &time));
    CloseHandle(file);
    file = open_with(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    GetFileTime(file, NULL, NULL, &read);
    say("%lx", read.dwHighDateTime);
    CloseHandle(file);
}

static void set_end(const wchar_t *path)
{
    HANDLE file = open_with(path, GENERIC_WRITE, OPEN_EXISTING, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    SetFilePointer(file, 2, NULL, FILE_BEGIN);
    say_done(SetEndOfFile(file));
    CloseHandle(file);
    say_content(path);
}

static void profile(const wchar_t *path)
{
    wchar_t value[32];
    say_done(WritePrivateProfileStringW(L"part", L"key", L"set", path));
    GetPrivateProfileStringW(L"part", L"key", L"none", value, 32, path);
    say("%ls", value);
}

/* More than one buffer of the copy, and not a multiple of it. */
static void grow_and_append(const wchar_t *path)
{
    static char bytes[300001];
    DWORD count, size = 0;
    HANDLE file = open_with(path, GENERIC_WRITE, OPEN_EXISTING, 0);
    say_done(file != INVALID_HANDLE_VALUE);
    if (file == INVALID_HANDLE_VALUE)
        return;
    memset(bytes, 'x', sizeof bytes);
    for (int i = 0; i < 4; i++)
        WriteFile(file, bytes, sizeof bytes, &count, NULL);
    CloseHandle(file);
    file = open_with(path, FILE_APPEND_DATA | FILE_READ_ATTRIBUTES, OPEN_EXISTING, 0);
    write_text(file, "end");
    size = GetFileSize(file, NULL);
    CloseHandle(file);
    say("%lu", size);
}

const check CHANGING[] = {
    {"remove-file", remove_file, TRUE},
    {"remove-folder", remove_folder, TRUE},
    {"make-folder", make_folder, TRUE},
    {"remove-twice", remove_twice, TRUE},
    {"remove-and-create", remove_and_create, TRUE},
    {"remove-and-make-folder", remove_and_make_folder, TRUE},
    {"empty-and-remake-folder", empty_and_remake_folder, TRUE},
    {"delete-on-close", delete_on_close, TRUE},
    {"delete-on-close-written", delete_on_close_written, TRUE},
    {"delete-by-handle", delete_by_handle, TRUE},
    {"read-only-and-remove", hide, TRUE},
    {"set-times", set_times, TRUE},
    {"set-end", set_end, TRUE},
    {"profile", profile, TRUE},
    {"grow-and-append", grow_and_append, TRUE},
    {NULL, NULL, FALSE},
};
