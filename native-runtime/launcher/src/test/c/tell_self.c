/* Tells its own program, image, folder and a variable, and starts the programs that it is given, one in the other. */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static int start(int count, wchar_t **words)
{
    wchar_t line[4096] = L"", environment[] = L"SystemRoot=C:\\windows\0";
    swprintf(line, 4096, L"\"%ls\" %d", words[0], count - 1);
    for (int i = 1; i < count; i++)
        swprintf(line + wcslen(line), 4096 - wcslen(line), L" \"%ls\"", words[i]);
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION child;
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, CREATE_UNICODE_ENVIRONMENT, environment,
                        L"C:\\Program Files\\Test\\only here", &startup, &child)) {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    DWORD code = 0;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    return (int)code + 1;
}

int main(void)
{
    int count;
    wchar_t program[1024], image[1024], directory[1024], home[1024];
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    DWORD length = 1024;
    GetModuleFileNameW(NULL, program, 1024);
    QueryFullProcessImageNameW(GetCurrentProcess(), 0, image, &length);
    GetCurrentDirectoryW(1024, directory);
    if (!GetEnvironmentVariableW(L"TEST_HOME", home, 1024))
        wcscpy(home, L"none");
    printf("%ls|%ls|%ls|%ls\n", program, image, directory, home);
    fflush(stdout);
    int children = count > 1 ? (int)wcstol(words[1], NULL, 10) : 0;
    return children ? start(children, words + 2) : 40;
}
