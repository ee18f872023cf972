/*
 * The capture's use of the library: nothing is redirected, and each call that changed a file or a key is told, with the
 * process that made it. Lines go through the session's ring; their form is in docs/project.md.
 */
#pragma once

#include "hook.h"
#include "text.h"

/* Observed functions, in groups that lie in a file each. What can't be hooked is told and left alone. */
void observe_install(void);

extern const hook_entry observed_files[], observed_keys[], observed_processes[];
extern const size_t observed_file_count, observed_key_count, observed_process_count;

/* A change of a file, by the name that the call used, or by its handle; other is a second path, or empty. */
void observe_path(const char *operation, text path, text other);
void observe_name(const char *operation, const OBJECT_ATTRIBUTES *attributes);
void observe_handle(const char *operation, HANDLE file);
