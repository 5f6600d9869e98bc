//! What Python's `secrets` and `random.SystemRandom` give and refuse, csecrets gives and refuses:
//! each topic of tests/python/semantics.py is a test here. And a signed token is what its page says:
//! Python reads and writes the same.

mod common;

use std::process::Command;

use common::{HEADER, ROOT, SHARED, has, make_library, run, skip};

fn agrees(topic: &str) {
    if !has("python3") {
        return skip(&format!("python-{topic}"), "no python3");
    }
    make_library();
    let mut python = Command::new("python3");
    python.env("CSECRETS_LIBRARY", SHARED).env("CSECRETS_HEADER", HEADER);
    run(python.arg(format!("{ROOT}/tests/python/semantics.py")).arg(topic));
}

#[test]
fn tokens_are_those_of_python() {
    agrees("Tokens");
}

#[test]
fn integers_are_those_of_python() {
    agrees("Integers");
}

#[test]
fn picks_are_those_of_python() {
    agrees("Picks");
}

#[test]
fn equality_is_that_of_python() {
    agrees("Equality");
}

#[test]
fn every_function_of_secrets_is_compared() {
    agrees("Completeness");
}

#[test]
fn signed_tokens_are_read_and_written_alike() {
    if !has("python3") {
        return skip("python-signed-token", "no python3");
    }
    make_library();
    let script = format!("{ROOT}/tests/python/signed_token.py");
    run(Command::new("python3").arg(script).arg(SHARED));
}
