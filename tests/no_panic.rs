//! No panic is reachable, which the linker proves, and every way to build with cargo gives a
//! library that loads.

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::{ROOT, answer, attempt, cc, run, said, scratch};

/// Cargo with a target directory of its own, so that no test finds another's library.
fn cargo(command: &str, target: &str) -> Command {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.current_dir(ROOT).args([command, "--quiet", "--locked", "--lib"]);
    cargo.arg("--target-dir").arg(Path::new(env!("CARGO_TARGET_TMPDIR")).join(target));
    cargo
}

/// Links the release library with a panic handler that can't be linked.
fn proof(features: &[&str], more: &[&str]) -> Output {
    let mut cargo = cargo("rustc", "proof");
    cargo.args(["--release", "--crate-type", "cdylib"]);
    cargo.args(features).args(["--", "--cfg", "csecrets_prove_no_panic"]).args(more);
    if cfg!(target_arch = "aarch64") {
        // As `make prove` says.
        cargo.arg("-Cllvm-args=-unroll-threshold=2000");
    }
    attempt(&mut cargo)
}

#[test]
fn no_panic_is_reachable() {
    for features in [&[][..], &["--no-default-features"], &["--all-features"]] {
        let output = proof(features, &[]);
        assert!(output.status.success(), "{features:?}:\n{}", said(&output));
    }
}

#[test]
fn a_reachable_panic_does_not_link() {
    let output = proof(&[], &["--cfg", "csecrets_prove_no_panic_control"]);
    assert!(!output.status.success());
    assert!(said(&output).contains("csecrets_panic_path_is_reachable"), "{}", said(&output));
}

/// Loads the library with every symbol bound at once, and calls it.
const LOAD: &str = r#"
#include <dlfcn.h>
#include <stdio.h>

int main(int argc, char **argv) {
    void *library = argc == 2 ? dlopen(argv[1], RTLD_NOW | RTLD_LOCAL) : NULL;
    const char *(*version)(void) = NULL;
    if (library != NULL)
        *(void **)&version = dlsym(library, "csecrets_version");
    if (version == NULL) {
        puts(dlerror());
        return 1;
    }
    puts(version());
    return 0;
}
"#;

/// Builds in a profile's directory and loads what came out.
fn loads(directory: &str, arguments: &[&str]) {
    let target = format!("plain-{directory}");
    run(cargo("build", &target).args(arguments));
    let place = scratch(&format!("load-{directory}"));
    let (source, program) = (place.join("load.c"), place.join("load"));
    std::fs::write(&source, LOAD).unwrap();
    run(cc().arg(&source).arg("-o").arg(&program).arg("-ldl"));
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join(target).join(directory);
    let version = answer(Command::new(&program).arg(library.join("libcsecrets.so")));
    assert_eq!(version.trim(), env!("CARGO_PKG_VERSION"));
}

#[test]
fn a_library_of_cargo_build_loads() {
    loads("debug", &[]);
}

#[test]
fn a_library_of_cargo_build_release_loads() {
    loads("release", &["--release"]);
    // A distribution may switch link-time optimisation off.
    loads("release", &["--release", "--config", "profile.release.lto=false"]);
}
