/* What the native API says at its edges: short buffers, unknown classes, odd names and options. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define NT NTSYSAPI NTSTATUS NTAPI
NT NtOpenKey(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *);
NT NtOpenKeyEx(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, ULONG);
NT NtCreateKey(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, ULONG, UNICODE_STRING *, ULONG, ULONG *);
NT NtQueryKey(HANDLE, int, void *, ULONG, ULONG *);
NT NtEnumerateKey(HANDLE, ULONG, int, void *, ULONG, ULONG *);
NT NtEnumerateValueKey(HANDLE, ULONG, int, void *, ULONG, ULONG *);
NT NtQueryValueKey(HANDLE, UNICODE_STRING *, int, void *, ULONG, ULONG *);
NT NtSetValueKey(HANDLE, UNICODE_STRING *, ULONG, ULONG, const void *, ULONG);
NT NtDeleteValueKey(HANDLE, UNICODE_STRING *);
NT NtRenameKey(HANDLE, UNICODE_STRING *);
NT NtFlushKey(HANDLE);
NT NtNotifyChangeKey(HANDLE, HANDLE, PIO_APC_ROUTINE, void *, IO_STATUS_BLOCK *, ULONG, BOOLEAN, void *, ULONG, BOOLEAN);
NT NtQuerySecurityObject(HANDLE, ULONG, void *, ULONG, ULONG *);
#undef NT

static NTSTATUS open_with(HANDLE *key, HKEY above, UNICODE_STRING name, ACCESS_MASK access, ULONG flags)
{
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &name, flags, above, NULL);
    return NtOpenKey(key, access, &attributes);
}

static UNICODE_STRING unicode_of(const wchar_t *text)
{
    UNICODE_STRING result;
    RtlInitUnicodeString(&result, text);
    return result;
}

static HANDLE opened(HKEY above, const wchar_t *name, ACCESS_MASK access)
{
    HANDLE key = NULL;
    NTSTATUS status = open_with(&key, above, unicode_of(name), access, OBJ_CASE_INSENSITIVE);
    if (status < 0) {
        say("unopened-%08lx", status);
        return NULL;
    }
    return key;
}

static void several(HKEY above, const wchar_t *name)
{
    UNICODE_STRING names[] = {unicode_of(L"both"), unicode_of(L"low"), unicode_of(L"")};
    HANDLE key = opened(above, name, KEY_READ);
    for (ULONG room = 0; key && room < 120; room += 21) {
        KEY_VALUE_ENTRY entries[] = {{.ValueName = &names[0]}, {.ValueName = &names[1]}, {.ValueName = &names[2]}};
        BYTE data[128];
        ULONG length = room, needed = 0;
        say("%08lx", NtQueryMultipleValueKey(key, entries, 2, data, &length, &needed));
    }
    if (key)
        NtClose(key);
}

static void aligned_values(HKEY above, const wchar_t *name)
{
    static const ULONG ROOMS[] = {0, 8, 12, 40, 400};
    HANDLE key = opened(above, name, KEY_READ);
    for (int class = 3; key && class < 7; class++)
        for (size_t r = 0; r < ARRAYSIZE(ROOMS); r++) {
            BYTE data[400] __attribute__((aligned(8)));
            ULONG needed = 0;
            UNICODE_STRING text = unicode_of(L"both");
            NTSTATUS status = NtQueryValueKey(key, &text, class, data, ROOMS[r], &needed);
            say("%08lx", status);
            if (status >= 0)
                say("%lu", needed);
            say("%08lx", NtEnumerateValueKey(key, 0, class, data, ROOMS[r], &needed));
        }
    if (key)
        NtClose(key);
}

static void wrong_classes(HKEY above, const wchar_t *name)
{
    HANDLE key = opened(above, name, KEY_READ);
    for (int class = 9; key && class < 14; class++) {
        BYTE data[64];
        ULONG needed = 0;
        say("%08lx", NtQueryKey(key, class, data, sizeof data, &needed));
        say("%08lx", NtEnumerateKey(key, 0, class, data, sizeof data, &needed));
    }
    if (key)
        NtClose(key);
}

static void granted_access(HKEY above, const wchar_t *name)
{
    static const ACCESS_MASK ASKED[] = {KEY_READ, KEY_WRITE, KEY_ALL_ACCESS, KEY_QUERY_VALUE, DELETE, GENERIC_ALL, GENERIC_READ, MAXIMUM_ALLOWED};
    for (size_t i = 0; i < ARRAYSIZE(ASKED); i++) {
        PUBLIC_OBJECT_BASIC_INFORMATION basic = {0};
        HANDLE key = opened(above, name, ASKED[i]);
        if (!key)
            return;
        say("%08lx", NtQueryObject(key, ObjectBasicInformation, &basic, sizeof basic, NULL));
        say("%lx", basic.GrantedAccess);
        NtClose(key);
    }
}

static void type_of_object(HKEY above, const wchar_t *name)
{
    BYTE data[512];
    HANDLE key = opened(above, name, KEY_READ);
    if (!key)
        return;
    say("%08lx", NtQueryObject(key, ObjectTypeInformation, data, sizeof data, NULL));
    say("%ls", ((UNICODE_STRING *)data)->Buffer);
    NtClose(key);
}

static void renames(HKEY above, const wchar_t *name)
{
    static const wchar_t *const NEW[] = {L"", L"a\\b", L"gonekey", L"hostkey", L"renamed"};
    HANDLE reading = opened(above, name, KEY_READ), key = opened(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    UNICODE_STRING text = unicode_of(L"renamed");
    say("%08lx", NtRenameKey(reading, &text));
    for (size_t i = 1; i < ARRAYSIZE(NEW); i++) {
        text = unicode_of(NEW[i]);
        say("%08lx", NtRenameKey(key, &text));
    }
    say_value((HKEY)key, L"both"); /* another handle may be one of a deleted key now */
    text = unicode_of(L"after");
    say("%08lx", NtSetValueKey(key, &text, 0, REG_SZ, L"x", 4));
    NtClose(key);
    NtClose(reading);
}

