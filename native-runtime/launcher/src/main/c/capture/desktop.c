/*
 * Wine starts its desktop for whoever asks first, and lets him go on after ten seconds whether it is there or not. What
 * then starts can show no window: an installer's question is answered by nobody. The desktop is there once it says which
 * device it shows its windows on.
 */
#include "desktop.h"

#include "../common/wine.h"

#include <windows.h>

enum { LOOK_AGAIN = 20, LONGEST = 60000 }; /* milliseconds; nothing tells of it */

void desktop_wait(void)
{
    HWND desktop = GetDesktopWindow();
    if (!wine_version())
        return;
    for (int waited = 0; !GetPropW(desktop, L"__wine_display_device_guid") && waited < LONGEST; waited += LOOK_AGAIN)
        Sleep(LOOK_AGAIN);
}
