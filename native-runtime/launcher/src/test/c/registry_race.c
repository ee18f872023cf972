/*
 * Many threads of many processes on the same keys: registry_race BASE prepare makes what the host has;
 * registry_race BASE run PROCESSES THREADS SECONDS works on it, inside a container, and says what went wrong.
 * Each thread has keys and values of its own among everybody's, so that it knows what it must find.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

enum { MOST = 64, ERROR_IS_DELETED = 1018 };

static const wchar_t *base;
static volatile LONG wrong;
static ULONGLONG end;

static void fault(int self, const char *what, LSTATUS error)
{
    printf("thread %d: %s (%ld)\n", self, what, error);
    InterlockedIncrement(&wrong);
}

static HKEY open_below(const wchar_t *name, REGSAM access)
{
    wchar_t path[256];
    HKEY key = NULL;
    swprintf(path, 256, L"%ls\\%ls", base, name);
    RegOpenKeyExW(HKEY_CURRENT_USER, path, 0, access, &key);
    return key;
}

static int prepare(void)
{
    for (int i = 0; i < MOST; i++) {
        wchar_t path[256];
        HKEY key;
        swprintf(path, 256, L"%ls\\low\\of %d\\inner", base, i);
        if (RegCreateKeyExW(HKEY_CURRENT_USER, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL))
            return 1;
        RegCloseKey(key);
        swprintf(path, 256, L"%ls\\low\\of %d", base, i);
        RegSetKeyValueW(HKEY_CURRENT_USER, path, L"low", REG_SZ, L"low", 8);
        RegSetKeyValueW(HKEY_CURRENT_USER, path, L"kept", REG_SZ, L"low", 8);
    }
    return 0;
}

/* A value of its own in a key that all write to. */
static void count_up(int self, HKEY shared, DWORD turn)
{
    wchar_t name[32];
    DWORD value = 0, size = sizeof value;
    swprintf(name, 32, L"count %d", self);
    LSTATUS error = RegQueryValueExW(shared, name, NULL, NULL, (BYTE *)&value, &size);
    if (turn ? error || value != turn - 1 : error != ERROR_FILE_NOT_FOUND)
        fault(self, "a value was lost", error);
    error = RegSetValueExW(shared, name, 0, REG_DWORD, (BYTE *)&turn, sizeof turn);
    if (error)
        fault(self, "a value can't be set", error);
}

/* A key of its own in a key where all make and delete: seen by name and in the list, and gone afterwards. */
static void make_and_delete(int self, HKEY shared, DWORD turn)
{
    wchar_t name[32], found[64];
    HKEY key;
    DWORD disposition = 0;
    swprintf(name, 32, L"own %d", self);
    LSTATUS error = RegCreateKeyExW(shared, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition);
    if (error || disposition != REG_CREATED_NEW_KEY) {
        fault(self, "a key can't be made", error ? error : (LSTATUS)disposition);
        return;
    }
    RegSetValueExW(key, L"turn", 0, REG_DWORD, (BYTE *)&turn, sizeof turn);
    if (!(turn % 8)) { /* others' keys come and go meanwhile, so nothing is sure but that the list ends */
        for (DWORD i = 0;; i++) {
            DWORD length = 64;
            error = RegEnumKeyExW(shared, i, found, &length, NULL, NULL, NULL, NULL);
            if (error)
                break;
        }
        if (error != ERROR_NO_MORE_ITEMS)
            fault(self, "a list can't be read", error);
    }
    RegCloseKey(key);
    error = RegDeleteKeyW(shared, name);
    if (error)
        fault(self, "a key can't be deleted", error);
    error = RegOpenKeyExW(shared, name, 0, KEY_READ, &key);
    if (error != ERROR_FILE_NOT_FOUND)
        fault(self, "a deleted key is there", error);
}

