#include "variables.h"

#include "descriptor.h"
#include "text_buffer.h"

#include <string.h>
#include <wchar.h>

const wchar_t *const variable_names[VARIABLES] = {
    L"ROOT", L"TEMP", L"LOCALAPPDATA", L"APPDATA", L"USERPROFILE", L"PROGRAMFILES", L"USERSID", L"USERNAME", L"COMPUTERNAME",
};

variables variables_of(const machine *here)
{
    variables result;
    for (int i = 0; i < VARIABLES; i++) {
        const wchar_t *value = machine_variable(here, joined(L"CONTAINER_", variable_names[i], NULL));
        result.values[i] = (regf_text){value, value ? (uint32_t)wcslen(value) : 0};
    }
    return result;
}

static bool begins(regf_text text, uint32_t at, const wchar_t *with)
{
    size_t length = wcslen(with);
    return at + length <= text.length && !wmemcmp(text.units + at, with, length);
}

static const wchar_t START[] = L"%CONTAINER_";
enum { START_LENGTH = sizeof START / sizeof *START - 1 };

static uint32_t find(regf_text text, uint32_t from)
{
    while (from < text.length && !begins(text, from, START))
        from++;
    return from;
}

bool variables_in(regf_text text)
{
    return find(text, 0) < text.length;
}

typedef enum { PLAIN, SLASH, ESCAPED, URL, SHORT, NO_FORM } form;
static const wchar_t *const FORMS[] = {L"", L"slash", L"escaped", L"url", L"short"};

static void add_value(text_buffer *to, regf_text value, form written)
{
    if (written == URL) {
        text_buffer_add_url(to, value);
        return;
    }
    for (uint32_t i = 0; i < value.length; i++) {
        uint16_t unit = value.units[i];
        bool separator = unit == L'\\';
        text_buffer_add(to, separator && written == SLASH ? L'/' : unit);
        if (separator && written == ESCAPED)
            text_buffer_add(to, unit);
    }
}

/* A token at the position: how long it is, with its value added; 0 when there is none, or none that has a value. */
static uint32_t add_token(const variables *with, text_buffer *to, regf_text text, uint32_t at)
{
    uint32_t name = at + START_LENGTH, end = name, colon;
    while (end < text.length && ((text.units[end] >= L'A' && text.units[end] <= L'Z') || (text.units[end] >= L'0' && text.units[end] <= L'9')))
        end++;
    colon = end;
    if (end < text.length && text.units[end] == L':')
        for (end++; end < text.length && text.units[end] >= L'a' && text.units[end] <= L'z'; end++)
            ;
    if (end >= text.length || text.units[end] != L'%' || colon == name)
        return 0;
    form written = NO_FORM;
    uint32_t form_at = colon + (colon < end), form_length = end - form_at;
    for (form i = colon < end ? SLASH : PLAIN; i < NO_FORM; i++)
        if (wcslen(FORMS[i]) == form_length && begins(text, form_at, FORMS[i])) {
            written = i;
            break;
        }
    if (written == NO_FORM)
        return 0;
    if (colon - name == 7 && begins(text, name, L"PERCENT")) {
        text_buffer_add(to, L'%');
        return end + 1 - at;
    }
    for (int i = 0; i < VARIABLES; i++)
        if (with->values[i].length && wcslen(variable_names[i]) == colon - name && begins(text, name, variable_names[i])) {
            add_value(to, with->values[i], written);
            return end + 1 - at;
        }
    return 0;
}

regf_text variables_expand(const variables *with, regf_text text, arena *memory)
{
    uint32_t at = find(text, 0);
    if (at == text.length)
        return text;
    text_buffer result = text_buffer_of(memory, text, at);
    while (at < text.length) {
        uint32_t length = begins(text, at, START) ? add_token(with, &result, text, at) : 0;
        if (!length)
            text_buffer_add(&result, text.units[at]);
        at += length ? length : 1;
    }
    return text_buffer_text(&result);
}

regf_text variables_key_name(const variables *with, regf_text name, arena *memory)
{
    regf_text seen = variables_expand(with, name, memory);
    if (!seen.length || seen.length > REGF_LONGEST_NAME || wmemchr(seen.units, L'\\', seen.length))
        return name;
    return seen;
}

static bool holds_text(uint32_t type, regf_bytes data)
{
    enum { TEXT = 1, EXPANDABLE = 2, LINK = 6, LIST = 7 };
    return (type == TEXT || type == EXPANDABLE || type == LINK || type == LIST) && data.size % 2 == 0;
}

/* The data of a hive may lie at any address. */
static regf_text units_of(regf_bytes data, arena *memory)
{
    uint16_t *units = (uint16_t *)text_memory(memory, data.size);
    memcpy(units, data.bytes, data.size);
    return (regf_text){units, data.size / 2};
}

static regf_bytes changed(regf_bytes data, regf_text before, regf_text after)
{
    if (after.units == before.units)
        return data;
    return (regf_bytes){(const uint8_t *)after.units, after.length * 2};
}

static bool may_hold_token(regf_bytes data)
{
    for (uint32_t i = 0; i + 2 * START_LENGTH <= data.size; i += 2)
        if (data.bytes[i] == '%' && !memcmp(data.bytes + i, START, 2 * START_LENGTH))
            return true;
    return false;
}

regf_bytes variables_expand_data(const variables *with, const regf_value *value, arena *memory)
{
    if (value->type == VALUE_SECURITY)
        return descriptor_expand(with, value->data, memory);
    if (!holds_text(value->type, value->data) || !may_hold_token(value->data))
        return value->data;
    regf_text text = units_of(value->data, memory);
    return changed(value->data, text, variables_expand(with, text, memory));
}

regf_bytes variables_fold_data(const variables *with, uint32_t type, regf_bytes data, arena *memory)
{
    if (type == VALUE_SECURITY)
        return descriptor_fold(with, data, memory);
    if (!holds_text(type, data))
        return data;
    regf_text text = units_of(data, memory);
    return changed(data, text, variables_fold(with, text, memory));
}
