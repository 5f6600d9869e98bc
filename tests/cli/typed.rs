//! What is typed at a terminal for a secret is not shown, and what is typed afterwards is.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::common::{answer as answer_of, run, scratch, skip};
use crate::{answer, can, can_trace, shell};

/// A terminal, which script(1) stands for, and somebody at it. What it showed is read from the front.
struct Terminal {
    script: Child,
    shown: String,
}

impl Terminal {
    /// Runs a command line in a shell that outlives what Ctrl-C ends.
    fn new(place: &Path, line: &str) -> Self {
        let script = "timeout 60 script -E always -qec \"trap : INT QUIT; $LINE\" /dev/null";
        let mut shell = shell(place, script);
        shell.env("LINE", line).stdin(Stdio::piped()).stdout(Stdio::piped());
        Self { script: shell.spawn().unwrap(), shown: String::new() }
    }

    /// Waits until a text is shown; what was shown before it.
    fn until(&mut self, text: &str) -> String {
        loop {
            if let Some((before, after)) = self.shown.split_once(text) {
                let before = before.to_string();
                self.shown = after.to_string();
                return before;
            }
            let mut chunk = [0; 4096];
            let got = self.script.stdout.as_mut().unwrap().read(&mut chunk).unwrap();
            assert!(got > 0, "no {text:?} is shown: {:?}", self.shown);
            self.shown += std::str::from_utf8(&chunk[..got]).unwrap();
        }
    }

