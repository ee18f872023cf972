/* Markers that a container brought with it (LinkTest makes them). */
#include "checks.h"

static void damaged(const wchar_t *folder)
{
    static const wchar_t *const names[] = {L"empty", L"short", L"long", L"odd", L"beyond", L"other-tag", L"huge"};
    for (int i = 0; i < 7; i++) {
        say_attributes(in(folder, names[i]));
        say_folder(in(folder, names[i]));
    }
    say_attributes(in(folder, L"nothing"));
    say_done(CreateDirectoryW(in(folder, L"nothing"), NULL));
    say_folder(in(folder, L"nothing"));
}

static void malicious(const wchar_t *folder)
{
    say_content(in(folder, L"self"));
    say_content(in(folder, L"up\\links\\malicious\\own.txt"));
    say_content(in(folder, L"slash"));
    say_content(in(folder, L"zero"));
    say_content(in(folder, L"nameless\\own.txt"));
}

const check HOSTILE[] = {
    {"damaged", damaged, "10 [] 10 [] 10 [] 10 [] 10 [] 10 [] 10 [] error-2 ok []"},
    {"malicious", malicious, "error-1921 <own> error-123 error-123 error-161"},
    {NULL, NULL, NULL},
};
