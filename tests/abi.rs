//! Programs built against an earlier version run with this one. `make abi` rewrites what tests/abi
//! keeps of the version in hand, which nobody may do any more once that is released: CONTRIBUTING.md,
//! "ABI", says what each number of a version promises.
//!
//! A stripped library tells nothing of types. So the header is made into a library of functions without
//! content, whose debug information abidiff (Debian: abigail-tools) compares: with what was kept of each
//! version, and with what the compiler says of the functions in Rust.

mod common;
#[path = "abi/releases.rs"]
mod releases;

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string, write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use common::{
    HEADER, ROOT, SHARED, answer, attempt, cc, has, make, make_library, prototypes, run, said,
    scratch, skip,
};
use releases::{Release, firsts, function, releases};

/// What differs from one machine to the next, and is no promise.
const PORTABLE: [&str; 4] =
    ["--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed"];

/// Bits of abidiff's exit status; those below say that it failed.
const CHANGED: i32 = 4;
const INCOMPATIBLE: i32 = 8;

/// Whether abidiff can be run, and what it compares has the machine that the dumps are of.
fn usable(test: &str) -> bool {
    let why = match () {
        () if !has("abidiff") => "no abidiff (Debian: abigail-tools)",
        () if !cfg!(all(target_arch = "x86_64", target_os = "linux")) => {
            "tests/abi has dumps of x86-64 alone"
        }
        () => return true,
    };
    skip(test, why);
    false
}

fn soname() -> String {
    make_library();
    let dynamic = answer(Command::new("readelf").args(["-W", "--dynamic", SHARED]));
    let line = dynamic.lines().find_map(|line| line.split_once("Library soname: ["));
    line.unwrap().1.trim_end_matches(']').to_string()
}

/// What a stub is made of: a header, what stands before it, and how the library is named.
struct Stub {
    header: String,
    before: &'static str,
    soname: String,
    versions: String,
}

impl Stub {
    fn of_today() -> Self {
        let versions = read_to_string(format!("{ROOT}/csecrets.map")).unwrap();
        Self { header: read_to_string(HEADER).unwrap(), before: "", soname: soname(), versions }
    }

    /// The library, in a folder of the test's own.
    fn link(&self, test: &str) -> String {
        let folder = scratch(test);
        let [header, source, map, library] =
            ["csecrets.h", "stub.c", "stub.map", "libcsecrets.so"].map(|name| folder.join(name));
        write(&header, &self.header).unwrap();
        write(&map, &self.versions).unwrap();
        let functions = prototypes(header.to_str().unwrap(), &format!("{test}-plain"));
        let bodies = functions.join(" { __builtin_trap(); }\n") + " { __builtin_trap(); }\n";
        let text = format!("{}\n#include \"csecrets.h\"\n{bodies}", self.before);
        write(&source, text).unwrap();
        let mut command = cc();
        // A dump names the source, wherever it was compiled.
        command.arg(format!("-ffile-prefix-map={}/=", folder.display()));
        command.args(["-g", "-shared", "-fPIC"]).arg(&source).arg("-o").arg(&library);
        command.arg(format!("-Wl,-soname,{}", self.soname));
        command.arg(format!("-Wl,--version-script={}", map.display()));
        run(&mut command);
        library.to_string_lossy().into_owned()
    }
}

/// What abidiff says of two libraries, or of a dump and a library. New functions are no difference, and
/// neither are new fields at the end of a structure that says its size.
fn differences(old: &str, new: &str) -> Output {
    let mut command = Command::new("abidiff");
    command.args(["--no-added-syms", "--suppressions"]);
    attempt(command.arg(format!("{ROOT}/tests/abi/grows.abignore")).args([old, new]))
}

fn assert_same(old: &str, new: &str) {
    let found = differences(old, new);
    assert!(found.status.success(), "{old}, {new}: {}\n{}", found.status, said(&found));
}

fn dump(release: &Release) -> String {
    format!("{}/csecrets.abi", release.folder)
}

