//! The kernel's generator, called without entering the kernel: Linux ≥ 6.11 maps a function for it
//! into every process (`vgetrandom`, lib/vdso/getrandom.c). It keeps a key and a batch of bytes in
//! memory of the caller, which the kernel wipes on fork, and which it outdates when it reseeds, as
//! it does after the snapshot of a virtual machine: no state of ours has to be protected.
//!
//! That memory is cut into slots, one for each call under way. A caller takes a free one with one
//! atomic exchange and gives it back afterwards; nobody ever waits. Why that is right:
//!
//! - Threads, signal handlers: whoever comes while a slot is taken takes another. With all slots
//!   taken, the system call answers.
//! - fork: the child's slots are wiped by the kernel, and the function starts again where it finds
//!   its slot wiped under way. Slots that other threads of the parent held stay taken in the child,
//!   where nobody gives them back: lost, which costs speed and nothing else. The same goes for
//!   siglongjmp out of a handler that interrupted a call, asynchronous cancellation, and a child of
//!   vfork that was killed. A slot is never guessed to be free.
//! - vfork, clone with CLONE_VM: flags and slots are shared alike, so the exchange decides.
//! - fork inside a signal handler that interrupted a call: in the child, that call finds its slot
//!   wiped and starts again; its slot is its own in both processes.
//! - Memory pressure: the kernel may drop the slots' pages, which wipes them as fork does. The flags
//!   live elsewhere, in ordinary memory.
//! - seccomp: the mapping is made once, by the first draw or `prepare`. Later calls make no system
//!   call but getrandom, and where that is denied the function fails when it has to reseed.
//! - Anything but the length that was asked for is a failure: the caller starts again with the system
//!   call, after the slot is given back, since libc's getrandom is a cancellation point.

#![allow(clippy::cast_possible_truncation)] // Only built where a usize has 64 bits.

mod elf;

use core::ffi::{CStr, c_int, c_uint, c_void};
use core::mem::{MaybeUninit, transmute};
use core::ptr::{NonNull, null_mut, without_provenance_mut};
use core::sync::atomic::Ordering::{AcqRel, Acquire, Relaxed, Release};
use core::sync::atomic::{AtomicBool, AtomicPtr, AtomicUsize};

use super::errno::KeptErrno;

#[cfg(target_arch = "x86_64")]
const NAME: &CStr = c"__vdso_getrandom";
#[cfg(target_arch = "aarch64")]
const NAME: &CStr = c"__kernel_getrandom";

/// Calls that can be under way at once without the system call.
const SLOTS: usize = 128;

/// A larger draw would keep a slot from others for long, and goes to the system call.
const MAX_LEN: usize = 4096;

/// ssize_t vgetrandom(void *buffer, size_t len, unsigned int flags, void *state, size_t state_len)
type Generate = unsafe extern "C" fn(*mut c_void, usize, c_uint, *mut c_void, usize) -> isize;

/// What the function answers when it is asked what memory it wants: `vgetrandom_opaque_params`.
#[repr(C)]
#[derive(Default)]
struct Parameters {
    state_size: u32,
    protection: c_int,
    flags: c_int,
    reserved: [u32; 13],
}

/// Whether a slot is taken; on a cache line of its own, as the slot is.
#[repr(align(64))]
struct Taken(AtomicBool);

static TAKEN: [Taken; SLOTS] = [const { Taken(AtomicBool::new(false)) }; SLOTS];

/// The slots' memory: null until somebody tried to map it, `FAILED` for good where that failed.
static SLOT_MEMORY: AtomicPtr<c_void> = AtomicPtr::new(null_mut());
const FAILED: *mut c_void = without_provenance_mut(1);

/// What belongs to the slots' memory, written before it is published. Whoever writes them writes the
/// same: the kernel's answers do not change.
static GENERATE: AtomicPtr<()> = AtomicPtr::new(null_mut());
static STATE_SIZE: AtomicUsize = AtomicUsize::new(0);
/// Bytes from one slot to the next: a power of two, so that none crosses the end of a page, and at
/// least a cache line.
static STRIDE: AtomicUsize = AtomicUsize::new(0);

/// Maps the slots' memory, where that is still to be done.
pub fn prepare() {
    slot_memory();
}

/// Fills `out`, or fails and leaves bytes in it that nobody may use.
pub fn fill(out: &mut [MaybeUninit<u8>]) -> bool {
    if out.len() > MAX_LEN {
        return false;
    }
    let Some(memory) = slot_memory() else {
        return false;
    };
    let first = hint();
    let mut slots = (0..SLOTS).map(|i| (first + i) % SLOTS);
    let Some(slot) = slots.find(|&slot| take(slot)) else {
        return false;
    };
    // SAFETY: the slot is this call's alone until its flag is cleared.
    let filled = unsafe { generate(out, memory, slot) };
    TAKEN[slot].0.store(false, Release);
    filled
}

fn take(slot: usize) -> bool {
    let taken = &TAKEN[slot].0;
    // A look first: it does not pull the flag's cache line away from the one who holds it.
    !taken.load(Relaxed) && !taken.swap(true, Acquire)
}

