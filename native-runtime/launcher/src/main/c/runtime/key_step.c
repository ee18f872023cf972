#include "key_step.h"

#include "hook.h"
#include "key_layer.h"
#include "key_make.h"
#include "key_root.h"

#include "../session/step.h"

static volatile LONG *thread_in_step(void)
{
    return (volatile LONG *)&session_index_of(session)->keys_step;
}

static UNICODE_STRING value_name(void)
{
    return text_unicode(TEXT_OF(STEP_VALUE));
}

static NTSTATUS write(scratch *in, const key_path *of, bool made_again)
{
    HANDLE state;
    UNICODE_STRING name = value_name();
    text step = text_join(in, 4, made_again ? TEXT_OF(STEP_MAKES) : TEXT_OF(STEP_DELETES), key_root_in_session(of->hive),
                          TEXT_OF("\\"), key_path_relative(of));
    NTSTATUS status = key_root_state(&state);
    return status < 0 ? status : real.NtSetValueKey(state, &name, 0, REG_SZ, step.at, (ULONG)((step.length + 1) * sizeof *step.at));
}

/* The thread first, and last: without the text it says that nothing was begun. */
NTSTATUS key_step_begin(scratch *in, const key_path *of, bool made_again)
{
    InterlockedExchange(thread_in_step(), (LONG)thread_id());
    NTSTATUS status = write(in, of, made_again);
    if (status < 0)
        InterlockedExchange(thread_in_step(), 0);
    return status;
}

void key_step_end(void)
{
    HANDLE state;
    UNICODE_STRING name = value_name();
    if (key_root_state(&state) >= 0)
        real.NtDeleteValueKey(state, &name);
    InterlockedExchange(thread_in_step(), 0);
}

bool key_step_is_begun(void)
{
    return *thread_in_step();
}

static bool read(scratch *in, text *step)
{
    HANDLE state;
    if (key_root_state(&state) < 0)
        return false;
    const value_partial *answer = key_read_value(in, state, TEXT_OF(STEP_VALUE));
    if (!answer || answer->DataLength < sizeof(wchar_t))
        return false;
    *step = (text){(const wchar_t *)answer->Data, answer->DataLength / sizeof(wchar_t) - 1};
    return true;
}

static bool parse(scratch *in, text step, key_path *path, bool *made)
{
    *made = text_starts(step, TEXT_OF(STEP_MAKES));
    text place = text_after(step, (*made ? TEXT_OF(STEP_MAKES) : TEXT_OF(STEP_DELETES)).length);
    for (hive each = HIVE_USER; each <= HIVE_MACHINE; each++) {
        text root = key_root_in_session(each);
        if (!text_within(place, root) || place.length == root.length)
            continue;
        *path = key_path_of_root(each);
        path->view = text_join(in, 2, path->view, text_after(place, root.length));
        return true;
    }
    return false;
}

static void finish(scratch *in, const key_path *path, bool made)
{
    HANDLE own;
    key_mark mark = MARK_NONE;
    bool there = key_open_own(path, KEY_ALL_ACCESS, 0, &own) >= 0;
    if (there)
        key_mark_of(in, path, &mark);
    if (there && !made && !(mark & MARK_WHITEOUT))
        key_remove_own(in, path, own);
    if (there)
        real.NtClose(own);
    if (!there || !made)
        key_whiteout_put(in, path);
}

void key_step_finish_left(void)
{
    LONG left = *thread_in_step();
    scratch memory;
    text step;
    key_path path;
    bool made;
    if (!left || left == (LONG)thread_id())
        return;
    InterlockedExchange(thread_in_step(), (LONG)thread_id());
    scratch_begin(&memory);
    if (read(&memory, &step) && parse(&memory, step, &path, &made))
        finish(&memory, &path, made);
    scratch_release(&memory);
    key_step_end();
    key_changed();
}
