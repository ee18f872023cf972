/* What is reached by a name with links in it. */
#include "checks.h"

#include <stdio.h>
#include <wchar.h>

static void read_through(const wchar_t *folder)
{
    say_done(junction(in(folder, L"pointer"), in(folder, L"bothdir")));
    say_folder(in(folder, L"pointer"));
    say_content(in(folder, L"pointer\\low.txt"));
    say_content(in(folder, L"pointer\\both.txt"));
    say_content(in(folder, L"POINTER\\HIGH.TXT"));
    say_attributes(in(folder, L"pointer\\low.txt"));
}

/* Changes go where they go by the target's own name: to the container, over the host's. */
static void written_through(const wchar_t *folder)
{
    say_done(junction(in(folder, L"pointer"), in(folder, L"hostdir")));
    say_done(write_file(in(folder, L"pointer\\fresh.txt"), CREATE_NEW, "fresh"));
    say_done(write_file(in(folder, L"pointer\\inner.txt"), OPEN_EXISTING, "I"));
    say_done(DeleteFileW(in(folder, L"pointer\\other.txt")));
    say_folder(in(folder, L"hostdir"));
    say_content(in(folder, L"hostdir\\inner.txt"));
    say_done(CreateDirectoryW(in(folder, L"pointer\\deeper"), NULL));
    say_done(MoveFileW(in(folder, L"own.txt"), in(folder, L"pointer\\deeper\\moved.txt")));
    say_content(in(folder, L"hostdir\\deeper\\moved.txt"));
}

static void relative(const wchar_t *folder)
{
    const wchar_t *name = wcsrchr(folder, L'\\') + 1;
    wchar_t around[256], from_root[1024];
    swprintf(around, 256, L"..\\.\\%ls\\owndir", name);
    swprintf(from_root, 1024, L"%ls\\hostdir", folder + 2);
    say_done(symbolic(in(folder, L"one"), L"hostdir", TRUE));
    say_done(symbolic(in(folder, L"two"), around, TRUE));
    say_done(symbolic(in(folder, L"three"), from_root, TRUE));
    say_done(symbolic(in(folder, L"owndir\\up"), L"..\\host.txt", FALSE));
    say_folder(in(folder, L"one"));
    say_folder(in(folder, L"two"));
    say_folder(in(folder, L"three"));
    say_content(in(folder, L"two\\up"));
}

/* number links one behind the other, to a folder with a file. */
static void chain(const wchar_t *folder, int number)
{
    wchar_t name[32], before[32] = L"hostdir";
    for (int i = 0; i < number; i++) {
        swprintf(name, 32, L"link%d", i);
        if (!symbolic(in(folder, name), before, TRUE))
            say_done(FALSE);
        wcscpy(before, name);
    }
    say_content(in(folder, wcscat(before, L"\\inner.txt")));
}

static void longest_chain(const wchar_t *folder) { chain(folder, 63); }

static void too_long_chain(const wchar_t *folder) { chain(folder, 64); }

static void loop(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"one"), L"two", TRUE));
    say_done(symbolic(in(folder, L"two"), L"one", TRUE));
    say_content(in(folder, L"one"));
    say_content(in(folder, L"one\\below.txt"));
    say_done(write_file(in(folder, L"two\\below.txt"), CREATE_NEW, "never"));
    say_attributes(in(folder, L"one"));
    say_done(RemoveDirectoryW(in(folder, L"one")));
    say_content(in(folder, L"two\\below.txt"));
}

static void to_nowhere(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"one"), L"missing.txt", FALSE));
    say_done(symbolic(in(folder, L"two"), L"missing", TRUE));
    say_content(in(folder, L"one"));
    say_content(in(folder, L"two\\below.txt"));
    say_attributes(in(folder, L"two"));
    say_done(CreateDirectoryW(in(folder, L"two"), NULL));
    say_done(write_file(in(folder, L"one"), CREATE_ALWAYS, "made"));
    say_content(in(folder, L"missing.txt"));
}

static void file_written(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"pointer"), L"host.txt", FALSE));
    say_done(write_file(in(folder, L"pointer"), OPEN_EXISTING, "H"));
    say_content(in(folder, L"host.txt"));
    say_done(write_file(in(folder, L"pointer"), CREATE_ALWAYS, "new"));
    say_content(in(folder, L"host.txt"));
    say_attributes(in(folder, L"pointer"));
}

/* Of a deleted name, of one that the host has, and of one of the host's that is deleted afterwards. */
static void over_host(const wchar_t *folder)
{
    say_done(symbolic(in(folder, L"gone.txt"), L"own.txt", FALSE));
    say_content(in(folder, L"gone.txt"));
    say_done(DeleteFileW(in(folder, L"gone.txt")));
    say_content(in(folder, L"gone.txt"));
    say_done(DeleteFileW(in(folder, L"host.txt")));
    say_done(symbolic(in(folder, L"host.txt"), L"own.txt", FALSE));
    say_content(in(folder, L"host.txt"));
    say_done(DeleteFileW(in(folder, L"host.txt")));
    say_content(in(folder, L"host.txt"));
}

