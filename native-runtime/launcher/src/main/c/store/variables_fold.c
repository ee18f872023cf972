/*
 * Which texts of this machine become variables again: the folders of the user and the container's own, in the forms that
 * programs write them in, and the user's SID; as the capture does it (the Java class Traces), as whole names.
 */
#include "variables.h"

#include "../regf/upcase.h"
#include "text_buffer.h"

#include <wchar.h>

enum { FOLDERS = 5, SID = 6 }; /* the first of the variables are folders; deeper ones come first where one holds another */

static bool is_word(uint16_t unit)
{
    return (unit >= L'0' && unit <= L'9') || (unit >= L'A' && unit <= L'Z') || (unit >= L'a' && unit <= L'z') || unit == L'_'
           || unit >= 0xaa;
}

/* A folder's name may hold dots, so one may follow only where a sentence ends. */
static bool ends_there(regf_text text, uint32_t end, bool folder)
{
    if (end >= text.length)
        return true;
    uint16_t next = text.units[end];
    if (is_word(next) || (next && next < 128 && wcschr(L"~$@#+=^`{}[]-", next)))
        return false;
    return !folder || next != L'.' || end + 1 >= text.length || !is_word(text.units[end + 1]);
}

typedef struct {
    const wchar_t *token; /* the form's part of it */
    const wchar_t *separator;
} spelling;
static const spelling SPELLINGS[] = {{L"", L"\\"}, {L":escaped", L"\\\\"}, {L":slash", L"/"}};

/* How much of the text the value takes in a spelling; 0 when it does not stand there. */
static uint32_t match(regf_text text, uint32_t at, regf_text value, const spelling *as)
{
    uint32_t start = at;
    for (uint32_t i = 0; i < value.length; i++) {
        if (value.units[i] == L'\\') {
            for (const wchar_t *s = as->separator; *s; s++)
                if (at >= text.length || text.units[at++] != *s)
                    return 0;
        } else if (at >= text.length || upcase(text.units[at++]) != upcase(value.units[i])) {
            return 0;
        }
    }
    return at - start;
}

static uint32_t match_url(regf_text text, uint32_t at, regf_text value, arena *memory)
{
    if (at < 8 || match((regf_text){text.units + at - 8, 8}, 0, (regf_text){L"file:///", 8}, &SPELLINGS[0]) != 8)
        return 0;
    text_buffer url = text_buffer_of(memory, value, 0);
    text_buffer_add_url(&url, value);
    return match(text, at, text_buffer_text(&url), &SPELLINGS[0]);
}

/* What stands at a place of a text, and what is to stand there. */
typedef struct {
    uint32_t length;
    int variable; /* -1: a percent sign that must stay one */
    const wchar_t *suffix;
} found;

static found find_folder(const variables *with, regf_text text, uint32_t at, arena *memory)
{
    found best = {0};
    uint32_t deepest = 3; /* a drive alone is no folder of anybody's */
    for (int i = 0; i < FOLDERS; i++) {
        regf_text value = with->values[i];
        if (value.length <= deepest || upcase(text.units[at]) != upcase(value.units[0]))
            continue;
        for (size_t s = 0; s <= sizeof SPELLINGS / sizeof *SPELLINGS; s++) {
            bool url = s == sizeof SPELLINGS / sizeof *SPELLINGS;
            uint32_t length = url ? match_url(text, at, value, memory) : match(text, at, value, &SPELLINGS[s]);
            if (length && ends_there(text, at + length, true)) {
                best = (found){length, i, url ? L":url" : SPELLINGS[s].token};
                deepest = value.length;
            }
        }
    }
    return best;
}

static found find_sid(const variables *with, regf_text text, uint32_t at)
{
    regf_text sid = with->values[SID];
    uint32_t length = sid.length > 9 ? match(text, at, sid, &SPELLINGS[0]) : 0;
    return length && ends_there(text, at + length, false) ? (found){length, SID, L""} : (found){0};
}

static found find_percent(regf_text text, uint32_t at)
{
    bool token = at + 11 <= text.length && !wmemcmp(text.units + at, L"%CONTAINER_", 11);
    return token ? (found){1, -1, L""} : (found){0};
}

static found find(const variables *with, regf_text text, uint32_t at, arena *memory)
{
    uint16_t unit = text.units[at];
    if (unit == L'%')
        return find_percent(text, at);
    if (unit >= 128 || !is_word(unit) || (at && is_word(text.units[at - 1])))
        return (found){0};
    found folder = find_folder(with, text, at, memory);
    return folder.length ? folder : find_sid(with, text, at);
}

static void add(text_buffer *to, const wchar_t *text)
{
    text_buffer_add_text(to, text, wcslen(text));
}

regf_text variables_fold(const variables *with, regf_text text, arena *memory)
{
    text_buffer result = {0};
    uint32_t kept = 0; /* what lies before is in the result */
    for (uint32_t at = 0; at < text.length;) {
        found here = find(with, text, at, memory);
        if (here.length) {
            if (!result.memory)
                result = text_buffer_of(memory, text, 0);
            text_buffer_add_text(&result, text.units + kept, at - kept);
            add(&result, L"%CONTAINER_");
            add(&result, here.variable < 0 ? L"PERCENT" : variable_names[here.variable]);
            add(&result, here.suffix);
            add(&result, L"%");
            kept = at + here.length;
        }
        at += here.length ? here.length : 1;
    }
    if (!result.memory)
        return text;
    text_buffer_add_text(&result, text.units + kept, text.length - kept);
    return text_buffer_text(&result);
}
