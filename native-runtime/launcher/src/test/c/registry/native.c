/* The same through the native API, which runtimes of other languages call. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define NT NTSYSAPI NTSTATUS NTAPI
NT NtOpenKey(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *);
NT NtCreateKey(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, ULONG, UNICODE_STRING *, ULONG, ULONG *);
NT NtDeleteKey(HANDLE);
NT NtQueryKey(HANDLE, int, void *, ULONG, ULONG *);
NT NtEnumerateKey(HANDLE, ULONG, int, void *, ULONG, ULONG *);
NT NtEnumerateValueKey(HANDLE, ULONG, int, void *, ULONG, ULONG *);
NT NtQueryValueKey(HANDLE, UNICODE_STRING *, int, void *, ULONG, ULONG *);
NT NtSetValueKey(HANDLE, UNICODE_STRING *, ULONG, ULONG, const void *, ULONG);
NT NtDeleteValueKey(HANDLE, UNICODE_STRING *);
#undef NT

static NTSTATUS open_native(HANDLE *key, HKEY above, const wchar_t *name, ACCESS_MASK access)
{
    UNICODE_STRING text;
    OBJECT_ATTRIBUTES attributes;
    RtlInitUnicodeString(&text, name);
    InitializeObjectAttributes(&attributes, &text, OBJ_CASE_INSENSITIVE, above, NULL);
    return NtOpenKey(key, access, &attributes);
}

static void say_bytes(const BYTE *data, ULONG from, ULONG to)
{
    unsigned sum = 0;
    for (ULONG i = from; i < to; i++)
        sum = sum * 31 + data[i];
    printf("/%x", sum);
}

/* All but the time, which comes first. */
static void key_classes(HANDLE key, int first, int last, ULONG index, BOOL entry)
{
    static const ULONG ROOMS[] = {0, 10, 16, 30, 44, 60, 1000};
    for (int class = first; class <= last; class++)
        for (size_t r = 0; r < sizeof ROOMS / sizeof *ROOMS; r++) {
            BYTE data[1000];
            ULONG needed = 9999;
            if (class == 3)
                continue;
            memset(data, 0xee, sizeof data);
            NTSTATUS status = entry ? NtEnumerateKey(key, index, class, data, ROOMS[r], &needed)
                                    : NtQueryKey(key, class, data, ROOMS[r], &needed);
            say("%08lx", status);
            if (status >= 0 || status == (NTSTATUS)0x80000005)
                say("%lu", needed);
            if (status >= 0)
                say_bytes(data, 8, class == 4 ? 36 : needed); /* what lies behind that is padding */
        }
}

static void query(HKEY above, const wchar_t *name)
{
    HANDLE key;
    NTSTATUS status = open_native(&key, above, name, KEY_READ);
    say("%08lx", status);
    if (status < 0)
        return;
    key_classes(key, 0, 4, 0, FALSE);
    NtClose(key);
}

static void query_without_right(HKEY above, const wchar_t *name)
{
    HANDLE key;
    BYTE data[256];
    ULONG needed;
    if (open_native(&key, above, name, KEY_NOTIFY) < 0)
        return;
    for (int class = 0; class < 3; class++)
        say("%08lx", NtQueryKey(key, class, data, sizeof data, &needed));
    NtClose(key);
}

static void enumerate(HKEY above, const wchar_t *name)
{
    HANDLE key;
    if (open_native(&key, above, name, KEY_READ) < 0)
        return;
    for (ULONG i = 0; i < 5; i++)
        key_classes(key, 0, 2, i, TRUE);
    NtClose(key);
}

static void value_classes(HANDLE key, UNICODE_STRING *name, ULONG index)
{
    static const ULONG ROOMS[] = {0, 8, 12, 16, 24, 40, 1000};
    for (int class = 0; class < 3; class++)
        for (size_t r = 0; r < sizeof ROOMS / sizeof *ROOMS; r++) {
            BYTE data[1000];
            ULONG needed = 9999;
            memset(data, 0xee, sizeof data);
            NTSTATUS status = name ? NtQueryValueKey(key, name, class, data, ROOMS[r], &needed)
                                   : NtEnumerateValueKey(key, index, class, data, ROOMS[r], &needed);
            say("%08lx", status);
            if (status >= 0 || status == (NTSTATUS)0x80000005)
                say("%lu", needed);
            if (status >= 0)
                say_bytes(data, 0, needed);
        }
}

static void values(HKEY above, const wchar_t *name)
{
    static const wchar_t *const NAMES[] = {L"", L"a", L"both", L"low", L"gone", L"same"};
    HANDLE key;
    if (open_native(&key, above, name, KEY_READ) < 0)
        return;
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        UNICODE_STRING text;
        RtlInitUnicodeString(&text, NAMES[i]);
        value_classes(key, &text, 0);
    }
    NtClose(key);
}

static void enumerate_values(HKEY above, const wchar_t *name)
{
    HANDLE key;
    if (open_native(&key, above, name, KEY_READ) < 0)
        return;
    for (ULONG i = 0; i < 6; i++)
        value_classes(key, NULL, i);
    NtClose(key);
}

static void names(HKEY above, const wchar_t *name)
{
    union {
        struct {
            ULONG length;
            WCHAR text[500];
        } name;
        struct {
            UNICODE_STRING text;
            WCHAR room[500];
        } object;
    } answer;
    HANDLE key;
    ULONG needed;
    if (open_native(&key, above, name, KEY_READ) < 0)
        return;
    NTSTATUS status = NtQueryKey(key, 3, &answer, sizeof answer, &needed);
    say("%08lx", status);
    CharLowerBuffW(answer.name.text, answer.name.length / 2);
    say_name(answer.name.text, answer.name.length / 2);
    say("%08lx", NtQueryKey(key, 3, &answer, 2, &needed));
    say("%08lx", NtQueryKey(key, 3, &answer, 20, &needed));
    status = NtQueryObject(key, (OBJECT_INFORMATION_CLASS)1, &answer, sizeof answer, &needed);
    say("%08lx", status);
    CharLowerBuffW(answer.object.text.Buffer, answer.object.text.Length / 2);
    say_name(answer.object.text.Buffer, answer.object.text.Length / 2);
    NtClose(key);
}

