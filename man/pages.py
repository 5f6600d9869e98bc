#!/usr/bin/env python3
"""pages.py [OUT]: writes man3/ and man7/ beside this file, or in OUT, from ../include/csecrets.h.

A family of the header is a page. It is named after the function that examples/ has a program for; that
program and what it prints are the page's EXAMPLES. csecrets.3.in and csecrets.7.in speak of all. The date
of a page is that of the day when its text last changed."""
import datetime
import re
import sys
from pathlib import Path

from header import Header
from mdoc import prose
from page import EXAMPLES, Page, examples, tagged

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NOTICE = '.\\" SPDX-License-Identifier: MIT OR Apache-2.0\n' \
    '.\\" Generated from include/csecrets.h and man/: run `make man`.'


def drawing():
    """The functions that draw, as the table says that the promises are tested with."""
    rows = [row for path in (ROOT / "tests/c/calls").glob("*.h")
            for row in re.split(r"^(?=[A-Z]+\()", path.read_text(), flags=re.M) if ".draws = true" in row]
    return {"csecrets_" + re.match(r"[A-Z]+\((\w+)", row)[1] for row in rows}


def pages_of(header):
    programs = {path.stem for path in EXAMPLES.glob("*.c")}
    pages = []
    for family in header.families:
        if family.functions:
            names = programs.intersection(item.names[0] for item in family.functions)
            if len(names) != 1:
                sys.exit(f'man: "{family.title}" wants one program in examples/, and has {len(names)}')
            pages.append(Page(names.pop(), family, drawing()))
    # A macro, or a type without functions, stands on the first page that speaks of it or whose type it
    # speaks of; such a type on all of them.
    for item in header.macros:
        about = " ".join(item.about).split(".")[0]
        first = [page for page in pages if any(map(page.speaks_of, item.names)) or
                 any(kind.names[0] in about for kind in page.family.types)]
        if not first:
            sys.exit(f"man: no page speaks of {item.names[0]}")
        first[0].macros.append(item)
    for kind in (kind for family in header.families if not family.functions for kind in family.types):
        for page in pages:
            if page.speaks_of(kind.names[0]):
                page.types.append(kind)
    return pages


def common(section, header, pages):
    """A page that is written by hand, but for what the header says."""
    # A row for each function: groff does not fill a column.
    needs = [f".It {want if not n else '&'} Ta Xr {name} 3".replace("&", "\\&")
             for want, names in header.front.needs for n, name in enumerate(names.split(", "))]
    families = [(f"Xr {page.name} 3", prose(page.family.title)) for page in pages]
    parts = {
        "@needs@": needs,
        "@families@": tagged(families, max((page.name for page in pages), key=len) + "(3)"),
        "@conventions@": [line for rule in header.front.conventions for line in [".It"] + prose(rule)],
        "@example@": examples(f"csecrets{section}"),
    }
    text = (HERE / f"csecrets.{section}.in").read_text()
    return [line for given in text.splitlines() for line in parts.get(given, [given])]


def write(path, committed, title, version, lines):
    text = f".Dt {title}\n.Os csecrets {version}\n" + "\n".join(lines) + "\n"
    today = datetime.date.today()
    date = f".Dd {today:%B} {today.day}, {today.year}"
    if committed.exists():
        *_, old_date, old_text = committed.read_text().split("\n", 3)
        date = old_date if old_text == text else date
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{NOTICE}\n{date}\n{text}")


def main():
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    header = Header(ROOT / "include/csecrets.h")
    pages = pages_of(header)
    texts = {("csecrets", section): common(section, header, pages) for section in "37"}
    texts |= {(page.name, "3"): page.lines() for page in pages}
    for (name, section), lines in texts.items():
        path = f"man{section}/{name}.{section}"
        write(out / path, HERE / path, f"{name.upper()} {section}", header.version, lines)
    for old in out.glob("man[37]/*"):
        if (old.stem, old.suffix[1:]) not in texts:
            old.unlink()


main()
