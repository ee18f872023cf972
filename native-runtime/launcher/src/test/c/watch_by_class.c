/*
 * watch_by_class.exe FOLDER: asks what changes in a folder in each class of NtNotifyChangeDirectoryFileEx, which Wine has
 * not and the stand-in's library exports; makes a file in it, and says the status of each call and what was told.
 */
#include <stdio.h>
#include <wchar.h>
#include <windows.h>
#include <winternl.h>

enum { NAMES = 1, EXTENDED, FULL, LIMIT = 60000 }; /* DIRECTORY_NOTIFY_INFORMATION_CLASS, ntifs.h */

typedef NTSTATUS NTAPI notify(HANDLE, HANDLE, void *, void *, IO_STATUS_BLOCK *, void *, ULONG, ULONG, BOOLEAN, ULONG);

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count), path[1024];
    notify *ask = (notify *)(void *)GetProcAddress(GetModuleHandleW(L"ctnr.dll"), "NtNotifyChangeDirectoryFileEx");
    if (!ask || count != 2)
        return 2;
    HANDLE folder = CreateFileW(words[1], FILE_LIST_DIRECTORY, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING,
                                FILE_FLAG_BACKUP_SEMANTICS | FILE_FLAG_OVERLAPPED, NULL);
    HANDLE event = CreateEventW(NULL, TRUE, FALSE, NULL);
    for (ULONG class = FULL; class >= NAMES; class--) {
        static DWORD room[1024];
        IO_STATUS_BLOCK io = {0};
        NTSTATUS status = ask(folder, event, NULL, NULL, &io, room, sizeof room, FILE_NOTIFY_CHANGE_FILE_NAME, FALSE, class);
        printf("%lu %08lx\n", class, status);
        if (status != STATUS_PENDING)
            continue;
        swprintf(path, 1024, L"%ls\\fresh", words[1]);
        HANDLE file = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);
        CloseHandle(file);
        const FILE_NOTIFY_INFORMATION *item = (const void *)room;
        if (WaitForSingleObject(event, LIMIT) == WAIT_OBJECT_0 && io.Status >= 0 && io.Information)
            printf("%lu %.*ls\n", item->Action, (int)(item->FileNameLength / sizeof(WCHAR)), item->FileName);
    }
    return 0;
}
