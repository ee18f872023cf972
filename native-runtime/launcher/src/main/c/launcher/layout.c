/* Which folder of the machine is which of the container, as the Java class ContainerLayout has it. */
#include "layout.h"

#include "../common/memory.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static int depth(const wchar_t *path)
{
    int count = 0;
    for (; *path; path++)
        count += *path == L'\\';
    return count;
}

static int deepest_first(const void *one, const void *other)
{
    return depth(((const block_pair *)other)->from) - depth(((const block_pair *)one)->from);
}

session_list layout_places(block *in, const machine *here, const config *settings)
{
    block_pair places[] = {
        {here->program_files, settings->program_files, 0},
        {joined(here->system, L"\\Program Files (x86)", NULL), L"rootfs\\ProgramFilesX86", 0},
        {joined(here->system, L"\\ProgramData", NULL), L"rootfs\\ProgramData", 0},
        {here->windows, L"rootfs\\Windows", 0},
        {here->profile, L"user\\Profile", 0},
        {here->appdata, settings->appdata, 0},
        {here->local_appdata, settings->local_appdata, 0},
        {here->temp, settings->temp, 0},
    };
    size_t count = sizeof places / sizeof *places;
    qsort(places, count, sizeof *places, deepest_first);
    return block_list(in, places, count);
}

/* Names that Windows keeps as junctions; LegacyFolders has the same list and its source. */
static const wchar_t *const IN_PROFILE[][2] = {
    {L"Application Data", L"AppData\\Roaming"},
    {L"Local Settings", L"AppData\\Local"},
    {L"AppData\\Local\\Application Data", L"AppData\\Local"},
    {L"AppData\\Local\\History", L"AppData\\Local\\Microsoft\\Windows\\History"},
    {L"AppData\\Local\\Temporary Internet Files", L"AppData\\Local\\Microsoft\\Windows\\INetCache"},
    {L"Cookies", L"AppData\\Local\\Microsoft\\Windows\\INetCookies"},
    {L"My Documents", L"Documents"},
    {L"Documents\\My Music", L"Music"},
    {L"Documents\\My Pictures", L"Pictures"},
    {L"Documents\\My Videos", L"Videos"},
    {L"NetHood", L"AppData\\Roaming\\Microsoft\\Windows\\Network Shortcuts"},
    {L"PrintHood", L"AppData\\Roaming\\Microsoft\\Windows\\Printer Shortcuts"},
    {L"Recent", L"AppData\\Roaming\\Microsoft\\Windows\\Recent"},
    {L"SendTo", L"AppData\\Roaming\\Microsoft\\Windows\\SendTo"},
    {L"Start Menu", L"AppData\\Roaming\\Microsoft\\Windows\\Start Menu"},
    {L"Templates", L"AppData\\Roaming\\Microsoft\\Windows\\Templates"},
};
static const wchar_t *const ON_SYSTEM_DRIVE[][2] = {
    {L"Documents and Settings", L"Users"},
    {L"Users\\All Users", L"ProgramData"},
    {L"Users\\Default User", L"Users\\Default"},
    {L"ProgramData\\Application Data", L"ProgramData"},
    {L"ProgramData\\Desktop", L"Users\\Public\\Desktop"},
    {L"ProgramData\\Documents", L"Users\\Public\\Documents"},
    {L"ProgramData\\Start Menu", L"ProgramData\\Microsoft\\Windows\\Start Menu"},
    {L"ProgramData\\Templates", L"ProgramData\\Microsoft\\Windows\\Templates"},
    {L"PROGRA~1", L"Program Files"},
    {L"PROGRA~2", L"Program Files (x86)"},
    {L"PROGRA~3", L"ProgramData"},
};

static size_t add(block_pair *to, const wchar_t *folder, const wchar_t *const (*names)[2], size_t count)
{
    for (size_t i = 0; i < count; i++)
        to[i] = (block_pair){joined(folder, L"\\", names[i][0], NULL), joined(folder, L"\\", names[i][1], NULL), 0};
    return count;
}

session_list layout_junctions(block *in, const machine *here)
{
    enum { PROFILE = sizeof IN_PROFILE / sizeof *IN_PROFILE, SYSTEM = sizeof ON_SYSTEM_DRIVE / sizeof *ON_SYSTEM_DRIVE };
    block_pair pairs[PROFILE + SYSTEM];
    size_t count = add(pairs, here->profile, IN_PROFILE, PROFILE);
    count += add(pairs + count, here->system, ON_SYSTEM_DRIVE, SYSTEM);
    qsort(pairs, count, sizeof *pairs, deepest_first);
    return block_list(in, pairs, count);
}