/* A key of the host's: deleted it is gone, made again it shows nothing of the host's. */
static void cover_and_uncover(int self, DWORD turn)
{
    wchar_t name[64];
    HKEY low = open_below(L"low", KEY_ALL_ACCESS), key, old;
    DWORD disposition, keys = 9, values = 9;
    swprintf(name, 64, L"of %d", self);
    if (RegOpenKeyExW(low, name, 0, KEY_READ, &old)) {
        fault(self, "a key of the host's is missing", 0);
        return;
    }
    LSTATUS error = RegDeleteTreeW(low, name);
    if (error)
        fault(self, "a key of the host's can't be deleted", error);
    error = RegOpenKeyExW(low, name, 0, KEY_READ, &key);
    if (error != ERROR_FILE_NOT_FOUND)
        fault(self, "a deleted key of the host's is there", error);
    error = RegQueryValueExW(old, L"low", NULL, NULL, NULL, NULL);
    if (error != ERROR_IS_DELETED)
        fault(self, "a handle of a deleted key answers", error);
    RegCloseKey(old);
    error = RegCreateKeyExW(low, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &disposition);
    if (error || disposition != REG_CREATED_NEW_KEY) {
        fault(self, "a deleted key can't be made again", error);
        return;
    }
    RegQueryInfoKeyW(key, NULL, NULL, NULL, &keys, NULL, NULL, &values, NULL, NULL, NULL, NULL);
    if (keys || values)
        fault(self, "something of the host's shows in a new key", (LSTATUS)(keys * 100 + values));
    RegSetValueExW(key, L"turn", 0, REG_DWORD, (BYTE *)&turn, sizeof turn);
    RegCloseKey(key);
    RegCloseKey(low);
}

static DWORD WINAPI work(void *given)
{
    int self = (int)(INT_PTR)given;
    DWORD turn = 0;
    HKEY shared = open_below(L"shared", KEY_ALL_ACCESS);
    for (; GetTickCount64() < end && !wrong; turn++) {
        count_up(self, shared, turn);
        make_and_delete(self, shared, turn);
        if (!(turn % 4))
            cover_and_uncover(self, turn);
    }
    RegCloseKey(shared);
    return turn;
}

static int child(int first, int threads)
{
    HANDLE running[MOST] = {NULL};
    DWORD turns = 0, code;
    for (int i = 0; i < threads; i++)
        running[i] = CreateThread(NULL, 0, work, (void *)(INT_PTR)(first + i), 0, NULL);
    WaitForMultipleObjects((DWORD)threads, running, TRUE, INFINITE);
    for (int i = 0; i < threads; i++) {
        GetExitCodeThread(running[i], &code);
        turns += code;
    }
    printf("process of thread %d: %lu turns\n", first, turns);
    return wrong != 0;
}

static int run(wchar_t *program, int processes, int threads, const wchar_t *seconds)
{
    HANDLE running[MOST] = {NULL};
    HKEY key;
    wchar_t path[256];
    DWORD code, keys, values;
    int failed = 0;
    swprintf(path, 256, L"%ls\\shared", base);
    RegCreateKeyExW(HKEY_CURRENT_USER, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    for (int i = 0; i < processes; i++) {
        wchar_t line[1024];
        STARTUPINFOW startup = {.cb = sizeof startup};
        PROCESS_INFORMATION started;
        swprintf(line, 1024, L"\"%ls\" \"%ls\" child %d %d %ls", program, base, i * threads, threads, seconds);
        if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, NULL, &startup, &started))
            return 3;
        running[i] = started.hProcess;
    }
    WaitForMultipleObjects((DWORD)processes, running, TRUE, INFINITE);
    for (int i = 0; i < processes; i++) {
        GetExitCodeProcess(running[i], &code);
        failed |= code != 0;
    }
    RegQueryInfoKeyW(key, NULL, NULL, NULL, &keys, NULL, NULL, &values, NULL, NULL, NULL, NULL);
    printf("left: %lu keys, %lu values\n", keys, values);
    return failed || keys || values != (DWORD)(processes * threads);
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    base = words[1];
    if (count == 3)
        return prepare();
    end = GetTickCount64() + (ULONGLONG)wcstol(words[5], NULL, 10) * 1000;
    int first = (int)wcstol(words[3], NULL, 10), second = (int)wcstol(words[4], NULL, 10);
    return wcscmp(words[2], L"child") ? run(words[0], first, second, words[5]) : child(first, second);
}
