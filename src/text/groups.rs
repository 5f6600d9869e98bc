//! Text in groups, with a separator between each two.

/// Characters of a separator at most.
pub const MAX_SEPARATOR_LEN: usize = 16;

/// Characters of `count` groups of `group_len` each; `None` if they cannot be counted.
pub const fn len(count: usize, group_len: usize, separator_len: usize) -> Option<usize> {
    let separators = match count.saturating_sub(1).checked_mul(separator_len) {
        Some(characters) => characters,
        None => return None,
    };
    match count.checked_mul(group_len) {
        Some(characters) => characters.checked_add(separators),
        None => None,
    }
}

/// Whether a text is short and printable, and nothing in it could be of a group.
pub fn is_separator(text: &[u8], is_of_a_group: impl Fn(&u8) -> bool) -> bool {
    let separates = |byte: &u8| matches!(byte, b' '..=b'~') && !is_of_a_group(byte);
    text.len() <= MAX_SEPARATOR_LEN && text.iter().all(separates)
}
