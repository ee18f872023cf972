/* The functions that are answered for by export tables. */
#include "export_hooks.h"

#include "exports.h"
#include "link_calls.h"
#include "services.h"
#include "trace.h"
#include "wine.h"

static export_hook table[] = {
#define F(name) {#name, (void *)hook_##name, (void **)&real_services.name, {NULL}},
    SERVICE_FUNCTIONS(F)
#undef F
#define F(name) {#name, (void *)hook_##name, (void **)&real_links.name, {NULL}},
    LINK_FUNCTIONS(F)
#undef F
};

/* In this order: what sechost and advapi32 both have, the latter only hands on. Windows' kernelbase is left alone. */
static const wchar_t *libraries[EXPORT_PROVIDERS] = {L"sechost.dll", L"advapi32.dll"};

void export_hooks_install(void)
{
    if (is_wine())
        libraries[EXPORT_PROVIDERS - 1] = L"kernelbase.dll";
    NTSTATUS status = exports_install(table, sizeof table / sizeof *table, libraries);
    if (status < 0)
        event("exports-not-reached", TEXT_OF("LdrRegisterDllNotification"), status);
}
