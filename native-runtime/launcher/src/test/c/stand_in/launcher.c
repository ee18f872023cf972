/*
 * For the launcher. A killed one leaves its keys, which are newer than the file, as Windows' logs of a hive are: they are
 * taken as they are, unless the file is another one by now, which their class tells. While a launcher has the file loaded
 * it has an event open, by which another one knows. With CTNR_STAND_IN_LOSES in the environment what is in the hive of a
 * user is not shown.
 */
#include "../../../main/c/runtime/app_hive.h"
#include "../../../main/c/store/files.h"
#include "../../../main/c/store/hive_file.h"
#include "../../../main/c/store/keys.h"
#include "../../../main/c/store/growing.h"
#include "../../../main/c/launcher/machine.h"
#include "../../../main/c/common/memory.h"
#include "stand_in.h"

#include <stdlib.h>
#include <wchar.h>

enum { MOST = 8 };

static struct {
    HANDLE root, event;
    wchar_t *file;
} loaded[MOST];

static HANDLE event_of(const UNICODE_STRING *file, bool *others)
{
    wchar_t name[64];
    swprintf(name, 64, L"Local\\ctnr-stand-in-%016llx", stand_in_number(file));
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, name);
    *others = GetLastError() == ERROR_ALREADY_EXISTS;
    return event;
}

/* The keys' class: the content that they were made from. */
static void class_of(const uint8_t *bytes, size_t size, wchar_t text[20])
{
    swprintf(text, 20, L"%016llx", (unsigned long long)hive_identity(bytes, size));
}

static bool is_of(HANDLE root, const wchar_t *class)
{
    wchar_t found[20] = L"";
    DWORD length = 20;
    return !RegQueryInfoKeyW(root, found, &length, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) && !wcscmp(found, class);
}

static NTSTATUS fill(const UNICODE_STRING *name, const wchar_t *file, HANDLE *root)
{
    size_t size = 0;
    regf_tree tree;
    regf_error error;
    wchar_t text[20];
    UNICODE_STRING class;
    uint8_t *bytes = file_read(file, &size);
    if (!bytes || !regf_read(bytes, size, &tree, &error))
        return STATUS(0xC000014C); /* STATUS_REGISTRY_CORRUPT */
    class_of(bytes, size, text);
    RtlInitUnicodeString(&class, text);
    NTSTATUS status = stand_in_open(name, NULL, root);
    if (status >= 0 && !is_of(*root, text)) {
        keys_remove(*root);
        status = STATUS_OBJECT_NAME_NOT_FOUND;
    }
    if (status == STATUS_OBJECT_NAME_NOT_FOUND) {
        status = stand_in_open(name, &class, root);
        if (status >= 0)
            keys_put(*root, tree.root, &status);
        if (GetEnvironmentVariableW(L"CTNR_STAND_IN_LOSES", NULL, 0))
            RegDeleteTreeW(*root, L"HKCU");
    }
    regf_release(&tree);
    memory_free(bytes);
    return status;
}

NTSTATUS app_hive_load(const UNICODE_STRING *file, HANDLE *root)
{
    bool others;
    wchar_t *path = memory_get(file->Length + sizeof *path);
    wmemcpy(path, file->Buffer + 4, file->Length / sizeof *path - 4); /* behind \??\ */
    path[file->Length / sizeof *path - 4] = 0;
    HANDLE event = event_of(file, &others);
    NTSTATUS status = others ? stand_in_open(file, NULL, root) : fill(file, path, root);
    if (status < 0) {
        CloseHandle(event);
        return status;
    }
    for (int i = 0; i < MOST; i++)
        if (!loaded[i].root) {
            loaded[i].root = *root;
            loaded[i].event = event;
            loaded[i].file = path;
            return status;
        }
    abort();
}

static void write_back(HANDLE root, const wchar_t *file)
{
    size_t size;
    regf_tree tree;
    regf_error error;
    NTSTATUS status;
    if (!keys_get(root, &tree, &status))
        abort();
    growing_settle(&tree);
    uint8_t *bytes = regf_write(tree.root, &size, &error);
    if (!bytes || !file_replace(file, joined(file, L".new", NULL), bytes, size))
        abort();
    free(bytes);
    regf_release(&tree);
}

void app_hive_unload(HANDLE root)
{
    bool others;
    UNICODE_STRING file;
    for (int i = 0; i < MOST; i++)
        if (loaded[i].root == root) {
            write_back(root, loaded[i].file);
            RtlInitUnicodeString(&file, joined(L"\\??\\", loaded[i].file, NULL));
            CloseHandle(loaded[i].event);
            loaded[i].root = NULL;
            CloseHandle(event_of(&file, &others));
            if (others)
                NtClose(root);
            else
                keys_remove(root);
            RegDeleteKeyW(HKEY_CURRENT_USER, L"Software\\CtnrStandIn"); /* fails while it holds something */
            return;
        }
    abort();
}
