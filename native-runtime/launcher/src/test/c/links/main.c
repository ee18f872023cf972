#include "checks.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static char said[4096];

void say(const char *format, ...)
{
    va_list values;
    size_t length = strlen(said);
    va_start(values, format);
    snprintf(said + length, sizeof said - length, "%s", length ? " " : "");
    length = strlen(said);
    vsnprintf(said + length, sizeof said - length, format, values);
    va_end(values);
}

void say_done(BOOL done)
{
    if (done)
        say("ok");
    else
        say("error-%lu", GetLastError());
}

void say_attributes(const wchar_t *path)
{
    DWORD attributes = GetFileAttributesW(path);
    if (attributes == INVALID_FILE_ATTRIBUTES)
        say_done(FALSE);
    else
        say("%lx", attributes & ~(DWORD)(FILE_ATTRIBUTE_ARCHIVE | FILE_ATTRIBUTE_NORMAL));
}

const wchar_t *in(const wchar_t *folder, const wchar_t *name)
{
    static wchar_t results[8][1024];
    static unsigned turn;
    wchar_t *result = results[turn++ % 8];
    swprintf(result, 1024, L"%ls\\%ls", folder, name);
    return result;
}

HANDLE open_with(const wchar_t *path, DWORD access, DWORD disposition, DWORD flags)
{
    return CreateFileW(path, access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, disposition, flags, NULL);
}

BOOL write_file(const wchar_t *path, DWORD disposition, const char *content)
{
    DWORD count;
    HANDLE file = open_with(path, GENERIC_WRITE, disposition, 0);
    if (file == INVALID_HANDLE_VALUE)
        return FALSE;
    BOOL done = WriteFile(file, content, (DWORD)strlen(content), &count, NULL);
    CloseHandle(file);
    return done;
}

void say_content(const wchar_t *path)
{
    char bytes[64];
    DWORD count = 0;
    HANDLE file = open_with(path, GENERIC_READ, OPEN_EXISTING, 0);
    if (file == INVALID_HANDLE_VALUE || !ReadFile(file, bytes, sizeof bytes - 1, &count, NULL)) {
        say_done(FALSE);
        return;
    }
    bytes[count] = 0;
    say("<%s>", bytes);
    CloseHandle(file);
}

void say_folder(const wchar_t *folder)
{
    char names[1024] = "";
    WIN32_FIND_DATAW item;
    HANDLE search = FindFirstFileW(in(folder, L"*"), &item);
    if (search == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    do {
        size_t length = strlen(names);
        if (item.cFileName[0] != L'.')
            snprintf(names + length, sizeof names - length, "%s%ls%s%s", length ? " " : "", item.cFileName,
                     item.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? "/" : "",
                     item.dwFileAttributes & FILE_ATTRIBUTE_REPARSE_POINT ? "@" : "");
    } while (FindNextFileW(search, &item));
    FindClose(search);
    say("[%s]", names);
}

/* links.exe BASE [CHECK]; without a base it tells the folders that it needs. */
int wmain(int count, wchar_t **words)
{
    const check *const tables[] = {MAKING, FOLLOWING, TELLING, CHANGING, CALLING, HOSTILE};
    char only[64] = "";
    if (count > 2)
        snprintf(only, sizeof only, "%ls", words[2]);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const check *item = tables[i]; item->name; item++) {
            wchar_t folder[1024];
            if (count == 1) {
                puts(item->name);
                continue;
            }
            if (*only && strcmp(only, item->name))
                continue;
            swprintf(folder, 1024, L"%ls\\%hs", words[1], item->name);
            said[0] = 0;
            item->run(folder);
            if (strcmp(said, item->expected))
                printf("%s: said %s, not %s\n", item->name, said, item->expected);
            else
                printf("%s: right\n", item->name);
            fflush(stdout);
        }
    return 0;
}
