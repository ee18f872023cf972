/* The layout is that of phnt's ntexapi.h, checked against Wine's winternl.h; mingw's header leaves most of it out. */
#include "process_list.h"

#include "../common/failure.h"
#include "../common/memory.h"

#include <winternl.h>

typedef struct {
    LARGE_INTEGER kernel_time, user_time, create_time;
    ULONG wait_time;
    PVOID start_address;
    HANDLE process, thread;
    LONG priority, base_priority;
    ULONG context_switches, state, wait_reason;
} thread_information;

typedef struct {
    ULONG next, threads;
    LARGE_INTEGER private_working_set;
    ULONG hard_faults, threads_high;
    ULONGLONG cycles;
    LARGE_INTEGER create_time, user_time, kernel_time;
    UNICODE_STRING image;
    LONG base_priority;
    HANDLE pid, parent;
    ULONG handles, session;
    ULONG_PTR key;
    SIZE_T peak_virtual, virtual_size;
    ULONG page_faults;
    SIZE_T memory[9]; /* working sets, pools, page files, private pages */
    LARGE_INTEGER operations[3], transfers[3];
    thread_information thread[];
} process_information;

static const SYSTEM_INFORMATION_CLASS PROCESSES = 5; /* SystemProcessInformation */
static const NTSTATUS TOO_SMALL = (NTSTATUS)0xC0000004; /* STATUS_INFO_LENGTH_MISMATCH */

static void query(process_list *list)
{
    for (;;) {
        ULONG needed = 0;
        NTSTATUS status = NtQuerySystemInformation(PROCESSES, list->buffer,
                                                   list->buffer_size, &needed);
        if (status != TOO_SMALL && status < 0)
            fail(RtlNtStatusToDosError(status), L"Can't list the processes");
        if (status >= 0)
            return;
        ULONG wanted = needed > list->buffer_size ? needed : list->buffer_size;
        list->buffer_size = wanted + (wanted >> 2) + (1u << 16);
        list->buffer = memory_grow(list->buffer, list->buffer_size);
    }
}

static process_item read(const process_information *from)
{
    process_item item = {
        .pid = (DWORD)(ULONG_PTR)from->pid,
        .parent = (DWORD)(ULONG_PTR)from->parent,
        .created = (uint64_t)from->create_time.QuadPart,
        .image = from->image.Buffer,
        .image_length = from->image.Length / sizeof(wchar_t),
    };
    uint64_t process = (uint64_t)(from->user_time.QuadPart + from->kernel_time.QuadPart), threads = 0;
    for (ULONG i = 0; i < from->threads; i++)
        threads += (uint64_t)(from->thread[i].user_time.QuadPart + from->thread[i].kernel_time.QuadPart);
    item.cpu = process > threads ? process : threads; /* Wine knows only the threads' times */
    for (int i = 0; i < 3; i++)
        item.io += (uint64_t)from->transfers[i].QuadPart;
    return item;
}

void process_list_take(process_list *list)
{
    query(list);
    list->count = 0;
    const char *at = list->buffer;
    for (;;) {
        const process_information *from = (const void *)at;
        list->items = memory_room(list->items, list->count, &list->capacity, sizeof *list->items);
        list->items[list->count++] = read(from);
        if (!from->next)
            return;
        at += from->next;
    }
}

const process_item *process_list_find(const process_list *list, DWORD pid)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].pid == pid)
            return &list->items[i];
    return NULL;
}

bool process_item_is(const process_item *item, const wchar_t *image)
{
    return CompareStringOrdinal(item->image, (int)item->image_length, image, -1, TRUE) == CSTR_EQUAL;
}
