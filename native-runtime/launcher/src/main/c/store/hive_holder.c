/*
 * A hive of the session's own that Windows loads for every process of the container (docs/decisions/0027): both hives with
 * this machine's values, and the session's state. This process keeps its root open for as long as it lives.
 */
#include "holder.h"

#include "../common/memory.h"
#include "../runtime/app_hive.h"
#include "files.h"
#include "image.h"

#include <stdlib.h>
#include <wchar.h>

static HANDLE root_of_this_process;

static wchar_t *say(const wchar_t *format, const wchar_t *file, unsigned long code)
{
    wchar_t *sentence = memory_get(1024 * sizeof *sentence);
    swprintf(sentence, 1024, format, file, code);
    return sentence;
}

static HANDLE open(const place *at)
{
    if (root_of_this_process || GetFileAttributesW(at->loaded) == INVALID_FILE_ATTRIBUTES)
        return root_of_this_process;
    UNICODE_STRING file;
    RtlInitUnicodeString(&file, joined(L"\\??\\", at->loaded, NULL));
    NTSTATUS status = app_hive_load(&file, &root_of_this_process);
    if (status < 0) {
        root_of_this_process = NULL;
        SetLastError(RtlNtStatusToDosError(status));
    }
    return root_of_this_process;
}

static void close(HANDLE root)
{
    (void)root;
}

/* One for all keys, or Windows loads none of them: whoever may use the user's own keys may use these. */
static regf_bytes descriptor(void)
{
    enum { PARTS = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION };
    DWORD size = 0;
    RegGetKeySecurity(HKEY_CURRENT_USER, PARTS, NULL, &size);
    void *bytes = memory_get(size ? size : 1);
    LSTATUS error = RegGetKeySecurity(HKEY_CURRENT_USER, PARTS, bytes, &size);
    return error ? (regf_bytes){0} : (regf_bytes){bytes, size};
}

static wchar_t *load(const place *at, uint64_t session, const regf_key *content)
{
    size_t size;
    regf_error error;
    regf_key root = *content;
    regf_bytes everywhere = descriptor();
    root.security = everywhere.size ? &everywhere : NULL;
    uint8_t *bytes = regf_write(&root, &size, &error);
    if (!bytes)
        return say(L"%ls can't hold the container's registry (%lu)", at->loaded, ERROR_REGISTRY_CORRUPT);
    file_make_folders(at->loaded);
    bool written = file_replace(at->loaded, joined(at->loaded, L".new", NULL), bytes, size);
    DWORD code = GetLastError();
    free(bytes);
    if (!written)
        return say(L"Can't write %ls (Windows error %lu)", at->loaded, code);
    if (!open(at))
        return say(L"Windows does not load %ls (Windows error %lu)", at->loaded, GetLastError());
    return image_is(at, session, root.keys) ? NULL : say(L"Windows does not show all that is in %ls (%lu)", at->loaded, 0);
}

/* What Windows had in the hive's logs alone is not here: better nothing than half of it. */
static bool read_unloaded(const place *at, regf_tree *tree, uint8_t **bytes)
{
    size_t size = 0;
    regf_error error;
    *bytes = file_read(at->loaded, &size);
    if (!*bytes)
        return false;
    if (regf_read(*bytes, size, tree, &error)) {
        if (!tree->unclean)
            return true;
        regf_release(tree);
    }
    memory_free(*bytes);
    *bytes = NULL;
    SetLastError(ERROR_NOT_REGISTRY_FILE);
    return false;
}

static void take_away(const place *at)
{
    if (root_of_this_process)
        app_hive_unload(root_of_this_process);
    root_of_this_process = NULL;
    file_remove_all(at->loaded);
}

const holder holder_of_hive = {"hive", REGISTRY_HIVE, load, open, close, read_unloaded, take_away};
