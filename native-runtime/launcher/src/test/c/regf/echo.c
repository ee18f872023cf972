/* Says what it makes of a hive: the hive written anew (h), or the offset and the problem (e). */
#include "../../../main/c/regf/regf.h"
#include "../host/echo.h"

#include <stdio.h>
#include <stdlib.h>

static void answer_error(const regf_error *error)
{
    char text[sizeof error->problem + 32];
    int length = snprintf(text, sizeof text, "%llu %s", (unsigned long long)error->offset, error->problem);
    answer('e', text, (size_t)length);
}

void echo(const uint8_t *bytes, size_t size)
{
    regf_tree tree;
    regf_error error;
    if (!regf_read(bytes, size, &tree, &error)) {
        answer_error(&error);
        return;
    }
    uint8_t *again = regf_write(tree.root, &size, &error);
    if (again)
        answer('h', again, size);
    else
        answer_error(&error);
    free(again);
    regf_release(&tree);
}
