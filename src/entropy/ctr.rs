//! Large draws: a fresh key from the kernel, expanded by AES-256 in counter mode. The key serves one
//! call and at most a MiB of it, and is wiped; no generator outlives the call. The kernel answers a
//! long read in the same shape, a one-time key expanded and erased, though with ChaCha20.
//!
//! Only where the processor has instructions for AES: the portable code of the `aes` crate is not part
//! of the build, and without the instructions every byte is the kernel's (see `no_ctr.rs`).

use core::mem::MaybeUninit;
use core::slice::from_raw_parts_mut;
use core::sync::atomic::AtomicU8;
use core::sync::atomic::Ordering::Relaxed;

use aes::Aes256Enc;
use ctr::cipher::array::Array;
use ctr::cipher::consts::U16;
use ctr::cipher::inout::InOutBuf;
use ctr::cipher::{
    Block, BlockSizeUser, KeyIvInit, StreamCipherBackend, StreamCipherClosure, StreamCipherCore,
};
use ctr::{CtrCore, flavors::Ctr64LE};

use super::as_uninit;
use crate::error::Error;
use crate::mem::bytes::{copy, part};
use crate::mem::wipe::{Scratch, clean_stack};

type Cipher = CtrCore<Aes256Enc, Ctr64LE>;

/// From this size on a key and its expansion are cheaper than as many bytes of the kernel.
const MIN_LEN: usize = 64;

/// Bytes that one key is used for.
const BYTES_PER_KEY: usize = 1 << 20;

/// Blocks that the widest instructions encrypt side by side.
const STRIDE: usize = 30 * 16;

/// Bytes that are written at once, while the first-level cache holds them.
const CHUNK_LEN: usize = 8 * STRIDE;

/// Bytes of the stack that an expansion uses, and some more; residue.c shows whether they are enough.
const FRAME: usize = 2816;

/// The same for less than a stride.
const SHORT_FRAME: usize = 1792;

/// Whether the processor can: 0 until it was asked.
static HARDWARE: AtomicU8 = AtomicU8::new(0);
const YES: u8 = 1;
const NO: u8 = 2;

/// Whether a draw of this size is to be expanded.
pub fn is_worthwhile(nbytes: usize) -> bool {
    nbytes >= MIN_LEN && has_hardware()
}

/// Fills `out` from as few bytes of the kernel as are safe; all zeros if it gives none.
#[inline(never)] // Its frame would weigh on small draws.
pub fn fill(
    out: &mut [MaybeUninit<u8>],
    kernel: impl Fn(&mut [MaybeUninit<u8>]) -> Result<(), Error>,
) -> Result<(), Error> {
    // A cipher wipes its round keys when it goes, and not where they were computed and spilled. Less than
    // a stride is encrypted block by block, which leaves less to clear.
    let filled = if out.len() < STRIDE {
        clean_stack::<SHORT_FRAME, _>(|| expand(out, &kernel, write_in_turn))
    } else {
        clean_stack::<FRAME, _>(|| {
            let mut parts = out.chunks_mut(BYTES_PER_KEY);
            parts.try_for_each(|part| expand(part, &kernel, write_in_strides))
        })
    };
    clear_registers();
    if filled.is_err() {
        zeroed(out);
    }
    filled
}

/// Fills `out` from one key; whole blocks are written by `write`.
#[inline(always)]
fn expand(
    out: &mut [MaybeUninit<u8>],
    kernel: impl Fn(&mut [MaybeUninit<u8>]) -> Result<(), Error>,
    write: impl Fn(&mut Cipher, &mut [Block<Cipher>]),
) -> Result<(), Error> {
    let mut key = Scratch::<u8, 32>::new();
    kernel(as_uninit(&mut *key))?;
    let mut cipher = start(&key);
    for chunk in out.chunks_mut(CHUNK_LEN) {
        let (mut blocks, mut rest) = InOutBuf::from(zeroed(chunk)).into_chunks();
        write(&mut cipher, blocks.get_out());
        // Only the last chunk may end within a block.
        if !rest.is_empty() {
            let mut last = Scratch::<u8, 16>::new();
            cipher.write_keystream_block((&mut *last).into());
            let rest = rest.get_out();
            copy(rest, part(&*last, ..rest.len())?)?;
        }
    }
    Ok(())
}

// Once in the library, and not once for each use.
#[inline(never)]
fn start(key: &[u8; 32]) -> Cipher {
    Cipher::new(key.into(), &Block::<Cipher>::default())
}

fn write_in_strides(cipher: &mut Cipher, blocks: &mut [Block<Cipher>]) {
    cipher.process_with_backend(InStrides(blocks));
}

/// Blocks to be written as many at once as the processor takes. The cipher's own way to do so asserts
/// that less than a stride is left at the end, which not every compiler sees to hold.
struct InStrides<'a>(&'a mut [Block<Cipher>]);

impl BlockSizeUser for InStrides<'_> {
    type BlockSize = U16;
}

impl StreamCipherClosure for InStrides<'_> {
    #[inline(always)]
    fn call<B: StreamCipherBackend<BlockSize = U16>>(self, backend: &mut B) {
        let (strides, rest) = Array::slice_as_chunks_mut(self.0);
        strides.iter_mut().for_each(|stride| backend.gen_par_ks_blocks(stride));
        rest.iter_mut().for_each(|block| backend.gen_ks_block(block));
    }
}

