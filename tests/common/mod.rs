//! What the tests from outside share: the library as `make` ships it, running a tool, and saying so
//! where one is missing.

// Each test file takes what it needs.
#![allow(dead_code)]

use std::env::var;
use std::fs::{OpenOptions, create_dir_all, write};
use std::io::{Write, stderr};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::Once;

pub const ROOT: &str = env!("CARGO_MANIFEST_DIR");
pub const HEADER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/include/csecrets.h");
pub const SHARED: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/build/libcsecrets.so.", env!("CARGO_PKG_VERSION"));
pub const STATIC: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/build/libcsecrets.a");

/// Makes the library in build/, once a test program.
pub fn make_library() {
    static MADE: Once = Once::new();
    MADE.call_once(|| drop(run(make(ROOT).arg("all"))));
}

/// `make`, which sees neither the settings nor the job server of a `make check` around it.
pub fn make(directory: impl AsRef<Path>) -> Command {
    let mut make = Command::new("make");
    make.arg("--silent").arg("-C").arg(directory.as_ref());
    for setting in ["MAKEFLAGS", "MAKELEVEL", "DESTDIR", "PREFIX", "LIBDIR", "INCLUDEDIR", "MANDIR"]
    {
        make.env_remove(setting);
    }
    make
}

/// The C compiler: $CC, or cc.
pub fn cc() -> Command {
    Command::new(var("CC").unwrap_or_else(|_| "cc".into()))
}

/// A command that must succeed.
pub fn run(command: &mut Command) -> Output {
    let output = attempt(command);
    assert!(output.status.success(), "{command:?}: {}\n{}", output.status, said(&output));
    output
}

/// A command that may fail.
pub fn attempt(command: &mut Command) -> Output {
    // Messages and number formats are read here: in one language.
    command.env("LC_ALL", "C");
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// All that a command wrote, as text.
pub fn said(output: &Output) -> String {
    [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes)).concat()
}

/// The standard output of a command that must succeed.
pub fn answer(command: &mut Command) -> String {
    String::from_utf8(run(command).stdout).unwrap()
}

/// Whether a program of this name can be started.
pub fn has(tool: &str) -> bool {
    var("PATH").unwrap_or_default().split(':').any(|path| Path::new(path).join(tool).is_file())
}

/// Says that a test did nothing: on standard error at once, and in build/skipped.txt for the end of
/// `make check`. At most once a test, which then returns.
pub fn skip(test: &str, why: &str) {
    let line = format!("SKIPPED {test}: {why}\n");
    // Not eprint!, which the test runner would keep to itself.
    stderr().write_all(line.as_bytes()).unwrap();
    create_dir_all(format!("{ROOT}/build")).unwrap();
    let list = format!("{ROOT}/build/skipped.txt");
    let mut list = OpenOptions::new().append(true).create(true).open(list).unwrap();
    list.write_all(line.as_bytes()).unwrap();
}

/// An empty directory of a test's own.
pub fn scratch(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(std::fs::remove_dir_all(&directory));
    create_dir_all(&directory).unwrap();
    directory
}

/// The number in the SONAME.
pub fn abi() -> String {
    let manifest = std::fs::read_to_string(format!("{ROOT}/Cargo.toml")).unwrap();
    manifest.lines().find_map(|line| line.strip_prefix("abi = ")).unwrap().to_string()
}

/// The golden list of exports.
pub fn golden() -> Vec<String> {
    let list = std::fs::read_to_string(format!("{ROOT}/tests/abi/symbols.txt")).unwrap();
    list.lines().map(String::from).collect()
}

/// The header as a binding generator sees it: without comments and directives, the standard headers
/// empty; `NODISCARD` stands where a compiler warns.
pub fn plain_header(test: &str, definitions: &[&str]) -> String {
    plain(HEADER, test, definitions)
}

fn plain(header: &str, test: &str, definitions: &[&str]) -> String {
    let empty = scratch(test);
    for name in ["stdbool.h", "stddef.h", "stdint.h"] {
        write(empty.join(name), "").unwrap();
    }
    answer(cc().args(["-E", "-P", "-nostdinc", "-I"]).arg(&empty).args(definitions).arg(header))
}

/// The prototypes of a header, each on one line and without its semicolon.
pub fn prototypes(header: &str, test: &str) -> Vec<String> {
    let text = plain(header, test, &[]);
    let items = text.split(';').filter(|item| item.contains('('));
    items.map(|item| item.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
