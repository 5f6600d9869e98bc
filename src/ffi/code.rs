//! Codes that people read and type.

use core::ffi::c_char;

use super::adapt::{self, all, length};
use super::status::{answer, csecrets_status};
use crate::entropy::System;
use crate::error::Error;
use crate::secrets::code;
use crate::text::groups::{self, MAX_SEPARATOR_LEN};

/// Tells the size of a code.
///
/// @param groups         groups of it
/// @param group_len      characters of each
/// @param separator_len  characters between each two
/// @return groups * group_len + (groups - 1) * separator_len + 1, which counts the NUL, as
///         CSECRETS_CODE_SIZE says; 1 for no group, SIZE_MAX if that overflows
#[unsafe(no_mangle)]
#[must_use]
pub extern "C" fn csecrets_code_size(
    groups: usize,
    group_len: usize,
    separator_len: usize,
) -> usize {
    groups::len(groups, group_len, separator_len).map_or(usize::MAX, |len| len.saturating_add(1))
}

/// Draws a code for people, such as 7K3QX-9MZ4T: a recovery code, a licence key, an invitation.
///
/// Its characters are those of CSECRETS_ALPHABET_CROCKFORD32, each equally likely: 5 bits of strength
/// each. Ten are enough for a code that may be tried a few times, 26 cannot be guessed.
///
/// @param out        receives the groups, the separator between each two, and a NUL
/// @param out_size   bytes at out: at least CSECRETS_CODE_SIZE(groups, group_len, strlen(separator))
/// @param groups     1 and up
/// @param group_len  characters of each, 1 and up; in all groups together 10 or more
/// @param separator  up to 16 characters of ' ' to '~', no letter or digit; "" for none
/// @retval CSECRETS_ERR_NULL_POINTER      separator is NULL, or out is and out_size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size, groups, group_len or the size of the code is
///                                        above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  groups or group_len is 0, or separator is too long or
///                                        holds what it must not
/// @retval CSECRETS_ERR_WEAK              groups * group_len is below 10
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below CSECRETS_CODE_SIZE(groups, group_len,
///                                        strlen(separator))
///
/// Store csecrets_token_hash() of what csecrets_code_normalize() makes of it, not the code.
/// Python: '-'.join(...) of secrets.choice.
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_code(
    out: *mut c_char,
    out_size: usize,
    groups: usize,
    group_len: usize,
    separator: *const c_char,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, _, _, separator) = unsafe {
            all((
                adapt::text_output(out, out_size),
                length(groups),
                length(group_len),
                adapt::text(separator, MAX_SEPARATOR_LEN),
            ))
        }?;
        let nchars = groups::len(groups, group_len, separator.len()).ok_or(Error::TooLarge)?;
        length(nchars)?;
        code::check(groups, group_len, separator)?;
        out.write(Some(nchars), |text| code::draw(&mut System, text, group_len, separator))
    })
}

/// Writes a code that was typed as csecrets_code() drew it, without separators: hash that.
///
/// Letters become capitals, O becomes 0, I and L become 1; what is no letter or digit is dropped.
///
/// @param out       receives the code and a NUL; must not overlap text
/// @param out_size  bytes at out: at least text_len + 1
/// @param text      text_len characters, which may be secret; may be NULL if text_len is 0
/// @param text_len  how many; a NUL among them is dropped
/// @retval CSECRETS_ERR_NULL_POINTER      out or text is NULL and its size is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         out_size or text_len is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_BUFFER_TOO_SMALL  out_size is below text_len + 1
/// @retval CSECRETS_ERR_MALFORMED         a U, or a byte beyond ASCII: no code has one
///
/// A text without a letter or digit becomes "". Of the characters only OK or MALFORMED shows, at the
/// end, and how many are kept: of a text longer than 128, how many of each 128.
/// Python: text.upper().translate(...).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_code_normalize(
    out: *mut c_char,
    out_size: usize,
    text: *const c_char,
    text_len: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise.
        let (out, text) = unsafe {
            all((adapt::text_output(out, out_size), adapt::array(text.cast(), text_len)))
        }?;
        out.write(Some(text_len), |code| code::normalize(code, text))
    })
}
