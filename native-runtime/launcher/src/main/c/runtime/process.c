/* Children: each is started suspended, gets the hook library, and runs then; what can't get it does not run. */
#include "helper.h"
#include "hook.h"
#include "inject.h"
#include "link_follow.h"
#include "trace.h"

#include <string.h>

static ps_attribute *image_attribute(ps_attribute_list *list)
{
    size_t count = (list->TotalLength - sizeof *list) / sizeof(ps_attribute);
    for (size_t i = 0; i < count; i++)
        if (list->Attributes[i].Attribute == PS_ATTRIBUTE_IMAGE_NAME)
            return &list->Attributes[i];
    return NULL;
}

/* The list with the program's place in the container instead of its path in the view. */
static NTSTATUS locate(scratch *in, ps_attribute_list **list, text *image)
{
    ps_attribute *given = image_attribute(*list);
    if (!given)
        return STATUS_SUCCESS;
    text path = {given->u.ValuePtr, given->Size / sizeof(WCHAR)};
    *image = path;
    place at;
    found there;
    name asked;
    if (!name_of_path(in, path, &asked) || !link_follow(in, &asked, false, &at))
        return STATUS_SUCCESS;
    *image = at.name.view;
    place_find(in, &at, &there);
    if (there.layer == LAYER_NONE)
        return there.status;
    if (there.layer == LAYER_HOST && !at.name.rewritten)
        return STATUS_SUCCESS;
    ps_attribute_list *copy = scratch_get(in, (*list)->TotalLength);
    memcpy(copy, *list, (*list)->TotalLength);
    text target = there.layer == LAYER_CONTAINER ? name_to_nt(in, at.container) : name_on_host(in, &at.name);
    ps_attribute *mine = image_attribute(copy);
    mine->u.ValuePtr = (PVOID)target.at;
    mine->Size = target.length * sizeof(WCHAR);
    *list = copy;
    return STATUS_SUCCESS;
}

static NTSTATUS attach(HANDLE process, HANDLE thread, text directory)
{
    return inject_needs_other_bitness(process) ? helper_attach(process, thread, directory)
                                               : inject(process, thread, &(errand){session, directory.at, directory.length});
}

/*
 * The new process opens its working directory before it knows the view. Where the host has none of that name it begins
 * in the folder of Windows instead, and is brought to its own by the library. The text is changed in its place: the
 * parameters are copied as one block. Returns what was there, for put_back; NULL when nothing was changed.
 */
static wchar_t *start_elsewhere(scratch *in, UNICODE_STRING *directory)
{
    place at;
    name asked;
    found there;
    text windows = session_at(session->windows);
    text path = text_of(*directory);
    if (!path.length || (windows.length + 2) * sizeof(wchar_t) > directory->MaximumLength
        || !name_of_path(in, text_join(in, 2, TEXT_OF("\\??\\"), path), &asked) || !link_follow(in, &asked, false, &at))
        return NULL;
    place_find(in, &at, &there);
    if (there.layer != LAYER_CONTAINER)
        return NULL;
    wchar_t *before = scratch_get(in, directory->MaximumLength);
    memcpy(before, directory->Buffer, directory->MaximumLength);
    memcpy(directory->Buffer, windows.at, windows.length * sizeof(wchar_t));
    memcpy(directory->Buffer + windows.length, L"\\", 2 * sizeof(wchar_t));
    directory->Length = (USHORT)((windows.length + 1) * sizeof(wchar_t));
    return before;
}

static void put_back(UNICODE_STRING *directory, const wchar_t *before, USHORT length)
{
    if (before) {
        memcpy(directory->Buffer, before, directory->MaximumLength);
        directory->Length = length;
    }
}

static ULONG_PTR id_of(HANDLE process)
{
    PROCESS_BASIC_INFORMATION basic = {0};
    NtQueryInformationProcess(process, ProcessBasicInformation, &basic, sizeof basic, NULL);
    return (ULONG_PTR)basic.UniqueProcessId;
}

/* What Wine says when it loses a process between its making and its first instruction: it can be started again (tree.c). */
#define STATUS_INTERNAL_ERROR STATUS(0xC00000E5)

NTSTATUS NTAPI hook_NtCreateUserProcess(PHANDLE process, PHANDLE thread, ACCESS_MASK process_access, ACCESS_MASK thread_access,
                                        OBJECT_ATTRIBUTES *process_attributes, OBJECT_ATTRIBUTES *thread_attributes,
                                        ULONG process_flags, ULONG thread_flags, process_parameters *parameters,
                                        PVOID create_info, ps_attribute_list *list)
{
    scratch memory;
    text image = {L"", 0};
    scratch_begin(&memory);
    NTSTATUS status = list && parameters ? locate(&memory, &list, &image) : STATUS_SUCCESS;
    bool inside = image.length && !text_equal(image, session_at(session->launcher))
               && !(text_starts(image, TEXT_OF("\\??\\"))
                    && text_equal(text_after(image, 4), session_at(session->launcher)));
    if (status >= 0 && !inside) {
        status = real.NtCreateUserProcess(process, thread, process_access, thread_access, process_attributes,
                                          thread_attributes, process_flags, thread_flags, parameters, create_info, list);
    } else if (status >= 0) {
        UNICODE_STRING *directory = &parameters->CurrentDirectory.DosPath;
        USHORT length = directory->Length;
        wchar_t *before = start_elsewhere(&memory, directory);
        int tries = 3;
        do {
            status = real.NtCreateUserProcess(process, thread, process_access, thread_access, process_attributes,
                                              thread_attributes, process_flags & ~(ULONG)PROCESS_CREATE_FLAGS_BREAKAWAY,
                                              thread_flags | THREAD_CREATE_FLAGS_CREATE_SUSPENDED, parameters, create_info, list);
        } while (status == STATUS_INTERNAL_ERROR && --tries);
        put_back(directory, before, length);
        if (status >= 0) {
            status = attach(*process, *thread, text_of(parameters->CurrentDirectory.DosPath));
            trace_process(THIS_API, image, id_of(*process), status);
            if (status < 0) {
                event("not-attached", image, status);
                NtTerminateProcess(*process, status);
                real.NtClose(*process);
                real.NtClose(*thread);
            } else if (!(thread_flags & THREAD_CREATE_FLAGS_CREATE_SUSPENDED)) {
                NtResumeThread(*thread, NULL);
            }
        }
    }
    scratch_release(&memory);
    return status;
}
