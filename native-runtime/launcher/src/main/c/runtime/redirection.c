#include "redirection.h"

static const text KEPT[] = {
    {L"\\catroot", 8},  {L"\\catroot2", 9}, {L"\\driverstore", 12}, {L"\\drivers\\etc", 12},
    {L"\\logfiles", 9}, {L"\\spool", 6},
};

static bool below(text path, text folder, text *rest)
{
    text windows = session_at(session->windows);
    if (!text_within(path, windows))
        return false;
    text inside = text_after(path, windows.length);
    if (!text_within(inside, folder))
        return false;
    *rest = text_after(inside, folder.length);
    return true;
}

/* A thread may have switched it off (Wow64DisableWow64FsRedirection). */
static bool is_off(void)
{
    ULONG before = 0, ignored;
    if (RtlWow64EnableFsRedirectionEx(1, &before) < 0)
        return false;
    RtlWow64EnableFsRedirectionEx(before, &ignored);
    return before != 0;
}

text redirection_follow(scratch *in, text path)
{
    text windows = session_at(session->windows), rest;
    if (below(path, TEXT_OF("\\sysnative"), &rest))
        return text_join(in, 3, windows, TEXT_OF("\\System32"), rest);
    if (!below(path, TEXT_OF("\\system32"), &rest))
        return path;
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        if (text_within(rest, KEPT[i]))
            return path;
    return is_off() ? path : text_join(in, 3, windows, TEXT_OF("\\SysWOW64"), rest);
}

text redirection_undo(scratch *in, text path)
{
    text rest;
    if (!below(path, TEXT_OF("\\system32"), &rest))
        return path;
    return text_join(in, 3, session_at(session->windows), TEXT_OF("\\Sysnative"), rest);
}
