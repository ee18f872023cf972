#include "app_hive.h"

#include "key_calls.h"

#include <string.h>

enum { REG_OF_APPLICATION = 0x10 }; /* REG_APP_HIVE */

NTSYSAPI NTSTATUS NTAPI RtlStringFromGUID(const GUID *, UNICODE_STRING *);

/* A name that no other hive has. Where the file is loaded already, Windows gives the keys that are there, under their own. */
static GUID new_name(void)
{
    LARGE_INTEGER now = {0};
    PROCESS_BASIC_INFORMATION basic = {0};
    NtQuerySystemTime(&now);
    NtQueryInformationProcess((HANDLE)-1 /* this process */, ProcessBasicInformation, &basic, sizeof basic, NULL);
    GUID name = {(ULONG)(ULONG_PTR)basic.UniqueProcessId, 0, 0, {0}};
    memcpy(name.Data4, &now, sizeof name.Data4);
    return name;
}

NTSTATUS app_hive_load(const UNICODE_STRING *file, HANDLE *root)
{
    static const WCHAR ABOVE[] = L"\\REGISTRY\\A\\";
    enum { LENGTH = sizeof ABOVE / sizeof *ABOVE - 1, LENGTH_OF_GUID = 38 };
    WCHAR path[LENGTH + LENGTH_OF_GUID];
    OBJECT_ATTRIBUTES key, source;
    UNICODE_STRING guid;
    GUID name = new_name();
    *root = NULL;
    NTSTATUS status = RtlStringFromGUID(&name, &guid);
    if (status < 0)
        return status;
    memcpy(path, ABOVE, LENGTH * sizeof *path);
    memcpy(path + LENGTH, guid.Buffer, LENGTH_OF_GUID * sizeof *path);
    RtlFreeUnicodeString(&guid);
    UNICODE_STRING spelling = {sizeof path, sizeof path, path};
    InitializeObjectAttributes(&key, &spelling, OBJ_CASE_INSENSITIVE, NULL, NULL);
    InitializeObjectAttributes(&source, (UNICODE_STRING *)file, OBJ_CASE_INSENSITIVE, NULL, NULL);
    status = NtLoadKeyEx(&key, &source, REG_OF_APPLICATION, NULL, NULL, KEY_ALL_ACCESS, root, NULL);
    return status >= 0 && !*root ? STATUS_NOT_SUPPORTED : status;
}

void app_hive_unload(HANDLE root)
{
    NtClose(root);
}
