/*
 * Hands its standard input on to its standard output, byte by byte as it is. With a program behind it, through that
 * program, by way of two pipes: pass_on [PROGRAM [PROGRAM ...]].
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#include <shellapi.h>

typedef struct {
    HANDLE from, to;
} way;

static DWORD WINAPI carry(void *context)
{
    const way *along = context;
    static __thread char room[1 << 12];
    DWORD count, done;
    while (ReadFile(along->from, room, sizeof room, &count, NULL) && count)
        for (DWORD at = 0; at < count; at += done)
            if (!WriteFile(along->to, room + at, count - at, &done, NULL))
                return 1;
    CloseHandle(along->to);
    return 0;
}

static int through(int count, wchar_t **words)
{
    SECURITY_ATTRIBUTES inherited = {.nLength = sizeof inherited, .bInheritHandle = TRUE};
    STARTUPINFOW startup = {.cb = sizeof startup, .dwFlags = STARTF_USESTDHANDLES};
    PROCESS_INFORMATION started;
    wchar_t line[4096] = L"";
    way in = {.from = GetStdHandle(STD_INPUT_HANDLE)}, out = {.to = GetStdHandle(STD_OUTPUT_HANDLE)};
    for (int i = 0; i < count; i++)
        swprintf(line + wcslen(line), 4096 - wcslen(line), L"\"%ls\" ", words[i]);
    startup.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    if (!CreatePipe(&startup.hStdInput, &in.to, &inherited, 0) || !CreatePipe(&out.from, &startup.hStdOutput, &inherited, 0))
        return 2;
    SetHandleInformation(in.to, HANDLE_FLAG_INHERIT, 0); /* or the child would wait for itself */
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &started))
        return 3;
    CloseHandle(startup.hStdInput);
    CloseHandle(startup.hStdOutput);
    HANDLE feeding = CreateThread(NULL, 0, carry, &in, 0, NULL);
    DWORD failed = carry(&out), code = 0;
    WaitForSingleObject(feeding, INFINITE);
    WaitForSingleObject(started.hProcess, INFINITE);
    GetExitCodeProcess(started.hProcess, &code);
    return failed ? 4 : (int)code;
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (GetFileAttributesW(L"C:\\inside.txt") == INVALID_FILE_ATTRIBUTES)
        return 1;
    if (count > 1)
        return through(count - 1, words + 1);
    way straight = {GetStdHandle(STD_INPUT_HANDLE), GetStdHandle(STD_OUTPUT_HANDLE)};
    return (int)carry(&straight);
}
