/*
 * Programs that delete and make keys and values again are killed at any moment; what they had done must hold.
 *
 *     registry_kill.exe KEY host             makes the host's part below HKEY_CURRENT_USER\KEY
 *     registry_kill.exe KEY run KILLS        in a container; a line for each wrong thing, then what is gone and what is made
 *     registry_kill.exe KEY work MAPPING N   the N-th of those who are killed
 */
#include <windows.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { WORKERS = 2, THINGS = 12, ALL = WORKERS * THINGS };
typedef enum { OF_HOST, GONE, MADE } state;

/* One key, or one value. While it is changed, before and after differ. */
typedef struct {
    volatile LONG before, after;
} thing;

typedef struct {
    thing keys[ALL], values[ALL];
    volatile LONG steps[WORKERS];
} shared;

static HKEY base;

static void name_of(int i, wchar_t *name)
{
    swprintf(name, 32, L"k%d", i);
}

static void set(HKEY key, const wchar_t *name, const wchar_t *text)
{
    RegSetValueExW(key, name, 0, REG_SZ, (const BYTE *)text, (DWORD)((wcslen(text) + 1) * sizeof *text));
}

static void make_key(const wchar_t *name, const wchar_t *text, const wchar_t *inner)
{
    HKEY key, below;
    if (RegCreateKeyExW(base, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL))
        return;
    set(key, L"of", text);
    if (!RegCreateKeyExW(key, inner, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &below, NULL))
        RegCloseKey(below);
    RegCloseKey(key);
}

static void host(void)
{
    wchar_t name[32];
    for (int i = 0; i < ALL; i++) {
        name_of(i, name);
        make_key(name, L"host", L"of host");
        set(base, name, L"host");
    }
}

static void work(shared *with, int number)
{
    unsigned random = GetTickCount() * 2654435761u + (unsigned)number;
    wchar_t name[32];
    for (;;) {
        random = random * 1664525 + 1013904223;
        int i = number * THINGS + (int)((random >> 16) % THINGS);
        BOOL is_key = random >> 31;
        thing *of = is_key ? &with->keys[i] : &with->values[i];
        BOOL removes = of->before != GONE;
        InterlockedExchange(&of->after, removes ? GONE : MADE);
        name_of(i, name);
        if (is_key && removes)
            RegDeleteTreeW(base, name);
        else if (is_key)
            make_key(name, L"container", L"of container");
        else if (removes)
            RegDeleteValueW(base, name);
        else
            set(base, name, L"container");
        InterlockedExchange(&of->before, of->after);
        InterlockedIncrement(&with->steps[number]);
    }
}

/* Of a value: its text, or none. */
static void read(HKEY key, const wchar_t *name, wchar_t *text)
{
    DWORD size = 32 * sizeof *text;
    if (RegGetValueW(key, NULL, name, RRF_RT_REG_SZ, NULL, text, &size))
        *text = 0;
}

static BOOL is_listed(const wchar_t *name)
{
    wchar_t found[64];
    for (DWORD i = 0; !RegEnumKeyW(base, i, found, 64); i++)
        if (!wcscmp(found, name))
            return TRUE;
    return FALSE;
}

/* What another takes away meanwhile moves what follows it: one list may miss a name, on every Windows. */
static BOOL lists(const wchar_t *name, BOOL there)
{
    for (int i = 0; i < 100; i++)
        if (is_listed(name) == there)
            return TRUE;
    return FALSE;
}

static int wrong(const char *what, int i, const thing *of, const wchar_t *text)
{
    printf("wrong %s %d: %ld to %ld, and it says '%ls'\n", what, i, of->before, of->after, text);
    return 1;
}

/* Takes what was begun for what it has become. */
static int settle(const char *what, int i, thing *of, BOOL there, const wchar_t *text, BOOL of_host)
{
    state was = (state)of->before, becomes = (state)of->after;
    BOOL shows_host = !wcscmp(text, L"host") || of_host, shows_own = !wcscmp(text, L"container");
    int errors = 0;
    if (was == becomes) {
        if (was == GONE ? there : was == MADE ? !shows_own || shows_host : !shows_host || shows_own)
            errors = wrong(what, i, of, text);
        return errors;
    }
    if (there && (was == OF_HOST ? shows_own : shows_host))
        errors = wrong(what, i, of, text);
    of->before = !there ? GONE : was == OF_HOST ? OF_HOST : MADE;
    of->after = of->before;
    return errors;
}

