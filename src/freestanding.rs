//! What a library without Rust's standard library has to bring along.

#![allow(unsafe_code)]

/// Never reached: that no panic is left is proved by linking. With `--cfg csecrets_prove_no_panic`
/// the handler calls a function that does not exist, so one reachable panic is a link error.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    #[cfg(csecrets_prove_no_panic)]
    {
        unsafe extern "C" {
            fn csecrets_panic_path_is_reachable() -> !;
        }
        // SAFETY: nothing to call: the program does not link.
        unsafe { csecrets_panic_path_is_reachable() }
    }
    #[cfg(not(csecrets_prove_no_panic))]
    // SAFETY: abort takes no argument and never returns.
    unsafe {
        libc::abort()
    }
}

/// The negative control of that proof: with this in the library it must not link.
#[cfg(csecrets_prove_no_panic_control)]
#[unsafe(no_mangle)]
fn csecrets_control(dividend: u32, divisor: u32) -> u32 {
    dividend / divisor
}

// The shipped `core` names this function in its unwind tables, which nobody walks here. Weak, hidden
// and in a section of its own: the linker drops it where it can, and an unoptimised build still loads.
#[cfg(target_os = "linux")]
core::arch::global_asm!(
    ".pushsection .text.rust_eh_personality,\"ax\",%progbits",
    ".weak rust_eh_personality",
    ".hidden rust_eh_personality",
    ".type rust_eh_personality,%function",
    "rust_eh_personality:",
    ".byte 0",
    ".popsection",
);

// The same on 32-bit ARM, whose unwind tables name these two of libgcc's.
#[cfg(all(target_os = "linux", target_arch = "arm"))]
core::arch::global_asm!(
    ".pushsection .text.__aeabi_unwind_cpp,\"ax\",%progbits",
    ".weak __aeabi_unwind_cpp_pr0",
    ".weak __aeabi_unwind_cpp_pr1",
    ".hidden __aeabi_unwind_cpp_pr0",
    ".hidden __aeabi_unwind_cpp_pr1",
    ".type __aeabi_unwind_cpp_pr0,%function",
    ".type __aeabi_unwind_cpp_pr1,%function",
    "__aeabi_unwind_cpp_pr0:",
    "__aeabi_unwind_cpp_pr1:",
    ".byte 0",
    ".popsection",
);
