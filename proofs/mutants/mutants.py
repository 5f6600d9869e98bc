"""Mistakes that somebody could make in src, each of which a test has to find.

mutants.py FOLDER [STEP]: makes one change after the other, one of STEP of the lists beside this file,
in a copy of the tree in FOLDER, and runs the test that is there to find it: unit tests, by the path of
their module, or a program of tests/c. `old` stands once in its file. A mutant that no test can find,
since it does the same, says why in `same`.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tomllib

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[1]
# Tests that take longer, in seconds, wait for what never comes.
LIMIT = 300


def copy_tree(tree):
    """What is committed and what is new, over what the copy was made of last time."""
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True,
                            capture_output=True, text=True).stdout.split("\n")
    for name in filter(None, listed):
        source, copy = ROOT / name, tree / name
        if source.is_file() and not (copy.is_file() and
                                     copy.read_bytes() == source.read_bytes()):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, copy)


def run(tree, *command, limit=None):
    """Whether a command succeeds, and what it says; with a limit that is not kept, neither."""
    with subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True, start_new_session=True) as process:
        try:
            said, errors = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            # The test is a child of cargo or of make.
            os.killpg(process.pid, signal.SIGKILL)
            return False, "", ""
        return process.returncode == 0, said, errors


def build(tree, test):
    if "::" in test:
        return run(tree, "cargo", "test", "--locked", "--quiet", "--lib", "--no-run")
    return run(tree, "make", "--silent")


def passes(tree, test):
    """Whether a test passes; one by whose name there is none does not."""
    if "::" not in test:
        return run(tree, "make", "--silent", "-C", "tests/c", test, limit=LIMIT)[0]
    passed, said, _ = run(tree, "cargo", "test", "--locked", "--quiet", "--lib", test, limit=LIMIT)
    return passed and "running 0 tests" not in said


class Broken(Exception):
    pass


def is_killed(tree, mutant):
    path = tree / mutant["file"]
    original = path.read_text()
    if original.count(mutant["old"]) != 1:
        raise Broken(f"{mutant['file']} has not one of: {mutant['old']}")
    try:
        path.write_text(original.replace(mutant["old"], mutant["new"]))
        built, _, said = build(tree, mutant["test"])
        if not built:
            raise Broken(said)
        return not passes(tree, mutant["test"])
    finally:
        path.write_text(original)


def verdict(tree, mutant):
    killed = is_killed(tree, mutant)
    if "same" in mutant:
        return ("NOT THE SAME" if killed else "the same"), mutant["same"]
    return ("killed" if killed else "SURVIVED"), mutant["test"]


def main(folder, step=1):
    tree = pathlib.Path(folder, "tree")
    mutants = [mutant for path in sorted(HERE.glob("*.toml"))
               for mutant in tomllib.loads(path.read_text())["mutant"]][::int(step)]
    copy_tree(tree)
    for test in sorted({mutant["test"] for mutant in mutants}):
        built, _, said = build(tree, test)
        if not built or not passes(tree, test):
            print(f"mutants: {test} does not pass with src as it is\n{said}")
            return 1
    counts = {}
    for mutant in mutants:
        try:
            word, why = verdict(tree, mutant)
        except Broken as error:
            word, why = "BROKEN", str(error)
        counts[word] = counts.get(word, 0) + 1
        print(f"{word:<9} {mutant['name']}: {why}", flush=True)
    print(f"mutants: {len(mutants)} of src, {counts.get('killed', 0)} killed, "
          f"{counts.get('the same', 0)} that do the same, {counts.get('SURVIVED', 0)} survived; "
          "src as it is passes")
    return int(not counts.keys() <= {"killed", "the same"})


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
