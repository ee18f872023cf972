/*
 * Reads hives from its input and says what it makes of each, for a test that compares that with Java's reading: four
 * bytes of length and the hive; the answer is four bytes of length and, behind one letter, the hive written anew (h) or
 * the offset and the problem (e). Numbers are little-endian.
 */
#include "../../../main/c/regf/regf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void answer(char kind, const void *bytes, size_t size)
{
    uint32_t length = (uint32_t)size + 1;
    fwrite(&length, sizeof length, 1, stdout);
    fputc(kind, stdout);
    fwrite(bytes, 1, size, stdout);
    fflush(stdout);
}

static void answer_error(const regf_error *error)
{
    char text[sizeof error->problem + 32];
    int length = snprintf(text, sizeof text, "%llu %s", (unsigned long long)error->offset, error->problem);
    answer('e', text, (size_t)length);
}

static void echo(const uint8_t *bytes, size_t size)
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

int main(void)
{
    uint32_t length;
    while (fread(&length, sizeof length, 1, stdin) == 1) {
        uint8_t *bytes = malloc(length ? length : 1); /* as long as the hive: what reads beyond it is seen */
        if (!bytes || fread(bytes, 1, length, stdin) != length)
            return 1;
        echo(bytes, length);
        free(bytes);
    }
    return 0;
}
