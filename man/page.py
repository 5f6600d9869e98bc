"""The page of a family of functions, section by section."""
import re
from pathlib import Path

from header import STATUS
from mdoc import literal, prose, wrapped

EXAMPLES = Path(__file__).resolve().parent / "examples"

# Remarks on what a call leaves, on how it is done, on what a standard says. Others are caveats.
LEAVES = re.compile(r'[Aa]fter an error|^After |^The rest of|^Returns|^On any error|^If exactly|becomes ""')
WITHIN = re.compile(r"^The (method|time) ")
STANDARD = re.compile(r"\bRFC \d+")
PYTHON = re.compile(r"^Python: ")


def kind(remark):
    """Which of those it is, or None."""
    for pattern in (PYTHON, LEAVES, WITHIN, STANDARD):
        if pattern.search(remark):
            return pattern
    return None


def joined(names, one, many):
    """Functions as the subject of a sentence, and its verb."""
    *others, last = names
    if not others:
        return [f".Fn {last}", one]
    lines = [f".Fn {name} ," for name in others[:-1]] + [f".Fn {others[-1]}"]
    return lines + ["and", f".Fn {last}", many]


def tagged(rows, width="Ds", compact=True):
    """A list of (head, lines); nothing if it is empty."""
    if not rows:
        return []
    lines = [text for head, body in rows for text in [f".It {head}"] + body]
    # A compact list has no blank line before it.
    start = [".Pp", f".Bl -tag -width {width} -compact"] if compact else [f".Bl -tag -width {width}"]
    return start + lines + [".El"]


def gathered(rows):
    """The rows of a list of functions, those of which the same is said under one head."""
    heads = {}
    for name, lines in rows:
        heads.setdefault(tuple(lines), []).append(f"Fn {name}")
    return [(" , ".join(names), list(lines)) for lines, names in heads.items()]


def examples(name):
    """A program and what it prints, of which double brackets enclose what differs from run to run."""
    program = (EXAMPLES / f"{name}.c").read_text()
    output = (EXAMPLES / f"{name}.out").read_text()
    shown = re.sub(r"\[\[(.*?)\]\]", r"\1", output)
    prints = "prints:" if shown == output else "prints, for instance:"
    return literal(program) + [".Pp", prints] + literal(shown)