static void empty_name(HKEY above, const wchar_t *name)
{
    HANDLE key, again;
    if (open_native(&key, above, name, KEY_READ) < 0)
        return;
    say("%08lx", open_native(&again, (HKEY)key, L"", KEY_ALL_ACCESS));
    UNICODE_STRING text;
    RtlInitUnicodeString(&text, L"through the empty name");
    say("%08lx", NtSetValueKey(again, &text, 0, REG_SZ, L"x", 4));
    NtClose(again);
    say_value((HKEY)key, L"through the empty name");
    NtClose(key);
}

static void create(HKEY above, const wchar_t *name)
{
    UNICODE_STRING text, class;
    OBJECT_ATTRIBUTES attributes;
    HANDLE key;
    ULONG disposition = 9;
    wchar_t path[128];
    swprintf(path, 128, L"%ls\\native", name);
    RtlInitUnicodeString(&text, path);
    RtlInitUnicodeString(&class, L"native class");
    InitializeObjectAttributes(&attributes, &text, OBJ_CASE_INSENSITIVE, above, NULL);
    for (int i = 0; i < 2; i++) {
        NTSTATUS status = NtCreateKey(&key, KEY_ALL_ACCESS, &attributes, 0, &class, 0, &disposition);
        say("%08lx %lu", status, disposition);
        if (status < 0)
            return;
        if (i)
            key_classes(key, 0, 2, 0, FALSE);
        NtClose(key);
    }
    swprintf(path, 128, L"%ls\\one\\two", name);
    RtlInitUnicodeString(&text, path);
    say("%08lx", NtCreateKey(&key, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, NULL));
}

static void delete(HKEY above, const wchar_t *name)
{
    HANDLE key, reading;
    UNICODE_STRING text;
    RtlInitUnicodeString(&text, L"a");
    if (open_native(&key, above, name, DELETE | KEY_READ) < 0)
        return;
    open_native(&reading, above, name, KEY_READ);
    say("%08lx", NtDeleteKey(reading));
    NTSTATUS status = NtDeleteKey(key);
    say("%08lx", status);
    say("%08lx", NtSetValueKey(key, &text, 0, REG_SZ, L"x", 4));
    if (status >= 0) {
        BYTE data[64];
        ULONG needed;
        say("%08lx", NtDeleteKey(key));
        say("%08lx", NtQueryValueKey(reading, &text, 2, data, sizeof data, &needed));
        say("%08lx", NtEnumerateKey(reading, 0, 0, data, sizeof data, &needed));
        say("%08lx", NtEnumerateValueKey(reading, 0, 0, data, sizeof data, &needed));
        say("%08lx", NtQueryKey(reading, 2, data, sizeof data, &needed));
    }
    NtClose(reading);
    NtClose(key);
}

static void duplicate(HKEY above, const wchar_t *name)
{
    HANDLE key, second, reading;
    UNICODE_STRING text;
    RtlInitUnicodeString(&text, L"by the second handle");
    if (open_native(&key, above, name, KEY_ALL_ACCESS) < 0)
        return;
    say("%d", DuplicateHandle(GetCurrentProcess(), key, GetCurrentProcess(), &second, 0, FALSE, DUPLICATE_SAME_ACCESS));
    say("%d", DuplicateHandle(GetCurrentProcess(), key, GetCurrentProcess(), &reading, KEY_READ, FALSE, DUPLICATE_CLOSE_SOURCE));
    say("%08lx", NtSetValueKey(second, &text, 0, REG_SZ, L"x", 4));
    say("%08lx", NtSetValueKey(reading, &text, 0, REG_SZ, L"x", 4));
    say_value((HKEY)reading, L"by the second handle");
    say("%08lx", NtDeleteValueKey(second, &text));
    say_value((HKEY)reading, L"by the second handle");
    NtClose(second);
    NtClose(reading);
}

static void wrong_handles(HKEY above, const wchar_t *name)
{
    BYTE data[64];
    ULONG needed;
    HANDLE key, event = CreateEventW(NULL, FALSE, FALSE, NULL);
    (void)above;
    say("%08lx", NtQueryKey(event, 0, data, sizeof data, &needed));
    say("%08lx", NtQueryKey(NULL, 0, data, sizeof data, &needed));
    say("%08lx", NtEnumerateKey(event, 0, 0, data, sizeof data, &needed));
    say("%08lx", NtDeleteKey(event));
    say("%08lx", open_native(&key, event, name, KEY_READ));
    CloseHandle(event);
}

const check NATIVE[] = {
    {"nt-query", query, FALSE},
    {"nt-query-without-right", query_without_right, FALSE},
    {"nt-enumerate", enumerate, FALSE},
    {"nt-values", values, FALSE},
    {"nt-enumerate-values", enumerate_values, FALSE},
    {"nt-names", names, FALSE},
    {"nt-wrong-handles", wrong_handles, FALSE},
    {"nt-empty-name", empty_name, TRUE},
    {"nt-create", create, TRUE},
    {"nt-delete", delete, TRUE},
    {"nt-duplicate", duplicate, TRUE},
    {NULL, NULL, FALSE},
};
