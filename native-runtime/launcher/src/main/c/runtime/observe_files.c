/*
 * Files. What a call made or emptied is told at once. An existing file that was opened for writing is told when it is
 * first written to: its handle is marked until then. A mark that is left over from a closed handle does no harm: a new
 * handle of the same number sets it as its own call says.
 */
#include "observe.h"

#include "name.h"

enum { HANDLES = 1 << 16 };
enum { SET_ALLOCATION = 19, SET_END = 20, SET_VALID_LENGTH = 39 };

static struct {
    __typeof__(&NtCreateFile) NtCreateFile;
    __typeof__(&NtOpenFile) NtOpenFile;
    __typeof__(&NtWriteFile) NtWriteFile;
    __typeof__(&NtWriteFileGather) NtWriteFileGather;
    __typeof__(&NtCreateSection) NtCreateSection;
    __typeof__(&NtSetInformationFile) NtSetInformationFile;
    __typeof__(&NtDeleteFile) NtDeleteFile;
} own;

static volatile LONG marks[HANDLES / 32];

static void mark(HANDLE file, bool set)
{
    ULONG_PTR number = (ULONG_PTR)file >> 2;
    if (number >= HANDLES)
        return;
    if (set)
        InterlockedOr(&marks[number / 32], (LONG)1 << number % 32);
    else if (marks[number / 32] & (LONG)1 << number % 32)
        InterlockedAnd(&marks[number / 32], ~((LONG)1 << number % 32));
}

/* Tells of the first write to a file that was there before. */
static void written(HANDLE file)
{
    ULONG_PTR number = (ULONG_PTR)file >> 2;
    if (number >= HANDLES || !(marks[number / 32] & (LONG)1 << number % 32))
        return;
    mark(file, false);
    observe_handle("write", file);
}

static void opened(HANDLE file, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes, ULONG_PTR what, ULONG options)
{
    bool made = what == FILE_CREATED || what == FILE_OVERWRITTEN || what == FILE_SUPERSEDED;
    bool writes = access & (FILE_WRITE_DATA | FILE_APPEND_DATA | GENERIC_WRITE | GENERIC_ALL | MAXIMUM_ALLOWED);
    bool handed_on = attributes->Attributes & OBJ_INHERIT; /* to a child, whose writes can't be seen as this file's */
    mark(file, !made && writes && !handed_on);
    if (made || (writes && handed_on))
        observe_name(made ? "create" : "write", attributes);
    if (options & FILE_DELETE_ON_CLOSE)
        observe_name("delete", attributes);
}

static NTSTATUS NTAPI create_file(PHANDLE file, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK io,
                                  PLARGE_INTEGER allocation, ULONG file_attributes, ULONG share, ULONG disposition,
                                  ULONG options, PVOID ea, ULONG ea_length)
{
    NTSTATUS status = own.NtCreateFile(file, access, attributes, io, allocation, file_attributes, share, disposition,
                                       options, ea, ea_length);
    if (status >= 0)
        opened(*file, access, attributes, io->Information, options);
    return status;
}

static NTSTATUS NTAPI open_file(PHANDLE file, ACCESS_MASK access, POBJECT_ATTRIBUTES attributes, PIO_STATUS_BLOCK io,
                                ULONG share, ULONG options)
{
    NTSTATUS status = own.NtOpenFile(file, access, attributes, io, share, options);
    if (status >= 0)
        opened(*file, access, attributes, FILE_OPENED, options);
    return status;
}

static NTSTATUS NTAPI write_file(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK io,
                                 LPCVOID buffer, ULONG length, PLARGE_INTEGER offset, PULONG key)
{
    written(file);
    return own.NtWriteFile(file, event, apc, context, io, buffer, length, offset, key);
}

static NTSTATUS NTAPI write_file_gather(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context, PIO_STATUS_BLOCK io,
                                        PVOID segments, ULONG length, PLARGE_INTEGER offset, PULONG key)
{
    written(file);
    return own.NtWriteFileGather(file, event, apc, context, io, segments, length, offset, key);
}

