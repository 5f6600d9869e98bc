"""Mistakes that somebody could make in src, each of which a test has to find.

mutants.py FOLDER [STEP [LIST...]]: makes one change after the other, one of STEP of the lists beside this
file, in a copy of the tree in FOLDER, and runs the test that is there to find it: unit tests, by the path
of their module, or a program of tests/c. `old` stands once in its file. A mutant that no test can find,
since it does the same, says why in `same`.
"""

import collections
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import time
import tomllib

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
# Tests wait for what never comes if they take longer, in seconds, and ten times as long as with src as it
# is: the machine may have other work.
LIMIT = 60
# Two tests that take long; a mistake is to be found without them.
SLOW = ("a_value_has_one_spelling", "every_password_of_a_toy_policy_has_equally_many_scripts")


def copy_built(tree):
    """What the unit tests depend on, where `make check` has built it. In a folder of its own: Cargo would
    take the tests of a mutant, which have the same name, for those of src as it is."""
    built = ROOT / "target/debug"
    if built.is_dir() and not tree.joinpath("target/debug").exists():
        shutil.copytree(built, tree / "target/debug", ignore=shutil.ignore_patterns("incremental"))


def copy_tree(tree):
    """What is committed and what is new, over what the copy was made of last time."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.split("\n")
    # Cargo reads the settings of the tree around the copy too, and would take each flag twice.
    for name in (name for name in listed if name and not name.startswith(".cargo/")):
        source, copy = ROOT / name, tree / name
        if source.is_file() and not (copy.is_file() and
                                     copy.read_bytes() == source.read_bytes()):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)


def run(tree, *command, limit=None):
    """Whether a command succeeds, and what it says; None where it keeps no limit."""
    with subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, start_new_session=True) as process:
        try:
            said, errors = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            # A program of tests/c is a child of make.
            os.killpg(process.pid, signal.SIGKILL)
            return None, "", ""
        return process.returncode == 0, said, errors


def build(tree, test):
    """How the test is run, once the library is built for it."""
    if "::" not in test:
        built, _, errors = run(tree, "make", "--silent")
        command = ["make", "--silent", "-C", "tests/c", test]
    else:
        built, said, errors = run(tree, "cargo", "test", "--locked", "--quiet", "--lib", "--no-run",
                                  "--message-format=json-render-diagnostics")
        made = [json.loads(line).get("executable") for line in said.splitlines()]
        command = [next(filter(None, made), ""), test, *(f"--skip={name}" for name in SLOW)]
    if not built:
        raise Broken(errors)
    return command


def limit_of(tree, test):
    """How long a test may take: it has to pass with src as it is."""
    command = build(tree, test)
    start = time.monotonic()
    passed, said, errors = run(tree, *command)
    if not passed or "running 0 tests" in said:
        raise Broken(f"{test} does not pass with src as it is\n{said}{errors}")
    return max(LIMIT, 10 * (time.monotonic() - start))


class Broken(Exception):
    pass


def passes_with(tree, mutant, limit):
    path = tree / mutant["file"]
    original = path.read_text()
    if original.count(mutant["old"]) != 1:
        raise Broken(f"{mutant['file']} has not one of: {mutant['old']}")
    try:
        path.write_text(original.replace(mutant["old"], mutant["new"]))
        return run(tree, *build(tree, mutant["test"]), limit=limit)[0]
    finally:
        path.write_text(original)


def verdict(tree, mutant, limit):
    """What became of a mutant, and by which test; or why none finds it."""
    try:
        passed = passes_with(tree, mutant, limit)
    except Broken as error:
        return "BROKEN", str(error)
    if "same" in mutant:
        return ("the same" if passed else "NOT THE SAME"), mutant["same"]
    return {True: "SURVIVED", False: "killed", None: "hung"}[passed], mutant["test"]


def main(folder, step=1, *lists):
    tree = pathlib.Path(folder, "tree")
    paths = [HERE / f"{name}.toml" for name in lists] or sorted(HERE.glob("*.toml"))
    mutants = [mutant for path in paths
               for mutant in tomllib.loads(path.read_text())["mutant"]][::int(step)]
    copy_built(tree)
    copy_tree(tree)
    try:
        limits = {test: limit_of(tree, test) for test in sorted({mutant["test"] for mutant in mutants})}
    except Broken as error:
        print(f"mutants: {error}")
        return 1
    counts = collections.Counter()
    for mutant in mutants:
        word, why = verdict(tree, mutant, limits[mutant["test"]])
        counts[word] += 1
        print(f"{word:<9} {mutant['name']}: {why}", flush=True)
    print(f"mutants: {len(mutants)} of src, {counts['killed']} killed, {counts['hung']} hung the test, "
          f"{counts['the same']} do the same, {counts['SURVIVED']} survived, "
          f"{counts['BROKEN'] + counts['NOT THE SAME']} not as their list says; src as it is passes")
    return int(not counts.keys() <= {"killed", "hung", "the same"})


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
