#include "yaml.h"

#include "../common/failure.h"
#include "../common/memory.h"
#include "yaml_text.h"

#include <string.h>
#include <wchar.h>

static const wchar_t *source;

_Noreturn void yaml_fail(int line, const char *reason)
{
    fail(0, L"%ls, line %d: %hs", source, line, reason);
}

_Noreturn void yaml_refuse(const yaml_node *node, const char *reason)
{
    yaml_fail(node->line, reason);
}

static yaml_node *node_of(yaml_kind kind, int line)
{
    yaml_node *node = memory_get(sizeof *node);
    *node = (yaml_node){.kind = kind, .line = line};
    return node;
}

const yaml_node *yaml_member(const yaml_node *map, const char *key)
{
    if (!map || map->kind != YAML_MAP)
        return NULL;
    for (const yaml_node *item = map->first; item; item = item->next)
        if (item->key && !strcmp(item->key, key))
            return item->kind == YAML_NULL ? NULL : item;
    return NULL;
}

static void append(yaml_node *to, yaml_node *item)
{
    yaml_node **end = &to->first;
    for (; *end; end = &(*end)->next)
        if (item->key && !strcmp((*end)->key, item->key))
            yaml_fail(item->line, "this key stands twice in one map");
    *end = item;
}

static yaml_node *read_flow(yaml_cursor *at, int depth);
static yaml_node *read_block(yaml_cursor *at, int column, int depth);

static yaml_node *scalar(char *text, bool quoted, int line)
{
    bool null = !quoted && (!*text || !strcmp(text, "~") || !strcmp(text, "null"));
    yaml_node *node = node_of(null ? YAML_NULL : YAML_TEXT, line);
    node->text = text;
    return node;
}

/* The value that begins on this line; behind it only a comment may follow. */
static yaml_node *read_inline(yaml_cursor *at, int depth)
{
    int line = at->line;
    yaml_node *node;
    if (*at->here == '[' || *at->here == '{') {
        node = read_flow(at, depth);
    } else {
        bool quoted;
        char *text = yaml_scalar(at, false, &quoted);
        node = scalar(text, quoted, line);
    }
    yaml_line_end(at);
    return node;
}

static yaml_node *read_flow(yaml_cursor *at, int depth)
{
    bool map = *at->here == '{';
    char end = map ? '}' : ']';
    yaml_node *node = node_of(map ? YAML_MAP : YAML_LIST, at->line);
    yaml_depth(at, depth);
    at->here++;
    for (;;) {
        yaml_skip_all(at);
        if (*at->here == end)
            break;
        char *key = NULL;
        bool quoted;
        int line = at->line;
        if (map) {
            key = yaml_scalar(at, true, &quoted);
            yaml_skip_all(at);
            if (*at->here != ':' || at->line != line)
                yaml_fail(line, "a ':' is missing behind the key");
            at->here++;
            yaml_skip_all(at);
        }
        yaml_node *item = *at->here == '[' || *at->here == '{' ? read_flow(at, depth + 1) : NULL;
        if (!item) {
            char *text = yaml_scalar(at, true, &quoted);
            item = scalar(text, quoted, line);
        }
        item->key = key;
        append(node, item);
        yaml_skip_all(at);
        if (*at->here == ',')
            at->here++;
        else if (*at->here != end)
            yaml_fail(at->line, "a ',' or the closing bracket is missing");
    }
    at->here++;
    return node;
}

/* What belongs to a key or a dash at this column: on its line, or in lines that are indented further. */
static yaml_node *read_value(yaml_cursor *at, int column, bool of_key, int depth)
{
    int line = at->line;
    yaml_skip_blanks(at);
    if (*at->here == '|' || *at->here == '>') {
        yaml_node *node = node_of(YAML_TEXT, line);
        node->folded = *at->here == '>';
        node->text = yaml_block_text(at, column);
        return node;
    }
    if (!yaml_at_line_end(at)) {
        yaml_node *node = read_inline(at, depth);
        if (yaml_next_line(at) && at->column > column)
            yaml_fail(at->line, "this line goes on with the text of the one before; write it on one line, in quotes");
        return node;
    }
    yaml_line_end(at);
    if (yaml_next_line(at)) {
        bool list = at->here[0] == '-' && (at->here[1] == ' ' || at->here[1] == '\n' || !at->here[1]);
        if (at->column > column || (of_key && list && at->column == column))
            return read_block(at, at->column, depth + 1);
    }
    return node_of(YAML_NULL, line);
}

static yaml_node *read_list(yaml_cursor *at, int column, int depth)
{
    yaml_node *list = node_of(YAML_LIST, at->line);
    while (yaml_next_line(at) && at->column == column && at->here[0] == '-' && (at->here[1] == ' ' || at->here[1] == '\n' || !at->here[1])) {
        at->here++;
        at->column++;
        const char *start = at->here;
        yaml_skip_blanks(at);
        if (!yaml_at_line_end(at) && (yaml_is_entry(at) || (at->here[0] == '-' && at->here[1] == ' '))) {
            at->column += (int)(at->here - start);
            append(list, read_block(at, at->column, depth + 1));
        } else {
            append(list, read_value(at, column, false, depth));
        }
    }
    return list;
}

static yaml_node *read_map(yaml_cursor *at, int column, int depth)
{
    yaml_node *map = node_of(YAML_MAP, at->line);
    while (yaml_next_line(at) && at->column == column) {
        if (!yaml_is_entry(at))
            yaml_fail(at->line, "'key: value' was expected");
        int line = at->line;
        bool quoted;
        char *key = yaml_key(at, &quoted);
        yaml_node *value = read_value(at, column, true, depth);
        value->key = key;
        value->line = line;
        append(map, value);
    }
    return map;
}

static yaml_node *read_block(yaml_cursor *at, int column, int depth)
{
    yaml_depth(at, depth);
    yaml_node *node = at->here[0] == '-' && (at->here[1] == ' ' || at->here[1] == '\n' || !at->here[1])
                          ? read_list(at, column, depth)
                      : yaml_is_entry(at) ? read_map(at, column, depth)
                                          : read_inline(at, depth);
    if (yaml_next_line(at) && at->column > column)
        yaml_fail(at->line, "this line is indented further than what it belongs to");
    return node;
}

yaml_node *yaml_read(const char *bytes, size_t length, const wchar_t *file)
{
    source = file;
    yaml_cursor at = yaml_open(bytes, length);
    if (!yaml_next_line(&at))
        yaml_fail(1, "the file is empty");
    yaml_node *root = read_block(&at, at.column, 0);
    if (yaml_next_line(&at))
        yaml_fail(at.line, "this line is indented less than the file's first key");
    return root;
}
