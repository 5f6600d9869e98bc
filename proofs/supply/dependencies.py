"""The library's dependencies: licence, source, checksum, size, and why each is there.

dependencies.py FOLDER checks them, and docs/dependencies.md against what it would write, which is left
in FOLDER; with --write it writes the page. A crate without a reason, from another place than
crates.io, without a checksum, of another licence, or in two versions, is an error.
"""

import json
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
PAGE = TOP / "docs" / "dependencies.md"
REGISTRY = "registry+https://github.com/rust-lang/crates.io-index"
LICENCES = {"MIT", "Apache-2.0", "BSD-3-Clause"}

WHY = {
    "aes": "AES-256 for large draws, with the processor's instructions. Feature `expand`.",
    "ctr": "Counter mode around `aes`. Feature `expand`.",
    "cipher": "What `aes` and `ctr` share: the traits of ciphers.",
    "inout": "Buffers for input and output, of `cipher`.",
    "libc": "Declarations of the C library's functions, and no code.",
    "sha2": "SHA-256, with the processor's instructions.",
    "digest": "What hashes share, of `sha2`.",
    "block-buffer": "A hash's unfinished block, of `digest`.",
    "crypto-common": "Traits that ciphers and hashes share.",
    "hybrid-array": "Arrays whose length is a type's, of `crypto-common`.",
    "typenum": "Numbers as types, of `hybrid-array`; no code is left of it.",
    "cfg-if": "A macro that picks code by processor.",
    "cpubits": "The width of a processor's words, as a macro.",
    "cpufeatures": "Asks the processor which instructions it has.",
    "subtle": "Comparison in constant time.",
    "zeroize": "Zeroing that the optimiser keeps.",
    "getrandom": "The system's generator where the system is not Linux.",
    "r-efi": "Declarations for UEFI, of `getrandom`.",
}


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments, "--locked"], cwd=TOP, check=True,
                          capture_output=True, text=True).stdout


def shipped(target):
    """Names of the crates that a library for this target is made of."""
    tree = cargo("tree", "-e", "normal", "--prefix", "none", "--format", "{p}", "--target", target)
    return {line.split()[0] for line in tree.splitlines() if line} - {"csecrets"}


def checksums():
    lock = (TOP / "Cargo.lock").read_text()
    return {tuple(re.findall(r'^(?:name|version) = "(.*)"', block, re.M)): "checksum = " in block
            for block in lock.split("[[package]]")[1:]}


def lines_of(package):
    """Lines of Rust, and how many of them say `unsafe`; comments are not counted."""
    source = pathlib.Path(package["manifest_path"]).parent / "src"
    lines = [line for file in source.rglob("*.rs") for line in file.read_text().splitlines()
             if line.strip() and not line.strip().startswith("//")]
    return len(lines), sum(bool(re.search(r"\bunsafe\b", line)) for line in lines)


def problems(packages, everywhere):
    known = checksums()
    for package in packages:
        name = package["name"]
        if package["source"] != REGISTRY:
            yield f"{name} comes from {package['source']}"
        if not known.get((name, package["version"])):
            yield f"{name} {package['version']} has no checksum"
        # One that may be chosen is enough.
        choices = re.split(r" OR |/", package["license"] or "")
        if not any(set(choice.strip("() ").split(" AND ")) <= LICENCES for choice in choices):
            yield f"{name} has the licence {package['license']}"
        if name not in WHY:
            yield f"nobody says why {name} is there"
    names = [package["name"] for package in packages]
    yield from (f"{name} is there twice" for name in sorted(set(names)) if names.count(name) > 1)
    yield from (f"{name} is no dependency any more" for name in sorted(WHY.keys() - everywhere))


def page(packages, on_linux):
    rows = []
    for package in sorted(packages, key=lambda one: (one["name"] not in on_linux, one["name"])):
        lines, unsafe = lines_of(package)
        scripts = any("custom-build" in target["kind"] for target in package["targets"])
        name = package["name"]
        rows.append(f"| {name} {package['version']} | {'yes' if name in on_linux else 'no'} "
                    f"| {WHY.get(name, '')} | {lines} | {unsafe} | {'yes' if scripts else 'no'} "
                    f"| {package['license']} |")
    return "\n".join([
        "# Dependencies",
        "",
        "Every crate that a build of the library is made of, on any system. All come from crates.io and",
        "are pinned by checksum in `Cargo.lock`; none is there in two versions. What tests and the",
        "header's generator need is not in the library, and not here.",
        "",
        "Lines are of Rust in the crate's `src`, without comments; `unsafe` counts those that say the",
        "word. Of most of it nothing is left in the library: declarations, traits, and code for other",
        "processors. A build script runs on the machine that builds.",
        "",
        "| crate | on Linux | why | lines | `unsafe` | build script | licence |",
        "|---|---|---|---|---|---|---|",
        *rows,
        "",
        "`proofs/supply/dependencies.py` writes this page and checks it.",
        "",
    ])


def main(folder, write=False):
    packages = json.loads(cargo("metadata", "--format-version", "1"))["packages"]
    everywhere, on_linux = shipped("all"), shipped("x86_64-unknown-linux-gnu")
    packages = [package for package in packages if package["name"] in everywhere]
    text = page(packages, on_linux)
    pathlib.Path(folder, "dependencies.md").write_text(text)
    if write:
        PAGE.write_text(text)
    found = list(problems(packages, everywhere))
    if not PAGE.exists() or PAGE.read_text() != text:
        found.append("docs/dependencies.md is not what would be written")
    # The judge: a crate from elsewhere, of no licence.
    stranger = dict(packages[0], name="stranger", source="git+https://example.org", license=None)
    seen = len(list(problems([*packages, stranger], everywhere))) - \
        len(list(problems(packages, everywhere)))
    for problem in found:
        print(f"FAILED: {problem}")
    print(f"supply: {len(packages)} crates, {len(on_linux)} of them on Linux, "
          f"{len(found)} problems; of a stranger {seen} are seen")
    return len(found) > 0 or seen != 4


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--write" in sys.argv))
