#include "name.h"

#include "hook.h"
#include "redirection.h"
#include "short_name.h"

#include <string.h>

static bool is_drive(text path)
{
    return path.length > 2 && path.at[1] == L':' && path.at[2] == L'\\' && text_upper(path.at[0]) >= L'A'
        && text_upper(path.at[0]) <= L'Z';
}

static bool from_device(scratch *in, text path, text *dos)
{
    const session_pair *devices = session_pairs(session, session->devices);
    for (uint32_t i = 0; i < session->devices.count; i++) {
        text device = session_at(devices[i].to);
        if (path.length > device.length && text_within(path, device)) {
            *dos = text_join(in, 2, session_at(devices[i].from), text_after(path, device.length));
            return true;
        }
    }
    return false;
}

/* \??\C:\x and its other spellings as C:\x. */
static bool to_dos(scratch *in, text path, text *dos)
{
    const text prefixes[] = {TEXT_OF("\\??\\"), TEXT_OF("\\DosDevices\\"), TEXT_OF("\\GLOBAL??\\")};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (text_starts(path, prefixes[i])) {
            *dos = text_after(path, prefixes[i].length);
            if (text_starts(*dos, TEXT_OF("GLOBALROOT\\Device\\")))
                return from_device(in, text_after(*dos, 10), dos);
            if (text_starts(*dos, TEXT_OF("Volume{")))
                return from_device(in, path, dos);
            return is_drive(*dos);
        }
    if (text_starts(path, TEXT_OF("\\SystemRoot\\"))) {
        *dos = text_join(in, 2, session_at(session->windows), text_after(path, 11));
        return true;
    }
    return text_starts(path, TEXT_OF("\\Device\\")) && from_device(in, path, dos);
}

static void split(text path, name *result)
{
    size_t start = text_last(path, L'\\');
    start = start == path.length ? 2 : start;
    size_t colon = start;
    while (colon < path.length && (colon < 2 || path.at[colon] != L':'))
        colon++;
    result->stream = text_after(path, colon);
    path.length = colon;
    result->slash = path.length && path.at[path.length - 1] == L'\\';
    while (path.length > 2 && path.at[path.length - 1] == L'\\')
        path.length--;
    result->view = path;
}

/* The container's own place shows through nowhere: a path in it is the path of the view that it holds. */
static bool leave_container(scratch *in, name *result, bool *in_container)
{
    bool inside = view_is_container(result->view);
    if (in_container)
        *in_container = inside;
    if (!inside)
        return true;
    result->rewritten = true;
    return view_from_container(in, result->view, &result->view);
}

static void follow_junctions(scratch *in, name *result)
{
    text target = short_names_expand(in, view_without_junctions(in, result->view));
    result->rewritten |= target.at != result->view.at;
    result->view = target;
}

static bool absolute(scratch *in, text path, bool redirects, name *result)
{
    text dos;
    if (!to_dos(in, path, &dos))
        return false;
    result->rewritten = dos.at < path.at || dos.at > path.at + path.length; /* a device's name, or \\SystemRoot */
    split(dos, result);
    if (!leave_container(in, result, NULL))
        return false;
    if (redirects)
        result->view = redirection_follow(in, result->view);
    follow_junctions(in, result);
    return true;
}

bool name_of_path(scratch *in, text path, name *result)
{
    return absolute(in, path, redirected, result);
}

bool name_of_target(scratch *in, text path, name *result)
{
    return absolute(in, path, false, result);
}

static bool handle_path(scratch *in, HANDLE file, text *path)
{
    ULONG size = 512;
    for (int attempt = 0; attempt < 3; attempt++) {
        UNICODE_STRING *answer = scratch_get(in, size);
        ULONG needed = 0;
        NTSTATUS status = real.NtQueryObject(file, (OBJECT_INFORMATION_CLASS)OBJECT_NAME, answer, size, &needed);
        if (status >= 0) {
            *path = text_of(*answer);
            return path->length != 0;
        }
        if (needed <= size)
            return false;
        size = needed;
    }
    return false;
}

bool name_of_handle(scratch *in, HANDLE file, name *result, bool *in_container)
{
    text path, dos;
    if (!handle_path(in, file, &path) || !to_dos(in, path, &dos))
        return false;
    result->rewritten = false;
    split(dos, result);
    return leave_container(in, result, in_container);
}

bool name_of(scratch *in, const OBJECT_ATTRIBUTES *attributes, name *result)
{
    if (!attributes || !attributes->ObjectName)
        return false;
    text given = text_of(*attributes->ObjectName);
    if (!attributes->RootDirectory)
        return name_of_path(in, given, result);
    name folder;
    bool in_container;
    if (!name_of_handle(in, attributes->RootDirectory, &folder, &in_container))
        return false;
    if (!given.length) {
        *result = folder;
        return true;
    }
    text separator = {L"\\", given.at[0] == L':' ? 0 : 1};
    split(text_join(in, 3, folder.view, separator, given), result);
    result->rewritten = folder.rewritten;
    follow_junctions(in, result);
    return true;
}

text name_to_nt(scratch *in, text path)
{
    return text_join(in, 3, TEXT_OF("\\??\\"), path, path.length == 2 ? TEXT_OF("\\") : TEXT_OF(""));
}

text name_on_host(scratch *in, const name *from)
{
    text path = redirected ? redirection_undo(in, from->view) : from->view;
    text slash = from->slash || path.length == 2 ? TEXT_OF("\\") : TEXT_OF("");
    return text_join(in, 4, TEXT_OF("\\??\\"), path, slash, from->stream);
}
