/*
 * Times one kind of call: measure KIND WHAT ROUNDS CALLS prints the microseconds that a call took, once for each round.
 * Kinds: open (open, read, close a file), list (all entries of a folder), start (a program, to its end; WHAT is its
 * command line, its output goes nowhere), value (open a key of HKEY_CURRENT_USER, read its value "Value", close it).
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static bool open_file(const wchar_t *what)
{
    char bytes[4096];
    DWORD count;
    HANDLE file = CreateFileW(what, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    return file != INVALID_HANDLE_VALUE && ReadFile(file, bytes, sizeof bytes, &count, NULL) && CloseHandle(file);
}

static bool list(const wchar_t *what)
{
    wchar_t pattern[1024];
    WIN32_FIND_DATAW entry;
    swprintf(pattern, 1024, L"%ls\\*", what);
    HANDLE folder = FindFirstFileW(pattern, &entry);
    if (folder == INVALID_HANDLE_VALUE)
        return false;
    int count = 1;
    while (FindNextFileW(folder, &entry))
        count++;
    return FindClose(folder) && count > 2;
}

static bool start(const wchar_t *what)
{
    wchar_t line[1024];
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE nowhere = CreateFileW(L"NUL", GENERIC_WRITE, FILE_SHARE_WRITE, &inherited, OPEN_EXISTING, 0, NULL);
    STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES,
                            .hStdOutput = nowhere, .hStdError = GetStdHandle(STD_ERROR_HANDLE)};
    PROCESS_INFORMATION started;
    DWORD code = 1;
    swprintf(line, 1024, L"%ls", what);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &started))
        return false;
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    return CloseHandle(started.hProcess) && CloseHandle(started.hThread) && CloseHandle(nowhere) && !code;
}

static bool value(const wchar_t *what)
{
    HKEY key;
    BYTE bytes[256];
    DWORD size = sizeof bytes;
    if (RegOpenKeyExW(HKEY_CURRENT_USER, what, 0, KEY_READ, &key))
        return false;
    return !RegQueryValueExW(key, L"Value", NULL, NULL, bytes, &size) && !RegCloseKey(key);
}

int main(void)
{
    static const struct {
        const wchar_t *name;
        bool (*call)(const wchar_t *what);
    } KINDS[] = {{L"open", open_file}, {L"list", list}, {L"start", start}, {L"value", value}};
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    for (size_t i = 0; count == 5 && i < ARRAYSIZE(KINDS); i++) {
        if (wcscmp(words[1], KINDS[i].name))
            continue;
        LARGE_INTEGER frequency, from, to;
        QueryPerformanceFrequency(&frequency);
        int calls = (int)wcstol(words[4], NULL, 10);
        KINDS[i].call(words[2]); /* what comes first only once is not measured */
        for (int round = (int)wcstol(words[3], NULL, 10); round--;) {
            QueryPerformanceCounter(&from);
            for (int c = 0; c < calls; c++)
                if (!KINDS[i].call(words[2])) {
                    fprintf(stderr, "%ls %ls failed: %lu\n", words[1], words[2], GetLastError());
                    return 1;
                }
            QueryPerformanceCounter(&to);
            printf("%.2f\n", (double)(to.QuadPart - from.QuadPart) * 1e6 / (double)frequency.QuadPart / calls);
        }
        return 0;
    }
    fprintf(stderr, "measure open|list|start|value WHAT ROUNDS CALLS\n");
    return 2;
}
