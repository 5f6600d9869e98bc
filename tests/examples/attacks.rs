//! The attacks succeed on the recipe that they attack, and fail on what csecrets does in its place.
//!
//! A share of n events is off by e with odds below 2 exp(-2 n e^2) (Hoeffding): less than 2^-40 here.

use crate::{after, lines_of, numbers};

fn share(lines: &[String], label: &str) -> f64 {
    numbers(after(lines, label))[0] / 100.0
}

#[test]
fn a_quarter_of_tickets_drawn_one_by_one_hold_a_number_twice() {
    let Some(lines) = lines_of("attack_lottery") else { return };
    let twice = share(&lines, "with a number twice");
    assert!((twice - 0.2719).abs() < 0.015, "{lines:#?}");
    let mut ticket = numbers(after(&lines, "the last of these"));
    ticket.sort_by(f64::total_cmp);
    ticket.dedup();
    assert!((1..6).contains(&ticket.len()), "{lines:#?}");
}

/// The shares are (78/88)^8, and by inclusion and exclusion over the four classes.
#[test]
fn a_short_password_of_the_usual_recipe_is_found_and_longer_ones_are_uneven() {
    let Some(lines) = lines_of("attack_password") else { return };
    assert!(
        after(&lines, "of 4 characters").contains(", found from its hash after "),
        "{lines:#?}"
    );
    assert!((share(&lines, "of 12 characters") - 0.3810).abs() < 0.04, "{lines:#?}");
    assert!((share(&lines, "csecrets") - 0.4814).abs() < 0.04, "{lines:#?}");
}

#[test]
fn a_plain_expiry_is_put_off_and_a_signed_one_is_not() {
    let Some(lines) = lines_of("attack_expiry") else { return };
    assert!(after(&lines, "plain").ends_with(": refused"), "{lines:#?}");
    assert!(after(&lines, "forged").ends_with(": accepted"), "{lines:#?}");
    assert!(after(&lines, "signed").ends_with(": CSECRETS_ERR_BAD_SIGNATURE"), "{lines:#?}");
}

#[test]
fn a_file_with_a_random_name_is_found_and_read() {
    let Some(lines) = lines_of("attack_tempfile") else { return };
    assert_eq!(after(&lines, "mode"), "0644: everybody may read it");
    assert_eq!(after(&lines, "read"), "sensitive data");
}

#[test]
fn the_times_of_both_searches_are_told() {
    let Some(lines) = lines_of("attack_lookup") else { return };
    for search in ["stops where it finds", "csecrets_find_equal()"] {
        assert_eq!(numbers(after(&lines, search)).len(), 2, "{lines:#?}");
    }
}
