/* What is done to the host's registry from outside the container: by a process of it that leaves it. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

NTSYSAPI NTSTATUS NTAPI NtOpenKey(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *);
NTSYSAPI NTSTATUS NTAPI RtlFormatCurrentUserKeyPath(UNICODE_STRING *);

static void leave(void)
{
    enum { CTNR_LEAVE = 3 };
    HMODULE library = GetModuleHandleW(L"ctnr.dll");
    FARPROC function = library ? GetProcAddress(library, MAKEINTRESOURCEA(CTNR_LEAVE)) : NULL;
    if (function)
        function();
}

/* HKEY_CURRENT_USER or HKEY_LOCAL_MACHINE by its whole name: the handle behind the short one may be the container's. */
static HKEY open_root(const wchar_t *path)
{
    UNICODE_STRING user, machine;
    OBJECT_ATTRIBUTES attributes;
    HANDLE root = NULL;
    RtlFormatCurrentUserKeyPath(&user);
    RtlInitUnicodeString(&machine, L"\\Registry\\Machine");
    InitializeObjectAttributes(&attributes, wcsncmp(path, L"HKLM", 4) ? &user : &machine, OBJ_CASE_INSENSITIVE, NULL, NULL);
    NtOpenKey(&root, MAXIMUM_ALLOWED, &attributes);
    return root;
}

static int change(const wchar_t *path, BOOL subkey, HANDLE done)
{
    HKEY root = open_root(path), key, made;
    DWORD disposition = 0;
    LSTATUS error = RegCreateKeyExW(root, path + 5, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition);
    if (error)
        return error;
    error = subkey ? RegCreateKeyExW(key, L"of the host\\inner", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &made, NULL)
                           : set_text(key, L"of the host", L"x");
    WaitForSingleObject(done, 30000);
    if (!error)
        error = subkey ? RegDeleteTreeW(key, L"of the host") : RegDeleteValueW(key, L"of the host");
    if (disposition == REG_CREATED_NEW_KEY)
        RegDeleteKeyW(key, L"");
    return error;
}

/* Whether a session's registry has a key of that name: 1. */
static int is_made(const wchar_t *path)
{
    wchar_t session[256], full[1024];
    BOOL machine = !wcsncmp(path, L"HKLM", 4);
    HKEY sessions, key;
    int made = 0;
    if (RegOpenKeyExW(open_root(L"HKCU"), L"Software\\Ctnr\\Sessions", 0, KEY_READ, &sessions))
        return 0;
    for (DWORD i = 0; !made && !RegEnumKeyW(sessions, i, session, 256); i++) {
        swprintf(full, 1024, L"%ls\\%ls%ls", session, machine ? L"HKLM-SW" : L"HKCU", path + (machine ? 13 : 4));
        made = !RegOpenKeyExW(sessions, full, 0, KEY_READ, &key);
    }
    return made;
}

int outside(const wchar_t *path, const char *what, HANDLE done)
{
    leave();
    return !strcmp(what, "is-made") ? is_made(path) : change(path, !strcmp(what, "host-key"), done);
}
