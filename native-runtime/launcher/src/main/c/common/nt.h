/*
 * What mingw's headers leave out of ntdll's documented calls (learn.microsoft.com, wdm.h and ntifs.h). They are used
 * where Windows' own calls would refuse what is really there: keys with a zero in their name, files called "aux", paths
 * of any length.
 */
#pragma once
#include <windows.h>
#include <winternl.h>

enum { KEY_BASIC = 0, KEY_VALUE_FULL = 1, FILE_FULL_DIRECTORY = 2 };

#define NT_NO_MORE_ENTRIES ((NTSTATUS)0x8000001A)
#define NT_NO_MORE_FILES ((NTSTATUS)0x80000006)
#define NT_BUFFER_OVERFLOW ((NTSTATUS)0x80000005)
#define NT_BUFFER_TOO_SMALL ((NTSTATUS)0xC0000023)
#define NT_NO_SUCH_FILE ((NTSTATUS)0xC000000F)
#define NT_ACCESS_DENIED ((NTSTATUS)0xC0000022)
#define NT_NOT_FOUND ((NTSTATUS)0xC0000034)
#define NT_KEY_DELETED ((NTSTATUS)0xC000017C)
#define NT_DELETE_PENDING ((NTSTATUS)0xC0000056)

#ifndef OBJ_OPENLINK
#define OBJ_OPENLINK 0x100
#endif

typedef struct {
    LARGE_INTEGER written;
    ULONG title, name_length;
    WCHAR name[];
} nt_key_basic;

typedef struct {
    ULONG title, type, data_offset, data_length, name_length;
    WCHAR name[];
} nt_key_value_full;

typedef struct {
    ULONG next, index;
    LARGE_INTEGER created, accessed, written, changed, size, allocated;
    ULONG attributes, name_length;
    ULONG reparse_tag; /* of a reparse point; otherwise the size of extended attributes */
    WCHAR name[];
} nt_file_full;

NTSYSAPI NTSTATUS NTAPI NtOpenKey(HANDLE *key, ACCESS_MASK access, OBJECT_ATTRIBUTES *where);
NTSYSAPI NTSTATUS NTAPI NtEnumerateKey(HANDLE key, ULONG index, ULONG class, void *to, ULONG length, ULONG *needed);
NTSYSAPI NTSTATUS NTAPI NtEnumerateValueKey(HANDLE key, ULONG index, ULONG class, void *to, ULONG length,
                                            ULONG *needed);
NTSYSAPI NTSTATUS NTAPI NtQueryKey(HANDLE key, ULONG class, void *to, ULONG length, ULONG *needed);
NTSYSAPI NTSTATUS NTAPI RtlGetVersion(RTL_OSVERSIONINFOW *version);
NTSYSAPI NTSTATUS NTAPI RtlFormatCurrentUserKeyPath(UNICODE_STRING *path);
NTSYSAPI NTSTATUS NTAPI NtQueryDirectoryFile(HANDLE folder, HANDLE event, void *routine, void *context,
                                             IO_STATUS_BLOCK *status, void *to, ULONG length, ULONG class,
                                             BOOLEAN single, UNICODE_STRING *pattern, BOOLEAN again);
