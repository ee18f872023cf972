#include "stand_in.h"

#include <string.h>

NTSYSAPI WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR);

/* FNV-1a of the path, in which case does not count. */
unsigned long long stand_in_number(const UNICODE_STRING *file)
{
    unsigned long long sum = 0xcbf29ce484222325;
    for (USHORT i = 0; i < file->Length / sizeof(WCHAR); i++)
        sum = (sum ^ RtlUpcaseUnicodeChar(file->Buffer[i])) * 0x100000001b3;
    return sum;
}

static void add(UNICODE_STRING *to, const WCHAR *text, size_t length)
{
    memcpy((char *)to->Buffer + to->Length, text, length * sizeof *text);
    to->Length += (USHORT)(length * sizeof *text);
}

static void add_number(UNICODE_STRING *to, unsigned long long number)
{
    for (int shift = 60; shift >= 0; shift -= 4)
        add(to, &L"0123456789abcdef"[number >> shift & 15], 1);
}

static NTSTATUS open_at(UNICODE_STRING *path, const UNICODE_STRING *class, HANDLE *root)
{
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, path, OBJ_CASE_INSENSITIVE, NULL, NULL);
    return class ? NtCreateKey(root, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &attributes, 0, class, 0, NULL)
                 : NtOpenKey(root, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &attributes);
}

NTSTATUS stand_in_open(const UNICODE_STRING *file, const UNICODE_STRING *class, HANDLE *root)
{
    static const WCHAR ABOVE[] = L"\\Software\\CtnrStandIn";
    WCHAR room[512];
    UNICODE_STRING user, path = {0, sizeof room, room};
    *root = NULL;
    NTSTATUS status = RtlFormatCurrentUserKeyPath(&user);
    if (status < 0)
        return status;
    add(&path, user.Buffer, user.Length / sizeof(WCHAR));
    RtlFreeUnicodeString(&user);
    add(&path, ABOVE, sizeof ABOVE / sizeof *ABOVE - 1);
    if (class && open_at(&path, class, root) >= 0)
        NtClose(*root);
    add(&path, L"\\", 1);
    add_number(&path, stand_in_number(file));
    return open_at(&path, class, root);
}
