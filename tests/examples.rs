//! The examples keep their promises, built as a user builds them: against an installed csecrets
//! that pkg-config finds. Some of them print times; no test judges a time.

mod common;

#[path = "examples/accepted.rs"]
mod accepted;
#[path = "examples/attacks.rs"]
mod attacks;

use std::collections::{BTreeSet, HashSet};
use std::fs::{create_dir_all, metadata, read_dir, read_to_string, remove_dir_all};
use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use common::{ROOT, answer, attempt, golden, has, make, run, skip};

const TMP: &str = env!("CARGO_TARGET_TMPDIR");
const STRICT: &str =
    "CFLAGS=-Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -O2";

/// What `make demo` printed with pkg-config, and without. All of the building is done once and
/// here: a program that starts while the stage is installed again would miss its library.
fn demos() -> Option<&'static [String; 2]> {
    static DEMOS: OnceLock<Option<[String; 2]>> = OnceLock::new();
    let built = DEMOS.get_or_init(|| {
        has("pkg-config").then(|| {
            let by_hand = format!("EXAMPLES={TMP}/by-hand");
            let settings = ["PKG_CONFIG=no-such-pkg-config", &by_hand];
            let without = answer(make(ROOT).args(["-B", "demo"]).args(settings));
            run(make(ROOT).arg("examples"));
            [answer(make(ROOT).arg("demo")), without]
        })
    });
    if built.is_none() {
        skip("examples", "no pkg-config");
    }
    built.as_ref()
}

/// What an example prints, line by line; None where it could not be built.
fn lines_of(name: &str) -> Option<Vec<String>> {
    demos()?;
    let text = answer(&mut Command::new(format!("{ROOT}/build/examples/{name}")));
    Some(text.lines().map(String::from).collect())
}

/// What stands behind a label in the first line that starts with it.
fn after<'a>(lines: &'a [String], label: &str) -> &'a str {
    let found = lines.iter().find_map(|line| line.trim_start().strip_prefix(label));
    found.unwrap_or_else(|| panic!("no {label:?} in {lines:#?}")).trim()
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

fn made_of(text: &str, nchars: usize, symbols: &str) -> bool {
    let known = |character: char| character.is_ascii_alphanumeric() || symbols.contains(character);
    text.len() == nchars && text.chars().all(known)
}

#[test]
fn the_examples_are_clean_c99_under_strict_warnings() {
    let Some(_) = demos() else { return };
    let stage = format!("PKG_CONFIG_PATH={ROOT}/build/stage/lib/pkgconfig");
    for compiler in ["gcc", "clang"] {
        let (cc, build) = (format!("CC={compiler}"), format!("BUILD={TMP}/{compiler}"));
        if !has(compiler) {
            return skip("examples under strict warnings", &format!("no {compiler}"));
        }
        run(make(format!("{ROOT}/c-examples")).args(["-B", &stage, &cc, &build, STRICT]));
    }
}

/// What the header declares, somebody has shown the use of.
#[test]
fn every_export_occurs_in_an_example() {
    let mut sources = String::new();
    for directory in ["c-examples", "c-examples/token_service"] {
        let files =
            read_dir(format!("{ROOT}/{directory}")).unwrap().map(|file| file.unwrap().path());
        for file in files.filter(|path| path.extension().is_some_and(|end| end == "c")) {
            sources += &read_to_string(file).unwrap();
        }
    }
    // A comment may name what the program does not call.
    let code = sources.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, code)| code));
    let words = code.flat_map(|code| code.split(|at: char| at != '_' && !at.is_alphanumeric()));
    let names: HashSet<_> = words.collect();
    let shown = |export: &String| names.contains(export.as_str());
    let unshown: Vec<_> = golden().into_iter().filter(|export| !shown(export)).collect();
    assert!(unshown.is_empty(), "no example calls {unshown:?}");
}

#[test]
fn the_list_of_examples_is_complete() {
    let list = read_to_string(format!("{ROOT}/c-examples/README.md")).unwrap();
    let listed = list.lines().filter_map(|line| line.split(['[', ']']).nth(1).map(String::from));
    let files = read_dir(format!("{ROOT}/c-examples")).unwrap();
    let names = files.map(|file| file.unwrap().file_name().into_string().unwrap());
    let examples = names.filter(|name| name.ends_with(".c") || name == "token_service");
    assert_eq!(listed.collect::<BTreeSet<_>>(), examples.collect());
}

#[test]
fn make_demo_prints_tokens_with_and_without_pkg_config() {
    let Some([with, without]) = demos() else { return };
    assert_eq!([with, without].map(|demo| demo.contains("no pkg-config here")), [false, true]);
    for demo in [with, without] {
        let lines: Vec<_> = demo.lines().map(String::from).collect();
        for hex in [after(&lines, "16 bytes"), after(&lines, "hex token")] {
            assert!(hex.len() == 32 && u128::from_str_radix(hex, 16).is_ok(), "{demo}");
        }
        assert!(made_of(after(&lines, "URL-safe token"), 22, "-_"), "{demo}");
        assert!(made_of(after(&lines, "session id"), 43, "-_"), "{demo}");
        assert!(after(&lines, "number below 100").parse::<u8>().unwrap() < 100, "{demo}");
    }
}

