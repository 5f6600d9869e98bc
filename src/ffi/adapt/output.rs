//! What a call writes.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use core::slice::from_raw_parts_mut;

use super::args::{all, extent, product};
use super::input;
use crate::draw::pick::Elements;
use crate::error::Error;

/// The largest factor that is taken for right if a product of two is refused: at least one of them
/// is larger.
const MAX_FACTOR: usize = isize::MAX.unsigned_abs().isqrt();

/// An output of one value, which holds `poison` until it is written.
///
/// # Safety
/// `out` is NULL or valid for writes.
pub unsafe fn value<'a, T>(out: *mut T, poison: T) -> Result<&'a mut T, Error> {
    if out.is_null() {
        return Err(Error::NullPointer);
    }
    // SAFETY: valid for writes by the caller's promise; written before it is lent.
    unsafe {
        out.write(poison);
        Ok(&mut *out)
    }
}

/// An output of many values, which hold a poison until they are written.
pub struct Output<'a, T> {
    values: &'a mut [T],
    poison: T,
}

impl<T: Copy> Output<'_, T> {
    /// Lets `body` write the output, and poisons it again if `body` fails.
    pub fn write(self, body: impl FnOnce(&mut [T]) -> Result<(), Error>) -> Result<(), Error> {
        let written = body(self.values);
        if written.is_err() {
            self.values.fill(self.poison);
        }
        written
    }
}

/// An output of `count` values.
///
/// # Safety
/// `out` is NULL or valid for writes of `count` values, unless that is more than an object can have.
pub unsafe fn values<'a, T: Copy>(
    out: *mut T,
    count: usize,
    poison: T,
) -> Result<Output<'a, T>, Error> {
    if extent(out, count, size_of::<T>())? == 0 {
        return Ok(Output { values: &mut [], poison });
    }
    // SAFETY: not NULL, and valid for writes of `count` values by the caller's promise; each is
    // written before the slice is lent.
    let values = unsafe {
        (0..count).for_each(|i| out.add(i).write(poison));
        from_raw_parts_mut(out, count)
    };
    Ok(Output { values, poison })
}

/// The bytes of an output of `count` unsigned integers, which are all ones until they are written.
///
/// # Safety
/// As for `values`.
pub unsafe fn integers<'a, T>(out: *mut T, count: usize) -> Result<Output<'a, u8>, Error> {
    let nbytes = extent(out, count, size_of::<T>())?;
    // SAFETY: the caller's promise; every pattern of bits is an integer's.
    unsafe { values(out.cast(), nbytes, u8::MAX) }
}

/// An output of `N` bytes, which are zero until they are written.
pub struct Fixed<'a, const N: usize>(&'a mut [u8; N]);

/// # Safety
/// `out` is NULL or valid for writes of `N` bytes.
pub unsafe fn fixed<'a, const N: usize>(out: *mut u8) -> Result<Fixed<'a, N>, Error> {
    // SAFETY: the caller's promise; bytes have no alignment.
    Ok(Fixed(unsafe { value(out.cast::<[u8; N]>(), [0; N]) }?))
}

impl<const N: usize> Fixed<'_, N> {
    /// Lets `body` write the output, and zeroes it again if `body` fails.
    pub fn write(self, body: impl FnOnce(&mut [u8; N]) -> Result<(), Error>) -> Result<(), Error> {
        let written = body(self.0);
        if written.is_err() {
            self.0.fill(0);
        }
        written
    }
}

/// An output of bytes that need not be poisoned first: whoever fills it reads nothing of it.
pub struct Bytes<'a>(&'a mut [MaybeUninit<u8>]);

/// # Safety
/// As for `values`.
pub unsafe fn uninit_bytes<'a>(out: *mut c_void, nbytes: usize) -> Result<Bytes<'a>, Error> {
    match extent(out, nbytes, 1)? {
        0 => Ok(Bytes(&mut [])),
        // SAFETY: not NULL, and valid for writes by the caller's promise.
        _ => Ok(Bytes(unsafe { from_raw_parts_mut(out.cast(), nbytes) })),
    }
}

