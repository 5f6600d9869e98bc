//! What an example printed, beside what its page says: the same, but for what is drawn, which stands in
//! [[ ]] and only has to be of the same kind and length.

/// The characters that a drawn text may have, seen from one. Letters without a digit are not
/// hexadecimal.
fn alphabet(sample: &str) -> fn(u8) -> bool {
    let kinds: [fn(u8) -> bool; 5] = [
        |c| c.is_ascii_digit() || c == b' ' || c == b'-',
        |c| c.is_ascii_lowercase() || c == b' ' || c == b'-',
        |c| c.is_ascii_digit() || (b'a'..=b'f').contains(&c),
        |c| c.is_ascii_alphanumeric() || c == b'-' || c == b'_',
        |c| c.is_ascii_graphic(),
    ];
    *kinds.iter().find(|kind| sample.bytes().all(**kind)).unwrap()
}

/// How many bytes at the start of a text are drawn like a sample: as many as it has, or as many words.
fn drawn_like(text: &str, sample: &str) -> Option<usize> {
    let words = sample.split(' ').count();
    let length = if words > 2 {
        let line = text.lines().next()?;
        (line.split(' ').count() == words).then_some(line.len())?
    } else {
        sample.len()
    };
    text.get(..length)?.bytes().all(alphabet(sample)).then_some(length)
}

pub fn is(output: &str, marked: &str) -> bool {
    let mut parts = marked.split("[[");
    let Some(mut rest) = output.strip_prefix(parts.next().unwrap()) else { return false };
    for part in parts {
        let (sample, fixed) = part.split_once("]]").unwrap();
        let after = drawn_like(rest, sample).and_then(|length| rest[length..].strip_prefix(fixed));
        let Some(after) = after else { return false };
        rest = after;
    }
    rest.is_empty()
}

#[test]
fn what_is_drawn_may_differ_and_nothing_else() {
    let page = "id  [[a1b2c3]]\nseat [[ 7]] of 90\n[[red green blue]]\n";
    assert!(is("id  00ffee\nseat 88 of 90\nteal ochre drop-down\n", page));
    for wrong in [
        "Id  00ffee\nseat 88 of 90\nteal ochre umber\n",
        "id  00ffe\nseat 88 of 90\nteal ochre umber\n",
        "id  00ffeg\nseat 88 of 90\nteal ochre umber\n",
        "id  00ffee\nseat x8 of 90\nteal ochre umber\n",
        "id  00ffee\nseat 88 of 90\nteal ochre\n",
        "id  00ffee\nseat 88 of 90\nteal ochre umber\nmore\n",
        "",
    ] {
        assert!(!is(wrong, page), "{wrong}");
    }
}