/// The header without its comments.
fn bare_header() -> String {
    let bare = answer(cc().args(["-w", "-fpreprocessed", "-dD", "-E", "-P", HEADER]));
    let lines = bare.lines().map(str::trim_end).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_header_keeps_what_earlier_versions_promised() {
    if !usable("the header against earlier ones") {
        return;
    }
    let stub = Stub::of_today().link("abi-today");
    let releases = releases();
    if std::env::var_os("UPDATE_ABI").is_some() {
        let release = releases.last().unwrap();
        write(release.header(), bare_header()).unwrap();
        run(Command::new("abidw").args(PORTABLE).args(["--out-file", &dump(release), &stub]));
    }
    releases.iter().for_each(|release| assert_same(&dump(release), &stub));
}

#[test]
fn what_is_kept_of_a_version_is_of_one_header() {
    if !usable("the kept dumps against the kept headers") {
        return;
    }
    for release in releases() {
        let header = read_to_string(release.header()).unwrap();
        let stub = Stub { header, ..Stub::of_today() }.link(&format!("abi-of-{}", release.version));
        assert_same(&dump(&release), &stub);
        assert_same(&stub, &dump(&release));
    }
}

/// A change of the header, its name, and whether programs notice.
const CHANGES: [(&str, &str, &str, bool); 8] = [
    ("narrowed", "uint64_t bound", "uint32_t bound", true),
    ("signed", "uint64_t bound", "int64_t bound", true),
    ("grown-inside", "uint32_t period;", "uint32_t more; uint32_t period;", true),
    ("grown-unsized", "} csecrets_span;", "size_t more; } csecrets_span;", true),
    ("shrunk", "uint32_t algorithm;", "", true),
    ("lost", "csecrets_uuid_parse(", "csecrets_uuid_read(", true),
    ("grown", "} csecrets_totp_params;", "uint32_t more; } csecrets_totp_params;", false),
    (
        "new",
        "uint32_t csecrets_version",
        "int csecrets_new(void); uint32_t csecrets_version",
        false,
    ),
];

#[test]
fn a_broken_promise_is_found() {
    if !usable("broken promises") {
        return;
    }
    let today = Stub::of_today().link("abi-whole");
    let broken = |name: &str, stub: Stub| {
        let found = differences(&today, &stub.link(&format!("abi-{name}")));
        let status = found.status.code().unwrap();
        assert!([0, CHANGED, CHANGED | INCOMPATIBLE].contains(&status), "{name}: {}", said(&found));
        status != 0
    };
    for (name, old, new, noticed) in CHANGES {
        let stub = Stub::of_today();
        assert!(stub.header.contains(old), "{name}: the header has no {old}");
        let header = stub.header.replace(old, new);
        assert_eq!(broken(name, Stub { header, ..stub }), noticed, "{name}");
    }
    let soname = "libcsecrets.so.next".to_string();
    assert!(broken("soname", Stub { soname, ..Stub::of_today() }));
    let versions = "CSECRETS_9.9 { global: csecrets_*; local: *; };".to_string();
    assert!(broken("versions", Stub { versions, ..Stub::of_today() }));
}

/// Lines of a header that give a name its value.
fn constants(header: &str) -> Vec<String> {
    let joined = header.replace("\\\n", " ");
    let lines = joined.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let values = lines.filter(|line| line.starts_with("#define CSECRETS_") || line.contains(" = "));
    values.map(|line| line.trim_end_matches(',').to_string()).collect()
}

/// No type has them: a program was compiled with the numbers in it.
fn changed_constants(old: &str, new: &str) -> Vec<String> {
    let new = constants(new);
    // Each version has its own, and the default of PBKDF2 grows with the speed of attackers.
    let free = ["#define CSECRETS_VERSION", "CSECRETS_PASSWORD_ITERATIONS = "];
    let mut old = constants(old);
    assert!(old.len() > 50);
    old.retain(|line| !new.contains(line) && !free.iter().any(|free| line.starts_with(free)));
    old
}

#[test]
fn constants_keep_their_values() {
    let today = bare_header();
    for release in releases() {
        let old = read_to_string(release.header()).unwrap();
        assert_eq!(changed_constants(&old, &today), [""; 0], "since {}", release.version);
    }
    let renumbered = today.replace("CSECRETS_ERR_WEAK = -7", "CSECRETS_ERR_WEAK = -16");
    assert_eq!(changed_constants(&today, &renumbered), ["CSECRETS_ERR_WEAK = -7"]);
}

/// Makes build/ of a tree of links, without stripping: what a packager does who splits off the debug
/// information.
fn unstripped() -> String {
    let tree = scratch("abi-unstripped");
    for entry in read_dir(ROOT).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if !["build", "target", ".git"].iter().any(|own| *own == name) {
            symlink(entry.path(), tree.join(name)).unwrap();
        }
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("abi-target");
    let library = Path::new(SHARED).strip_prefix(ROOT).unwrap();
    run(make(&tree).arg("STRIP=0").arg(library).env("CARGO_TARGET_DIR", target));
    tree.join(library).to_string_lossy().into_owned()
}

#[test]
fn the_header_has_the_types_of_the_source() {
    if !usable("the header against the source") {
        return;
    }
    let library = unstripped();
    // src/ffi/status.rs says why a predicate returns more than C's bool.
    let before = "#include <stdbool.h>\n#include <stdint.h>\n#undef bool\n#define bool uint32_t";
    let stub = || Stub { before, ..Stub::of_today() };
    assert_same(&stub().link("abi-types"), &library);
    let header = stub().header.replace("uint32_t digits", "uint64_t digits");
    let lie = differences(&Stub { header, ..stub() }.link("abi-lie"), &library);
    assert_eq!(lie.status.code(), Some(CHANGED), "{}", said(&lie));
}

/// Who refers to every function of a header, and so starts only where all are found.
fn table(release: &Release, test: &str) -> String {
    let functions = prototypes(&release.header(), test);
    let names = functions.iter().map(|prototype| function(prototype));
    let rows = names.map(|name| format!("(void (*)(void)){name},\n")).collect::<String>();
    format!("#include \"csecrets.h\"\nvoid (*const every_function[])(void) = {{\n{rows}}};\n")
}

/// A version's own program, linked with a stub of that version's library, with this one.
fn run_caller(release: &Release, versions: String, test: &str) -> Output {
    make_library();
    let header = read_to_string(release.header()).unwrap();
    let dump = read_to_string(dump(release)).unwrap();
    let soname = dump.split_once("soname='").unwrap().1.split_once('\'').unwrap().0.to_string();
    let stub = Stub { header, before: "", soname, versions }.link(&format!("{test}-stub"));
    let folder = scratch(test);
    let (every, program) = (folder.join("every.c"), folder.join("caller"));
    write(&every, table(release, &format!("{test}-plain"))).unwrap();
    let mut command = cc();
    command.args(["-std=c99", "-Wall", "-Wextra", "-Werror", "-Wl,-z,now", "-I", &release.folder]);
    command.arg(format!("{}/caller.c", release.folder)).arg(&every).arg(&stub);
    run(command.arg("-o").arg(&program));
    attempt(Command::new(&program).env("LD_LIBRARY_PATH", format!("{ROOT}/build")))
}

/// The version script of a library that was linked when the last of these versions was out.
fn version_script(releases: &[Release], test: &str) -> String {
    let node = |(version, functions): &(&str, BTreeSet<String>)| {
        let names = functions.iter().map(|name| format!("{name};")).collect::<String>();
        format!("CSECRETS_{version} {{ global: {names} }};\n")
    };
    firsts(releases, test).iter().map(node).collect()
}

#[test]
fn programs_of_earlier_versions_run() {
    let releases = releases();
    for last in 0..releases.len() {
        let test = format!("abi-caller-{last}");
        let versions = version_script(&releases[..=last], &format!("{test}-versions"));
        let output = run_caller(&releases[last], versions, &test);
        assert!(output.status.success(), "{}: {}", releases[last].version, said(&output));
    }
}

#[test]
fn a_program_of_a_version_that_is_unknown_does_not_start() {
    let versions = "CSECRETS_9.9 { global: csecrets_*; local: *; };".to_string();
    let output = run_caller(&releases()[0], versions, "abi-unknown");
    assert!(!output.status.success());
    assert!(said(&output).contains("version `CSECRETS_9.9' not found"), "{}", said(&output));
}
