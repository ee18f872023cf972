/*
 * Many processes and threads that work in one folder, each on names of its own, and know what each of them must find:
 *
 *     stress BASE make COUNT SIZE                     COUNT files of the host's, host-0 and so on, of SIZE bytes
 *     stress BASE run PROCESSES THREADS MILLISECONDS  0 when every answer was right
 *     stress BASE check                               what lies there is whole, and is found by its name as in the list
 *
 * Thread n of all has the files host-n, host-(n + all) ... and names that begin with own-n-.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

enum { OWN_NAMES = 12, HOST_NAMES = 6, NAMES = OWN_NAMES + HOST_NAMES, LONGEST = 64, HEAD = 16, TAIL = 16 };
static const DWORD ALL = FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE;

static const wchar_t *base;
static volatile LONG wrong, operations;
static int processes, threads, milliseconds, process_number;

typedef struct {
    int number;
    unsigned seed;
    struct {
        bool there, of_host; /* of_host: it begins with what the host had */
        int appended;
    } files[NAMES];
} worker;

static void name_of(const worker *of, int index, wchar_t *path)
{
    if (index < HOST_NAMES)
        swprintf(path, 512, L"%ls\\host-%d", base, of->number + index * processes * threads);
    else
        swprintf(path, 512, L"%ls\\own-%d-%d", base, of->number, index);
}

static void tell(const worker *of, const char *what, int index)
{
    wchar_t path[512];
    DWORD error = GetLastError();
    name_of(of, index, path);
    printf("wrong: %s %ls (error %lu)\n", what, path, error);
    fflush(stdout);
    InterlockedIncrement(&wrong);
}

static unsigned random_of(worker *of, unsigned below)
{
    of->seed = of->seed * 1103515245 + 12345;
    return (of->seed >> 16) % below;
}

static HANDLE open_file(const wchar_t *path, DWORD access, DWORD disposition)
{
    return CreateFileW(path, access, ALL, NULL, disposition, 0, NULL);
}

/* A first line with the size, then a pattern: half a copy does not pass. */
static DWORD make_content(char *bytes, DWORD size)
{
    snprintf(bytes, HEAD, "H%013lu\n", size);
    for (DWORD i = HEAD - 1; i < size; i++)
        bytes[i] = (char)('a' + i % 23);
    return size;
}

static bool is_whole(const char *bytes, DWORD size)
{
    DWORD said = size > HEAD ? strtoul(bytes + 1, NULL, 10) : 0;
    if (said < HEAD || said > size)
        return false;
    for (DWORD i = HEAD - 1; i < said; i++)
        if (bytes[i] != (char)('a' + i % 23))
            return false;
    return (size - said) % TAIL == 0;
}

static char *read_all(const wchar_t *path, DWORD *size)
{
    HANDLE file = open_file(path, GENERIC_READ, OPEN_EXISTING);
    if (file == INVALID_HANDLE_VALUE)
        return NULL;
    *size = GetFileSize(file, NULL);
    char *bytes = malloc(*size + 1);
    DWORD count = 0;
    if (!bytes || !ReadFile(file, bytes, *size, &count, NULL) || count != *size) {
        free(bytes);
        bytes = NULL;
    }
    CloseHandle(file);
    return bytes;
}

static void verify(worker *of, int index)
{
    wchar_t path[512];
    DWORD size = 0;
    name_of(of, index, path);
    char *bytes = read_all(path, &size);
    if (!bytes != !of->files[index].there) {
        tell(of, bytes ? "is there" : "is lost", index);
    } else if (bytes) {
        DWORD whole = of->files[index].of_host ? strtoul(bytes + 1, NULL, 10) : 0;
        if (of->files[index].of_host && !is_whole(bytes, size))
            tell(of, "is not whole", index);
        else if (size != whole + (DWORD)of->files[index].appended * TAIL)
            tell(of, "has another size", index);
    }
    free(bytes);
}

