//! What is revoked is gone, and nothing else is.

use std::thread;

use crate::service::Service;

#[test]
fn of_processes_that_revoke_a_token_one_finds_it() {
    let Some(service) = Service::new("revoked") else { return };
    for _ in 0..20 {
        let key = service.create("key", "u");
        let codes: Vec<_> = thread::scope(|scope| {
            let revoke = || service.command(&["revoke", &key]).output().unwrap().status.code();
            let all: Vec<_> = (0..4).map(|_| scope.spawn(revoke)).collect();
            all.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert_eq!(codes.iter().filter(|code| **code == Some(0)).count(), 1, "{codes:?}");
        assert_eq!(codes.iter().filter(|code| **code == Some(1)).count(), 3, "{codes:?}");
    }
}

/// The third field of a line is the user, the first one the id.
fn id_of(service: &Service, user: &str) -> String {
    let list = service.expect(0, &["list"]);
    let mut rows = list.lines().map(|line| line.split(' ').collect::<Vec<_>>());
    rows.find(|row| row[2] == user).unwrap()[0].to_string()
}

#[test]
fn an_id_revokes_one_token_and_is_not_given_again() {
    let Some(service) = Service::new("revoke-id") else { return };
    let (kept, lost) = (service.create("key", "alice"), service.create("key", "bob"));
    let id = id_of(&service, "bob");
    assert_eq!(service.expect(0, &["revoke-id", &id]), "revoked: 1\n");
    assert_eq!(service.expect(1, &["validate", &lost]), "refused: unknown, or revoked\n");
    service.create("key", "carol");
    assert_ne!(id_of(&service, "carol"), id);
    assert_eq!(service.expect(1, &["revoke-id", &id]), "refused: unknown, or revoked\n");
    service.expect(0, &["validate", &kept]);
}

#[test]
fn a_user_loses_all_tokens_and_no_other_user_does() {
    let Some(service) = Service::new("revoke-user") else { return };
    let lost = ["session", "key"].map(|kind| service.create(kind, "alice"));
    let kept = service.create("session", "alice2");
    assert_eq!(service.expect(0, &["revoke-user", "alice"]), "revoked: 2\n");
    assert_eq!(service.expect(1, &["revoke-user", "alice"]), "refused: no token of this user\n");
    for token in &lost {
        service.expect(1, &["validate", token]);
    }
    service.expect(0, &["validate", &kept]);
}
