/* What the library guest.dll and those who call it agree on. */
#pragma once

#include <guiddef.h>

#define GUEST_COMMAND "C:\\Windows\\System32\\cmd.exe /c C:\\PROGRA~1\\Test\\inside.bat"

DEFINE_GUID(GUEST_CLASS, 0x2f6d0b1c, 0x9c1b, 0x4a51, 0x8e, 0x0d, 0x6b, 0x1a, 0x51, 0xc0, 0x7e, 0x44);
