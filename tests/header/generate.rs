//! include/csecrets.h, made of src/ffi: the front page as it stands in front.h, and in it the types and
//! functions as cbindgen reads them, topic by topic.

use std::collections::BTreeMap;
use std::fs::{read_dir, read_to_string};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const WIDTH: usize = 96;
const PLACE: &str = "/* The functions stand here. */\n";

/// A topic of the header: what opens its file in src/ffi, and the names that it defines.
struct Topic {
    banner: String,
    source: String,
}

pub fn header() -> String {
    let front = read_to_string(format!("{ROOT}/src/ffi/front.h")).unwrap();
    let (head, tail) = front.split_once(PLACE).unwrap();
    let mut items = items();
    let mut body = String::new();
    for topic in topics() {
        let (here, others): (Vec<_>, Vec<_>) =
            items.into_iter().partition(|item| topic.source.contains(&definition(item)));
        items = others;
        if !here.is_empty() {
            body.push_str(&topic.banner);
            here.iter().for_each(|item| body.push_str(&format!("\n{}\n", laid_out(item))));
            body.push('\n');
        }
    }
    assert!(items.is_empty(), "defined nowhere: {items:?}");
    format!("{head}{}{tail}", body.trim_end_matches('\n').to_string() + "\n")
}

/// What cbindgen writes: types and functions, each with its comment.
fn items() -> Vec<String> {
    let config = cbindgen::Config::from_file(format!("{ROOT}/cbindgen.toml")).unwrap();
    let bindings =
        cbindgen::Builder::new().with_crate(ROOT).with_config(config).generate().unwrap();
    let mut text = Vec::new();
    bindings.write(&mut text);
    let text = String::from_utf8(text).unwrap();
    text.split("\n\n").map(|item| item.trim().to_string()).filter(|item| !item.is_empty()).collect()
}

/// The topics in the order in which src/ffi/mod.rs names them.
fn topics() -> Vec<Topic> {
    let order = read_to_string(format!("{ROOT}/src/ffi/mod.rs")).unwrap();
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    for entry in read_dir(format!("{ROOT}/src/ffi")).unwrap().map(Result::unwrap) {
        if let Some(name) = entry.file_name().to_str().unwrap().strip_suffix(".rs") {
            files.insert(name.into(), read_to_string(entry.path()).unwrap());
        }
    }
    let names = order.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    names.filter_map(|name| files.remove(name)).map(topic).collect()
}

fn topic(source: String) -> Topic {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let title =
        lines.map(str::trim).take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
    let title = title.trim_end_matches('.');
    let dashes = "-".repeat(WIDTH.saturating_sub(title.len() + 12));
    Topic { banner: format!("/* ---- {title} {dashes} */\n"), source }
}

/// How an item begins where it is defined.
fn definition(item: &str) -> String {
    match name(item) {
        (name, true) => format!("extern \"C\" fn {name}("),
        (name, false) if item.contains("struct") => format!("pub struct {name} "),
        (name, false) => format!("pub type {name} "),
    }
}

/// An item's name, and whether it is a function.
fn name(item: &str) -> (&str, bool) {
    let code = item.rsplit("*/\n").next().unwrap();
    match code.split_once('(') {
        Some((before, _)) => (before.rsplit([' ', '*']).next().unwrap(), true),
        None => (code.trim_end_matches(';').rsplit(' ').next().unwrap(), false),
    }
}

/// An item as it stands in the header: short comments on one line, prototypes on as few as they need.
fn laid_out(item: &str) -> String {
    let item = short_comments(item).replacen("/**\n * ", "/** ", 1);
    let Some((comment, code)) = item.split_once("*/\n").filter(|_| name(&item).1) else {
        return item;
    };
    let code = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let prototype = code.trim_start_matches("CSECRETS_NODISCARD ");
    let (before, arguments) = prototype.trim_end_matches(");").split_once('(').unwrap();
    let arguments: Vec<String> =
        arguments.split(", ").map(|argument| with_its_size(comment, argument)).collect();
    let mut attributes = String::new();
    if code.len() > prototype.len() {
        attributes.push_str("CSECRETS_NODISCARD");
    }
    for (mode, pointer, size) in buffers(&arguments) {
        attributes.push_str(&format!(" CSECRETS_ACCESS({mode}, {pointer}, {size})"));
    }
    let mut line = format!("{} {before}(", attributes.trim());
    if line.len() + arguments.join(", ").len() + 2 > WIDTH || attributes.contains('(') {
        line = format!("{}\n{before}(", wrapped(attributes.trim()));
    }
    format!("{comment}*/\n{}", with_arguments(line.trim_start(), &arguments))
}

