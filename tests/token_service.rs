//! The token service keeps what it acknowledged, and no token, whatever befalls its processes and
//! its file.

mod common;

#[path = "token_service/revoke.rs"]
mod revoke;
#[path = "token_service/service.rs"]
mod service;
#[path = "token_service/trouble.rs"]
mod trouble;

use std::collections::hash_map::RandomState;
use std::fs::{metadata, read};
use std::hash::BuildHasher;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

use common::{answer, run, scratch};
use service::{FLUSHES, Holder, Service};

#[test]
fn a_token_is_valid_from_its_creation_to_its_revocation() {
    let Some(service) = Service::new("commands") else { return };
    for (kind, expires) in [("session", "T"), ("key", "never")] {
        let token = service.create(kind, "alice");
        let answer = service.expect(0, &["validate", &token]);
        assert!(answer.starts_with(&format!("valid: {kind} of alice, expires ")), "{answer}");
        assert!(answer.contains(expires), "{answer}");
        assert_eq!(service.with_input("validate", &format!("{token}\n")), (0, answer));
        assert!(service.expect(0, &["list"]).contains(&format!(" {kind} alice 20")));
        assert_eq!(service.expect(0, &["revoke", &token]), format!("revoked: {kind} of alice\n"));
        for command in ["validate", "revoke"] {
            assert_eq!(service.expect(1, &[command, &token]), "refused: unknown, or revoked\n");
        }
    }
    assert_eq!(service.expect(0, &["list"]), "id kind user created expires\n");
    assert_eq!(service.expect(0, &["purge"]), "purged: 0\n");
}

#[test]
fn misuse_is_told_from_a_refusal() {
    let Some(service) = Service::new("misuse") else { return };
    let long = "a".repeat(65);
    for arguments in [
        &[][..],
        &["destroy"],
        &["validate"],
        &["validate", "one", "two"],
        &["list", "all"],
        &["revoke-id", "first"],
        &["revoke-id", "0"],
        &["revoke-user"],
        &["--ttl", "5", "revoke-user", "alice"],
        &["create-key", ""],
        &["create-key", "two words"],
        &["create-key", "\u{1b}[2J"],
        &["create-key", &long],
        &["create-key", "alice", "--ttl", "5"],
        &["--ttl", "0", "create-key", "alice"],
        &["--ttl", "5s", "create-key", "alice"],
        &["--ttl", "99999999999999999999", "create-key", "alice"],
        &["--ttl", "5", "validate", "one"],
        &["--timeout", "-1", "list"],
        &["--db", "", "create-key", "alice"],
        &["--db", ":memory:", "create-key", "alice"],
        &["--db", "file:x?mode=memory", "create-key", "alice"],
        &["--unknown", "1", "list"],
        &["--db"],
    ] {
        assert!(service.expect(2, arguments).contains("token_service: "), "{arguments:?}");
    }
    assert!(service.expect(0, &["--help"]).starts_with("usage: "));
    assert!(!service.db.exists());
}

#[test]
fn no_token_is_in_the_files_which_are_their_owners_alone() {
    let Some(service) = Service::new("bytes") else { return };
    let tokens = ["session", "key"].map(|kind| service.create(kind, "grace_hopper"));
    // As long as somebody has the file open, the log and its index stay beside it.
    let holder = Holder::new(&service, &["BEGIN", "SELECT count(*) FROM token"]);
    let later = service.create("session", "ada_lovelace");
    let mut files = Vec::new();
    for suffix in ["", "-wal", "-shm"] {
        let path = format!("{}{suffix}", service.db.display());
        assert_eq!(metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600, "{path}");
        files.extend(read(path).unwrap());
    }
    drop(holder);
    let held = |bytes: &[u8]| files.windows(bytes.len()).any(|window| window == bytes);
    // What has to be there is found, so what is not found is not there.
    assert!(held(b"grace_hopper") && held(b"ada_lovelace"));
    for token in tokens.iter().chain([&later]) {
        assert!(held(&Sha256::digest(token)), "no hash");
        let random = token.strip_prefix("acme_").filter(|_| token.len() == 41).unwrap_or(token);
        assert!(!held(&random.as_bytes()[..12]) && !held(&random.as_bytes()[12..24]));
        if let Ok(bytes) = URL_SAFE_NO_PAD.decode(token) {
            assert!(!held(&bytes[..8]) && !held(&bytes[24..]));
        }
    }
}

