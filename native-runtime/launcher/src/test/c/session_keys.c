/*
 * Works on the keys that hold a running container's registry, from outside of it, as its applications do from inside.
 *   session_keys put KEY NAME TEXT | volatile KEY | class KEY CLASS | remove KEY | hammer KEY COUNT | sessions
 * KEY lies below the one session there is, as in HKCU\Vendor. With CTNR_STAND_IN in the environment the session is one
 * whose registry is in a hive, for which keys stand in (stand_in/stand_in.h).
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>
#include <shellapi.h>

static HKEY sessions(void)
{
    HKEY key = NULL;
    bool stand_in = GetEnvironmentVariableW(L"CTNR_STAND_IN", NULL, 0);
    RegOpenKeyExW(HKEY_CURRENT_USER, stand_in ? L"Software\\CtnrStandIn" : L"Software\\Ctnr\\Sessions", 0, KEY_ALL_ACCESS, &key);
    return key;
}

static HKEY session(void)
{
    wchar_t name[256];
    DWORD length = ARRAYSIZE(name);
    HKEY key = NULL;
    if (!sessions() || RegEnumKeyExW(sessions(), 0, name, &length, NULL, NULL, NULL, NULL))
        exit(3);
    RegOpenKeyExW(sessions(), name, 0, KEY_ALL_ACCESS, &key);
    return key;
}

static HKEY make(const wchar_t *path, const wchar_t *class_name, DWORD options)
{
    HKEY key;
    if (RegCreateKeyExW(session(), path, 0, (wchar_t *)class_name, options, KEY_ALL_ACCESS, NULL, &key, NULL))
        exit(4);
    return key;
}

static void put(HKEY key, const wchar_t *name, const wchar_t *text)
{
    if (RegSetValueExW(key, name, 0, REG_SZ, (const BYTE *)text, (DWORD)((wcslen(text) + 1) * sizeof *text)))
        exit(5);
}

/* Always two values of one text, one after the other, so that a state between can be told from one that never was. */
static void hammer(HKEY key, int count)
{
    wchar_t name[32], text[32];
    for (int i = 0; i < count; i++) {
        swprintf(text, 32, L"round %d", i);
        swprintf(name, 32, L"first %d", i % 50);
        put(key, name, text);
        swprintf(name, 32, L"second %d", i % 50);
        put(key, name, text);
    }
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    const wchar_t *action = count > 1 ? words[1] : L"";
    if (count == 5 && !wcscmp(action, L"put"))
        put(make(words[2], NULL, 0), words[3], words[4]);
    else if (count == 3 && !wcscmp(action, L"volatile"))
        put(make(words[2], NULL, REG_OPTION_VOLATILE), L"v", L"gone with the machine");
    else if (count == 4 && !wcscmp(action, L"class"))
        make(words[2], words[3], 0);
    else if (count == 3 && !wcscmp(action, L"remove"))
        return RegDeleteTreeW(session(), words[2]);
    else if (count == 4 && !wcscmp(action, L"hammer"))
        hammer(make(words[2], NULL, 0), _wtoi(words[3]));
    else if (count == 2 && !wcscmp(action, L"sessions"))
        puts(sessions() ? "there" : "none");
    else
        return 2;
    return 0;
}
