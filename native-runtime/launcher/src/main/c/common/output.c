/* WriteFile and not stdio: no text mode, no locale, and an error is seen where it happens. */
#include "output.h"

#include "failure.h"

#include <string.h>

static void write_all(output *out, const char *bytes, size_t length)
{
    while (length) {
        DWORD part = length > (1u << 30) ? 1u << 30 : (DWORD)length;
        DWORD written = 0;
        if (!WriteFile(out->file, bytes, part, &written, NULL) || !written)
            fail(GetLastError(), L"Can't write %ls", out->name);
        bytes += written;
        length -= written;
    }
}

void output_open(output *out, const wchar_t *name)
{
    out->used = 0;
    if (!name || !wcscmp(name, L"-")) {
        out->name = L"to standard output";
        out->file = GetStdHandle(STD_OUTPUT_HANDLE);
        return;
    }
    out->name = name;
    out->file = CreateFileW(name, GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_DELETE, NULL, CREATE_ALWAYS,
                            FILE_ATTRIBUTE_NORMAL, NULL);
    if (out->file == INVALID_HANDLE_VALUE)
        fail(GetLastError(), L"Can't create %ls; does its folder exist?", name);
}

void output_bytes(output *out, const void *bytes, size_t length)
{
    if (length > OUTPUT_BUFFER - out->used) {
        output_flush(out);
        if (length >= OUTPUT_BUFFER) {
            write_all(out, bytes, length);
            return;
        }
    }
    memcpy(out->buffer + out->used, bytes, length);
    out->used += length;
}

void output_flush(output *out)
{
    size_t length = out->used;
    out->used = 0;
    write_all(out, out->buffer, length);
}

void output_close(output *out)
{
    output_flush(out);
    if (out->file != GetStdHandle(STD_OUTPUT_HANDLE) && !CloseHandle(out->file))
        fail(GetLastError(), L"Can't finish %ls", out->name);
}
