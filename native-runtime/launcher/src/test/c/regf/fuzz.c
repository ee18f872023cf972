/* libFuzzer's target: whatever is read can be written, and what was written is read as the same tree. */
#include "../../../main/c/regf/regf.h"

#include <stdlib.h>
#include <string.h>

static void must(bool held)
{
    if (!held)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    regf_tree tree, again;
    regf_error error;
    if (!regf_read(bytes, size, &tree, &error)) {
        must(error.offset <= size && error.problem[0]);
        return 0;
    }
    size_t first_size, second_size;
    uint8_t *first = regf_write(tree.root, &first_size, &error);
    must(first && regf_read(first, first_size, &again, &error));
    uint8_t *second = regf_write(again.root, &second_size, &error);
    must(second && first_size == second_size && !memcmp(first, second, first_size));
    free(second);
    regf_release(&again);
    free(first);
    regf_release(&tree);
    return 0;
}
