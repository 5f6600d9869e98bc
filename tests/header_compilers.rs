//! The header compiles without a warning wherever it is promised to, warns where a status is
//! ignored, and is plain C to whoever reads it without a compiler.

mod common;

use std::collections::BTreeSet;
use std::fs::{read_to_string, write};
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{
    HEADER, ROOT, SHARED, answer, attempt, golden, has, make_library, plain_header, run, said,
    scratch, skip,
};

const EVERYTHING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/header/everything.c");
const WARNINGS: [&str; 8] = [
    "-Wall",
    "-Wextra",
    "-Wpedantic",
    "-Werror",
    "-Wconversion",
    "-Wsign-conversion",
    "-Wundef",
    "-Wshadow",
];
const C: [&str; 4] = ["c99", "c11", "c17", "c2x"];
const CPP: [&str; 4] = ["c++11", "c++14", "c++17", "c++20"];

fn compiler(name: &str) -> Command {
    let mut compiler = Command::new(name);
    compiler.arg(format!("-I{ROOT}/include"));
    compiler
}

/// Compiles the header alone, and then the program that uses all of it, which is run.
fn compiles(test: &str, name: &str, language: &[&str], standards: &[&str]) {
    if !has(name) {
        return skip(test, &format!("no {name}"));
    }
    make_library();
    let program = scratch(test).join("everything");
    for standard in standards {
        let mut alone = compiler(name);
        alone.args(WARNINGS).args(language).arg(format!("-std={standard}"));
        run(alone.args(["-fsyntax-only", "-include", "csecrets.h", HEADER]));
        let mut whole = compiler(name);
        whole.args(WARNINGS).args(language).arg(format!("-std={standard}"));
        run(whole.args([EVERYTHING, "-o"]).arg(&program).args(["-x", "none", SHARED]));
        runs(&program);
    }
}

fn runs(program: &Path) {
    run(Command::new(program).env("LD_LIBRARY_PATH", format!("{ROOT}/build")));
}

#[test]
fn gcc_compiles_the_header_without_a_warning() {
    compiles("header-gcc", "gcc", &["-x", "c", "-Wstrict-prototypes"], &C);
}

#[test]
fn clang_compiles_the_header_without_a_warning() {
    compiles("header-clang", "clang", &["-x", "c", "-Wstrict-prototypes"], &C);
}

#[test]
fn gxx_compiles_the_header_without_a_warning() {
    compiles("header-g++", "g++", &["-x", "c++", "-Wold-style-cast"], &CPP);
}

#[test]
fn clangxx_compiles_the_header_without_a_warning() {
    compiles("header-clang++", "clang++", &["-x", "c++", "-Wold-style-cast"], &CPP);
}

#[test]
fn tcc_compiles_the_header_without_a_warning() {
    if !has("tcc") {
        return skip("header-tcc", "no tcc");
    }
    make_library();
    let program = scratch("header-tcc").join("everything");
    run(compiler("tcc").args(["-Wall", "-Werror", EVERYTHING, SHARED, "-o"]).arg(&program));
    runs(&program);
}

#[test]
fn gcc_warns_of_a_buffer_that_is_smaller_than_its_size() {
    let version =
        if has("gcc") { answer(Command::new("gcc").arg("-dumpversion")) } else { "0".into() };
    let major = version.trim().split('.').next().unwrap().parse::<u32>().unwrap();
    if major < 10 {
        return skip("sizes seen by gcc", "no gcc that knows of the attribute access");
    }
    let calls = [
        ("csecrets_token_hex(text, 65, 32)", "char text[10]"),
        ("csecrets_uuid4(text)", "unsigned char text[15]"),
        ("csecrets_hex_encode(hex, 65, text, 32)", "char hex[65], text[31] = {0}"),
    ];
    for (call, declaration) in calls {
        let compiled = |declaration: &str| {
            let program = format!(
                "#include <csecrets.h>\nint main(void) {{ {declaration}; return {call}; }}"
            );
            let source = scratch("header-sizes").join("sizes.c");
            write(&source, program).unwrap();
            said(&run(compiler("gcc").args(["-O2", "-Wall", "-c", "-o", "/dev/null"]).arg(source)))
        };
        let warned = compiled(declaration);
        assert!(warned.contains("-Wstringop-over"), "{call}: {warned}");
        let larger =
            declaration.replace("[10]", "[65]").replace("[15]", "[16]").replace("[31]", "[32]");
        assert_eq!(compiled(&larger), "", "{call}");
    }
}

