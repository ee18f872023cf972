#include "near.h"

NTSTATUS allocate_near(HANDLE process, ULONG_PTR base, ULONG image_size, int wide, SIZE_T size, ULONG_PTR *result)
{
    enum { GRANULARITY = 1 << 16 };
    ULONG_PTR end = base + 0x7fff0000u;
    if (!wide && (end > 0x7fff0000u || end < base))
        end = 0x7fff0000u;
    for (ULONG_PTR at = base + image_size; at < end;) {
        MEMORY_BASIC_INFORMATION region;
        NTSTATUS status = NtQueryVirtualMemory(process, (LPCVOID)at, 0, &region, sizeof region, NULL);
        if (status < 0)
            return status;
        ULONG_PTR start = (at + GRANULARITY - 1) & ~(ULONG_PTR)(GRANULARITY - 1);
        ULONG_PTR next = (ULONG_PTR)region.BaseAddress + region.RegionSize;
        if (region.State == MEM_FREE && start + size <= next) {
            void *block = (void *)start;
            SIZE_T room = size;
            if (NtAllocateVirtualMemory(process, &block, 0, &room, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE) >= 0) {
                *result = (ULONG_PTR)block;
                return STATUS_SUCCESS;
            }
            at = start + GRANULARITY;
        } else {
            at = next;
        }
    }
    return STATUS(0xC0000017);
}
