/* For the hook library: the launcher has loaded the file. */
#include "../../../main/c/runtime/app_hive.h"
#include "stand_in.h"

NTSTATUS app_hive_load(const UNICODE_STRING *file, HANDLE *root)
{
    return stand_in_open(file, NULL, root);
}

void app_hive_unload(HANDLE root)
{
    NtClose(root);
}
