/* For the hook library: the launcher has loaded the file. A process with CTNR_STAND_IN_SHUT in its environment may not. */
#include "../../../main/c/runtime/app_hive.h"
#include "stand_in.h"

#include <stdbool.h>

static bool is_shut(void)
{
    static WCHAR NAME[] = L"CTNR_STAND_IN_SHUT";
    WCHAR room[8];
    UNICODE_STRING name = {sizeof NAME - sizeof *NAME, sizeof NAME, NAME}, value = {0, sizeof room, room};
    NTSTATUS status = RtlQueryEnvironmentVariable_U(NULL, &name, &value);
    return status >= 0 || status == STATUS_BUFFER_TOO_SMALL;
}

NTSTATUS app_hive_load(const UNICODE_STRING *file, HANDLE *root)
{
    return is_shut() ? STATUS_ACCESS_DENIED : stand_in_open(file, NULL, root);
}

void app_hive_unload(HANDLE root)
{
    NtClose(root);
}
