/* File ids in answers, and the serial number of the volume beside them. */
#include "answer_shape.h"
#include "file_id.h"
#include "hook.h"
#include "name.h"
#include "volume.h"

/* What the container's file of that answer is known by; 0 when nothing is to be set. */
static uint64_t other_id(const answer_shape *as, const void *answer, ULONG length)
{
    uint64_t own;
    if (!as || !answer_has(as->id, sizeof own, length))
        return 0;
    memcpy(&own, (const char *)answer + as->id, sizeof own);
    uint64_t seen = file_id_seen(own);
    return seen == own ? 0 : seen;
}

static void set_id(const answer_shape *as, void *answer, ULONG length, uint64_t seen)
{
    answer_set(answer, length, as->id, &seen, sizeof seen);
    answer_set(answer, length, as->wide_id, &seen, sizeof seen);
}

void file_id_mark(FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    const answer_shape *as = answer_shape_of(class);
    uint64_t seen = other_id(as, answer, length);
    if (seen)
        set_id(as, answer, length, seen);
}

void file_id_tell(HANDLE file, FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    const answer_shape *as = answer_shape_of(class);
    uint64_t of_root[16];
    bool volume = as && answer_has(as->volume, sizeof *of_root, length);
    uint64_t seen = other_id(as, answer, length);
    if (!volume && !seen)
        return;
    scratch memory;
    name name;
    bool in_container;
    HANDLE root;
    IO_STATUS_BLOCK io;
    scratch_begin(&memory);
    if (name_of_handle(&memory, file, &name, &in_container) && in_container) {
        if (seen)
            set_id(as, answer, length, seen);
        if (volume && volume_open_root(&memory, &name, &root)) {
            if (real.NtQueryInformationFile(root, &io, of_root, sizeof of_root, class) >= 0)
                answer_set(answer, length, as->volume, &of_root[as->volume / sizeof *of_root], sizeof *of_root);
            real.NtClose(root);
        }
    }
    scratch_release(&memory);
}
