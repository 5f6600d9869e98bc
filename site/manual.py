"""The man pages, as mandoc(1) makes HTML of them, with links between them."""
import re
import subprocess
from html import unescape
from pathlib import Path

from header import Header

from render import coloured, plain

ONLINE = "https://man7.org/linux/man-pages/man{1}/{0}.{1}.html"


def short(title):
    """A title without what explains it."""
    return re.split(r":|\. |, (?=which|each|in|as|for|both)| of a caller", title)[0]


class Manual:
    def __init__(self, root):
        self.root = root
        self.header = Header(root / "include/csecrets.h")
        families = [family for family in self.header.families if family.functions]
        self.labels, order = {}, {}
        for family in families:
            for item in family.functions:
                order[f"{item.names[0]}.3"] = len(order)
                self.labels[f"{item.names[0]}.3"] = short(family.title)
        # The families in the order of the header, after those that speak of all.
        self.files = sorted([*root.glob("cli/*.1"), *root.glob("man/man[37]/*")],
                            key=lambda path: order.get(path.name, -1))
        self.places = {}
        for path in self.files:
            text = path.read_text()
            for name in re.findall(r"^\.Nm (csecrets_\w+)", text, re.M):
                self.places[name] = f"{path.name}.html#{name}"
            macros = text.partition(".Ss Constants and macros")[2].partition("\n.Sh")[0]
            for name in re.findall(r"^\.It (?:Dv|Fn) (CSECRETS_\w+)", macros, re.M):
                self.places[name] = f"{path.name}.html#{name}"

    def pages(self):
        return {path.name: self.page(path) for path in self.files}

    def page(self, path):
        command = ["mandoc", "-Thtml", "-Ofragment,man=%N.%S", str(path)]
        html = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        html = re.sub(r'<table class="(head|foot)">.*?</table>', "", html, flags=re.S)
        # mandoc's own anchors are where a name comes up first, not where it is explained.
        html = re.sub(r'<a class="permalink" href="[^"]*">(.*?)</a>', r"\1", html, flags=re.S)
        html = re.sub(r'<(?!h1|h2)([^>]*?) id="[^"]*"', r"<\1", html)
        html = re.sub(r'<p class="Pp"></p>\n', "", html)
        html = re.sub(r"<(/?)h(\d)", lambda h: f"<{h[1]}h{int(h[2]) + 1}", html)
        html = re.sub(r'(<h3 class="Ss" id="\w+)\(\)"', r'\1"', html)
        html = re.sub(r'(<dt)(>(?:<[^>]*>)*(CSECRETS_\w+))', r'\1 id="\3"\2', html)
        html = re.sub(r'<a class="Xr" href="(.*?)\.(\d)">', self.reference, html)
        html = re.sub(r'<code class="(?:Fn|Dv|Er)">(\w+)</code>', self.name, html)
        html = re.sub(r"<pre>(.*?)</pre>", self.literal, html, flags=re.S)
        html = re.sub(r'<table class="Bl-column">.*?</table>', r'<div class="table" tabindex="0">\g<0></div>', html,
                      flags=re.S)
        name, section = path.name.rsplit(".", 1)
        title = f"{name}({section})"
        about = plain(re.search(r'<span class="Nd">(.*?)</span>', html, re.S)[1])
        parts = [(title, "page", "", about)] + self.found(html)
        body = f'<h1><code>{title}</code></h1><p class="tagline">{about[0].upper() + about[1:]}</p>\n{html}'
        return {"file": path.name + ".html", "title": title, "body": body, "parts": parts,
                "label": self.labels.get(path.name, f"<code>{title}</code>")}

    def reference(self, match):
        name, section = match.groups()
        here = f"{name}.{section}"
        if any(path.name == here for path in self.files):
            place = f"{here}.html"
        elif name in self.places:
            place = self.places[name]
        else:
            place = ONLINE.format(name, section)
        return f'<a class="Xr" href="{place}">'

    def name(self, match):
        place = self.places.get(match[1])
        return f'<a class="code" href="{place}">{match[0]}</a>' if place else match[0]

    def literal(self, match):
        code = unescape(match[1])
        return coloured(code, "c" if code.startswith("#include") else "", self.places)

    @staticmethod
    def found(html):
        """Functions with what is said of them, and constants."""
        parts = []
        for name, text in re.findall(r'<h3 class="Ss" id="(csecrets_\w+)">.*?</h3>(.*?)</section>', html, re.S):
            parts.append((f"{name}()", "function", name, plain(text.partition("<dl")[0])))
        for entry in re.findall(r'<dt id="CSECRETS_.*?(?=<dt|</dl>)', html, re.S):
            name = re.match(r'<dt id="(\w+)"', entry)[1]
            parts.append((name, "constant", name, plain(entry.partition("</dt>")[2])))
        return parts
