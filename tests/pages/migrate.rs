//! docs/migrate.md shows two ways to do the same: both are compiled, and run.

use std::collections::BTreeSet;
use std::fs::write;
use std::process::Command;

use crate::common::{attempt, cc, run, said, scratch, skip};
use crate::{STAGE, blocks, examples};

/// A library, the headers that its side may use, and how it is linked.
const LIBRARIES: [(&str, &[&str], &str); 6] = [
    ("csecrets", &["csecrets.h"], "-lcsecrets"),
    ("the C library", &[], ""),
    (
        "OpenSSL",
        &["openssl/rand.h", "openssl/crypto.h", "openssl/hmac.h", "openssl/evp.h"],
        "-lcrypto",
    ),
    ("libsodium", &["sodium.h"], "-lsodium"),
    ("libbsd", &["bsd/stdlib.h"], "-lbsd"),
    ("libuuid", &["uuid/uuid.h"], "-luuid"),
];

/// Statements, as the body of a program.
fn program(headers: &[&str], statements: &str) -> String {
    let standard =
        ["inttypes.h", "stdbool.h", "stdint.h", "stdio.h", "stdlib.h", "string.h", "time.h"];
    let include = |header: &&str| format!("#include <{header}>\n");
    let includes: String = standard.iter().chain(headers).map(include).collect();
    let body: String = statements.lines().map(|line| format!("    {line}\n")).collect();
    format!("{includes}\nint main(void)\n{{\n{body}    return 0;\n}}\n")
}

#[test]
fn both_sides_of_a_migration_compile_and_run() {
    if !examples() {
        return;
    }
    let place = scratch("pages-migrate");
    let (source, binary) = (place.join("side.c"), place.join("side"));
    let flags = ["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-D_GNU_SOURCE"];
    let (mut compiled, mut missing) = (0, BTreeSet::new());
    for block in blocks("c").iter().filter(|block| block.file().is_none()) {
        let title =
            block.title().unwrap_or_else(|| panic!("{block}: neither a file nor a library"));
        let Some((_, headers, link)) = LIBRARIES.iter().find(|(name, ..)| *name == title) else {
            panic!("{block}: {title:?} is neither a file nor a library");
        };
        write(&source, program(headers, "")).unwrap();
        let compile = || {
            let mut compile = cc();
            compile.args(flags).arg(&source).arg("-o").arg(&binary).arg("-Wno-unused");
            compile.args([format!("-I{STAGE}/include"), format!("-L{STAGE}/lib")]);
            compile.arg(format!("-Wl,-rpath,{STAGE}/lib")).args(link.split_whitespace());
            compile
        };
        if !attempt(&mut compile()).status.success() {
            missing.insert(title.to_string());
            continue;
        }
        write(&source, program(headers, &block.text())).unwrap();
        let output = attempt(&mut compile());
        assert!(output.status.success(), "{block}: {}", said(&output));
        run(&mut Command::new(&binary));
        compiled += 1;
    }
    assert!(compiled >= 10);
    if !missing.is_empty() {
        skip("the side of others in docs/migrate.md", &format!("no {missing:?}"));
    }
}
