#include "key_security.h"

#include "hook.h"
#include "key_layer.h"
#include "trace.h"

#include <string.h>

#define NT NTSYSAPI NTSTATUS NTAPI
NT RtlCreateSecurityDescriptor(PSECURITY_DESCRIPTOR, ULONG);
NT RtlGetOwnerSecurityDescriptor(PSECURITY_DESCRIPTOR, PSID *, PBOOLEAN);
NT RtlGetGroupSecurityDescriptor(PSECURITY_DESCRIPTOR, PSID *, PBOOLEAN);
NT RtlGetDaclSecurityDescriptor(PSECURITY_DESCRIPTOR, PBOOLEAN, PACL *, PBOOLEAN);
NT RtlGetControlSecurityDescriptor(PSECURITY_DESCRIPTOR, PSECURITY_DESCRIPTOR_CONTROL, PULONG);
NT RtlMakeSelfRelativeSD(PSECURITY_DESCRIPTOR, PSECURITY_DESCRIPTOR, PULONG);
#undef NT
NTSYSAPI BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR, ULONG, SECURITY_INFORMATION);

static const text NAME = {L"ctnr.security", 13};
enum {
    KEPT = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
    OF_LIST = SE_DACL_PROTECTED | SE_DACL_AUTO_INHERITED | SE_DACL_AUTO_INHERIT_REQ | SE_DACL_DEFAULTED
};

bool key_security_is_real(void)
{
    return session->registry_provider != REGISTRY_HIVE;
}

/* Takes what from has of the wanted parts into an absolute descriptor; they point into from. */
static void take(SECURITY_DESCRIPTOR *to, PSECURITY_DESCRIPTOR from, SECURITY_INFORMATION wanted)
{
    PSID sid;
    PACL list;
    BOOLEAN present, ignored;
    SECURITY_DESCRIPTOR_CONTROL control;
    ULONG revision;
    if ((wanted & OWNER_SECURITY_INFORMATION) && RtlGetOwnerSecurityDescriptor(from, &sid, &ignored) >= 0 && sid)
        to->Owner = sid;
    if ((wanted & GROUP_SECURITY_INFORMATION) && RtlGetGroupSecurityDescriptor(from, &sid, &ignored) >= 0 && sid)
        to->Group = sid;
    if ((wanted & DACL_SECURITY_INFORMATION) && RtlGetDaclSecurityDescriptor(from, &present, &list, &ignored) >= 0 && present
        && RtlGetControlSecurityDescriptor(from, &control, &revision) >= 0) {
        to->Dacl = list;
        to->Control = (SECURITY_DESCRIPTOR_CONTROL)((to->Control & ~OF_LIST) | (control & OF_LIST) | SE_DACL_PRESENT);
    }
}

/* NULL when nothing was set. */
static PSECURITY_DESCRIPTOR kept(scratch *in, HANDLE own)
{
    const value_partial *answer = key_read_value(in, own, NAME);
    if (!answer || answer->Type != VALUE_SECURITY)
        return NULL;
    void *aligned = scratch_get(in, answer->DataLength);
    memcpy(aligned, answer->Data, answer->DataLength);
    return RtlValidRelativeSecurityDescriptor(aligned, answer->DataLength, 0) ? aligned : NULL;
}

static NTSTATUS keep(HANDLE own, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    scratch memory;
    SECURITY_DESCRIPTOR whole;
    ULONG size = 0;
    UNICODE_STRING name = text_unicode(NAME);
    scratch_begin(&memory);
    RtlCreateSecurityDescriptor(&whole, SECURITY_DESCRIPTOR_REVISION);
    PSECURITY_DESCRIPTOR before = kept(&memory, own);
    if (before)
        take(&whole, before, KEPT);
    take(&whole, descriptor, parts);
    RtlMakeSelfRelativeSD(&whole, NULL, &size);
    void *bytes = scratch_get(&memory, size);
    NTSTATUS status = RtlMakeSelfRelativeSD(&whole, bytes, &size);
    if (status >= 0)
        status = real.NtSetValueKey(own, &name, 0, VALUE_SECURITY, bytes, size);
    scratch_release(&memory);
    return status;
}

static void tell(const key_path *of, NTSTATUS status)
{
    if (status < 0)
        event("registry-security-not-kept", of->view, status);
}

/* What is set may forbid what keeping it needs, so that is opened before; or it may allow it for the first time. */
NTSTATUS key_security_set(key_record *record, HANDLE own, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    key_path path = key_record_path(record);
    HANDLE writing;
    ACCESS_MASK rights = KEY_QUERY_VALUE | KEY_SET_VALUE;
    if (!(parts & KEPT) && key_security_is_real())
        return real.NtSetSecurityObject(own, parts, descriptor);
    NTSTATUS open = key_open_own(&path, rights, 0, &writing), status;
    if (!key_security_is_real()) {
        status = open < 0 ? open : keep(writing, parts, descriptor);
    } else {
        status = real.NtSetSecurityObject(own, parts, descriptor);
        if (status >= 0 && open < 0)
            open = key_open_own(&path, rights, 0, &writing);
        if (status >= 0)
            tell(&path, open < 0 ? open : keep(writing, parts, descriptor));
    }
    if (open >= 0)
        real.NtClose(writing);
    return status;
}

void key_security_made(const key_path *of, HANDLE own, PSECURITY_DESCRIPTOR descriptor)
{
    tell(of, keep(own, KEPT, descriptor));
}

NTSTATUS key_security_query(HANDLE own, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR answer, ULONG length, PULONG needed)
{
    scratch memory;
    SECURITY_DESCRIPTOR whole;
    ULONG room = 0, size = length;
    scratch_begin(&memory);
    PSECURITY_DESCRIPTOR set = kept(&memory, own);
    NTSTATUS status = real.NtQuerySecurityObject(own, parts, answer, length, needed);
    if (set && (status >= 0 || status == STATUS_BUFFER_TOO_SMALL)) {
        status = real.NtQuerySecurityObject(own, parts, NULL, 0, &room);
        void *of_all = scratch_get(&memory, room);
        if (status == STATUS_BUFFER_TOO_SMALL)
            status = real.NtQuerySecurityObject(own, parts, of_all, room, &room);
        RtlCreateSecurityDescriptor(&whole, SECURITY_DESCRIPTOR_REVISION);
        if (status >= 0) {
            take(&whole, of_all, parts);
            take(&whole, set, parts);
            status = RtlMakeSelfRelativeSD(&whole, answer, &size);
            *needed = size;
        }
    }
    scratch_release(&memory);
    return status;
}
