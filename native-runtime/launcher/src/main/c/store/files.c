#include "files.h"

#include "../launcher/machine.h"
#include "../common/memory.h"

#include <wchar.h>

enum { PIECE = 1 << 30, PATIENCE = 2000, MOMENT = 10 /* milliseconds */ };

uint8_t *file_read(const wchar_t *file, size_t *size)
{
    HANDLE handle = CreateFileW(file, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    LARGE_INTEGER length;
    if (handle == INVALID_HANDLE_VALUE)
        return NULL;
    uint8_t *bytes = NULL;
    if (GetFileSizeEx(handle, &length)) {
        bytes = memory_get((size_t)length.QuadPart);
        for (*size = 0; *size < (size_t)length.QuadPart;) {
            size_t left = (size_t)length.QuadPart - *size;
            DWORD count;
            if (!ReadFile(handle, bytes + *size, left < PIECE ? (DWORD)left : PIECE, &count, NULL) || !count) {
                memory_free(bytes);
                bytes = NULL;
                break;
            }
            *size += count;
        }
    }
    DWORD error = bytes ? 0 : GetLastError();
    CloseHandle(handle);
    SetLastError(error);
    return bytes;
}

static bool write_all(HANDLE handle, const uint8_t *bytes, size_t size)
{
    for (size_t done = 0; done < size;) {
        DWORD count;
        if (!WriteFile(handle, bytes + done, size - done < PIECE ? (DWORD)(size - done) : PIECE, &count, NULL))
            return false;
        done += count;
    }
    return FlushFileBuffers(handle);
}

bool file_replace(const wchar_t *file, const wchar_t *temporary, const void *bytes, size_t size)
{
    HANDLE handle = CreateFileW(temporary, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    bool whole = write_all(handle, bytes, size);
    DWORD error = GetLastError();
    CloseHandle(handle);
    if (whole && MoveFileExW(temporary, file, MOVEFILE_REPLACE_EXISTING | MOVEFILE_WRITE_THROUGH))
        return true;
    error = whole ? GetLastError() : error;
    DeleteFileW(temporary);
    SetLastError(error);
    return false;
}

static bool remove_file(const wchar_t *file)
{
    for (ULONGLONG until = GetTickCount64() + PATIENCE;;) {
        if (DeleteFileW(file) || GetLastError() == ERROR_FILE_NOT_FOUND)
            return true;
        if (GetLastError() != ERROR_SHARING_VIOLATION || GetTickCount64() >= until)
            return false;
        Sleep(MOMENT); /* there is nothing that tells of the end of it */
    }
}

bool file_remove_all(const wchar_t *file)
{
    WIN32_FIND_DATAW entry;
    HANDLE search = FindFirstFileW(joined(file, L"*", NULL), &entry);
    bool all = true;
    if (search == INVALID_HANDLE_VALUE)
        return true;
    wchar_t *folder = joined(file, NULL);
    wcsrchr(folder, L'\\')[1] = 0;
    do
        all &= remove_file(joined(folder, entry.cFileName, NULL));
    while (FindNextFileW(search, &entry));
    FindClose(search);
    return all;
}

void file_make_folders(const wchar_t *file)
{
    wchar_t *path = joined(file, NULL);
    for (wchar_t *slash = wcschr(path + 3, L'\\'); slash; slash = wcschr(slash + 1, L'\\')) {
        *slash = 0;
        CreateDirectoryW(path, NULL);
        *slash = L'\\';
    }
    memory_free(path);
}
