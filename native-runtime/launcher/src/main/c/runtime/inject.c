#include "inject.h"

#include <string.h>

bool inject_needs_other_bitness(HANDLE process)
{
#ifdef _WIN64
    (void)process;
    return false;
#else
    return process_is_wow64(this_process()) && !process_is_wow64(process);
#endif
}

void injection_write(injection *record, const program *of, const errand *what)
{
    const session_header *session = what->session;
    *record = (injection){INJECTION_MAGIC, INJECTION_VERSION, (uint32_t)injection_size(what),
                          of->table[IMAGE_DIRECTORY_ENTRY_IMPORT], of->table[IMAGE_DIRECTORY_ENTRY_BOUND_IMPORT],
                          of->table[IMAGE_DIRECTORY_ENTRY_IAT], {0}, (uint32_t)what->directory_length};
    memcpy(record->session, session_string(session, session->name), (session->name.length + 1) * sizeof(wchar_t));
    memcpy(record->directory, what->directory, what->directory_length * sizeof(wchar_t));
}

NTSTATUS inject(HANDLE process, HANDLE thread, const errand *what)
{
    program of;
    NTSTATUS status = program_read(process, &of);
    if (status < 0)
        return status;
    if (!injection_library(&of, what->session).length)
        return STATUS_DLL_NOT_FOUND;
    return of.il_only ? inject_call(&of, thread, what) : inject_imports(&of, what);
}
