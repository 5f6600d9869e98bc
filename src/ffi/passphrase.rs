//! Passphrases.

use core::ffi::c_char;

use super::adapt::{self, all, length};
use super::status::{answer, csecrets_status};
use crate::entropy::System;
use crate::error::Error;
use crate::secrets::passphrase;
use crate::text::groups::MAX_SEPARATOR_LEN;

/// Draws a passphrase: words of the EFF's large list, each of the 7776 equally likely.
///
/// @param out        receives the words, a separator between each two, and a NUL
/// @param out_size   bytes at out: at least CSECRETS_PASSPHRASE_SIZE(nwords, strlen(separator)),
///                   which is enough for the longest words
/// @param nwords     4 and up, each 12.9 bits strong: 6 are good, 10 can't be guessed
/// @param separator  1 to 16 characters of ' ' to '~', no letter; four words hold a '-', so do not
///                   split the text at it
/// @retval CSECRETS_ERR_NULL_POINTER      separator is NULL, or out is and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or the size of the passphrase is above
///                                        PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  separator is empty, too long, or holds what it must not
/// @retval CSECRETS_ERR_WEAK              nwords is below 4
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below the size above, whatever would be
///                                        drawn
/// @retval CSECRETS_ERR_UNSUPPORTED       the library was built without the words
///
/// Which words they were may show in the cache.
/// Python: separator.join(secrets.choice(words) for _ in range(nwords)).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_passphrase(
    out: *mut c_char,
    out_size: usize,
    nwords: usize,
    separator: *const c_char,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, separator) = unsafe {
            let separator = adapt::text(separator, MAX_SEPARATOR_LEN);
            all((adapt::text_output(out, out_size), separator))
        }?;
        let max_len = passphrase::max_len(nwords, separator.len()).ok_or(Error::TooLarge)?;
        length(max_len)?;
        passphrase::check(nwords, separator)?;
        out.write(Some(max_len), |text| passphrase::draw(&mut System, text, nwords, separator))
    })
}

/// Tells the size of the longest passphrase, as CSECRETS_PASSPHRASE_SIZE does.
///
/// @param nwords         words
/// @param separator_len  characters of the separator
/// @return 9 * nwords + separator_len * (nwords - 1) + 1, which counts the NUL, 1 for no word;
///         SIZE_MAX if that overflows.
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_passphrase_size(nwords: usize, separator_len: usize) -> usize {
    passphrase::max_len(nwords, separator_len).map_or(usize::MAX, |len| len.saturating_add(1))
}
