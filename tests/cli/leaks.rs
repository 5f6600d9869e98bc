//! A secret reaches neither the arguments of a process nor a file that others can read.

use std::fs::{read, read_dir, read_to_string, write};
use std::path::Path;
use std::process::Stdio;

use crate::common::{answer, scratch, skip};
use crate::{can_trace, feed, shell};

/// The system calls of a command line in a directory, one a line, with all of each string.
fn calls(place: &Path, line: &str) -> String {
    let script = "strace -f -xx -s 100000 -e trace=execve,open,openat,creat,write,chmod,fchmod \
        -o calls sh -c \"$LINE\" > output 2> errors";
    let said = feed(shell(place, script).env("LINE", line), b"");
    assert_eq!(said.status, 0, "{line}: {}", read_to_string(place.join("errors")).unwrap());
    read_to_string(place.join("calls")).unwrap()
}

fn escaped(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("\\x{byte:02x}")).collect()
}

/// Calls that would show a secret: an execve with it, or a file that others could read.
fn leaks<'a>(calls: &'a str, secrets: &[Vec<u8>], own: &Path) -> Vec<&'a str> {
    let secrets: Vec<_> = secrets.iter().map(|secret| escaped(secret)).collect();
    let names =
        ["output", "errors"].map(|name| escaped(own.join(name).to_str().unwrap().as_bytes()));
    let is_leak = |line: &&str| {
        let shows = secrets.iter().any(|secret| line.contains(secret.as_str()));
        let makes = line.contains("O_CREAT") && !line.contains("O_EXCL|O_NOFOLLOW|O_CLOEXEC, 0600");
        let opens = makes && !names.iter().any(|name| line.contains(name.as_str()));
        (shows && line.contains("execve(")) || opens || line.contains("chmod(")
    };
    calls.lines().filter(is_leak).collect()
}

/// What a key file, a token or a password is, in the forms in which it might be seen.
fn secrets_of(place: &Path) -> Vec<Vec<u8>> {
    let files = read_dir(place).unwrap().map(|file| file.unwrap().path());
    let secret_files = files.filter(|path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        ["secret", "output"].iter().any(|kind| name.starts_with(kind))
    });
    let mut secrets = Vec::new();
    for path in secret_files {
        let bytes = read(path).unwrap();
        secrets.extend(bytes.split(|&byte| byte == b'\n' || byte == b'=').map(<[u8]>::to_vec));
        secrets.push(bytes);
    }
    secrets.retain(|secret| secret.len() >= 16);
    secrets
}

const FLOWS: &[&str] = &[
    "csecrets",
    "csecrets password -c 3",
    "csecrets hex 16 -o secret",
    "csecrets keyfile secret && printf alice | csecrets sign -k @secret -p login",
    "csecrets keyfile secret && echo body | csecrets hmac -k @secret",
    "csecrets totp new -k base32:@secret -u alice && csecrets totp code -k base32:@secret",
    "csecrets env secret.example -o secret",
    "csecrets key acme -o secret && csecrets check acme < secret && csecrets hash < secret",
];

#[test]
fn no_secret_is_an_argument_or_in_a_file_that_others_can_read() {
    let test = "cli-leaks";
    if !can_trace(test) {
        return;
    }
    if answer(std::process::Command::new("id").arg("-u")).trim() != "0" {
        return skip(test, "csecrets lets in no debugger but root's");
    }
    for flow in FLOWS {
        let place = scratch(test);
        write(place.join("secret.example"), "PASSWORD=@password20\n").unwrap();
        let calls = calls(&place, &format!("umask 0; {flow}"));
        let secrets = secrets_of(&place);
        assert!(!secrets.is_empty() && calls.contains("execve("), "{flow}");
        // That it is looked for in the right spelling: somebody wrote it.
        let written = calls.lines().filter(|line| line.contains("write("));
        assert!(
            written
                .clone()
                .any(|line| secrets.iter().any(|secret| line.contains(&escaped(secret)))),
            "{flow}"
        );
        assert_eq!(leaks(&calls, &secrets, &place), [""; 0], "{flow}");
    }
    // What would leak is seen.
    for flow in ["/bin/echo $(csecrets)", "umask 022; csecrets hex > secret; cat secret"] {
        let place = scratch(test);
        let calls = calls(&place, flow);
        assert!(!leaks(&calls, &secrets_of(&place), &place).is_empty(), "{flow}");
    }
}

/// Asks a thousand times, over ten seconds.
#[cfg(target_os = "linux")]
fn comes_true(mut question: impl FnMut() -> bool) -> bool {
    (0..1000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        question()
    })
}

/// What another process of the system can see of one that waits with a key in its memory.
#[cfg(target_os = "linux")]
#[test]
fn a_key_in_memory_is_locked_and_no_core_file_takes_it() {
    use std::io::Write;
    let script = "exec > output 2>&1; ulimit -c unlimited || :; exec csecrets check";
    let mut command = shell(&scratch("cli-locked"), script);
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(b"acme_").unwrap();
    let proc = |file: &str| read_to_string(format!("/proc/{}/{file}", child.id())).unwrap();
    let field = |text: String, name: &str, which: usize| {
        let line = text.lines().find(|line| line.starts_with(name)).unwrap();
        line[name.len()..].split_whitespace().nth(which).unwrap().to_string()
    };
    let locked = comes_true(|| field(proc("status"), "VmLck:", 0) != "0");
    let core = field(proc("limits"), "Max core file size", 1);
    drop(stdin);
    child.wait().unwrap();
    assert_eq!(core, "0");
    if answer(std::process::Command::new("sh").args(["-c", "ulimit -l"])).trim() == "0" {
        return skip("cli-locked", "no memory may be locked here");
    }
    assert!(locked);
}

/// A file that is opened while one of the three is closed would take its place, and what is meant
/// for people would be written into it.
#[cfg(target_os = "linux")]
#[test]
fn nothing_takes_the_place_of_a_closed_file() {
    let mut command = shell(&scratch("cli-closed-files"), "exec csecrets check >&- 2>&-");
    let mut child = command.stdin(Stdio::piped()).spawn().unwrap();
    let is_null = |file| {
        let link = std::fs::read_link(format!("/proc/{}/fd/{file}", child.id()));
        link.is_ok_and(|path| path == Path::new("/dev/null"))
    };
    let taken = comes_true(|| is_null(1) && is_null(2));
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(taken);
}
