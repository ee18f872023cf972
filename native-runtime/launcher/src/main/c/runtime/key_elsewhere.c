#include "key_elsewhere.h"

#include "hook.h"
#include "key_layer.h"
#include "trace.h"

NTSTATUS key_refuse_change(text view)
{
    static volatile LONG told;
    if (!InterlockedExchange(&told, 1))
        event("registry-of-host", view, STATUS_ACCESS_DENIED);
    return STATUS_ACCESS_DENIED;
}

NTSTATUS key_open_elsewhere(scratch *in, const key_request *of, const key_path *path)
{
    key_request opening = *of;
    opening.create = false;
    opening.options &= ~(ULONG)(REG_OPTION_VOLATILE | REG_OPTION_CREATE_LINK);
    NTSTATUS status = key_open_on_host(in, &opening, path, of->access);
    if (status == STATUS_OBJECT_NAME_NOT_FOUND && of->create)
        return key_refuse_change(path->view);
    if (status < 0)
        return status;
    ACCESS_MASK rights = key_rights(of->access);
    if (rights & KEY_CHANGES) { /* the user may write there: the application gets a key that it can but read */
        HANDLE changing = *of->key;
        status = key_open_on_host(in, &opening, path, key_reading(rights) | (of->access & KEY_VIEWS));
        real.NtClose(changing);
        if (status < 0)
            return status;
    }
    key_remember(*of->key, path, MODE_MERGED, rights, false, false);
    if (of->create && of->disposition)
        *of->disposition = REG_OPENED_EXISTING_KEY;
    return status;
}
