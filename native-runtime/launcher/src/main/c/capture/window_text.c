/*
 * GetWindowText answers for another process's top-level windows only; controls are asked with WM_GETTEXT, which runs in
 * their process and so needs a limit in time.
 */
#include "window_text.h"

#include "../common/memory.h"

#include <stdbool.h>
#include <wchar.h>

enum { PATIENCE = 200 };

typedef struct {
    window_text *text;
    bool hung;
} reading;

static void digest(window_text *text, const wchar_t *units)
{
    do /* FNV-1a, the final zero included */
        text->digest = (text->digest ^ *units) * 0x100000001B3u;
    while (*units++);
}

static bool ends_with_button(const wchar_t *class)
{
    size_t length = wcslen(class);
    return length >= 6 && !_wcsicmp(class + length - 6, L"Button");
}

/* Push buttons and command links, not the check boxes, radio buttons and frames of the same class. */
static bool can_be_pressed(HWND control)
{
    LONG kind = GetWindowLongW(control, GWL_STYLE) & BS_TYPEMASK;
    return kind == BS_PUSHBUTTON || kind == BS_DEFPUSHBUTTON || kind == BS_OWNERDRAW || kind >= 12;
}

static wchar_t *ask(HWND control, reading *reading)
{
    wchar_t units[WINDOW_TEXT] = L"";
    DWORD_PTR length = 0;
    if (!SendMessageTimeoutW(control, WM_GETTEXT, WINDOW_TEXT, (LPARAM)units, SMTO_ABORTIFHUNG | SMTO_BLOCK, PATIENCE,
                             &length)) {
        reading->hung = GetLastError() == ERROR_TIMEOUT;
        return NULL;
    }
    units[WINDOW_TEXT - 1] = 0;
    if (!*units)
        return NULL;
    size_t bytes = (wcslen(units) + 1) * sizeof *units;
    return memcpy(memory_get(bytes), units, bytes);
}

static void drop_access_key(wchar_t *label)
{
    wchar_t *to = label;
    for (const wchar_t *from = label; *from; from++)
        if (*from != L'&' || *++from)
            *to++ = *from;
        else
            break;
    *to = 0;
}

static BOOL CALLBACK control_found(HWND control, LPARAM parameter)
{
    reading *reading = (void *)parameter;
    window_text *text = reading->text;
    wchar_t class[256] = L"";
    if (!IsWindowVisible(control) || !GetClassNameW(control, class, ARRAYSIZE(class)))
        return TRUE;
    bool button = ends_with_button(class) && can_be_pressed(control);
    if (button ? text->button_count == WINDOW_CONTROLS : text->texts == WINDOW_CONTROLS)
        return TRUE;
    wchar_t *label = ask(control, reading);
    if (label && button) {
        drop_access_key(label);
        text->buttons[text->button_count++] = label;
    } else if (label) {
        text->text[text->texts++] = label;
    }
    if (label)
        digest(text, label);
    return !reading->hung;
}

void window_text_read(window_text *text, HWND window)
{
    *text = (window_text){.digest = 0xCBF29CE484222325u};
    GetClassNameW(window, text->class, ARRAYSIZE(text->class));
    InternalGetWindowText(window, text->title, WINDOW_TEXT);
    digest(text, text->class);
    digest(text, text->title);
    reading reading = {.text = text};
    EnumChildWindows(window, control_found, (LPARAM)&reading);
}

wchar_t *window_label(HWND control)
{
    reading unheard = {0};
    wchar_t *label = ask(control, &unheard);
    if (label)
        drop_access_key(label);
    return label;
}

void window_text_free(window_text *text)
{
    while (text->texts)
        memory_free(text->text[--text->texts]);
    while (text->button_count)
        memory_free(text->buttons[--text->button_count]);
}
