/*
 * suspend_in_turn FOLDER: a second process renames a file in FOLDER all the time, and is suspended where it keeps this one
 * from renaming another. Says "went on" when this one gets on all the same. The host has both files, one and other.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

enum { ROUNDS = 500, MOMENT = 2000, LIMIT = 60000 /* milliseconds */ };

static wchar_t path[512], moved[512];

/* There, and the next time back. */
static void change(void)
{
    static bool away;
    if (!MoveFileW(away ? moved : path, away ? path : moved)) {
        printf("wrong: %ls (error %lu)\n", path, GetLastError());
        exit(1);
    }
    away = !away;
}

static DWORD WINAPI change_once(void *unused)
{
    (void)unused;
    change();
    return 0;
}

/* Whether the other process is suspended in its turn, and this one's change came all the same. */
static const char *try(void)
{
    HANDLE thread = CreateThread(NULL, 0, change_once, NULL, 0, NULL);
    const char *answer = NULL;
    if (WaitForSingleObject(thread, MOMENT) != WAIT_OBJECT_0)
        answer = WaitForSingleObject(thread, LIMIT) == WAIT_OBJECT_0 ? "went on" : "waits for ever";
    CloseHandle(thread);
    return answer;
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count), line[1024];
    swprintf(path, 512, L"%ls\\%ls", words[1], count > 2 ? L"one" : L"other");
    swprintf(moved, 512, L"%ls-moved", path);
    if (count > 2) {
        change();
        SetEvent((HANDLE)(ULONG_PTR)wcstoul(words[2], NULL, 10));
        for (;;)
            change();
    }
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE works = CreateEventW(&inherited, TRUE, FALSE, NULL);
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION other;
    const char *answer = NULL;
    swprintf(line, 1024, L"\"%ls\" \"%ls\" %lu", words[0], words[1], (unsigned long)(ULONG_PTR)works);
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &other))
        return 1;
    HANDLE either[] = {works, other.hProcess};
    if (WaitForMultipleObjects(2, either, FALSE, LIMIT) != WAIT_OBJECT_0)
        return 1;
    for (int i = 0; !answer && i < ROUNDS; i++) {
        SuspendThread(other.hThread);
        answer = try();
        ResumeThread(other.hThread);
        Sleep((DWORD)i % 7); /* at another moment */
    }
    TerminateProcess(other.hProcess, 0);
    puts(answer ? answer : "it was never suspended in its turn");
    return 0;
}
