#!/usr/bin/env python3
"""build.py OUT [ROOT]: the site, a folder that a browser opens from disk or a server serves as it is.

Its pages are the man pages, README.md and its neighbours, docs/*.md, and whatever of the project these link
to. A file of another folder is named after its path: c-examples/dice.c is c-examples-dice.c.html."""
import json
import re
import shutil
import sys
from html import escape
from pathlib import Path
from string import Template

HERE = Path(__file__).resolve().parent
ROOT = Path(sys.argv[2] if len(sys.argv) > 2 else HERE.parent).resolve()
sys.path.insert(0, str(ROOT / "man"))

try:
    from manual import Manual
    from render import Markdown, source
except ModuleNotFoundError as missing:
    sys.exit(f"make html: no {missing.name} for Python: pip install -r site/requirements.txt")

TAGLINE = "Python’s <code>secrets</code> module for C"
# What stands where in the menu. Pages of docs/ that nobody named come last, under More.
MENU = {
    "Start": ["README.md", "csecrets.1", "csecrets-keys.1", "docs/linking.md"],
    "Learn": ["docs/guide.md", "docs/guide-programs.md", "docs/guide-rules.md", "docs/cookbook.md",
              "docs/migrate.md", "docs/python.md", "bindings/README.md", "c-examples/README.md"],
    "Reference": ["csecrets.3", "csecrets.7"],
    "Formats": ["docs/api-key.md", "docs/password-hash.md", "docs/signed-token.md"],
    "Trust": ["SECURITY.md", "docs/testing.md", "docs/constant-time.md", "docs/dependencies.md"],
    "Project": ["CONTRIBUTING.md", "CHANGELOG.md"],
    "More": [],
}
PLAIN = {".c", ".h", ".hpp", ".py", ".sh", ".toml", ".v", ".js", ".rb", ".lua", ".txt", ""}


class Page:
    """A page of the site. `parts` are what a search finds: (title, kind, anchor, text)."""
    def __init__(self, file, title, body, parts, label=None):
        self.file, self.title, self.body, self.parts = file, title, body, parts
        self.label = label or title


def file_of(path):
    """The name that a file of the project has in the site."""
    parts = [part for part in path.with_suffix("").parts if part not in ("docs", "README")]
    if path.suffix != ".md":
        return "-".join(path.parts) + ".html"
    return ("-".join(parts) or "readme").lower() + ".html"


