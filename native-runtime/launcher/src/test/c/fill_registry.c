/*
 * Fills HKCU\Software\Ctnr Test with what snapshots find hard: every script, case, unpaired surrogates, zeros in names,
 * big values, types without a name.
 */
#include <string.h>
#include <windows.h>
#include <winternl.h>

NTSYSAPI NTSTATUS NTAPI NtCreateKey(HANDLE *key, ACCESS_MASK access, OBJECT_ATTRIBUTES *where, ULONG title,
                                    UNICODE_STRING *class, ULONG options, ULONG *made);

static int failed;

static HKEY key(HKEY above, const wchar_t *name)
{
    HKEY key = NULL;
    failed |= RegCreateKeyExW(above, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL) != 0;
    return key;
}

static void value(HKEY key, const wchar_t *name, DWORD type, const void *data, DWORD size)
{
    failed |= RegSetValueExW(key, name, 0, type, data, size) != 0;
}

static void key_with_zero(HKEY above)
{
    WCHAR name[] = {L'z', 0, L'y'};
    UNICODE_STRING text = {sizeof name, sizeof name, name};
    OBJECT_ATTRIBUTES where;
    HANDLE made;
    InitializeObjectAttributes(&where, &text, 0, above, NULL);
    failed |= NtCreateKey(&made, KEY_ALL_ACCESS, &where, 0, NULL, 0, NULL) < 0;
}

int main(void)
{
    static BYTE big[1100000];
    for (size_t i = 0; i < sizeof big; i++)
        big[i] = (BYTE)(i * 7);
    HKEY top = key(HKEY_CURRENT_USER, L"Software\\Ctnr Test");
    key(top, L"b\\deep");
    key(top, L"B-");
    key(top, L"A_");
    key(top, L"a\x0101");
    key(top, L"\x03A9mega");
    key(top, L"\x65E5\x672C\x8A9E");
    key(top, L"\xD83D\xDE00");
    key(top, L"lone\xD800");
    key_with_zero(top);
    value(top, NULL, REG_SZ, L"default", 16);
    value(top, L"big", REG_BINARY, big, sizeof big);
    value(top, L"Number", REG_DWORD, "\1\2\3\4", 4);
    value(top, L"odd", 0x10012, "\xFF", 1);
    value(top, L"nothing", REG_NONE, NULL, 0);
    value(top, L"unpaired\xDC00", REG_SZ, L"\xD800", 4);
    value(top, L"List", REG_MULTI_SZ, L"a\0\x00E9\0", 10);
    return failed;
}
