//! The man pages are what the header says, there is one for every export, and what their examples print
//! is what they say. `make man` writes them.

mod common;

#[path = "man_pages/printed.rs"]
mod printed;

use std::collections::BTreeSet;
use std::fs::{read_dir, read_to_string, write};
use std::path::{Path, PathBuf};
use std::process::Command;

use common::{
    ROOT, STATIC, answer, attempt, cc, golden, has, make, make_library, run, scratch, skip,
};

/// A page: its path below man/, and its text.
type Page = (String, String);

/// The pages in man3 and man7 of a directory.
fn pages(directory: &Path) -> Vec<Page> {
    let mut found = Vec::new();
    for section in ["man3", "man7"] {
        for entry in read_dir(directory.join(section)).unwrap().map(Result::unwrap) {
            let name = format!("{section}/{}", entry.file_name().to_str().unwrap());
            found.push((name, read_to_string(entry.path()).unwrap()));
        }
    }
    found.sort();
    found
}

fn committed() -> Vec<Page> {
    pages(&Path::new(ROOT).join("man"))
}

/// The first word after a macro, of every line that starts with it.
fn given<'a>(text: &'a str, start: &'a str) -> impl Iterator<Item = &'a str> {
    text.lines().filter_map(move |line| line.strip_prefix(start)?.split(' ').next())
}

#[test]
fn the_pages_are_what_the_header_says() {
    let test = "man-pages";
    if !has("python3") {
        return skip(test, "no python3");
    }
    let out = scratch(test);
    run(Command::new("python3").arg(format!("{ROOT}/man/pages.py")).arg(&out));
    for (new, old) in pages(&out).iter().zip(&committed()) {
        assert!(new == old, "man/{} is out of date: run `make man`", old.0);
    }
    assert_eq!(pages(&out).len(), committed().len(), "run `make man`");
}

#[test]
fn every_export_has_one_page() {
    let pages = committed();
    let mut named: Vec<_> = pages.iter().flat_map(|(_, text)| given(text, ".Nm ")).collect();
    named.retain(|name| *name != "csecrets");
    named.sort_unstable();
    let mut exports = golden();
    exports.sort_unstable();
    assert_eq!(named, exports);
}

/// A page of another part of the manual, which mandoc may not find, is getrandom(2) alone.
#[test]
fn every_reference_leads_to_a_page() {
    let exports: BTreeSet<_> = golden().into_iter().collect();
    for (path, text) in committed() {
        for line in text.lines().filter(|line| line.contains("Xr ")) {
            for (name, section) in line.split("Xr ").skip(1).map(|it| it.split_once(' ').unwrap()) {
                let known = match &section[..1] {
                    "2" => name == "getrandom",
                    "3" => name == "csecrets" || exports.contains(name),
                    _ => name == "csecrets" && matches!(&section[..1], "1" | "7"),
                };
                assert!(known, "{path}: {line}");
            }
        }
    }
}

/// What mandoc has to say of a page, but for two things: that it is of no operating system, and that
/// a page is not installed.
fn complaints(page: &Path) -> Vec<String> {
    let output = attempt(Command::new("mandoc").arg("-Tlint").arg(page));
    let lines = String::from_utf8(output.stdout).unwrap();
    let known = |line: &&str| !line.contains("Os csecrets") && !line.contains("manual not found");
    lines.lines().filter(known).map(String::from).collect()
}

#[test]
fn mandoc_has_nothing_to_say() {
    let test = "man-lint";
    if !has("mandoc") {
        return skip(test, "no mandoc");
    }
    for (path, text) in committed() {
        assert_eq!(complaints(&Path::new(ROOT).join("man").join(&path)), [""; 0], "{path}");
        let wrong = scratch(test).join("wrong.3");
        write(&wrong, text.replace(".Sh SEE ALSO", ".Sh SEE ALSO\n.Bl -tag\nOne. Two.")).unwrap();
        assert!(complaints(&wrong).len() >= 2, "{path}");
    }
}

#[test]
fn man_shows_a_function_where_the_pages_are_installed() {
    let test = "man-installed";
    if !has("mman") {
        return skip(test, "no mman, which is mandoc's man");
    }
    let place = scratch(test);
    run(make(format!("{ROOT}/man")).arg("install").arg(format!("MANDIR={}", place.display())));
    for export in golden() {
        let printed = answer(Command::new("mman").arg("-M").arg(&place).args(["3", &export]));
        // Letters are struck twice where they are bold.
        let shown = printed.chars().fold(String::new(), |mut text, letter| {
            match letter {
                '\u{8}' => _ = text.pop(),
                _ => text.push(letter),
            }
            text
        });
        assert!(shown.contains("NAME\n") && shown.contains(&export), "{export}: {shown}");
    }
}

/// The blocks of a page's EXAMPLES, as a reader sees them: a program, and what it prints.
fn example(page: &str) -> [String; 2] {
    let section = page.split(".Sh EXAMPLES\n").nth(1).unwrap().split("\n.Sh").next().unwrap();
    let blocks = section.split(".Bd -literal -offset indent\n").skip(1);
    let code = blocks.map(|block| block.split(".Ed").next().unwrap());
    let shown = code.map(|block| {
        let lines = block.lines().map(|line| line.strip_prefix("\\&").unwrap_or(line));
        let escapes =
            [("\\(aq", "'"), ("\\(ga", "`"), ("\\(ha", "^"), ("\\(ti", "~"), ("\\-", "-")];
        let text: String = lines.flat_map(|line| [line, "\n"]).collect();
        escapes
            .iter()
            .fold(text, |text, (name, sign)| text.replace(name, sign))
            .replace("\\e", "\\")
    });
    shown.collect::<Vec<_>>().try_into().unwrap()
}

/// The program, built with warnings as errors in a language.
fn built(source: &Path, mut compiler: Command, language: &[&str]) -> PathBuf {
    let program = source.with_extension(language[1]);
    compiler.args(["-Wall", "-Werror", "-pedantic", &format!("-I{ROOT}/include"), "-x"]);
    compiler.args(language).arg(source).args(["-x", "none", STATIC, "-o"]);
    run(compiler.arg(&program));
    program
}

#[test]
fn the_examples_print_what_the_pages_say() {
    make_library();
    let place = scratch("man-examples");
    let mut run_ones = 0;
    for (path, text) in committed() {
        let [program, shown] = example(&text);
        let name = path[5..].replace("csecrets.", "csecrets");
        let name = name.trim_end_matches(".3").to_string();
        let marked = read_to_string(format!("{ROOT}/man/examples/{name}.out")).unwrap();
        assert_eq!(shown, marked.replace("[[", "").replace("]]", ""), "{path}: run `make man`");
        let source = place.join(format!("{name}.c"));
        write(&source, program).unwrap();
        let mut programs = vec![built(&source, cc(), &["c", "-std=c99"])];
        if has("c++") {
            programs.push(built(&source, Command::new("c++"), &["c++", "-std=c++11"]));
        } else if run_ones == 0 {
            skip("man-examples-c++", "no c++");
        }
        for program in programs {
            let output = answer(&mut Command::new(&program));
            assert!(printed::is(&output, &marked), "{path}: {output}\nis not like\n{marked}");
            run_ones += 1;
        }
    }
    assert!(run_ones >= committed().len());
}
