#include "yaml_text.h"

#include "../common/memory.h"
#include "yaml_escape.h"

#include <string.h>

enum { DEEPEST = 32 };

yaml_cursor yaml_open(const char *bytes, size_t length)
{
    if (memchr(bytes, 0, length))
        yaml_fail(1, "the file holds a NUL: it is no text");
    if (length >= 3 && !memcmp(bytes, "\xef\xbb\xbf", 3)) {
        bytes += 3;
        length -= 3;
    }
    char *copy = memory_get(length + 1);
    size_t kept = 0;
    for (size_t i = 0, line = 1; i < length; i++) { /* CR LF and LF are one */
        if (bytes[i] == '\r' && (i + 1 == length || bytes[i + 1] != '\n'))
            yaml_fail((int)line, "a carriage return stands alone");
        line += bytes[i] == '\n';
        if (bytes[i] != '\r')
            copy[kept++] = bytes[i];
    }
    copy[kept] = 0;
    yaml_cursor at = {copy, 1, 0, true};
    if (!strncmp(copy, "---\n", 4)) {
        at.here += 4;
        at.line = 2;
    }
    return at;
}

void yaml_depth(const yaml_cursor *at, int depth)
{
    if (depth > DEEPEST)
        yaml_fail(at->line, "this is nested too deeply");
}

bool yaml_next_line(yaml_cursor *at)
{
    while (at->fresh) {
        const char *start = at->here;
        while (*at->here == ' ')
            at->here++;
        if (*at->here == '\t')
            yaml_fail(at->line, "a tab can't indent; use spaces");
        if (*at->here == '#')
            at->here += strcspn(at->here, "\n");
        if (!*at->here)
            return false;
        if (*at->here == '\n') {
            at->here++;
            at->line++;
            continue;
        }
        at->column = (int)(at->here - start);
        at->fresh = false;
        if (!at->column && (!strncmp(at->here, "---", 3) || !strncmp(at->here, "...", 3) || *at->here == '%'))
            yaml_fail(at->line, "a file holds one document, without directives");
    }
    return *at->here != 0;
}

void yaml_skip_blanks(yaml_cursor *at)
{
    while (*at->here == ' ')
        at->here++;
    if (*at->here == '\t')
        yaml_fail(at->line, "a tab can't stand between values; use spaces");
}

static bool is_comment(const char *here)
{
    return *here == '#' && (here[-1] == ' ' || here[-1] == '\t' || here[-1] == '\n');
}

void yaml_skip_all(yaml_cursor *at)
{
    for (;;) {
        yaml_skip_blanks(at);
        if (is_comment(at->here))
            at->here += strcspn(at->here, "\n");
        if (*at->here != '\n')
            break;
        at->here++;
        at->line++;
    }
    if (!*at->here)
        yaml_fail(at->line, "the closing bracket is missing");
}

bool yaml_at_line_end(const yaml_cursor *at)
{
    return !*at->here || *at->here == '\n' || is_comment(at->here);
}

void yaml_line_end(yaml_cursor *at)
{
    if (at->fresh)
        return;
    yaml_skip_blanks(at);
    if (!yaml_at_line_end(at))
        yaml_fail(at->line, "nothing but a comment may follow here");
    at->here += strcspn(at->here, "\n");
    if (*at->here) {
        at->here++;
        at->line++;
    }
    at->fresh = true;
}

static const char *quoted_end(const char *from, int line)
{
    char quote = *from;
    for (const char *c = from + 1; *c && *c != '\n'; c++) {
        if (quote == '"' && *c == '\\' && c[1] && c[1] != '\n') {
            c++;
        } else if (*c == quote) {
            if (quote == '\'' && c[1] == '\'')
                c++;
            else
                return c;
        }
    }
    yaml_fail(line, "a text in quotes must end on its line");
}

static bool ends_plain(const char *c, bool in_flow)
{
    if (!*c || *c == '\n' || is_comment(c))
        return true;
    if (*c == ':' && (!c[1] || strchr(in_flow ? " \t\n,[]{}" : " \t\n", c[1])))
        return true;
    return in_flow && strchr(",[]{}", *c);
}

static const char *scalar_end(const char *from, bool in_flow, int line)
{
    if (*from == '"' || *from == '\'')
        return quoted_end(from, line) + 1;
    while (!ends_plain(from, in_flow))
        from++;
    return from;
}

bool yaml_is_entry(const yaml_cursor *at)
{
    if (*at->here == '[' || *at->here == '{')
        return false;
    const char *end = scalar_end(at->here, false, at->line);
    while (*end == ' ')
        end++;
    return *end == ':' && (end[1] == ' ' || end[1] == '\n' || end[1] == '\t' || !end[1]);
}

char *yaml_key(yaml_cursor *at, bool *quoted)
{
    char *key = yaml_scalar(at, false, quoted);
    yaml_skip_blanks(at);
    at->here++; /* the colon that yaml_is_entry saw */
    return key;
}

char *yaml_scalar(yaml_cursor *at, bool in_flow, bool *quoted)
{
    const char *start = at->here;
    *quoted = *start == '"' || *start == '\'';
    if (!*quoted && *start && strchr(in_flow ? "&*!|>%@`,[]{}#:" : "&*!|>%@`,[]{}#", *start))
        yaml_fail(at->line, "anchors, aliases, tags and reserved characters can't begin a value here; put it in quotes");
    if (!*quoted && *start && strchr("?:-", *start) && (!start[1] || strchr(" \t\n", start[1]) || (in_flow && strchr(",[]{}", start[1]))))
        yaml_fail(at->line, "a '?', ':' or '-' alone can't begin a value here; put it in quotes");
    const char *end = scalar_end(start, in_flow, at->line);
    at->here = end;
    if (*quoted)
        return yaml_unquote(start, end, at->line);
    while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    char *text = memory_get((size_t)(end - start) + 1);
    memcpy(text, start, (size_t)(end - start));
    text[end - start] = 0;
    return text;
}
