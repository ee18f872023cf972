/*
 * The native API as far as the runtime uses it and mingw's winternl.h leaves it out. Names and layouts are those of
 * phnt (github.com/winsiderss/systeminformer, phnt/include), checked against Wine's winternl.h.
 */
#pragma once

#include <windows.h>
#include <winternl.h>

#define STATUS(code) ((NTSTATUS)(code))
#define STATUS_NOTIFY_CLEANUP STATUS(0x0000010B)
#define STATUS_NOTIFY_ENUM_DIR STATUS(0x0000010C)
#define STATUS_CANCELLED STATUS(0xC0000120)
#define STATUS_NO_MORE_FILES STATUS(0x80000006)
#define STATUS_BUFFER_OVERFLOW STATUS(0x80000005)
#define STATUS_UNSUCCESSFUL STATUS(0xC0000001)
#define STATUS_NOT_IMPLEMENTED STATUS(0xC0000002)
#define STATUS_INVALID_INFO_CLASS STATUS(0xC0000003)
#define STATUS_INFO_LENGTH_MISMATCH STATUS(0xC0000004)
#define STATUS_NO_SUCH_FILE STATUS(0xC000000F)
#define STATUS_ACCESS_DENIED STATUS(0xC0000022)
#define STATUS_BUFFER_TOO_SMALL STATUS(0xC0000023)
#define STATUS_OBJECT_TYPE_MISMATCH STATUS(0xC0000024)
#define STATUS_OBJECT_NAME_INVALID STATUS(0xC0000033)
#define STATUS_OBJECT_NAME_NOT_FOUND STATUS(0xC0000034)
#define STATUS_OBJECT_NAME_COLLISION STATUS(0xC0000035)
#define STATUS_OBJECT_PATH_NOT_FOUND STATUS(0xC000003A)
#define STATUS_NOT_FOUND STATUS(0xC0000225)
#define STATUS_NOT_SUPPORTED STATUS(0xC00000BB)
#define STATUS_INVALID_IMAGE_FORMAT STATUS(0xC000007B)
#define STATUS_NOT_SAME_DEVICE STATUS(0xC00000D4)
#define STATUS_FILE_IS_A_DIRECTORY STATUS(0xC00000BA)
#define STATUS_DIRECTORY_NOT_EMPTY STATUS(0xC0000101)
#define STATUS_NOT_A_DIRECTORY STATUS(0xC0000103)
#define STATUS_NAME_TOO_LONG STATUS(0xC0000106)
#define STATUS_CANNOT_DELETE STATUS(0xC0000121)
#define STATUS_SHARING_VIOLATION STATUS(0xC0000043)
#define STATUS_DELETE_PENDING STATUS(0xC0000056)
#define STATUS_IO_REPARSE_DATA_INVALID STATUS(0xC0000278)
#define STATUS_IO_REPARSE_TAG_MISMATCH STATUS(0xC0000277)
#define STATUS_NOT_A_REPARSE_POINT STATUS(0xC0000275)
#define STATUS_REPARSE_POINT_NOT_RESOLVED STATUS(0xC0000280)
#define STATUS_END_OF_FILE_FOUND STATUS(0xC0000011)
#define STATUS_INVALID_DEVICE_REQUEST STATUS(0xC0000010)
#ifndef STATUS_SUCCESS
#define STATUS_SUCCESS STATUS(0)
#endif

/* Information classes that winternl.h does not number. */
enum {
    FILE_DISPOSITION_EX = 64,
    FILE_RENAME_EX = 65,
    FILE_LINK_EX = 72,
    FILE_ID = 59,
    FILE_STAT = 68,
    FILE_STAT_LX = 70,
    FILE_STAT_BASIC = 77,
    FILE_ID_EXTD_DIRECTORY = 60,
    FILE_ID_EXTD_BOTH_DIRECTORY = 63,
    OBJECT_NAME = 1,
    PROCESS_TIMES = 4,
    PROCESS_WOW64 = 26,
    PROCESS_IMAGE_NAME = 27,
    THREAD_BASIC = 0,
    PROCESS_IMAGE_NAME_WIN32 = 43,
    MEMORY_SECTION_NAME = 2
};

/* Flags of NtQueryDirectoryFileEx. */
enum { SL_RESTART = 1, SL_SINGLE_ENTRY = 2 };

typedef struct {
    LARGE_INTEGER CreationTime, LastAccessTime, LastWriteTime, ChangeTime;
    ULONG FileAttributes;
} file_basic;

typedef struct {
    LARGE_INTEGER CreationTime, LastAccessTime, LastWriteTime, ChangeTime, AllocationSize, EndOfFile;
    ULONG FileAttributes;
} file_network_open;

typedef struct {
    LARGE_INTEGER AllocationSize, EndOfFile;
    ULONG NumberOfLinks;
    BOOLEAN DeletePending, Directory;
} file_standard;

/* Of FileRenameInformation and FileLinkInformation; the Ex classes have flags in the place of ReplaceIfExists. */
typedef struct {
    union {
        BOOLEAN ReplaceIfExists;
        ULONG Flags;
    } u;
    HANDLE RootDirectory;
    ULONG FileNameLength;
    WCHAR FileName[];
} file_rename;

