/*
 * Reads YAML texts from its input and says what it makes of each, for a test that compares that with Java's reading: four
 * bytes of length and the text; the answer is four bytes of length and, behind one letter, the tree as JSON (t) or the
 * line and the reason (e). Lengths are little-endian. A folded text, which the reader does not join, is {"folded": true}.
 */
#include "host.h"

#include <stdint.h>
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

static void answer(const char *bytes, size_t size)
{
    char refusal[256];
    char *text;
    size_t length;
    FILE *to = open_memstream(&text, &length);
    const yaml_node *root = host_read(bytes, size, refusal);
    fputc(root ? 't' : 'e', to);
    if (root)
        put_node(to, root);
    else
        fputs(refusal, to);
    fclose(to);
    uint32_t count = (uint32_t)length;
    fwrite(&count, sizeof count, 1, stdout);
    fwrite(text, 1, length, stdout);
    fflush(stdout);
    free(text);
}

int main(void)
{
    uint32_t length;
    while (fread(&length, sizeof length, 1, stdin) == 1) {
        char *bytes = malloc(length ? length : 1); /* as long as the text: what reads beyond it is seen */
        if (!bytes || fread(bytes, 1, length, stdin) != length)
            return 1;
        answer(bytes, length);
        free(bytes);
    }
    return 0;
}
