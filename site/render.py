"""Markdown as GitHub reads it, by markdown-it; code in colours, by Pygments."""
import re
from html import escape

from markdown_it import MarkdownIt
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.util import ClassNotFound

FORMAT = HtmlFormatter(nowrap=True)


def coloured(code, language, places):
    """A block of code; the names that have a place in the manual lead there."""
    try:
        lines = highlight(code, get_lexer_by_name(language), FORMAT)
    except ClassNotFound:
        lines = escape(code, quote=False)
    lines = re.sub(r'<span class="\w+">(\w+)</span>', lambda found: linked(found, places), lines)
    return f'<pre tabindex="0"><code>{lines.rstrip()}\n</code></pre>\n'


def linked(found, places):
    place = places.get(found[1])
    return f'<a href="{place}">{found[0]}</a>' if place else found[0]


def source(text, path, places):
    """A file of the project, as a page of its own."""
    try:
        language = get_lexer_for_filename(path.name).aliases[0]
    except ClassNotFound:
        language = ""
    return f"<h1>{path}</h1>\n" + coloured(text, language, places)


def plain(html):
    return " ".join(re.sub(r"<.*?>", "", html).split())


class Markdown:
    """`places` says where the manual tells of a name, `link` where a link leads to in the site."""
    def __init__(self, places, link):
        self.places, self.link = places, link
        self.base = ""
        self.parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
        for kind in ("fence", "code_block", "code_inline", "link_open", "link_close", "image", "heading_open",
                     "table_open", "table_close"):
            self.parser.renderer.rules[kind] = getattr(self, kind)

    def fragment(self, text, base=""):
        self.base = base
        return self.parser.render(text)

    def page(self, text, base):
        """Its title, its body and what a search finds in it."""
        self.slugs = {}
        body = self.fragment(text, base)
        parts = []
        for section in re.split(r"(?=<h[1-4] id=)", body):
            heading = re.match(r'<h(\d) id="(.*?)">(.*?)</h\d>', section, re.S)
            if heading:
                text = plain(re.sub(r"<pre.*?</pre>", " ", section[heading.end():], flags=re.S))
                kind = "page" if heading[1] == "1" else "section"
                parts.append((plain(heading[3]), kind, heading[2] if kind == "section" else "", text[:1200]))
        title = re.search(r"<h1.*?>(.*?)</h1>", body, re.S)[1]
        return title, body, parts

    def fence(self, tokens, i, options, env):
        return coloured(tokens[i].content, tokens[i].info.split(" ")[0], self.places)

    def code_block(self, tokens, i, options, env):
        return coloured(tokens[i].content, "", self.places)

    def code_inline(self, tokens, i, options, env):
        text = tokens[i].content
        code = f"<code>{escape(text, quote=False)}</code>"
        name = re.match(r"\w+", text)
        inside = sum((token.type == "link_open") - (token.type == "link_close") for token in tokens[:i])
        place = self.places.get(name[0]) if name and not inside else None
        return f'<a class="code" href="{place}">{code}</a>' if place else code

    def link_open(self, tokens, i, options, env):
        place = self.link(tokens[i].attrGet("href"), self.base)
        # A link to what the site does not show keeps its words.
        return f'<a href="{escape(place)}">' if place else "<span>"

    def link_close(self, tokens, i, options, env):
        opening = next(token for token in reversed(tokens[:i]) if token.type == "link_open")
        return "</a>" if self.link(opening.attrGet("href"), self.base) else "</span>"

    def image(self, tokens, i, options, env):
        place = self.link(tokens[i].attrGet("src"), self.base)
        return f'<img src="{place}" alt="{escape(tokens[i].content)}">'

    def heading_open(self, tokens, i, options, env):
        words = "".join(child.content for child in tokens[i + 1].children)
        slug = re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-")
        again = self.slugs.setdefault(slug, 0)
        self.slugs[slug] += 1
        return f'<{tokens[i].tag} id="{slug}{f"-{again}" if again else ""}">'

    def table_open(self, tokens, i, options, env):
        return '<div class="table" tabindex="0"><table>\n'

    def table_close(self, tokens, i, options, env):
        return "</table></div>\n"
