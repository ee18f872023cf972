#include "findings.h"

#include "../common/json.h"
#include "../common/output.h"
#include "../common/utf8.h"
#include "machine.h"

#include <stdarg.h>
#include <stdio.h>

enum { MOST = 64, LONGEST = 1024 };

static struct {
    finding_state state;
    const char *topic;
    const wchar_t *found;
} findings[MOST];
static size_t count;

static const char *const STATES[] = {"good", "absent", "degraded", "missing"};

void finding_add(finding_state state, const char *topic, const wchar_t *format, ...)
{
    wchar_t sentence[LONGEST] = L"";
    va_list values;
    va_start(values, format);
    vswprintf(sentence, LONGEST - 1, format, values);
    va_end(values);
    if (count == MOST)
        return;
    findings[count].state = state;
    findings[count].topic = topic;
    findings[count++].found = joined(sentence, NULL);
}

static bool usable(void)
{
    for (size_t i = 0; i < count; i++)
        if (findings[i].state == FINDING_MISSING)
            return false;
    return true;
}

static void ascii(json *line, const char *name, const char *value)
{
    wchar_t wide[64];
    swprintf(wide, 64, L"%hs", value);
    json_text(line, name, wide);
}

static void write_json(void)
{
    static output out;
    json line;
    output_open(&out, NULL);
    json_open(&line, &out);
    json_true_or_false(&line, "usable", usable());
    json_array(&line, "findings");
    for (size_t i = 0; i < count; i++) {
        json_object(&line, NULL);
        ascii(&line, "topic", findings[i].topic);
        ascii(&line, "state", STATES[findings[i].state]);
        json_text(&line, "found", findings[i].found);
        json_object_end(&line);
    }
    json_array_end(&line);
    json_close(&line);
    output_close(&out);
}

static void write_text(void)
{
    static char bytes[LONGEST * UTF8_PER_UNIT];
    for (size_t i = 0; i < count; i++) {
        size_t length = utf8_from_utf16(bytes, findings[i].found, wcslen(findings[i].found));
        printf("%-9s %-20s %.*s\n", STATES[findings[i].state], findings[i].topic, (int)length, bytes);
    }
    printf("%s\n", usable() ? "Containers run on this machine." : "Containers can't run on this machine.");
}

bool findings_write(bool as_json)
{
    if (as_json)
        write_json();
    else
        write_text();
    return usable();
}
