#include "key_turn.h"

#include "hook.h"
#include "key_make.h"
#include "view.h"

#include <string.h>

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

static session_deletion *deletion(void)
{
    return &session_index_of(session)->deletion;
}

/* Its thread is no more, or its turn would not be over. */
static void finish(session_deletion *left)
{
    scratch memory;
    HANDLE own;
    key_mark mark = MARK_NONE;
    scratch_begin(&memory);
    key_path path = {.view = text_copy(&memory, (text){(const wchar_t *)left->path, left->length}), .hive = (hive)left->hive};
    bool made = left->made, there = key_open_own(&path, KEY_ALL_ACCESS, 0, &own) >= 0;
    left->thread = (uint32_t)thread_id();
    if (there)
        key_mark_of(&memory, &path, &mark);
    if (there && !made && !(mark & MARK_WHITEOUT))
        key_remove_own(&memory, &path, own);
    if (there)
        real.NtClose(own);
    if (!there || !made)
        key_whiteout_put(&memory, &path);
    scratch_release(&memory);
    key_turn_deleted();
    key_changed();
}

void key_turn_deletes(const key_path *of, bool made_again)
{
    session_deletion *begun = deletion();
    if (of->view.length > DELETION_LONGEST)
        return;
    memcpy(begun->path, of->view.at, of->view.length * sizeof *begun->path);
    begun->length = (uint32_t)of->view.length;
    begun->hive = of->hive;
    begun->made = made_again;
    InterlockedExchange((volatile LONG *)&begun->thread, (LONG)thread_id());
}

void key_turn_deleted(void)
{
    InterlockedExchange((volatile LONG *)&deletion()->thread, 0);
}

bool key_turn_is_deleting(void)
{
    return deletion()->thread;
}

/* Whoever holds it may have been suspended, by this thread even: after so long its turn is over. */
void key_turn_take(void)
{
    LARGE_INTEGER limit = {.QuadPart = -10LL * 1000 * 10000};
    NTSTATUS status = NtWaitForSingleObject(turn(), FALSE, &limit);
    session_deletion *left = deletion();
    if (left->thread && left->thread != thread_id() && status != STATUS_TIMEOUT)
        finish(left);
}

void key_turn_end(void)
{
    NtReleaseMutant(turn(), NULL);
}
