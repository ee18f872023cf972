#include "identity.h"

#include "view.h"

/* The texts live as long as the process. */
static bool correct(UNICODE_STRING *path)
{
    scratch memory;
    text view, given = text_of(*path);
    scratch_begin(&memory);
    if (text_starts(given, TEXT_OF("\\??\\")) || text_starts(given, TEXT_OF("\\\\?\\")))
        given = text_after(given, 4);
    bool inside = view_from_container(&memory, given, &view);
    if (inside) {
        *path = text_unicode(text_keep(view));
        path->MaximumLength = (USHORT)(path->Length + sizeof *path->Buffer);
    }
    scratch_release(&memory);
    return inside;
}

void identity_correct(void)
{
    PEB *peb = RtlGetCurrentPeb();
    correct(&((process_parameters *)peb->ProcessParameters)->ImagePathName);
    LIST_ENTRY *modules = (LIST_ENTRY *)((char *)peb->Ldr + offsetof(PEB_LDR_DATA, InMemoryOrderModuleList)
                                         - sizeof(LIST_ENTRY)); /* InLoadOrderModuleList: the program is first */
    loader_entry *program = CONTAINING_RECORD(modules->Flink, loader_entry, InLoadOrder);
    if (correct(&program->FullDllName)) {
        text full = text_of(program->FullDllName);
        text last = text_after(full, text_last(full, L'\\') + 1);
        program->BaseDllName = text_unicode(last);
        program->BaseDllName.MaximumLength = (USHORT)(program->BaseDllName.Length + sizeof(wchar_t));
    }
}
