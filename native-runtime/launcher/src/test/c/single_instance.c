/*
 * An application of which one instance runs, as many are: single_instance WAY [FILE].
 *
 * The first start opens its file and waits for more; a later one hands its file to the first and ends. It knows that it
 * is a later one by a mutex, and reaches the first by the WAY: a message to its window, or a named pipe. The file
 * "quit" ends the first.
 */
#include <stdbool.h>
#include <stdio.h>
#include <wchar.h>
#include <windows.h>

#include <shellapi.h>

#define NAME L"Ctnr single instance"
#define PIPE L"\\\\.\\pipe\\" NAME

enum { PATIENCE_MS = 60000 };

/* Says whether to go on. */
static bool open_file(const wchar_t *file)
{
    char text[256] = "nothing";
    if (!wcscmp(file, L"quit"))
        return false;
    FILE *from = _wfopen(file, L"r");
    if (from) {
        fgets(text, sizeof text, from);
        fclose(from);
    }
    printf("opened %ls: %s\n", file, text);
    fflush(stdout);
    return true;
}

static LRESULT CALLBACK hear(HWND window, UINT message, WPARAM first, LPARAM second)
{
    if (message == WM_COPYDATA) {
        if (!open_file(((const COPYDATASTRUCT *)second)->lpData))
            PostQuitMessage(0);
        return 1;
    }
    return DefWindowProcW(window, message, first, second);
}

static void serve_by_window(const wchar_t *file)
{
    WNDCLASSW class = {.lpfnWndProc = hear, .hInstance = GetModuleHandleW(NULL), .lpszClassName = NAME};
    RegisterClassW(&class);
    CreateWindowW(NAME, NAME, WS_OVERLAPPEDWINDOW, 0, 0, 100, 100, NULL, NULL, class.hInstance, NULL);
    open_file(file);
    MSG message;
    while (GetMessageW(&message, NULL, 0, 0) > 0)
        DispatchMessageW(&message);
}

static bool pass_to_window(const wchar_t *file)
{
    COPYDATASTRUCT data = {0, (DWORD)((wcslen(file) + 1) * sizeof *file), (void *)file};
    DWORD_PTR answer = 0;
    HWND window = FindWindowW(NAME, NULL);
    return window && SendMessageTimeoutW(window, WM_COPYDATA, 0, (LPARAM)&data, 0, PATIENCE_MS, &answer) && answer == 1;
}

static void serve_by_pipe(const wchar_t *file)
{
    wchar_t heard[MAX_PATH];
    DWORD length;
    HANDLE pipe = CreateNamedPipeW(PIPE, PIPE_ACCESS_DUPLEX, PIPE_TYPE_MESSAGE | PIPE_READMODE_MESSAGE | PIPE_WAIT, 1,
                                   sizeof heard, sizeof heard, 0, NULL);
    bool more = open_file(file);
    while (more && (ConnectNamedPipe(pipe, NULL) || GetLastError() == ERROR_PIPE_CONNECTED)) {
        if (ReadFile(pipe, heard, sizeof heard, &length, NULL)) {
            more = open_file(heard);
            WriteFile(pipe, "1", 1, &length, NULL);
            FlushFileBuffers(pipe);
        }
        DisconnectNamedPipe(pipe);
    }
}

static bool pass_to_pipe(const wchar_t *file)
{
    char answer;
    DWORD length;
    return CallNamedPipeW(PIPE, (void *)file, (DWORD)((wcslen(file) + 1) * sizeof *file), &answer, 1, &length, PATIENCE_MS);
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (count < 2)
        return 2;
    bool by_pipe = !wcscmp(words[1], L"pipe");
    const wchar_t *file = count > 2 ? words[2] : L"";
    CreateMutexW(NULL, FALSE, L"Local\\" NAME);
    if (GetLastError() != ERROR_ALREADY_EXISTS) {
        (by_pipe ? serve_by_pipe : serve_by_window)(file);
        return 0;
    }
    bool passed = (by_pipe ? pass_to_pipe : pass_to_window)(file);
    printf(passed ? "passed on\n" : "error %lu\n", GetLastError());
    return passed ? 7 : 1;
}
