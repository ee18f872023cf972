#include "short_name.h"

#include "hook.h"
#include "layer.h"

#include <string.h>

/* Windows numbers them (LONGNA~1.TXT), Wine ends them in letters of a hash (LONG~X2A.TXT). */
static bool may_be_short(text part)
{
    enum { LONGEST_BASE = 8, LONGEST_ENDING = 3 };
    size_t dot = text_last(part, L'.');
    text base = text_before(part, dot);
    size_t tilde = text_last(base, L'~');
    bool fits = base.length <= LONGEST_BASE && (dot == part.length || part.length - dot - 1 <= LONGEST_ENDING);
    return fits && tilde != base.length && tilde > 0 && tilde + 1 < base.length;
}

typedef struct {
    ULONG next, index;
    LARGE_INTEGER times[4], size, allocated;
    ULONG attributes, name_length, ea_size;
    CHAR short_length;
    WCHAR short_name[12];
    WCHAR name[];
} both_information; /* FILE_BOTH_DIR_INFORMATION */

/* Asks one folder of the disk; the names of a pattern without wildcards are the entry's long and short one. */
static bool ask(scratch *in, text folder, text part, text *whole)
{
    LARGE_INTEGER room[128];
    object target;
    IO_STATUS_BLOCK io;
    HANDLE handle;
    UNICODE_STRING pattern = text_unicode(part);
    object_at(&target, NULL, folder);
    if (real.NtOpenFile(&handle, FILE_LIST_DIRECTORY | SYNCHRONIZE, &target.attributes, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT | FILE_OPEN_FOR_BACKUP_INTENT) < 0)
        return false;
    const both_information *item = (const both_information *)room;
    bool found = real.NtQueryDirectoryFile(handle, NULL, NULL, NULL, &io, room, sizeof room, FileBothDirectoryInformation,
                                           TRUE, &pattern, TRUE) == STATUS_SUCCESS;
    real.NtClose(handle);
    if (found)
        *whole = text_copy(in, (text){item->name, item->name_length / sizeof(WCHAR)});
    return found;
}

static text long_part(scratch *in, text folder, text part)
{
    size_t mapped;
    text whole;
    name host = {.view = folder};
    if (ask(in, name_to_nt(in, view_to_container(in, folder, &mapped)), part, &whole)
        || ask(in, name_on_host(in, &host), part, &whole))
        return whole;
    return part;
}

text short_names_expand(scratch *in, text view)
{
    if (text_last(view, L'~') == view.length)
        return view;
    for (size_t start = 3; start < view.length;) {
        size_t end = start;
        while (end < view.length && view.at[end] != L'\\')
            end++;
        text part = text_before(text_after(view, start), end - start);
        if (may_be_short(part)) {
            text whole = long_part(in, text_before(view, start - 1), part);
            if (!text_equal(whole, part)) {
                view = text_join(in, 3, text_before(view, start), whole, text_after(view, end));
                end = start + whole.length;
            }
        }
        start = end + 1;
    }
    return view;
}
