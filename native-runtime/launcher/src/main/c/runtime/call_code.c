#include "call_code.h"

#include "../session/session.h"

#include <stddef.h>

/* What the code below spells as numbers. */
_Static_assert(offsetof(call_data, load) == 0 && offsetof(call_data, find) == 8 && offsetof(call_data, end) == 16, "");
_Static_assert(offsetof(call_data, module) == 24 && offsetof(call_data, entry) == 32, "");
_Static_assert(offsetof(call_data, record) == 40 && offsetof(call_data, library) == 48, "");
_Static_assert(offsetof(call_data, runs_anyway) == 64 && CALL_ORDINAL == 4 && SESSION_NOT_ENTERED == 0xE0435452u, "");

/* stdcall: data, two arguments that nobody needs */
__asm__(".section .rdata,\"dr\"\n"
        ".code32\n"
        ".intel_syntax noprefix\n"
        "ctnr_narrow_code:\n"
        "    push ebx\n"
        "    mov ebx, [esp + 8]\n"
        "    lea eax, [ebx + 24]\n" /* module */
        "    push eax\n"
        "    lea eax, [ebx + 48]\n" /* library */
        "    push eax\n"
        "    push 0\n"
        "    push 0\n"
        "    call [ebx]\n" /* load */
        "    test eax, eax\n"
        "    js 2f\n"
        "    lea eax, [ebx + 32]\n" /* entry */
        "    push eax\n"
        "    push 4\n"
        "    push 0\n"
        "    push [ebx + 24]\n"
        "    call [ebx + 8]\n" /* find */
        "    test eax, eax\n"
        "    js 2f\n"
        "    push [ebx + 40]\n" /* record */
        "    call [ebx + 32]\n"
        "    test eax, eax\n"
        "    js 2f\n"
        "1:  pop ebx\n"
        "    ret 12\n"
        "2:  cmp dword ptr [ebx + 64], 0\n" /* runs_anyway */
        "    jne 1b\n"
        "    push 0xE0435452\n"
        "    push -1\n"
        "    call [ebx + 16]\n" /* end */
        "    ud2\n"
        "ctnr_narrow_code_end:\n"
#ifdef _WIN64
        ".code64\n"
        "ctnr_wide_code:\n"
        "    push rbx\n"
        "    sub rsp, 32\n" /* room that callees may use */
        "    mov rbx, rcx\n"
        "    xor ecx, ecx\n"
        "    xor edx, edx\n"
        "    lea r8, [rbx + 48]\n"
        "    lea r9, [rbx + 24]\n"
        "    call [rbx]\n"
        "    test eax, eax\n"
        "    js 2f\n"
        "    mov rcx, [rbx + 24]\n"
        "    xor edx, edx\n"
        "    mov r8d, 4\n"
        "    lea r9, [rbx + 32]\n"
        "    call [rbx + 8]\n"
        "    test eax, eax\n"
        "    js 2f\n"
        "    mov rcx, [rbx + 40]\n"
        "    call [rbx + 32]\n"
        "    test eax, eax\n"
        "    js 2f\n"
        "1:  add rsp, 32\n"
        "    pop rbx\n"
        "    ret\n"
        "2:  cmp dword ptr [rbx + 64], 0\n"
        "    jne 1b\n"
        "    mov rcx, -1\n"
        "    mov edx, 0xE0435452\n"
        "    call [rbx + 16]\n"
        "    ud2\n"
        "ctnr_wide_code_end:\n"
#endif
        ".att_syntax\n"
        ".text\n");

extern const char narrow_code[] __asm__("ctnr_narrow_code"), narrow_code_end[] __asm__("ctnr_narrow_code_end");
#ifdef _WIN64
extern const char wide_code[] __asm__("ctnr_wide_code"), wide_code_end[] __asm__("ctnr_wide_code_end");
#endif

const void *call_code(bool wide, size_t *size)
{
#ifdef _WIN64
    *size = (size_t)(wide ? wide_code_end - wide_code : narrow_code_end - narrow_code);
    return wide ? wide_code : narrow_code;
#else
    (void)wide; /* a 32-bit process brings the library into its like alone */
    *size = (size_t)(narrow_code_end - narrow_code);
    return narrow_code;
#endif
}
