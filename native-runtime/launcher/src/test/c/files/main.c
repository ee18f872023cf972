#include "checks.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

static const wchar_t *const TARGETS[] = {
    L"host.txt",         L"own.txt", L"both.txt", L"gone.txt",           L"locked.txt",        L"nowhere\\x.txt", L"hostdir",
    L"bothdir",          L"gonedir", L"redone",   L"bothdir\\low.txt", L"HOST.TXT",
};
enum { TARGET_COUNT = sizeof TARGETS / sizeof *TARGETS };

static const wchar_t *base;
static size_t base_length;

void say(const char *format, ...)
{
    va_list values;
    putchar(' ');
    va_start(values, format);
    vprintf(format, values);
    va_end(values);
}

void say_path(const char *what, const wchar_t *path)
{
    const wchar_t *found = NULL;
    for (const wchar_t *c = path; *c && !found; c++)
        if (!_wcsnicmp(c, base + 2, base_length - 2)) /* without the drive */
            found = c + base_length - 2;
    say("%s:%s%ls", what, found ? "~" : "", found ? found : path);
}

void say_done(BOOL done)
{
    if (done)
        say("ok");
    else
        say("error-%lu", GetLastError());
}

const wchar_t *beside(const wchar_t *path, const wchar_t *name)
{
    static wchar_t results[4][1024];
    static unsigned turn;
    wchar_t *result = results[turn++ % 4];
    swprintf(result, 1024, L"%ls", path);
    wcscpy(wcsrchr(result, L'\\') + 1, name);
    return result;
}

HANDLE open_with(const wchar_t *path, DWORD access, DWORD disposition, DWORD flags)
{
    return CreateFileW(path, access, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, disposition, flags, NULL);
}

void write_text(HANDLE file, const char *text)
{
    DWORD count;
    say_done(WriteFile(file, text, (DWORD)strlen(text), &count, NULL));
}

void say_content(const wchar_t *path)
{
    char bytes[64];
    DWORD count = 0;
    HANDLE file = open_with(path, GENERIC_READ, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (file == INVALID_HANDLE_VALUE) {
        say("unreadable-%lu", GetLastError());
        return;
    }
    if (ReadFile(file, bytes, sizeof bytes - 1, &count, NULL)) {
        bytes[count] = 0;
        for (char *c = bytes; *c; c++) /* an answer is one line */
            if (*c == '\r' || *c == '\n')
                *c = '/';
        say("<%s>", bytes);
    } else {
        say("unread-%lu", GetLastError());
    }
    CloseHandle(file);
}

/* Letters that no code page has, by their numbers. */
static void print_name(const wchar_t *name)
{
    for (; *name; name++)
        if (*name < 127)
            putchar((char)*name);
        else
            printf("\\u%04x", *name);
}

void say_folder(const wchar_t *folder, const wchar_t *pattern)
{
    wchar_t query[1024];
    WIN32_FIND_DATAW item;
    swprintf(query, 1024, L"%ls\\%ls", folder, pattern);
    HANDLE search = FindFirstFileW(query, &item);
    if (search == INVALID_HANDLE_VALUE) {
        say("nothing-%lu", GetLastError());
        return;
    }
    putchar(' ');
    putchar('[');
    do {
        print_name(item.cFileName);
        printf("/%lx/%lu ", item.dwFileAttributes & ~(DWORD)FILE_ATTRIBUTE_ARCHIVE,
               item.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? 0 : item.nFileSizeLow);
    } while (FindNextFileW(search, &item));
    printf("]%lu", GetLastError());
    FindClose(search);
}

static void folder_of(char *name, size_t room, const check *item, int target)
{
    if (item->changes)
        snprintf(name, room, "%s-%d", item->name, target);
    else
        snprintf(name, room, "read");
}

static void run(const check *item)
{
    for (int i = 0; i < TARGET_COUNT; i++) {
        char own[64];
        wchar_t folder[1024], path[1024];
        folder_of(own, sizeof own, item, i);
        swprintf(folder, 1024, L"%ls\\%hs", base, own);
        swprintf(path, 1024, L"%ls\\%ls", folder, TARGETS[i]);
        printf("%s %ls:", item->name, TARGETS[i]);
        SetLastError(0);
        item->run(path);
        if (item->changes) {
            say("|");
            say_folder(folder, L"*");
        }
        putchar('\n');
    }
    fflush(stdout);
}

static void tell_folders(const check *item)
{
    char own[64];
    for (int i = 0; i < (item->changes ? TARGET_COUNT : 1); i++) {
        folder_of(own, sizeof own, item, i);
        puts(own);
    }
}

/* files.exe BASE [CHECK]; without a base it tells the folders that it needs, each with the same files in it. */
int wmain(int count, wchar_t **words)
{
    const check *const tables[] = {OPENING, CHANGING, MOVING, LISTING, NATIVE, SPELLING, IDENTITY, FILE_IDS, SHARING, WATCHING,
                                   SETTINGS, LINKING, SEARCHING, TRANSFERRING, HANDLING, TELLING, ASKING};
    char only[64] = "";
    if (count > 1) {
        base = words[1];
        base_length = wcslen(base);
    }
    if (count > 2)
        snprintf(only, sizeof only, "%ls", words[2]);
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        for (const check *item = tables[i]; item->name; item++)
            if (!base)
                tell_folders(item);
            else if (!*only || !strcmp(only, item->name))
                run(item);
    return 0;
}