impl Bytes<'_> {
    /// Lets `body` fill all the bytes, and zeroes them if it fails.
    pub fn fill(
        self,
        body: impl FnOnce(&mut [MaybeUninit<u8>]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let filled = body(self.0);
        if filled.is_err() {
            self.0.fill(MaybeUninit::new(0));
        }
        filled
    }
}

/// An output of `nbytes` bytes, of which there may be `max_len`.
///
/// # Safety
/// `out` is NULL or valid for writes of `nbytes` bytes, unless they are more.
pub unsafe fn bytes_up_to<'a>(
    out: *mut c_void,
    nbytes: usize,
    max_len: usize,
) -> Result<Output<'a, u8>, Error> {
    // SAFETY: the caller's promise; what is refused is described as longer than any object.
    unsafe { values(out.cast(), if nbytes > max_len { usize::MAX } else { nbytes }, 0) }
}

/// An output of `k` elements that are taken from an input of `count` elements of `size` bytes.
///
/// # Safety
/// `out` as for `values` with `k * size` bytes, `base` as for `input::bytes` with `count * size`.
pub unsafe fn taken<'a>(
    (out, k): (*mut c_void, usize),
    (base, count): (*const c_void, usize),
    size: usize,
) -> Result<(Output<'a, u8>, Elements<'a>), Error> {
    let out_nbytes = match product(count, size) {
        // Which factor made the input too large can't be told, unless the size is small.
        Err(error) if size > MAX_FACTOR => extent(out, k, size).and(Err(error)),
        _ => extent(out, k, size),
    };
    // SAFETY: the caller's promise.
    let out = out_nbytes.and_then(|nbytes| unsafe { values(out.cast(), nbytes, 0) });
    // SAFETY: the caller's promise.
    let (out, bytes) = all((out, unsafe { input::bytes(base, count, size) }))?;
    Ok((out, Elements { bytes, count, size }))
}

/// An output that is changed in place, which keeps what it holds if the call fails.
///
/// # Safety
/// `base` is NULL or valid for reads and writes of `count` elements of `size` bytes, unless that is
/// more than an object can have.
pub unsafe fn list<'a>(
    base: *mut c_void,
    count: usize,
    size: usize,
) -> Result<&'a mut [u8], Error> {
    match extent(base, count, size)? {
        0 => Ok(&mut []),
        // SAFETY: not NULL, and valid by the caller's promise.
        nbytes => Ok(unsafe { from_raw_parts_mut(base.cast(), nbytes) }),
    }
}

/// An output of NUL-terminated text: "" until it is written.
pub struct TextOutput {
    out: *mut c_char,
    size: usize,
}

/// # Safety
/// `out` is NULL or valid for writes of `size` characters, unless that is more than an object can
/// have, until the output is written.
pub unsafe fn text_output(out: *mut c_char, size: usize) -> Result<TextOutput, Error> {
    if extent(out, size, 1)? > 0 {
        // SAFETY: not NULL, and valid for writes of at least one character.
        unsafe { out.write(0) };
    }
    Ok(TextOutput { out, size })
}

/// An output of text that is made of a caller's bytes, and these.
///
/// # Safety
/// As for `text_output` and `input::array`.
// Once in the library, and not once for each of its uses.
#[inline(never)]
pub unsafe fn text_of<'a>(
    (out, out_size): (*mut c_char, usize),
    (data, nbytes): (*const c_void, usize),
) -> Result<(TextOutput, &'a [u8]), Error> {
    // SAFETY: the caller's promise.
    unsafe { all((text_output(out, out_size), input::array(data.cast(), nbytes))) }
}

impl TextOutput {
    /// Lets `body` write up to `nchars` characters, with zeros after them, and takes them back if it
    /// fails.
    pub fn write(
        self,
        nchars: Option<usize>,
        body: impl FnOnce(&mut [u8]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let needed = nchars.and_then(|nchars| nchars.checked_add(1)).ok_or(Error::TooLarge)?;
        if needed > self.size {
            return Err(Error::BufferTooSmall);
        }
        // SAFETY: by the promise made to `text_output` the output is writable for `size` bytes, of
        // which there are enough; all that is lent is zeroed first, the NUL after it too.
        let characters = unsafe {
            self.out.write_bytes(0, needed);
            from_raw_parts_mut(self.out.cast::<u8>(), needed - 1)
        };
        Output { values: characters, poison: 0 }.write(body)
    }
}
