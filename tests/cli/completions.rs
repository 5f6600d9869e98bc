//! What the shells offer is what the help lists, for each verb.

use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::process::Command;

use crate::common::{answer as output_of, has, scratch, skip};
use crate::{answer, file, options, verbs};

/// The options that a shell offers after a verb, and the verbs that it offers after nothing.
struct Offered {
    verbs: BTreeSet<String>,
    options: Vec<BTreeSet<String>>,
}

fn check(shell: &str, offered: &Offered) {
    let verbs = verbs();
    assert_eq!(offered.verbs, verbs.iter().cloned().collect(), "{shell}");
    assert_eq!(offered.options.len(), verbs.len(), "{shell}");
    for (verb, offered) in verbs.iter().zip(&offered.options) {
        let listed: BTreeSet<_> = options(verb).into_iter().collect();
        assert!(listed.contains("--help"), "{verb}: {listed:?}");
        assert_eq!(*offered, listed, "{shell}: {verb}");
    }
}

/// The words of each line.
fn words(text: &str) -> Vec<BTreeSet<String>> {
    text.lines().map(|line| line.split_whitespace().map(String::from).collect()).collect()
}

fn answer_of(shell: &str, arguments: &[&str], script: &str) -> Option<String> {
    answer("--version");
    if !has(shell) {
        skip(&format!("cli-completions-{shell}"), &format!("no {shell}"));
        return None;
    }
    let place = scratch(&format!("cli-completions-{shell}"));
    std::fs::write(place.join("a key"), "").unwrap();
    let mut command = Command::new(shell);
    command.args(arguments).arg(script).current_dir(place).env("HOME", "/nonexistent");
    command.env("VERBS", verbs().join(" ")).env("BUILT", file("build/completions"));
    Some(output_of(&mut command))
}

const BASH: &str = r#"source "$BUILT/csecrets"
try() { COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)); _csecrets; echo "${COMPREPLY[*]}"; }
try csecrets ''
for verb in $VERBS; do try csecrets $verb -; done
try csecrets -c 3 text -a ''
try csecrets sign -k @a
try csecrets totp n
try csecrets -"#;

#[test]
fn bash_offers_what_the_help_lists() {
    let Some(text) = answer_of("bash", &["--norc", "-c"], BASH) else { return };
    let (mut lines, last) = (words(&text), text.lines().rev().take(4).collect::<Vec<_>>());
    assert!(last[0].contains("--version") && !last[0].contains("--alphabet"), "{last:?}");
    assert_eq!(last[1..], ["new", "@a key", "hex digits base32 crockford base58 base62 url"]);
    lines.truncate(lines.len() - 4);
    check("bash", &Offered { verbs: lines.remove(0), options: lines });
}

/// The functions that zsh's system calls are shown what they were given.
const ZSH: &str = r#"_arguments() {
    for spec; do [[ $spec != (\*|)-*\[* ]] || print -rn -- "${${spec#\*}%%\[*} "; done
    print
}
_describe() { print -r -- ${verbs%%:*} }
words=(csecrets '')
source $BUILT/_csecrets
_csecrets_verbs
for verb in ${=VERBS}; do words=(csecrets $verb -); _csecrets; done"#;

#[test]
fn zsh_offers_what_the_help_lists() {
    let Some(text) = answer_of("zsh", &["-f", "-c"], ZSH) else { return };
    let mut lines = words(&text);
    lines.retain(|line| !line.is_empty());
    check("zsh", &Offered { verbs: lines.remove(0), options: lines });
}

const FISH: &str = r#"source $BUILT/csecrets.fish
function try; complete -C "$argv" | string replace -r '\t.*' '' | string join ' '; end
try 'csecrets '
for verb in (string split ' ' $VERBS); echo (try "csecrets $verb -") (try "csecrets $verb --"); end
try 'csecrets text -a '
try 'csecrets sign -k @a'
true"#;

#[test]
fn fish_offers_what_the_help_lists() {
    let Some(text) = answer_of("fish", &["--no-config", "-c"], FISH) else { return };
    let (mut lines, last) = (words(&text), text.lines().rev().take(2).collect::<Vec<_>>());
    assert_eq!(last, ["@a key", "base32 base58 base62 crockford digits hex url"]);
    lines.truncate(lines.len() - 2);
    check("fish", &Offered { verbs: lines.remove(0), options: lines });
}

/// All three come from one table: a description of it is in the two that have descriptions.
#[test]
fn descriptions_are_those_of_the_help() {
    answer("--version");
    let [zsh, fish] = ["_csecrets", "csecrets.fish"]
        .map(|name| read_to_string(file("build/completions").join(name)).unwrap());
    for text in ["the lines of standard input in random order", "none of 0, O, 1, l, I and |"] {
        assert!(
            [&answer("--help"), &answer("help password")].iter().any(|help| help.contains(text))
        );
        assert!(zsh.contains(text) && fish.contains(text), "{text}");
    }
}
