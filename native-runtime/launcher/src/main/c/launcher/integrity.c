#include "integrity.h"

#include "../common/memory.h"
#include "sha256.h"

#include <string.h>
#include <wchar.h>
#include <windows.h>

static const wchar_t *const NEEDED[] = {L"bin\\runtime\\x64\\ctnr.dll", L"bin\\runtime\\x86\\ctnr.dll"};

static wchar_t *in_container(const machine *here, const wchar_t *file)
{
    wchar_t *path = joined(here->home, L"\\", file, NULL);
    for (wchar_t *c = path; *c; c++)
        if (*c == L'/')
            *c = L'\\';
    return path;
}

/* NULL when it can't be read. */
static char *read_whole(const wchar_t *path, size_t *length)
{
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, OPEN_EXISTING, 0, NULL);
    LARGE_INTEGER size;
    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    char *bytes = GetFileSizeEx(file, &size) && size.QuadPart < 1 << 28 ? memory_get((size_t)size.QuadPart + 1) : NULL;
    DWORD count = 0;
    bool whole = bytes && ReadFile(file, bytes, (DWORD)size.QuadPart, &count, NULL) && count == (DWORD)size.QuadPart;
    CloseHandle(file);
    *length = count;
    return whole ? bytes : NULL;
}

static bool holds(const char *bytes, size_t length, const wchar_t *hash)
{
    char text[SHA256_TEXT + 1];
    sha256_text(bytes, length, text);
    for (size_t i = 0; i <= SHA256_TEXT; i++)
        if ((wchar_t)text[i] != hash[i])
            return false;
    return true;
}

const wchar_t *integrity_problem(const machine *here, const config *settings)
{
    for (size_t i = 0; i < ARRAYSIZE(NEEDED); i++) {
        const wchar_t *path = in_container(here, NEEDED[i]);
        if (GetFileAttributesW(path) == INVALID_FILE_ATTRIBUTES)
            return joined(path, L" is missing: the container's runtime is not whole", NULL);
    }
    for (size_t i = 0; i < settings->hash_count; i++) {
        size_t length;
        const wchar_t *path = in_container(here, settings->hashes[i].key);
        char *bytes = read_whole(path, &length);
        if (!bytes)
            return joined(path, L" is missing or can't be read: the container's runtime is not whole", NULL);
        bool same = holds(bytes, length, settings->hashes[i].value);
        memory_free(bytes);
        if (!same)
            return joined(path, L" is not the file that the container was built with; build the container again, or get an"
                                L" unaltered copy of it", NULL);
    }
    return NULL;
}
