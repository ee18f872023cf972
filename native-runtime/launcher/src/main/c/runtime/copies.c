#include "copies.h"

#include "hook.h"

/* Folders that this process has written down; what is pushed out is written down again. */
enum { REMEMBERED = 64 };
static volatile LONG remembered[REMEMBERED];

static ULONG hash(text folder)
{
    ULONG value = 0x811c9dc5; /* FNV-1a */
    for (size_t i = 0; i < folder.length; i++)
        value = (value ^ text_upper(folder.at[i])) * 0x01000193;
    return value | 1;
}

static NTSTATUS open_journal(scratch *in, HANDLE *journal)
{
    text folder = text_join(in, 3, TEXT_OF("\\??\\"), session_at(session->root), TEXT_OF("\\cache"));
    object target;
    IO_STATUS_BLOCK io;
    object_at(&target, NULL, folder);
    NTSTATUS status = real.NtCreateFile(journal, SYNCHRONIZE, &target.attributes, &io, NULL, FILE_ATTRIBUTE_NORMAL,
                                        FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN_IF,
                                        FILE_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
    if (status < 0)
        return status;
    real.NtClose(*journal);
    object_at(&target, NULL, text_join(in, 2, folder, TEXT_OF("\\copies.journal")));
    return real.NtCreateFile(journal, FILE_APPEND_DATA | SYNCHRONIZE, &target.attributes, &io, NULL, FILE_ATTRIBUTE_NORMAL,
                             FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, FILE_OPEN_IF,
                             FILE_NON_DIRECTORY_FILE | FILE_SYNCHRONOUS_IO_NONALERT, NULL, 0);
}

/* UTF-16, a line each: relative to the container's folder, which may be elsewhere at the next start. */
static void write_down(scratch *in, text folder)
{
    ULONG key = hash(folder);
    if ((ULONG)remembered[key / 2 % REMEMBERED] == key)
        return;
    HANDLE journal;
    IO_STATUS_BLOCK io;
    LARGE_INTEGER end = {.LowPart = 0xffffffff, .HighPart = -1}; /* FILE_WRITE_TO_END_OF_FILE */
    text line = text_join(in, 2, text_after(folder, session->root.length + 1), TEXT_OF("\n"));
    if (open_journal(in, &journal) < 0)
        return;
    if (NtWriteFile(journal, NULL, NULL, NULL, &io, line.at, (ULONG)(line.length * sizeof(wchar_t)), &end, NULL) >= 0)
        remembered[key / 2 % REMEMBERED] = (LONG)key;
    real.NtClose(journal);
}

/* Hidden by its name, like every marker; unlike any other process's or thread's. */
text copies_begin(scratch *in, const place *at)
{
    static volatile LONG counter;
    wchar_t digits[16];
    unsigned long long number = ((unsigned long long)process_id() << 32) | (ULONG)InterlockedIncrement(&counter);
    for (int i = 0; i < 16; i++)
        digits[i] = L"0123456789abcdef"[number >> (60 - 4 * i) & 15];
    size_t slash = text_last(at->container, L'\\');
    write_down(in, text_before(at->container, slash));
    return text_join(in, 4, TEXT_OF("\\??\\"), text_before(at->container, slash + 1), TEXT_OF(".wh..wh..copy-"),
                     (text){digits, 16});
}
