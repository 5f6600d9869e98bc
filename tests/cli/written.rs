//! All is written, or the exit status says that it was not; and nothing is, unless all was drawn.

use std::fs::{File, metadata, read, read_dir, read_to_string, write};
use std::os::fd::OwnedFd;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::common::{ROOT, cc, run, scratch, skip};
use crate::{Said, answer, can_trace, csecrets, feed, shell};

/// Every verb that prints, with what it needs on its standard input.
const PRINTING: &[(&str, &str)] = &[
    ("", ""),
    ("bytes", ""),
    ("--help", ""),
    ("--version", ""),
    ("probe", ""),
    ("hash", "token"),
    ("pick", "a\n"),
    ("shuffle", "a\n"),
    ("uuid 7 --json", ""),
    ("totp new -u alice", ""),
];

fn written_to(arguments: &str, input: &str, out: Stdio) -> (Option<i32>, String) {
    let place = scratch(&format!("cli-input-{}", arguments.replace(['/', ' '], "_")));
    write(place.join("input"), input).unwrap();
    let input = File::open(place.join("input")).unwrap();
    let output =
        csecrets(arguments).stdin(input).stdout(out).stderr(Stdio::piped()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_full_disk_is_told() {
    for (arguments, input) in PRINTING {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let (status, err) = written_to(arguments, input, full.into());
        assert!(
            status == Some(5) && err.contains("No space left"),
            "{arguments}: {status:?} {err}"
        );
    }
}

#[test]
fn a_closed_pipe_is_told() {
    for (arguments, input) in PRINTING {
        let (here, there) = UnixStream::pair().unwrap();
        drop(there);
        let (status, err) = written_to(arguments, input, OwnedFd::from(here).into());
        assert!(status == Some(5) && err.contains("Broken pipe"), "{arguments}: {status:?} {err}");
    }
    // One that is closed after the first line.
    let place = scratch("cli-pipe");
    let script = "{ csecrets -c 100000 2> err || echo $? > status; } | head -n 1";
    assert_eq!(feed(&mut shell(&place, script), b"").out.len(), 44);
    assert_eq!(read_to_string(place.join("status")).unwrap(), "5\n");
}

#[test]
fn a_closed_output_is_told_and_no_other_file_takes_its_place() {
    let place = scratch("cli-closed");
    let said = feed(&mut shell(&place, "csecrets >&-"), b"");
    assert!(said.status == 5 && said.err.contains("Bad file descriptor"), "{said:?}");
    let said = feed(&mut shell(&place, "csecrets totp new -u a -k @key >&-"), b"");
    assert_eq!((said.status, metadata(place.join("key")).unwrap().len()), (5, 20));
    assert_eq!(feed(&mut shell(&place, "csecrets hash <&-"), b"").status, 1);
    assert_eq!(feed(&mut shell(&place, "csecrets foo 2>&-"), b"").status, 2);
}

#[test]
fn a_file_is_new_and_its_owners_alone() {
    let place = scratch("cli-output");
    let ask =
        |arguments: &str| feed(&mut shell(&place, &format!("umask 0; csecrets {arguments}")), b"");
    assert_eq!(ask("hex -o token").status, 0);
    let token = place.join("token");
    assert_eq!(
        (metadata(&token).unwrap().permissions().mode() & 0o777, metadata(&token).unwrap().len()),
        (0o600, 65)
    );
    let said = ask("hex -o token");
    assert!(said.status == 5 && said.err.contains("never overwritten"), "{said:?}");
    std::os::unix::fs::symlink("nothing", place.join("link")).unwrap();
    assert_eq!([ask("hex -o link").status, ask("hex -o no/such").status], [5, 5]);
    assert!(!place.join("nothing").exists());
    assert_eq!(metadata(&token).unwrap().len(), 65);
}

/// A limit on the size of files stands for a disk that is full halfway.
#[test]
fn half_a_file_does_not_stay() {
    let place = scratch("cli-half");
    let said = feed(&mut shell(&place, "ulimit -f 1; csecrets bytes 100000 -o half"), b"");
    assert!(said.status == 5 && said.err.contains("File too large"), "{said:?}");
    write(place.join("x.example"), format!("A=@hex100000\nB={}", "b".repeat(9))).unwrap();
    write(place.join("x"), "B=2\n").unwrap();
    let said = feed(&mut shell(&place, "ulimit -f 1; csecrets env x.example"), b"");
    assert_eq!(said.status, 5, "{said:?}");
    assert_eq!(read_to_string(place.join("x")).unwrap(), "B=2\n");
    assert_eq!(read_dir(&place).unwrap().count(), 2);
}

/// Ctrl-C and its like wait until a file is whole and has its name.
#[test]
fn a_signal_leaves_no_half_of_a_file() {
    if !can_trace("cli-signal") {
        return;
    }
    let place = scratch("cli-signal");
    write(place.join("x.example"), "A=@hex16\n").unwrap();
    for arguments in ["env x.example", "keyfile key"] {
        let script = format!(
            "strace -qq -o calls -e trace=fsync -e inject=fsync:signal=TERM csecrets {arguments}"
        );
        let status = shell(&place, &script).output().unwrap().status;
        assert!(!status.success(), "{arguments}: no signal came");
    }
    assert_eq!(
        [read(place.join("x")), read(place.join("key"))].map(|file| file.unwrap().len()),
        [35, 32]
    );
    assert_eq!(read_dir(&place).unwrap().count(), 4);
}

/// A command that runs another one for which the kernel has no randomness.
fn deny(place: &Path) -> PathBuf {
    let deny = place.join("deny");
    run(cc().arg(format!("{ROOT}/bindings/deny.c")).arg("-o").arg(&deny));
    deny
}

#[test]
fn without_randomness_nothing_is_printed() {
    let place = scratch("cli-denied");
    let deny = deny(&place);
    answer("--version");
    if Command::new(&deny).arg("true").status().unwrap().code() == Some(2) {
        return skip("cli-denied", "this system lets no filter of system calls be set");
    }
    write(place.join("x.example"), "A=@hex16\n").unwrap();
    let denied = |arguments: &str, input: &str| -> Said {
        let mut command = Command::new(&deny);
        command.arg(crate::COMMAND).args(arguments.split_whitespace()).current_dir(&place);
        feed(&mut command, input.as_bytes())
    };
    for arguments in [
        "",
        "hex",
        "bytes",
        "text",
        "below 9",
        "int 1 6",
        "dice",
        "pick",
        "shuffle",
        "password",
        "code",
        "pin",
        "key acme",
        "uuid",
        "uuid 7",
        "hex -o out",
        "keyfile out",
        "totp new -u a -k @out",
        "env x.example",
    ] {
        let said = denied(arguments, "a\nb\n");
        assert_eq!((said.status, &said.out[..]), (4, ""), "{arguments}: {said:?}");
        assert!(said.err.contains("csecrets probe"), "{arguments}: {said:?}");
    }
    let probe = denied("probe", "");
    assert!(probe.status == 4 && probe.out.contains("Operation not permitted"), "{probe:?}");
    assert_eq!(read_dir(&place).unwrap().count(), 2);
    assert!(answer("probe").contains("randomness  yes\n"));
}

#[test]
fn more_than_memory_should_hold_is_refused() {
    let said = crate::say("bytes 268435457");
    assert_eq!(said.status, 2);
    let said = crate::say("hex 1000000 -c 10000000");
    assert!(said.status == 1 && said.err.contains("1 GiB") && said.out.is_empty(), "{}", said.err);
}
