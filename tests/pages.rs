//! What the README and the pages in docs/ show is so: code is a program's own, and what a program says
//! is what it said. tests/pages/alike.rs knows what two runs of a program have in common.
//!
//! - C under `/* lottery.c */` is of c-examples/lottery.c, line for line, with `/* ... */` where some
//!   are left out. Under `/* OpenSSL */` stand statements, which are compiled with that library and run.
//! - Python is run. Under `# name.py` it is kept, for a command that follows.
//! - `console` is a dialogue: commands after `$`, and what they say, `...` for lines left out. A
//!   command that ends in `# differs` has a part that is another each time.

mod common;

#[path = "pages/alike.rs"]
mod alike;
#[path = "pages/blocks.rs"]
mod blocks;
#[path = "pages/migrate.rs"]
mod migrate;

use std::fs::{read_dir, read_to_string, write};
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use alike::transcript_holds;
use blocks::{Block, blocks_of};
use common::{ROOT, attempt, has, make, run, said, scratch, skip};

const STAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/build/stage");

const PAGES: [&str; 6] = [
    "README.md",
    "docs/cookbook.md",
    "docs/guide.md",
    "docs/guide-programs.md",
    "docs/guide-rules.md",
    "docs/migrate.md",
];

/// Of the README the C alone: `make check-languages` follows the rest of it, and docs/linking.md.
fn blocks(kind: &str) -> Vec<Block> {
    let all = PAGES.into_iter().flat_map(|page| {
        let text = read_to_string(format!("{ROOT}/{page}")).unwrap();
        blocks_of(page, &text)
    });
    let wanted = |block: &Block| block.kind == kind && (kind == "c" || block.page != "README.md");
    all.filter(wanted).collect()
}

/// Builds the examples, once; false where they can't be built.
fn examples() -> bool {
    static BUILT: OnceLock<bool> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let can = has("pkg-config");
        if can {
            run(make(ROOT).arg("examples"));
        }
        can
    });
    if !built {
        skip("pages", "no pkg-config");
    }
    *built
}

#[test]
fn code_is_that_of_the_example_that_it_names() {
    let named: Vec<_> =
        blocks("c").into_iter().filter_map(|block| Some((block.file()?, block))).collect();
    let shown = named.iter().filter(|(file, _)| file != "app.c");
    for (file, block) in shown.clone() {
        let source = read_to_string(format!("{ROOT}/c-examples/{file}"))
            .unwrap_or_else(|error| panic!("{block}: {file}: {error}"));
        if let Err(line) = block.is_part_of(&source) {
            panic!("{block}: c-examples/{file} has no such lines as those from {line:?} on");
        }
    }
    assert!(shown.count() >= 25);
}

#[test]
fn what_programs_say_is_what_they_said() {
    if !examples() {
        return;
    }
    let place = scratch("pages-console");
    for example in read_dir(format!("{ROOT}/build/examples")).unwrap().map(Result::unwrap) {
        symlink(example.path(), place.join(example.file_name())).unwrap();
    }
    for block in blocks("python") {
        if let Some(file) = block.file() {
            write(place.join(file), block.text()).unwrap();
        }
    }
    let mut count = 0;
    for block in blocks("console") {
        for (command, shown) in block.dialogues() {
            if command.starts_with("python3 ") && !has("python3") {
                continue; // which python_runs counts
            }
            let mut shell = Command::new("sh");
            shell.env_remove("TMPDIR");
            let output = said(&attempt(shell.args(["-c", &command]).current_dir(&place)));
            let differs = command.ends_with("# differs");
            if let Err(why) = transcript_holds(&shown, &output, differs) {
                panic!("{block}: {command}: {why}\n{output}");
            }
            count += 1;
        }
    }
    assert!(count >= 20);
}

#[test]
fn python_runs() {
    if !has("python3") {
        return skip("Python in the pages", "no python3");
    }
    let place = scratch("pages-python");
    let shown = blocks("python");
    for block in &shown {
        let program = place.join("program.py");
        write(&program, block.text()).unwrap();
        let output = attempt(Command::new("python3").arg(&program).current_dir(&place));
        assert!(output.status.success(), "{block}: {}", said(&output));
    }
    assert!(shown.len() >= 15);
}

/// The program and the commands of the README's first minute.
#[test]
fn the_readmes_program_is_linked_as_it_says() {
    if !examples() {
        return;
    }
    let place = scratch("pages-readme");
    let readme = blocks("c").into_iter().find(|block| block.file().as_deref() == Some("app.c"));
    write(place.join("app.c"), readme.expect("app.c in a page").text()).unwrap();
    let page = read_to_string(format!("{ROOT}/README.md")).unwrap();
    let links: Vec<_> = page.lines().filter(|line| line.trim().starts_with("cc app.c")).collect();
    for link in &links {
        let mut shell = Command::new("sh");
        let strict = r#"cc() { command cc -std=c99 -Wall -Wextra -Wpedantic -Werror "$@"; }"#;
        let script = format!("{strict}\n{link}\n./app");
        shell.args(["-euc", &script]).current_dir(&place);
        shell.env("PKG_CONFIG_PATH", format!("{STAGE}/lib/pkgconfig"));
        shell.env("LD_LIBRARY_PATH", format!("{STAGE}/lib"));
        let token = said(&run(&mut shell));
        assert_eq!(token.trim().len(), 43, "{link}: {token}");
    }
    assert!(links.len() >= 2, "{links:?}");
}

#[test]
fn links_lead_somewhere() {
    let files = read_dir(format!("{ROOT}/docs")).unwrap().map(|file| file.unwrap().file_name());
    let docs = files.map(|name| format!("docs/{}", name.into_string().unwrap()));
    let mut pages: Vec<_> = docs.filter(|name| name.ends_with(".md")).collect();
    let others = ["README.md", "c-examples/README.md", "bindings/README.md", "SECURITY.md"];
    pages.extend(others.map(String::from));
    let mut count = 0;
    for page in pages {
        let text = read_to_string(format!("{ROOT}/{page}")).unwrap();
        let folder = Path::new(ROOT).join(&page).parent().unwrap().to_path_buf();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            if !link.is_empty() && !link.contains("://") {
                assert!(folder.join(link).exists(), "{page} links to {link}, which is not there");
                count += 1;
            }
        }
    }
    assert!(count >= 80);
}
