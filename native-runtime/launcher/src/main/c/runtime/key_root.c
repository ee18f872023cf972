#include "key_root.h"

#include "app_hive.h"
#include "hook.h"
#include "trace.h"

#include "../session/step.h"

static HANDLE loaded, state, roots[HIVE_MACHINE + 1];
static NTSTATUS unloaded = STATUS_SUCCESS; /* why there is no hive */
static text names[HIVE_MACHINE + 1];

static text name_in_session(hive of)
{
    return session_at(of == HIVE_USER ? session->registry_user : session->registry_machine);
}

static NTSTATUS query_name(scratch *in, text *name)
{
    ULONG size = 600, needed = 0;
    key_full_name *answer = scratch_get(in, size);
    NTSTATUS status = real.NtQueryKey(loaded, KEY_INFO_NAME, answer, size, &needed);
    if (status < 0 && needed > size) {
        answer = scratch_get(in, needed);
        status = real.NtQueryKey(loaded, KEY_INFO_NAME, answer, needed, &needed);
    }
    if (status >= 0)
        *name = (text){answer->Name, answer->NameLength / sizeof(WCHAR)};
    return status;
}

static NTSTATUS load(scratch *in)
{
    UNICODE_STRING file = text_unicode(session_at(session->registry_file));
    text above;
    NTSTATUS status = app_hive_load(&file, &loaded);
    if (status >= 0)
        status = query_name(in, &above);
    for (hive each = HIVE_USER; status >= 0 && each <= HIVE_MACHINE; each++)
        names[each] = text_keep(text_join(in, 3, above, TEXT_OF("\\"), name_in_session(each)));
    return status;
}

void key_roots_start(void)
{
    if (session->registry_provider != REGISTRY_HIVE) {
        for (hive each = HIVE_USER; each <= HIVE_MACHINE; each++)
            names[each] = name_in_session(each);
        return;
    }
    scratch memory;
    scratch_begin(&memory);
    unloaded = load(&memory);
    if (unloaded < 0)
        event("registry-not-loaded", session_at(session->registry_file), unloaded);
    scratch_release(&memory);
}

static NTSTATUS open(text path, HANDLE *kept, HANDLE *key)
{
    *key = *kept;
    if (*key)
        return STATUS_SUCCESS;
    if (unloaded < 0)
        return unloaded;
    UNICODE_STRING name = text_unicode(path);
    OBJECT_ATTRIBUTES attributes;
    HANDLE opened;
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE, loaded, NULL);
    NTSTATUS status = real.NtOpenKey(&opened, KEY_ALL_ACCESS | KEY_WOW64_64KEY, &attributes);
    if (status >= 0)
        *key = key_keep(kept, opened);
    return status;
}

NTSTATUS key_root_open(hive of, HANDLE *root)
{
    return open(name_in_session(of), &roots[of], root);
}

NTSTATUS key_root_state(HANDLE *key)
{
    scratch memory;
    text name = name_in_session(HIVE_USER);
    scratch_begin(&memory);
    name.length -= key_root_in_session(HIVE_USER).length;
    NTSTATUS status = open(text_join(&memory, 2, name, TEXT_OF(STATE_KEY)), &state, key);
    scratch_release(&memory);
    return status;
}

text key_root_in_session(hive of)
{
    text name = name_in_session(of);
    size_t slash = text_last(name, L'\\');
    return slash == name.length ? name : text_after(name, slash + 1);
}

text key_root_name(hive of)
{
    return names[of];
}

void key_roots_finish(void)
{
    for (hive each = HIVE_USER; each <= HIVE_MACHINE; each++)
        if (roots[each])
            NtClose(InterlockedExchangePointer(&roots[each], NULL));
    if (state)
        NtClose(InterlockedExchangePointer(&state, NULL));
    if (loaded)
        app_hive_unload(InterlockedExchangePointer(&loaded, NULL));
}
