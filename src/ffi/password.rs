//! Passwords.

use core::ffi::c_char;

use super::adapt::{self, MAX_STRUCTURE_SIZE, all};
use super::status::{answer, csecrets_status};
use crate::entropy::System;
use crate::error::Error;
use crate::mem::bytes::copy;
use crate::secrets::password::{self, Policy};

/// What a password must hold, and what it may. Begin with CSECRETS_PASSWORD_POLICY_INIT.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct csecrets_password_policy {
    /// sizeof(csecrets_password_policy), so that later versions can add to it.
    pub struct_size: u32,
    /// Lower-case letters that it must hold at least.
    pub min_lower: u32,
    /// Upper-case letters that it must hold at least.
    pub min_upper: u32,
    /// Digits that it must hold at least.
    pub min_digits: u32,
    /// Symbols that it must hold at least.
    pub min_symbols: u32,
    /// CSECRETS_PASSWORD_NO_ flags, or 0. The minimum of a class that is off is not looked at.
    pub flags: i32,
    /// The symbols to choose from: one or more of '!' to '~', no letter or digit, each once;
    /// NULL is "!@#$%^&*()-_=+[]{}|;:,.<>?".
    pub symbols: *const c_char,
    /// Characters of ' ' to '~' that are never used; NULL is none.
    pub exclude: *const c_char,
}

/// # Safety
/// `policy` is NULL or points to what its struct_size says, and the texts in it end in a NUL.
unsafe fn adapted<'a>(policy: *const csecrets_password_policy) -> Result<Policy<'a>, Error> {
    // SAFETY: the caller's promise.
    let policy = unsafe { adapt::structure(policy) }?;
    let Some(policy) = policy else {
        return Ok(Policy::default());
    };
    // SAFETY: the caller's promise.
    let (symbols, exclude) = unsafe {
        (adapt::text(policy.symbols, usize::MAX), adapt::text(policy.exclude, usize::MAX))
    };
    Ok(Policy {
        minima: [policy.min_lower, policy.min_upper, policy.min_digits, policy.min_symbols],
        flags: policy.flags,
        symbols: symbols.ok(),
        exclude: exclude.unwrap_or(&[]),
    })
}

/// Sets a policy to CSECRETS_PASSWORD_POLICY_INIT: for bindings, which see no macros.
///
/// @param policy  receives the policy; what this version does not know of it is zero
/// @param size    sizeof *policy as the caller knows it
/// @retval CSECRETS_ERR_NULL_POINTER      policy is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         size is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  size is below that of this version, or above 1024
///
/// After an error policy holds size zeros, which every other function refuses.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_password_policy_init(
    policy: *mut csecrets_password_policy,
    size: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::values(policy.cast::<u8>(), size, 0) }?;
        out.write(|out| {
            if !(size_of::<csecrets_password_policy>()..=MAX_STRUCTURE_SIZE).contains(&size) {
                return Err(Error::InvalidArgument);
            }
            let struct_size = u32::try_from(size).map_err(|_| Error::InvalidArgument)?;
            // No flags, and NULL, come after the minima.
            let numbers = [struct_size].into_iter().chain(Policy::default().minima);
            for (place, number) in out.chunks_mut(size_of::<u32>()).zip(numbers) {
                copy(place, &number.to_ne_bytes())?;
            }
            Ok(())
        })
    })
}

/// Draws a password: of all that meet a policy, each is equally likely.
///
/// @param out       receives nchars characters and a NUL
/// @param out_size  bytes at out: at least nchars + 1
/// @param nchars    8 to 128; csecrets_password_bits() tells how strong that is
/// @param policy    what it must hold; NULL is CSECRETS_PASSWORD_POLICY_INIT
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size is above PTRDIFF_MAX, or nchars above 128
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below nchars + 1
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  struct_size is too small, above 1024, or says that there
///                                        is more, which is not zero; a flag is unknown; symbols
///                                        or exclude holds what it must not
/// @retval CSECRETS_ERR_WEAK              nchars is below 8; a policy that allows little is weak
///                                        as well, which csecrets_password_bits() tells
/// @retval CSECRETS_ERR_UNSATISFIABLE     a minimum for a class that symbols or exclude leave
///                                        empty, minima that add up to more than nchars, or no
///                                        character left to use
///
/// How many characters of a class it has is as secret as the password; the policy is not. Wants 32
/// KiB of stack.
/// Python: the loop in the recipes of the module secrets that draws until a password meets its
/// rules.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_password(
    out: *mut c_char,
    out_size: usize,
    nchars: usize,
    policy: *const csecrets_password_policy,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::text_output(out, out_size) };
        let (out, nchars) = all((out, password::length(nchars)))?;
        out.write(Some(nchars), |text| {
            // SAFETY: the caller's promise.
            let policy = unsafe { adapted(policy) }?;
            password::draw(&mut System, text, &policy)
        })
    })
}

/// Tells how strong a password is: the logarithm to base 2 of how many meet the policy.
///
/// @param out     receives the number of bits, right to 1e-9
/// @param nchars  8 to 128
/// @param policy  what it must hold; NULL is CSECRETS_PASSWORD_POLICY_INIT
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL
/// @retval CSECRETS_ERR_TOO_LARGE         nchars is above 128
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  the policy is not valid, as for csecrets_password()
/// @retval CSECRETS_ERR_WEAK              nchars is below 8
/// @retval CSECRETS_ERR_UNSATISFIABLE     no password meets the policy
///
/// If exactly one password meets the policy, there are 0 bits. Wants 32 KiB of stack.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_password_bits(
    out: *mut f64,
    nchars: usize,
    policy: *const csecrets_password_policy,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let out = unsafe { adapt::value(out, f64::NAN) };
        let (out, nchars) = all((out, password::length(nchars)))?;
        // SAFETY: the caller's promise.
        let policy = unsafe { adapted(policy) }?;
        *out = password::bits(nchars, &policy)?;
        Ok(())
    })
}
