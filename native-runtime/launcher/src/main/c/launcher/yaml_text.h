/* The characters of a YAML file: lines, columns, texts. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    const char *here; /* a NUL stands at the end */
    int line, column; /* column: of the line's first character that is no blank, from 0 */
    bool fresh;       /* here is where a line begins, its blanks not yet passed */
} yaml_cursor;

_Noreturn void yaml_fail(int line, const char *reason);

yaml_cursor yaml_open(const char *bytes, size_t length);
/* Goes to the next line that holds something, unless in the middle of one; false at the end. */
bool yaml_next_line(yaml_cursor *at);
void yaml_skip_blanks(yaml_cursor *at);
/* The same over line ends and comments, inside brackets. */
void yaml_skip_all(yaml_cursor *at);
bool yaml_at_line_end(const yaml_cursor *at);
/* Passes a comment and the line's end; anything else is an error. */
void yaml_line_end(yaml_cursor *at);
/* Whether a key and its colon stand here. */
bool yaml_is_entry(const yaml_cursor *at);
char *yaml_key(yaml_cursor *at, bool *quoted);
char *yaml_scalar(yaml_cursor *at, bool in_flow, bool *quoted);
/* A | or > text that belongs to something at this column. */
char *yaml_block_text(yaml_cursor *at, int column);
void yaml_depth(const yaml_cursor *at, int depth);
