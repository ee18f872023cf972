/* Puts the runtime's functions before those of ntdll. */
#pragma once

#include "key_calls.h"

#include <stdbool.h>
#include <stddef.h>

/* name, and whether a process may run where ntdll has no such function. */
#define HOOKED_FUNCTIONS(F)        \
    F(NtClose)                     \
    F(NtCreateFile)                \
    F(NtOpenFile)                  \
    F(NtQueryAttributesFile)       \
    F(NtQueryFullAttributesFile)   \
    F(NtQueryDirectoryFile)        \
    F(NtQueryDirectoryFileEx)      \
    F(NtQueryInformationFile)      \
    F(NtQueryInformationByName)    \
    F(NtSetInformationFile)        \
    F(NtDeleteFile)                \
    F(NtFsControlFile)             \
    F(NtQueryObject)               \
    F(NtQueryVolumeInformationFile) \
    F(NtNotifyChangeDirectoryFile) \
    F(NtNotifyChangeDirectoryFileEx) \
    F(NtCancelIoFile)              \
    F(NtCancelIoFileEx)            \
    F(NtQueryVirtualMemory)        \
    F(NtQueryInformationProcess)   \
    F(NtCreateUserProcess)         \
    F(NtDuplicateObject)           \
    F(NtOpenKey)                   \
    F(NtOpenKeyEx)                 \
    F(NtOpenKeyTransacted)         \
    F(NtOpenKeyTransactedEx)       \
    F(NtCreateKey)                 \
    F(NtCreateKeyTransacted)       \
    F(NtDeleteKey)                 \
    F(NtRenameKey)                 \
    F(NtQueryKey)                  \
    F(NtEnumerateKey)              \
    F(NtEnumerateValueKey)         \
    F(NtQueryValueKey)             \
    F(NtQueryMultipleValueKey)     \
    F(NtSetValueKey)               \
    F(NtDeleteValueKey)            \
    F(NtNotifyChangeKey)           \
    F(NtNotifyChangeMultipleKeys)  \
    F(NtSetInformationKey)         \
    F(NtSetSecurityObject)         \
    F(NtQuerySecurityObject)       \
    F(NtSaveKey)                   \
    F(NtSaveKeyEx)                 \
    F(NtRestoreKey)                \
    F(NtReplaceKey)                \
    F(NtLoadKey)                   \
    F(NtLoadKey2)                  \
    F(NtLoadKeyEx)                 \
    F(NtUnloadKey)

/* The functions as they were; code behind a hook calls these and no others of their names. */
typedef struct {
#define F(name) __typeof__(&name) name;
    HOOKED_FUNCTIONS(F)
#undef F
} real_functions;
extern real_functions real;

#define F(name) extern __typeof__(name) hook_##name;
HOOKED_FUNCTIONS(F)
#undef F

/* Installs all; false with the name of the function that could not be hooked. Call it while one thread runs. */
bool hooks_install(const char **refused);

/* Takes them away again: from then on this process sees the host. */
void hooks_remove(void);

/* Calls tell for each function that could not be hooked, and changes nothing. */
void hooks_probe(void (*tell)(const char *name));

/* Fills in real without hooking anything. */
void hooks_bypass(void);

/* One function of ntdll, what stands before it, and where its own code can be called. */
typedef struct {
    const char *name;
    void *hook;
    void **real;
} hook_entry;

typedef enum { HOOK_DONE, HOOK_ABSENT, HOOK_UNKNOWN, HOOK_REFUSED } hook_result;

/* Hooks one alone; HOOK_UNKNOWN when its stub has no known shape. */
hook_result hook_one(const hook_entry *entry);
