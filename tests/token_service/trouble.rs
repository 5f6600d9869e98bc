//! A file that can't be used is exit status 3, with what is wrong and what would be right.

use std::fs::{OpenOptions, Permissions, create_dir, read, set_permissions, write};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::common::{attempt, has, said, skip};
use crate::service::{Holder, Service};

/// What each command says of a database that it can't use.
fn all_say(service: &Service, key: &str, what: &str) {
    for arguments in
        [&["create-key", "bob"][..], &["validate", key], &["revoke", key], &["list"], &["purge"]]
    {
        let answer = service.expect(3, &[&["--timeout", "50"], arguments].concat());
        assert!(answer.contains(what), "{arguments:?}: {answer}");
        assert_eq!(answer.matches("token_service: ").count(), 1, "{answer}");
    }
}

#[test]
fn a_locked_file_is_waited_for_and_then_told() {
    let Some(service) = Service::new("locked") else { return };
    let key = service.create("key", "alice");
    {
        // Whoever writes does not keep the others from reading.
        let _writer = Holder::new(&service, &["BEGIN IMMEDIATE"]);
        service.expect(0, &["--timeout", "50", "validate", &key]);
        service.expect(0, &["--timeout", "50", "list"]);
        for arguments in [["create-key", "bob"], ["revoke", &key]] {
            let answer = service.expect(3, &[&["--timeout", "50"], &arguments[..]].concat());
            assert!(answer.contains("locked by another program for 50 ms"), "{answer}");
        }
    }
    {
        let locks = ["PRAGMA locking_mode = EXCLUSIVE", "BEGIN EXCLUSIVE"];
        let _owner = Holder::new(&service, &locks);
        all_say(&service, &key, "locked by another program for 50 ms\nTry again, or wait longer");
    }
    service.expect(0, &["validate", &key]);
    assert_eq!(service.expect(0, &["list"]).lines().count(), 2);
}

#[test]
fn a_missing_file_is_not_an_empty_one() {
    let Some(mut service) = Service::new("missing") else { return };
    let key = service.create("key", "alice");
    service.db.set_file_name("other.db");
    for command in [&["validate", &key][..], &["list"], &["purge"]] {
        assert!(service.expect(3, command).contains("no such file"));
        assert!(!service.db.exists());
    }
    service.db.push("tokens.db");
    all_say(&service, &key, "create-session and create-key make it, in a directory that exists");
    service.db.set_file_name("");
    create_dir(&service.db).unwrap();
    all_say(&service, &key, "Is a directory\nIt has to be a file");
}

#[test]
fn a_file_that_is_no_database_stays_as_it_is() {
    let Some(mut service) = Service::new("text") else { return };
    let key = service.create("key", "alice");
    service.db.set_file_name("text");
    let text = "Dear diary, ".repeat(1000);
    write(&service.db, &text).unwrap();
    all_say(&service, &key, "not a database of SQLite\nName another --db");
    assert_eq!(read(&service.db).unwrap(), text.as_bytes());

    service.db.set_file_name("another.db");
    service.sql("CREATE TABLE diary (page TEXT)");
    let before = read(&service.db).unwrap();
    all_say(&service, &key, "another program's database\nName another --db");
    assert_eq!(read(&service.db).unwrap(), before);

    service.db.set_file_name("newer.db");
    service.create("key", "alice");
    service.sql("PRAGMA user_version = 2");
    all_say(&service, &key, "a version that this program does not know");
}

#[test]
fn a_damaged_file_is_told_and_not_believed() {
    let Some(service) = Service::new("damaged") else { return };
    let key = service.create("key", "alice");
    let mut bytes = read(&service.db).unwrap();
    assert_eq!(bytes.len(), 4 * 4096); // the schema, the last id, the table, the index
    bytes[4096..].fill(0xA5);
    write(&service.db, &bytes).unwrap();
    for command in
        [&["create-key", "bob"][..], &["validate", &key], &["revoke", &key], &["list"], &["purge"]]
    {
        let answer = service.expect(3, command);
        assert!(answer.contains("damaged: what is in it can't be believed\n"), "{answer}");
        assert!(answer.contains("restore a backup"), "{answer}");
    }
    write(&service.db, &bytes[..6000]).unwrap();
    all_say(&service, &key, "damaged: what is in it can't be believed\n");
}

fn chmod(path: &Path, mode: u32) {
    set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Modes do not bind the superuser, unless it gives up its capabilities.
#[test]
fn a_read_only_file_or_directory_is_told() {
    let Some(mut service) = Service::new("read_only") else { return };
    let key = service.create("key", "alice");
    let directory = service.db.parent().unwrap().to_path_buf();
    chmod(&service.db, 0o444);
    let bound = OpenOptions::new().write(true).open(&service.db).is_err();
    if !bound && !has("setpriv") {
        return skip("token_service read_only", "the superuser without setpriv");
    }
    let says = |service: &Service, arguments: &[&str], what: &str| {
        let mut command = service.command(arguments);
        if !bound {
            let plain = command;
            command = Command::new("setpriv");
            command.arg("--bounding-set=-all").arg(plain.get_program()).args(plain.get_args());
        }
        let output = attempt(&mut command);
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert!(said(&output).contains(what), "{arguments:?}: {}", said(&output));
    };
    let read_only = "read-only\nEvery command writes";
    says(&service, &["validate", &key], read_only);
    says(&service, &["create-key", "bob"], read_only);
    chmod(&service.db, 0o600);
    chmod(&directory, 0o555);
    says(&service, &["validate", &key], read_only);
    says(&service, &["create-key", "bob"], read_only);
    service.db.set_file_name("new.db");
    says(&service, &["create-key", "bob"], "may be written to");
    service.db.set_file_name("tokens.db");
    chmod(&directory, 0o755);
    chmod(&service.db, 0o000);
    says(&service, &["list"], "Permission denied\nIt has to be a file that you may read and write");
    chmod(&service.db, 0o600);
    service.expect(0, &["validate", &key]);
}

/// The limit of a file's size stands for a full disk: the log grows past it.
#[test]
fn what_the_disk_has_no_room_for_is_not_acknowledged() {
    let Some(service) = Service::new("full") else { return };
    let key = service.create("key", "alice");
    let holder = Holder::new(&service, &["BEGIN", "SELECT count(*) FROM token"]);
    let script = "trap '' XFSZ; ulimit -f 100; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
        \"$0\" --db \"$1\" create-key bob || exit; done";
    let mut shell = Command::new("sh");
    let output = attempt(shell.args(["-c", script]).arg(&service.binary).arg(&service.db));
    assert_eq!(output.status.code(), Some(3), "{}", said(&output));
    drop(holder);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(printed.lines().count() > 0);
    for token in printed.lines().chain([key.as_str()]) {
        service.expect(0, &["validate", token]);
    }
    assert_eq!(service.expect(0, &["list"]).lines().count(), 2 + printed.lines().count());
    assert_eq!(service.sql("PRAGMA integrity_check"), ["ok"]);
}

#[test]
fn a_token_that_could_not_be_printed_is_revoked() {
    let Some(service) = Service::new("unprinted") else { return };
    for redirection in ["> /dev/full", ">&-", "| true"] {
        let script = format!("{{ sleep 0.1; \"$0\" --db \"$1\" create-key u; }} {redirection}");
        let mut shell = Command::new("sh");
        shell.args(["-c", &script]).arg(&service.binary).arg(&service.db).stdin(Stdio::null());
        assert!(said(&attempt(&mut shell)).contains("could not be printed, and is revoked"));
    }
    assert_eq!(service.sql("SELECT count(*) FROM token"), ["0"]);
}
