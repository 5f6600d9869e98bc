//! What is shipped is linked the way hardened programs are: nothing that a loader resolved can be
//! written to, nothing writable is run, nothing is looked for where it was built. Each rule is put to
//! libraries that break it.

mod common;

use std::collections::BTreeSet;
use std::fs::{read, write};
use std::process::Command;

use common::{ROOT, SHARED, STATIC, answer, cc, make_library, run, scratch, skip};

fn readelf(option: &str, file: &str) -> String {
    answer(Command::new("readelf").args(["-W", option, file]))
}

fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

/// Kind and value of each entry of the dynamic section, such as "FLAGS" and "BIND_NOW".
fn dynamic(file: &str) -> Vec<(String, String)> {
    let table = readelf("--dynamic", file);
    let entries = table.lines().filter_map(|line| line.split_once('(')?.1.split_once(')'));
    entries.map(|(kind, value)| (kind.to_string(), value.trim().to_string())).collect()
}

/// Section headers: name, address, size, flags.
fn sections(file: &str) -> Vec<(String, u64, u64, String)> {
    let table = readelf("--sections", file);
    let lines = table.lines().filter_map(|line| line.split_once("] ")).map(|(_, line)| words(line));
    let number = |word: &str| u64::from_str_radix(word, 16).ok();
    let read = |line: Vec<&str>| {
        // A section without flags has a word less.
        let flags = if line.len() == 10 { line[6] } else { "" };
        Some((
            line.first()?.to_string(),
            number(line.get(2)?)?,
            number(line.get(4)?)?,
            flags.into(),
        ))
    };
    lines.filter_map(read).collect()
}

/// Kind, address, size and flags of each segment.
fn segments(file: &str) -> Vec<(String, u64, u64, String)> {
    let number = |word: &str| u64::from_str_radix(word.trim_start_matches("0x"), 16).ok();
    let table = readelf("--segments", file);
    let lines = table.lines().map(words).filter(|line| line.len() >= 8);
    let read = |line: Vec<&str>| {
        let flags = line[6..line.len() - 1].concat();
        Some((line[0].to_string(), number(line[2])?, number(line[5])?, flags))
    };
    lines.filter_map(read).collect()
}

/// Bytes in a file, as a searched text.
fn holds(file: &str, text: &str) -> bool {
    read(file).unwrap().windows(text.len()).any(|window| window == text.as_bytes())
}

/// Places of the machine that built it: the sources, Cargo's and Rust's.
fn build_paths() -> Vec<String> {
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME"));
    let paths = [ROOT.to_string(), home.unwrap_or_default(), "/rustc/".into(), ".cargo/".into()];
    paths.into_iter().filter(|path| path.len() > 5).collect()
}

/// What the note of a file says that the processor may enforce: IBT, SHSTK, BTI, PAC.
fn enforced(file: &str) -> BTreeSet<String> {
    let notes = readelf("--notes", file);
    let features = notes.lines().filter_map(|line| line.split_once(" feature: "));
    features
        .flat_map(|(_, names)| names.split(", ").map(str::to_string).collect::<Vec<_>>())
        .collect()
}

/// Whether each function that others may jump to begins with the instruction that IBT asks for.
fn lands_everywhere(file: &str) -> bool {
    let code = answer(Command::new("objdump").args(["-d", "--no-show-raw-insn", file]));
    let bodies = code.split("\n\n").filter(|body| body.contains("<csecrets_"));
    bodies.clone().count() > 0
        && bodies
            .into_iter()
            .all(|body| body.lines().nth(1).is_some_and(|line| line.contains("endbr64")))
}

/// Every rule that a shared library or a program breaks.
fn broken_rules(file: &str) -> BTreeSet<&'static str> {
    let (dynamic, segments) = (dynamic(file), segments(file));
    let has = |kind: &str, text: &str| dynamic.iter().any(|(k, v)| k == kind && v.contains(text));
    let segment = |kind: &str| segments.iter().find(|segment| segment.0 == kind);
    let relro = segment("GNU_RELRO").map_or(0..0, |found| found.1..found.1 + found.2);
    // Full: all is bound at the start, and so the table of what was bound is in there too.
    let tables = sections(file).into_iter().filter(|section| section.0.starts_with(".got"));
    let frozen = tables.into_iter().all(|(_, start, nbytes, _)| {
        relro.contains(&start) && start + nbytes <= relro.end.next_multiple_of(4096)
    });
    let claims = enforced(file);
    let rules = [
        ("relro", segment("GNU_RELRO").is_some() && frozen),
        ("bind now", has("FLAGS", "BIND_NOW") && has("FLAGS_1", "NOW")),
        ("noexecstack", segment("GNU_STACK").is_some_and(|stack| stack.3 == "RW")),
        ("writable or executable", segments.iter().all(|segment| segment.3 != "RWE")),
        ("no rpath", !has("RPATH", "") && !has("RUNPATH", "")),
        ("no textrel", !has("TEXTREL", "") && !has("FLAGS", "TEXTREL")),
        ("no build path", !build_paths().iter().any(|path| holds(file, path))),
        ("no false claim", !claims.contains("IBT") || lands_everywhere(file)),
    ];
    rules.into_iter().filter(|(_, kept)| !kept).map(|(rule, _)| rule).collect()
}

