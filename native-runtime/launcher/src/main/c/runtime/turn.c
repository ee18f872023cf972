#include "turn.h"

#include "view.h"

static HANDLE mutex;

static HANDLE opened(void)
{
    if (mutex)
        return mutex;
    scratch memory;
    scratch_begin(&memory);
    UNICODE_STRING name = text_unicode(text_join(&memory, 2, session_at(session->name), TEXT_OF("-turn")));
    OBJECT_ATTRIBUTES attributes;
    InitializeObjectAttributes(&attributes, &name, OBJ_OPENIF | OBJ_CASE_INSENSITIVE, NULL, NULL);
    HANDLE made = NULL;
    if (NtCreateMutant(&made, SYNCHRONIZE | MUTANT_QUERY_STATE, &attributes, FALSE) < 0)
        made = NULL;
    scratch_release(&memory);
    if (made && InterlockedCompareExchangePointer(&mutex, made, NULL))
        NtClose(made);
    return mutex;
}

void turn_take(void)
{
    if (opened())
        NtWaitForSingleObject(mutex, FALSE, NULL);
}

void turn_end(void)
{
    if (mutex)
        NtReleaseMutant(mutex, NULL);
}