    fn types(&mut self, keys: &str) {
        self.script.stdin.as_mut().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// Whether it shows what is typed, asked of it by a command line that runs stty(1) next.
    fn echoes(&mut self) -> bool {
        self.until("isig");
        !self.until("echoe ").ends_with("-echo ")
    }
}

fn can_type(test: &str) -> bool {
    can(test, "script", &["-E", "always", "-qec", "true", "/dev/null"])
}

const CHECK: &str = "API key (not shown): ";

#[test]
fn a_secret_is_not_shown_and_nothing_else_is_hidden() {
    let place = scratch("cli-typed-hidden");
    if !can_type("cli-typed-hidden") {
        return;
    }
    run(shell(&place, "csecrets keyfile key").env("LC_ALL", "C"));
    for (line, prompt) in [
        ("check", CHECK),
        ("hash", "token (not shown): "),
        ("verify -k @key -p login", "token (not shown): "),
        ("totp verify -k @key", "code (not shown): "),
        ("totp code -k text:-", "key (not shown): "),
        ("hmac -k text:@/dev/tty < key", "key (not shown): "),
    ] {
        let mut terminal = Terminal::new(&place, &format!("csecrets {line}; stty -a; echo end"));
        terminal.until(prompt);
        terminal.types("what-nobody-sees\n");
        let shown = terminal.until("speed");
        assert!(!shown.contains("what"), "{line}: {shown}");
        assert!(terminal.echoes(), "{line}");
        terminal.until("end");
    }
    for line in ["csecrets sign -k @key -p login", "head -n 1"] {
        let mut terminal = Terminal::new(&place, &format!("echo begin; {line} > out"));
        terminal.until("begin");
        terminal.types("what-all-see\n\x04");
        terminal.until("what-all-see");
    }
}

#[test]
fn whatever_ends_it_leaves_the_terminal_as_it_was() {
    let place = scratch("cli-typed-ended");
    if !can_type("cli-typed-ended") {
        return;
    }
    let line = "sh -c 'echo pid $$ .; exec csecrets check'; echo left $?; stty -a";
    for (signal, keys) in
        [("INT", "\x03"), ("QUIT", "\x1c"), ("TERM", ""), ("HUP", ""), ("", "\x04")]
    {
        let mut terminal = Terminal::new(&place, line);
        terminal.until("pid ");
        let pid = terminal.until(" .");
        terminal.until(CHECK);
        if keys.is_empty() {
            run(Command::new("kill").args(["-s", signal, &pid]));
        }
        terminal.types(keys);
        terminal.until("left ");
        let status: i32 = terminal.until("\r\n").parse().unwrap();
        assert_eq!(status > 128, !signal.is_empty(), "{signal}: {status}");
        assert!(terminal.echoes(), "{signal}");
    }
}

#[test]
fn an_error_leaves_the_terminal_as_it_was() {
    let test = "cli-typed-error";
    if !can_type(test) || !can_trace(test) {
        return;
    }
    if answer_of(Command::new("id").arg("-u")).trim() != "0" {
        return skip(test, "csecrets lets in no debugger but root's");
    }
    let strace = "strace -o calls -P \"$(tty)\" -e trace=read -e inject=read:error=EIO";
    let line = format!("{strace} csecrets check; echo left $?; stty -a");
    let mut terminal = Terminal::new(&scratch(test), &line);
    terminal.until("left 1\r\n");
    assert!(terminal.echoes());
}

#[test]
fn a_job_that_is_stopped_leaves_the_terminal_and_asks_again_in_front() {
    let place = scratch("cli-typed-stopped");
    if !can_type("cli-typed-stopped") {
        return;
    }
    let key = answer("key acme");
    let line = "set -m; csecrets check; stty -a; fg; stty -a; echo end";
    let mut terminal = Terminal::new(&place, line);
    terminal.until(CHECK);
    terminal.types("half of it\x1a");
    assert!(terminal.echoes());
    terminal.until(CHECK);
    terminal.types(&format!("{key}\n"));
    let shown = terminal.until("valid");
    assert!(!shown.contains("acme"), "{shown}");
    assert!(terminal.echoes());
    terminal.until("end");

    let waits = "until jobs > jobs; grep -q Stopped jobs; do :; done";
    // One that began in the background waits there.
    let line = format!("set -m; csecrets check & {waits}; fg");
    let mut terminal = Terminal::new(&place, &line);
    terminal.until(CHECK);
    terminal.types(&format!("{key}\n"));
    assert!(!terminal.until("valid").contains("acme"));

    // One that is ended there neither touches the terminal nor waits for it.
    let line = format!(
        "set -m; csecrets check; bg; {waits}; kill -s TERM %1; kill -s CONT %1; \
         until wait %1 2> /dev/null; [ $? = 143 ]; do :; done; echo ended"
    );
    let mut terminal = Terminal::new(&place, &line);
    terminal.until(CHECK);
    terminal.types("\x1a");
    terminal.until("ended");
}

#[test]
fn a_signal_that_is_ignored_stays_so() {
    if !can_type("cli-typed-ignored") {
        return;
    }
    let place = scratch("cli-typed-ignored");
    let mut terminal = Terminal::new(&place, "trap '' INT; csecrets check");
    terminal.until(CHECK);
    terminal.types("\x03");
    terminal.types(&format!("{}\n", answer("key acme")));
    terminal.until("valid");
}

#[test]
fn what_was_shown_before_is_not_taken_for_the_secret() {
    let place = scratch("cli-typed-early");
    if !can_type("cli-typed-early") {
        return;
    }
    let line = "echo ready; until [ -e go ]; do sleep 0.1; done; csecrets check";
    let mut terminal = Terminal::new(&place, line);
    terminal.until("ready");
    terminal.types("too early\n");
    terminal.until("too early");
    std::fs::write(place.join("go"), "").unwrap();
    terminal.until(CHECK);
    terminal.types(&format!("{}\n", answer("key acme")));
    terminal.until("valid");
}

/// A hash of the first part of a token would be that of another one.
#[test]
fn a_line_that_the_terminal_may_have_cut_is_refused() {
    let place = scratch("cli-typed-long");
    if !can_type("cli-typed-long") {
        return;
    }
    for (length, shown) in [(4094, "hashed"), (4095, "may have cut"), (5000, "may have cut")] {
        let mut terminal = Terminal::new(&place, "csecrets hash && echo hashed");
        terminal.until("token (not shown): ");
        terminal.types(&format!("{}\n", "a".repeat(length)));
        terminal.until(shown);
    }
}

#[test]
fn a_key_that_is_typed_is_said_to_be_text() {
    let place = scratch("cli-typed-raw");
    if !can_type("cli-typed-raw") {
        return;
    }
    Terminal::new(&place, "csecrets totp code -k -").until("-k hex:-");
}
