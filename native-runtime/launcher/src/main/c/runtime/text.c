#include "text.h"

#include <stdarg.h>
#include <string.h>

struct scratch_block {
    scratch_block *next;
    max_align_t data[];
};

static HANDLE heap;

ULONG_PTR process_id(void)
{
    static ULONG_PTR id;
    PROCESS_BASIC_INFORMATION basic = {0};
    if (!id && NtQueryInformationProcess(this_process(), ProcessBasicInformation, &basic, sizeof basic, NULL) >= 0)
        id = (ULONG_PTR)basic.UniqueProcessId;
    return id;
}

/* TEB.ClientId.UniqueThread, whose place is the same in every version of Windows */
ULONG_PTR thread_id(void)
{
    ULONG_PTR id;
#ifdef _WIN64
    __asm__("movq %%gs:0x48, %0" : "=r"(id));
#else
    __asm__("movl %%fs:0x24, %0" : "=r"(id));
#endif
    return id;
}

/* A heap of its own: the application's may be locked or damaged when a hook is entered. */
void *memory_get(size_t bytes)
{
    if (!heap)
        heap = RtlCreateHeap(HEAP_GROWABLE, NULL, 0, 0, NULL, NULL);
    void *block = heap ? RtlAllocateHeap(heap, 0, bytes) : NULL;
    if (!block)
        NtTerminateProcess(this_process(), STATUS(0xC0000017)); /* STATUS_NO_MEMORY */
    return block;
}

void memory_free(void *block)
{
    if (block)
        RtlFreeHeap(heap, 0, block);
}

void *scratch_get(scratch *from, size_t bytes)
{
    size_t rounded = (bytes + 15) & ~(size_t)15;
    if (rounded <= sizeof from->room - from->used) {
        void *here = (char *)from->room + from->used;
        from->used += rounded;
        return here;
    }
    scratch_block *block = memory_get(sizeof *block + bytes);
    block->next = from->more;
    from->more = block;
    return block->data;
}

void scratch_release(scratch *from)
{
    while (from->more) {
        scratch_block *block = from->more;
        from->more = block->next;
        memory_free(block);
    }
}

text text_from(const wchar_t *zero_terminated)
{
    size_t length = 0;
    while (zero_terminated[length])
        length++;
    return (text){zero_terminated, length};
}

text text_of(UNICODE_STRING string)
{
    return (text){string.Buffer, string.Length / sizeof(wchar_t)};
}

UNICODE_STRING text_unicode(text value)
{
    return unicode(value.at, value.length);
}

text text_join(scratch *in, int count, ...)
{
    va_list list;
    size_t length = 0;
    va_start(list, count);
    for (int i = 0; i < count; i++)
        length += va_arg(list, text).length;
    va_end(list);
    wchar_t *at = scratch_get(in, (length + 1) * sizeof *at);
    wchar_t *end = at;
    va_start(list, count);
    for (int i = 0; i < count; i++) {
        text part = va_arg(list, text);
        memcpy(end, part.at, part.length * sizeof *end);
        end += part.length;
    }
    va_end(list);
    *end = 0;
    return (text){at, length};
}

text text_decimal(scratch *in, ULONG_PTR value)
{
    wchar_t *digits = scratch_get(in, 24 * sizeof *digits);
    size_t at = 24;
    do
        digits[--at] = (wchar_t)(L'0' + value % 10);
    while (value /= 10);
    return (text){digits + at, 24 - at};
}

text text_copy(scratch *in, text value)
{
    return text_join(in, 1, value);
}

text text_keep(text value)
{
    wchar_t *copy = memory_get((value.length + 1) * sizeof *copy);
    memcpy(copy, value.at, value.length * sizeof *copy);
    copy[value.length] = 0;
    return (text){copy, value.length};
}

text text_after(text value, size_t start)
{
    return (text){value.at + start, value.length - start};
}

text text_before(text value, size_t end)
{
    return (text){value.at, end};
}

wchar_t text_upper(wchar_t c)
{
    if (c < 128)
        return c >= L'a' && c <= L'z' ? (wchar_t)(c - 32) : c;
    return RtlUpcaseUnicodeChar(c);
}

int text_compare(text one, text other)
{
    size_t shorter = one.length < other.length ? one.length : other.length;
    for (size_t i = 0; i < shorter; i++)
        if (one.at[i] != other.at[i]) {
            wchar_t a = text_upper(one.at[i]), b = text_upper(other.at[i]);
            if (a != b)
                return a < b ? -1 : 1;
        }
    return one.length == other.length ? 0 : one.length < other.length ? -1 : 1;
}

bool text_equal(text one, text other)
{
    return one.length == other.length && text_compare(one, other) == 0;
}

bool text_starts(text value, text prefix)
{
    return value.length >= prefix.length && text_equal(text_before(value, prefix.length), prefix);
}

bool text_within(text path, text folder)
{
    return text_starts(path, folder) && (path.length == folder.length || path.at[folder.length] == L'\\');
}

size_t text_last(text value, wchar_t c)
{
    for (size_t i = value.length; i-- > 0;)
        if (value.at[i] == c)
            return i;
    return value.length;
}
