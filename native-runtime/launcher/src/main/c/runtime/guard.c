/* The stack protector's part of a C runtime. */
#include "guard.h"

#include "nt.h"

#include <stdint.h>

uintptr_t __stack_chk_guard = (uintptr_t)0x6b5dab1e0d0aff00;

__attribute__((noreturn)) void __stack_chk_fail(void)
{
    NtTerminateProcess(this_process(), STATUS(0xC0000409)); /* STATUS_STACK_BUFFER_OVERRUN */
    __builtin_unreachable();
}

__attribute__((optimize("no-stack-protector"))) void guard_start(void)
{
    LARGE_INTEGER now;
    NtQuerySystemTime(&now);
    uintptr_t mixed = (uintptr_t)now.QuadPart ^ (uintptr_t)RtlGetCurrentPeb() ^ (uintptr_t)&now;
    mixed *= (uintptr_t)0x9e3779b97f4a7c15;
    __stack_chk_guard ^= mixed & ~(uintptr_t)0xff; /* the lowest byte stays 0, which ends strings */
}
