#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

HANDLE open_link(const wchar_t *path, DWORD access)
{
    return open_with(path, access, OPEN_EXISTING, FILE_FLAG_OPEN_REPARSE_POINT | FILE_FLAG_BACKUP_SEMANTICS);
}

DWORD fill(reparse *data, ULONG tag, const wchar_t *target)
{
    BOOL absolute = !wcsncmp(target, L"\\??\\", 4) || !wcsncmp(target, L"\\Device\\", 8);
    const wchar_t *shown = absolute ? target + 4 : target;
    ULONG flags = absolute ? 0 : RELATIVE_LINK, skipped = tag == IO_REPARSE_TAG_SYMLINK ? sizeof flags : 0;
    USHORT bytes = (USHORT)(wcslen(target) * sizeof(WCHAR)), shown_bytes = (USHORT)(wcslen(shown) * sizeof(WCHAR));
    memset(data, 0, sizeof *data);
    data->tag = tag;
    data->substitute_length = bytes;
    data->print_at = bytes + sizeof(WCHAR);
    data->print_length = shown_bytes;
    memcpy(data->names, &flags, skipped);
    memcpy(data->names + skipped, target, bytes);
    memcpy(data->names + skipped + data->print_at, shown, shown_bytes);
    data->length = (USHORT)(HEAD + skipped + bytes + shown_bytes + 2 * sizeof(WCHAR));
    return HEAD + data->length;
}

BOOL set_link(const wchar_t *path, const void *data, DWORD size)
{
    DWORD count;
    HANDLE file = open_link(path, GENERIC_WRITE);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    BOOL made = DeviceIoControl(file, FSCTL_SET_REPARSE_POINT, (void *)data, size, NULL, 0, &count, NULL);
    DWORD error = GetLastError();
    CloseHandle(file);
    SetLastError(error);
    return made;
}

BOOL junction(const wchar_t *path, const wchar_t *target)
{
    wchar_t spelled[1024];
    reparse data;
    swprintf(spelled, 1024, L"\\??\\%ls", target);
    return CreateDirectoryW(path, NULL) && set_link(path, &data, fill(&data, IO_REPARSE_TAG_MOUNT_POINT, spelled));
}

BOOL symbolic(const wchar_t *path, const wchar_t *target, BOOL folder)
{
    reparse data;
    HANDLE made = folder ? NULL : open_with(path, GENERIC_WRITE, CREATE_NEW, FILE_FLAG_OPEN_REPARSE_POINT);
    if (made == INVALID_HANDLE_VALUE || (folder && !CreateDirectoryW(path, NULL)))
        return FALSE;
    if (made)
        CloseHandle(made);
    return set_link(path, &data, fill(&data, IO_REPARSE_TAG_SYMLINK, target));
}

void say_link(const wchar_t *path)
{
    reparse data = {0};
    DWORD count;
    HANDLE file = open_link(path, FILE_READ_ATTRIBUTES);
    BOOL told = file != INVALID_HANDLE_VALUE
             && DeviceIoControl(file, FSCTL_GET_REPARSE_POINT, NULL, 0, &data, sizeof data, &count, NULL);
    DWORD error = GetLastError();
    CloseHandle(file);
    SetLastError(error);
    if (!told) {
        say_done(FALSE);
        return;
    }
    BOOL symlink = data.tag == IO_REPARSE_TAG_SYMLINK;
    wchar_t target[1024] = L"";
    memcpy(target, data.names + (symlink ? sizeof(ULONG) : 0) + data.substitute_at, data.substitute_length);
    const wchar_t *last = wcsrchr(target, L'\\');
    say("%s:%ls", symlink ? "symlink" : "junction", last ? last + 1 : target);
    if (count != (DWORD)data.length + HEAD)
        say("length-%lu", count);
}
