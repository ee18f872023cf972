#pragma once

/* The text between quotes, from the opening one up to behind the closing one, with its escapes resolved. */
char *yaml_unquote(const char *start, const char *end, int line);
