"""Proves what is claimed of the shipped library, for all inputs of the lengths that are named.

prove.py LIBRARY CONTROLS [WORD]: only claims of functions whose name holds WORD. CONTROLS is
controls.c as a library.
"""

import itertools
import multiprocessing
import os
import sys
import time

import checksum
import compare
import controls
import integers
import text
import typed
from claims import decide
from machine import Machine

ROW = "{:<64}{:>6}{:>7}{:>11}{:>11}{:>9}  {}"
machines, jobs = {}, []


def judge(job):
    library, claim = jobs[job]
    if library not in machines:
        machines[library] = Machine(library)
    start = time.monotonic()
    return job, decide(claim, machines[library]), time.monotonic() - start


def report(topic, group, is_control):
    """Prints a row; how many of its verdicts are wrong."""
    verdicts = [verdict for _, verdict, _ in group]
    wrong = sum(verdict.holds == is_control for verdict in verdicts)
    print(ROW.format(
        topic, len(group), max(verdict.paths for verdict in verdicts),
        sum(verdict.addresses for verdict in verdicts),
        sum(verdict.divisions for verdict in verdicts),
        f"{sum(seconds for _, _, seconds in group):.1f}",
        "FAILED" if wrong else "refused" if is_control else "proved"), flush=True)
    return wrong


def main(library, control, word=""):
    topics = compare, text, typed, integers, checksum
    claimed = [claim for topic in topics for claim in topic.claims() if word in claim.function]
    known = Machine(library)
    missing = sorted({claim.function for claim in claimed if not known.has(claim.function)})
    jobs.extend((library, claim) for claim in claimed if claim.function not in missing)
    jobs.extend((control, claim) for claim in controls.claims() if word in claim.function)
    failed = 0
    print(ROW.format("claim", "proofs", "paths", "addresses", "divisions", "seconds", ""))
    # Processes that are replaced let go of what their symbols took.
    with multiprocessing.Pool(os.cpu_count(), maxtasksperchild=40) as pool:
        judged = pool.imap(judge, range(len(jobs)))
        for (of, topic), group in itertools.groupby(
                judged, lambda one: (jobs[one[0]][0], jobs[one[0]][1].topic)):
            failed += report(topic, list(group), of == control)
    for function in missing:
        print(f"SKIPPED binary: this library has no {function}")
    refused = sum(of == control for of, _ in jobs)
    print(f"binary: {len(jobs) - refused} claims and {refused} controls, {failed} failed")
    return failed != 0 or not jobs


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