static void append(worker *of, int index)
{
    wchar_t path[512];
    char tail[TAIL + 1];
    DWORD count = 0;
    name_of(of, index, path);
    bool there = of->files[index].there;
    HANDLE file = open_file(path, FILE_APPEND_DATA, there ? OPEN_EXISTING : CREATE_NEW);
    if (file == INVALID_HANDLE_VALUE) {
        tell(of, there ? "can't be opened to append" : "can't be made", index);
        return;
    }
    snprintf(tail, sizeof tail, "%015d\n", of->number);
    if (!WriteFile(file, tail, TAIL, &count, NULL))
        tell(of, "can't be written", index);
    CloseHandle(file);
    of->files[index].there = true;
    of->files[index].appended++;
}

static void overwrite(worker *of, int index)
{
    wchar_t path[512];
    name_of(of, index, path);
    HANDLE file = open_file(path, GENERIC_WRITE, CREATE_ALWAYS);
    if (file == INVALID_HANDLE_VALUE) {
        tell(of, "can't be overwritten", index);
        return;
    }
    CloseHandle(file);
    memset(&of->files[index], 0, sizeof of->files[index]);
    of->files[index].there = true;
}

static void delete(worker *of, int index)
{
    wchar_t path[512];
    name_of(of, index, path);
    bool done = DeleteFileW(path);
    if (done != of->files[index].there)
        tell(of, done ? "was deleted and not there" : "can't be deleted", index);
    memset(&of->files[index], 0, sizeof of->files[index]);
}

static void move(worker *of, int index, int to)
{
    wchar_t path[512], target[512];
    if (index == to)
        return;
    name_of(of, index, path);
    name_of(of, to, target);
    bool done = MoveFileExW(path, target, MOVEFILE_REPLACE_EXISTING);
    if (done != of->files[index].there)
        tell(of, done ? "was moved and not there" : "can't be moved", index);
    if (!done)
        return;
    of->files[to] = of->files[index];
    memset(&of->files[index], 0, sizeof of->files[index]);
}

/* Every name of its own that is there exactly once, and none that is not. */
static void list(worker *of)
{
    wchar_t pattern[512], path[512];
    int seen[NAMES] = {0};
    WIN32_FIND_DATAW item;
    swprintf(pattern, 512, L"%ls\\*", base);
    HANDLE search = FindFirstFileW(pattern, &item);
    if (search == INVALID_HANDLE_VALUE) {
        tell(of, "the folder can't be listed", 0);
        return;
    }
    do
        for (int i = 0; i < NAMES; i++) {
            name_of(of, i, path);
            seen[i] += !_wcsicmp(wcsrchr(path, L'\\') + 1, item.cFileName);
        }
    while (FindNextFileW(search, &item));
    FindClose(search);
    for (int i = 0; i < NAMES; i++)
        if (seen[i] != of->files[i].there)
            tell(of, seen[i] ? "is listed" : "is not listed", i);
}

/* A folder of its own: made, filled, renamed, emptied, removed. */
static void turn_folder(worker *of)
{
    wchar_t folder[512], other[512], inner[560];
    swprintf(folder, 512, L"%ls\\folder-%d", base, of->number);
    swprintf(other, 512, L"%ls\\moved-%d", base, of->number);
    swprintf(inner, 560, L"%ls\\file", folder);
    bool right = CreateDirectoryW(folder, NULL);
    HANDLE file = open_file(inner, GENERIC_WRITE, CREATE_NEW);
    right &= file != INVALID_HANDLE_VALUE && CloseHandle(file);
    right &= !RemoveDirectoryW(folder);
    right &= MoveFileW(folder, other);
    right &= GetFileAttributesW(inner) == INVALID_FILE_ATTRIBUTES;
    swprintf(inner, 560, L"%ls\\file", other);
    right &= DeleteFileW(inner);
    right &= RemoveDirectoryW(other);
    if (!right)
        tell(of, "the folder did not do as it was told", 0);
}

static DWORD WINAPI work(void *context)
{
    worker *of = context;
    DWORD end = GetTickCount() + (DWORD)milliseconds;
    for (int i = 0; i < HOST_NAMES; i++) {
        wchar_t path[512];
        name_of(of, i, path);
        of->files[i].there = of->files[i].of_host = GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
    }
    while ((int)(end - GetTickCount()) > 0 && wrong < 20) {
        int index = (int)random_of(of, NAMES);
        switch (random_of(of, 12)) {
        case 0: case 1: case 2: append(of, index); break;
        case 3: overwrite(of, index); break;
        case 4: case 5: delete(of, index); break;
        case 6: case 7: move(of, index, (int)random_of(of, NAMES)); break;
        case 8: list(of); break;
        case 9: turn_folder(of); break;
        default: verify(of, index);
        }
        InterlockedIncrement(&operations);
    }
    for (int i = 0; i < NAMES && wrong < 20; i++)
        verify(of, i);
    list(of);
    return 0;
}

