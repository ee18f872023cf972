/* Duplicates of a file's handle. */
#include "handles.h"
#include "hook.h"

/* Nothing that a file must answer itself is asked: it may be a pipe from which another thread is just reading. */
static bool is_file(HANDLE handle)
{
    union {
        UNICODE_STRING name;
        char room[512];
    } type;
    return real.NtQueryObject(handle, ObjectTypeInformation, &type, sizeof type, NULL) >= 0
        && text_equal(text_of(type.name), TEXT_OF("File"));
}

NTSTATUS handle_duplicate(HANDLE source, HANDLE target_process, PHANDLE target, ACCESS_MASK access, ULONG attributes, ULONG options)
{
    HANDLE made = NULL;
    bool here = target_process == this_process(), closes = options & DUPLICATE_CLOSE_SOURCE;
    NTSTATUS status = STATUS_SUCCESS;
    if (target_process) /* or it is only to be closed */
        status = real.NtDuplicateObject(this_process(), source, target_process, &made, access, attributes,
                                        options & ~(ULONG)DUPLICATE_CLOSE_SOURCE);
    else if (!closes)
        return real.NtDuplicateObject(this_process(), source, NULL, target, access, attributes, options);
    if (status >= 0 && here && is_file(source))
        handle_share(source, made);
    if (status >= 0 && target)
        *target = made;
    if (closes)
        hook_NtClose(source);
    return status;
}
