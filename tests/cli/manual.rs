//! The manual and the help tell what there is, and each of their examples runs.

use std::fs::{read_to_string, write};
use std::process::Command;

use crate::common::{answer as output_of, attempt, has, said, scratch, skip};
use crate::{answer, feed, file, has_no_words, options, shell, verbs};

/// The manual is in two pages.
const PAGES: [&str; 2] = ["cli/csecrets.1", "cli/csecrets-keys.1"];

/// Command lines after "$ " of a page, with the indented lines that continue them.
fn examples(page: &str) -> Vec<String> {
    let page = read_to_string(file(page)).unwrap().replace("\\e", "\\");
    let mut examples: Vec<String> = Vec::new();
    for line in page.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            examples.push(command.into());
        } else if line.starts_with("      ") {
            *examples.last_mut().unwrap() += &format!("\n{line}");
        }
    }
    examples.retain(|example| !has_no_words() || !example.contains("phrase"));
    examples
}

/// What the examples of a page print, each beside it, and what they say on standard error.
fn run_examples(page: &str) -> (Vec<(String, String)>, String) {
    let examples = examples(page);
    assert!(examples.len() > 10, "{page}: {examples:#?}");
    // One shell for all: an example may use a variable of the one before it.
    let script: String =
        examples.iter().map(|line| format!("{line}\nprintf '\\n--\\n'\n")).collect();
    let said = feed(&mut shell(&scratch("cli-manual"), &script), b"");
    assert_eq!(said.status, 0, "{page}: {said:?}");
    let outputs = said.out.split("\n--\n").map(|output| output.trim().to_string());
    assert_eq!(outputs.clone().count(), examples.len() + 1, "{page}");
    (examples.into_iter().zip(outputs).collect(), said.err)
}

#[test]
fn every_example_of_the_manual_runs() {
    let [(mut examples, errors), (of_keys, _)] = PAGES.map(run_examples);
    examples.extend(of_keys);
    let printed = |word: &str| {
        let found = examples.iter().find(|(line, _)| line.contains(word));
        found.unwrap_or_else(|| panic!("no example has {word}")).1.as_str()
    };
    assert_eq!([printed("verify -k @app.key"), printed("verify -k @new.key")], ["alice"; 2]);
    assert_eq!(printed("check acme_live <"), "valid");
    assert_eq!(printed("tr a-z A-Z"), "exit status 1");
    assert_eq!(printed("-m \"$tag\""), "valid");
    // The clock may have gone on to the next code in between.
    assert!(printed("used up") == "used up" || printed("used up").parse::<u64>().is_ok());
    assert_eq!(printed("-0 -c 3").lines().filter(|line| line.starts_with("token ")).count(), 3);
    assert!(printed("csecrets probe").starts_with("randomness  yes"), "{examples:?}");
    assert!(errors.starts_with("93 bits\n"), "{errors}");
}

#[test]
fn every_example_of_the_help_runs() {
    for verb in verbs() {
        let help = answer(&format!("help {verb}"));
        let Some((_, examples)) = help.split_once("\nExamples\n") else { continue };
        assert!(verb == "help" || !examples.trim().is_empty(), "{verb}");
        for example in examples.lines().map(str::trim) {
            if has_no_words() && example.contains("phrase") {
                continue;
            }
            let place = scratch("cli-help");
            let before = "csecrets keyfile app.key; csecrets url > webhook.key; \
                echo {} > body.json; \
                printf x | csecrets sign -k @app.key -p 'password reset' > token; \
                csecrets totp new -k @alice.key -u a; echo A=@hex16 > .env.example";
            assert_eq!(feed(&mut shell(&place, before), b"").status, 0);
            for made in ["keyfile app.key", "totp new -k @alice.key"] {
                if example.contains(made) {
                    let name = made.rsplit([' ', '@']).next().unwrap();
                    std::fs::remove_file(place.join(name)).unwrap();
                }
            }
            let said = feed(&mut shell(&place, example), b"");
            assert_eq!(said.status, 0, "{example}: {said:?}");
        }
    }
}

#[test]
fn the_manual_tells_of_every_verb_and_option() {
    let page = PAGES.map(|page| read_to_string(file(page)).unwrap()).concat();
    let words: Vec<_> = page.split_whitespace().collect();
    let has = |kind: &str, name: &str| {
        words.windows(2).any(|pair| [pair[0].trim_start_matches('.'), pair[1]] == [kind, name])
    };
    for verb in verbs() {
        assert!(has("Cm", &verb), "the manual does not tell of {verb}");
        for option in options(&verb) {
            assert!(
                has("Fl", &option[1..])
                    || option.len() == 2 && page.contains(&format!(" {} ", &option[1..])),
                "the manual does not tell of {option}"
            );
        }
    }
}

/// A page of another folder may not be there yet, or not where this mandoc looks.
#[test]
fn the_manual_is_clean_and_shown() {
    if !has("mandoc") {
        return skip("cli-manual", "no mandoc");
    }
    let clean = |page: &std::path::Path| {
        let report = said(&attempt(Command::new("mandoc").arg("-Tlint").arg(page)));
        let known = ["referenced manual not found", "outdated mandoc.db"];
        let lines = report.lines().filter(|line| !known.iter().any(|known| line.contains(known)));
        lines.map(String::from).collect::<Vec<_>>()
    };
    for page in PAGES {
        assert_eq!(clean(&file(page)), [""; 0], "{page}");
    }
    let page = file(PAGES[0]);
    let shown = output_of(Command::new("mandoc").arg("-Tascii").arg(&page));
    assert!(shown.contains("| csecrets shuffle"), "{shown}");
    let broken = scratch("cli-manual-broken").join("csecrets.1");
    write(&broken, read_to_string(&page).unwrap().replace(".Ed\n", "")).unwrap();
    assert_ne!(clean(&broken), [""; 0]);
}
