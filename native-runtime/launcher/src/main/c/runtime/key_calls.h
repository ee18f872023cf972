/* The native API of the registry. Names and layouts are those of phnt (ntregapi.h), checked against Wine's winternl.h. */
#pragma once

#include "nt.h"

#define STATUS_NO_MORE_ENTRIES STATUS(0x8000001A)
#define STATUS_PRIVILEGE_NOT_HELD STATUS(0xC0000061)
#define STATUS_KEY_DELETED STATUS(0xC000017C)

/* Of NtQueryKey and NtEnumerateKey. */
enum { KEY_INFO_BASIC, KEY_INFO_NODE, KEY_INFO_FULL, KEY_INFO_NAME, KEY_INFO_CACHED };
/* Of NtQueryValueKey and NtEnumerateValueKey. */
enum { VALUE_INFO_BASIC, VALUE_INFO_FULL, VALUE_INFO_PARTIAL, VALUE_INFO_FULL_ALIGNED, VALUE_INFO_PARTIAL_ALIGNED };

typedef struct {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex, NameLength;
    WCHAR Name[];
} key_basic;

typedef struct {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex, ClassOffset, ClassLength, NameLength;
    WCHAR Name[];
} key_node;

typedef struct {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex, ClassOffset, ClassLength, SubKeys, MaxNameLen, MaxClassLen, Values, MaxValueNameLen, MaxValueDataLen;
    WCHAR Class[];
} key_full;

typedef struct {
    LARGE_INTEGER LastWriteTime;
    ULONG TitleIndex, SubKeys, MaxNameLen, Values, MaxValueNameLen, MaxValueDataLen, NameLength;
    WCHAR Name[];
} key_cached;

typedef struct {
    ULONG NameLength;
    WCHAR Name[];
} key_full_name;

typedef struct {
    ULONG TitleIndex, Type, NameLength;
    WCHAR Name[];
} value_basic;

typedef struct {
    ULONG TitleIndex, Type, DataOffset, DataLength, NameLength;
    WCHAR Name[];
} value_full;

typedef struct {
    ULONG TitleIndex, Type, DataLength;
    UCHAR Data[];
} value_partial;

typedef struct {
    UNICODE_STRING *ValueName;
    ULONG DataLength, DataOffset, Type;
} value_entry;

/* PUBLIC_OBJECT_BASIC_INFORMATION */
typedef struct {
    ULONG Attributes;
    ACCESS_MASK GrantedAccess;
    ULONG Counts[2], Reserved[10];
} object_basic;

#define NT NTSYSAPI NTSTATUS NTAPI
NT NtCreateKey(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG, const UNICODE_STRING *, ULONG, PULONG);
NT NtCreateKeyTransacted(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG, const UNICODE_STRING *, ULONG, HANDLE, PULONG);
NT NtDeleteKey(HANDLE);
NT NtDeleteValueKey(HANDLE, const UNICODE_STRING *);
NT NtEnumerateKey(HANDLE, ULONG, int, void *, ULONG, ULONG *);
NT NtEnumerateValueKey(HANDLE, ULONG, int, void *, ULONG, ULONG *);
NT NtFlushKey(HANDLE);
NT NtLoadKey(const OBJECT_ATTRIBUTES *, OBJECT_ATTRIBUTES *);
NT NtLoadKey2(const OBJECT_ATTRIBUTES *, OBJECT_ATTRIBUTES *, ULONG);
NT NtLoadKeyEx(const OBJECT_ATTRIBUTES *, OBJECT_ATTRIBUTES *, ULONG, HANDLE, HANDLE, ACCESS_MASK, PHANDLE, PIO_STATUS_BLOCK);
NT NtNotifyChangeKey(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, ULONG, BOOLEAN, PVOID, ULONG, BOOLEAN);
NT NtNotifyChangeMultipleKeys(HANDLE, ULONG, OBJECT_ATTRIBUTES *, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, ULONG,
                              BOOLEAN, PVOID, ULONG, BOOLEAN);
NT NtOpenKey(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *);
NT NtOpenKeyEx(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG);
NT NtOpenKeyTransacted(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, HANDLE);
NT NtOpenKeyTransactedEx(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG, HANDLE);
NT NtQueryKey(HANDLE, int, void *, ULONG, ULONG *);
NT NtQueryValueKey(HANDLE, const UNICODE_STRING *, int, void *, ULONG, ULONG *);
NT NtReplaceKey(OBJECT_ATTRIBUTES *, HANDLE, OBJECT_ATTRIBUTES *);
NT NtRestoreKey(HANDLE, HANDLE, ULONG);
NT NtSaveKey(HANDLE, HANDLE);
NT NtSaveKeyEx(HANDLE, HANDLE, ULONG);
NT NtQuerySecurityObject(HANDLE, SECURITY_INFORMATION, PSECURITY_DESCRIPTOR, ULONG, PULONG);
NT NtSetSecurityObject(HANDLE, SECURITY_INFORMATION, PSECURITY_DESCRIPTOR);
NT NtSetValueKey(HANDLE, const UNICODE_STRING *, ULONG, ULONG, const void *, ULONG);
NT NtUnloadKey(OBJECT_ATTRIBUTES *);
NT RtlFormatCurrentUserKeyPath(UNICODE_STRING *);
NTSYSAPI void NTAPI RtlFreeUnicodeString(UNICODE_STRING *);
#undef NT