/// A slot to start from, which differs between threads: their stacks are far apart.
fn hint() -> usize {
    let here = 0_u8;
    let stack = (&raw const here).addr() >> 14;
    // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4).
    stack.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (usize::BITS - SLOTS.ilog2())
}

/// # Safety
/// `memory` is what `slot_memory` gave, and nobody else uses the slot.
unsafe fn generate(out: &mut [MaybeUninit<u8>], memory: NonNull<c_void>, slot: usize) -> bool {
    let (size, stride) = (STATE_SIZE.load(Relaxed), STRIDE.load(Relaxed));
    // SAFETY: the memory was published after the function and the sizes that go with it; a slot lies
    // inside it, and `out` is writable for its length.
    let filled = unsafe {
        let generate = transmute::<*mut (), Option<Generate>>(GENERATE.load(Relaxed));
        let state = memory.byte_add(slot * stride).as_ptr();
        generate.map(|generate| generate(out.as_mut_ptr().cast(), out.len(), 0, state, size))
    };
    filled == isize::try_from(out.len()).ok()
}

/// The slots' memory, mapped by the first to ask for it.
fn slot_memory() -> Option<NonNull<c_void>> {
    let memory = match SLOT_MEMORY.load(Acquire) {
        none if none.is_null() => publish(map_slots().map_or(FAILED, NonNull::as_ptr)),
        memory => memory,
    };
    NonNull::new(memory).filter(|memory| memory.as_ptr() != FAILED)
}

/// Makes a mapping everybody's, unless another thread was faster: then its mapping is everybody's,
/// and this one is left unused. To unmap it would be a system call that may come after a probe in
/// another thread has succeeded, under a filter that kills.
fn publish(memory: *mut c_void) -> *mut c_void {
    match SLOT_MEMORY.compare_exchange(null_mut(), memory, AcqRel, Acquire) {
        Ok(_) => memory,
        Err(published) => published,
    }
}

fn map_slots() -> Option<NonNull<c_void>> {
    let _errno = KeptErrno::new();
    // SAFETY: getauxval takes any number. The image that it tells of is the kernel's own.
    let (page, function) = unsafe {
        let image = libc::getauxval(libc::AT_SYSINFO_EHDR) as usize;
        if image == 0 {
            return None;
        }
        (libc::getauxval(libc::AT_PAGESZ) as usize, elf::function(image, NAME)?)
    };
    let mut parameters = Parameters::default();
    // SAFETY: this is the function's type. Asked with this length, it writes its parameters.
    let answer = unsafe {
        let generate = transmute::<NonNull<()>, Generate>(function);
        generate(null_mut(), 0, 0, (&raw mut parameters).cast(), usize::MAX)
    };
    let size = parameters.state_size as usize;
    let stride = size.next_power_of_two().max(size_of::<Taken>());
    if answer != 0 || size == 0 || stride > page {
        return None;
    }
    GENERATE.store(function.as_ptr(), Relaxed);
    STATE_SIZE.store(size, Relaxed);
    STRIDE.store(stride, Relaxed);
    let Parameters { protection, flags, .. } = parameters;
    // SAFETY: a new mapping, wherever the kernel likes it.
    let memory = unsafe { libc::mmap(null_mut(), SLOTS * stride, protection, flags, -1, 0) };
    NonNull::new(memory).filter(|memory| memory.as_ptr() != libc::MAP_FAILED)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One test, since all share the slots: whether the kernel has the function, slots are given back,
    /// and without a free slot the call fails at once.
    #[test]
    fn a_slot_is_taken_for_a_call_and_given_back() {
        let fill = |out: &mut [u8]| {
            let mut drawn = vec![MaybeUninit::new(0); out.len()];
            let filled = super::fill(&mut drawn);
            // SAFETY: written above, and nowhere unwritten since.
            out.iter_mut().zip(drawn).for_each(|(to, from)| *to = unsafe { from.assume_init() });
            filled
        };
        let (mut a, mut b) = ([0; 32], [0; 32]);
        if !fill(&mut a) {
            assert!(slot_memory().is_none(), "the function is there and does not answer");
            return;
        }
        assert!(fill(&mut b) && a != b);
        assert!(fill(&mut [0; MAX_LEN]) && !fill(&mut [0; MAX_LEN + 1]));
        let free: Vec<_> = (0..SLOTS).filter(|&slot| take(slot)).collect();
        let filled = fill(&mut a);
        free.iter().for_each(|&slot| TAKEN[slot].0.store(false, Release));
        assert!(!filled && free.len() > SLOTS / 2);
        assert!(fill(&mut a) && a != b);
    }

    #[test]
    fn a_function_is_found_by_its_whole_name_only() {
        // SAFETY: the kernel's own image, or none.
        unsafe {
            let image = libc::getauxval(libc::AT_SYSINFO_EHDR) as usize;
            if image != 0 {
                let known = [c"__vdso_clock_gettime", c"__kernel_clock_gettime"];
                assert!(known.iter().any(|name| elf::function(image, name).is_some()));
                assert!(elf::function(image, c"__vdso_clock_gettim").is_none());
                assert!(elf::function(image, c"").is_none());
            }
        }
    }
}
