//! The command does what its manual says: csecrets as `make` builds it, run as a user runs it.

mod common;

#[path = "cli/completions.rs"]
mod completions;
#[path = "cli/draws.rs"]
mod draws;
#[path = "cli/env.rs"]
mod env;
#[path = "cli/errors.rs"]
mod errors;
#[path = "cli/keys.rs"]
mod keys;
#[path = "cli/leaks.rs"]
mod leaks;
#[path = "cli/lines.rs"]
mod lines;
#[path = "cli/manual.rs"]
mod manual;
#[path = "cli/terminal.rs"]
mod terminal;
#[path = "cli/typed.rs"]
mod typed;
#[path = "cli/written.rs"]
mod written;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use common::{ROOT, has, make_library, skip};

/// The command that `make` builds.
pub const COMMAND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/build/csecrets");

/// What a run left.
#[derive(Debug, PartialEq)]
pub struct Said {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

/// The command with arguments that are words.
pub fn csecrets(arguments: &str) -> Command {
    make_library();
    let mut command = Command::new(COMMAND);
    command.args(arguments.split_whitespace()).env("LC_ALL", "C");
    command
}

/// Runs a command with something on its standard input.
pub fn feed(command: &mut Command, input: &[u8]) -> Said {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // One that refuses its arguments does not read.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let [out, err] = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap());
    Said { status: output.status.code().unwrap(), out, err }
}

/// What the command says to arguments that are words.
pub fn say(arguments: &str) -> Said {
    feed(&mut csecrets(arguments), b"")
}

/// The standard output of a run that must succeed, without its last newline.
pub fn answer(arguments: &str) -> String {
    let said = say(arguments);
    assert_eq!(said.status, 0, "{arguments}: {said:?}");
    said.out.strip_suffix('\n').unwrap_or(&said.out).into()
}

/// A shell's command line in a directory, where csecrets is the one that was built.
pub fn shell(directory: &Path, script: &str) -> Command {
    make_library();
    let mut shell = Command::new("sh");
    let path = format!("{ROOT}/build:{}", std::env::var("PATH").unwrap());
    shell.args(["-euc", script]).current_dir(directory).env("PATH", path).env("LC_ALL", "C");
    shell
}

/// Whether a tool is there and allowed to do what it does: trace, make a terminal. Says so if not.
pub fn can(test: &str, tool: &str, trial: &[&str]) -> bool {
    let works = has(tool) && Command::new(tool).args(trial).output().unwrap().status.success();
    if !works {
        skip(test, &format!("no {tool}, or it may not do its work here"));
    }
    works
}

/// Whether strace(1) can trace.
pub fn can_trace(test: &str) -> bool {
    can(test, "strace", &["-o", "/dev/null", "true"])
}

/// Whether script(1) can make a terminal.
pub fn can_make_terminals(test: &str) -> bool {
    can(test, "script", &["-qec", "true", "/dev/null"])
}

/// Whether the library was built without the words of passphrases, as with `make WORDLIST=0`.
pub fn has_no_words() -> bool {
    std::env::var("WORDLIST").is_ok_and(|wordlist| wordlist == "0")
}

/// The verbs that the help lists.
pub fn verbs() -> Vec<String> {
    let help = answer("--help");
    let listed = help.split("\nOptions").next().unwrap().lines();
    let rows = listed.filter_map(|line| line.strip_prefix("  "));
    rows.map(|row| row.split(' ').next().unwrap().into()).collect()
}

/// The options that the help of a verb lists: "-c", "--count".
pub fn options(verb: &str) -> Vec<String> {
    let help = answer(&format!("help {verb}"));
    let rows = help.lines().filter(|line| line.starts_with("  -") || line.starts_with("      --"));
    let words = rows.flat_map(|row| row.split_whitespace().take(2));
    let names = words.map(|word| word.trim_end_matches(','));
    names.filter(|word| word.starts_with('-')).map(String::from).collect()
}

/// Where a file of the repository is.
pub fn file(path: &str) -> PathBuf {
    Path::new(ROOT).join(path)
}
