/* What one window says to the person in front of it. */
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <windows.h>

enum { WINDOW_TEXT = 1024, WINDOW_CONTROLS = 64 };

typedef struct window_text {
    wchar_t class[256];
    wchar_t title[WINDOW_TEXT];
    wchar_t *text[WINDOW_CONTROLS];    /* labels and fields */
    wchar_t *buttons[WINDOW_CONTROLS]; /* what can be pressed, without the & of the access key */
    size_t texts, button_count;
    uint64_t digest; /* equal when all of the above is */
} window_text;

/* Asks the window and its controls; one that does not answer in time is left out. */
void window_text_read(window_text *text, HWND window);

/* What a control says, without the & of its access key; NULL when it says nothing or does not answer; to be freed. */
wchar_t *window_label(HWND control);

void window_text_free(window_text *text);
