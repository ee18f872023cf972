/* FindFirstFileEx with all it can be asked, and the odd patterns of DOS. */
#include "checks.h"

#include <stdio.h>

static void searched(const wchar_t *path, const wchar_t *pattern, FINDEX_INFO_LEVELS level, FINDEX_SEARCH_OPS only, DWORD flags)
{
    wchar_t query[1024];
    WIN32_FIND_DATAW item;
    swprintf(query, 1024, L"%ls\\%ls", path, pattern);
    HANDLE search = FindFirstFileExW(query, level, &item, only, NULL, flags);
    if (search == INVALID_HANDLE_VALUE) {
        say("nothing-%lu", GetLastError());
        return;
    }
    do
        say("%ls", item.cFileName);
    while (FindNextFileW(search, &item));
    say("end-%lu", GetLastError());
    FindClose(search);
}

static void basic(const wchar_t *path) { searched(path, L"*", FindExInfoBasic, FindExSearchNameMatch, 0); }
static void large(const wchar_t *path) { searched(path, L"*", FindExInfoBasic, FindExSearchNameMatch, FIND_FIRST_EX_LARGE_FETCH); }
static void folders(const wchar_t *path) { searched(path, L"*", FindExInfoStandard, FindExSearchLimitToDirectories, 0); }
static void by_case(const wchar_t *path) { searched(path, L"INNER.TXT", FindExInfoStandard, FindExSearchNameMatch, FIND_FIRST_EX_CASE_SENSITIVE); }
static void without_ending(const wchar_t *path) { say_folder(path, L"*."); }
static void one_letter(const wchar_t *path) { say_folder(path, L"?"); }
static void dos_star(const wchar_t *path) { say_folder(path, L"l<"); }
static void dos_mark(const wchar_t *path) { say_folder(path, L">>>.txt"); }
static void many_stars(const wchar_t *path) { say_folder(path, L"**.**"); }
static void mixed(const wchar_t *path) { say_folder(path, L"*o*.t?t"); }
static void upper(const wchar_t *path) { say_folder(path, L"*.TXT"); }
static void no_pattern(const wchar_t *path) { say_folder(path, L""); }
static void dot(const wchar_t *path) { say_folder(path, L"."); }
static void two_dots(const wchar_t *path) { say_folder(path, L".."); }
static void beside_it(const wchar_t *path) { say_folder(beside(path, L"."), L"*dir"); }

/* Two searches of one folder, turn by turn. */
static void two(const wchar_t *path)
{
    wchar_t query[1024];
    WIN32_FIND_DATAW one, other;
    swprintf(query, 1024, L"%ls\\*", path);
    HANDLE first = FindFirstFileW(query, &one), second = FindFirstFileW(query, &other);
    say_done(first != INVALID_HANDLE_VALUE && second != INVALID_HANDLE_VALUE);
    if (first == INVALID_HANDLE_VALUE || second == INVALID_HANDLE_VALUE)
        return;
    BOOL more = TRUE;
    while (more) {
        say("%ls=%ls", one.cFileName, other.cFileName);
        more = FindNextFileW(first, &one);
        FindNextFileW(second, &other);
    }
    FindClose(first);
    FindClose(second);
}

const check SEARCHING[] = {
    {"search-basic", basic, FALSE},
    {"search-large", large, FALSE},
    {"search-folders", folders, FALSE},
    {"search-by-case", by_case, FALSE},
    {"search-without-ending", without_ending, FALSE},
    {"search-one-letter", one_letter, FALSE},
    {"search-dos-star", dos_star, FALSE},
    {"search-dos-mark", dos_mark, FALSE},
    {"search-many-stars", many_stars, FALSE},
    {"search-mixed", mixed, FALSE},
    {"search-upper", upper, FALSE},
    {"search-no-pattern", no_pattern, FALSE},
    {"search-dot", dot, FALSE},
    {"search-two-dots", two_dots, FALSE},
    {"search-beside", beside_it, FALSE},
    {"search-two", two, FALSE},
    {NULL, NULL, FALSE},
};
