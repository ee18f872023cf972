/* The same through the native API, which runtimes of other languages call. */
#include "checks.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>
#include <winternl.h>

NTSYSAPI NTSTATUS NTAPI NtQueryDirectoryFile(HANDLE, HANDLE, PIO_APC_ROUTINE, PVOID, PIO_STATUS_BLOCK, PVOID, ULONG,
                                             FILE_INFORMATION_CLASS, BOOLEAN, PUNICODE_STRING, BOOLEAN);
NTSYSAPI NTSTATUS NTAPI NtDeleteFile(POBJECT_ATTRIBUTES);
NTSYSAPI NTSTATUS NTAPI NtQueryFullAttributesFile(POBJECT_ATTRIBUTES, PVOID);

static NTSTATUS native_open(HANDLE *file, HANDLE root, const wchar_t *name, ACCESS_MASK access, ULONG disposition,
                            ULONG options, ULONG_PTR *information)
{
    UNICODE_STRING spelling;
    OBJECT_ATTRIBUTES attributes;
    IO_STATUS_BLOCK io = {0};
    RtlInitUnicodeString(&spelling, name);
    InitializeObjectAttributes(&attributes, &spelling, OBJ_CASE_INSENSITIVE, root, NULL);
    NTSTATUS status = NtCreateFile(file, access | SYNCHRONIZE, &attributes, &io, NULL, FILE_ATTRIBUTE_NORMAL,
                                   FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, disposition,
                                   options | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
    *information = io.Information;
    return status;
}

static void created(const wchar_t *path, ULONG disposition, ULONG options)
{
    wchar_t name[1024];
    HANDLE file;
    ULONG_PTR information;
    swprintf(name, 1024, L"\\??\\%ls", path);
    NTSTATUS status = native_open(&file, NULL, name, FILE_READ_DATA | (disposition == FILE_OPEN || disposition == FILE_OPEN_IF ? 0 : FILE_WRITE_DATA),
                                  disposition, options, &information);
    say("%08lx", status);
    if (status >= 0) {
        say("information-%d", (int)information);
        NtClose(file);
    }
}

static void supersede(const wchar_t *path) { created(path, FILE_SUPERSEDE, FILE_NON_DIRECTORY_FILE); }
static void overwrite(const wchar_t *path) { created(path, FILE_OVERWRITE, FILE_NON_DIRECTORY_FILE); }
static void overwrite_if(const wchar_t *path) { created(path, FILE_OVERWRITE_IF, FILE_NON_DIRECTORY_FILE); }
static void open_if(const wchar_t *path) { created(path, FILE_OPEN_IF, 0); }
static void open_folder(const wchar_t *path) { created(path, FILE_OPEN, FILE_DIRECTORY_FILE); }
static void open_folder_if(const wchar_t *path) { created(path, FILE_OPEN_IF, FILE_DIRECTORY_FILE); }
static void open_no_folder(const wchar_t *path) { created(path, FILE_OPEN, FILE_NON_DIRECTORY_FILE); }

static HANDLE folder_of(const wchar_t *path)
{
    wchar_t name[1024];
    HANDLE folder = NULL;
    ULONG_PTR information;
    swprintf(name, 1024, L"\\??\\%ls", beside(path, L""));
    if (native_open(&folder, NULL, name, FILE_LIST_DIRECTORY | FILE_TRAVERSE, FILE_OPEN, FILE_DIRECTORY_FILE, &information) < 0)
        return NULL;
    return folder;
}

static void relative(const wchar_t *path)
{
    HANDLE folder = folder_of(path), file;
    ULONG_PTR information;
    if (!folder) {
        say("no folder");
        return;
    }
    const wchar_t *name = wcsrchr(path, L'\\') + 1;
    NTSTATUS status = native_open(&file, folder, name, FILE_READ_DATA, FILE_OPEN, 0, &information);
    say("%08lx", status);
    if (status >= 0)
        NtClose(file);
    status = native_open(&file, folder, L"made-beside", FILE_WRITE_DATA, FILE_CREATE, FILE_NON_DIRECTORY_FILE, &information);
    say("%08lx", status);
    if (status >= 0)
        NtClose(file);
    NtClose(folder);
}

static void delete_native(const wchar_t *path)
{
    wchar_t name[1024];
    UNICODE_STRING spelling;
    OBJECT_ATTRIBUTES attributes;
    swprintf(name, 1024, L"\\??\\%ls", path);
    RtlInitUnicodeString(&spelling, name);
    InitializeObjectAttributes(&attributes, &spelling, OBJ_CASE_INSENSITIVE, NULL, NULL);
    NtDeleteFile(&attributes); /* what it says of a folder with entries differs between systems; what it does, not */
    say("%lx", GetFileAttributesW(path));
}

static void name_information(const wchar_t *path)
{
    struct {
        ULONG length;
        WCHAR name[1000];
    } answer;
    IO_STATUS_BLOCK io;
    HANDLE file = open_with(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (file == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    NTSTATUS status = NtQueryInformationFile(file, &io, &answer, sizeof answer, FileNameInformation);
    say("%08lx", status);
    answer.name[answer.length / sizeof(WCHAR)] = 0;
    CharLowerW(answer.name);
    say_path("name", answer.name);
    status = NtQueryInformationFile(file, &io, &answer, 12, FileNameInformation);
    say("%08lx-%d", status, (int)io.Information);
    CloseHandle(file);
}

/* Offset of the name, and of its length, in each class. */
static const struct {
    int class, name, length;
} CLASSES[] = {{1, 64, 60}, {2, 68, 60}, {3, 94, 60}, {12, 12, 8}, {37, 104, 60}, {38, 80, 60}};

static void enumerate(const wchar_t *path, ULONG size, BOOLEAN single)
{
    char buffer[4096];
    for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++) {
        HANDLE folder = open_with(path, FILE_LIST_DIRECTORY, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
        if (folder == INVALID_HANDLE_VALUE) {
            say_done(FALSE);
            return;
        }
        IO_STATUS_BLOCK io;
        NTSTATUS status;
        int calls = 0;
        say("class-%d", CLASSES[i].class);
        while ((status = NtQueryDirectoryFile(folder, NULL, NULL, NULL, &io, buffer, size,
                                              (FILE_INFORMATION_CLASS)CLASSES[i].class, single, NULL, FALSE)) >= 0
               && calls++ < 50) {
            char *at = buffer;
            for (;;) {
                ULONG length = *(ULONG *)(at + CLASSES[i].length);
                say("%.*ls", (int)(length / sizeof(WCHAR)), (wchar_t *)(at + CLASSES[i].name));
                if (!*(ULONG *)at)
                    break;
                at += *(ULONG *)at;
            }
        }
        say("%08lx", status);
        status = NtQueryDirectoryFile(folder, NULL, NULL, NULL, &io, buffer, size,
                                      (FILE_INFORMATION_CLASS)CLASSES[i].class, TRUE, NULL, TRUE);
        say("again-%08lx", status);
        CloseHandle(folder);
    }
}

static void enumerate_large(const wchar_t *path) { enumerate(path, 4096, FALSE); }
static void enumerate_small(const wchar_t *path) { enumerate(path, 150, FALSE); }
static void enumerate_single(const wchar_t *path) { enumerate(path, 4096, TRUE); }

static void enumerate_without_right(const wchar_t *path)
{
    char buffer[1024];
    IO_STATUS_BLOCK io;
    HANDLE folder = open_with(path, FILE_READ_ATTRIBUTES, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS);
    if (folder == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    NTSTATUS status = NtQueryDirectoryFile(folder, NULL, NULL, NULL, &io, buffer, sizeof buffer, FileDirectoryInformation,
                                           FALSE, NULL, FALSE);
    say("%s", status < 0 ? "refused" : "answered");
    CloseHandle(folder);
}

const check NATIVE[] = {
    {"nt-supersede", supersede, TRUE},
    {"nt-overwrite", overwrite, TRUE},
    {"nt-overwrite-if", overwrite_if, TRUE},
    {"nt-open-if", open_if, TRUE},
    {"nt-open-folder", open_folder, FALSE},
    {"nt-open-folder-if", open_folder_if, TRUE},
    {"nt-open-no-folder", open_no_folder, FALSE},
    {"nt-relative", relative, TRUE},
    {"nt-delete", delete_native, TRUE},
    {"nt-name", name_information, FALSE},
    {"nt-enumerate-large", enumerate_large, FALSE},
    {"nt-enumerate-small", enumerate_small, FALSE},
    {"nt-enumerate-single", enumerate_single, FALSE},
    {"nt-enumerate-without-right", enumerate_without_right, FALSE},
    {NULL, NULL, FALSE},
};
