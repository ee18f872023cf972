#include "file_id.h"

#include "hook.h"
#include "layer.h"
#include "view.h"

/* In one piece, in 32-bit processes too. */
static uint64_t read(volatile uint64_t *at)
{
    return (uint64_t)InterlockedCompareExchange64((volatile LONG64 *)at, 0, 0);
}

static void write(volatile uint64_t *at, uint64_t value)
{
    InterlockedExchange64((volatile LONG64 *)at, (LONG64)value);
}

static session_file_id *slot_of(uint64_t own, bool make)
{
    session_index *in = session_index_of(session);
    uint32_t start = (uint32_t)((own * 0x9e3779b97f4a7c15) >> 32);
    for (uint32_t i = 0; i < FILE_ID_SLOTS; i++) {
        session_file_id *slot = &in->file_ids[(start + i) % FILE_ID_SLOTS];
        uint64_t here = read(&slot->own);
        if (!here && (!make || in->file_ids_used >= FILE_ID_SLOTS / 4 * 3))
            return NULL;
        if (!here) {
            here = (uint64_t)InterlockedCompareExchange64((volatile LONG64 *)&slot->own, (LONG64)own, 0);
            if (!here)
                InterlockedIncrement((volatile LONG *)&in->file_ids_used);
        }
        if (!here || here == own)
            return slot;
    }
    return NULL;
}

static uint64_t id_of(HANDLE file)
{
    uint64_t id = 0; /* FILE_INTERNAL_INFORMATION */
    IO_STATUS_BLOCK io;
    return real.NtQueryInformationFile(file, &io, &id, sizeof id, FileInternalInformation) >= 0 ? id : 0;
}

uint64_t file_id_at(text nt_path)
{
    object target;
    IO_STATUS_BLOCK io;
    HANDLE file;
    object_at(&target, NULL, nt_path);
    if (real.NtOpenFile(&file, FILE_READ_ATTRIBUTES, &target.attributes, &io,
                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE,
                        FILE_OPEN_FOR_BACKUP_INTENT | FILE_OPEN_REPARSE_POINT) < 0)
        return 0;
    uint64_t id = id_of(file);
    real.NtClose(file);
    return id;
}

void file_id_keep(HANDLE source, HANDLE made)
{
    if (!source && !session_index_of(session)->file_ids_used)
        return;
    uint64_t own = id_of(made), seen = source ? id_of(source) : 0;
    session_file_id *slot = own ? slot_of(own, seen != 0) : NULL;
    if (slot)
        write(&slot->seen, seen);
}

uint64_t file_id_seen(uint64_t own)
{
    session_file_id *slot = own && session_index_of(session)->file_ids_used ? slot_of(own, false) : NULL;
    uint64_t seen = slot ? read(&slot->seen) : 0;
    return seen ? seen : own;
}

bool file_id_own(uint64_t seen, uint64_t *own)
{
    session_index *in = session_index_of(session);
    for (uint32_t i = 0; seen && in->file_ids_used && i < FILE_ID_SLOTS; i++)
        if (read(&in->file_ids[i].seen) == seen) {
            *own = read(&in->file_ids[i].own);
            return true;
        }
    return false;
}
