//! HMAC-SHA-256, for protocols of others.

use core::ffi::c_void;

use super::adapt::{self, all};
use super::spans::{csecrets_span, spans};
use super::status::{answer, csecrets_status, predicate};
use crate::secrets::hmac;

/// Computes the HMAC-SHA-256 of a message in parts, as webhooks are signed with.
///
/// The parts are one message: "id", "." and "body" have the tag of "id.body". If it matters where one
/// ends and nothing in them shows it, sign its length too. As a hash under a key that the database does
/// not hold, it keeps what is stored there from being searched.
///
/// @param out         receives CSECRETS_HMAC_SIZE bytes; must not overlap key or parts
/// @param key         key_len bytes, of the other side's choice; of your own, 32 random ones. With zeros
///                    after it up to 64 it is the same key, and if it is longer than that, so is its
///                    SHA-256: never publish that
/// @param key_len     how many, 1 and up
/// @param parts       part_count of them; may be NULL if part_count is 0, which is the empty message
/// @param part_count  how many
/// @retval CSECRETS_ERR_NULL_POINTER      out is NULL, or key, parts or a part's data is and its size
///                                        is not 0
/// @retval CSECRETS_ERR_TOO_LARGE         a size is above PTRDIFF_MAX
/// @retval CSECRETS_ERR_INVALID_ARGUMENT  key_len is 0: the key was never set
/// @retval CSECRETS_ERR_WEAK              key is all zeros, as a draw that failed leaves it
///
/// Python: hmac.digest(key, message, 'sha256').
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_hmac_sha256(
    out: *mut u8,
    key: *const c_void,
    key_len: usize,
    parts: *const csecrets_span,
    part_count: usize,
) -> csecrets_status {
    answer(|| {
        // SAFETY: the caller's promise, of each part's bytes too.
        let (out, key, parts) = unsafe {
            all((adapt::fixed(out), adapt::array(key.cast(), key_len), spans(parts, part_count)))
        }?;
        out.write(|out| hmac::sha256(out, key, parts))
    })
}

/// Tells whether a message in parts has this HMAC-SHA-256, in a time that does not show how nearly.
///
/// @param mac         mac_len bytes: the tag that came with the message, decoded
/// @param mac_len     how many: CSECRETS_HMAC_SIZE, or it does not match
/// @param key         as csecrets_hmac_sha256() takes it
/// @param key_len     how many
/// @param parts       the message, as csecrets_hmac_sha256() takes it
/// @param part_count  how many
/// @return true only if the message has this tag; false if a pointer is NULL and its size is not 0, a
///         size is above PTRDIFF_MAX, or key is empty or all zeros
///
/// Python: hmac.compare_digest(mac, hmac.digest(key, message, 'sha256')).
#[unsafe(no_mangle)]
#[must_use]
pub unsafe extern "C" fn csecrets_hmac_sha256_matches(
    mac: *const c_void,
    mac_len: usize,
    key: *const c_void,
    key_len: usize,
    parts: *const csecrets_span,
    part_count: usize,
) -> predicate {
    // SAFETY: the caller's promise, of each part's bytes too.
    let inputs = unsafe {
        all((
            adapt::array(mac.cast(), mac_len),
            adapt::array(key.cast(), key_len),
            spans(parts, part_count),
        ))
    };
    inputs.is_ok_and(|(mac, key, parts)| hmac::matches(mac, key, parts)).into()
}
