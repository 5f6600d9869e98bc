//! Black-box programs in C pass against the shared and the static library that `make` ships.
//!
//! Each is compiled with $CC (cc unless set) as C99 with all warnings as errors.

mod common;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::{ROOT, answer, attempt, cc, has, make_library, run, skip};

const SCRATCH: &str = env!("CARGO_TARGET_TMPDIR");

#[derive(Clone, Copy)]
enum Library {
    Shared,
    Static,
    /// Not linked: the program loads the shared library itself.
    Loaded,
}

impl Library {
    fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Static => "static",
            Self::Loaded => "loaded",
        }
    }

    fn link(self, compiler: &mut Command) {
        let build = format!("{ROOT}/build");
        match self {
            Self::Shared => compiler.args([&format!("-L{build}"), "-lcsecrets"]),
            Self::Static => compiler.arg(format!("{build}/libcsecrets.a")),
            Self::Loaded => compiler.arg(format!("-DLIBRARY=\"{build}/libcsecrets.so\"")),
        };
        compiler.arg(format!("-Wl,-rpath,{build}"));
    }
}

fn compiler(source: &str, product: &Path) -> Command {
    let mut command = cc();
    command.args(["-std=c99", "-D_GNU_SOURCE", "-Wall", "-Wextra", "-Werror", "-O2", "-g"]);
    // Bound at the start, as the library is: a lazy binding would run on a signal handler's stack.
    command.args(["-pthread", "-Wl,-z,now"]).arg(format!("-I{ROOT}/include"));
    command.arg(format!("{ROOT}/tests/c/{source}.c")).arg("-o").arg(product);
    command
}

fn compile(program: &str, library: Library) -> PathBuf {
    make_library();
    let product = Path::new(SCRATCH).join(format!("{program}-{}", library.name()));
    let mut command = compiler(program, &product);
    library.link(&mut command);
    run(command.args(["-lm", "-ldl"]));
    product
}

/// Compiles a library that stands before the C library's.
fn preloaded(source: &str, user: &str) -> PathBuf {
    // Tests run side by side: each has one of its own.
    let product = Path::new(SCRATCH).join(format!("{source}-{user}.so"));
    run(compiler(source, &product).args(["-shared", "-fPIC", "-ldl"]));
    product
}

/// Runs a program that prints how many checks it made; what it skipped is counted as skipped.
fn report(command: &mut Command) {
    for line in answer(command).lines() {
        println!("{line}");
        if let Some((what, why)) = line.strip_prefix("SKIPPED ").and_then(|l| l.split_once(": ")) {
            skip(what, why);
        }
    }
}

fn passes(program: &str) {
    for library in [Library::Shared, Library::Static] {
        report(&mut Command::new(compile(program, library)));
    }
}

#[test]
fn misuse_of_tokens_is_refused() {
    passes("misuse_token");
}

#[test]
fn misuse_of_integers_is_refused() {
    passes("misuse_int");
}

#[test]
fn misuse_of_choosing_is_refused() {
    passes("misuse_pick");
}

#[test]
fn misuse_of_passwords_is_refused() {
    passes("misuse_password");
}

#[test]
fn misuse_of_the_rest_is_harmless() {
    passes("misuse_rest");
}

#[test]
fn draws_write_all_of_their_output_and_nothing_else() {
    passes("guard_output");
}

#[test]
fn calls_read_their_inputs_and_nothing_else() {
    passes("guard_input");
}

#[test]
fn sizes_are_what_macros_and_functions_say() {
    passes("sizes");
}

#[test]
fn ranges_are_drawn_to_their_last_value() {
    passes("ranges");
}

#[test]
fn denied_randomness_is_reported_and_leaves_no_secret() {
    passes("denied");
}

#[test]
fn no_token_comes_twice_across_forks_and_threads() {
    passes("fork_threads");
}

#[test]
fn no_token_comes_twice_whatever_befalls_the_slots() {
    passes("slots");
}

#[test]
fn a_probed_program_may_forbid_all_system_calls_but_getrandom() {
    passes("lockdown");
}

#[test]
fn no_copy_of_a_secret_is_left_behind() {
    passes("residue");
    let faulty = preloaded("faulty_getrandom", "residue");
    for library in [Library::Shared, Library::Static] {
        report(Command::new(compile("residue", library)).env("LD_PRELOAD", &faulty));
    }
}

#[test]
fn signal_handlers_may_draw() {
    passes("signals");
}

#[test]
fn unloading_leaves_the_code_in_place() {
    report(&mut Command::new(compile("unload", Library::Loaded)));
}

#[test]
fn integers_below_a_bound_are_equally_likely() {
    passes("uniform_int");
}

#[test]
fn characters_of_tokens_are_equally_likely() {
    passes("uniform_text");
}

#[test]
fn orders_samples_and_choices_are_equally_likely() {
    passes("uniform_pick");
}

#[test]
fn awkward_and_broken_sources_never_make_a_secret() {
    let faulty = preloaded("faulty_getrandom", "interposed");
    for library in [Library::Shared, Library::Static] {
        report(Command::new(compile("interposed", library)).env("LD_PRELOAD", &faulty));
    }
}

#[test]
fn no_branch_and_no_address_depends_on_a_secret() {
    let include = ["-E", "-include", "valgrind/memcheck.h", "-x", "c", "/dev/null"];
    if !has("valgrind") || !attempt(cc().args(include)).status.success() {
        return skip("constant time", "no valgrind, or not its header");
    }
    let poison = preloaded("poison_getrandom", "ct");
    for program in ["ct", "ct_application"] {
        for library in [Library::Shared, Library::Static] {
            let mut valgrind = Command::new("valgrind");
            let suppressions = format!("--suppressions={ROOT}/tests/c/{program}.supp");
            valgrind.args(["--error-limit=no", &suppressions]);
            valgrind.arg(format!("--log-file={SCRATCH}/{program}-{}.log", library.name()));
            report(valgrind.arg(compile(program, library)).env("LD_PRELOAD", &poison));
        }
    }
    // Now with the processor's instructions for SHA-256, which valgrind hides.
    passes("ct_application");
}
