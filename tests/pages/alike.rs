//! What two runs of a program have in common: all, but for numbers, tokens and what was picked.

/// What a program picks from: one is as good as another.
const PICKED: [&[&str]; 6] = [
    &["red", "blue", "green", "yellow", "purple"],
    &["apple,", "banana,", "cherry,", "date,"],
    &["Ada", "Blaise", "Charles", "Donald", "Edsger"],
    &["car,", "bicycle,", "balloon,"],
    &["seven", "eight", "nine", "ten", "jack", "queen", "king", "ace"],
    &["heads", "tails"],
];

/// Tokens are made of the first of these that holds them: lower-case hexadecimal, digits and capitals
/// in groups, letters and digits and what URLs take, and what can be printed.
const ALPHABETS: [fn(char) -> bool; 4] = [
    |c| matches!(c, '0'..='9' | 'a'..='f'),
    |c| matches!(c, '0'..='9' | 'A'..='Z' | '-'),
    |c| matches!(c, '0'..='9' | 'A'..='Z' | 'a'..='z' | '-' | '_'),
    |c| matches!(c, '!'..='~'),
];

/// Whether a program said what is shown, or what is shown and `...` leaves room for.
pub fn transcript_holds(shown: &[String], said: &str, differs: bool) -> Result<(), String> {
    let same =
        |shown: &str, said: &str| if differs { line_alike(shown, said) } else { shown == said };
    let mut said = said.lines().map(str::trim_end);
    let mut anywhere = false;
    for line in shown.iter().map(|line| line.trim_end()) {
        if line == "..." {
            anywhere = true;
            continue;
        }
        let found = if anywhere {
            said.any(|next| same(line, next))
        } else {
            said.next().is_some_and(|next| same(line, next))
        };
        if !found {
            return Err(format!("{line:?} is shown, and was not said"));
        }
        anywhere = false;
    }
    match said.next().filter(|_| !anywhere) {
        Some(more) => Err(format!("{more:?} was said, and is not shown")),
        None => Ok(()),
    }
}

/// Word for word.
fn line_alike(shown: &str, said: &str) -> bool {
    let (shown, said): (Vec<_>, Vec<_>) =
        (shown.split_whitespace().collect(), said.split_whitespace().collect());
    shown.len() == said.len() && shown.iter().zip(said).all(|(shown, said)| word_alike(shown, said))
}

fn word_alike(shown: &str, said: &str) -> bool {
    let picked = |from: &&[&str]| from.contains(&shown) && from.contains(&said);
    shown == said
        || PICKED.iter().any(picked)
        || numbers_alike(shown, said)
        || tokens_alike(shown, said)
}

/// Both are numbers, with as many decimals and the same unit or punctuation behind.
fn numbers_alike(shown: &str, said: &str) -> bool {
    let parts = |word: &str| {
        let end = word.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (number, unit) = word.split_at(end);
        number.parse::<f64>().ok()?;
        let decimals = number.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        Some((decimals, unit.to_string()))
    };
    parts(shown).is_some_and(|number| Some(number) == parts(said))
}

fn tokens_alike(shown: &str, said: &str) -> bool {
    let is_token = shown.len() >= 4 && shown.contains(|c: char| c.is_ascii_digit());
    let alphabet = ALPHABETS.iter().find(|alphabet| shown.chars().all(alphabet));
    is_token && shown.len() == said.len() && alphabet.is_some_and(|of| said.chars().all(of))
}

#[test]
fn another_run_is_alike_and_another_answer_is_not() {
    for (shown, said) in [
        ("the token  accepted", "the token accepted"),
        ("27.1 % of 100", "26.8 % of 100"),
        ("found after 40249 tries", "found after 7 tries"),
        ("token 8d9f00aa", "token 00aabbcc"),
        ("an order Ada Blaise", "an order Blaise Ada"),
        ("id 7K3QX-9MZ4T", "id AAAAA-BBBBB"),
    ] {
        assert!(line_alike(shown, said), "{shown:?}, {said:?}");
    }
    for (shown, said) in [
        ("the token  accepted", "the token refused"),
        ("27.1 % of 100", "27.12 % of 100"),
        ("27.1 ms", "27.1 s"),
        ("token 8d9f00aa", "token 00aabbcC"),
        ("token 8d9f00aa", "token 8d9f00a"),
        ("a colour red", "a colour Ada"),
        ("one two", "one"),
    ] {
        assert!(!line_alike(shown, said), "{shown:?}, {said:?}");
    }
}

#[test]
fn a_transcript_is_whole_or_says_where_it_is_not() {
    let holds = |shown: &[&str], differs| {
        let shown: Vec<_> = shown.iter().map(|line| line.to_string()).collect();
        transcript_holds(&shown, "one 1\ntwo\nthree 3\n", differs).is_ok()
    };
    assert!(holds(&["one 1", "two", "three 3"], false));
    assert!(holds(&["one 7", "...", "three 8"], true));
    assert!(holds(&["...", "three 3"], false) && holds(&["one 1", "..."], false));
    assert!(!holds(&["one 7", "two", "three 3"], false));
    assert!(!holds(&["one 1", "two"], false) && !holds(&["one 1", "three 3"], false));
    assert!(!holds(&["...", "two"], false) && !holds(&["one 1", "...", "four"], false));
}
