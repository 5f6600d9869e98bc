"""include/csecrets.h as its comments tell it: front page, families, functions, types and macros."""
import re
from dataclasses import dataclass, field

STATUS = "csecrets_status"


@dataclass
class Item:
    """A definition and the comment above it: a function, a type, or macros that share a comment."""
    code: str
    about: list = field(default_factory=list)    # paragraphs, the first of which says what it is
    params: list = field(default_factory=list)   # (names, text)
    returns: str = ""
    errors: list = field(default_factory=list)   # (code, text), in the order of the checks
    remarks: list = field(default_factory=list)  # what comes after the tags, a sentence each

    @property
    def names(self):
        """The names that it defines."""
        if "(" in self.code and not self.code.startswith(("#", "enum", "typedef")):
            return [self.prototype[1]]
        defined = r"(?:^#define |^typedef \w+ |^\} |^ +(?=\w+ = ))(\w+)"
        return re.findall(defined, self.code, re.M)

    @property
    def prototype(self):
        """What a function returns, its name, and its parameters as C writes them."""
        bare = re.sub(r"CSECRETS_(NODISCARD|ACCESS\([^)]*\))", "", self.code)
        kind, name, params = re.fullmatch(r"(.*?)(\w+)\((.*)\);", " ".join(bare.split())).groups()
        return kind.strip(), name, [param.replace("struct ", "") for param in params.split(", ")]

    @property
    def parameters(self):
        if self.code.startswith("#define"):
            return re.findall(r"\w+", re.match(r"#define \w+(?:\((.*?)\))?", self.code)[1] or "")
        return [name for names, _ in self.params for name in names.split(", ")]


@dataclass
class Family:
    """What stands under one banner."""
    title: str
    functions: list = field(default_factory=list)
    types: list = field(default_factory=list)


def sentences(text):
    """One a line, as mdoc wants them. No sentence ends after an initial or an ellipsis."""
    return re.split(r"(?<=[.?!])(?<!\b[A-Z]\.)(?<!\.\.\.) (?=[\w\"(])", text)


def uncomment(comment):
    lines = comment.strip().removeprefix("/**").removesuffix("*/").strip().split("\n")
    return [re.sub(r"^ ?\*? ?", "", line) if i else line for i, line in enumerate(lines)]


def item(block):
    comment, code = re.fullmatch(r"(/\*\*.*?\*/)\n(.*)", block, re.S).groups()
    found = Item(code)
    paragraphs = "\n".join(uncomment(comment)).split("\n\n")
    tagged = False
    for paragraph in paragraphs:
        if not paragraph.startswith("@"):
            text = " ".join(paragraph.split())
            if tagged:
                found.remarks += sentences(text)
            else:
                found.about.append(text)
            continue
        tagged = True
        for tag in re.split(r"\n(?=@)", paragraph):
            kind, text = tag[1:].split(None, 1)
            if kind == "return":
                found.returns = " ".join(text.split())
            else:
                # Two spaces part a name, or names, from what is said of it.
                name, text = re.split(r" {2,}", text, maxsplit=1)
                row = name, " ".join(text.split())
                (found.params if kind == "param" else found.errors).append(row)
    return found


class Header:
    def __init__(self, path):
        text = path.read_text()
        self.front = front(text)
        self.version = re.search(r'CSECRETS_VERSION "(.*)"', text)[1]
        self.families, self.macros = [], []
        blocks = text.split("#include <stdint.h>\n\n")[1].split("\n\n")
        for block in blocks:
            banner = re.match(r"/\* ---- (.*?) -+ \*/$", block)
            if banner:
                self.families.append(Family(banner[1]))
            elif block.startswith("/**"):
                found = item(block)
                if not self.families:
                    self.macros.append(found)
                elif found.code.startswith("typedef"):
                    self.families[-1].types.append(found)
                else:
                    self.families[-1].functions.append(found)


@dataclass
class Front:
    needs: list        # (what one wants, the functions that give it)
    conventions: list  # a text each


def front(text):
    lines = "\n".join(uncomment(text[:text.index("*/") + 2].replace("/*", "/**", 1)))
    table = re.search(r"^You want.*\n((?: .*\n)+)", lines, re.M)[1]
    needs = [re.split(r" {2,}", row.strip()) for row in table.strip("\n").split("\n")]
    rules = lines[lines.index("\n- "):].split("\n- ")[1:]
    return Front(needs, [" ".join(rule.split()) for rule in rules])
