#include "key_redirection.h"

/* Below Classes everything is shared but these. */
static const wchar_t *const CLASSES[] = {L"CLSID", L"DirectShow", L"Interface", L"Media Type", L"MediaFoundation"};

/* Below HKLM\Software nothing is shared but these. */
static const wchar_t *const SHARED[] = {
    L"Classes", L"Clients", L"Microsoft\\COM3", L"Microsoft\\Cryptography\\Calais\\Current",
    L"Microsoft\\Cryptography\\Calais\\Readers", L"Microsoft\\Cryptography\\Services", L"Microsoft\\CTF\\SystemShared",
    L"Microsoft\\CTF\\TIP", L"Microsoft\\DFS", L"Microsoft\\Driver Signing", L"Microsoft\\EnterpriseCertificates",
    L"Microsoft\\EventSystem", L"Microsoft\\MSMQ", L"Microsoft\\Non-Driver Signing", L"Microsoft\\Notepad\\DefaultFonts",
    L"Microsoft\\OLE", L"Microsoft\\RAS", L"Microsoft\\RPC", L"Microsoft\\Shared Tools\\MSInfo",
    L"Microsoft\\SystemCertificates", L"Microsoft\\TermServLicensing", L"Microsoft\\TransactionServer",
    L"Microsoft\\Windows\\CurrentVersion\\App Paths", L"Microsoft\\Windows\\CurrentVersion\\Control Panel\\Cursors\\Schemes",
    L"Microsoft\\Windows\\CurrentVersion\\Explorer\\AutoplayHandlers",
    L"Microsoft\\Windows\\CurrentVersion\\Explorer\\DriveIcons", L"Microsoft\\Windows\\CurrentVersion\\Explorer\\KindMap",
    L"Microsoft\\Windows\\CurrentVersion\\Group Policy", L"Microsoft\\Windows\\CurrentVersion\\Policies",
    L"Microsoft\\Windows\\CurrentVersion\\PreviewHandlers", L"Microsoft\\Windows\\CurrentVersion\\Setup",
    L"Microsoft\\Windows\\CurrentVersion\\Telephony\\Locations", L"Microsoft\\Windows NT\\CurrentVersion\\Console",
    L"Microsoft\\Windows NT\\CurrentVersion\\FontDpi", L"Microsoft\\Windows NT\\CurrentVersion\\FontLink",
    L"Microsoft\\Windows NT\\CurrentVersion\\FontMapper", L"Microsoft\\Windows NT\\CurrentVersion\\Fonts",
    L"Microsoft\\Windows NT\\CurrentVersion\\FontSubstitutes",
    L"Microsoft\\Windows NT\\CurrentVersion\\Gre_initialize",
    L"Microsoft\\Windows NT\\CurrentVersion\\Image File Execution Options",
    L"Microsoft\\Windows NT\\CurrentVersion\\LanguagePack", L"Microsoft\\Windows NT\\CurrentVersion\\NetworkCards",
    L"Microsoft\\Windows NT\\CurrentVersion\\Perflib", L"Microsoft\\Windows NT\\CurrentVersion\\Ports",
    L"Microsoft\\Windows NT\\CurrentVersion\\Print", L"Microsoft\\Windows NT\\CurrentVersion\\ProfileList",
    L"Microsoft\\Windows NT\\CurrentVersion\\Time Zones", L"Policies", L"RegisteredApplications",
};

static const text SOFTWARE = {L"HKLM\\Software", 13}, USER_CLASSES = {L"HKCU\\Software\\Classes", 21},
                  MACHINE_CLASSES = {L"HKLM\\Software\\Classes", 21}, NODE = {L"\\Wow6432Node", 12};

static bool is_among(text path, const wchar_t *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (text_within(path, text_from(names[i])))
            return true;
    return false;
}

static bool insert(scratch *in, text *view, size_t at)
{
    *view = text_join(in, 3, text_before(*view, at), NODE, text_after(*view, at));
    return true;
}

static text without_node(scratch *in, text view, size_t at)
{
    return text_within(text_after(view, at), NODE) ? text_join(in, 2, text_before(view, at), text_after(view, at + NODE.length))
                                                   : view;
}

/* From a path that names no Wow6432Node to the key itself. */
static bool lead(scratch *in, text *view)
{
    if (text_within(*view, MACHINE_CLASSES) || text_within(*view, USER_CLASSES)) {
        size_t root = MACHINE_CLASSES.length;
        return view->length > root && is_among(text_after(*view, root + 1), CLASSES, sizeof CLASSES / sizeof *CLASSES)
            && insert(in, view, root);
    }
    text below = text_after(*view, SOFTWARE.length);
    return !(below.length && is_among(text_after(below, 1), SHARED, sizeof SHARED / sizeof *SHARED))
        && insert(in, view, SOFTWARE.length);
}

/* A program that steps down key by key has a Wow6432Node in the names of its handles. */
bool key_redirect(scratch *in, text *view)
{
    text before = *view;
    if (text_within(before, SOFTWARE))
        *view = without_node(in, *view, SOFTWARE.length);
    else if (!text_within(before, USER_CLASSES))
        return false;
    if (text_within(*view, MACHINE_CLASSES) || text_within(*view, USER_CLASSES))
        *view = without_node(in, *view, MACHINE_CLASSES.length);
    lead(in, view);
    return !text_equal(*view, before);
}

bool key_follow_shared(scratch *in, text *view)
{
    text before = *view;
    if (!text_within(before, SOFTWARE) || !text_within(text_after(before, SOFTWARE.length), NODE))
        return false;
    text classes = TEXT_OF("HKLM\\Software\\Wow6432Node\\Classes");
    if (text_within(before, classes)) {
        *view = text_join(in, 3, MACHINE_CLASSES, NODE, text_after(before, classes.length));
        return true;
    }
    *view = without_node(in, before, SOFTWARE.length);
    lead(in, view);
    return !text_equal(*view, before);
}

bool key_is_node(text view)
{
    const text parents[] = {SOFTWARE, USER_CLASSES, MACHINE_CLASSES};
    for (size_t i = 0; i < sizeof parents / sizeof *parents; i++)
        if (view.length == parents[i].length + NODE.length && text_within(view, parents[i])
            && text_equal(text_after(view, parents[i].length), NODE))
            return true;
    return false;
}
