/* Enumeration of folders: the merged listing is made at the first call and served from then on. */
#include "folder_format.h"
#include "handles.h"
#include "hook.h"
#include "merge.h"
#include "pattern.h"

typedef struct {
    HANDLE file, event;
    PIO_APC_ROUTINE apc;
    PVOID apc_context;
    PIO_STATUS_BLOCK io;
    PVOID buffer;
    ULONG length;
    FILE_INFORMATION_CLASS class;
    bool single, restart;
    PUNICODE_STRING pattern;
} query;

static bool may_list(HANDLE file)
{
    struct {
        ULONG attributes;
        ACCESS_MASK access;
        ULONG counts[2], reserved[10];
    } basic = {0}; /* PUBLIC_OBJECT_BASIC_INFORMATION */
    return real.NtQueryObject(file, ObjectBasicInformation, &basic, sizeof basic, NULL) >= 0
        && (basic.access & FILE_LIST_DIRECTORY);
}

/* Decides once for each handle, and again at a restart. */
static NTSTATUS begin(const query *of, const place *folder, scratch *in, enumeration **result)
{
    bool merged = merge_is_needed(in, folder);
    if (merged && !may_list(of->file))
        return STATUS_ACCESS_DENIED;
    enumeration *made = memory_get(sizeof *made);
    *made = (enumeration){.merged = merged};
    if (merged) {
        NTSTATUS status = merge_folder(in, folder, &made->entries);
        if (status < 0) {
            memory_free(made);
            return status;
        }
    }
    *result = made;
    return STATUS_SUCCESS;
}

static void keep_pattern(enumeration *folder, PUNICODE_STRING pattern)
{
    text wanted = pattern && pattern->Length ? text_of(*pattern) : TEXT_OF("*");
    memory_free((void *)folder->pattern.at);
    folder->pattern = text_keep(wanted);
    folder->matches_all = wanted.length == 1 && wanted.at[0] == L'*';
}

static bool is_wanted(const enumeration *folder, const entry *item)
{
    text brief = {item->short_name, item->short_length / sizeof(WCHAR)};
    return folder->matches_all || pattern_matches_name(folder->pattern, item->name)
        || (brief.length && pattern_matches_name(folder->pattern, brief));
}

static NTSTATUS serve(enumeration *folder, const query *of, ULONG_PTR *written)
{
    format_state state = {.buffer = of->buffer, .length = of->length, .class = of->class};
    bool first = !folder->started;
    folder->started = true;
    NTSTATUS status = first ? STATUS_NO_SUCH_FILE : STATUS_NO_MORE_FILES;
    while (folder->next < folder->entries.count) {
        const entry *item = folder->entries.entries[folder->next];
        if (is_wanted(folder, item)) {
            NTSTATUS added = format_add(&state, item);
            if (added == STATUS_BUFFER_TOO_SMALL)
                return STATUS_SUCCESS;
            if (added == STATUS_INFO_LENGTH_MISMATCH) {
                folder->started = !first;
                return added;
            }
            status = added;
            *written = state.used;
            folder->next++;
            if (of->single || added < 0)
                break;
            continue;
        }
        folder->next++;
    }
    return status;
}

static void complete(const query *of, NTSTATUS status, ULONG_PTR written)
{
    of->io->Status = status;
    of->io->Information = written;
    if (of->event)
        NtSetEvent(of->event, NULL);
    if (of->apc)
        NtQueueApcThread(this_thread(), (PVOID)of->apc, of->apc_context, of->io, NULL);
}

/* False: the real call answers. */
static bool answered(const query *of, NTSTATUS *status)
{
    scratch memory;
    place folder;
    bool in_container;
    handle_record *record = handle_take(of->file, false);
    enumeration *made = NULL;
    if (record && record->folder && !of->restart && !record->folder->merged) {
        handle_let_go(record);
        return false;
    }
    if (!record || !record->folder || of->restart) {
        scratch_begin(&memory);
        /* a file that is asked for its entries is refused by the real call's own words */
        bool ours = handle_is_folder(of->file) && name_of_handle(&memory, of->file, &folder.name, &in_container);
        if (ours) {
            place_from(&memory, &folder.name, &folder);
            *status = begin(of, &folder, &memory, &made);
        }
        scratch_release(&memory);
        if (!ours || *status < 0) {
            handle_let_go(record);
            return ours;
        }
        if (!record)
            record = handle_take(of->file, true);
    }
    ULONG_PTR written = 0;
    handle_lock(record);
    if (made) {
        if (record->folder && !(of->pattern && of->pattern->Length)) {
            made->pattern = record->folder->pattern; /* a restart without a pattern goes on with the old one */
            made->matches_all = record->folder->matches_all;
            record->folder->pattern.at = NULL;
        }
        enumeration_free(record->folder);
        record->folder = made;
        if (!made->pattern.at)
            keep_pattern(made, of->pattern);
    }
    bool merged = record->folder->merged;
    if (merged)
        *status = format_is_known(of->class) ? serve(record->folder, of, &written) : STATUS_INVALID_INFO_CLASS;
    handle_unlock(record);
    handle_let_go(record);
    if (merged && *status != STATUS_INVALID_INFO_CLASS)
        complete(of, *status, written);
    return merged;
}

NTSTATUS NTAPI hook_NtQueryDirectoryFile(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context,
                                         PIO_STATUS_BLOCK io, PVOID buffer, ULONG length, FILE_INFORMATION_CLASS class,
                                         BOOLEAN single, PUNICODE_STRING pattern, BOOLEAN restart)
{
    query of = {file, event, apc, context, io, buffer, length, class, single, restart, pattern};
    NTSTATUS status;
    if (answered(&of, &status))
        return status;
    return real.NtQueryDirectoryFile(file, event, apc, context, io, buffer, length, class, single, pattern, restart);
}

NTSTATUS NTAPI hook_NtQueryDirectoryFileEx(HANDLE file, HANDLE event, PIO_APC_ROUTINE apc, PVOID context,
                                           PIO_STATUS_BLOCK io, PVOID buffer, ULONG length,
                                           FILE_INFORMATION_CLASS class, ULONG flags, PUNICODE_STRING pattern)
{
    query of = {file, event, apc, context, io, buffer, length, class, flags & SL_SINGLE_ENTRY, flags & SL_RESTART, pattern};
    NTSTATUS status;
    if (answered(&of, &status))
        return status;
    return real.NtQueryDirectoryFileEx(file, event, apc, context, io, buffer, length, class, flags, pattern);
}
