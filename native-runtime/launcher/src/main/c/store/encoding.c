#include "encoding.h"

#include "text_buffer.h"

#include <string.h>
#include <wchar.h>
#include <windows.h>

static bool is_ascii(const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i] >= 0x80)
            return false;
    return true;
}

static bool is_code_pages(const wchar_t *name)
{
    static const wchar_t *const EXTENSIONS[] = {L".ini", L".inf", L".bat", L".cmd", L".reg", L".url", L".cfg", L".conf"};
    const wchar_t *dot = wcsrchr(name, L'.');
    for (size_t i = 0; dot && i < ARRAYSIZE(EXTENSIONS); i++)
        if (!_wcsicmp(dot, EXTENSIONS[i]))
            return true;
    return false;
}

/* Whether the code page gives back the bytes that it was read from. */
static bool is_lossless(const uint8_t *bytes, size_t size)
{
    arena memory = {0};
    size_t again;
    regf_text text = encoding_read(ENCODING_ANSI, bytes, size, &memory);
    uint8_t *written = encoding_write(ENCODING_ANSI, text, &again, &memory);
    bool same = written && again == size && !memcmp(written, bytes, size);
    arena_release(&memory);
    return same;
}

encoding encoding_of(const uint8_t *bytes, size_t size, const wchar_t *name)
{
    bool little = size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe, big = size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff;
    little = little || (size >= 4 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3]);
    if (little || big)
        return size % 2 ? ENCODING_NONE : little ? ENCODING_UTF16LE : ENCODING_UTF16BE;
    if (is_ascii(bytes, size))
        return is_code_pages(name) ? ENCODING_ANSI : ENCODING_UTF8;
    if (MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, (const char *)bytes, (int)size, NULL, 0))
        return ENCODING_UTF8;
    return is_lossless(bytes, size) ? ENCODING_ANSI : ENCODING_BYTES;
}

regf_text encoding_read(encoding as, const uint8_t *bytes, size_t size, arena *memory)
{
    uint16_t *units = (uint16_t *)text_memory(memory, (size + 1) * sizeof *units);
    size_t length = 0;
    if (as == ENCODING_UTF8 || as == ENCODING_ANSI) {
        UINT page = as == ENCODING_UTF8 ? CP_UTF8 : CP_ACP;
        length = (size_t)MultiByteToWideChar(page, 0, (const char *)bytes, (int)size, (wchar_t *)units, (int)size);
    } else if (as == ENCODING_BYTES) {
        for (; length < size; length++)
            units[length] = bytes[length];
    } else {
        size_t low = as == ENCODING_UTF16BE;
        for (; length < size / 2; length++)
            units[length] = (uint16_t)(bytes[2 * length + low] | bytes[2 * length + 1 - low] << 8);
    }
    return (regf_text){units, (uint32_t)length};
}

static uint8_t *to_page(UINT page, regf_text text, size_t *size, arena *memory)
{
    BOOL replaced = FALSE;
    int room = (int)text.length * 4;
    char *bytes = (char *)text_memory(memory, (size_t)room + 1);
    *size = (size_t)WideCharToMultiByte(page, page == CP_UTF8 ? 0 : WC_NO_BEST_FIT_CHARS, (const wchar_t *)text.units,
                                        (int)text.length, bytes, room, NULL, page == CP_UTF8 ? NULL : &replaced);
    return replaced || (text.length && !*size) ? NULL : (uint8_t *)bytes;
}

uint8_t *encoding_write(encoding as, regf_text text, size_t *size, arena *memory)
{
    if (as == ENCODING_UTF8 || as == ENCODING_ANSI)
        return to_page(as == ENCODING_UTF8 ? CP_UTF8 : CP_ACP, text, size, memory);
    uint8_t *bytes = text_memory(memory, (size_t)text.length * 2 + 1);
    size_t low = as == ENCODING_UTF16BE;
    for (uint32_t i = 0; i < text.length; i++) {
        if (as == ENCODING_BYTES) {
            if (text.units[i] > 0xff)
                return NULL;
            bytes[i] = (uint8_t)text.units[i];
        } else {
            bytes[2 * i + low] = (uint8_t)text.units[i];
            bytes[2 * i + 1 - low] = (uint8_t)(text.units[i] >> 8);
        }
    }
    *size = as == ENCODING_BYTES ? text.length : (size_t)text.length * 2;
    return bytes;
}
