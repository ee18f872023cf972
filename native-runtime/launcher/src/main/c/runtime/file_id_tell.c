/* Where answers have file ids, and the serial number of the volume beside them. */
#include "file_id.h"

#include "hook.h"
#include "name.h"
#include "volume.h"

#include <string.h>

enum { NOWHERE = ~0u };

typedef struct {
    int class;
    ULONG id, wide_id, volume; /* in bytes; a wide id's lower half is the id */
} shape;

static const shape SHAPES[] = {
    {FileInternalInformation, 0, NOWHERE, NOWHERE},
    {FileAllInformation, 64, NOWHERE, NOWHERE},
    {FILE_ID, 8, NOWHERE, 0},
    {FILE_STAT, 0, NOWHERE, NOWHERE},
    {FILE_STAT_LX, 0, NOWHERE, NOWHERE},
    {FILE_STAT_BASIC, 0, 88, 80},
};

static const shape *shape_of(FILE_INFORMATION_CLASS class)
{
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (SHAPES[i].class == (int)class)
            return &SHAPES[i];
    return NULL;
}

static bool has(ULONG at, ULONG length)
{
    return at != NOWHERE && length >= sizeof(uint64_t) && at <= length - sizeof(uint64_t);
}

static void set(void *answer, ULONG at, ULONG length, uint64_t value)
{
    if (has(at, length))
        memcpy((char *)answer + at, &value, sizeof value);
}

/* What the container's file of that answer is known by; 0 when nothing is to be set. */
static uint64_t other_id(const shape *as, const void *answer, ULONG length)
{
    uint64_t own;
    if (!as || !has(as->id, length))
        return 0;
    memcpy(&own, (const char *)answer + as->id, sizeof own);
    uint64_t seen = file_id_seen(own);
    return seen == own ? 0 : seen;
}

static void set_id(const shape *as, void *answer, ULONG length, uint64_t seen)
{
    set(answer, as->id, length, seen);
    set(answer, as->wide_id, length, seen);
}

void file_id_mark(FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    const shape *as = shape_of(class);
    uint64_t seen = other_id(as, answer, length);
    if (seen)
        set_id(as, answer, length, seen);
}

void file_id_tell(HANDLE file, FILE_INFORMATION_CLASS class, void *answer, ULONG length)
{
    const shape *as = shape_of(class);
    bool volume = as && has(as->volume, length);
    uint64_t seen = other_id(as, answer, length);
    if (!volume && !seen)
        return;
    scratch memory;
    name name;
    bool in_container;
    HANDLE root;
    uint64_t of_root[16];
    IO_STATUS_BLOCK io;
    scratch_begin(&memory);
    if (name_of_handle(&memory, file, &name, &in_container) && in_container) {
        if (seen)
            set_id(as, answer, length, seen);
        if (volume && volume_open_root(&memory, &name, &root)) {
            if (real.NtQueryInformationFile(root, &io, of_root, sizeof of_root, class) >= 0)
                set(answer, as->volume, length, of_root[as->volume / sizeof *of_root]);
            real.NtClose(root);
        }
    }
    scratch_release(&memory);
}
