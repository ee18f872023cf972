#include "descriptor.h"

#include "text_buffer.h"

#include <string.h>
#include <wchar.h>
#include <windows.h>
#include <sddl.h>

enum { PARTS = OWNER_SECURITY_INFORMATION | GROUP_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION };

NTSYSAPI BOOLEAN NTAPI RtlValidRelativeSecurityDescriptor(PSECURITY_DESCRIPTOR, ULONG, SECURITY_INFORMATION);

static const regf_bytes NOTHING = {(const uint8_t *)"", 0};

static regf_bytes copy(const void *bytes, size_t size, arena *memory)
{
    uint8_t *kept = text_memory(memory, size);
    memcpy(kept, bytes, size);
    return (regf_bytes){kept, (uint32_t)size};
}

regf_bytes descriptor_expand(const variables *with, regf_bytes stored, arena *memory)
{
    PSECURITY_DESCRIPTOR found;
    ULONG size;
    uint16_t *units = text_memory(memory, stored.size + sizeof *units);
    memcpy(units, stored.bytes, stored.size);
    regf_text text = variables_expand(with, (regf_text){units, stored.size / 2}, memory);
    wchar_t *ended = text_memory(memory, (text.length + 1) * sizeof *ended);
    wmemcpy(ended, text.units, text.length);
    ended[text.length] = 0;
    if (!text.length || !ConvertStringSecurityDescriptorToSecurityDescriptorW(ended, SDDL_REVISION_1, &found, &size))
        return NOTHING;
    regf_bytes result = copy(found, size, memory);
    LocalFree(found);
    return result;
}

regf_bytes descriptor_fold(const variables *with, regf_bytes live, arena *memory)
{
    wchar_t *text;
    regf_bytes aligned = copy(live.bytes, live.size, memory);
    void *descriptor = (void *)aligned.bytes;
    if (!live.size || !RtlValidRelativeSecurityDescriptor(descriptor, live.size, 0)
        || !ConvertSecurityDescriptorToStringSecurityDescriptorW(descriptor, SDDL_REVISION_1, PARTS, &text, NULL))
        return NOTHING;
    regf_text folded = variables_fold(with, (regf_text){text, (uint32_t)wcslen(text)}, memory);
    regf_bytes result = copy(folded.units, folded.length * 2, memory);
    LocalFree(text);
    return result;
}
