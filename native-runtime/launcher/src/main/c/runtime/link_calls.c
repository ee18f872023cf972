#include "link_calls.h"

#include "hook.h"
#include "layer.h"
#include "link_data.h"
#include "services.h"

#include <string.h>
#include <winioctl.h>

enum { UNPRIVILEGED_CREATE = 2 }; /* SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE */

real_link_functions real_links;

static DWORD marked(DWORD flags)
{
    return flags & FILE_FLAG_OPEN_REPARSE_POINT ? flags | LINK_ITSELF : flags;
}

HANDLE WINAPI hook_CreateFileW(LPCWSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                               DWORD flags, HANDLE like)
{
    return real_links.CreateFileW(name, access, share, security, disposition, marked(flags), like);
}

HANDLE WINAPI hook_CreateFileA(LPCSTR name, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                               DWORD flags, HANDLE like)
{
    return real_links.CreateFileA(name, access, share, security, disposition, marked(flags), like);
}

HANDLE WINAPI hook_CreateFile2(LPCWSTR name, DWORD access, DWORD share, DWORD disposition,
                               LPCREATEFILE2_EXTENDED_PARAMETERS more)
{
    if (!more || !(more->dwFileFlags & FILE_FLAG_OPEN_REPARSE_POINT))
        return real_links.CreateFile2(name, access, share, disposition, more);
    return hook_CreateFileW(name, access, share, more->lpSecurityAttributes, disposition,
                            more->dwFileAttributes | more->dwFileFlags | more->dwSecurityQosFlags, more->hTemplateFile);
}

/* Where an absolute path leads, in the object manager's spelling; a relative one stays as it is. */
static bool substitute(scratch *in, const wchar_t *target, text *result, bool *relative)
{
    enum { ROOTED = 4, RELATIVE_PATH = 5 }; /* RTL_PATH_TYPE */
    ULONG type = RtlDetermineDosPathNameType_U(target);
    UNICODE_STRING path;
    *relative = type == ROOTED || type == RELATIVE_PATH;
    *result = text_from(target);
    if (*relative)
        return true;
    if (!RtlDosPathNameToNtPathName_U(target, &path, NULL, NULL))
        return false;
    *result = text_copy(in, text_of(path));
    RtlFreeUnicodeString(&path);
    return true;
}

/* REPARSE_DATA_BUFFER; its size, 0 when it would be too long. */
static ULONG fill(scratch *in, text to, text shown, bool relative, char **bytes)
{
    size_t names = (to.length + shown.length) * sizeof(WCHAR);
    struct {
        ULONG tag;
        USHORT length, reserved, substitute_at, substitute_length, print_at, print_length;
        ULONG flags;
    } head;
    if (names > LINK_LONGEST - sizeof head)
        return 0;
    head.tag = IO_REPARSE_TAG_SYMLINK;
    head.length = (USHORT)(sizeof head - LINK_HEAD + names);
    head.reserved = head.substitute_at = 0;
    head.substitute_length = head.print_at = (USHORT)(to.length * sizeof(WCHAR));
    head.print_length = (USHORT)(shown.length * sizeof(WCHAR));
    head.flags = relative; /* SYMLINK_FLAG_RELATIVE */
    *bytes = scratch_get(in, sizeof head + names);
    memcpy(*bytes, &head, sizeof head);
    memcpy(*bytes + sizeof head, to.at, head.substitute_length);
    memcpy(*bytes + sizeof head + head.print_at, shown.at, head.print_length);
    return (ULONG)(sizeof head + names);
}

static NTSTATUS make(OBJECT_ATTRIBUTES *attributes, const void *bytes, ULONG size, bool folder)
{
    HANDLE file;
    IO_STATUS_BLOCK io;
    BOOLEAN yes = TRUE;
    NTSTATUS status = hook_NtCreateFile(&file, FILE_WRITE_ATTRIBUTES | DELETE | SYNCHRONIZE, attributes, &io, NULL,
                                        FILE_ATTRIBUTE_NORMAL, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_CREATE,
                                        FILE_OPEN_REPARSE_POINT | FILE_SYNCHRONOUS_IO_NONALERT
                                            | (folder ? FILE_DIRECTORY_FILE : FILE_NON_DIRECTORY_FILE),
                                        NULL, 0);
    if (status < 0)
        return status;
    status = hook_NtFsControlFile(file, NULL, NULL, NULL, &io, FSCTL_SET_REPARSE_POINT, (void *)bytes, size, NULL, 0);
    if (status < 0)
        hook_NtSetInformationFile(file, &io, &yes, sizeof yes, FileDispositionInformation);
    hook_NtClose(file);
    return status;
}

/* False: it is to be made where the runtime makes none. */
static bool made(const wchar_t *link, const wchar_t *target, DWORD flags, NTSTATUS *status)
{
    scratch memory;
    place at;
    text to;
    bool relative;
    char *bytes;
    UNICODE_STRING path;
    OBJECT_ATTRIBUTES attributes;
    *status = STATUS_OBJECT_PATH_NOT_FOUND;
    if (!RtlDosPathNameToNtPathName_U(link, &path, NULL, NULL))
        return true;
    InitializeObjectAttributes(&attributes, &path, OBJ_CASE_INSENSITIVE, NULL, NULL);
    scratch_begin(&memory);
    bool ours = place_of(&memory, &attributes, true, &at) && at.mode != MODE_HOST;
    if (ours && substitute(&memory, target, &to, &relative)) {
        ULONG size = fill(&memory, to, text_from(target), relative, &bytes);
        *status = size ? make(&attributes, bytes, size, flags & SYMBOLIC_LINK_FLAG_DIRECTORY) : STATUS_NAME_TOO_LONG;
    }
    scratch_release(&memory);
    RtlFreeUnicodeString(&path);
    return ours;
}

BOOLEAN WINAPI hook_CreateSymbolicLinkW(LPCWSTR link, LPCWSTR target, DWORD flags)
{
    NTSTATUS status;
    if (!link || !*link || !target || !*target || (flags & ~(SYMBOLIC_LINK_FLAG_DIRECTORY | UNPRIVILEGED_CREATE)))
        return (BOOLEAN)service_fail(ERROR_INVALID_PARAMETER);
    if (!made(link, target, flags, &status))
        return real_links.CreateSymbolicLinkW(link, target, flags);
    return (BOOLEAN)service_done(status < 0 ? RtlNtStatusToDosError(status) : ERROR_SUCCESS);
}
