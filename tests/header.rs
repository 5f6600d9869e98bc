//! The committed header is what src/ffi says, and its hand-written part is what the library says. `UPDATE_HEADER=1 cargo test --test header` (or `make header`) rewrites it.

#[path = "header/generate.rs"]
mod generate;

use std::fs::{read_to_string, write};

const HEADER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/include/csecrets.h");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

#[test]
fn the_header_is_generated_from_the_source() {
    let generated = generate::header();
    if std::env::var_os("UPDATE_HEADER").is_some() {
        write(HEADER, &generated).unwrap();
    }
    let committed = read_to_string(HEADER).unwrap();
    assert!(committed == generated, "include/csecrets.h is out of date: run `make header`");
}

/// The value that a `#define` or an enumerator of the header has.
fn value(name: &str) -> String {
    let header = read_to_string(HEADER).unwrap();
    let mut lines = header.lines().map(str::trim);
    let found = lines.find_map(|line| {
        let mut words = line.trim_start_matches("#define").split_whitespace();
        (words.next() == Some(name)).then(|| words.filter(|&word| word != "=").collect::<Vec<_>>())
    });
    let words = found.unwrap_or_else(|| panic!("{name} is not in the header"));
    words[0].trim_end_matches(',').trim_matches('"').to_string()
}

#[test]
fn the_headers_version_is_cargos() {
    assert_eq!(value("CSECRETS_VERSION"), env!("CARGO_PKG_VERSION"));
    assert_eq!(value("CSECRETS_VERSION_MAJOR"), env!("CARGO_PKG_VERSION_MAJOR"));
    assert_eq!(value("CSECRETS_VERSION_MINOR"), env!("CARGO_PKG_VERSION_MINOR"));
    assert_eq!(value("CSECRETS_VERSION_PATCH"), env!("CARGO_PKG_VERSION_PATCH"));
}

/// `BufferTooSmall` is CSECRETS_ERR_BUFFER_TOO_SMALL in the header.
fn enumerator(variant: &str) -> String {
    let mut name = String::from("CSECRETS_ERR");
    for letter in variant.chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_uppercase());
    }
    name
}

#[test]
fn the_headers_codes_are_those_of_the_source() {
    let source = read_to_string(format!("{ROOT}/src/ffi/status.rs")).unwrap();
    let arms = source.lines().filter_map(|line| line.trim().strip_prefix("Error::"));
    let codes: Vec<_> =
        arms.filter_map(|arm| arm.trim_end_matches(',').split_once(" => ")).collect();
    for (variant, code) in &codes {
        assert_eq!(value(&enumerator(variant)), *code, "{variant}");
    }
    let errors = read_to_string(format!("{ROOT}/src/error.rs")).unwrap();
    let variants = errors.lines().filter(|line| line.starts_with("    ") && line.ends_with(','));
    let header = read_to_string(HEADER).unwrap();
    let enumerators = header.lines().filter(|line| line.starts_with("    CSECRETS_ERR_"));
    assert_eq!((codes.len(), codes.len()), (variants.count(), enumerators.count()));
}

#[test]
fn the_headers_flags_are_those_of_the_source() {
    let source = read_to_string(format!("{ROOT}/src/secrets/password/policy.rs")).unwrap();
    let flags = source.lines().filter_map(|line| line.strip_prefix("pub const NO_"));
    let mut all = 0;
    for flag in flags {
        let (name, bit) = flag.trim_end_matches(';').split_once(": i32 = ").unwrap();
        assert_eq!(value(&format!("CSECRETS_PASSWORD_NO_{name}")), bit);
        all |= bit.parse::<i32>().unwrap();
    }
    assert_eq!(all, 31);
}

#[test]
fn the_headers_numbers_are_those_of_the_source() {
    let source = |path: &str| read_to_string(format!("{ROOT}/src/secrets/{path}.rs")).unwrap();
    let defines = |source: &str, line: &str| source.lines().any(|other| other == line);
    let otp = source("otp");
    for (name, constant) in [("TOTP_SHA1", "SHA1"), ("TOTP_SHA256", "SHA256")] {
        let number = value(&format!("CSECRETS_{name}"));
        assert!(defines(&otp, &format!("pub const {constant}: u32 = {number};")), "{name}");
    }
    let usual = format!("{}u32", value("CSECRETS_PASSWORD_ITERATIONS"));
    let phc = source("stored/phc").replace("_000", "000").replace(';', "u32;");
    assert!(defines(&phc, &format!("const USUAL_ITERATIONS: u32 = {usual};")));
}
