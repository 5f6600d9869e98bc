//! Pointers of a C caller become references and slices here and nowhere else.
//!
//! A pointer may be NULL where nothing is read or written through it, and a length above
//! `isize::MAX` (C's `PTRDIFF_MAX`) is not believed: no object is that long. Every output is
//! poisoned as soon as it is seen, so that a call which ends early leaves nothing that could pass
//! for a result.

use core::ffi::{c_char, c_void};
use core::mem::MaybeUninit;
use core::slice::{from_raw_parts, from_raw_parts_mut};

use crate::error::Error;
use crate::pick::Elements;
use crate::wipe::{self, Scratch};

/// The largest factor that is believed where a product of two is refused: at least one of them is
/// larger.
const BELIEVED: usize = isize::MAX.unsigned_abs().isqrt();

/// Two adapted arguments, or the error that comes first: `NullPointer` before `TooLarge`.
pub fn both<A, B>(a: Result<A, Error>, b: Result<B, Error>) -> Result<(A, B), Error> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(Error::NullPointer), _) | (_, Err(Error::NullPointer)) => Err(Error::NullPointer),
        (Err(error), _) | (_, Err(error)) => Err(error),
    }
}

/// A number of bytes, characters or elements that an object could have.
pub fn length(length: usize) -> Result<usize, Error> {
    if isize::try_from(length).is_ok() { Ok(length) } else { Err(Error::TooLarge) }
}

/// The bytes of `count` elements of `size` bytes.
fn product(count: usize, size: usize) -> Result<usize, Error> {
    length(length(count)?.checked_mul(length(size)?).ok_or(Error::TooLarge)?)
}

/// The same behind a pointer: NULL is an error unless nothing lies behind it.
fn extent<T>(pointer: *const T, count: usize, size: usize) -> Result<usize, Error> {
    match product(count, size) {
        nbytes if !pointer.is_null() => nbytes,
        Ok(0) => Ok(0),
        // A count of nothing, beside a size that is refused.
        Err(error) if count == 0 || size == 0 => Err(error),
        _ => Err(Error::NullPointer),
    }
}

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
    /// Lets `body` write the output, and poisons it again where `body` fails.
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
pub unsafe fn array<'a, T: Copy>(
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

/// An output of bytes that need not be poisoned first: whoever fills it reads nothing of it.
pub struct Bytes<'a>(&'a mut [MaybeUninit<u8>]);

/// # Safety
/// As for `array`.
pub unsafe fn bytes<'a>(out: *mut c_void, nbytes: usize) -> Result<Bytes<'a>, Error> {
    match extent(out, nbytes, 1)? {
        0 => Ok(Bytes(&mut [])),
        // SAFETY: not NULL, and valid for writes by the caller's promise.
        _ => Ok(Bytes(unsafe { from_raw_parts_mut(out.cast(), nbytes) })),
    }
}

impl Bytes<'_> {
    /// Lets `body` fill all the bytes, and zeroes them where it fails.
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

/// An output of `nbytes` bytes, of which there may be `most`.
///
/// # Safety
/// `out` is NULL or valid for writes of `nbytes` bytes, unless they are more.
pub unsafe fn bytes_up_to<'a>(
    out: *mut c_void,
    nbytes: usize,
    most: usize,
) -> Result<Output<'a, u8>, Error> {
    // SAFETY: the caller's promise; what is refused is described as longer than any object.
    unsafe { array(out.cast(), if nbytes > most { usize::MAX } else { nbytes }, 0) }
}

/// An output of `k` elements that are taken from an input of `count` elements of `size` bytes.
///
/// # Safety
/// `out` as for `array` with `k * size` bytes, `base` as for `input` with `count * size`.
pub unsafe fn taken<'a>(
    (out, k): (*mut c_void, usize),
    (base, count): (*const c_void, usize),
    size: usize,
) -> Result<(Output<'a, u8>, Elements<'a>), Error> {
    let out_nbytes = match product(count, size) {
        // Which factor made the input too large can't be told, unless the size is small.
        Err(error) if size > BELIEVED => extent(out, k, size).and(Err(error)),
        _ => extent(out, k, size),
    };
    // SAFETY: the caller's promise.
    let out = out_nbytes.and_then(|nbytes| unsafe { array(out.cast(), nbytes, 0) });
    // SAFETY: the caller's promise.
    let bytes = unsafe { elements(base, count, size) };
    let (out, bytes) = both(out, bytes)?;
    Ok((out, Elements { bytes, count, size }))
}

