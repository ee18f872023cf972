/*
 * Whether the Windows Installer is at work. On Windows its service does an MSI's work outside the step's tree, and may
 * still do so when the msiexec that asked for it has gone.
 */
#pragma once
#include <stdbool.h>

bool windows_installer_is_busy(void);
