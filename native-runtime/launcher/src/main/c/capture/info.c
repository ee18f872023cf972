/* What studio.ctnr.engine.change.CaptureMachine holds, and where the user's folders are. */
#include "info.h"

#include "../common/failure.h"
#include "../common/json.h"
#include "../common/nt.h"
#include "../common/wine.h"

#include <sddl.h>
#include <shlobj.h>
#include <stdio.h>

enum { LONGEST = 32768 };

static const struct {
    const char *name;
    const KNOWNFOLDERID *id;
} FOLDERS[] = {
    {"profile", &FOLDERID_Profile},
    {"roamingAppData", &FOLDERID_RoamingAppData},
    {"localAppData", &FOLDERID_LocalAppData},
    {"programData", &FOLDERID_ProgramData},
    {"programFilesX86", &FOLDERID_ProgramFilesX86},
    {"windows", &FOLDERID_Windows},
    {"system", &FOLDERID_System},
    {"desktop", &FOLDERID_Desktop},
    {"documents", &FOLDERID_Documents},
    {"downloads", &FOLDERID_Downloads},
    {"pictures", &FOLDERID_Pictures},
    {"music", &FOLDERID_Music},
    {"videos", &FOLDERID_Videos},
    {"startMenu", &FOLDERID_StartMenu},
    {"commonStartMenu", &FOLDERID_CommonStartMenu},
    {"publicDesktop", &FOLDERID_PublicDesktop},
    {"public", &FOLDERID_Public},
};

static wchar_t text[LONGEST];

static void write_version(json *line)
{
    RTL_OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
    RtlGetVersion(&version); /* GetVersionEx says what the manifest allows it to say */
    swprintf(text, LONGEST, L"%lu.%lu.%lu", version.dwMajorVersion, version.dwMinorVersion, version.dwBuildNumber);
    json_text(line, "windowsVersion", text);
}

static void write_wine(json *line)
{
    const char *version = wine_version();
    if (!version)
        return;
    swprintf(text, LONGEST, L"%hs", version);
    json_text(line, "wine", text);
}

static void write_sid(json *line)
{
    HANDLE token;
    char user[sizeof(TOKEN_USER) + SECURITY_MAX_SID_SIZE] __attribute__((aligned(8)));
    DWORD length;
    wchar_t *sid;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token) ||
        !GetTokenInformation(token, TokenUser, user, sizeof user, &length) ||
        !ConvertSidToStringSidW(((TOKEN_USER *)(void *)user)->User.Sid, &sid))
        fail(GetLastError(), L"Can't tell who the user is");
    TOKEN_ELEVATION elevation = {0};
    GetTokenInformation(token, TokenElevation, &elevation, sizeof elevation, &length);
    CloseHandle(token);
    json_text(line, "userSid", sid);
    LocalFree(sid);
    json_true_or_false(line, "elevated", elevation.TokenIsElevated);
}

static void write_names(json *line)
{
    DWORD length = LONGEST;
    if (!GetUserNameW(text, &length))
        fail(GetLastError(), L"Can't tell the user's name");
    json_text(line, "userName", text);
    length = LONGEST;
    if (!GetComputerNameW(text, &length))
        fail(GetLastError(), L"Can't tell the computer's name");
    json_text(line, "computerName", text);
}

static void write_folders(json *line)
{
    json_object(line, "folders");
    DWORD length = GetEnvironmentVariableW(L"ProgramW6432", text, LONGEST); /* 32-bit programs are not told otherwise */
    if (!length)
        length = GetEnvironmentVariableW(L"ProgramFiles", text, LONGEST);
    if (length && length < LONGEST)
        json_text(line, "programFiles", text);
    for (size_t i = 0; i < ARRAYSIZE(FOLDERS); i++) {
        wchar_t *folder = NULL;
        if (SUCCEEDED(SHGetKnownFolderPath(FOLDERS[i].id, KF_FLAG_DONT_VERIFY, NULL, &folder)) && *folder)
            json_text(line, FOLDERS[i].name, folder);
        CoTaskMemFree(folder);
    }
    json_object_end(line);
}

static bool is_64_bit(void)
{
    BOOL under_wow = FALSE;
    return sizeof(void *) == 8 || (IsWow64Process(GetCurrentProcess(), &under_wow) && under_wow);
}

int info(arguments *args)
{
    const wchar_t *extra = arguments_next(args);
    if (extra)
        fail_use(L"'info' has no option %ls", extra);
    static output out;
    output_open(&out, NULL);
    json line;
    json_open(&line, &out);
    write_version(&line);
    write_wine(&line);
    json_number(&line, "bits", is_64_bit() ? 64 : 32);
    json_number(&line, "ownBits", sizeof(void *) * 8);
    write_names(&line);
    write_sid(&line);
    DWORD length = GetTempPathW(LONGEST, text);
    if (length && text[length - 1] == L'\\')
        text[length - 1] = 0;
    json_text(&line, "temp", text);
    write_folders(&line);
    json_close(&line);
    output_close(&out);
    return EXIT_DONE;
}
