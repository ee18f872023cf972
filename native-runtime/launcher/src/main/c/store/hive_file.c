#include "hive_file.h"

#include "../common/memory.h"
#include "../common/utf8.h"
#include "files.h"

#include <stdio.h>
#include <string.h>

/* FNV-1a by words: it tells files apart that nobody made to look alike. */
uint64_t hive_identity(const uint8_t *bytes, size_t size)
{
    uint64_t sum = 0xcbf29ce484222325 ^ size;
    for (size_t at = 0; at < size; at += sizeof(uint64_t)) {
        uint64_t word = 0;
        memcpy(&word, bytes + at, size - at < sizeof word ? size - at : sizeof word);
        sum = (sum ^ word) * 0x100000001b3;
        sum ^= sum >> 29;
    }
    return sum ? sum : 1;
}

static wchar_t *sentence_of(const wchar_t *file, const regf_error *error)
{
    enum { ROOM = 2048 };
    wchar_t *sentence = memory_get(ROOM * sizeof *sentence), *problem = utf8_to_utf16(error->problem, strlen(error->problem));
    swprintf(sentence, ROOM, L"%ls is not a sound registry hive: at byte %llu (0x%llx): %ls", file,
             (unsigned long long)error->offset, (unsigned long long)error->offset, problem ? problem : L"it is damaged");
    memory_free(problem);
    return sentence;
}

bool hive_file_read(const wchar_t *file, hive_file *hive, wchar_t **sentence)
{
    size_t size;
    regf_error error = {0};
    *hive = (hive_file){.file = file, .bytes = file_read(file, &size)};
    if (!hive->bytes) {
        DWORD code = GetLastError();
        if ((code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND) && regf_empty(&hive->tree))
            return true;
        *sentence = memory_get(1024 * sizeof **sentence);
        swprintf(*sentence, 1024, L"Can't read %ls (Windows error %lu)", file, code);
        return false;
    }
    if (regf_read(hive->bytes, size, &hive->tree, &error)) {
        hive->identity = hive_identity(hive->bytes, size);
        return true;
    }
    *sentence = sentence_of(file, &error);
    memory_free(hive->bytes);
    return false;
}

void hive_file_release(hive_file *hive)
{
    regf_release(&hive->tree);
    memory_free(hive->bytes);
}