/// An output that is changed in place, which keeps what it holds where the call fails.
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

/// An input of `count` values.
///
/// # Safety
/// `data` is NULL or valid for reads of `count` values, unless that is more than an object can have.
pub unsafe fn input<'a, T>(data: *const T, count: usize) -> Result<&'a [T], Error> {
    match extent(data, count, size_of::<T>())? {
        0 => Ok(&[]),
        // SAFETY: not NULL, and valid by the caller's promise.
        _ => Ok(unsafe { from_raw_parts(data, count) }),
    }
}

/// An input of `count` elements of `size` bytes.
///
/// # Safety
/// As for `input` with `count * size` bytes.
pub unsafe fn elements<'a>(
    base: *const c_void,
    count: usize,
    size: usize,
) -> Result<&'a [u8], Error> {
    // SAFETY: the caller's promise.
    extent(base, count, size).and_then(|nbytes| unsafe { input(base.cast(), nbytes) })
}

/// A copy of an input of `N` bytes, which an output may then overwrite.
///
/// # Safety
/// `data` is NULL or valid for reads of `N` bytes.
pub unsafe fn copy<const N: usize>(data: *const u8) -> Result<Scratch<N>, Error> {
    let mut kept = Scratch::new();
    // SAFETY: the caller's promise.
    wipe::copy(&mut *kept, unsafe { input(data, N) }?);
    Ok(kept)
}

/// The largest size that a structure is believed to have, whatever later versions add to it.
const LARGEST_STRUCTURE: usize = 1024;

/// A structure that begins with its own size as a `u32`, so that it can grow; `None` for NULL. One
/// that is larger than this version knows is fine where all that is unknown is zero.
///
/// # Safety
/// `structure` is NULL or readable for the size that it begins with, unless that is not believed.
pub unsafe fn structure<T: Copy>(structure: *const T) -> Result<Option<T>, Error> {
    if structure.is_null() {
        return Ok(None);
    }
    // SAFETY: what is read is within the size that the caller vouches for.
    unsafe {
        let size = structure.cast::<u32>().read() as usize;
        let unknown = size.checked_sub(size_of::<T>()).ok_or(Error::InvalidArgument)?;
        let behind = structure.add(1).cast::<u8>();
        if size > LARGEST_STRUCTURE || (0..unknown).any(|i| *behind.add(i) != 0) {
            return Err(Error::InvalidArgument);
        }
        Ok(Some(structure.read()))
    }
}

/// NUL-terminated text, without its NUL; cut off one character behind `most`.
///
/// # Safety
/// `text` is NULL or points to characters that are readable up to a NUL or `most` + 1 of them.
pub unsafe fn text<'a>(text: *const c_char, most: usize) -> Result<&'a [u8], Error> {
    if text.is_null() {
        return Err(Error::NullPointer);
    }
    // SAFETY: not NULL, and by the caller's promise readable as far as strnlen looks.
    unsafe {
        let nchars = libc::strnlen(text, most.saturating_add(1));
        Ok(from_raw_parts(text.cast(), nchars))
    }
}

/// An output of NUL-terminated text: "" until it is written.
pub struct Text {
    out: *mut c_char,
    size: usize,
}

/// # Safety
/// `out` is NULL or valid for writes of `size` characters, unless that is more than an object can
/// have, until the `Text` is written.
pub unsafe fn text_output(out: *mut c_char, size: usize) -> Result<Text, Error> {
    if extent(out, size, 1)? > 0 {
        // SAFETY: not NULL, and valid for writes of at least one character.
        unsafe { out.write(0) };
    }
    Ok(Text { out, size })
}

impl Text {
    /// Lets `body` write up to `nchars` characters, with zeros behind them, and takes them back where it fails.
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
        // which there are enough; all that is lent is zeroed first, the NUL behind it too.
        let characters = unsafe {
            self.out.write_bytes(0, needed);
            from_raw_parts_mut(self.out.cast::<u8>(), needed - 1)
        };
        Output { values: characters, poison: 0 }.write(body)
    }
}
