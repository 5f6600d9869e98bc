//! The libraries export what the golden list says and nothing else, and ask nothing of the system but
//! what is listed here.
//!
//! Read by binutils, of which the build needs objcopy anyway.

mod common;
#[path = "abi/releases.rs"]
mod releases;

use std::collections::BTreeSet;
use std::fs::{copy, write};
use std::process::Command;

use common::{HEADER, SHARED, STATIC, answer, cc, golden, make_library, prototypes, run, scratch};

/// What may be asked of the C library: no allocator, no thread, no file.
const IMPORTS: [&str; 13] = [
    "__errno_location",
    "abort",
    "bcmp",
    "getauxval",
    "getrandom",
    "memcmp",
    "memcpy",
    "memmove",
    "memset",
    "mmap",
    "strlen",
    "strnlen",
    "write",
];

/// What the C compiler's own start files refer to, weakly.
const CRT: [&str; 4] = [
    "_ITM_deregisterTMCloneTable",
    "_ITM_registerTMCloneTable",
    "__cxa_finalize",
    "__gmon_start__",
];

/// 112 KB, and the list of words for passphrases: 9 bytes each.
const LARGEST_LIBRARY: u64 = 112 * 1024 + 9 * 7776;

/// Bytes of .data and .bss: the flags of the slots of src/entropy/vdso.rs, no pool of randomness.
const LARGEST_STATE: u64 = 9 << 10;

fn tool(name: &str, arguments: &[&str]) -> String {
    make_library();
    answer(Command::new(name).args(arguments))
}

fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

/// Name and section of each dynamic symbol of a shared library.
fn dynamic_symbols(library: &str) -> Vec<(String, String)> {
    let table = tool("readelf", &["-W", "--dyn-syms", library]);
    let lines = table.lines().map(words).filter(|line| line.len() >= 8 && line[0] != "Num:");
    lines.map(|line| (line[7].to_string(), line[6].to_string())).collect()
}

/// The entries of a dynamic section of one kind, such as "(NEEDED)".
fn dynamic(library: &str, kind: &str) -> Vec<String> {
    let table = tool("readelf", &["-W", "--dynamic", library]);
    let found = table.lines().filter_map(|line| line.split_once(kind));
    found.map(|(_, value)| value.trim().to_string()).collect()
}

/// A function has the version that was the first to declare it.
#[test]
fn the_shared_library_exports_the_golden_list_under_its_versions() {
    let symbols = dynamic_symbols(SHARED);
    let exports = symbols.iter().filter(|(_, section)| section != "UND" && section != "ABS");
    let exports: BTreeSet<_> = exports.map(|(name, _)| name.clone()).collect();
    let releases = releases::releases();
    let versions = releases::firsts(&releases, "exports-versions");
    let named = versions.iter().flat_map(|(version, functions)| {
        functions.iter().map(move |name| format!("{name}@@CSECRETS_{version}"))
    });
    assert_eq!(exports, named.collect(), "`make abi` says which version a new function is of");
    let names = exports.iter().map(|export| export.split_once('@').unwrap().0);
    assert_eq!(names.collect::<Vec<_>>(), golden());
    let nodes =
        symbols.iter().filter(|(_, section)| section == "ABS").map(|(name, _)| name.clone());
    let expected = versions.iter().map(|(version, _)| format!("CSECRETS_{version}"));
    assert_eq!(nodes.collect::<BTreeSet<_>>(), expected.collect());
}

#[test]
fn the_static_library_defines_the_golden_list() {
    let table = tool("nm", &["--extern-only", "--defined-only", "--format=posix", STATIC]);
    let defined = table.lines().map(words).filter(|line| line.len() >= 3);
    assert_eq!(defined.map(|line| line[0]).collect::<Vec<_>>(), golden());
}

#[test]
fn the_header_declares_the_golden_list() {
    let prototypes = prototypes(HEADER, "exports-header");
    let declared: BTreeSet<_> =
        prototypes.iter().map(|prototype| releases::function(prototype)).collect();
    assert_eq!(declared, golden().into_iter().collect());
}

