/*
 * Keys in the 64-bit view, which holds the 32-bit one as Wow6432Node. Links are not followed, so that nothing is listed
 * twice; but two names that everybody uses are links on Windows, and there the link is followed and its target left out:
 * HKCU\Software\Classes, and HKLM\System\CurrentControlSet.
 */
#include "../common/failure.h"
#include "fold.h"
#include "key_values.h"
#include "level.h"
#include "../common/memory.h"
#include "../common/nt.h"
#include "snapshot.h"

#include <stdio.h>

typedef struct {
    snapshot *snapshot;
    path path;
    levels levels;
    key_values values;
    wchar_t control_set[64]; /* the path that CurrentControlSet stands for */
} walk;

static const wchar_t *const FOLLOWED[] = {L"HKCU\\Software\\Classes", L"HKLM\\System\\CurrentControlSet"};

static const struct {
    const wchar_t *name, *path;
} ROOTS[] = {{L"HKLM", L"\\Registry\\Machine"}, {L"HKU", L"\\Registry\\User"}, {L"HKCU", NULL}};

static bool is(const path *path, const wchar_t *name)
{
    size_t length = wcslen(name);
    return path->length == length &&
           CompareStringOrdinal(path->units, (int)length, name, (int)length, TRUE) == CSTR_EQUAL;
}

static bool is_followed(const path *path)
{
    for (size_t i = 0; i < ARRAYSIZE(FOLLOWED); i++)
        if (is(path, FOLLOWED[i]))
            return true;
    return false;
}

static NTSTATUS open(HANDLE *key, HANDLE above, const wchar_t *name, size_t length, bool follow)
{
    UNICODE_STRING text = {(USHORT)(length * sizeof *name), (USHORT)(length * sizeof *name), (wchar_t *)name};
    OBJECT_ATTRIBUTES where;
    InitializeObjectAttributes(&where, &text, OBJ_CASE_INSENSITIVE | (follow ? 0 : OBJ_OPENLINK), above, NULL);
    return NtOpenKey(key, KEY_QUERY_VALUE | KEY_ENUMERATE_SUB_KEYS | KEY_WOW64_64KEY, &where);
}

static void write_values(walk *walk)
{
    for (size_t i = 0; i < walk->values.count; i++) {
        const nt_key_value_full *value = walk->values.items[i];
        json line;
        json_open(&line, &walk->snapshot->out);
        json_units(&line, "value", value->name, value->name_length / sizeof(WCHAR));
        json_number(&line, "type", value->type);
        json_bytes(&line, "data", (const uint8_t *)value + value->data_offset, value->data_length);
        json_close(&line);
    }
}

static void write_key(walk *walk, uint64_t written, NTSTATUS status)
{
    json line;
    json_open(&line, &walk->snapshot->out);
    json_units(&line, "key", walk->path.units, walk->path.length);
    json_number(&line, "time", written);
    if (status < 0) {
        json_number(&line, "error", RtlNtStatusToDosError(status));
        walk->snapshot->unreadable++;
    }
    json_close(&line);
    walk->snapshot->entries++;
}

static void list_subkeys(level *level)
{
    char buffer[sizeof(nt_key_basic) + 512 * sizeof(WCHAR)] __attribute__((aligned(8)));
    for (ULONG index = 0;; index++) {
        ULONG length;
        if (NtEnumerateKey(level->handle, index, KEY_BASIC, buffer, sizeof buffer, &length) < 0)
            break;
        const nt_key_basic *key = (const void *)buffer;
        level_add(level, key->name, key->name_length / sizeof(WCHAR))->written = (uint64_t)key->written.QuadPart;
    }
    level_sort(level);
}

/* Writes the key that the path names, and makes it the deepest level. */
static void enter(walk *walk, HANDLE key, uint64_t written)
{
    NTSTATUS status = key_values_read(&walk->values, key);
    write_key(walk, written, status);
    if (status >= 0)
        write_values(walk);
    list_subkeys(levels_push(&walk->levels, key, walk->path.length));
}

static bool is_gone(NTSTATUS status)
{
    return status == NT_NOT_FOUND || status == NT_KEY_DELETED;
}

static void step(walk *walk)
{
    level *above = &walk->levels.stack[walk->levels.depth - 1];
    walk->path.length = above->path_length;
    if (above->next == above->count) {
        levels_pop(&walk->levels);
        return;
    }
    const level_item *item = &above->items[above->next++];
    const wchar_t *name = level_name(above, item);
    path_add(&walk->path, name, item->length);
    if (snapshot_excludes(walk->snapshot, &walk->path) || is(&walk->path, walk->control_set))
        return;
    HANDLE key;
    NTSTATUS status = open(&key, above->handle, name, item->length, is_followed(&walk->path));
    if (status >= 0)
        enter(walk, key, item->written);
    else if (!is_gone(status))
        write_key(walk, item->written, status);
}

/* Says which ControlSetNNN is the current one; where none is, nothing is a link either. */
static void find_control_set(walk *walk)
{
    DWORD number = 0, size = sizeof number;
    HKEY set;
    *walk->control_set = 0;
    if (RegGetValueW(HKEY_LOCAL_MACHINE, L"System\\Select", L"Current", RRF_RT_REG_DWORD, NULL, &number, &size) ||
        RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"System\\CurrentControlSet", REG_OPTION_OPEN_LINK, KEY_READ, &set))
        return;
    if (!RegQueryValueExW(set, L"SymbolicLinkValue", NULL, NULL, NULL, NULL))
        swprintf(walk->control_set, ARRAYSIZE(walk->control_set), L"HKLM\\System\\ControlSet%03lu", number);
    RegCloseKey(set);
}

static void native_path(path *native, const wchar_t *root)
{
    size_t length = wcscspn(root, L"\\");
    for (size_t i = 0; i < ARRAYSIZE(ROOTS); i++) {
        if (CompareStringOrdinal(root, (int)length, ROOTS[i].name, -1, TRUE) != CSTR_EQUAL)
            continue;
        if (ROOTS[i].path) {
            path_set(native, ROOTS[i].path);
        } else {
            UNICODE_STRING user;
            if (RtlFormatCurrentUserKeyPath(&user) < 0)
                fail(0, L"Can't tell where the current user's registry is");
            native->length = 0;
            path_add(native, user.Buffer, user.Length / sizeof(WCHAR));
            RtlFreeUnicodeString(&user);
        }
        if (root[length])
            path_add(native, root + length + 1, wcslen(root + length + 1));
        return;
    }
    fail_use(L"The key %ls does not start with HKLM, HKCU or HKU", root);
}

static void walk_root(walk *walk, const wchar_t *root)
{
    path native = {0};
    native_path(&native, root);
    HANDLE key;
    NTSTATUS status = open(&key, NULL, native.units, native.length, true);
    if (status < 0)
        fail(RtlNtStatusToDosError(status), L"Can't read the key %ls", root);
    memory_free(native.units);
    char basic[sizeof(nt_key_basic) + 512 * sizeof(WCHAR)] __attribute__((aligned(8))) = {0};
    ULONG length;
    NtQueryKey(key, KEY_BASIC, basic, sizeof basic, &length);
    path_set(&walk->path, root);
    enter(walk, key, (uint64_t)((const nt_key_basic *)(const void *)basic)->written.QuadPart);
    while (walk->levels.depth)
        step(walk);
}

void snapshot_registry(snapshot *snapshot, const snapshot_roots *keys)
{
    static walk walk;
    walk.snapshot = snapshot;
    find_control_set(&walk);
    for (size_t i = 0; i < keys->count; i++)
        walk_root(&walk, keys->roots[i]);
}
