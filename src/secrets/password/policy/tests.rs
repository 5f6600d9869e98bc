use super::*;

const ALL: &[u8] =
    b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!@#$%^&*()-_=+[]{}|;:,.<>?";

fn refused(policy: Policy, nchars: usize) -> Option<Error> {
    Classes::new(&policy, nchars).err()
}

fn with(change: impl FnOnce(&mut Policy<'static>)) -> Policy<'static> {
    let mut policy = Policy::default();
    change(&mut policy);
    policy
}

#[test]
fn the_default_policy_has_four_classes_and_one_of_each() {
    let allowed = Classes::new(&Policy::default(), 8).unwrap();
    assert_eq!(allowed.characters().unwrap(), ALL);
    assert_eq!(
        allowed.classes.map(|class| (class.size, class.minimum)),
        [(26, 1), (26, 1), (10, 1), (26, 1)]
    );
}

#[test]
fn lookalikes_and_excluded_characters_are_left_out() {
    let policy = with(|policy| {
        policy.flags = NO_LOOKALIKES | NO_UPPER;
        policy.minima = [1, 0, 1, 1];
        policy.exclude = b"aa9 ZZ-";
    });
    let expected: Vec<u8> = ALL
        .iter()
        .copied()
        .filter(|character| !b"0O1lI|a9-".contains(character) && !character.is_ascii_uppercase())
        .collect();
    assert_eq!(Classes::new(&policy, 8).unwrap().characters().unwrap(), expected);
}

#[test]
fn all_of_printable_ascii_but_the_space_fits() {
    let symbols = b"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    let policy = with(|policy| policy.symbols = Some(symbols));
    assert_eq!(Classes::new(&policy, 128).unwrap().characters().unwrap().len(), MAX_SIZE);
}

#[test]
fn bad_policies_are_invalid() {
    for bit in 5..32 {
        assert_eq!(refused(with(|p| p.flags = 1 << bit), 8), Some(Error::InvalidArgument));
    }
    let bad: [&[u8]; 8] = [b"", b"!!", b"a", b"-0", b" ", b"!\x7F", b"\x1F", b"-\xA1"];
    for symbols in bad {
        assert_eq!(refused(with(|p| p.symbols = Some(symbols)), 8), Some(Error::InvalidArgument));
        // Whether or not they are used.
        let unused = with(|p| (p.symbols, p.flags, p.minima) = (Some(symbols), NO_SYMBOLS, [0; 4]));
        assert_eq!(refused(unused, 8), Some(Error::InvalidArgument));
    }
    for character in (0..=u8::MAX).filter(|character| !(b' '..=b'~').contains(character)) {
        let exclude = [b'a', character];
        let policy = Policy { exclude: &exclude, ..Policy::default() };
        assert_eq!(refused(policy, 8), Some(Error::InvalidArgument));
    }
}

#[test]
fn invalid_comes_before_weak_and_weak_before_unsatisfiable() {
    assert_eq!(
        refused(with(|p| (p.flags, p.minima) = (32, [99; 4])), 7),
        Some(Error::InvalidArgument)
    );
    assert_eq!(refused(with(|p| p.minima = [99; 4]), 7), Some(Error::Weak));
    assert_eq!(refused(Policy::default(), 0), Some(Error::Weak));
    assert_eq!(refused(with(|p| p.minima = [99; 4]), 8), Some(Error::Unsatisfiable));
}

#[test]
fn what_no_password_meets_is_unsatisfiable() {
    for (class, flag) in [NO_LOWER, NO_UPPER, NO_DIGITS, NO_SYMBOLS].into_iter().enumerate() {
        let mut policy = with(|p| (p.flags, p.minima) = (flag, [0; 4]));
        assert_eq!(refused(policy, 8), None);
        // The minimum of a class that is off is not looked at.
        policy.minima[class] = 99;
        assert_eq!(refused(policy, 8), None);
    }
    let no_digit = with(|p| p.exclude = b"0123456789");
    assert_eq!(refused(no_digit, 8), Some(Error::Unsatisfiable));
    assert_eq!(refused(Policy { minima: [1, 1, 0, 1], ..no_digit }, 8), None);
    let nothing = with(|p| (p.flags, p.minima) = (15, [0; 4]));
    assert_eq!(refused(nothing, 8), Some(Error::Unsatisfiable));
    assert_eq!(
        refused(Policy { exclude: ALL, flags: 0, ..nothing }, 8),
        Some(Error::Unsatisfiable)
    );
    assert_eq!(refused(Policy { exclude: &ALL[1..], flags: 0, ..nothing }, 8), None);
    assert_eq!(refused(with(|p| p.minima = [2; 4]), 8), None);
    assert_eq!(refused(with(|p| p.minima = [2, 2, 2, 3]), 8), Some(Error::Unsatisfiable));
    // Minima whose sum overflows.
    for minima in [[u32::MAX; 4], [u32::MAX, 1, 0, 0], [1 << 31, 1 << 31, 8, 0]] {
        assert_eq!(refused(with(|p| p.minima = minima), 128), Some(Error::Unsatisfiable));
    }
}
