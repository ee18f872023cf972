/*
 * Stands in for the .NET Framework: Windows loads it for every program of code for .NET alone, and its _CorExeMain runs
 * the program. This one runs none: it tells what it sees and does, a line each, and starts the programs that the command
 * line names, one in the other, as tell_self does: PROGRAM COUNT PROGRAM...
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

__declspec(dllexport) int WINAPI _CorExeMain(void);

static void tell_self(void)
{
    wchar_t program[1024], image[1024], directory[1024], home[1024];
    DWORD length = 1024;
    GetModuleFileNameW(NULL, program, 1024);
    QueryFullProcessImageNameW(GetCurrentProcess(), 0, image, &length);
    GetCurrentDirectoryW(1024, directory);
    if (!GetEnvironmentVariableW(L"TEST_HOME", home, 1024))
        wcscpy(home, L"none");
    printf("%ls|%ls|%ls|%ls|%d\n", program, image, directory, home, (int)sizeof(void *) * 8);
}

/* A file that the container alone has, a value of its registry, and a file in a folder of the host. */
static void look(void)
{
    char text[64] = "";
    FILE *file = _wfopen(L"C:\\inside.txt", L"r");
    if (file) {
        fgets(text, sizeof text, file);
        fclose(file);
    }
    wchar_t value[64] = L"";
    DWORD size = sizeof value;
    RegGetValueW(HKEY_CURRENT_USER, L"Software\\Inside", L"Value", RRF_RT_REG_SZ, NULL, value, &size);
    printf("%s|%ls\n", text, value);
}

static void write(void)
{
    wchar_t name[64];
    swprintf(name, 64, L"C:\\host\\written-%d.txt", (int)sizeof(void *) * 8);
    FILE *file = _wfopen(name, L"a");
    if (file) {
        fputs("written\n", file);
        fclose(file);
    }
    wchar_t text[] = L"written";
    RegSetKeyValueW(HKEY_CURRENT_USER, L"Software\\Written", name, REG_SZ, text, sizeof text);
}

static int start(int count, wchar_t **words)
{
    wchar_t line[4096];
    swprintf(line, 4096, L"\"%ls\" %d", words[0], count - 1);
    for (int i = 1; i < count; i++)
        swprintf(line + wcslen(line), 4096 - wcslen(line), L" \"%ls\"", words[i]);
    STARTUPINFOW startup = {.cb = sizeof startup};
    PROCESS_INFORMATION child;
    if (!CreateProcessW(NULL, line, NULL, NULL, TRUE, 0, NULL, L"C:\\Program Files\\Test\\only here", &startup, &child)) {
        printf("error %lu\n", GetLastError());
        return 1;
    }
    DWORD code = 0;
    WaitForSingleObject(child.hProcess, INFINITE);
    GetExitCodeProcess(child.hProcess, &code);
    printf("child %08lx\n", code);
    return (int)code + 1;
}

int WINAPI _CorExeMain(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    tell_self();
    look();
    write();
    fflush(stdout);
    int children = count > 1 ? (int)wcstol(words[1], NULL, 10) : 0;
    int code = children ? start(children, words + 2) : 40;
    fflush(stdout);
    ExitProcess((UINT)code);
}
