#include "doctor.h"

#include "../common/nt.h"
#include "../common/wine.h"
#include "findings.h"
#include "integrity.h"
#include "launcher_failure.h"
#include "temporary.h"
#include "trial.h"

#include <stdio.h>
#include <wchar.h>
#include <windows.h>

static void look_at_system(void)
{
    RTL_OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
    const char *wine = wine_version();
    RtlGetVersion(&version);
    finding_add(FINDING_GOOD, "Windows", L"%lu.%lu.%lu%ls%hs", version.dwMajorVersion, version.dwMinorVersion,
                version.dwBuildNumber, wine ? L", by Wine " : L"", wine ? wine : "");
}

static void look_at_providers(const char *topic, bool files, const provider *chosen)
{
    for (size_t i = 0; i < provider_count; i++) {
        const provider *each = &providers[i];
        if (!(files ? each->files : each->registry))
            continue;
        const wchar_t *problem = provider_problem(each);
        finding_state state = !problem ? FINDING_GOOD : each == chosen ? FINDING_MISSING : FINDING_ABSENT;
        finding_add(state, topic, L"%hs%ls: %ls%ls%ls", each->name, each == chosen ? L" (config.yml asks for it)" : L"",
                    each->about, problem ? L"; " : L"", problem ? problem : L"");
    }
}

static void look_at_files(const machine *here, const config *settings)
{
    const wchar_t *problem = integrity_problem(here, settings);
    if (problem)
        finding_add(FINDING_MISSING, "runtime", L"%ls", problem);
    else
        finding_add(FINDING_GOOD, "runtime", settings->hash_count ? L"its files are those that the container was built with"
                                                                  : L"its files are there; config.yml has no hashes of them");
    if (temporary_is_needed(here))
        finding_add(FINDING_DEGRADED, "disk", L"%ls can't be written to: the container runs there with --temporary alone",
                    here->root);
    else
        finding_add(FINDING_GOOD, "disk", L"%ls can be written to", here->root);
}

static bool is_plain(const wchar_t *path)
{
    while (*path && *path < 128)
        path++;
    return !*path;
}

static void look_at_names(const machine *here)
{
    wchar_t brief[MAX_PATH * 4];
    DWORD length = GetShortPathNameW(here->home, brief, ARRAYSIZE(brief));
    bool kept = length && length < ARRAYSIZE(brief) && is_plain(brief);
    if (is_plain(here->home))
        finding_add(FINDING_GOOD, "place", L"programs can name the library by its path");
    else if (kept)
        finding_add(FINDING_GOOD, "place", L"the disk keeps a short name of plain letters, by which programs name the library");
    else
        finding_add(FINDING_MISSING, "place", L"programs can't name a library below %ls, and the disk keeps no short names; move"
                                              L" the container to a folder of plain letters", here->home);
}

static void look_at_jobs(void)
{
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE};
    HANDLE job = CreateJobObjectW(NULL, NULL);
    if (job && SetInformationJobObject(job, JobObjectExtendedLimitInformation, &limits, sizeof limits))
        finding_add(FINDING_GOOD, "job objects", L"the application's processes end with the launcher");
    else
        finding_add(FINDING_MISSING, "job objects", L"none can be made (Windows error %lu)", GetLastError());
    CloseHandle(job);
}

static bool keeps_a_value(HKEY key)
{
    DWORD value = 0, size = sizeof value, seven = 7;
    return RegSetValueExW(key, L"Probe", 0, REG_DWORD, (const BYTE *)&seven, sizeof seven) == ERROR_SUCCESS
        && RegQueryValueExW(key, L"Probe", NULL, NULL, (BYTE *)&value, &size) == ERROR_SUCCESS && value == seven;
}

static void look_at_registry(const machine *here, registry_wish wish)
{
    const wchar_t *problem = NULL;
    const holder *chosen = registry_chosen(wish, here, &problem);
    if (wish == REGISTRY_WISH_KEYS)
        finding_add(FINDING_ABSENT, "hives by Windows", L"not looked at, since --registry keys asks for none");
    else if (problem)
        finding_add(chosen ? FINDING_ABSENT : FINDING_MISSING, "hives by Windows", L"%ls", problem);
    else
        finding_add(FINDING_GOOD, "hives by Windows", L"a hive was loaded without an administrator, and a second process had the same keys in it");
    if (chosen)
        finding_add(FINDING_GOOD, "registry is held in", L"%ls", chosen == &holder_of_hive ? L"a hive that Windows loads, since that works here"
                    : problem ? L"keys of the user's, since hives by Windows do not work here"
                              : L"keys of the user's, as --registry keys asks for");
}

static void look_at_scratch_keys(void)
{
    static const wchar_t PATH[] = L"Software\\Ctnr\\Probe";
    HKEY key = NULL;
    LSTATUS status = RegCreateKeyExW(HKEY_CURRENT_USER, PATH, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    bool works = status == ERROR_SUCCESS && keeps_a_value(key);
    if (key)
        RegCloseKey(key);
    RegDeleteKeyW(HKEY_CURRENT_USER, PATH);
    RegDeleteKeyW(HKEY_CURRENT_USER, L"Software\\Ctnr"); /* fails while it holds something */
    if (works)
        finding_add(FINDING_GOOD, "scratch keys", L"a session's keys can be made in HKCU\\Software\\Ctnr");
    else
        finding_add(FINDING_MISSING, "scratch keys", L"HKCU\\Software\\Ctnr takes no keys (Windows error %ld)", status);
}

int doctor(const machine *here, const config *settings, registry_wish registry, bool as_json)
{
    look_at_system();
    look_at_files(here, settings);
    look_at_names(here);
    look_at_providers("file system", true, settings->files);
    look_at_providers("registry", false, settings->registry);
    trial_of_injection(here);
    look_at_jobs();
    look_at_scratch_keys();
    look_at_registry(here, registry);
    return findings_write(as_json) ? 0 : EXIT_RUNTIME;
}
