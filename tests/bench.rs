//! The bench builds, and measures every export.

mod common;

use std::collections::BTreeSet;
use std::process::Command;

use common::{ROOT, answer, golden, make, run};

#[test]
fn every_export_has_a_row_in_the_bench() {
    run(make(ROOT).arg("build/bench"));
    let names = answer(Command::new(format!("{ROOT}/build/bench")).arg("list"));
    let measured = names.lines().map(|name| name.split(['(', ',', ' ']).next().unwrap());
    let measured: BTreeSet<_> = measured.map(|name| format!("csecrets_{name}")).collect();
    assert_eq!(measured, golden().into_iter().collect());
}
