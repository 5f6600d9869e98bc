//! Black-box programs in C pass against the shared and the static library that `make` ships: each
//! program of tests/c is a test here. tests/c/Makefile compiles and runs them.

mod common;

use std::collections::BTreeSet;
use std::sync::Once;

use common::{ROOT, answer, golden, make, make_library, skip};

fn tests_c(goal: &str) -> String {
    answer(make(format!("{ROOT}/tests/c")).arg(goal))
}

/// A program prints how many checks it made; what it skipped is counted as skipped.
fn passes(program: &str) {
    static PRELOADS: Once = Once::new();
    make_library();
    // Tests run side by side: what they share is made before.
    PRELOADS.call_once(|| drop(tests_c("preloads")));
    let printed = tests_c(program);
    print!("{printed}");
    // A promise of all functions was tested of all that the library exports.
    let without_words = usize::from(printed.contains("built without words"));
    for all in printed.lines().filter_map(|line| line.strip_suffix(" exports")) {
        let exports = all.rsplit(' ').next().unwrap().parse::<usize>().unwrap();
        assert_eq!(exports + without_words, golden().len(), "{all}");
    }
    let skipped = printed.lines().filter_map(|line| line.strip_prefix("SKIPPED "));
    let skipped: BTreeSet<_> = skipped.collect();
    if let Some((what, why)) = Vec::from_iter(skipped).join("; ").split_once(": ") {
        skip(what, why);
    }
}

/// A test for each program, and the list of all of them.
macro_rules! programs {
    ($($promise:ident: $program:literal,)*) => {
        const PROGRAMS: &[&str] = &[$($program),*];
        $(
            #[test]
            fn $promise() {
                passes($program);
            }
        )*
    };
}

programs! {
    every_export_is_in_the_table_of_calls: "calls",
    no_token_comes_twice_across_forks_and_threads: "forks",
    no_token_comes_twice_whatever_befalls_the_slots: "slots",
    ranges_are_drawn_to_their_last_value: "ranges",
    sizes_are_what_macros_and_functions_say: "sizes",
    unloading_leaves_the_code_in_place: "unload",

    misuse_of_api_keys_is_refused: "misuse/api_key",
    misuse_of_codes_is_refused: "misuse/code",
    misuse_of_codecs_is_refused: "misuse/codec",
    misuse_of_hmac_is_refused: "misuse/hmac",
    misuse_of_integers_is_refused: "misuse/int",
    misuse_of_passwords_is_refused: "misuse/password",
    misuse_of_one_time_codes_is_refused: "misuse/otp",
    misuse_of_stored_passwords_is_refused: "misuse/phc",
    misuse_of_choosing_is_refused: "misuse/pick",
    policies_begin_alike_for_callers_of_every_version: "misuse/policy",
    misuse_of_the_rest_is_harmless: "misuse/rest",
    misuse_of_signed_tokens_is_refused: "misuse/sign",
    misuse_of_hashes_is_refused: "misuse/stored",
    misuse_of_tokens_is_refused: "misuse/token",
    misuse_of_uuids_is_refused: "misuse/uuid",

    awkward_and_broken_sources_never_make_a_secret: "promise/interposed",
    denied_randomness_is_reported_and_leaves_no_secret: "promise/denied",
    null_is_refused_and_predicates_answer_0_or_1: "promise/errors",
    calls_keep_to_their_inputs_and_outputs: "promise/guard",
    secrets_of_every_length_keep_to_their_places: "promise/guard_secrets",
    calls_read_their_inputs_and_nothing_else: "promise/guard_input",
    calls_write_all_of_their_output_and_nothing_else: "promise/guard_output",
    a_probed_program_may_forbid_all_system_calls_but_getrandom: "promise/lockdown",
    signal_handlers_may_call_everything: "promise/signals",
    nothing_in_memory_depends_on_a_secret_after_a_call: "promise/residue",
    what_registers_hold_of_a_secret_is_told: "promise/registers",
    no_branch_and_no_address_depends_on_a_secret: "promise/ct",
    no_branch_and_no_address_depends_on_a_secret_of_any_length: "promise/ct_lengths",
    calls_take_the_same_path_whatever_the_secret_is: "promise/trace",

    integers_below_a_bound_are_equally_likely: "uniform/int",
    passwords_of_a_policy_are_equally_likely: "uniform/password",
    orders_samples_and_choices_are_equally_likely: "uniform/pick",
    characters_of_tokens_are_equally_likely: "uniform/text",
}

#[test]
fn every_program_is_a_test_here() {
    let programs = tests_c("list");
    assert_eq!(BTreeSet::from_iter(programs.lines()), PROGRAMS.iter().copied().collect());
}
