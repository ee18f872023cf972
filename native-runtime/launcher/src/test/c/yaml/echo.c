/*
 * Says what it makes of a YAML text: the tree as JSON (t), or the line and the reason (e). A folded text, which the reader
 * does not join, is {"folded": true}.
 */
#include "../host/echo.h"
#include "host.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void put_text(FILE *to, const char *text)
{
    fputc('"', to);
    for (; *text; text++)
        if ((unsigned char)*text < ' ' || *text == '"' || *text == '\\')
            fprintf(to, "\\u%04x", (unsigned char)*text);
        else
            fputc(*text, to);
    fputc('"', to);
}

static void put_node(FILE *to, const yaml_node *node)
{
    if (node->kind == YAML_NULL) {
        fputs("null", to);
    } else if (node->kind == YAML_TEXT && node->folded) {
        fputs("{\"folded\":true}", to);
    } else if (node->kind == YAML_TEXT) {
        put_text(to, node->text);
    } else {
        fputc(node->kind == YAML_MAP ? '{' : '[', to);
        for (const yaml_node *item = node->first; item; item = item->next) {
            if (item->key) {
                put_text(to, item->key);
                fputc(':', to);
            }
            put_node(to, item);
            if (item->next)
                fputc(',', to);
        }
        fputc(node->kind == YAML_MAP ? '}' : ']', to);
    }
}

void echo(const uint8_t *bytes, size_t size)
{
    char refusal[256];
    const yaml_node *root = host_read((const char *)bytes, size, refusal);
    if (!root) {
        answer('e', refusal, strlen(refusal));
        return;
    }
    char *text;
    size_t length;
    FILE *to = open_memstream(&text, &length);
    put_node(to, root);
    fclose(to);
    answer('t', text, length);
    free(text);
}