static NTSTATUS NTAPI create_section(PHANDLE section, ACCESS_MASK access, const OBJECT_ATTRIBUTES *attributes,
                                     const LARGE_INTEGER *size, ULONG protection, ULONG flags, HANDLE file)
{
    NTSTATUS status = own.NtCreateSection(section, access, attributes, size, protection, flags, file);
    if (status >= 0 && file && (protection & (PAGE_READWRITE | PAGE_EXECUTE_READWRITE)))
        written(file);
    return status;
}

static bool removes(const void *buffer)
{
    return *(const BOOLEAN *)buffer & 1; /* a BOOLEAN, or flags whose lowest bit says the same */
}

static NTSTATUS rename(HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, FILE_INFORMATION_CLASS class, bool link)
{
    scratch memory;
    name from, to;
    bool ignored, known;
    const file_rename *asked = buffer;
    scratch_begin(&memory);
    UNICODE_STRING target = length >= sizeof *asked ? unicode(asked->FileName, asked->FileNameLength / sizeof(WCHAR))
                                                    : unicode(L"", 0);
    OBJECT_ATTRIBUTES attributes;
    known = name_of_handle(&memory, file, &from, &ignored);
    text given = text_of(target);
    if (known && length >= sizeof *asked && !asked->RootDirectory && given.length && given.at[0] != L'\\') {
        to = from; /* a name alone: the file stays in its folder */
        to.view = text_join(&memory, 2, text_before(from.view, text_last(from.view, L'\\') + 1), given);
    } else if (known) {
        InitializeObjectAttributes(&attributes, &target, 0, asked->RootDirectory, NULL);
        known = name_of(&memory, &attributes, &to);
    }
    NTSTATUS status = own.NtSetInformationFile(file, io, buffer, length, class);
    if (status >= 0 && known)
        observe_path(link ? "link" : "rename", from.view, to.view);
    scratch_release(&memory);
    return status;
}

static NTSTATUS NTAPI set_information_file(HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                                           FILE_INFORMATION_CLASS class)
{
    if (class == FileRenameInformation || (int)class == FILE_RENAME_EX)
        return rename(file, io, buffer, length, class, false);
    if (class == FileLinkInformation || (int)class == FILE_LINK_EX)
        return rename(file, io, buffer, length, class, true);
    NTSTATUS status = own.NtSetInformationFile(file, io, buffer, length, class);
    if (status < 0)
        return status;
    if (class == FileDispositionInformation || (int)class == FILE_DISPOSITION_EX) {
        if (removes(buffer))
            observe_handle("delete", file);
    } else if (class == FileBasicInformation) {
        observe_handle("attributes", file);
    } else if ((int)class == SET_END || (int)class == SET_ALLOCATION || (int)class == SET_VALID_LENGTH) {
        written(file);
    }
    return status;
}

static NTSTATUS NTAPI delete_file(OBJECT_ATTRIBUTES *attributes)
{
    NTSTATUS status = own.NtDeleteFile(attributes);
    if (status >= 0)
        observe_name("delete", attributes);
    return status;
}

const hook_entry observed_files[] = {
    {"NtCreateFile", (void *)create_file, (void **)&own.NtCreateFile},
    {"NtOpenFile", (void *)open_file, (void **)&own.NtOpenFile},
    {"NtWriteFile", (void *)write_file, (void **)&own.NtWriteFile},
    {"NtWriteFileGather", (void *)write_file_gather, (void **)&own.NtWriteFileGather},
    {"NtCreateSection", (void *)create_section, (void **)&own.NtCreateSection},
    {"NtSetInformationFile", (void *)set_information_file, (void **)&own.NtSetInformationFile},
    {"NtDeleteFile", (void *)delete_file, (void **)&own.NtDeleteFile},
};
const size_t observed_file_count = sizeof observed_files / sizeof *observed_files;
