/* delete_on_close FILE: makes the file, which is deleted when it is closed. */
#include <windows.h>

#include <shellapi.h>

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    HANDLE file = CreateFileW(words[count - 1], GENERIC_WRITE | DELETE, 0, NULL, CREATE_NEW, FILE_FLAG_DELETE_ON_CLOSE, NULL);
    return file == INVALID_HANDLE_VALUE || !CloseHandle(file);
}