#[test]
fn staging_leaves_the_users_prefix_alone() {
    let Some(_) = demos() else { return };
    let staged = |path| read_to_string(format!("{ROOT}/{path}")).unwrap().contains("build/stage");
    assert!(staged("build/stage/lib/pkgconfig/csecrets.pc") && !staged("build/csecrets.pc"));
}

#[test]
fn a_lottery_ticket_has_six_different_numbers_in_order() {
    for _ in 0..100 {
        let Some(lines) = lines_of("lottery") else { return };
        let ticket = numbers(after(&lines, "Lottery numbers:"));
        assert!(ticket.len() == 6 && ticket[0] >= 1.0 && ticket[5] <= 50.0, "{ticket:?}");
        assert!(ticket.windows(2).all(|pair| pair[0] < pair[1]), "{ticket:?}");
    }
}

#[test]
fn picks_come_from_what_there_is() {
    let Some(lines) = lines_of("pick") else { return };
    let one_of =
        |label, known: &[&str]| assert!(known.contains(&after(&lines, label)), "{lines:?}");
    one_of("a colour", &["red", "blue", "green", "yellow", "purple"]);
    one_of(
        "a fruit",
        &["apple, 40 cents", "banana, 25 cents", "cherry, 5 cents", "date, 15 cents"],
    );
    one_of("a prize", &["a car, 1 in 100", "a bicycle, 9 in 100", "a balloon, 90 in 100"]);
    assert!(made_of(after(&lines, "a character"), 1, "!@#$%^&*"), "{lines:?}");
    assert!(made_of(after(&lines, "a password"), 16, "!@#$%^&*"), "{lines:?}");
    let order: HashSet<_> = after(&lines, "an order").split(' ').collect();
    assert_eq!(order, HashSet::from(["Ada", "Blaise", "Charles", "Donald", "Edsger"]));
}

#[test]
fn rand_repeats_itself_and_a_seed_from_the_clock_is_found() {
    let Some(lines) = lines_of("random_vs_secrets") else { return };
    let seeded: Vec<_> = lines.iter().filter(|line| line.contains("srand(12345)")).collect();
    assert_eq!((seeded.len(), seeded[0]), (2, seeded[1]));
    assert!(after(&lines, "found after").contains(" tries"), "{lines:#?}");
    assert_eq!(lines.iter().filter(|line| line.contains(" ns")).count(), 3, "{lines:#?}");
}

/// 500000 points miss by 0.14 with odds below 2 exp(-2 * 500000 * 0.035^2) < 2^-1700 (Hoeffding).
#[test]
fn pi_is_about_pi_by_every_generator() {
    let Some(lines) = lines_of("monte_carlo") else { return };
    for generator in ["rand()", "csecrets_randbelow()", "csecrets_randbelow_many()"] {
        let pi = numbers(after(&lines, generator))[0];
        assert!((3.0..3.3).contains(&pi), "{lines:#?}");
    }
    assert!((3.1..3.3).contains(&numbers(after(&lines, "a grid of 100 by 100"))[0]), "{lines:#?}");
}

#[test]
fn the_tables_of_sizes_and_of_times_are_complete() {
    let (Some(sizes), Some(times)) = (lines_of("token_sizes"), lines_of("timing_attack")) else {
        return;
    };
    assert_eq!(numbers(after(&sizes, "16  ")), [128.0, 32.0, 22.0, 22.0, 22.0, 26.0, 39.0]);
    assert_eq!(numbers(after(&sizes, "32  ")), [256.0, 64.0, 43.0, 44.0, 43.0, 52.0, 78.0]);
    assert_eq!(after(&sizes, "API key, prefix \"acme\""), "41");
    assert_eq!(after(&sizes, "signed token, payload of 16 bytes"), "76");
    for row in ["0 ", "1024 ", "2048 ", "3072 ", "4095 ", "slowest / fastest"] {
        assert_eq!(numbers(after(&times, row)).len(), 3, "{times:#?}");
    }
}

#[test]
fn a_temporary_file_is_its_owners_alone_and_goes_away_after_sigterm_too() {
    let Some(_) = demos() else { return };
    let directory = format!("{TMP}/tempfile");
    let _ = remove_dir_all(&directory); // what a failed run may have left
    create_dir_all(&directory).unwrap();
    let mut command = Command::new(format!("{ROOT}/build/examples/secure_tempfile"));
    command.env("TMPDIR", &directory);
    assert!(answer(&mut command).contains("mode  0600"));
    assert_eq!(read_dir(&directory).unwrap().count(), 0);
    let mut child = command.arg("wait").stdout(Stdio::piped()).spawn().unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
    let lines: Vec<_> = lines.take_while(|line| line != "waits for a signal").collect();
    let path = after(&lines, "path");
    assert!(path.starts_with(&directory), "{lines:?}");
    let mode = metadata(path).unwrap().permissions().mode();
    run(Command::new("sh").args(["-c", &format!("kill -TERM {}", child.id())]));
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    assert_eq!((mode & 0o7777, read_dir(&directory).unwrap().count()), (0o600, 0));
}

