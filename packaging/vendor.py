"""The crates of Cargo.lock, for a build without a network.

vendor.py FOLDER puts them into FOLDER/vendor, without what no build reads, and says so to cargo in
FOLDER/.cargo/config.toml. What is left of a crate is as crates.io has it, file by file.
"""

import hashlib
import json
import pathlib
import shutil
import subprocess
import sys

# Where the tests are run. Of a crate that neither they nor the library of any system need, only the
# name is left: windows-sys, which is four tenths of all.
TESTED = ["x86_64-unknown-linux-gnu", "x86_64-unknown-linux-musl", "x86_64-unknown-freebsd",
          "aarch64-apple-darwin"]
UNREAD = {".github", "benches", "ci", "Cargo.lock", "Cargo.toml.orig"}
STUB = 'compile_error!("a release of csecrets leaves this crate out: packaging/vendor.py says why");\n'
CONFIG = """
# The crates are here.
[source.crates-io]
replace-with = "vendor"

[source.vendor]
directory = "vendor"
"""


def cargo(folder, *arguments):
    return subprocess.run(["cargo", *arguments, "--locked"], cwd=folder, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout


def built(folder):
    """The folders of the crates that some build compiles, such as aes-0.9.2."""
    trees = [["--edges", "normal,build", "--target", "all"]]
    trees += [["--edges", "normal,build,dev", "--target", target] for target in TESTED]
    lines = [line.split() for tree in trees
             for line in cargo(folder, "tree", "--prefix", "none", "--format", "{p}", *tree)
             .splitlines()]
    return {f"{words[0]}-{words[1].removeprefix('v')}" for words in lines if words}


def remove(path):
    shutil.rmtree(path) if path.is_dir() else path.unlink()


def prune(crate, kept):
    sums = json.loads((crate / ".cargo-checksum.json").read_text())
    # cbindgen's build script lists its tests, and does not care what they expect.
    tests = "tests/expectations" if (crate / "build.rs").exists() else "tests"
    shutil.rmtree(crate / tests, ignore_errors=True)
    for path in list(crate.iterdir()):
        if path.name in UNREAD or not kept and path.name != "Cargo.toml":
            remove(path)
    if not kept:
        (crate / "src").mkdir()
        (crate / "src/lib.rs").write_text(STUB)
        sums["files"]["src/lib.rs"] = hashlib.sha256(STUB.encode()).hexdigest()
    sums["files"] = {name: sums["files"][name] for name in sorted(sums["files"])
                     if (crate / name).is_file()}
    (crate / ".cargo-checksum.json").write_text(json.dumps(sums, indent=0, sort_keys=True) + "\n")


def main(folder):
    folder = pathlib.Path(folder)
    needed = built(folder)
    cargo(folder, "vendor", "--versioned-dirs", "vendor")
    crates = sorted((folder / "vendor").iterdir())
    for crate in crates:
        prune(crate, crate.name in needed)
    with (folder / ".cargo/config.toml").open("a") as config:
        config.write(CONFIG)
    left_out = [crate.name for crate in crates if crate.name not in needed]
    print(f"dist: {len(crates)} crates, of {' '.join(left_out) or 'none'} only the name")


if __name__ == "__main__":
    main(sys.argv[1])
