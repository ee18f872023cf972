#include "mark.h"

#include "../common/memory.h"
#include "files.h"

#include <stdio.h>
#include <string.h>

static const char FORMAT[] = "ctnr-registry 1\nsession %llx\nHKCU %llx %llx\nHKLM-SW %llx %llx\nend\n";

bool mark_read(const place *of, mark *found)
{
    size_t size;
    unsigned long long session, user[2], software[2];
    char text[256] = "";
    int end = 0;
    uint8_t *bytes = file_read(of->mark, &size);
    if (!bytes)
        return false;
    memcpy(text, bytes, size < sizeof text ? size : sizeof text - 1);
    memory_free(bytes);
    int read = sscanf(text, "ctnr-registry 1\nsession %llx\nHKCU %llx %llx\nHKLM-SW %llx %llx\ne%n", &session, &user[0], &user[1],
                      &software[0], &software[1], &end);
    if (read != 5 || !end)
        return false;
    *found = (mark){session, {user[0], software[0]}, {user[1], software[1]}};
    return true;
}

bool mark_write(const place *of, const mark *written)
{
    char text[256];
    int length = snprintf(text, sizeof text, FORMAT, (unsigned long long)written->session, (unsigned long long)written->loaded[0],
                          (unsigned long long)written->written[0], (unsigned long long)written->loaded[1],
                          (unsigned long long)written->written[1]);
    file_make_folders(of->mark);
    return file_replace(of->mark, joined(of->mark, L".new", NULL), text, (size_t)length);
}

void mark_remove(const place *of)
{
    DeleteFileW(of->mark);
}

bool mark_knows(const mark *of, int hive, uint64_t identity)
{
    return identity == of->loaded[hive] || identity == of->written[hive];
}