#[test]
fn what_has_expired_is_refused_and_then_purged() {
    let Some(service) = Service::new("expiry") else { return };
    let kept = service.create("session", "alice");
    let brief = ["session", "key"].map(|kind| {
        let command = format!("create-{kind}");
        service.expect(0, &["--ttl", "1", &command, "bob"]).trim().to_string()
    });
    thread::sleep(Duration::from_millis(2100));
    for token in &brief {
        assert_eq!(service.expect(1, &["validate", token]), "refused: expired\n");
    }
    assert_eq!(service.expect(0, &["purge"]), "purged: 2\n");
    for token in &brief {
        assert_eq!(service.expect(1, &["validate", token]), "refused: unknown, or revoked\n");
    }
    service.expect(0, &["validate", &kept]);
}

#[test]
fn a_token_with_one_character_changed_is_refused() {
    let Some(service) = Service::new("changed") else { return };
    let token = service.create("session", "alice");
    for changed in each_changed(&token) {
        let answer = service.expect(1, &["validate", &changed]);
        assert!(answer.starts_with("refused: "), "{answer}");
    }
    for text in [&token[1..], &format!("{token}A"), &token.repeat(100), "", "acme_"] {
        service.expect(1, &["validate", text]);
        assert_eq!(service.with_input("validate", text).0, 1);
    }
    service.expect(0, &["validate", &token]);
    let key = service.create("key", "alice");
    assert_eq!(service.with_input("validate", &format!("{key}\0")).0, 1);
}

/// Where the database would be asked, its absence would be told.
#[test]
fn a_key_with_a_typing_error_is_refused_without_the_database() {
    let Some(mut service) = Service::new("typing") else { return };
    let key = service.create("key", "alice");
    service.db = "/no/such/directory/tokens.db".into();
    assert!(service.expect(3, &["validate", &key]).contains("no such file"));
    for changed in each_changed(&key) {
        assert!(service.expect(1, &["validate", &changed]).starts_with("refused: "), "{changed}");
    }
}

fn each_changed(token: &str) -> impl Iterator<Item = String> {
    (0..token.len()).map(|place| {
        let other = if token.as_bytes()[place] == b'A' { "B" } else { "A" };
        format!("{}{other}{}", &token[..place], &token[place + 1..])
    })
}

#[test]
fn the_lookup_goes_by_the_index() {
    let Some(service) = Service::new("index") else { return };
    service.create("key", "alice");
    let plan = "EXPLAIN QUERY PLAN SELECT id FROM token WHERE substr(hash, 1, 8) = x'00'";
    assert!(service.sql(plan)[0].contains("USING INDEX token_by_hash"));
}

/// The second row begins as the token's hash does, and would come first.
#[test]
fn a_hash_that_begins_alike_is_not_taken_for_the_tokens() {
    let Some(service) = Service::new("alike") else { return };
    let key = service.create("key", "alice");
    service.sql(
        "INSERT INTO token SELECT id - 1, kind, 'mallory', CAST(substr(hash, 1, 31) ||
             CASE substr(hash, 32) WHEN x'00' THEN x'01' ELSE x'00' END AS BLOB), 1, NULL
         FROM token",
    );
    assert_eq!(service.sql("SELECT DISTINCT hex(substr(hash, 1, 8)) FROM token").len(), 1);
    assert_eq!(service.expect(0, &["validate", &key]), "valid: key of alice, expires never\n");
    service.sql("DELETE FROM token WHERE user_name = 'alice'");
    assert_eq!(service.expect(1, &["validate", &key]), "refused: unknown, or revoked\n");
}

