"""Puts csecrets in the place of Python's own generators: set PYTHONPATH to this directory and the
binding's, and every program of that Python draws from csecrets.

For tests of other people's programs. How often csecrets was asked is added to $CSECRETS_ASKED at
the end, or a suite that never came here would look like one that passed.
"""

import atexit
import hmac
import os
import random
import secrets
import uuid

import csecrets

asked = 0


def counted(function):
    def ask(*arguments, **keywords):
        global asked
        asked += 1
        return function(*arguments, **keywords)

    return ask


def report():
    with open(os.environ["CSECRETS_ASKED"], "a") as file:
        file.write(f"{asked}\n")


class SystemRandom(csecrets.SystemRandom):
    _randbelow = counted(csecrets.SystemRandom._randbelow)
    getrandbits = counted(csecrets.SystemRandom.getrandbits)
    random = counted(csecrets.SystemRandom.random)
    randbytes = counted(csecrets.SystemRandom.randbytes)


os.urandom = random._urandom = counted(csecrets.token_bytes)
random.SystemRandom = secrets.SystemRandom = SystemRandom
secrets._sysrand = SystemRandom()
secrets.choice, secrets.randbits = secrets._sysrand.choice, secrets._sysrand.getrandbits
for name in ("randbelow", "token_bytes", "token_hex", "token_urlsafe"):
    setattr(secrets, name, counted(getattr(csecrets, name)))
hmac.compare_digest = secrets.compare_digest = counted(csecrets.compare_digest)
uuid.uuid4 = counted(csecrets.uuid4)
if "CSECRETS_ASKED" in os.environ:
    atexit.register(report)
