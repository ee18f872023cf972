/* libFuzzer's target: any text is read or refused with its line, and what is read can be walked. */
#include "host.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static size_t lengths(const yaml_node *node)
{
    size_t all = node->key ? strlen(node->key) : 0;
    if (node->kind == YAML_TEXT)
        all += strlen(node->text);
    for (const yaml_node *item = node->first; item; item = item->next) {
        if (item->line < 1 || (node->kind == YAML_MAP) != (item->key != NULL))
            abort();
        all += lengths(item);
    }
    return all;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    char refusal[256];
    const yaml_node *root = host_read((const char *)bytes, size, refusal);
    if (root ? lengths(root) > 4 * size : strncmp(refusal, "line ", 5))
        abort();
    return 0;
}
