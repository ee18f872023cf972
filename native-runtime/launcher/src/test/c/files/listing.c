#include "checks.h"

#include <stdio.h>

static void all(const wchar_t *path) { say_folder(path, L"*"); }
static void all_dos(const wchar_t *path) { say_folder(path, L"*.*"); }
static void texts(const wchar_t *path) { say_folder(path, L"*.txt"); }
static void beginning(const wchar_t *path) { say_folder(path, L"l*"); }
static void marks(const wchar_t *path) { say_folder(path, L"???.txt"); }
static void one(const wchar_t *path) { say_folder(path, L"inner.txt"); }
static void none(const wchar_t *path) { say_folder(path, L"*.none"); }
static void markers(const wchar_t *path) { say_folder(path, L".wh*"); }
static void itself(const wchar_t *path) { say_folder(beside(path, L"."), wcsrchr(path, L'\\') + 1); }

static void while_removing(const wchar_t *path)
{
    wchar_t query[1024], inner[1024];
    WIN32_FIND_DATAW item;
    swprintf(query, 1024, L"%ls\\*", path);
    HANDLE search = FindFirstFileW(query, &item);
    if (search == INVALID_HANDLE_VALUE) {
        say_done(FALSE);
        return;
    }
    do {
        swprintf(inner, 1024, L"%ls\\%ls", path, item.cFileName);
        if (item.cFileName[0] != L'.') {
            say("%ls", item.cFileName);
            say_done(DeleteFileW(inner));
        }
    } while (FindNextFileW(search, &item));
    FindClose(search);
    say_folder(path, L"*");
}

static void after_creating(const wchar_t *path)
{
    wchar_t inner[1024];
    for (int i = 0; i < 5; i++) {
        swprintf(inner, 1024, L"%ls\\new-%d", path, i);
        HANDLE file = open_with(inner, GENERIC_WRITE, CREATE_NEW, 0);
        if (file != INVALID_HANDLE_VALUE)
            CloseHandle(file);
    }
    say_folder(path, L"*");
}

const check LISTING[] = {
    {"list", all, FALSE},
    {"list-dos", all_dos, FALSE},
    {"list-texts", texts, FALSE},
    {"list-beginning", beginning, FALSE},
    {"list-marks", marks, FALSE},
    {"list-one", one, FALSE},
    {"list-none", none, FALSE},
    {"list-markers", markers, FALSE},
    {"list-itself", itself, FALSE},
    {"list-while-removing", while_removing, TRUE},
    {"list-after-creating", after_creating, TRUE},
    {NULL, NULL, FALSE},
};
