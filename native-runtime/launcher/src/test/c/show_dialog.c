/* Asks a question in a message box and ends with the number of the button that was pressed. */
#include <windows.h>

int main(void)
{
    return MessageBoxW(NULL, L"¿Continuar con la instalación?\n日本語", L"Setup — Ünïcode",
                       MB_YESNOCANCEL | MB_ICONQUESTION);
}
