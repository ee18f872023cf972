/*
 * A hive that Windows loads for the processes that ask for it, without an administrator's rights (what RegLoadAppKey does).
 * Whoever loads the same file again gets the same keys; they have no name by which another process could open them, and the
 * hive is unloaded when its last handle is closed. This is all that the runtime asks of Windows for such hives: the tests
 * put another app_hive.c in its place, since Wine loads none.
 */
#pragma once

#include "nt.h"

/* file: the NT path. The root may be opened for everything, or not at all. */
NTSTATUS app_hive_load(const UNICODE_STRING *file, HANDLE *root);
/* Of what this process loaded; keys of the hive that are still open keep it loaded. */
void app_hive_unload(HANDLE root);