class Page:
    def __init__(self, name, family, draws):
        self.name, self.family = name, family
        self.functions = family.functions
        self.here = [item.names[0] for item in self.functions]
        self.draws = [one for one in self.here if one in draws]
        self.types, self.macros = list(family.types), []

    def prose(self, text, item):
        return prose(text, item.parameters, self.here)

    def speaks_of(self, name):
        return any(re.search(rf"\b{name}\b", repr(item)) for item in self.functions + self.family.types)

    def lines(self):
        sections = {
            "NAME": self.head(),
            "LIBRARY": ["csecrets (libcsecrets, \\-lcsecrets)"],
            "SYNOPSIS": self.synopsis(),
            "DESCRIPTION": self.description(),
            "IMPLEMENTATION NOTES": self.remarks(WITHIN),
            "RETURN VALUES": self.returns(),
            "EXAMPLES": examples(self.name),
            "ERRORS": self.errors(),
            "IN PYTHON": self.remarks(PYTHON),
            "SEE ALSO": self.see_also(),
            "STANDARDS": self.remarks(STANDARD),
            "CAVEATS": self.remarks(None),
        }
        page = []
        for name, lines in sections.items():
            # A section begins with no blank line.
            if lines and lines[0] == ".Pp":
                lines = lines[1:]
            if lines:
                page += [f".Sh {name}"] + lines
        return page

    def head(self):
        names = sorted(self.here, key=lambda name: name != self.name)
        title = self.family.title
        title = title if title[1].isupper() else title[0].lower() + title[1:]
        return [f".Nm {name} ," for name in names[:-1]] + [f".Nm {names[-1]}", f".Nd {title}"]

    def synopsis(self):
        lines = [".In csecrets.h"]
        for item in self.functions:
            kind, name, params = item.prototype
            lines += [f'.Ft "{kind}"', f".Fo {name}"] + [f'.Fa "{param}"' for param in params] + [".Fc"]
        return lines

    def description(self):
        lines = []
        for item in self.functions:
            lines += [f".Ss {item.names[0]}()"] + self.prose(item.about[0], item)
            for paragraph in item.about[1:]:
                lines += [".Pp"] + self.prose(paragraph, item)
            rows = [("Fa " + names.replace(",", " ,"), self.prose(text, item)) for names, text in item.params]
            lines += tagged(rows, max((names for names, _ in item.params), key=len, default="").replace(" ", ""))
        for item in self.types:
            lines += self.type(item)
        if self.macros:
            lines += [".Ss Constants and macros"]
            lines += tagged([row for item in self.macros for row in self.constants(item)], "xx", False)
        return lines

    def type(self, item):
        rows = []
        for about, kind, field in re.findall(r"    /\*\*(.*?)\*/\s+([^;]*?)(\w+);", item.code, re.S):
            about = " ".join(re.sub(r"\n +\*", " ", about).split())
            glue = " Ns" if kind.endswith("*") else ""
            rows.append((f'Vt "{kind.strip()}"{glue} Fa {field}', self.prose(about, item)))
        return [f".Ss The type {item.names[0]}"] + self.prose(item.about[0], item) + tagged(rows)

    def constants(self, item):
        about = self.prose(" ".join(item.about), item)
        if item.code.startswith("enum"):
            rows = re.findall(r"(\w+) = (-?\d+),?(?: +/\*\*< (.*?) \*/)?", item.code)
            return [(f"Dv {name} No = {value}".replace("-", "\\-"), self.prose(text, item) if text else [])
                    for name, value, text in rows]
        rows = []
        for name, args, value in re.findall(r"^#define (\w+)(\([^)]*\))? *(.*)", item.code, re.M):
            value = value.replace('"', "\\(dq").replace("-", "\\-")
            if args:
                rows.append((f"Fn {name} {args[1:-1].replace(',', '')}", []))
            elif re.fullmatch(r"\d+|\\\(dq.*", value):
                rows.append((f"Dv {name} No = Li {value}", []))
            else:
                rows.append((f"Dv {name}", []))
        return rows[:-1] + [(rows[-1][0], about)]

    def remarks(self, wanted):
        """What is said of that kind, under the functions of which it is said."""
        said = []
        for item in self.functions:
            about = " ".join(remark for remark in item.remarks if kind(remark) is wanted)
            if not about or about == "Python: none.":
                continue
            if wanted is PYTHON:
                lines = wrapped(about.removeprefix("Python: ").removesuffix("."))
            else:
                lines = self.prose(about, item)
            said.append((item.names[0], lines))
        return tagged(gathered(said), compact=wanted is PYTHON)

    def returns(self):
        lines = []
        statuses = [item.names[0] for item in self.functions if item.prototype[0] == STATUS]
        if statuses:
            lines += joined(statuses, "returns", "return") + [
                ".Dv CSECRETS_OK ,", "which is 0, if all was done; else one of the negative numbers in",
                ".Sx ERRORS ,", "and no output holds anything that could pass for a result:",
                ".Xr csecrets 7", "says what it holds."]
        rows = []
        for item in self.functions:
            said = [item.returns.rstrip(".") + "."] if item.returns else []
            said += [remark for remark in item.remarks if kind(remark) is LEAVES]
            if said:
                rows.append((item.names[0], self.prose(" ".join(said), item)))
        return lines + tagged(gathered(rows), compact=False) or joined(self.here, "returns nothing.", "return nothing.")

    def errors(self):
        lists = {}
        for item in self.functions:
            if item.errors:
                rows = [(f"Bq Er {code}", self.prose(about, item)) for code, about in item.errors]
                lists.setdefault(repr(rows), (rows, []))[1].append(item.names[0])
        if not lists:
            return []
        lines = ["Arguments are checked in this order."]
        for rows, names in lists.values():
            lines += [".Pp"] + joined(names, "fails with:", "fail with:") + tagged(rows)[1:]
        unavailable = "CSECRETS_ERR_ENTROPY_UNAVAILABLE"
        draws = [item.names[0] for item in self.functions if item.names[0] in self.draws and item.errors
                 and unavailable not in dict(item.errors)]
        if draws:
            lines += [".Pp"] + joined(draws, "then draws,", "then draw,") + [
                "and can fail for want of randomness, with", f".Er {unavailable} ,",
                "or if draws are rejected, with", ".Er CSECRETS_ERR_ENTROPY_BROKEN ;",
                "see", ".Xr csecrets 7 ."]
        return lines

    def see_also(self):
        text = "\n".join(self.description() + self.remarks(None))
        named = set(re.findall(r"\.Xr (\w+) (\d)", text)) | {("csecrets", "3"), ("csecrets", "7")}
        pages = [f".Xr {name} {section}" for name, section in sorted(named, key=lambda page: page[::-1])]
        return [page + " ," for page in pages[:-1]] + pages[-1:]
