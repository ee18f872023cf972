#include "host.h"

#include "../../../main/c/common/failure.h"
#include "../../../main/c/common/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

typedef struct block block;
struct block {
    block *next;
    _Alignas(16) char bytes[];
};

static block *given;
static jmp_buf refused;
static wchar_t said[256];

void *memory_get(size_t bytes)
{
    block *new = malloc(sizeof *new + bytes);
    if (!new)
        abort();
    new->next = given;
    given = new;
    return new->bytes;
}

_Noreturn void fail(DWORD error, const wchar_t *format, ...)
{
    (void)error;
    va_list values;
    va_start(values, format);
    vswprintf(said, sizeof said / sizeof *said, format, values);
    va_end(values);
    longjmp(refused, 1);
}

const yaml_node *host_read(const char *bytes, size_t length, char refusal[256])
{
    while (given) {
        block *next = given->next;
        free(given);
        given = next;
    }
    if (!setjmp(refused))
        return yaml_read(bytes, length, L"");
    if (snprintf(refusal, 256, "%ls", said + 2) >= 256) /* behind the file's name, which is empty */
        abort();
    return NULL;
}