class Site:
    def __init__(self, out):
        self.out = out
        self.pages, self.queue = {}, []
        self.manual = Manual(ROOT)
        self.markdown = Markdown(self.manual.places, self.link)

    def link(self, target, base):
        """Where a link of a page in the folder `base` leads to in the site; None if to a folder without a page."""
        if re.match(r"[a-z]+:|#", target):
            return target
        path, _, anchor = target.partition("#")
        path = (ROOT / base / path).resolve()
        if not path.exists():
            sys.exit(f"make html: a page in {ROOT / base} links to {target}, which is not there")
        path = path.relative_to(ROOT)
        if (ROOT / path / "README.md").is_file():
            path = path / "README.md"
        if (ROOT / path).is_dir():
            return None
        if path.suffix in (".svg", ".png"):
            shutil.copy(ROOT / path, self.out / path.name)
            return path.name
        if path.suffix != ".md" and path.suffix not in PLAIN:
            return None
        if path not in self.pages:
            self.pages[path] = None
            self.queue.append(path)
        return file_of(path) + (f"#{anchor}" if anchor else "")

    def collect(self):
        first = [Path(name) for names in MENU.values() for name in names if name.endswith(".md")]
        docs = sorted(path.relative_to(ROOT) for path in (ROOT / "docs").glob("*.md"))
        for path in first + docs:
            if (ROOT / path).exists():
                self.link(str(path), "")
        while self.queue:
            path = self.queue.pop(0)
            text = (ROOT / path).read_text()
            if path.suffix == ".md":
                title, body, parts = self.markdown.page(text, path.parent)
                label = "README" if path == Path("README.md") else title
                self.pages[path] = Page(file_of(path), title, body, parts, label)
            else:
                self.pages[path] = Page(file_of(path), str(path), source(text, path, self.manual.places), [])
        for name, page in self.manual.pages().items():
            self.pages[Path(name)] = Page(**page)

    def menu(self):
        """The groups of the menu, each a list of pages."""
        groups = {group: [self.pages[Path(name)] for name in names if self.pages.get(Path(name))]
                  for group, names in MENU.items()}
        listed = {page.file for pages in groups.values() for page in pages}
        rest = [page for path, page in self.pages.items() if page.file not in listed]
        groups["Reference"] += [page for page in rest if page.file.endswith(".3.html")]
        groups["More"] = [page for path, page in self.pages.items() if page in rest
                          and path.parent == Path("docs")]
        return {group: pages for group, pages in groups.items() if pages}

    def home(self):
        """The first page: a program, what one may want, and where to read on."""
        readme = (ROOT / "README.md").read_text()
        about = re.search(r"^# .*\n\n((?:.+\n)+)", readme)[1]
        code = re.search(r"```c\n.*?```", readme, re.S)[0]
        needs = "".join(f"<tr><td>{escape(want)}<td>" + ", ".join(
            f'<a href="{self.manual.places[name]}"><code>{name}</code></a>' for name in names.split(", "))
            for want, names in self.manual.header.front.needs)
        lists = "".join(f"<section><h3>{group}</h3><ul>" + "".join(
            f'<li><a href="{page.file}">{page.label}</a>' for page in pages) + "</ul></section>"
            for group, pages in self.menu().items())
        body = f"""<div class="hero"><h1>csecrets</h1><p class="tagline">{TAGLINE}</p>
{self.markdown.fragment(about)}</div>{self.markdown.fragment(code)}
<h2 id="needs">What do you need?</h2>
<div class="table" tabindex="0"><table class="needs"><tbody>{needs}</tbody></table></div>
<h2 id="pages">All pages</h2><div class="lists">{lists}</div>"""
        return Page("index.html", "csecrets", body, [("What do you need?", "section", "needs", "")])

    @staticmethod
    def listed(groups, page):
        """The menu on a page."""
        lines = []
        for group, others in groups.items():
            lines.append(f"<h2>{group}</h2><ul>")
            for other in others:
                here = ' aria-current="page"' if other is page else ""
                lines.append(f'<li><a href="{other.file}"{here}>{other.label}</a>')
            lines.append("</ul>")
        return "\n".join(lines)

    @staticmethod
    def contents(page):
        """Its headings, as links to them."""
        headings = re.findall(r'<h([23])[^>]* id="(.*?)"[^>]*>(.*?)</h', page.body, re.S)
        return "\n".join(f'<li class="h{level}"><a href="#{anchor}">{re.sub("<.*?>|csecrets_", "", text)}</a>'
                         for level, anchor, text in headings)

    def write(self):
        template = Template((HERE / "page.html").read_text())
        groups = self.menu()
        home = self.home()
        pages = [home] + list(self.pages.values())
        rows = []
        for page in pages:
            title = re.sub(r"<.*?>", "", page.title)
            (self.out / page.file).write_text(template.substitute(
                title="csecrets" if page is home else f"{title} · csecrets", body=page.body,
                menu=self.listed(groups, page), contents=self.contents(page),
                kind="home" if page is home else "page", version=self.manual.header.version))
            for name, kind, anchor, text in page.parts:
                place = f"{page.file}#{anchor}" if anchor else page.file
                rows.append([name, kind, place, title, text])
        (self.out / "index.js").write_text(f"const INDEX = {json.dumps(rows, ensure_ascii=False)};\n")
        for name in ("style.css", "search.js"):
            shutil.copy(HERE / name, self.out / name)
        print(f"  HTML     {self.out}/index.html: {len(pages)} pages, {len(rows)} things that a search finds")


def main():
    if not shutil.which("mandoc"):
        sys.exit("make html: no mandoc: install it (Debian: apt install mandoc)")
    out = Path(sys.argv[1]).resolve()
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    site = Site(out)
    site.collect()
    site.write()


main()
