/*
 * Children get the library, too. One that can't take it runs unobserved: an installation never fails for being watched.
 * Whether the library can be loaded at all was tried before (capture/observation.c), and one that can't is not in the
 * session; a file that is damaged after that keeps programs from starting.
 */
#include "observe.h"

#include "helper.h"
#include "inject.h"
#include "trace.h"

static struct {
    __typeof__(&NtCreateUserProcess) NtCreateUserProcess;
} own;

/* \??\C:\x and \\?\C:\x are C:\x. */
static text plain(text path)
{
    bool prefixed = text_starts(path, TEXT_OF("\\??\\")) || text_starts(path, TEXT_OF("\\\\?\\"));
    return prefixed ? text_after(path, 4) : path;
}

/* The program that brings the library from a 32-bit process into a 64-bit one is no part of the installation. */
static bool is_helper(const process_parameters *parameters)
{
    return text_equal(plain(text_of(parameters->ImagePathName)), plain(session_at(session->launcher)));
}

static NTSTATUS NTAPI create_user_process(PHANDLE process, PHANDLE thread, ACCESS_MASK process_access,
                                          ACCESS_MASK thread_access, OBJECT_ATTRIBUTES *process_attributes,
                                          OBJECT_ATTRIBUTES *thread_attributes, ULONG process_flags, ULONG thread_flags,
                                          process_parameters *parameters, PVOID create_info, ps_attribute_list *list)
{
    if (!parameters || is_helper(parameters))
        return own.NtCreateUserProcess(process, thread, process_access, thread_access, process_attributes, thread_attributes,
                                       process_flags, thread_flags, parameters, create_info, list);
    NTSTATUS status = own.NtCreateUserProcess(process, thread, process_access, thread_access, process_attributes,
                                              thread_attributes, process_flags,
                                              thread_flags | THREAD_CREATE_FLAGS_CREATE_SUSPENDED, parameters, create_info, list);
    if (status < 0)
        return status;
    NTSTATUS attached = inject_needs_other_bitness(*process) ? helper_attach(*process, *thread, TEXT_OF(""))
                                                             : inject(*process, *thread, &(errand){session, L"", 0});
    if (attached < 0)
        event("process-not-observed", text_of(parameters->ImagePathName), attached);
    if (!(thread_flags & THREAD_CREATE_FLAGS_CREATE_SUSPENDED))
        NtResumeThread(*thread, NULL);
    return status;
}

const hook_entry observed_processes[] = {
    {"NtCreateUserProcess", (void *)create_user_process, (void **)&own.NtCreateUserProcess},
};
const size_t observed_process_count = sizeof observed_processes / sizeof *observed_processes;
