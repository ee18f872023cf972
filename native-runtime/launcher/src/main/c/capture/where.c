/* For whoever uses the mouse: where a window's inside, or one of its controls, lies on the screen. */
#include "where.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "window_text.h"

#include <stdio.h>
#include <wchar.h>

typedef struct {
    const wchar_t *label;
    HWND control;
} search;

static BOOL CALLBACK control_found(HWND control, LPARAM parameter)
{
    search *wanted = (void *)parameter;
    wchar_t *label = IsWindowVisible(control) ? window_label(control) : NULL;
    if (label && !wcscmp(label, wanted->label))
        wanted->control = control;
    memory_free(label);
    return !wanted->control;
}

int where(arguments *args)
{
    HWND window = NULL;
    search wanted = {0};
    for (const wchar_t *word; (word = arguments_next(args));) {
        if (!wcscmp(word, L"--window"))
            window = (HWND)(uintptr_t)wcstoull(arguments_value(args), NULL, 10);
        else if (!wcscmp(word, L"--control"))
            wanted.label = arguments_value(args);
        else
            fail_use(L"'where' has no option %ls", word);
    }
    if (!window)
        fail_use(L"'where' needs --window");
    if (wanted.label)
        EnumChildWindows(window, control_found, (LPARAM)&wanted);
    else
        wanted.control = window;
    RECT inside;
    POINT corner = {0};
    if (!wanted.control || !GetClientRect(wanted.control, &inside) || !ClientToScreen(wanted.control, &corner))
        fail(0, L"There is no such window or control");
    printf("%ld %ld %ld %ld\n", corner.x, corner.y, inside.right, inside.bottom);
    return EXIT_DONE;
}
