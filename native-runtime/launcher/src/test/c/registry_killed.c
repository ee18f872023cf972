/*
 * What is left of keys when everybody is killed at once, while one of them takes keys of the host's away and makes them
 * again as fast as it can:
 *
 *     registry_killed.exe KEY host     makes the host's part below HKEY_CURRENT_USER\KEY
 *     registry_killed.exe KEY loop     in a container; says "begun" when the host's are gone, and goes on until it is killed
 *     registry_killed.exe KEY look     at the next start; a line for each key that shows the host's, then how many there are
 */
#include <windows.h>

#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { KEYS = 8 };

static HKEY base;

static void make(int number, const wchar_t *of)
{
    wchar_t name[16];
    HKEY key;
    swprintf(name, 16, L"k%d", number);
    if (RegCreateKeyExW(base, name, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL))
        return;
    if (of)
        RegSetValueExW(key, L"of", 0, REG_SZ, (const BYTE *)of, (DWORD)((wcslen(of) + 1) * sizeof *of));
    RegCloseKey(key);
}

static void delete(int number)
{
    wchar_t name[16];
    swprintf(name, 16, L"k%d", number);
    RegDeleteKeyW(base, name);
}

static void loop(void)
{
    for (int i = 0; i < KEYS; i++)
        delete(i);
    puts("begun");
    fflush(stdout);
    for (unsigned turn = 0;; turn++) {
        make((int)(turn % KEYS), NULL);
        delete((int)(turn % KEYS));
    }
}

static int look(void)
{
    int there = 0, wrong = 0;
    for (int i = 0; i < KEYS; i++) {
        wchar_t name[16];
        HKEY key;
        swprintf(name, 16, L"k%d", i);
        if (RegOpenKeyExW(base, name, 0, KEY_READ, &key))
            continue;
        there++;
        if (!RegQueryValueExW(key, L"of", NULL, NULL, NULL, NULL)) {
            printf("wrong: %ls shows the host's\n", name);
            wrong = 1;
        }
        RegCloseKey(key);
    }
    DWORD listed = 0;
    RegQueryInfoKeyW(base, NULL, NULL, NULL, &listed, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
    if (listed != (DWORD)there)
        printf("wrong: %lu are listed, and %d are there\n", listed, there);
    printf("there: %d\n", there);
    return wrong || listed != (DWORD)there;
}

int main(int count, char **words)
{
    if (count != 3 || RegCreateKeyExA(HKEY_CURRENT_USER, words[1], 0, NULL, 0, KEY_ALL_ACCESS, NULL, &base, NULL))
        return 2;
    if (!strcmp(words[2], "loop"))
        loop();
    if (!strcmp(words[2], "look"))
        return look();
    for (int i = 0; i < KEYS; i++)
        make(i, L"host");
    return 0;
}
