/* Names that come back from open files, sections and processes: as the application knows them. */
#include "file_id.h"
#include "hook.h"
#include "key_handles.h"
#include "link.h"
#include "name.h"

#include <string.h>

/* Where the view's path of a container's file begins in the words of names of objects. */
static text as_object_name(scratch *in, text given, text view)
{
    if (text_starts(given, TEXT_OF("\\Device\\"))) {
        const session_pair *devices = session_pairs(session, session->devices);
        for (uint32_t i = 0; i < session->devices.count; i++)
            if (text_equal(session_at(devices[i].from), text_before(view, 2)))
                return text_join(in, 2, session_at(devices[i].to), text_after(view, 2));
    }
    return name_to_nt(in, view);
}

/* Puts the name where an answer has its UNICODE_STRING, the text behind it. */
static NTSTATUS answer_string(UNICODE_STRING *answer, ULONG length, PULONG returned, text value)
{
    size_t bytes = value.length * sizeof(WCHAR);
    size_t needed = sizeof *answer + bytes + sizeof(WCHAR);
    if (returned)
        *returned = (ULONG)needed;
    if (length < needed)
        return length < sizeof *answer ? STATUS_INFO_LENGTH_MISMATCH : STATUS_BUFFER_OVERFLOW;
    wchar_t *at = (wchar_t *)(answer + 1);
    memcpy(at, value.at, bytes);
    at[value.length] = 0;
    answer->Buffer = at;
    answer->Length = (USHORT)bytes;
    answer->MaximumLength = (USHORT)(bytes + sizeof(WCHAR));
    return STATUS_SUCCESS;
}

NTSTATUS NTAPI hook_NtQueryObject(HANDLE handle, OBJECT_INFORMATION_CLASS class, PVOID buffer, ULONG length, PULONG returned)
{
    NTSTATUS status = real.NtQueryObject(handle, class, buffer, length, returned);
    if (class == ObjectBasicInformation && status >= 0) {
        key_record *record = key_take_known(handle);
        if (record) /* the host's key is open for reading, whatever the application may */
            ((object_basic *)buffer)->GrantedAccess = record->granted;
        key_let_go(record);
    }
    if ((int)class != OBJECT_NAME || !buffer)
        return status;
    scratch memory;
    name name;
    key_path key;
    bool in_container;
    scratch_begin(&memory);
    if (session->registry_user.length && (status < 0 || text_starts(text_of(*(UNICODE_STRING *)buffer), TEXT_OF("\\Registry\\")))
        && key_path_of_handle(&memory, handle, &key, &in_container)) {
        if (in_container)
            status = answer_string(buffer, length, returned, key_path_on_host(&memory, &key));
    } else if (name_of_handle(&memory, handle, &name, &in_container) && in_container) {
        text given = status >= 0 ? text_of(*(UNICODE_STRING *)buffer) : TEXT_OF("");
        text value = as_object_name(&memory, given, name.view);
        status = answer_string(buffer, length, returned, value);
    }
    scratch_release(&memory);
    return status;
}

static NTSTATUS answer_name(file_name *answer, ULONG room, PIO_STATUS_BLOCK io, ULONG before, text value)
{
    ULONG bytes = (ULONG)(value.length * sizeof(WCHAR));
    ULONG copied = bytes < room ? bytes : room & ~1u;
    answer->FileNameLength = bytes;
    memcpy(answer->FileName, value.at, copied);
    io->Information = before + copied;
    io->Status = copied < bytes ? STATUS_BUFFER_OVERFLOW : STATUS_SUCCESS;
    return io->Status;
}

NTSTATUS NTAPI hook_NtQueryInformationFile(HANDLE file, PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                                           FILE_INFORMATION_CLASS class)
{
    enum { NAME_IN_ALL = 96 }; /* FILE_ALL_INFORMATION.NameInformation */
    NTSTATUS status = real.NtQueryInformationFile(file, io, buffer, length, class);
    if (status >= 0 || status == STATUS_BUFFER_OVERFLOW) {
        link_tell(file, class, buffer, length);
        file_id_tell(file, class, buffer, length);
    }
    bool all = class == FileAllInformation;
    if ((!all && class != FileNameInformation && class != FileNormalizedNameInformation)
        || (status < 0 && status != STATUS_BUFFER_OVERFLOW))
        return status;
    ULONG before = (all ? NAME_IN_ALL : 0) + offsetof(file_name, FileName);
    scratch memory;
    name name;
    bool in_container;
    scratch_begin(&memory);
    if (length >= before && name_of_handle(&memory, file, &name, &in_container) && in_container) {
        text path = text_join(&memory, 3, text_after(name.view, 2), name.view.length == 2 ? TEXT_OF("\\") : TEXT_OF(""),
                              name.stream);
        status = answer_name((file_name *)((char *)buffer + (all ? NAME_IN_ALL : 0)), length - before, io, before, path);
    }
    scratch_release(&memory);
    return status;
}

/* The answer has a path of the container: another takes its place. It is never longer than there was room for twice. */
static NTSTATUS mend(UNICODE_STRING *answer, ULONG length, PULONG returned, bool dos)
{
    scratch memory;
    name name;
    text view;
    NTSTATUS status = STATUS_SUCCESS;
    scratch_begin(&memory);
    text given = text_copy(&memory, text_of(*answer));
    if (dos ? view_from_container(&memory, given, &view)
            : (name_of_path(&memory, given, &name) && name.rewritten && (view = name.view, true)))
        status = answer_string(answer, length, returned, dos ? view : as_object_name(&memory, given, view));
    scratch_release(&memory);
    return status;
}

NTSTATUS NTAPI hook_NtQueryVirtualMemory(HANDLE process, LPCVOID address, ULONG class, PVOID buffer, SIZE_T length,
                                         PSIZE_T returned)
{
    NTSTATUS status = real.NtQueryVirtualMemory(process, address, class, buffer, length, returned);
    if (class != MEMORY_SECTION_NAME || status < 0)
        return status;
    ULONG needed = returned ? (ULONG)*returned : 0;
    status = mend(buffer, (ULONG)length, &needed, false);
    if (returned)
        *returned = needed;
    return status;
}

NTSTATUS NTAPI hook_NtQueryInformationProcess(HANDLE process, PROCESSINFOCLASS class, PVOID buffer, ULONG length,
                                              PULONG returned)
{
    NTSTATUS status = real.NtQueryInformationProcess(process, class, buffer, length, returned);
    if (status < 0 || ((int)class != PROCESS_IMAGE_NAME && (int)class != PROCESS_IMAGE_NAME_WIN32))
        return status;
    return mend(buffer, length, returned, (int)class == PROCESS_IMAGE_NAME_WIN32);
}