static void absolute(HKEY above, const wchar_t *name)
{
    struct {
        ULONG length;
        WCHAR text[500];
    } answer;
    ULONG needed;
    HANDLE again, key = opened(above, name, KEY_READ);
    if (!key)
        return;
    say("%08lx", NtQueryKey(key, 3, &answer, sizeof answer, &needed));
    UNICODE_STRING path = {(USHORT)answer.length, (USHORT)answer.length, answer.text};
    NTSTATUS status = open_with(&again, NULL, path, KEY_READ | KEY_WOW64_64KEY, OBJ_CASE_INSENSITIVE);
    say("%08lx", status);
    if (status >= 0) {
        say_value((HKEY)again, L"both");
        NtClose(again);
    }
    NtClose(key);
}

static void attributes(HKEY above, const wchar_t *name)
{
    static const ULONG FLAGS[] = {0, OBJ_INHERIT, OBJ_OPENIF, OBJ_OPENLINK, OBJ_CASE_INSENSITIVE | OBJ_OPENIF};
    for (size_t i = 0; i < ARRAYSIZE(FLAGS); i++) {
        DWORD flags = 9;
        HANDLE key;
        NTSTATUS status = open_with(&key, above, unicode_of(name), KEY_READ, FLAGS[i]);
        say("%08lx", status);
        if (status < 0)
            continue;
        say("%d %lu", GetHandleInformation(key, &flags), flags);
        NtClose(key);
    }
}

static void wrong_names(HKEY above, const wchar_t *name)
{
    wchar_t text[128];
    HANDLE key = NULL;
    swprintf(text, 128, L"%ls", name);
    USHORT size = (USHORT)(wcslen(text) * sizeof *text);
    UNICODE_STRING odd = {(USHORT)(size - 1), size, text};
    NTSTATUS status = open_with(&key, above, odd, KEY_READ, OBJ_CASE_INSENSITIVE);
    say("%08lx", status);
    if (status >= 0)
        NtClose(key);
    say("%08lx", NtOpenKey(&key, KEY_READ, NULL));
    UNICODE_STRING lone = unicode_of(name);
    say("%08lx", open_with(&key, NULL, lone, KEY_READ, OBJ_CASE_INSENSITIVE));
    swprintf(text, 128, L"%ls\\", name);
    status = open_with(&key, above, unicode_of(text), KEY_READ, OBJ_CASE_INSENSITIVE);
    say("%08lx", status);
    if (status >= 0)
        NtClose(key);
}