static void started_through(const wchar_t *folder)
{
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION made;
    DWORD code = 99;
    wchar_t program[MAX_PATH], command[2048];
    GetModuleFileNameW(NULL, program, MAX_PATH);
    *wcsrchr(program, L'\\') = 0;
    say_done(junction(in(folder, L"bin"), program));
    say_done(junction(in(folder, L"pointer"), in(folder, L"owndir")));
    swprintf(command, 2048, L"\"%ls\\links.exe\" \"%ls\" none", in(folder, L"bin"), folder);
    BOOL started = CreateProcessW(NULL, command, NULL, NULL, FALSE, 0, NULL, in(folder, L"pointer"), &startup, &made);
    say_done(started);
    if (!started)
        return;
    WaitForSingleObject(made.hProcess, INFINITE);
    GetExitCodeProcess(made.hProcess, &code);
    say("%lu", code);
    CloseHandle(made.hProcess);
    CloseHandle(made.hThread);
    say_done(SetCurrentDirectoryW(in(folder, L"pointer")));
    say_content(L"inner.txt");
    SetCurrentDirectoryW(L"C:\\");
}

/* Targets by the device and by the volume that the drive is. */
static void devices(const wchar_t *folder)
{
    wchar_t device[128] = L"", volume[128] = L"", target[1024];
    reparse data;
    QueryDosDeviceW(L"C:", device, 128);
    GetVolumeNameForVolumeMountPointW(L"C:\\", volume, 128);
    swprintf(target, 1024, L"%ls%ls\\hostdir", device, folder + 2);
    say_done(set_link(in(folder, L"emptydir"), &data, fill(&data, IO_REPARSE_TAG_MOUNT_POINT, target)));
    say_content(in(folder, L"emptydir\\inner.txt"));
    swprintf(target, 1024, L"\\??\\%ls%ls\\owndir", volume + 4, folder + 3);
    say_done(CreateDirectoryW(in(folder, L"pointer"), NULL));
    say_done(set_link(in(folder, L"pointer"), &data, fill(&data, IO_REPARSE_TAG_MOUNT_POINT, target)));
    say_content(in(folder, L"pointer\\inner.txt"));
}

/* From an isolated folder to one of both layers; from there to one that is the host's alone, where none is moved to. */
static void modes(const wchar_t *folder)
{
    say_done(CreateDirectoryW(in(folder, L"isolated"), NULL));
    say_done(junction(in(folder, L"isolated\\pointer"), in(folder, L"hostdir")));
    say_content(in(folder, L"isolated\\pointer\\inner.txt"));
    say_done(junction(in(folder, L"pointer"), in(folder, L"bothdir")));
    say_content(in(folder, L"pointer\\both.txt"));
    say_content(in(folder, L"bothdir\\both.txt"));
    say_done(MoveFileExW(in(folder, L"pointer"), in(folder, L"bothdir\\pointer"), 0));
    say_link(in(folder, L"pointer"));
}

/* The host's own links (alias, to hostdir): the disk follows them, and what is reached by one is another file. */
static void host_links(const wchar_t *folder)
{
    say_content(in(folder, L"alias\\inner.txt"));
    say_done(write_file(in(folder, L"hostdir\\inner.txt"), OPEN_EXISTING, "I"));
    say_content(in(folder, L"alias\\inner.txt"));
    say_done(write_file(in(folder, L"alias\\other.txt"), OPEN_EXISTING, "O"));
    say_content(in(folder, L"alias\\other.txt"));
    say_content(in(folder, L"hostdir\\other.txt"));
    say_done(DeleteFileW(in(folder, L"alias\\inner.txt")));
    say_content(in(folder, L"hostdir\\inner.txt"));
}

const check FOLLOWING[] = {
    {"read-through", read_through, "ok [both.txt high.txt low.txt] <low> <high> <high> 0"},
    {"written-through", written_through, "ok ok ok ok [fresh.txt inner.txt] <Inner> ok ok <own>"},
    {"relative", relative, "ok ok ok ok [inner.txt other.txt] [inner.txt up@] [inner.txt other.txt] <host>"},
    {"longest-chain", longest_chain, "<inner>"},
    {"too-long-chain", too_long_chain, "error-1921"},
    {"loop", loop, "ok ok error-1921 error-1921 error-1921 410 ok error-3"},
    {"to-nowhere", to_nowhere, "ok ok error-2 error-3 410 error-183 ok <made>"},
    {"file-written", file_written, "ok ok <Host> ok <new> 400"},
    {"over-host", over_host, "ok <own> ok error-2 ok ok <own> ok error-2"},
    {"devices", devices, "ok <inner> ok ok <inner>"},
    {"modes", modes, "ok ok <inner> ok <low> <low> error-17 junction:bothdir"},
    {"host-links", host_links, "<inner> ok <inner> ok <O> <o> ok <Inner>"},
    {"started-through", started_through, "ok ok ok 0 ok <inner>"},
    {NULL, NULL, NULL},
};
