/* EnumWindows several times a second and no WinEvent hook: Wine reports few of those events across processes. */
#include "windows_seen.h"

#include "../common/events.h"
#include "../common/memory.h"
#include "window_text.h"

static void report(const window_item *item, const window_text *text)
{
    json *event = events_begin("window");
    json_number(event, "window", (uintptr_t)item->window);
    json_number(event, "pid", item->pid);
    json_text(event, "class", text->class);
    json_text(event, "title", text->title);
    json_array(event, "text");
    for (size_t i = 0; i < text->texts; i++)
        json_text(event, NULL, text->text[i]);
    json_array_end(event);
    json_array(event, "buttons");
    for (size_t i = 0; i < text->button_count; i++)
        json_text(event, NULL, text->buttons[i]);
    json_array_end(event);
    events_end();
}

static window_item *item_of(windows_seen *seen, HWND window, DWORD pid)
{
    for (size_t i = 0; i < seen->count; i++)
        if (seen->items[i].window == window && seen->items[i].pid == pid)
            return &seen->items[i];
    seen->items = memory_room(seen->items, seen->count, &seen->capacity, sizeof *seen->items);
    window_item *item = &seen->items[seen->count++];
    *item = (window_item){.window = window, .pid = pid};
    return item;
}

/* A window that nobody can see or answer: no area, or the invisible owner that frameworks make. */
static bool is_shown(HWND window)
{
    RECT area;
    return IsWindowVisible(window) && GetWindowRect(window, &area) && area.right > area.left && area.bottom > area.top;
}

static BOOL CALLBACK window_found(HWND window, LPARAM parameter)
{
    windows_seen *seen = (void *)parameter;
    DWORD pid = 0;
    GetWindowThreadProcessId(window, &pid);
    const tree_process *process = tree_find(seen->tree, pid);
    if (!process || process->background || !is_shown(window))
        return TRUE;
    window_item *item = item_of(seen, window, pid);
    item->there = true;
    window_text text;
    window_text_read(&text, window);
    if (item->digest != text.digest)
        report(item, &text);
    item->digest = text.digest;
    window_text_free(&text);
    return TRUE;
}

static void drop_gone(windows_seen *seen)
{
    size_t kept = 0;
    for (size_t i = 0; i < seen->count; i++) {
        if (seen->items[i].there) {
            seen->items[kept++] = seen->items[i];
            continue;
        }
        json *event = events_begin("window-closed");
        json_number(event, "window", (uintptr_t)seen->items[i].window);
        json_number(event, "pid", seen->items[i].pid);
        events_end();
    }
    seen->count = kept;
}

void windows_look(windows_seen *seen, const tree *tree, bool again)
{
    seen->tree = tree;
    for (size_t i = 0; i < seen->count; i++) {
        seen->items[i].there = false;
        if (again)
            seen->items[i].digest = 0;
    }
    EnumWindows(window_found, (LPARAM)seen);
    drop_gone(seen);
}
