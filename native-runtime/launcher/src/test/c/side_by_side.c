/*
 * An application of which two versions run at the same moment:
 *   side_by_side install VERSION   leaves what an installer would
 *   side_by_side run MINE OTHER    tells what it finds, works, and tells again; the other version runs at each of these steps
 *   side_by_side look              tells what it finds
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#include <shellapi.h>

#define KEY L"Software\\Ctnr Side"
#define FOLDER L"C:\\Ctnr Side"

enum { PATIENCE_MS = 120000 };

static void write_file(const wchar_t *file, const wchar_t *text)
{
    FILE *to = _wfopen(file, L"w");
    if (to) {
        fprintf(to, "%ls", text);
        fclose(to);
    }
}

static void write_value(HKEY root, const wchar_t *name, const wchar_t *text)
{
    RegSetKeyValueW(root, KEY, name, REG_SZ, text, (DWORD)((wcslen(text) + 1) * sizeof *text));
}

static void tell_value(HKEY root, const wchar_t *name)
{
    wchar_t text[64] = L"none";
    DWORD size = sizeof text;
    if (RegGetValueW(root, KEY, name, RRF_RT_REG_SZ, NULL, text, &size))
        wcscpy(text, L"none");
    printf(" %ls", text);
}

static void tell(const wchar_t *file)
{
    char text[64] = "none";
    FILE *from = _wfopen(file, L"r");
    if (from) {
        fgets(text, sizeof text, from);
        fclose(from);
    }
    printf("%s", text);
    tell_value(HKEY_LOCAL_MACHINE, L"Version");
    tell_value(HKEY_CURRENT_USER, L"Last");
    WIN32_FIND_DATAW found;
    HANDLE list = FindFirstFileW(FOLDER L"\\*.txt", &found);
    for (BOOL more = list != INVALID_HANDLE_VALUE; more; more = FindNextFileW(list, &found))
        printf(" %ls", found.cFileName);
    printf("\n");
    fflush(stdout);
}

static HANDLE event_of(const wchar_t *who, int step)
{
    wchar_t name[64];
    swprintf(name, 64, L"Local\\Ctnr side %ls %d", who, step);
    return CreateEventW(NULL, TRUE, FALSE, name);
}

/* Until the other is there, too. */
static int meet(const wchar_t *mine, const wchar_t *other, int step)
{
    HANDLE there = event_of(other, step);
    SetEvent(event_of(mine, step));
    return WaitForSingleObject(there, PATIENCE_MS) == WAIT_OBJECT_0;
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    wchar_t own[64];
    if (count == 3 && !wcscmp(words[1], L"install")) {
        CreateDirectoryW(FOLDER, NULL);
        write_file(FOLDER L"\\version.txt", words[2]);
        write_value(HKEY_LOCAL_MACHINE, L"Version", words[2]);
        return 0;
    }
    if (count == 2 && !wcscmp(words[1], L"look")) {
        tell(FOLDER L"\\version.txt");
        return 0;
    }
    if (count != 4)
        return 2;
    if (!meet(words[2], words[3], 1))
        return 3;
    tell(FOLDER L"\\version.txt");
    swprintf(own, 64, FOLDER L"\\of %ls.txt", words[2]);
    write_file(FOLDER L"\\last.txt", words[2]);
    write_file(own, words[2]);
    write_value(HKEY_CURRENT_USER, L"Last", words[2]);
    if (!meet(words[2], words[3], 2))
        return 3;
    tell(FOLDER L"\\last.txt");
    return meet(words[2], words[3], 3) ? 0 : 3;
}
