/* Block texts as in YAML 1.2.2, section 8.1, but for an indentation that is given as a number. */
#include "yaml_text.h"

#include "../common/memory.h"

#include <string.h>

/* What stands behind | or >: how the text's last line ends go, '-', '+' or, for one of them, a blank. */
static char block_header(yaml_cursor *at)
{
    char chomping = ' ';
    at->here++;
    if (*at->here == '-' || *at->here == '+')
        chomping = *at->here++;
    if (*at->here >= '0' && *at->here <= '9')
        yaml_fail(at->line, "a number behind | or > is not understood");
    const char *blanks = at->here;
    yaml_skip_blanks(at);
    if (!yaml_at_line_end(at) || (*at->here == '#' && at->here == blanks))
        yaml_fail(at->line, "nothing but a comment may follow here");
    at->here += strcspn(at->here, "\n");
    return chomping;
}

char *yaml_block_text(yaml_cursor *at, int column)
{
    char chomping = block_header(at);
    const char *rest = at->here;
    char *text = memory_get(strlen(rest) + 1);
    size_t used = 0, last = 0; /* last: behind the last line that is not empty */
    size_t indent = 0, widest = 0;
    while (*rest == '\n' && rest[1]) {
        const char *line = rest + 1;
        size_t blanks = strspn(line, " ");
        bool empty = line[blanks] == '\n' || !line[blanks];
        if (!empty && (indent ? blanks < indent : (int)blanks <= column))
            break;
        if (!empty && !indent && blanks < widest)
            yaml_fail(at->line + 1, "an empty line before has more blanks than this one");
        if (!empty && !indent)
            indent = blanks;
        widest = empty && blanks > widest ? blanks : widest;
        size_t length = strcspn(line, "\n"), cut = indent && blanks >= indent ? indent : blanks;
        memcpy(text + used, line + cut, length - cut);
        used += length - cut;
        text[used++] = '\n';
        if (length > cut)
            last = used;
        rest = line + length;
        at->line++;
    }
    if (!indent && (int)widest > column)
        yaml_fail(at->line, "an empty line has more blanks than what it belongs to");
    if (!*rest && used)
        used--; /* the file ends in the middle of its last line */
    if (last > used)
        last = used;
    else if (chomping == '-' && last)
        last--;
    used = chomping == '+' ? used : last;
    text[used] = 0;
    at->here = *rest ? rest + 1 : rest;
    at->line += *rest ? 1 : 0;
    at->fresh = true;
    return text;
}
