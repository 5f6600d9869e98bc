//! Lines are picked and shuffled, each once, however many there are.

use std::collections::HashSet;

use crate::{csecrets, feed};

fn numbers(count: usize) -> String {
    (0..count).map(|number| format!("{number}\n")).collect()
}

/// One order in 10^6! is the old one.
#[test]
fn a_million_lines_are_shuffled() {
    let input = numbers(1_000_000);
    let said = feed(&mut csecrets("shuffle"), input.as_bytes());
    assert_eq!((said.status, said.out.len()), (0, input.len()));
    let mut lines: Vec<u32> = said.out.lines().map(|line| line.parse().unwrap()).collect();
    assert!(said.out != input);
    lines.sort_unstable();
    assert!(lines.into_iter().eq(0..1_000_000));
}

#[test]
fn picked_lines_are_different_and_there() {
    let input = numbers(1_000_000);
    let said = feed(&mut csecrets("pick 1000"), input.as_bytes());
    let lines: HashSet<u32> = said.out.lines().map(|line| line.parse().unwrap()).collect();
    assert!(lines.len() == 1000 && lines.iter().all(|&line| line < 1_000_000));
    let again = feed(&mut csecrets("pick 2 -c 50"), b"a\nb\n").out;
    assert_eq!(again.matches("a\n").count(), 50);
    assert_eq!(again.matches("b\n").count(), 50);
}

#[test]
fn ends_of_lines_are_read_and_written_alike() {
    let shuffled = |arguments, input: &str| feed(&mut csecrets(arguments), input.as_bytes()).out;
    assert_eq!(shuffled("shuffle", "one\ntwo").len(), "one\ntwo\n".len());
    assert_eq!(shuffled("shuffle", "\n\n"), "\n\n");
    assert_eq!(shuffled("shuffle", ""), "");
    let none = shuffled("shuffle --json", "");
    assert_eq!(none, "{\"verb\":\"shuffle\",\"bits\":0,\"values\":[]}\n");
    let with_nuls = shuffled("shuffle -0", "a\nb\0c\0");
    assert!(["a\nb\0c\0", "c\0a\nb\0"].contains(&&with_nuls[..]), "{with_nuls:?}");
    let json = shuffled("pick 2 --json", "é\n\"\n");
    assert!(json.contains(r#""é""#) && json.contains(r#""\"""#), "{json}");
}

#[test]
fn more_than_there_are_are_refused() {
    for (arguments, input) in
        [("pick", &b""[..]), ("pick 3", b"a\nb\n"), ("pick --json", b"\xff\n")]
    {
        let said = feed(&mut csecrets(arguments), input);
        assert_eq!((said.status, &said.out[..]), (1, ""), "{arguments}");
    }
}
