//! The service as `make examples` builds it, one database a test, and another program beside it.

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::OnceLock;

use crate::common::{ROOT, answer, attempt, cc, has, make, run, said, skip};
use crate::scratch;

const HELPER: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/sqlite");
/// Preloaded, it says when a file has been flushed.
pub const FLUSHES: &str = concat!(env!("CARGO_TARGET_TMPDIR"), "/flushes.so");

pub struct Service {
    pub binary: PathBuf,
    pub db: PathBuf,
}

fn built() -> bool {
    static BUILT: OnceLock<bool> = OnceLock::new();
    *BUILT.get_or_init(|| {
        let mut config = Command::new("pkg-config");
        if !has("pkg-config") || !attempt(config.arg("--exists").arg("sqlite3")).status.success() {
            return false;
        }
        run(make(ROOT).arg("examples"));
        let flags = answer(Command::new("pkg-config").args(["--cflags", "--libs", "sqlite3"]));
        let mut compiler = cc();
        compiler.args(["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror"]);
        compiler.arg(format!("{ROOT}/tests/token_service/sqlite.c")).args(["-o", HELPER]);
        run(compiler.args(flags.split_whitespace()));
        let shared = ["-D_GNU_SOURCE", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror"];
        let source = format!("{ROOT}/tests/token_service/flushes.c");
        run(cc().args(shared).arg(source).args(["-o", FLUSHES, "-ldl"]));
        true
    })
}

impl Service {
    /// None where there is no SQLite to build it with.
    pub fn new(test: &str) -> Option<Self> {
        if !built() {
            skip(&format!("token_service {test}"), "no sqlite3 that pkg-config knows");
            return None;
        }
        let db = scratch(&format!("token_service/{test}")).join("tokens.db");
        Some(Self { binary: format!("{ROOT}/build/examples/token_service").into(), db })
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.binary);
        command.arg("--db").arg(&self.db).args(arguments);
        command
    }

    /// What a command says that ends with this exit status.
    pub fn expect(&self, code: i32, arguments: &[&str]) -> String {
        let output = attempt(&mut self.command(arguments));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", said(&output));
        said(&output)
    }

    pub fn create(&self, kind: &str, user_name: &str) -> String {
        let line = self.expect(0, &[&format!("create-{kind}"), user_name]);
        line.strip_suffix('\n').expect("a whole line").to_string()
    }

    /// With the token on standard input.
    pub fn with_input(&self, command: &str, input: &str) -> (i32, String) {
        let mut command = self.command(&[command, "-"]);
        let pipes = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = pipes.spawn().unwrap();
        // It stops reading where no token can follow any more.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output: Output = child.wait_with_output().unwrap();
        (output.status.code().unwrap(), said(&output))
    }

    /// The rows that another program reads.
    pub fn sql(&self, sql: &str) -> Vec<String> {
        let text = answer(Command::new(HELPER).arg(&self.db).arg(sql).stdin(Stdio::null()));
        text.lines().filter(|line| *line != "ready").map(String::from).collect()
    }
}

/// Another program that has the file open, with all the locks that its statements took.
pub struct Holder(Child);

impl Holder {
    pub fn new(service: &Service, statements: &[&str]) -> Self {
        let mut command = Command::new(HELPER);
        command.arg(&service.db).args(statements).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        assert!(lines.into_iter().any(|line| line == "ready"), "{statements:?}");
        Self(child)
    }
}

impl Drop for Holder {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        drop(self.0.wait());
    }
}
