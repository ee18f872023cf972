#include "key_path.h"

#include "hook.h"
#include "key_handles.h"
#include "key_redirection.h"
#include "key_root.h"
#include "wine.h"

static const text USER = {L"HKCU", 4}, SOFTWARE = {L"HKLM\\Software", 13};
static const text MACHINE_ROOT = {L"\\Registry\\Machine", 17}, USERS_ROOT = {L"\\Registry\\User", 14};
static text user_root; /* \Registry\User\S-1-... */

static const text USER_CLASSES = {L"HKCU\\Software\\Classes", 21}, MACHINE_CLASSES = {L"HKLM\\Software\\Classes", 21};

bool key_path_of_other_class(scratch *in, const key_path *of, key_path *result)
{
    bool of_user = text_within(of->view, USER_CLASSES);
    if (!of->classes || (!of_user && !text_within(of->view, MACHINE_CLASSES)))
        return false;
    *result = *of;
    result->view = text_join(in, 2, of_user ? MACHINE_CLASSES : USER_CLASSES, text_after(of->view, MACHINE_CLASSES.length));
    result->hive = of_user ? HIVE_MACHINE : HIVE_USER;
    result->rewritten = true;
    return true;
}

bool key_path_is_classes(const key_path *of)
{
    return of->classes && text_equal(of->view, MACHINE_CLASSES);
}

void key_paths_start(void)
{
    UNICODE_STRING path;
    if (RtlFormatCurrentUserKeyPath(&path) < 0)
        return;
    user_root = text_keep(text_of(path));
    RtlFreeUnicodeString(&path);
}

key_path key_path_of_root(hive of)
{
    return (key_path){.view = of == HIVE_USER ? USER : SOFTWARE, .hive = of};
}

size_t key_path_root(const key_path *of)
{
    return of->hive == HIVE_USER ? USER.length : SOFTWARE.length;
}

text key_path_relative(const key_path *of)
{
    size_t root = key_path_root(of);
    return text_after(of->view, of->view.length > root ? root + 1 : root);
}

text key_path_name(const key_path *of)
{
    size_t slash = text_last(of->view, L'\\');
    return slash == of->view.length ? of->view : text_after(of->view, slash + 1);
}

bool key_path_parent(const key_path *of, key_path *parent)
{
    if (of->hive == HIVE_NONE || of->view.length <= key_path_root(of))
        return false;
    *parent = *of;
    parent->view = text_before(of->view, text_last(of->view, L'\\'));
    return true;
}

text key_path_on_host(scratch *in, const key_path *of)
{
    if (text_within(of->view, USER))
        return text_join(in, 2, user_root, text_after(of->view, USER.length));
    bool machine = text_starts(of->view, TEXT_OF("HKLM"));
    return text_join(in, 2, machine ? MACHINE_ROOT : USERS_ROOT, text_after(of->view, machine ? 4 : 3));
}

static void set_hive(key_path *path)
{
    path->hive = text_within(path->view, USER) ? HIVE_USER : text_within(path->view, SOFTWARE) ? HIVE_MACHINE : HIVE_NONE;
}

static bool replace(scratch *in, text path, text root, text by, key_path *result)
{
    if (!root.length || !text_within(path, root))
        return false;
    result->view = text_join(in, 2, by, text_after(path, root.length));
    return true;
}

/* From \Registry\..., without a backslash at the end. */
static bool from_absolute(scratch *in, text path, key_path *result, bool *in_container)
{
    *result = (key_path){0};
    if (path.length && path.at[path.length - 1] == L'\\')
        path.length--;
    bool own = replace(in, path, key_root_name(HIVE_USER), USER, result)
            || replace(in, path, key_root_name(HIVE_MACHINE), SOFTWARE, result);
    if (in_container)
        *in_container = own;
    text classes = text_join(in, 2, user_root, TEXT_OF("_Classes"));
    bool as_classes = !own && user_root.length && replace(in, path, classes, USER_CLASSES, result);
    result->rewritten = own || as_classes;
    if (!own && !as_classes && !replace(in, path, user_root, USER, result)
        && !replace(in, path, MACHINE_ROOT, TEXT_OF("HKLM"), result) && !replace(in, path, USERS_ROOT, TEXT_OF("HKU"), result))
        return false;
    set_hive(result);
    if (!own)
        result->rewritten |= key_follow_shared(in, &result->view);
    return true;
}

bool key_path_of_handle(scratch *in, HANDLE key, key_path *result, bool *in_container)
{
    ULONG size = 600, needed = 0;
    key_full_name *answer = scratch_get(in, size);
    NTSTATUS status = real.NtQueryKey(key, KEY_INFO_NAME, answer, size, &needed);
    if (status < 0 && needed > size) {
        answer = scratch_get(in, needed);
        status = real.NtQueryKey(key, KEY_INFO_NAME, answer, needed, &needed);
    }
    return status >= 0 && from_absolute(in, (text){answer->Name, answer->NameLength / sizeof(WCHAR)}, result, in_container);
}

static text joined(scratch *in, text above, text name)
{
    if (name.length && name.at[name.length - 1] == L'\\')
        name.length--;
    return text_join(in, 3, above, TEXT_OF("\\"), name);
}

key_path key_path_below(scratch *in, const key_path *above, text name)
{
    key_path result = *above;
    result.view = joined(in, above->view, name);
    set_hive(&result);
    return result;
}

/* By way of HKEY_USERS the user's own keys are reached, too. */
static void settle_user(scratch *in, key_path *path)
{
    if (!user_root.length || !text_within(path->view, TEXT_OF("HKU")))
        return;
    key_path found = *path;
    text full = key_path_on_host(in, path), classes = text_join(in, 2, user_root, TEXT_OF("_Classes"));
    bool as_classes = replace(in, full, classes, USER_CLASSES, &found);
    if (as_classes || replace(in, full, user_root, USER, &found))
        path->view = found.view;
    path->rewritten |= as_classes;
}

static bool from_relative(scratch *in, const OBJECT_ATTRIBUTES *attributes, key_path *result)
{
    key_record *record = key_take(attributes->RootDirectory);
    if (!record)
        return false;
    text name = text_of(*attributes->ObjectName);
    text above = text_copy(in, key_record_path(record).view);
    *result = (key_path){.view = name.length ? joined(in, above, name) : above,
                         .rewritten = record->handle == record->own,
                         .classes = record->classes, .follows_64 = record->follows_64};
    key_let_go(record);
    if (name.length && name.at[0] == L'\\')
        return false; /* the real call knows what to say of it */
    settle_user(in, result);
    set_hive(result);
    result->rewritten |= key_follow_shared(in, &result->view);
    return true;
}

bool key_path_of(scratch *in, const OBJECT_ATTRIBUTES *attributes, ACCESS_MASK access, key_path *result)
{
    if (!attributes || !attributes->ObjectName || attributes->ObjectName->Length % sizeof(WCHAR))
        return false;
    if (attributes->RootDirectory ? !from_relative(in, attributes, result)
                                  : !from_absolute(in, text_of(*attributes->ObjectName), result, NULL))
        return false;
    result->classes |= is_wine() && !attributes->RootDirectory && text_equal(result->view, MACHINE_CLASSES);
    result->flags = attributes->Attributes & ~(ULONG)OBJ_OPENIF;
    bool as_32 = access & KEY_WOW64_32KEY || (!(access & KEY_WOW64_64KEY) && redirected && !result->follows_64);
    result->follows_64 = redirected && !as_32;
    if (as_32 && result->hive != HIVE_NONE && key_redirect(in, &result->view)) {
        result->rewritten = true;
        set_hive(result);
    }
    return true;
}