fn write_in_turn(cipher: &mut Cipher, blocks: &mut [Block<Cipher>]) {
    blocks.iter_mut().for_each(|block| cipher.write_keystream_block(block));
}

fn zeroed(out: &mut [MaybeUninit<u8>]) -> &mut [u8] {
    out.fill(MaybeUninit::new(0));
    // SAFETY: every byte was just written.
    unsafe { from_raw_parts_mut(out.as_mut_ptr().cast(), out.len()) }
}

/// Clears the vector registers, which hold round keys until somebody else needs them.
#[cfg(target_arch = "x86_64")]
fn clear_registers() {
    macro_rules! clear {
        ($($register:tt)+) => {
            // SAFETY: changes nothing but the registers that it names.
            unsafe {
                core::arch::asm!(
                    $(concat!("pxor ", $register, ", ", $register),)+
                    $(out($register) _,)+
                    options(nomem, nostack, preserves_flags),
                );
            }
        };
    }
    clear!("xmm0" "xmm1" "xmm2" "xmm3" "xmm4" "xmm5" "xmm6" "xmm7");
    clear!("xmm8" "xmm9" "xmm10" "xmm11" "xmm12" "xmm13" "xmm14" "xmm15");
}

/// Elsewhere they are left as they are.
#[cfg(not(target_arch = "x86_64"))]
fn clear_registers() {}

fn has_hardware() -> bool {
    match HARDWARE.load(Relaxed) {
        YES => true,
        NO => false,
        _ => {
            let answer = ask_processor();
            HARDWARE.store(if answer { YES } else { NO }, Relaxed);
            answer
        }
    }
}

/// Asks the processor itself: the build says that AES is there, so every other way of asking is
/// answered by the compiler.
#[cfg(target_arch = "x86_64")]
fn ask_processor() -> bool {
    const AES: u32 = 1 << 25;
    #[allow(unused_unsafe)] // Safe from Rust 1.93 on.
    // SAFETY: every x86-64 processor has CPUID and leaf 1.
    unsafe {
        core::arch::x86_64::__cpuid(1).ecx & AES != 0
    }
}

#[cfg(target_arch = "aarch64")]
fn ask_processor() -> bool {
    // SAFETY: getauxval takes any number.
    unsafe { libc::getauxval(libc::AT_HWCAP) & libc::HWCAP_AES != 0 }
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;

    use super::*;

    /// Bytes 0 to 31 as the first key, 1 to 32 as the second; fails for the key `fails_at`.
    fn keys(
        given: &Cell<u8>,
        fails_at: u8,
    ) -> impl Fn(&mut [MaybeUninit<u8>]) -> Result<(), Error> {
        move |key| {
            assert_eq!(key.len(), 32);
            let first = given.replace(given.get() + 1);
            key.iter_mut().zip(first..).for_each(|(byte, value)| _ = byte.write(value));
            if first == fails_at { Err(Error::EntropyUnavailable) } else { Ok(()) }
        }
    }

    fn expanded(nbytes: usize) -> Vec<u8> {
        let mut out = vec![0xA5; nbytes];
        assert_eq!(fill(as_uninit(&mut out), keys(&Cell::new(0), u8::MAX)), Ok(()));
        out
    }

    #[test]
    fn the_stream_is_that_of_aes_256_in_counter_mode() {
        if !has_hardware() {
            return;
        }
        // openssl enc -aes-256-ecb -nopad, of the counters 0, 1 and 65535 in little endian.
        let blocks = [
            (0, "f29000b62a499fd0a9f39a6add2e7780"),
            (1, "c7b519846a11411cd6ac07cb03f801a8"),
            (65535, "7604c7667f2ee3d62d87ddbb63dfab14"),
        ];
        let stream = expanded(BYTES_PER_KEY);
        for (counter, block) in blocks {
            assert_eq!(hex::encode(&stream[counter * 16..][..16]), block);
        }
    }

    #[test]
    fn every_length_is_the_beginning_of_the_same_stream() {
        if has_hardware() {
            let stream = expanded(1000);
            (0..1000).for_each(|nbytes| assert_eq!(expanded(nbytes), stream[..nbytes]));
        }
    }

    #[test]
    fn every_mib_has_a_key_of_its_own() {
        if !has_hardware() {
            return;
        }
        let given = Cell::new(0);
        let mut out = vec![0; (2 << 20) + 1];
        assert_eq!(fill(as_uninit(&mut out), keys(&given, u8::MAX)), Ok(()));
        assert_eq!(given.get(), 3);
        assert_ne!(out[..16], out[1 << 20..][..16]);
    }

    #[test]
    fn a_key_that_fails_leaves_only_zeros() {
        for fails_at in if has_hardware() { 0..3 } else { 0..0 } {
            let mut out = vec![0xA5; 2 * BYTES_PER_KEY + 1];
            let filled = fill(as_uninit(&mut out), keys(&Cell::new(0), fails_at));
            assert_eq!(filled, Err(Error::EntropyUnavailable));
            assert!(out.iter().all(|&byte| byte == 0));
        }
    }
}