typedef struct {
    ULONG FileNameLength;
    WCHAR FileName[];
} file_name;

/* FILE_COMPLETION_INFORMATION */
typedef struct {
    HANDLE Port;
    PVOID Key;
} file_completion;

typedef struct {
    SIZE_T Attribute, Size;
    union {
        ULONG_PTR Value;
        PVOID ValuePtr;
    } u;
    PSIZE_T ReturnLength;
} ps_attribute;

typedef struct {
    SIZE_T TotalLength;
    ps_attribute Attributes[];
} ps_attribute_list;

enum { PS_ATTRIBUTE_IMAGE_NAME = 0x20005 };
enum { PROCESS_CREATE_FLAGS_BREAKAWAY = 1, THREAD_CREATE_FLAGS_CREATE_SUSPENDED = 1 };

typedef struct {
    UNICODE_STRING DosPath;
    HANDLE Handle;
} current_directory;

/* THREAD_BASIC_INFORMATION */
typedef struct {
    NTSTATUS ExitStatus;
    PVOID Teb;
    CLIENT_ID ClientId;
    ULONG_PTR AffinityMask;
    LONG Priority, BasePriority;
} thread_basic;

/* RTL_USER_PROCESS_PARAMETERS up to what is needed. */
typedef struct {
    ULONG MaximumLength, Length, Flags, DebugFlags;
    HANDLE ConsoleHandle;
    ULONG ConsoleFlags;
    HANDLE StandardInput, StandardOutput, StandardError;
    current_directory CurrentDirectory;
    UNICODE_STRING DllPath, ImagePathName, CommandLine;
    PVOID Environment;
} process_parameters;

typedef struct {
    LIST_ENTRY InLoadOrder, InMemoryOrder, InInitializationOrder;
    PVOID DllBase, EntryPoint;
    ULONG SizeOfImage;
    UNICODE_STRING FullDllName, BaseDllName;
} loader_entry;

/* LDR_DLL_NOTIFICATION_DATA; the same for both reasons. */
enum { LOADER_LOADED = 1, LOADER_UNLOADED = 2 };
typedef struct {
    ULONG Flags;
    const UNICODE_STRING *FullDllName, *BaseDllName;
    PVOID DllBase;
    ULONG SizeOfImage;
} loader_change;

#define NT NTSYSAPI NTSTATUS NTAPI
NT NtAllocateVirtualMemory(HANDLE, PVOID *, ULONG_PTR, PSIZE_T, ULONG, ULONG);
NT NtCreateEvent(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG, BOOLEAN);
NT NtCreateKey(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG, const UNICODE_STRING *, ULONG, PULONG);
NT NtCreateKeyTransacted(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, ULONG, const UNICODE_STRING *, ULONG, HANDLE, PULONG);
NT NtCreateSection(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, const LARGE_INTEGER *, ULONG, ULONG, HANDLE);
NT NtDeleteKey(HANDLE);
NT NtDeleteValueKey(HANDLE, const UNICODE_STRING *);
NT NtQueryKey(HANDLE, int, void *, ULONG, ULONG *);
NT NtRenameKey(HANDLE, UNICODE_STRING *);
NT NtSetValueKey(HANDLE, const UNICODE_STRING *, ULONG, ULONG, const void *, ULONG);
NT NtWriteFileGather(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG, PLARGE_INTEGER, PULONG);
NT NtCreateUserProcess(PHANDLE, PHANDLE, ACCESS_MASK, ACCESS_MASK, OBJECT_ATTRIBUTES *, OBJECT_ATTRIBUTES *, ULONG,
                       ULONG, process_parameters *, PVOID, ps_attribute_list *);
NT NtDeleteFile(OBJECT_ATTRIBUTES *);
NT NtFsControlFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, ULONG, PVOID, ULONG, PVOID, ULONG);
NT NtDelayExecution(BOOLEAN, const LARGE_INTEGER *);
NT NtDuplicateObject(HANDLE, HANDLE, HANDLE, PHANDLE, ACCESS_MASK, ULONG, ULONG);
NT NtFlushInstructionCache(HANDLE, LPCVOID, SIZE_T);
NT NtFreeVirtualMemory(HANDLE, PVOID *, PSIZE_T, ULONG);
NT NtMapViewOfSection(HANDLE, HANDLE, PVOID *, ULONG_PTR, SIZE_T, PLARGE_INTEGER, PSIZE_T, ULONG, ULONG, ULONG);
NT NtCancelIoFile(HANDLE, PIO_STATUS_BLOCK);
NT NtCancelIoFileEx(HANDLE, PIO_STATUS_BLOCK, PIO_STATUS_BLOCK);
NT NtNotifyChangeDirectoryFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG, ULONG, BOOLEAN);
NT NtNotifyChangeDirectoryFileEx(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG, ULONG, BOOLEAN,
                                 ULONG);