/// What a library asks of others and is on no list.
fn unlisted(library: &str) -> Vec<String> {
    let names: Vec<_> = if library.ends_with(".a") {
        let table = tool("nm", &["--undefined-only", "--format=posix", library]);
        let lines = table.lines().map(words).filter(|line| line.len() >= 2);
        lines.map(|line| line[0].to_string()).collect()
    } else {
        let symbols = dynamic_symbols(library).into_iter();
        let undefined = symbols.filter(|(name, section)| section == "UND" && !name.is_empty());
        undefined.map(|(name, _)| name.split('@').next().unwrap().to_string()).collect()
    };
    assert!(!names.is_empty(), "{library} asks for nothing");
    let listed = [&IMPORTS[..], &CRT, &["_GLOBAL_OFFSET_TABLE_"]].concat();
    names.into_iter().filter(|name| !listed.contains(&name.as_str())).collect()
}

/// What a library needs that asks for the C library alone; each system has a name of its own for that.
fn libc() -> String {
    let directory = scratch("exports-libc");
    let (source, library) = (directory.join("libc.c"), directory.join("libc.so"));
    write(&source, "#include <stdlib.h>\nvoid stop(void) { abort(); }\n").unwrap();
    run(cc().args(["-shared", "-fPIC", "-Wl,--as-needed"]).arg(&source).arg("-o").arg(&library));
    dynamic(library.to_str().unwrap(), "(NEEDED)").concat()
}

#[test]
fn nothing_is_needed_but_libc() {
    assert_eq!(dynamic(SHARED, "(NEEDED)"), [libc()]);
    assert_eq!(unlisted(SHARED), [""; 0]);
    assert_eq!(unlisted(STATIC), [""; 0]);
}

/// The same libraries with a file in them that allocates.
#[test]
fn an_import_that_is_not_listed_is_found() {
    make_library();
    let directory = scratch("exports-planted");
    let [source, object, archive, library] = ["p.c", "p.o", "p.a", "p.so"]
        .map(|name| directory.join(name).to_string_lossy().into_owned());
    write(&source, "#include <stdlib.h>\nvoid *planted(void) { return malloc(1); }\n").unwrap();
    run(cc().args(["-fPIC", "-c", &source, "-o", &object]));
    copy(STATIC, &archive).unwrap();
    run(Command::new("ar").args(["rs", &archive, &object]));
    run(cc()
        .args(["-shared", "-Wl,--whole-archive", &archive, "-Wl,--no-whole-archive"])
        .args(["-o", &library]));
    assert_eq!(unlisted(&archive), ["malloc"]);
    assert_eq!(unlisted(&library), ["malloc"]);
}

#[test]
fn the_soname_carries_the_major_version() {
    let soname = concat!("Library soname: [libcsecrets.so.", env!("CARGO_PKG_VERSION_MAJOR"), "]");
    assert_eq!(dynamic(SHARED, "(SONAME)"), [soname]);
}

#[test]
fn the_shared_library_keeps_no_hidden_state() {
    let table = tool("readelf", &["-W", "--sections", SHARED]);
    let sections =
        table.lines().filter_map(|line| line.split_once(']')).map(|(_, line)| words(line));
    let state = sections.filter(|line| {
        let name = *line.first().unwrap_or(&"");
        [".data", ".bss", ".tdata", ".tbss"].contains(&name)
    });
    let state: Vec<_> = state
        .map(|line| (line[0].to_string(), u64::from_str_radix(line[4], 16).unwrap()))
        .collect();
    assert!(state.iter().all(|(name, _)| !name.starts_with(".t")), "thread-locals: {state:?}");
    let nbytes: u64 = state.iter().map(|(_, nbytes)| nbytes).sum();
    assert!(!state.is_empty() && nbytes <= LARGEST_STATE, "{state:?}");
}

#[test]
fn the_shared_library_is_small_and_stripped() {
    make_library();
    let nbytes = std::fs::metadata(SHARED).unwrap().len();
    assert!(nbytes <= LARGEST_LIBRARY, "{nbytes} bytes");
    let table = tool("readelf", &["-W", "--sections", SHARED]);
    assert!(!table.contains(".debug_info"), "{table}");
}
