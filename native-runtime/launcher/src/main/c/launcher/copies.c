#include "copies.h"

#include "../common/memory.h"
#include "machine.h"

#include <wchar.h>
#include <windows.h>

static void sweep_folder(const wchar_t *folder)
{
    WIN32_FIND_DATAW item;
    HANDLE search = FindFirstFileW(joined(folder, L"\\.wh..wh..copy-*", NULL), &item);
    if (search == INVALID_HANDLE_VALUE)
        return;
    do {
        wchar_t *path = joined(folder, L"\\", item.cFileName, NULL);
        SetFileAttributesW(path, FILE_ATTRIBUTE_NORMAL);
        DeleteFileW(path);
        memory_free(path);
    } while (FindNextFileW(search, &item));
    FindClose(search);
}

/* All of the journal, with a NUL behind it; NULL when there is none. */
static wchar_t *read_journal(const wchar_t *path)
{
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    DWORD size = GetFileSize(file, NULL), count = 0;
    wchar_t *text = memory_get(size + 2 * sizeof *text);
    if (!ReadFile(file, text, size, &count, NULL))
        count = 0;
    text[count / sizeof *text] = 0;
    CloseHandle(file);
    return text;
}

void copies_sweep(const wchar_t *root)
{
    wchar_t *journal = joined(L"\\\\?\\", root, L"\\cache\\copies.journal", NULL);
    wchar_t *text = read_journal(journal);
    if (!text)
        return;
    for (wchar_t *line = text, *end; (end = wcschr(line, L'\n')); line = end + 1) { /* half a line was not written yet */
        *end = 0;
        if (!wcsstr(line, L".."))
            sweep_folder(joined(L"\\\\?\\", root, L"\\", line, NULL));
    }
    DeleteFileW(journal);
}
