//! What an application gets, Python's own modules, pyotp and oathtool give too: each topic of
//! tests/python/application.py is a test here.

mod common;

use std::process::Command;

use common::{ROOT, SHARED, attempt, has, make_library, run, skip};

fn agrees(topic: &str) {
    if !has("python3") {
        return skip(&format!("python-{topic}"), "no python3");
    }
    make_library();
    let mut python = Command::new("python3");
    python.env("CSECRETS_LIBRARY", SHARED);
    run(python.arg(format!("{ROOT}/tests/python/application.py")).arg(topic));
}

#[test]
fn base32_is_that_of_python() {
    agrees("Base32");
}

#[test]
fn codes_are_read_as_python_reads_them() {
    agrees("Codes");
}

#[test]
fn hmac_is_that_of_python() {
    agrees("Hmac");
}

#[test]
fn stored_passwords_are_those_of_hashlib() {
    agrees("StoredPasswords");
}

#[test]
fn one_time_codes_are_those_of_the_rfcs_in_python() {
    agrees("OneTimeCodes.test_by_hand");
}

#[test]
fn one_time_codes_are_those_of_pyotp() {
    if !has("python3")
        || !attempt(Command::new("python3").args(["-c", "import pyotp"])).status.success()
    {
        return skip("pyotp", "no pyotp for python3");
    }
    agrees("OneTimeCodes.test_pyotp");
}

#[test]
fn one_time_codes_are_those_of_oathtool() {
    if !has("oathtool") {
        return skip("oathtool", "no oathtool");
    }
    agrees("OneTimeCodes.test_oathtool");
}

#[test]
fn uuids_are_read_as_python_reads_them() {
    agrees("Uuids");
}
