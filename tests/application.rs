//! The application secrets, seen from outside: C programs, examples, and a second implementation of
//! the signed token, against the libraries that `make` ships.

mod common;

use std::path::PathBuf;
use std::process::Command;

use common::{ROOT, SHARED, STATIC, answer, cc, has, make_library, run, scratch, skip};

fn compile(source: &str, library: &str, flags: &[&str]) -> PathBuf {
    make_library();
    let product = scratch(&format!("application-{}", source.replace('/', "-"))).join("program");
    let mut compiler = cc();
    compiler.args(["-std=c99", "-O2", "-Wall", "-Wextra", "-Werror"]).args(flags);
    compiler.arg(format!("-I{ROOT}/include")).arg(format!("{ROOT}/{source}.c")).arg(library);
    run(compiler.arg(format!("-Wl,-rpath,{ROOT}/build")).arg("-o").arg(&product));
    product
}

fn program(name: &str) {
    for library in [SHARED, STATIC] {
        run(&mut Command::new(compile(&format!("tests/c/{name}"), library, &[])));
    }
}

/// Compiled as strictly as anybody who copies it may.
fn example(name: &str) -> String {
    let flags = ["-Wpedantic", "-Wconversion", "-Wsign-conversion", "-Wshadow"];
    answer(&mut Command::new(compile(&format!("c-examples/{name}"), SHARED, &flags)))
}

#[test]
fn misused_codecs_leave_nothing_behind() {
    program("misuse_codec");
}

#[test]
fn misused_api_keys_leave_nothing_behind() {
    program("misuse_api_key");
}

#[test]
fn misused_signed_tokens_leave_nothing_behind() {
    program("misuse_sign");
}

#[test]
fn misused_hashes_leave_nothing_behind() {
    program("misuse_hash");
}

#[test]
fn misused_uuids_leave_nothing_behind() {
    program("misuse_uuid");
}

#[test]
fn the_api_key_example_tells_a_typing_error_and_a_forged_token() {
    let shown = example("api_keys");
    for line in ["accepted, known", "a typing error:", "accepted, user=12345", "has expired"] {
        assert!(shown.contains(line), "{line}");
    }
}

#[test]
fn the_password_example_accepts_the_right_one_alone() {
    let shown = example("password_hash");
    assert!(shown.contains("the right password: accepted"));
    assert!(shown.contains("a wrong password:   refused"));
}

#[test]
fn the_csrf_example_accepts_one_of_six() {
    let shown = example("csrf");
    let answers = |word| shown.lines().filter(|line| line.ends_with(word)).count();
    assert_eq!((answers("accepted"), answers("refused")), (1, 5));
}

#[test]
fn another_implementation_reads_and_writes_the_same_signed_tokens() {
    if !has("python3") {
        return skip("signed_token", "no python3");
    }
    make_library();
    let script = format!("{ROOT}/tests/python/signed_token.py");
    run(Command::new("python3").arg(script).arg(SHARED));
}
