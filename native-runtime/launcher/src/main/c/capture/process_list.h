/*
 * All processes of the machine at one moment, from NtQuerySystemInformation: one call gives parents, names and the work
 * done so far. Windows' own per-process calls need a handle for each, and Wine answers 0 to most of them.
 */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <windows.h>

typedef struct process_item {
    DWORD pid, parent;
    uint64_t created; /* FILETIME */
    uint64_t cpu;     /* time used by all its threads, in 100 ns */
    uint64_t io;      /* bytes read, written and otherwise moved; 0 under Wine */
    const wchar_t *image;
    size_t image_length;
} process_item;

typedef struct process_list {
    process_item *items;
    size_t count, capacity;
    void *buffer;
    ULONG buffer_size;
} process_list;

/* Takes the list anew; what an earlier one said is no longer valid. */
void process_list_take(process_list *list);

/* The process with this id; NULL when it has ended. */
const process_item *process_list_find(const process_list *list, DWORD pid);

/* Whether the process runs this program file; case does not count. */
bool process_item_is(const process_item *item, const wchar_t *image);
