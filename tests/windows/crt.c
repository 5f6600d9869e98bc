/* crt.c - what the static library asks of Microsoft's C library beside functions of a DLL */

int _fltused;

/* Touches each page of a large stack frame, whose size is in rax. */
__attribute__((naked)) void __chkstk(void)
{
    __asm__("push %rcx\n"
            "push %rax\n"
            "lea 24(%rsp), %rcx\n"
            "1: cmp $4096, %rax\n"
            "jb 2f\n"
            "sub $4096, %rcx\n"
            "orl $0, (%rcx)\n"
            "sub $4096, %rax\n"
            "jmp 1b\n"
            "2: sub %rax, %rcx\n"
            "orl $0, (%rcx)\n"
            "pop %rax\n"
            "pop %rcx\n"
            "ret\n");
}
