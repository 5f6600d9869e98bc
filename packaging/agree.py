"""What names a version, a SONAME or a licence in more than one file has to agree.

agree.py compares them, and plants an error in each to see that it is noticed; with --release also
what holds only of a version that is to go out: its date, its tag, and that everything is committed.
"""

import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parent.parent
DEBIAN = "packaging/debian"


def git(*arguments):
    return subprocess.run(["git", "-C", TOP, *arguments], check=True, capture_output=True,
                          text=True).stdout


class Tree:
    """The tracked files, some of them with other text."""

    def __init__(self, planted=None):
        self.planted = planted or {}
        self.names = git("ls-files").split()

    def read(self, name):
        return self.planted.get(name) or (TOP / name).read_text(errors="replace")

    def one(self, name, pattern):
        found = re.search(pattern, self.read(name), re.M)
        return found[1] if found else None


# Where a version is written: files, and what it is written after.
VERSIONS = [
    ("include/csecrets.h", r'^#define CSECRETS_VERSION "(.*)"'),
    ("CHANGELOG.md", r"^## (\S+) - "),
    (f"{DEBIAN}/changelog", r"^csecrets \((.*)-\d+\)"),
    ("bindings/csharp/Csecrets.csproj", r"<Version>(.*)</Version>"),
    ("bindings/java/pom.xml", r"^  <version>(.*)</version>"),
    ("bindings/node/package.json", r'"version": "(.*)"'),
    ("bindings/perl/lib/Csecrets.pm", r"VERSION = '(.*)'"),
    ("bindings/python/pyproject.toml", r'^version = "(.*)"'),
    ("bindings/ruby/csecrets.gemspec", r'version = "(.*)"'),
    ("bindings/rust/Cargo.toml", r'^version = "(.*)"'),
]
# Manuals name it in their footer, if at all.
FOOTER = r'^\.(?:Os csecrets|TH \S+ \S+ "[^"]*" "csecrets) (\d[^ "\n]*)'


def problems(tree):
    version = tree.one("Cargo.toml", r'^version = "(.*)"')
    abi = tree.one("Cargo.toml", r"^abi = (\d+)$")
    licence = tree.one("Cargo.toml", r'^license = "(.*)"')
    major, minor, patch = version.split(".")

    rocks = [name for name in tree.names if name.endswith(".rockspec")]
    for name, pattern in VERSIONS + [(name, r'^version = "(.*)-\d+"') for name in rocks]:
        if (found := tree.one(name, pattern)) != version:
            yield f"{name} says {found}, Cargo.toml {version}"
    for part, number in (("MAJOR", major), ("MINOR", minor), ("PATCH", patch)):
        if tree.one("include/csecrets.h", rf"^#define CSECRETS_VERSION_{part} (\d+)") != number:
            yield f"include/csecrets.h: CSECRETS_VERSION_{part} is not {number}"
    for name in tree.names:
        if re.search(r"\.[1-8]$", name) and (found := tree.one(name, FOOTER)) not in (None, version):
            yield f"{name} is of csecrets {found}"

    # A minor version that brings functions brings a node of symbols too, and none is of the future.
    nodes = [tuple(map(int, node)) for node in
             re.findall(r"CSECRETS_(\d+)\.(\d+) *\{", tree.read("csecrets.map"))]
    if not nodes or nodes != sorted(nodes) or nodes[-1] > (int(major), int(minor)):
        yield f"csecrets.map has the nodes {nodes}, and this is {version}"

    for name in tree.names:
        if name.startswith(("docs/", "packaging/", "CONTRIBUTING")) or name.endswith(".in"):
            continue
        wrong = {found for found in re.findall(r"libcsecrets\.so\.(\d+)\b", tree.read(name))
                 if found != abi}
        if wrong:
            yield f"{name} names libcsecrets.so.{', '.join(sorted(wrong))}, and the number is {abi}"
    capi = tree.one("Cargo.toml", r"^library = .*\bversion = \"(\d+)") or major
    if capi != abi:
        yield f"cargo-c would number the SONAME {capi}, not {abi}: give the library a version"
    if f"\nPackage: libcsecrets{abi}\n" not in tree.read(f"{DEBIAN}/control"):
        yield f"{DEBIAN}/control has no libcsecrets{abi}"
    symbols = set(re.findall(r"^ (csecrets_\w+)@", tree.read(f"{DEBIAN}/libcsecrets{abi}.symbols"),
                             re.M))
    if symbols != set(tree.read("tests/abi/symbols.txt").split()):
        yield f"{DEBIAN}/libcsecrets{abi}.symbols has other symbols than tests/abi/symbols.txt"
    if tree.one("meson.build", r"license : '(.*?)'") != licence:
        yield f"meson.build has another licence than {licence}"


def unready(tree):
    version = tree.one("Cargo.toml", r'^version = "(.*)"')
    if not tree.one("CHANGELOG.md", rf"^## {re.escape(version)} - (\d{{4}}-\d\d-\d\d)$"):
        yield f"CHANGELOG.md has no date for {version}"
    if git("status", "--porcelain", "--untracked-files=no"):
        yield "something is not committed"
    if f"v{version}" not in git("tag", "--points-at", "HEAD").split():
        yield f"what is checked out is not tagged v{version}"


# An error each: file, what is there, what is planted.
CONTROLS = [
    ("Cargo.toml", r'^version = ".*"', 'version = "0.0.9"'),
    ("Cargo.toml", r"^abi = \d+", "abi = 77"),
    ("Cargo.toml", r'^license = ".*"', 'license = "GPL-3.0-only"'),
    ("include/csecrets.h", r"VERSION_PATCH \d+", "VERSION_PATCH 77"),
    ("csecrets.map", r"CSECRETS_\d+", "CSECRETS_77"),
    ("CHANGELOG.md", r"^## \S+", "## 0.0.9"),
    ("tests/abi/symbols.txt", r"\A\w+\n", ""),
    ("bindings/ruby/lib/csecrets/library.rb", r"csecrets\.so\.\d+", "csecrets.so.77"),
    (f"{DEBIAN}/changelog", r"\(.*-1\)", "(0.0.9-1)"),
]


def main(release):
    tree = Tree()
    found = list(problems(tree)) + (list(unready(tree)) if release else [])
    noticed = 0
    for name, pattern, text in CONTROLS:
        planted = re.sub(pattern, text, tree.read(name), count=1, flags=re.M)
        if planted == tree.read(name) or not set(seen(Tree({name: planted}))) - set(found):
            found.append(f"{text!r} in {name} was not noticed")
        else:
            noticed += 1
    for problem in found:
        print(f"FAILED agree: {problem}")
    print(f"agree: {len(found)} problems; of {len(CONTROLS)} planted {noticed} are noticed")
    return bool(found)


def seen(tree):
    """The problems; a file that is not there is one."""
    try:
        return list(problems(tree))
    except FileNotFoundError as error:
        return [str(error)]


if __name__ == "__main__":
    sys.exit(main("--release" in sys.argv))
