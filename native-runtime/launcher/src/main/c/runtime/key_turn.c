#include "key_turn.h"

#include "hook.h"
#include "key_step.h"
#include "view.h"

static HANDLE turn(void)
{
    static HANDLE mutant;
    if (mutant)
        return mutant;
    OBJECT_ATTRIBUTES attributes;
    HANDLE made = NULL;
    scratch memory;
    scratch_begin(&memory);
    UNICODE_STRING name = text_unicode(text_join(&memory, 2, session_at(session->name), TEXT_OF("-keys")));
    InitializeObjectAttributes(&attributes, &name, OBJ_OPENIF | OBJ_CASE_INSENSITIVE, NULL, NULL);
    NtCreateMutant(&made, MUTANT_ALL_ACCESS, &attributes, FALSE);
    scratch_release(&memory);
    if (made && InterlockedCompareExchangePointer(&mutant, made, NULL))
        real.NtClose(made);
    return mutant;
}

/* Whoever holds it may have been suspended, by this thread even: after so long its turn is over. */
void key_turn_take(void)
{
    LARGE_INTEGER limit = {.QuadPart = -10LL * 1000 * 10000};
    NTSTATUS status = NtWaitForSingleObject(turn(), FALSE, &limit);
    if (status != STATUS_TIMEOUT)
        key_step_finish_left();
}

void key_turn_end(void)
{
    NtReleaseMutant(turn(), NULL);
}