static int work_all(void)
{
    worker *workers = calloc((size_t)threads, sizeof *workers);
    HANDLE *handles = calloc((size_t)threads, sizeof *handles);
    for (int i = 0; i < threads; i++) {
        workers[i].number = process_number * threads + i;
        workers[i].seed = (unsigned)workers[i].number * 2654435761u + GetTickCount();
        handles[i] = CreateThread(NULL, 0, work, &workers[i], 0, NULL);
    }
    DWORD ended = WaitForMultipleObjects((DWORD)threads, handles, TRUE, (DWORD)milliseconds + 240000);
    if (ended == WAIT_TIMEOUT) {
        printf("wrong: process %d does not come to its end\n", process_number);
        fflush(stdout);
        TerminateProcess(GetCurrentProcess(), 3);
    }
    printf("process %d: %ld operations\n", process_number, operations);
    fflush(stdout);
    return wrong ? 1 : 0;
}

static int start_all(const wchar_t *program)
{
    HANDLE *started = calloc((size_t)processes, sizeof *started);
    int status = 0;
    for (int i = 0; i < processes; i++) {
        wchar_t line[1024];
        STARTUPINFOW startup = {.cb = sizeof startup};
        PROCESS_INFORMATION process;
        swprintf(line, 1024, L"\"%ls\" \"%ls\" work %d %d %d %d", program, base, processes, threads, milliseconds, i);
        if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &process)) {
            printf("wrong: can't start a process (error %lu)\n", GetLastError());
            return 1;
        }
        started[i] = process.hProcess;
    }
    for (int i = 0; i < processes; i++) {
        DWORD code = 9;
        WaitForSingleObject(started[i], INFINITE);
        GetExitCodeProcess(started[i], &code);
        status |= code != 0;
    }
    return status;
}

static int make(int count, DWORD size)
{
    char *bytes = malloc(size);
    make_content(bytes, size);
    for (int i = 0; i < count; i++) {
        wchar_t path[512];
        DWORD written;
        swprintf(path, 512, L"%ls\\host-%d", base, i);
        HANDLE file = open_file(path, GENERIC_WRITE, CREATE_ALWAYS);
        if (!WriteFile(file, bytes, size, &written, NULL))
            return 1;
        CloseHandle(file);
    }
    return 0;
}

static int check(void)
{
    wchar_t pattern[512], path[512];
    WIN32_FIND_DATAW item;
    int found = 0, bad = 0;
    swprintf(pattern, 512, L"%ls\\*", base);
    HANDLE search = FindFirstFileW(pattern, &item);
    do {
        DWORD size = 0;
        swprintf(path, 512, L"%ls\\%ls", base, item.cFileName);
        if (item.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY)
            continue;
        char *bytes = read_all(path, &size);
        if (!bytes || size != item.nFileSizeLow || (size && bytes[0] == 'H' && !is_whole(bytes, size))
            || !wcsncmp(item.cFileName, L".wh.", 4)) {
            printf("wrong: %ls\n", path);
            bad++;
        }
        free(bytes);
        found++;
    } while (FindNextFileW(search, &item));
    FindClose(search);
    printf("%d files\n", found);
    return bad ? 1 : 0;
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    if (count < 3)
        return 2;
    base = words[1];
    if (!wcscmp(words[2], L"make"))
        return make((int)wcstol(words[3], NULL, 10), wcstoul(words[4], NULL, 10));
    if (!wcscmp(words[2], L"check"))
        return check();
    processes = (int)wcstol(words[3], NULL, 10);
    threads = (int)wcstol(words[4], NULL, 10);
    milliseconds = (int)wcstol(words[5], NULL, 10);
    if (!wcscmp(words[2], L"run"))
        return start_all(words[0]);
    process_number = (int)wcstol(words[6], NULL, 10);
    return work_all();
}