fn wrapped(attributes: &str) -> String {
    let mut lines = String::new();
    for attribute in attributes.split(" CSECRETS_") {
        let attribute =
            if lines.is_empty() { attribute.into() } else { format!("CSECRETS_{attribute}") };
        let last = lines.lines().last().unwrap_or_default().len();
        let separator = if lines.is_empty() {
            ""
        } else if last + 1 + attribute.len() > WIDTH {
            "\n"
        } else {
            " "
        };
        lines.push_str(&format!("{separator}{attribute}"));
    }
    lines
}

/// The prototype, broken where a line is full.
fn with_arguments(before: &str, arguments: &[String]) -> String {
    let indent = before.lines().last().unwrap().len();
    let (mut text, mut column) = (before.to_string(), indent);
    for (i, argument) in arguments.iter().enumerate() {
        let argument = argument.clone() + if i + 1 < arguments.len() { "," } else { ");" };
        if i > 0 && column + 1 + argument.len() > WIDTH {
            text.push_str(&format!("\n{}", " ".repeat(indent)));
            column = indent;
        } else if i > 0 {
            text.push(' ');
            column += 1;
        }
        text.push_str(&argument);
        column += argument.len();
    }
    text
}

/// An argument of bytes whose number the comment gives by a constant is an array of that size.
fn with_its_size(comment: &str, argument: &str) -> String {
    let Some((kind, name)) = argument.split_once("uint8_t *") else {
        return argument.into();
    };
    let lines = comment.lines().map(|line| line.trim_start_matches(" * "));
    let told = lines.filter_map(|line| line.strip_prefix("@param ")?.split_once("  "));
    let size = told.filter(|(told, _)| told.trim() == name).find_map(|(_, text)| {
        let words = text.split(' ').collect::<Vec<_>>();
        let sized =
            words.windows(2).find(|pair| pair[0].starts_with("CSECRETS_") && pair[1] == "bytes");
        sized.map(|pair| pair[0].to_string())
    });
    size.map_or_else(|| argument.into(), |size| format!("{kind}uint8_t {name}[{size}]"))
}

/// The buffers among the arguments: how each is used, where it stands, and where its size does.
fn buffers(arguments: &[String]) -> Vec<(&'static str, usize, usize)> {
    let last = |argument: &str| argument.rsplit([' ', '*']).next().unwrap().to_string();
    let names: Vec<String> = arguments.iter().map(|argument| last(argument)).collect();
    let size_of = |i: usize| {
        let after = names.get(i + 1)?;
        let sized = [format!("{}_size", names[i]), format!("{}_len", names[i])].contains(after);
        let counted = ["nbytes", "count", "key_count", "part_count"].contains(&after.as_str());
        // An array of elements has no size of its own.
        let elements = names.iter().any(|name| name == "size");
        if elements || !(sized || counted) { None } else { Some(i + 2) }
    };
    let pointers = arguments.iter().enumerate().filter(|(_, argument)| argument.contains('*'));
    let sized = pointers.filter_map(|(i, argument)| Some((i, argument, size_of(i)?)));
    sized
        .map(|(i, argument, size)| {
            let mode = if argument.starts_with("const ") { "read_only" } else { "write_only" };
            (mode, i + 1, size)
        })
        .collect()
}

/// Comments of one line take one.
fn short_comments(item: &str) -> String {
    let lines: Vec<&str> = item.lines().collect();
    let mut short = Vec::new();
    let mut i = 0;
    while i < lines.len() {
        let is_short =
            lines[i].trim() == "/**" && lines.get(i + 2).is_some_and(|l| l.trim() == "*/");
        if is_short {
            let indent = &lines[i][..lines[i].len() - 3];
            let text = lines[i + 1].trim().trim_start_matches("* ");
            short.push(format!("{indent}/** {text} */"));
            i += 3;
        } else {
            short.push(lines[i].into());
            i += 1;
        }
    }
    short.join("\n")
}
