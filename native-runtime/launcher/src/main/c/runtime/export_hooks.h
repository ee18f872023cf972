#pragma once

/* Once, behind hooks_install. */
void export_hooks_install(void);