static void names_with_zeros(HKEY above, const wchar_t *name)
{
    UNICODE_STRING text = {6, 6, (wchar_t *)L"v\0w"};
    BYTE data[64];
    ULONG needed;
    HANDLE key = opened(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say("%08lx", NtSetValueKey(key, &text, 0, REG_SZ, L"x", 4));
    say("%08lx", NtQueryValueKey(key, &text, 2, data, sizeof data, &needed));
    UNICODE_STRING half = unicode_of(L"v");
    say("%08lx", NtQueryValueKey(key, &half, 2, data, sizeof data, &needed));
    say("%08lx", NtDeleteValueKey(key, &text));
    say("%08lx", NtDeleteValueKey(key, &text));
    NtClose(key);
}

static void options(HKEY above, const wchar_t *name)
{
    static const ULONG OPTIONS[] = {0, REG_OPTION_BACKUP_RESTORE, REG_OPTION_OPEN_LINK};
    for (size_t i = 0; i < ARRAYSIZE(OPTIONS); i++) {
        UNICODE_STRING text = unicode_of(name);
        OBJECT_ATTRIBUTES where;
        HANDLE key;
        InitializeObjectAttributes(&where, &text, OBJ_CASE_INSENSITIVE, above, NULL);
        NTSTATUS status = NtOpenKeyEx(&key, KEY_READ, &where, OPTIONS[i]);
        say("%08lx", status);
        if (status < 0)
            continue;
        say_value((HKEY)key, L"both");
        NtClose(key);
    }
}

static void no_data(HKEY above, const wchar_t *name)
{
    UNICODE_STRING text = unicode_of(L"both");
    ULONG needed = 0;
    HANDLE key = opened(above, name, KEY_ALL_ACCESS);
    if (!key)
        return;
    say("%08lx", NtSetValueKey(key, &text, 0, REG_BINARY, NULL, 0));
    BYTE data[64];
    say("%08lx", NtQueryValueKey(key, &text, 2, data, sizeof data, &needed));
    say("%lu", needed);
    say("%08lx", NtSetValueKey(key, &text, 7, REG_SZ, L"title", 12));
    say("%08lx", NtQueryValueKey(key, &text, 1, data, sizeof data, &needed));
    say("%lu", needed);
    say("%08lx", NtFlushKey(key));
    NtClose(key);
}

static void create_volatile(HKEY above, const wchar_t *name)
{
    UNICODE_STRING text, inner = unicode_of(L"inner"), class = unicode_of(L"class");
    OBJECT_ATTRIBUTES where;
    wchar_t path[128];
    HANDLE key, below;
    ULONG disposition = 9;
    swprintf(path, 128, L"%ls\\passing", name);
    text = unicode_of(path);
    InitializeObjectAttributes(&where, &text, OBJ_CASE_INSENSITIVE, above, NULL);
    NTSTATUS status = NtCreateKey(&key, KEY_ALL_ACCESS, &where, 0, &class, REG_OPTION_VOLATILE, &disposition);
    say("%08lx %lu", status, disposition);
    if (status < 0)
        return;
    InitializeObjectAttributes(&where, &inner, OBJ_CASE_INSENSITIVE, key, NULL);
    status = NtCreateKey(&below, KEY_ALL_ACCESS, &where, 0, NULL, 0, &disposition);
    say("%08lx", status);
    if (status >= 0)
        NtClose(below);
    status = NtCreateKey(&below, KEY_READ, &where, 0, NULL, REG_OPTION_VOLATILE, &disposition);
    say("%08lx %lu", status, disposition);
    if (status >= 0)
        NtClose(below);
    NtClose(key);
}

static void NTAPI told(void *context, IO_STATUS_BLOCK *io, ULONG reserved)
{
    (void)io, (void)reserved;
    ++*(int *)context;
}

static void watch_by_call(HKEY above, const wchar_t *name)
{
    int calls = 0;
    IO_STATUS_BLOCK io = {0};
    UNICODE_STRING text = unicode_of(L"watched");
    HANDLE key = opened(above, name, KEY_NOTIFY), other = opened(above, name, KEY_ALL_ACCESS);
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (!key)
        return;
    say("%08lx", NtNotifyChangeKey(key, event, told, &calls, &io, REG_NOTIFY_CHANGE_LAST_SET, FALSE, NULL, 0, TRUE));
    say("%08lx", NtSetValueKey(other, &text, 0, REG_SZ, L"x", 4));
    say("%lu", WaitForSingleObject(event, 2000));
    SleepEx(0, TRUE);
    say("%d", calls);
    CloseHandle(event);
    NtClose(key);
    NtClose(other);
}

static void security_rooms(HKEY above, const wchar_t *name)
{
    static const ULONG ROOMS[] = {0, 10, 1000};
    HANDLE key = opened(above, name, KEY_READ), writing = opened(above, name, KEY_SET_VALUE);
    for (size_t r = 0; key && r < ARRAYSIZE(ROOMS); r++) {
        BYTE data[1000];
        ULONG needed = 0;
        say("%08lx", NtQuerySecurityObject(key, DACL_SECURITY_INFORMATION, data, ROOMS[r], &needed));
        say("%08lx", NtQuerySecurityObject(writing, DACL_SECURITY_INFORMATION, data, ROOMS[r], &needed));
    }
    if (key) {
        NtClose(key);
        NtClose(writing);
    }
}

const check DETAILS[] = {
    {"nt-several", several, FALSE},
    {"nt-aligned-values", aligned_values, FALSE},
    {"nt-wrong-classes", wrong_classes, FALSE},
    {"nt-granted-access", granted_access, FALSE},
    {"nt-type-of-object", type_of_object, FALSE},
    {"nt-absolute", absolute, FALSE},
    {"nt-attributes", attributes, FALSE},
    {"nt-wrong-names", wrong_names, FALSE},
    {"nt-options", options, FALSE},
    {"nt-security-rooms", security_rooms, FALSE},
    {"nt-rename", renames, TRUE},
    {"nt-names-with-zeros", names_with_zeros, TRUE},
    {"nt-no-data", no_data, TRUE},
    {"nt-create-volatile", create_volatile, TRUE},
    {"nt-watch-by-call", watch_by_call, TRUE},
    {NULL, NULL, FALSE},
};
