"""English sentences as lines of mdoc(7), with functions, constants and parameters in its macros."""
import re
import textwrap

from header import sentences

WIDTH = 78

# What is marked wherever it stands.
MARKS = re.compile(r"""
    (?P<page>  \b[a-z]\w*\([1-9]\))
  | (?P<call>  \b[a-z]\w*\(\))
  | (?P<macro> \bCSECRETS_\w+\((?:[^()]|\([^()]*\))*\))
  | (?P<errno> \bE[A-Z]{4,}\b)
  | (?P<value> \b(?:CSECRETS_\w+|[A-Z]+\d*_M(?:AX|IN)|NULL|NaN)(?![\w(]))
  | (?P<field> \b[a-z]+->\w+)
""", re.X)

# A parameter's name may be an English word too. It is a parameter after one of these, and not after
# "the" or "random"; after a comma only if something is said of it.
BEFORE = r"(?:^|(?<=[-+*/(<=] )|(?<=\()|(?:\b(?:is|to|from|or|and|above|below|overlap|if|at|with|than|between|" \
    r"after|before|so|as|Copies|receives)|(?<!number) of) )"
SAID = r"(?:(?<=[,;:] )(?=\w+(?: is\b| holds| comes|,| [-+*] | or | and | not | empty| above)))"


# Characters that roff reads, or that a terminal would show as others than were written.
NAMES = {"\\": "\\e", "^": "\\(ha", "~": "\\(ti", "`": "\\(ga"}
PROSE = str.maketrans(NAMES)
CODE = str.maketrans(NAMES | {"'": "\\(aq", "-": "\\-"})


def escape(text):
    text = re.sub(r"(?<!\w)-(?=\d)", r"\\-", text.translate(PROSE))
    return re.sub(r"(?<!\w)'|'(?!\w)|'(?=sha)", r"\\(aq", text)


def line(text):
    """A line of text that does not look like one of macros."""
    return "\\&" + text if text.startswith((".", "'")) else text


def parameters(names):
    """Matches those of a function that stand where no English word would."""
    plain = [name for name in names if "_" not in name and name not in ("a", "b")]
    sure = [name for name in names if "_" in name] + ["sizeof \\*\\w+"]
    plain = "|".join(sorted(plain, key=len, reverse=True))
    words = rf"|(?:{BEFORE}|{SAID})(?P<name>{plain})\b(?!['(-])" if plain else ""
    return re.compile(rf"\b(?P<sure>{'|'.join(sure)})\b(?!\()" + words)


def macro(kind, text, here):
    if kind == "page":
        name, section = re.fullmatch(r"(\w+)\((\d)\)", text).groups()
        return f".Xr {name} {section}"
    if kind == "call":
        name = text[:-2]
        return f".Xr {name} 3" if name.startswith("csecrets_") and name not in here else f".Fn {name}"
    if kind == "macro":
        name, args = re.fullmatch(r"(\w+)\((.*)\)", text).groups()
        return f".Fn {name} " + " ".join(f'"{arg}"' for arg in re.split(r", (?![^(]*\))", args))
    return {"errno": ".Er ", "value": ".Dv ", "field": ".Fa "}.get(kind, ".Fa ") + text


def marked(sentence, names):
    """(start, end, kind) of what a macro sets, in order."""
    found = [(m.start(), m.end(), m.lastgroup) for m in MARKS.finditer(sentence)]
    for match in parameters(names).finditer(sentence):
        start, end = match.span(match.lastgroup)
        if not any(start < other_end and end > other for other, other_end, _ in found):
            found.append((start, end, "name"))
    return sorted(found)


def prose(text, names=(), here=()):
    """The lines of a text. `names` are the parameters it may speak of, `here` the functions of its page."""
    lines = []
    for sentence in sentences(text):
        at = 0
        for start, end, kind in marked(sentence, names):
            if start < at:
                continue
            before = sentence[at:start]
            opening = re.search(r"\S*$", before)[0]
            lines += wrapped(before.removesuffix(opening))
            words = macro(kind, sentence[start:end], here).split(" ", 1)
            if opening in ("(", "["):
                words.insert(1, opening)
            elif opening:
                words[:1] = [".No", argument(opening), "Ns", words[0][1:]]
            closing = re.match(r"[.,;:)\]?]*(?= |$)|\)[.,;:]*|", sentence[end:])[0]
            at = end + len(closing)
            words += closing
            # What goes on without a space, such as "'s", and the signs that end it.
            glued, signs = re.match(r"(\S*?)([.,;:]*)(?: |$)", sentence[at:]).groups()
            at += len(glued + signs)
            if glued:
                words += ["Ns", "No", argument(glued), *signs]
            lines.append(" ".join(words))
        lines += wrapped(sentence[at:])
    return lines


def wrapped(text):
    rows = textwrap.wrap(escape(text.strip()), WIDTH, break_long_words=False, break_on_hyphens=False)
    return [line(row) for row in rows]


def argument(text):
    """A word that a macro is given."""
    return escape(text).replace('"', "\\(dq")


def literal(text):
    """A block that is shown as it is."""
    rows = [line(row.translate(CODE)) for row in text.rstrip("\n").split("\n")]
    return [".Bd -literal -offset indent"] + rows + [".Ed"]
