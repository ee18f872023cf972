/*
 * For the launcher: nobody gives a key to an owner other than the user, as on Windows; Wine gives it to anybody. What is
 * called is this, since the call goes by the pointer that the import library would have.
 */
#include <windows.h>

typedef LONG NTAPI set_security(HANDLE, SECURITY_INFORMATION, PSECURITY_DESCRIPTOR);

enum { INVALID_OWNER = (LONG)0xC000005A };

static BOOL is_the_users(PSECURITY_DESCRIPTOR descriptor)
{
    BYTE room[256] __attribute__((aligned(8)));
    DWORD size;
    HANDLE token;
    PSID owner = NULL;
    BOOL ignored, same = FALSE;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token))
        return FALSE;
    if (GetTokenInformation(token, TokenUser, room, sizeof room, &size) && GetSecurityDescriptorOwner(descriptor, &owner, &ignored))
        same = owner && EqualSid(owner, ((TOKEN_USER *)(void *)room)->User.Sid);
    CloseHandle(token);
    return same;
}

static LONG NTAPI set(HANDLE object, SECURITY_INFORMATION parts, PSECURITY_DESCRIPTOR descriptor)
{
    set_security *real = (set_security *)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "NtSetSecurityObject");
    return parts & OWNER_SECURITY_INFORMATION && !is_the_users(descriptor) ? INVALID_OWNER : real(object, parts, descriptor);
}

set_security *__imp_NtSetSecurityObject = set;