/// A loop of processes that a signal ends in the middle of whatever one of them is doing.
fn spawn_loop(service: &Service, script: &str) -> Child {
    let mut shell = Command::new("sh");
    shell.args(["-c", script]).arg(&service.binary).arg(&service.db).process_group(0);
    shell.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// 20 rounds, every fifth with a new file: the making of the tables is cut short too.
#[test]
fn nothing_acknowledged_is_lost_by_kill_9() {
    const CREATES: &str = "while \"$0\" --db \"$1\" create-session u; do :; done";
    const REVOKES: &str = "while key=$(\"$0\" --db \"$1\" create-key u); do
        \"$0\" --db \"$1\" revoke \"$key\" > /dev/null && echo \"$key\"; done";
    let mut acknowledged = 0;
    for file in 0..4 {
        let Some(service) = Service::new(&format!("killed-{file}")) else { return };
        let (mut created, mut revoked) = (Vec::new(), Vec::new());
        for round in 0..5 {
            let loops = [CREATES, CREATES, REVOKES].map(|script| spawn_loop(&service, script));
            thread::sleep(Duration::from_millis(RandomState::new().hash_one(round) % 80));
            let groups = loops.each_ref().map(|shell| format!("-{}", shell.id()));
            run(Command::new("kill").args(["-KILL", "--"]).args(groups));
            for (list, shell) in [(); 3].iter().zip(loops).map(|(_, shell)| shell).enumerate() {
                let output = shell.wait_with_output().unwrap();
                let errors = String::from_utf8_lossy(&output.stderr);
                assert_eq!(output.status.signal(), Some(9), "{errors}");
                let text = String::from_utf8(output.stdout).unwrap();
                let lines = text.split_inclusive('\n').filter_map(|line| line.strip_suffix('\n'));
                let list = if list < 2 { &mut created } else { &mut revoked };
                list.extend(lines.map(String::from));
            }
            assert_eq!(service.sql("PRAGMA integrity_check"), ["ok"]);
        }
        acknowledged += created.len() + revoked.len();
        for (code, tokens) in [(0, created), (1, revoked)] {
            for token in tokens {
                service.expect(code, &["validate", &token]);
            }
        }
    }
    println!("{acknowledged} acknowledged");
    assert!(acknowledged > 0);
}

/// A killed process can't show this: what it wrote stays in the system's memory. A power cut would.
#[test]
fn a_token_is_flushed_to_the_disk_before_it_is_printed() {
    let Some(service) = Service::new("flushed") else { return };
    service.create("key", "alice");
    // With the log in use, no flush is needed but for the commit.
    let _holder = Holder::new(&service, &["BEGIN", "SELECT count(*) FROM token"]);
    service.create("key", "alice");
    let mut shell = Command::new("sh");
    shell.args(["-c", "LD_PRELOAD=\"$2\" \"$0\" --db \"$1\" create-key bob 2>&1"]);
    let said = answer(shell.arg(&service.binary).arg(&service.db).arg(FLUSHES));
    let lines: Vec<_> = said.lines().collect();
    assert!(
        lines.len() > 1 && lines[0] == "flushed" && lines.last().unwrap().len() == 41,
        "{said}"
    );
}

#[test]
fn writers_and_readers_share_the_file() {
    const EACH: usize = 25;
    let Some(service) = Service::new("shared") else { return };
    let first = service.create("key", "first");
    let tokens: Vec<_> = thread::scope(|scope| {
        let writer = || (0..EACH).map(|_| service.create("session", "u")).collect::<Vec<_>>();
        let writers: Vec<_> = (0..4).map(|_| scope.spawn(writer)).collect();
        for _ in 0..2 {
            scope.spawn(|| {
                for _ in 0..EACH {
                    service.expect(0, &["validate", &first]);
                    service.expect(0, &["list"]);
                }
            });
        }
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    for token in &tokens {
        service.expect(0, &["validate", token]);
    }
    assert_eq!(service.sql("SELECT count(DISTINCT hash) FROM token"), ["101"]);
    assert_eq!(service.expect(0, &["list"]).lines().count(), 1 + 1 + 4 * EACH);
}

#[test]
fn processes_that_start_at_once_make_one_file() {
    for round in 0..10 {
        let Some(service) = Service::new(&format!("new-{round}")) else { return };
        thread::scope(|scope| {
            for _ in 0..6 {
                scope.spawn(|| service.create("key", "u"));
            }
        });
        assert_eq!(service.sql("SELECT count(*) FROM token"), ["6"]);
    }
}
