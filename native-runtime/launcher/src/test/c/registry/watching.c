/* Watches, of what the application changes and of what is changed on the host. */
#include "checks.h"

#include <stdio.h>
#include <wchar.h>

NTSYSAPI NTSTATUS NTAPI NtNotifyChangeKey(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, ULONG, BOOLEAN, PVOID, ULONG,
                                          BOOLEAN);
NTSYSAPI NTSTATUS NTAPI NtNotifyChangeMultipleKeys(HANDLE, ULONG, OBJECT_ATTRIBUTES *, HANDLE, PIO_APC_ROUTINE, PVOID,
                                                   PIO_STATUS_BLOCK, ULONG, BOOLEAN, PVOID, ULONG, BOOLEAN);

/* Whether the watch told of what was done. */
static void say_told(HANDLE event)
{
    say("%s", WaitForSingleObject(event, 50) ? "silent" : "told");
    ResetEvent(event);
}

typedef struct {
    HKEY key, other;
    HANDLE event;
} watched;

static BOOL watch_begin(watched *of, HKEY above, const wchar_t *name, BOOL subtree, DWORD filter)
{
    of->key = open_key(above, name, KEY_NOTIFY | KEY_READ);
    if (!of->key)
        return FALSE;
    of->other = open_key(above, name, KEY_ALL_ACCESS);
    of->event = CreateEventW(NULL, TRUE, FALSE, NULL);
    say_error(RegNotifyChangeKeyValue(of->key, subtree, filter, of->event, TRUE));
    return TRUE;
}

static void watch_end(watched *of)
{
    RegCloseKey(of->key);
    RegCloseKey(of->other);
    CloseHandle(of->event);
}

static void watch_names(HKEY above, const wchar_t *name)
{
    watched of;
    HKEY made;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_NAME))
        return;
    say_error(set_text(of.other, L"value", L"x"));
    say_told(of.event);
    say_error(RegCreateKeyExW(of.other, L"watched", 0, NULL, 0, KEY_READ, NULL, &made, NULL));
    RegCloseKey(made);
    WaitForSingleObject(of.event, 2000);
    say_told(of.event);
    watch_end(&of);
}

