#include "listing.h"

#include "hook.h"
#include "layer.h"

#include <string.h>

typedef struct {
    ULONG next, index;
    LARGE_INTEGER times[4], size, allocated;
    ULONG attributes, name_length, ea_size;
    CHAR short_length;
    WCHAR short_name[12];
    LARGE_INTEGER id;
    WCHAR name[];
} id_both_information; /* FILE_ID_BOTH_DIR_INFORMATION */

static entry *take(const id_both_information *from)
{
    entry *item = memory_get(sizeof *item + from->name_length);
    memcpy(item->times, from->times, sizeof item->times);
    item->size = from->size;
    item->allocated = from->allocated;
    item->id = from->id;
    item->attributes = from->attributes;
    item->ea_size = from->ea_size;
    item->short_length = (UCHAR)from->short_length;
    memcpy(item->short_name, from->short_name, sizeof item->short_name);
    memcpy(item->spelling, from->name, from->name_length);
    item->name = (text){item->spelling, from->name_length / sizeof(WCHAR)};
    return item;
}

void listing_add(listing *to, entry *item)
{
    if (to->count == to->room) {
        size_t room = to->room ? to->room * 2 : 64;
        entry **grown = memory_get(room * sizeof *grown);
        if (to->count)
            memcpy(grown, to->entries, to->count * sizeof *grown);
        memory_free(to->entries);
        to->entries = grown;
        to->room = room;
    }
    to->entries[to->count++] = item;
}

void listing_free(listing *entries)
{
    for (size_t i = 0; i < entries->count; i++)
        memory_free(entries->entries[i]);
    memory_free(entries->entries);
    *entries = (listing){0};
}

NTSTATUS listing_read(text nt_path, listing *result)
{
    enum { BUFFER = 1 << 16 };
    *result = (listing){0};
    object folder;
    object_at(&folder, NULL, nt_path);
    IO_STATUS_BLOCK io;
    HANDLE handle;
    NTSTATUS status = real.NtOpenFile(&handle, FILE_LIST_DIRECTORY | SYNCHRONIZE, &folder.attributes, &io,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                                      FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT);
    if (status < 0)
        return status;
    char *buffer = memory_get(BUFFER);
    BOOLEAN first = TRUE;
    while ((status = real.NtQueryDirectoryFile(handle, NULL, NULL, NULL, &io, buffer, BUFFER,
                                               FileIdBothDirectoryInformation, FALSE, NULL, first)) >= 0) {
        first = FALSE;
        const id_both_information *item = (const id_both_information *)buffer;
        for (;;) {
            listing_add(result, take(item));
            if (!item->next)
                break;
            item = (const id_both_information *)((const char *)item + item->next);
        }
    }
    memory_free(buffer);
    real.NtClose(handle);
    if (status == STATUS_NO_MORE_FILES || status == STATUS_NO_SUCH_FILE)
        return STATUS_SUCCESS;
    listing_free(result);
    return status;
}

static bool is_dots(text name)
{
    return name.length && name.length <= 2 && name.at[0] == L'.' && name.at[name.length - 1] == L'.';
}

static int order(text one, text other)
{
    bool dots = is_dots(one), others = is_dots(other);
    return dots != others ? (dots ? -1 : 1) : text_compare(one, other);
}

int listing_order(const entry *one, const entry *other)
{
    return order(one->name, other->name);
}

static bool before(const entry *one, const entry *other)
{
    return listing_order(one, other) < 0;
}

static void sift(entry **heap, size_t root, size_t count)
{
    for (;;) {
        size_t child = 2 * root + 1;
        if (child >= count)
            return;
        if (child + 1 < count && before(heap[child], heap[child + 1]))
            child++;
        if (!before(heap[root], heap[child]))
            return;
        entry *swap = heap[root];
        heap[root] = heap[child];
        heap[child] = swap;
        root = child;
    }
}

static bool is_sorted(const listing *list)
{
    for (size_t i = 1; i < list->count; i++)
        if (before(list->entries[i], list->entries[i - 1]))
            return false;
    return true;
}

void listing_sort(listing *list)
{
    if (is_sorted(list))
        return;
    for (size_t i = list->count / 2; i-- > 0;)
        sift(list->entries, i, list->count);
    for (size_t end = list->count; end-- > 1;) {
        entry *largest = list->entries[0];
        list->entries[0] = list->entries[end];
        list->entries[end] = largest;
        sift(list->entries, 0, end);
    }
}

entry *listing_find(const listing *in, text name)
{
    size_t low = 0, high = in->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        entry *item = in->entries[middle];
        int way = order(name, item->name);
        if (!way)
            return item;
        if (way < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
