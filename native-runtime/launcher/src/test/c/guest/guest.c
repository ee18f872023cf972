/*
 * A library of the container's alone that programs of Windows are asked to load: rundll32 (Run), Windows Installer (Act),
 * and the surrogate of COM (the class). Each runs a command and hands its exit code on.
 */
#define COBJMACROS
#include <initguid.h>
#include <objbase.h>
#include <stdlib.h>
#include <windows.h>

#include "../guest.h"

static DWORD code_of(const char *command)
{
    STARTUPINFOA startup = {.cb = sizeof startup};
    PROCESS_INFORMATION started;
    DWORD code = GetLastError();
    char *line = _strdup(command);
    if (CreateProcessA(NULL, line, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, NULL, &startup, &started)) {
        WaitForSingleObject(started.hProcess, INFINITE);
        GetExitCodeProcess(started.hProcess, &code);
        CloseHandle(started.hProcess);
        CloseHandle(started.hThread);
    }
    free(line);
    return code;
}

__declspec(dllexport) void CALLBACK Run(HWND window, HINSTANCE self, LPSTR command, int show)
{
    (void)window, (void)self, (void)show;
    ExitProcess(code_of(command));
}

/* The installation fails unless the code is 7. */
__declspec(dllexport) UINT WINAPI Act(ULONG installation)
{
    (void)installation;
    return code_of(GUEST_COMMAND) == 7 ? ERROR_SUCCESS : ERROR_INSTALL_FAILURE;
}

static LONG users; /* of the object and its factory, which both are there for good */

static HRESULT give(void *object, BOOL fits, void **result)
{
    *result = fits ? object : NULL;
    if (!fits)
        return E_NOINTERFACE;
    InterlockedIncrement(&users);
    return S_OK;
}

static HRESULT WINAPI query(IPersist *self, REFIID wanted, void **result)
{
    return give(self, IsEqualIID(wanted, &IID_IUnknown) || IsEqualIID(wanted, &IID_IPersist), result);
}

static ULONG WINAPI add(IPersist *self) { return (void)self, (ULONG)InterlockedIncrement(&users); }
static ULONG WINAPI release(IPersist *self) { return (void)self, (ULONG)InterlockedDecrement(&users); }

/* What this process found out, in the place of a class. */
static HRESULT WINAPI tell(IPersist *self, CLSID *answer)
{
    (void)self;
    *answer = (CLSID){code_of(GUEST_COMMAND), 0, 0, {0}};
    DWORD process = GetCurrentProcessId();
    CopyMemory(answer->Data4, &process, sizeof process);
    return S_OK;
}

static IPersist object = {&(IPersistVtbl){query, add, release, tell}};

static HRESULT WINAPI query_factory(IClassFactory *self, REFIID wanted, void **result)
{
    return give(self, IsEqualIID(wanted, &IID_IUnknown) || IsEqualIID(wanted, &IID_IClassFactory), result);
}

static ULONG WINAPI add_factory(IClassFactory *self) { return (void)self, (ULONG)InterlockedIncrement(&users); }
static ULONG WINAPI release_factory(IClassFactory *self) { return (void)self, (ULONG)InterlockedDecrement(&users); }
static HRESULT WINAPI lock(IClassFactory *self, BOOL on) { return (void)self, (void)on, S_OK; }

static HRESULT WINAPI create(IClassFactory *self, IUnknown *outer, REFIID wanted, void **result)
{
    (void)self;
    return outer ? CLASS_E_NOAGGREGATION : query(&object, wanted, result);
}

static IClassFactory factory = {&(IClassFactoryVtbl){query_factory, add_factory, release_factory, create, lock}};

__declspec(dllexport) HRESULT WINAPI DllGetClassObject(REFCLSID class, REFIID wanted, void **result)
{
    return IsEqualCLSID(class, &GUEST_CLASS) ? query_factory(&factory, wanted, result) : CLASS_E_CLASSNOTAVAILABLE;
}

__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return users ? S_FALSE : S_OK; }