static int check(shared *with, int number)
{
    int errors = 0;
    for (int i = number * THINGS; i < (number + 1) * THINGS; i++) {
        wchar_t name[32], text[32] = L"";
        HKEY key, below;
        BOOL of_host = FALSE;
        thing *of = &with->keys[i];
        name_of(i, name);
        is_listed(name); /* by which a deletion is finished that was begun */
        BOOL there = !RegOpenKeyExW(base, name, 0, KEY_ALL_ACCESS, &key), begun = of->before != of->after;
        if (!lists(name, there))
            errors += wrong("list of key", i, of, name);
        if (there) {
            read(key, L"of", text);
            if (!RegOpenKeyExW(key, L"of host", 0, KEY_READ, &below)) {
                of_host = TRUE;
                RegCloseKey(below);
            }
        }
        errors += settle("key", i, of, there, text, of_host);
        if (there && begun && of->before == MADE) /* it may be without its parts */
            make_key(name, L"container", L"of container");
        if (there && begun && of->before == OF_HOST && (!*text || !of_host)) { /* half a tree: it goes whole */
            RegDeleteTreeW(base, name);
            of->before = of->after = GONE;
        }
        if (there)
            RegCloseKey(key);
        *text = 0;
        read(base, name, text);
        errors += settle("value", i, &with->values[i], *text != 0, text, FALSE);
    }
    return errors;
}

static HANDLE begin(const char *program, const char *key, HANDLE mapping, int number)
{
    char command[1024];
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION process = {0};
    snprintf(command, sizeof command, "\"%s\" \"%s\" work %lu %d", program, key, HandleToUlong(mapping), number);
    if (!CreateProcessA(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &process))
        return NULL;
    CloseHandle(process.hThread);
    return process.hProcess;
}

static void say_all(const char *what, const thing *things, state wanted)
{
    printf("%s:", what);
    for (int i = 0; i < ALL; i++)
        if (things[i].before == (LONG)wanted)
            printf(" k%d", i);
    putchar('\n');
}

static int run(const char *program, const char *key, int kills)
{
    SECURITY_ATTRIBUTES inherited = {sizeof inherited, NULL, TRUE};
    HANDLE mapping = CreateFileMappingW(INVALID_HANDLE_VALUE, &inherited, PAGE_READWRITE, 0, sizeof(shared), NULL);
    shared *with = MapViewOfFile(mapping, FILE_MAP_ALL_ACCESS, 0, 0, sizeof(shared));
    HANDLE workers[WORKERS];
    int errors = 0;
    srand(GetTickCount());
    for (int i = 0; i < WORKERS; i++)
        workers[i] = begin(program, key, mapping, i);
    for (int i = 0; i < kills; i++) {
        int number = i % WORKERS;
        LONG steps = with->steps[number];
        while (with->steps[number] == steps && WaitForSingleObject(workers[number], 0) == WAIT_TIMEOUT)
            Sleep(1); /* until it has begun */
        for (volatile int spin = rand() % 2000000; spin > 0; spin--) /* finer than a timer */
            ;
        TerminateProcess(workers[number], 1);
        WaitForSingleObject(workers[number], INFINITE);
        CloseHandle(workers[number]);
        errors += check(with, number);
        workers[number] = begin(program, key, mapping, number);
    }
    for (int i = 0; i < WORKERS; i++) {
        TerminateProcess(workers[i], 1);
        WaitForSingleObject(workers[i], INFINITE);
        errors += check(with, i);
    }
    say_all("keys gone", with->keys, GONE);
    say_all("keys made", with->keys, MADE);
    say_all("values gone", with->values, GONE);
    printf("killed %d, wrong %d, steps %ld\n", kills + WORKERS, errors, with->steps[0] + with->steps[1]);
    return errors != 0;
}

int main(int count, char **words)
{
    if (count < 3 || RegCreateKeyExA(HKEY_CURRENT_USER, words[1], 0, NULL, 0, KEY_ALL_ACCESS, NULL, &base, NULL))
        return 2;
    if (!strcmp(words[2], "host"))
        host();
    else if (count > 4 && !strcmp(words[2], "work"))
        work(MapViewOfFile(ULongToHandle(strtoul(words[3], NULL, 10)), FILE_MAP_ALL_ACCESS, 0, 0, sizeof(shared)), atoi(words[4]));
    else if (count > 3)
        return run(words[0], words[1], atoi(words[3]));
    return 0;
}
