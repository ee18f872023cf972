/* What failure.h takes from Windows, for a build of the YAML reader on this host. */
#pragma once

typedef unsigned int DWORD;