NT NtSetIoCompletion(HANDLE, ULONG_PTR, ULONG_PTR, NTSTATUS, SIZE_T);
NT RtlCreateUserThread(HANDLE, PVOID, BOOLEAN, ULONG, SIZE_T, SIZE_T, PVOID, PVOID, PHANDLE, PVOID);
NT NtOpenSection(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *);
NT NtProtectVirtualMemory(HANDLE, PVOID *, PSIZE_T, ULONG, PULONG);
NT NtQueryAttributesFile(OBJECT_ATTRIBUTES *, file_basic *);
NT NtQueryDirectoryFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG, FILE_INFORMATION_CLASS,
                        BOOLEAN, PUNICODE_STRING, BOOLEAN);
NT NtQueryDirectoryFileEx(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG,
                          FILE_INFORMATION_CLASS, ULONG, PUNICODE_STRING);
NT NtQueryFullAttributesFile(OBJECT_ATTRIBUTES *, file_network_open *);
NT NtQueryInformationByName(OBJECT_ATTRIBUTES *, PIO_STATUS_BLOCK, PVOID, ULONG, FILE_INFORMATION_CLASS);
NT NtQueryVirtualMemory(HANDLE, LPCVOID, ULONG, PVOID, SIZE_T, PSIZE_T);
NT NtQueryEaFile(HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG, BOOLEAN, PVOID, ULONG, PULONG, BOOLEAN);
NT NtSetEaFile(HANDLE, PIO_STATUS_BLOCK, PVOID, ULONG);
NT NtQueueApcThread(HANDLE, PVOID, PVOID, PVOID, PVOID);
NT RtlQueueApcWow64Thread(HANDLE, PVOID, PVOID, PVOID, PVOID);
NT NtReadFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG, PLARGE_INTEGER, PULONG);
NT NtReadVirtualMemory(HANDLE, LPCVOID, PVOID, SIZE_T, PSIZE_T);
NT NtResumeThread(HANDLE, PULONG);
NT NtSetEvent(HANDLE, PLONG);
NT NtTerminateProcess(HANDLE, NTSTATUS);
NT NtWriteFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, LPCVOID, ULONG, PLARGE_INTEGER, PULONG);
NT NtWriteVirtualMemory(HANDLE, PVOID, LPCVOID, SIZE_T, PSIZE_T);
NT NtClearEvent(HANDLE);
NT NtCreateMutant(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, BOOLEAN);
NT NtOpenProcess(PHANDLE, ACCESS_MASK, const OBJECT_ATTRIBUTES *, const CLIENT_ID *);
NT NtReleaseMutant(HANDLE, PLONG);
NT NtWaitForMultipleObjects(ULONG, const HANDLE *, ULONG, BOOLEAN, const LARGE_INTEGER *);
NT LdrRegisterDllNotification(ULONG, void(CALLBACK *)(ULONG, const loader_change *, void *), void *, void **);
enum { LDR_ADDREF_DLL_PIN = 1 };
NT LdrAddRefDll(ULONG, HMODULE);
NT LdrGetDllHandle(LPCWSTR, PULONG, const UNICODE_STRING *, HMODULE *);
NT LdrGetProcedureAddress(HMODULE, const ANSI_STRING *, ULONG, PVOID *);
NTSYSAPI ULONG NTAPI RtlDetermineDosPathNameType_U(PCWSTR);
NT RtlQueryEnvironmentVariable_U(PVOID, const UNICODE_STRING *, UNICODE_STRING *);
NT RtlSetCurrentDirectory_U(const UNICODE_STRING *);
NT RtlSetEnvironmentVariable(PVOID *, UNICODE_STRING *, UNICODE_STRING *);
NT RtlUnicodeToUTF8N(LPSTR, ULONG, PULONG, LPCWSTR, ULONG);
NT RtlWow64EnableFsRedirectionEx(ULONG, PULONG);
NTSYSAPI void NTAPI RtlMapGenericMask(ULONG *, const GENERIC_MAPPING *);
NT RtlDeleteCriticalSection(RTL_CRITICAL_SECTION *);
NT RtlEnterCriticalSection(RTL_CRITICAL_SECTION *);
NT RtlInitializeCriticalSection(RTL_CRITICAL_SECTION *);
NT RtlLeaveCriticalSection(RTL_CRITICAL_SECTION *);
NTSYSAPI DWORD NTAPI RtlGetLastWin32Error(void);
NTSYSAPI void NTAPI RtlSetLastWin32Error(DWORD);
NTSYSAPI WCHAR NTAPI RtlUpcaseUnicodeChar(WCHAR);
NTSYSAPI PEB *NTAPI RtlGetCurrentPeb(void);
#undef NT

static inline UNICODE_STRING unicode(const wchar_t *at, size_t length)
{
    return (UNICODE_STRING){.Length = (USHORT)(length * sizeof *at),
                            .MaximumLength = (USHORT)(length * sizeof *at),
                            .Buffer = (wchar_t *)at};
}

static inline HANDLE this_process(void)
{
    return (HANDLE)(LONG_PTR)-1;
}

static inline HANDLE this_thread(void)
{
    return (HANDLE)(LONG_PTR)-2;
}
