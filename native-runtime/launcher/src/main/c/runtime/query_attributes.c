/* What is asked about a path without opening it. */
#include "hook.h"
#include "open.h"
#include "trace.h"

/* False with the status when there is nothing; else the attributes by which the real call finds it. */
static bool locate(scratch *in, const OBJECT_ATTRIBUTES *asked, object *target, const OBJECT_ATTRIBUTES **use,
                   NTSTATUS *status)
{
    place at;
    found there;
    *use = asked;
    if (!place_of(in, asked, &at))
        return true;
    if (at.mode == MODE_HOST) {
        there.layer = LAYER_HOST;
    } else {
        place_find(in, &at, &there);
        trace_file("query", &at.name, there.layer, at.mode, there.status);
    }
    if (there.layer == LAYER_NONE) {
        *status = there.status;
        return false;
    }
    if (there.layer == LAYER_HOST && !at.name.rewritten)
        return true;
    object_at(target, asked, there.layer == LAYER_HOST ? name_on_host(in, &at.name) : place_in_container(in, &at));
    *use = &target->attributes;
    return true;
}

#define QUERY(call)                                                                          \
    scratch memory;                                                                          \
    object target;                                                                           \
    const OBJECT_ATTRIBUTES *use;                                                            \
    NTSTATUS status;                                                                         \
    scratch_begin(&memory);                                                                  \
    if (locate(&memory, attributes, &target, &use, &status))                                 \
        status = call;                                                                       \
    scratch_release(&memory);                                                                \
    return status

NTSTATUS NTAPI hook_NtQueryAttributesFile(OBJECT_ATTRIBUTES *attributes, file_basic *result)
{
    QUERY(real.NtQueryAttributesFile((OBJECT_ATTRIBUTES *)use, result));
}

NTSTATUS NTAPI hook_NtQueryFullAttributesFile(OBJECT_ATTRIBUTES *attributes, file_network_open *result)
{
    QUERY(real.NtQueryFullAttributesFile((OBJECT_ATTRIBUTES *)use, result));
}

NTSTATUS NTAPI hook_NtQueryInformationByName(OBJECT_ATTRIBUTES *attributes, PIO_STATUS_BLOCK io, PVOID buffer,
                                             ULONG length, FILE_INFORMATION_CLASS class)
{
    QUERY(real.NtQueryInformationByName((OBJECT_ATTRIBUTES *)use, io, buffer, length, class));
}