/// The words of a text that start as names of ours do.
fn names<'a>(text: &'a str, prefix: &str) -> BTreeSet<&'a str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.filter(|word| word.starts_with(prefix)).collect()
}

#[test]
fn the_program_that_is_compiled_uses_all_of_the_header() {
    let program = read_to_string(EVERYTHING).unwrap();
    for function in golden() {
        assert!(program.contains(&format!("{function}(")), "{function}");
    }
    let header = read_to_string(HEADER).unwrap();
    // The guard, the macro that a user may define, and what only comments name.
    let used = names(&program, "CSECRETS_");
    for name in names(&header, "CSECRETS_") {
        let not_used = [
            "CSECRETS_H",
            "CSECRETS_ACCESS",
            "CSECRETS_NODISCARD",
            "CSECRETS_ERR_",
            "CSECRETS_ERR_UNKNOWN",
            "CSECRETS_PASSWORD_NO_",
        ];
        assert!(not_used.contains(&name) || used.contains(name), "{name}");
    }
}

#[test]
fn every_status_and_every_verdict_is_marked() {
    let header = plain_header("header-marked", &["-DCSECRETS_NODISCARD=NODISCARD"]);
    let functions = header.split(';').map(str::trim).filter(|line| line.contains('('));
    let marked = |function: &&str| function.contains("NODISCARD");
    let (marked, free): (Vec<_>, Vec<_>) = functions.partition(marked);
    let free: Vec<_> = free.iter().flat_map(|function| names(function, "csecrets_")).collect();
    assert_eq!(
        free,
        [
            "csecrets_version",
            "csecrets_version_number",
            "csecrets_strerror",
            "csecrets_status_name",
            "csecrets_token_bytes_or_abort",
            "csecrets_wipe",
        ]
    );
    assert_eq!(marked.len() + free.len(), golden().len());
}

/// Compiles one call in a function of its own.
fn says(name: &str, language: &str, call: &str) -> String {
    let place = scratch(&format!("nodiscard-{name}"));
    let (source, object) = (place.join("call.c"), place.join("call.o"));
    let function = "int f(char *out);\nint f(char *out) {";
    write(&source, format!("#include <csecrets.h>\n{function}\n    {call}\n}}\n")).unwrap();
    let mut compiler = compiler(name);
    // gcc tells only when it makes code.
    compiler.args(WARNINGS).args(["-x", language, "-c"]).arg(source).arg("-o").arg(object);
    said(&attempt(&mut compiler))
}

fn warns(name: &str, language: &str) {
    if !has(name) {
        return skip(&format!("nodiscard-{name}"), &format!("no {name}"));
    }
    let ignored = says(name, language, "csecrets_token_hex(out, 65, 32); return 0;");
    assert!(ignored.contains("unused-result"), "{ignored}");
    assert_eq!(says(name, language, "return csecrets_token_hex(out, 65, 32);"), "");
}

#[test]
fn gcc_warns_where_a_status_is_ignored() {
    warns("gcc", "c");
}

#[test]
fn clang_warns_where_a_status_is_ignored() {
    warns("clang", "c");
}

#[test]
fn gxx_warns_where_a_status_is_ignored() {
    warns("g++", "c++");
}

#[test]
fn clangxx_warns_where_a_status_is_ignored() {
    warns("clang++", "c++");
}

/// The preprocessed header in a file, for those who read it without a compiler.
fn plain(test: &str) -> PathBuf {
    make_library();
    let text = plain_header(test, &[]);
    let file = scratch(test).join("csecrets.h");
    write(&file, text).unwrap();
    file
}

fn reads(interpreter: &str, script: &str, header: &Path) {
    let script = format!("{ROOT}/tests/header/{script}");
    let version = answer(Command::new(interpreter).arg(script).arg(header).arg(SHARED));
    assert_eq!(version.trim(), env!("CARGO_PKG_VERSION"));
}

#[test]
fn pythons_cffi_reads_the_header() {
    let test = "header-cffi";
    if !has("python3") {
        return skip(test, "no python3");
    }
    if !attempt(Command::new("python3").args(["-c", "import cffi"])).status.success() {
        return skip(test, "python3 has no cffi");
    }
    reads("python3", "read_by.py", &plain(test));
}

#[test]
fn luajit_reads_the_header() {
    let test = "header-luajit";
    if !has("luajit") {
        return skip(test, "no luajit");
    }
    reads("luajit", "read_by.lua", &plain(test));
}
