/*
 * Security descriptors of keys below HKEY_CURRENT_USER, in the security descriptor definition language.
 *   secure_keys set KEY TEXT...  sets what each text has, by one handle; USER in it is the user's SID
 *   secure_keys make KEY TEXT    makes the key with it, by the native call (Wine's RegCreateKeyEx forgets it)
 *   secure_keys show KEY         writes the owner and the list, and how many values the key has
 *   secure_keys link KEY         makes a symbolic link; writes the Windows error
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <sddl.h>
#include <shellapi.h>
#include <winternl.h>

NTSYSAPI NTSTATUS NTAPI NtCreateKey(HANDLE *, ACCESS_MASK, OBJECT_ATTRIBUTES *, ULONG, const UNICODE_STRING *, ULONG, ULONG *);

static const wchar_t *user(void)
{
    BYTE room[256];
    DWORD size;
    HANDLE token;
    wchar_t *text;
    if (!OpenProcessToken(GetCurrentProcess(), TOKEN_QUERY, &token) || !GetTokenInformation(token, TokenUser, room, sizeof room, &size)
        || !ConvertSidToStringSidW(((TOKEN_USER *)(void *)room)->User.Sid, &text))
        exit(3);
    return text;
}

static PSECURITY_DESCRIPTOR descriptor(const wchar_t *text)
{
    static wchar_t whole[1024];
    PSECURITY_DESCRIPTOR made;
    const wchar_t *at;
    whole[0] = 0;
    for (size_t used = 0; (at = wcsstr(text, L"USER")); text = at + 4)
        used += (size_t)swprintf(whole + used, 1024 - used, L"%.*ls%ls", (int)(at - text), text, user());
    wcscat(whole, text);
    if (!ConvertStringSecurityDescriptorToSecurityDescriptorW(whole, SDDL_REVISION_1, &made, NULL))
        exit(4);
    return made;
}

static SECURITY_INFORMATION parts_of(const wchar_t *text)
{
    return (wcsstr(text, L"O:") ? OWNER_SECURITY_INFORMATION : 0) | (wcsstr(text, L"D:") ? DACL_SECURITY_INFORMATION : 0);
}

static HKEY open(const wchar_t *path, REGSAM access)
{
    HKEY key;
    LSTATUS error = RegOpenKeyExW(HKEY_CURRENT_USER, path, 0, access, &key);
    if (error) {
        printf("unopened-%ld\n", error);
        exit(0);
    }
    return key;
}

static NTSTATUS make(const wchar_t *path, PSECURITY_DESCRIPTOR with)
{
    UNICODE_STRING name;
    OBJECT_ATTRIBUTES attributes;
    HANDLE made;
    HKEY user_key;
    if (RegOpenCurrentUser(KEY_ALL_ACCESS, &user_key))
        exit(5);
    RtlInitUnicodeString(&name, path);
    InitializeObjectAttributes(&attributes, &name, OBJ_CASE_INSENSITIVE, user_key, with);
    return NtCreateKey(&made, KEY_ALL_ACCESS, &attributes, 0, NULL, 0, NULL);
}

static void show(HKEY key)
{
    enum { PARTS = OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION };
    BYTE room[1024];
    DWORD size = sizeof room, values = 99;
    wchar_t *text, whole[1024] = L"";
    LSTATUS error = RegGetKeySecurity(key, PARTS, room, &size);
    if (error || !ConvertSecurityDescriptorToStringSecurityDescriptorW(room, SDDL_REVISION_1, PARTS, &text, NULL)) {
        printf("error-%ld\n", error);
        return;
    }
    const wchar_t *at, *sid = user();
    for (; (at = wcsstr(text, sid)); text = (wchar_t *)at + wcslen(sid))
        swprintf(whole + wcslen(whole), 512, L"%.*lsUSER", (int)(at - text), text);
    wcscat(whole, text);
    RegQueryInfoKeyW(key, NULL, NULL, NULL, NULL, NULL, NULL, &values, NULL, NULL, NULL, NULL);
    printf("%ls %lu\n", whole, values);
}

int main(void)
{
    int count;
    wchar_t **words = CommandLineToArgvW(GetCommandLineW(), &count);
    HKEY key;
    if (count >= 4 && !wcscmp(words[1], L"set")) {
        key = open(words[2], WRITE_DAC | (wcsstr(words[3], L"O:") ? WRITE_OWNER : 0));
        for (int i = 3; i < count; i++)
            printf("%ld\n", RegSetKeySecurity(key, parts_of(words[i]), descriptor(words[i])));
    } else if (count == 4 && !wcscmp(words[1], L"make")) {
        printf("%08lx\n", make(words[2], descriptor(words[3])));
    } else if (count == 3 && !wcscmp(words[1], L"show")) {
        show(open(words[2], KEY_READ));
    } else if (count == 3 && !wcscmp(words[1], L"link")) {
        printf("%ld\n", RegCreateKeyExW(HKEY_CURRENT_USER, words[2], 0, NULL, REG_OPTION_CREATE_LINK, KEY_ALL_ACCESS, NULL, &key, NULL));
    } else {
        return 2;
    }
    return 0;
}
