//! Blocks of code in a page.

use std::fmt::{Display, Formatter, Result as Written};

/// What stands between two fences.
pub struct Block {
    pub page: String,
    /// Where it begins, as editors count.
    line: usize,
    pub kind: String,
    pub lines: Vec<String>,
}

impl Display for Block {
    fn fmt(&self, out: &mut Formatter<'_>) -> Written {
        write!(out, "{}:{}", self.page, self.line)
    }
}

pub fn blocks_of(page: &str, text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut inside = false;
    for (number, line) in text.lines().enumerate() {
        if let Some(kind) = line.trim_start().strip_prefix("```") {
            inside = !inside;
            if inside {
                let (page, kind) = (page.to_string(), kind.to_string());
                blocks.push(Block { page, line: number + 1, kind, lines: Vec::new() });
            }
        } else if inside {
            blocks.last_mut().unwrap().lines.push(line.to_string());
        }
    }
    assert!(!inside, "{page}: a block without an end");
    blocks
}

impl Block {
    pub fn text(&self) -> String {
        self.lines.join("\n") + "\n"
    }

    /// What the comment on its first line says.
    pub fn title(&self) -> Option<&str> {
        let first = self.lines.first()?;
        let comment = first.strip_prefix("/* ").and_then(|rest| rest.strip_suffix(" */"));
        comment.or_else(|| first.strip_prefix("# "))
    }

    /// The file that its first line names.
    pub fn file(&self) -> Option<String> {
        let title = self.title()?;
        let is_file = [".c", ".py"].iter().any(|end| title.ends_with(end)) && !title.contains(' ');
        is_file.then(|| title.to_string())
    }

    /// Whether the lines below the first stand in a source as they do here, though farther in; or the
    /// line with which those begin that do not.
    pub fn is_part_of(&self, source: &str) -> Result<(), String> {
        let source: Vec<_> = source.lines().collect();
        let mut from = 0;
        for piece in self.lines[1..].split(|line| line.trim() == "/* ... */") {
            let fits = |at: &usize| stands_at(piece, &source[*at..]);
            match (from..source.len()).find(fits) {
                Some(at) => from = at + piece.len(),
                None => return Err(piece.first().cloned().unwrap_or_default()),
            }
        }
        Ok(())
    }

    /// Each command of a dialogue, with what is shown of its answer.
    pub fn dialogues(&self) -> Vec<(String, Vec<String>)> {
        let mut dialogues: Vec<(String, Vec<String>)> = Vec::new();
        for line in &self.lines {
            if let Some(command) = line.strip_prefix("$ ") {
                dialogues.push((command.into(), Vec::new()));
            } else {
                dialogues.last_mut().expect("a command first").1.push(line.clone());
            }
        }
        dialogues
    }
}

fn stands_at(piece: &[String], source: &[&str]) -> bool {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let Some(first) = piece.first() else { return false };
    let Some(deeper) = indent(source[0]).checked_sub(indent(first)) else { return false };
    let margin = " ".repeat(deeper);
    let same = |(shown, line): (&String, &&str)| {
        *line == format!("{margin}{shown}") || (shown.is_empty() && line.is_empty())
    };
    source.len() >= piece.len() && piece.iter().zip(source).all(same)
}

#[test]
fn a_piece_is_found_where_it_stands_and_nowhere_else() {
    let source = "int main(void)\n{\n    a();\n    if (b)\n        c();\n    d();\n}\n";
    let holds = |shown: &str| blocks_of("page", shown)[0].is_part_of(source).is_ok();
    assert!(holds("```c\n/* x.c */\na();\nif (b)\n    c();\n```\n"));
    assert!(holds("```c\n/* x.c */\na();\n/* ... */\nd();\n```\n"));
    for wrong in ["a();\nd();", "d();\n/* ... */\na();", "if (b)\nc();", "a()", "e();", ""] {
        assert!(!holds(&format!("```c\n/* x.c */\n{wrong}\n```\n")), "{wrong}");
    }
}