static void watch_tree(HKEY above, const wchar_t *name)
{
    watched of;
    HKEY inner;
    if (!watch_begin(&of, above, name, TRUE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    if (!RegOpenKeyExW(of.other, L"both", 0, KEY_ALL_ACCESS, &inner)) {
        say_error(set_text(inner, L"below", L"x"));
        WaitForSingleObject(of.event, 2000);
        RegCloseKey(inner);
    }
    say_told(of.event);
    watch_end(&of);
}

static void watch_without_tree(HKEY above, const wchar_t *name)
{
    watched of;
    HKEY inner;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    if (!RegOpenKeyExW(of.other, L"both", 0, KEY_ALL_ACCESS, &inner)) {
        say_error(set_text(inner, L"below", L"x"));
        RegCloseKey(inner);
    }
    say_told(of.event);
    watch_end(&of);
}

static void watch_deleted_value(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    if (!RegDeleteValueW(of.other, L"low") || !RegDeleteValueW(of.other, L"a") || !RegDeleteValueW(of.other, L"old"))
        WaitForSingleObject(of.event, 2000);
    say_told(of.event);
    watch_end(&of);
}

static void watch_again(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    for (int i = 0; i < 3; i++) {
        say_error(set_text(of.other, L"value", i == 1 ? L"y" : L"x"));
        WaitForSingleObject(of.event, 2000);
        say_told(of.event);
        say_error(RegNotifyChangeKeyValue(of.key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, of.event, TRUE));
    }
    say_told(of.event);
    watch_end(&of);
}

static void watch_closed(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    RegCloseKey(of.key);
    of.key = NULL;
    WaitForSingleObject(of.event, 2000);
    say_told(of.event);
    watch_end(&of);
}

static void watch_without_right(HKEY above, const wchar_t *name)
{
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    HKEY key = open_key(above, name, KEY_QUERY_VALUE);
    if (key)
        say_error(RegNotifyChangeKeyValue(key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, event, TRUE));
    RegCloseKey(key);
    CloseHandle(event);
}

static DWORD WINAPI wait_for_change(void *given)
{
    watched *of = given;
    SetEvent(of->event);
    return (DWORD)RegNotifyChangeKeyValue(of->key, FALSE, REG_NOTIFY_CHANGE_LAST_SET, NULL, FALSE);
}

static void watch_waiting(HKEY above, const wchar_t *name)
{
    wchar_t text[16];
    DWORD code = 99;
    watched of = {open_key(above, name, KEY_NOTIFY), NULL, CreateEventW(NULL, FALSE, FALSE, NULL)};
    if (of.key) {
        HANDLE thread = CreateThread(NULL, 0, wait_for_change, &of, 0, NULL);
        of.other = open_key(above, name, KEY_ALL_ACCESS);
        WaitForSingleObject(of.event, INFINITE);
        for (int i = 0; i < 500; i++) { /* until the thread has begun to wait, which nobody says */
            swprintf(text, 16, L"%d", i);
            set_text(of.other, L"turn", text);
            if (!WaitForSingleObject(thread, 10))
                break;
        }
        GetExitCodeThread(thread, &code);
        say("%lu", code);
        RegDeleteValueW(of.other, L"turn");
        CloseHandle(thread);
    }
    watch_end(&of);
}

static void watch_names_of_tree(HKEY above, const wchar_t *name)
{
    static const wchar_t *const INNER[] = {L"both", L"sub2", L"inner", L"same"};
    watched of;
    HKEY inner, made;
    if (!watch_begin(&of, above, name, TRUE, REG_NOTIFY_CHANGE_NAME))
        return;
    for (size_t i = 0; i < ARRAYSIZE(INNER); i++) {
        if (RegOpenKeyExW(of.other, INNER[i], 0, KEY_ALL_ACCESS, &inner))
            continue;
        say_error(set_text(inner, L"value", L"x"));
        say_told(of.event);
        say_error(RegCreateKeyExW(inner, L"watched", 0, NULL, 0, KEY_READ, NULL, &made, NULL));
        RegCloseKey(made);
        RegCloseKey(inner);
        WaitForSingleObject(of.event, 5000);
        say_told(of.event);
    }
    watch_end(&of);
}

static void watch_deleted(HKEY above, const wchar_t *name)
{
    watched of;
    if (!watch_begin(&of, above, name, TRUE, REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET))
        return;
    say_error(RegDeleteTreeW(above, name));
    WaitForSingleObject(of.event, 5000);
    say_told(of.event);
    say_error(RegNotifyChangeKeyValue(of.key, FALSE, REG_NOTIFY_CHANGE_NAME, of.event, TRUE));
    watch_end(&of);
}

static void watch_by_call(HKEY above, const wchar_t *name)
{
    watched of;
    IO_STATUS_BLOCK io;
    if (!watch_begin(&of, above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    RegCloseKey(of.key);
    WaitForSingleObject(of.event, 5000);
    say_told(of.event);
    of.key = open_key(above, name, KEY_NOTIFY);
    say("%08lx", NtNotifyChangeKey(of.key, of.event, NULL, NULL, &io, REG_NOTIFY_CHANGE_LAST_SET, TRUE, NULL, 0, TRUE));
    say("%08lx", NtNotifyChangeKey(of.key, (HANDLE)0x4444, NULL, NULL, &io, REG_NOTIFY_CHANGE_LAST_SET, TRUE, NULL, 0, TRUE));
    say("%08lx", NtNotifyChangeKey(of.key, NULL, NULL, NULL, &io, REG_NOTIFY_CHANGE_LAST_SET, TRUE, NULL, 0, TRUE));
    watch_end(&of);
}

/* One question about two keys, in two hives as Windows wants it. */
static void watch_two(HKEY above, const wchar_t *name)
{
    static wchar_t PATH[] = L"\\Registry\\Machine\\Software\\Classes";
    UNICODE_STRING path = {sizeof PATH - sizeof *PATH, sizeof PATH, PATH};
    OBJECT_ATTRIBUTES second;
    IO_STATUS_BLOCK io;
    HKEY key = open_key(above, name, KEY_NOTIFY), classes, made;
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (key && base_root == HKEY_CURRENT_USER && !RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"Software\\Classes", 0, KEY_ALL_ACCESS, &classes)) {
        InitializeObjectAttributes(&second, &path, OBJ_CASE_INSENSITIVE, NULL, NULL);
        say("%08lx", NtNotifyChangeMultipleKeys(key, 1, &second, event, NULL, NULL, &io, REG_NOTIFY_CHANGE_NAME, FALSE, NULL, 0, TRUE));
        say_error(RegCreateKeyExW(classes, L".ctnr-watched", 0, NULL, 0, KEY_READ, NULL, &made, NULL));
        say_error(RegDeleteKeyW(classes, L".ctnr-watched"));
        RegCloseKey(made);
        RegCloseKey(classes);
        say_told(event);
    }
    RegCloseKey(key);
    CloseHandle(event);
}

/* A change of the host's, by a process that left the container; it is taken back when the event is set. */
static HANDLE change_host(const wchar_t *how, const wchar_t *name, HANDLE *done)
{
    wchar_t program[MAX_PATH], path[512], command[1024];
    STARTUPINFOW start = {.cb = sizeof start};
    PROCESS_INFORMATION process;
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    *done = CreateEventW(&inherited, TRUE, FALSE, NULL);
    GetModuleFileNameW(NULL, program, MAX_PATH);
    full_path(name, path);
    swprintf(command, 1024, L"\"%ls\" \"%ls\\%ls\" outside %ls %lu", program, base_root == HKEY_CURRENT_USER ? L"HKCU" : L"HKLM", path, how,
             HandleToUlong(*done));
    if (!CreateProcessW(program, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return NULL;
    CloseHandle(process.hThread);
    return process.hProcess;
}

static void end_change(HANDLE process, HANDLE done)
{
    DWORD code = 99;
    SetEvent(done);
    WaitForSingleObject(process, 20000);
    GetExitCodeProcess(process, &code);
    say("%lu", code);
    CloseHandle(process);
    CloseHandle(done);
}

static BOOL is_one_of(const wchar_t *name, const wchar_t *const *some)
{
    while (*some && wcscmp(*some, name))
        some++;
    return *some != NULL;
}

static const wchar_t *const OF_HOST[] = {L"hostkey", L"bothkey", L"emptykey", L"ownkey", NULL};

static void watch_host(HKEY above, const wchar_t *name, BOOL tree, DWORD filter, const wchar_t *how)
{
    watched of;
    HANDLE done, process;
    if (!is_one_of(name, OF_HOST) || !watch_begin(&of, above, name, tree, filter))
        return;
    process = change_host(how, name, &done);
    WaitForSingleObject(of.event, 20000);
    say_told(of.event);
    end_change(process, done);
    watch_end(&of);
}

static void watch_value_of_host(HKEY above, const wchar_t *name)
{
    watch_host(above, name, FALSE, REG_NOTIFY_CHANGE_LAST_SET, L"host-value");
}

static void watch_names_of_host(HKEY above, const wchar_t *name)
{
    watch_host(above, name, TRUE, REG_NOTIFY_CHANGE_NAME, L"host-key");
}

static void watch_both_layers(HKEY above, const wchar_t *name)
{
    watched of;
    HANDLE done, process;
    if (!is_one_of(name, OF_HOST) || !watch_begin(&of, above, name, TRUE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    say_error(set_text(of.other, L"value", L"x"));
    WaitForSingleObject(of.event, 5000);
    say_told(of.event);
    say_error(RegNotifyChangeKeyValue(of.key, TRUE, REG_NOTIFY_CHANGE_LAST_SET, of.event, TRUE));
    process = change_host(L"host-value", name, &done);
    WaitForSingleObject(of.event, 20000);
    say_told(of.event);
    end_change(process, done);
    watch_end(&of);
}

/* Keys that the host alone has. */
static void watch_makes_nothing(HKEY above, const wchar_t *name)
{
    static const wchar_t *const ALONE[] = {L"hostkey", L"emptykey", NULL};
    watched of;
    HANDLE done, process;
    if (!is_one_of(name, ALONE) || !watch_begin(&of, above, name, TRUE, REG_NOTIFY_CHANGE_LAST_SET))
        return;
    process = change_host(L"is-made", name, &done);
    end_change(process, done);
    watch_end(&of);
}

const check WATCHING[] = {
    {"watch-names", watch_names, TRUE},
    {"watch-tree", watch_tree, TRUE},
    {"watch-without-tree", watch_without_tree, TRUE},
    {"watch-deleted-value", watch_deleted_value, TRUE},
    {"watch-again", watch_again, TRUE},
    {"watch-closed", watch_closed, TRUE},
    {"watch-without-right", watch_without_right, FALSE},
    {"watch-waiting", watch_waiting, TRUE},
    {"watch-names-of-tree", watch_names_of_tree, TRUE},
    {"watch-deleted", watch_deleted, TRUE},
    {"watch-by-call", watch_by_call, FALSE},
    {"watch-two", watch_two, FALSE},
    {"watch-makes-nothing", watch_makes_nothing, FALSE},
    {"watch-value-of-host", watch_value_of_host, FALSE},
    {"watch-names-of-host", watch_names_of_host, FALSE},
    {"watch-both-layers", watch_both_layers, TRUE},
    {NULL, NULL, FALSE},
};
