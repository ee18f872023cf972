#include "trial.h"

#include "../common/library_trial.h"
#include "../common/observing.h"
#include "../session/ring.h"
#include "findings.h"

static void try(const session_header *session, const char *topic, const wchar_t *program, const wchar_t *bits)
{
    library_trial found = library_try(session, program);
    if (found.absent)
        finding_add(FINDING_DEGRADED, topic, L"this Windows runs no %ls programs", bits);
    else if (found.error)
        finding_add(FINDING_MISSING, topic, L"the hook library can't be brought into %ls programs (error %08lx)", bits, found.error);
    else if (!found.works)
        finding_add(FINDING_MISSING, topic, L"the hook library does not work in %ls programs (exit code %08lx)", bits, found.code);
    else if (*found.unknown)
        finding_add(FINDING_MISSING, topic, L"%hs of %ls programs is not as it is known to be: another program may have changed"
                                            L" it, or this Windows is newer than the runtime", found.unknown, bits);
    else
        finding_add(FINDING_GOOD, topic, L"a %ls program started with the hook library in it, and every function is as known", bits);
}

void trial_of_injection(const machine *here)
{
    const session_header *session = observing_open(&(observing_plan){
        joined(here->home, L"\\bin\\launcher.exe", NULL), joined(here->home, L"\\bin\\runtime\\x64\\ctnr.dll", NULL),
        joined(here->home, L"\\bin\\runtime\\x86\\ctnr.dll", NULL), SESSION_PROBE});
    if (!session) {
        finding_add(FINDING_MISSING, "shared memory", L"a section that processes share can't be made (Windows error %lu)",
                    GetLastError());
        return;
    }
    finding_add(FINDING_GOOD, "shared memory", L"processes share a section of %u MB", SESSION_SIZE >> 20);
    try(session, "64-bit programs", joined(here->windows, L"\\System32\\cmd.exe", NULL), L"64-bit");
    try(session, "32-bit programs", joined(here->windows, L"\\SysWOW64\\cmd.exe", NULL), L"32-bit");
}
