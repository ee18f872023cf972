/* Tally, the sample application: a window that counts clicks, and remembers them as applications do,
 * in HKCU\Software\Ctnr Samples\Tally and in %APPDATA%\Tally\history.txt.
 * "tally --count" counts once without a window and answers on standard output. */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

#define KEY L"Software\\Ctnr Samples\\Tally"
#define ID_COUNT 1

static DWORD read_count(void) {
    DWORD count = 0, size = sizeof count;
    RegGetValueW(HKEY_CURRENT_USER, KEY, L"Count", RRF_RT_REG_DWORD, NULL, &count, &size);
    return count;
}

static void append_history(DWORD count) {
    wchar_t path[MAX_PATH];
    DWORD length = ExpandEnvironmentStringsW(L"%APPDATA%\\Tally", path, MAX_PATH - 16);
    if (length == 0 || length > MAX_PATH - 16) return;
    CreateDirectoryW(path, NULL);
    wcscat(path, L"\\history.txt");
    FILE *history = _wfopen(path, L"a");
    if (!history) return;
    fprintf(history, "%lu\n", (unsigned long)count);
    fclose(history);
}

static DWORD count_once(void) {
    DWORD count = read_count() + 1;
    RegSetKeyValueW(HKEY_CURRENT_USER, KEY, L"Count", REG_DWORD, &count, sizeof count);
    append_history(count);
    return count;
}

static void show_count(HWND button, DWORD count) {
    wchar_t text[64];
    swprintf(text, 64, L"Counted %lu", (unsigned long)count);
    SetWindowTextW(button, text);
}

static LRESULT CALLBACK on_message(HWND window, UINT message, WPARAM w, LPARAM l) {
    switch (message) {
    case WM_CREATE:
        show_count(CreateWindowW(L"BUTTON", L"", WS_CHILD | WS_VISIBLE | WS_TABSTOP, 24, 24, 232, 48, window,
                                 (HMENU)ID_COUNT, NULL, NULL), read_count());
        return 0;
    case WM_COMMAND:
        if (LOWORD(w) == ID_COUNT) show_count((HWND)l, count_once());
        return 0;
    case WM_DESTROY:
        PostQuitMessage(0);
        return 0;
    default:
        return DefWindowProcW(window, message, w, l);
    }
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, LPWSTR line, int show) {
    (void)previous;
    if (wcsstr(line, L"--count")) {
        printf("%lu\n", (unsigned long)count_once());
        return 0;
    }
    WNDCLASSW class = {.lpfnWndProc = on_message, .hInstance = instance, .lpszClassName = L"Tally",
                       .hbrBackground = (HBRUSH)(COLOR_WINDOW + 1), .hCursor = LoadCursor(NULL, IDC_ARROW),
                       .hIcon = LoadIconW(instance, MAKEINTRESOURCEW(1))};
    RegisterClassW(&class);
    HWND window = CreateWindowW(L"Tally", L"Tally", WS_OVERLAPPEDWINDOW & ~WS_THICKFRAME, CW_USEDEFAULT, CW_USEDEFAULT,
                                296, 136, NULL, NULL, instance, NULL);
    ShowWindow(window, show);
    MSG message;
    while (GetMessageW(&message, NULL, 0, 0) > 0) {
        TranslateMessage(&message);
        DispatchMessageW(&message);
    }
    return (int)message.wParam;
}
