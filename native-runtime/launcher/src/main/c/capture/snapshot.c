/* The options, the first and the last line; both kinds share them. */
#include "snapshot.h"

#include "../common/failure.h"
#include "fold.h"
#include "../common/memory.h"

#include <stdlib.h>

static int compare_roots(const void *left, const void *right)
{
    const wchar_t *a = *(wchar_t *const *)left, *b = *(wchar_t *const *)right;
    return fold_compare(a, wcslen(a), b, wcslen(b));
}

static bool lies_in(const wchar_t *root, const wchar_t *outer)
{
    size_t length = wcslen(outer);
    return wcslen(root) >= length && (!root[length] || root[length] == L'\\' || outer[length - 1] == L'\\') &&
           CompareStringOrdinal(root, (int)length, outer, (int)length, TRUE) == CSTR_EQUAL;
}

static snapshot_roots split(const wchar_t *list, wchar_t separator)
{
    snapshot_roots all = {.count = 0};
    for (const wchar_t *at = list; *at;) {
        size_t length = 0;
        while (at[length] && at[length] != separator)
            length++;
        size_t kept = length;
        while (kept && at[kept - 1] == L'\\' && (kept < 2 || at[kept - 2] != L':'))
            kept--;
        if (kept && all.count == SNAPSHOT_LIST)
            fail_use(L"More than %d roots in one snapshot", SNAPSHOT_LIST);
        if (kept) {
            wchar_t *root = memory_get((kept + 1) * sizeof *root);
            wmemcpy(root, at, kept);
            root[kept] = 0;
            all.roots[all.count++] = root;
        }
        at += length + (at[length] != 0);
    }
    if (!all.count)
        fail_use(L"A snapshot of nothing: no roots in '%ls'", list);
    qsort(all.roots, all.count, sizeof *all.roots, compare_roots);
    size_t kept = 1;
    for (size_t i = 1; i < all.count; i++)
        if (!lies_in(all.roots[i], all.roots[kept - 1]))
            all.roots[kept++] = all.roots[i];
    all.count = kept;
    return all;
}

bool snapshot_excludes(const snapshot *snapshot, const path *path)
{
    for (size_t i = 0; i < snapshot->exclude_count; i++)
        if (fold_matches(snapshot->excludes[i], path->units, path->length))
            return true;
    return false;
}

place_side snapshot_side(const snapshot *snapshot, const path *path)
{
    return snapshot->limited ? places_find(&snapshot->only, path) : PLACE_INSIDE;
}

static void begin(snapshot *snapshot, const wchar_t *file, const wchar_t *kind, const snapshot_roots *roots)
{
    output_open(&snapshot->out, file);
    json line;
    json_open(&line, &snapshot->out);
    json_text(&line, "snapshot", kind);
    json_number(&line, "version", SNAPSHOT_VERSION);
    json_array(&line, "roots");
    for (size_t i = 0; i < roots->count; i++)
        json_text(&line, NULL, roots->roots[i]);
    json_array_end(&line);
    json_close(&line);
}

static void end(snapshot *snapshot)
{
    json line;
    json_open(&line, &snapshot->out);
    json_number(&line, "entries", snapshot->entries);
    json_number(&line, "unreadable", snapshot->unreadable);
    json_close(&line);
    output_close(&snapshot->out);
}

int snapshot_take(arguments *args)
{
    static snapshot snapshot;
    const wchar_t *registry = NULL, *files = NULL, *only = NULL;
    const wchar_t *keys = L"HKCU,HKLM\\Software,HKLM\\System", *folders = L"C:\\";
    for (const wchar_t *name; (name = arguments_next(args));) {
        if (!wcscmp(name, L"--registry"))
            registry = arguments_value(args);
        else if (!wcscmp(name, L"--keys"))
            keys = arguments_value(args);
        else if (!wcscmp(name, L"--files"))
            files = arguments_value(args);
        else if (!wcscmp(name, L"--roots"))
            folders = arguments_value(args);
        else if (!wcscmp(name, L"--only"))
            only = arguments_value(args);
        else if (!wcscmp(name, L"--exclude") && snapshot.exclude_count < SNAPSHOT_LIST)
            snapshot.excludes[snapshot.exclude_count++] = arguments_value(args);
        else
            fail_use(L"'snapshot' has no option %ls, or no more than %d of it", name, SNAPSHOT_LIST);
    }
    if (!registry == !files)
        fail_use(L"'snapshot' needs either --registry FILE or --files FILE");
    if (registry && only)
        fail_use(L"'--only' limits a snapshot of the files");
    fold_open();
    snapshot.limited = only;
    if (only)
        snapshot.only = places_read(only);
    snapshot_roots roots = registry ? split(keys, L',') : split(folders, L';');
    begin(&snapshot, registry ? registry : files, registry ? L"registry" : L"files", &roots);
    (registry ? snapshot_registry : snapshot_files)(&snapshot, &roots);
    end(&snapshot);
    return EXIT_DONE;
}
