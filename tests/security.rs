//! SECURITY.md names no test that is not there.

mod common;

use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::path::Path;

use common::ROOT;

/// What a table names in `code` that looks like a file, a folder or a command of make.
fn named(page: &str) -> BTreeSet<&str> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    let code = rows.flat_map(|row| row.split('`').skip(1).step_by(2));
    code.filter(|name| name.starts_with("make ") || name.contains('/') || is_file_name(name))
        .collect()
}

fn is_file_name(name: &str) -> bool {
    [".c", ".rs", ".v", ".py", ".sh", ".md"].iter().any(|end| name.ends_with(end))
}

fn is_there(name: &str) -> bool {
    match name.strip_prefix("make ") {
        Some(goal) => {
            let makefile = read_to_string(format!("{ROOT}/Makefile")).unwrap();
            makefile.lines().any(|line| line.split(':').next() == Some(goal))
        }
        None => {
            ["", "tests/c/promise/"].iter().any(|at| Path::new(ROOT).join(at).join(name).exists())
        }
    }
}

#[test]
fn every_test_that_security_names_is_there() {
    let page = read_to_string(format!("{ROOT}/SECURITY.md")).unwrap();
    let names = named(&page);
    assert!(names.len() > 30, "{names:?}");
    let missing: Vec<_> = names.into_iter().filter(|name| !is_there(name)).collect();
    assert!(missing.is_empty(), "SECURITY.md names {missing:?}");
    let invented = ["make proof", "tests/c/promised/", "none.c"];
    assert!(invented.iter().all(|name| !is_there(name)));
}

#[test]
fn every_promise_has_a_test_a_control_and_a_figure() {
    let page = read_to_string(format!("{ROOT}/SECURITY.md")).unwrap();
    let is_promise =
        |line: &&str| line[1..].trim_start().starts_with(|first: char| first.is_ascii_digit());
    let rows = page.lines().filter(|line| line.starts_with("| ")).filter(is_promise);
    let mut count = 0;
    for row in rows {
        let cells: Vec<_> = row.trim_matches('|').split('|').map(str::trim).collect();
        count += 1;
        assert_eq!(cells.len(), 6, "{row}");
        assert!(cells.iter().all(|cell| !cell.is_empty()), "{row}");
    }
    assert!(count > 10, "{count} promises");
}