#[test]
fn the_shared_library_is_hardened() {
    make_library();
    assert_eq!(broken_rules(SHARED), BTreeSet::new());
    let nodelete = dynamic(SHARED).contains(&("FLAGS_1".into(), "Flags: NOW NODELETE".into()));
    assert!(nodelete, "dlclose may pull code from under a thread");
}

/// Where `make` builds it.
#[test]
fn the_command_is_hardened() {
    make_library();
    let command = format!("{ROOT}/build/csecrets");
    if std::fs::exists(&command).unwrap() {
        assert_eq!(broken_rules(&command), BTreeSet::new());
    }
}

#[test]
fn the_static_library_is_hardened() {
    make_library();
    let sections = sections(STATIC);
    let stack = sections.iter().find(|section| section.0 == ".note.GNU-stack");
    assert_eq!(stack.map(|stack| stack.3.as_str()), Some(""), "a stack that is executable");
    let both = |flags: &str| flags.contains('W') && flags.contains('X');
    assert!(!sections.iter().any(|section| both(&section.3)), "{sections:?}");
    assert!(!build_paths().iter().any(|path| holds(STATIC, path)));
}

/// A shadow stack is minded by every function that returns where it was called from. That calls
/// through pointers land at an instruction for it (IBT, and BTI on aarch64) takes a compiler that
/// puts it there: rustc does so only under unstable flags, -Zcf-protection and -Zbranch-protection.
#[test]
fn the_libraries_say_what_the_processor_may_enforce() {
    make_library();
    let expected = if cfg!(target_arch = "x86_64") { vec!["SHSTK".to_string()] } else { vec![] };
    for file in [SHARED, STATIC] {
        assert_eq!(enforced(file).into_iter().collect::<Vec<_>>(), expected, "{file}");
    }
}

/// One of each, with the rules that it breaks.
const CARELESS: [(&str, &[&str], &[&str]); 7] = [
    ("relro", &["-Wl,-z,norelro"], &["relro"]),
    ("lazy", &["-Wl,-z,lazy"], &["bind now", "relro"]),
    ("stack", &["-Wl,-z,execstack"], &["noexecstack", "writable or executable"]),
    ("rpath", &["-Wl,-rpath,/opt/lib"], &["no rpath"]),
    ("textrel", &["-Wl,-z,notext", "-DTEXTREL"], &["no textrel"]),
    ("path", &["-DPATH"], &["no build path"]),
    ("ibt", &["-Wl,-z,ibt"], &["no false claim"]),
];

const LIBRARY: &str = r#"
#include <stdlib.h>
void csecrets_stop(void);
#ifdef TEXTREL
__asm__(".text\n.quad csecrets_stop\n");
#endif
#ifdef PATH
const char csecrets_path[] = __FILE__;
#endif
void csecrets_stop(void) { abort(); }
"#;

#[test]
fn a_careless_library_is_found_out() {
    if !cfg!(target_arch = "x86_64") {
        return skip("careless libraries", "they are in the machine code of x86-64");
    }
    let folder = scratch("hardening");
    let source = folder.join("careless.c");
    write(&source, LIBRARY).unwrap();
    let broken = |name: &str, options: &[&str]| {
        let library = folder.join(format!("{name}.so"));
        let hardened = ["-Wl,-z,relro", "-Wl,-z,now", "-Wl,-z,noexecstack", "-fcf-protection=none"];
        let mut command = cc();
        command.args(["-shared", "-fPIC", "-s"]).args(hardened).args(options).arg(&source);
        run(command.arg("-o").arg(&library));
        broken_rules(library.to_str().unwrap())
    };
    assert_eq!(broken("hardened", &[]), BTreeSet::new());
    for (name, options, rules) in CARELESS {
        let found = broken(name, options);
        assert_eq!(found, rules.iter().copied().collect(), "{name}");
    }
}
