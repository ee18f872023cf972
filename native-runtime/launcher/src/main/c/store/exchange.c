#include "exchange.h"

#include "../common/memory.h"
#include "files.h"
#include "wine_text.h"

#include <winternl.h>

enum { BACKUP_PRIVILEGE = 17, RESTORE_PRIVILEGE = 18 };

NTSYSAPI NTSTATUS NTAPI RtlAdjustPrivilege(ULONG, BOOLEAN, BOOLEAN, BOOLEAN *);
NTSYSAPI NTSTATUS NTAPI NtLoadKey(const OBJECT_ATTRIBUTES *key, OBJECT_ATTRIBUTES *file);
NTSYSAPI NTSTATUS NTAPI NtUnloadKey(OBJECT_ATTRIBUTES *key);
NTSYSAPI NTSTATUS NTAPI NtSaveKey(HANDLE key, HANDLE file);

/* The tests go through the calls that every Windows has, too. */
static bool allowed(ULONG privilege)
{
    BOOLEAN before;
    return !GetEnvironmentVariableW(L"CTNR_REGISTRY_BY_CALLS", NULL, 0) && RtlAdjustPrivilege(privilege, TRUE, FALSE, &before) >= 0;
}

/* Wine's server wants a key that is not there yet. */
static bool load(HANDLE above, const wchar_t *name, const wchar_t *from)
{
    OBJECT_ATTRIBUTES key, file;
    UNICODE_STRING key_name, file_name;
    RtlInitUnicodeString(&key_name, name);
    RtlInitUnicodeString(&file_name, from);
    InitializeObjectAttributes(&key, &key_name, OBJ_CASE_INSENSITIVE, above, NULL);
    InitializeObjectAttributes(&file, &file_name, OBJ_CASE_INSENSITIVE, NULL, NULL);
    return NtLoadKey(&key, &file) >= 0;
}

static bool write(const wchar_t *file, const char *text, size_t length)
{
    HANDLE handle = CreateFileW(file, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    DWORD written = 0;
    if (handle == INVALID_HANDLE_VALUE)
        return false;
    bool whole = length < UINT32_MAX && WriteFile(handle, text, (DWORD)length, &written, NULL) && written == length;
    CloseHandle(handle);
    return whole;
}

bool exchange_load(HANDLE above, const place *at, const regf_key *root)
{
    size_t length;
    if (!allowed(RESTORE_PRIVILEGE))
        return false;
    char *text = wine_text_write(root, &length);
    file_make_folders(at->exchange);
    bool loaded = write(at->exchange, text, length) && load(above, at->id, joined(L"\\??\\", at->exchange, NULL));
    DeleteFileW(at->exchange);
    memory_free(text);
    return loaded;
}

void exchange_unload(HANDLE above, const place *at)
{
    OBJECT_ATTRIBUTES key;
    UNICODE_STRING name;
    if (!allowed(RESTORE_PRIVILEGE))
        return;
    RtlInitUnicodeString(&name, at->id);
    InitializeObjectAttributes(&key, &name, OBJ_CASE_INSENSITIVE, above, NULL);
    NtUnloadKey(&key);
}

bool exchange_save(const place *at, HANDLE key, regf_tree *tree, uint8_t **bytes)
{
    size_t size = 0;
    regf_error error;
    if (!allowed(BACKUP_PRIVILEGE))
        return false;
    file_make_folders(at->exchange);
    HANDLE file = CreateFileW(at->exchange, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return false;
    bool saved = NtSaveKey(key, file) >= 0;
    CloseHandle(file);
    *bytes = saved ? file_read(at->exchange, &size) : NULL;
    DeleteFileW(at->exchange);
    if (*bytes && size && wine_text_read((const char *)*bytes, size, tree))
        return true;
    regf_release(tree);
    if (*bytes && regf_read(*bytes, size, tree, &error))
        return true;
    memory_free(*bytes);
    *bytes = NULL;
    return false;
}