#[test]
fn statistics_count_every_byte_and_like_a_counter_best() {
    let Some(lines) = lines_of("entropy_analysis") else { return };
    let bars = lines.iter().filter(|line| line.contains('#')).map(|bar| numbers(&bar[9..])[0]);
    assert_eq!((bars.clone().count(), bars.sum::<f64>()), (16, 65536.0));
    assert_eq!(numbers(after(&lines, "chi-square"))[2], 0.0);
    assert_eq!(numbers(after(&lines, "bits a byte"))[2], 8.0);
}

#[test]
fn dice_show_their_sides_and_a_hand_three_cards() {
    let Some(lines) = lines_of("dice") else { return };
    let faces = numbers(after(&lines, "dice "));
    assert!(faces.len() == 5 && faces.iter().all(|face| (1.0..=6.0).contains(face)), "{lines:#?}");
    assert_eq!(numbers(after(&lines, "sum"))[0], faces.iter().sum::<f64>());
    assert_eq!(after(&lines, "a hand").split(' ').collect::<HashSet<_>>().len(), 3, "{lines:#?}");
    assert!((-40.0..=60.0).contains(&numbers(after(&lines, "a temperature"))[0]), "{lines:#?}");
    let port: u32 = after(&lines, "an odd port").parse().unwrap();
    assert!((49153..65536).contains(&port) && port % 2 == 1, "{lines:#?}");
    assert!((0.5..1.5).contains(&numbers(&after(&lines, "a delay").replace('s', ""))[0]));
    assert!(numbers(after(&lines, "ten bits"))[0] < 1024.0, "{lines:#?}");
    let below = after(&lines, "below 10^20   0x");
    assert!(u128::from_str_radix(below, 16).unwrap() < 10u128.pow(20), "{lines:#?}");
    let bits = after(&lines, "129 bits      0x");
    assert!(bits.len() == 34 && ["00", "01"].contains(&&bits[..2]), "{lines:#?}");
}

#[test]
fn a_table_of_uuids_is_in_order_though_its_clock_is_set_back() {
    let Some(lines) = lines_of("uuid") else { return };
    assert_eq!(after(&lines, "in order:"), "yes");
    assert_eq!(
        (after(&lines, "found by text:"), after(&lines, "by other text:")),
        ("paid", "nothing")
    );
    assert_eq!(
        [after(&lines, "version 4"), after(&lines, "version 7")].map(|id| &id[14..15]),
        ["4", "7"]
    );
}

/// Any system call beyond those it says would have killed it.
#[test]
fn a_key_is_drawn_where_getrandom_is_all_there_is() {
    let Some(lines) = lines_of("sandbox") else { return };
    assert_eq!(after(&lines, "probe:"), "CSECRETS_OK");
    if lines.contains(&"sandbox: none here".into()) {
        return skip("the sandbox", "this system lets no filter of system calls be set");
    }
    let key = after(&lines, "inside:");
    assert!(
        made_of(key, 64, "") && key.bytes().all(|digit| digit.is_ascii_hexdigit()),
        "{lines:#?}"
    );
}

/// Two of ten passwords of 101 bits are alike with odds below 45 / 2^101.
#[test]
fn passwords_meet_the_rules_that_were_asked_for() {
    let Some(_) = demos() else { return };
    let program = format!("{ROOT}/build/examples/password_generator");
    let lines_of = |options: &[&str]| {
        let text = answer(Command::new(&program).args(options));
        text.lines().map(String::from).collect::<Vec<_>>()
    };
    let passwords: HashSet<_> = (0..10).map(|_| lines_of(&[])[0].clone()).collect();
    assert_eq!(passwords.len(), 10);
    let lines = lines_of(&["-n", "40", "-s", "no", "-d", "9", "-c", "3"]);
    for password in &lines[..3] {
        assert!(made_of(password, 40, ""), "{lines:#?}");
        assert!(password.bytes().filter(u8::is_ascii_digit).count() >= 9, "{lines:#?}");
    }
    assert_eq!(lines_of(&["-w", "7"])[0].split(' ').count(), 7);
    for options in
        [&["-n", "7"][..], &["-n", "8", "-d", "9"], &["-x"], &["-n"], &["-w", "3"], &["8"]]
    {
        assert!(!attempt(Command::new(&program).args(options)).status.success(), "{options:?}");
    }
}
