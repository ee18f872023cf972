/* Ends with the code that it is given, such as 3010 or 0xC0000005; "crash" ends by an exception that nobody handles.
 * "desktop" asks for the desktop first, which makes Wine start a process that stays. */
#include <stdlib.h>
#include <string.h>
#include <windows.h>

int main(int count, char **arguments)
{
    if (count > 1 && !strcmp(arguments[1], "crash"))
        RaiseException(EXCEPTION_ACCESS_VIOLATION, 0, 0, NULL);
    if (count > 1 && !strcmp(arguments[1], "desktop"))
        GetDesktopWindow();
    ExitProcess(count > 1 ? strtoul(arguments[1], NULL, 0) : 0);
}
