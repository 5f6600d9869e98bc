"""What is claimed of a function, and whether it holds."""

from dataclasses import dataclass
from typing import Callable

# Paths, by what shows of a call's secrets: nothing; whether a text is of its format; whether the
# word that was drawn is thrown away.
NOTHING, VERDICT, REJECTION = 1, 2, 2


@dataclass
class Claim:
    topic: str
    function: str
    # Takes a Machine; answers with a Run, and whether all that was written is as defined.
    prove: Callable
    paths: int = NOTHING


@dataclass
class Verdict:
    paths: int
    addresses: int
    divisions: int
    holds: bool


def decide(claim, machine):
    run, defined = claim.prove(machine)
    paths = len(run.returned) + len(run.redrawing)
    leaks = paths > claim.paths or run.addresses > 0 or run.divisions > 0
    return Verdict(paths, run.addresses, run.divisions,
                   defined and len(run.returned) > 0 and not leaks)
