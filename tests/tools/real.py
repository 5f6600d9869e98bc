"""What SWIG or ctypesgen made of the real header, unchanged, has every export and every number."""

import importlib
import os
import re
import sys

sys.path.insert(0, os.getcwd())
module = importlib.import_module(sys.argv[1])

with open(os.environ["SYMBOLS"]) as symbols:
    for symbol in symbols.read().split():
        assert callable(getattr(module, symbol)), symbol
with open(os.environ["PLAIN"]) as plain:
    for name, value in re.findall(r"(CSECRETS_\w+) = (-?\d+)", plain.read()):
        assert getattr(module, name) == int(value), name
assert module.CSECRETS_NEVER_EXPIRES == 2**63 - 1
assert module.CSECRETS_DEFAULT_ENTROPY == 32
version = module.csecrets_version()
assert getattr(version, "data", version) in (os.environ["VERSION"], os.environ["VERSION"].encode())
assert module.csecrets_hex_size(32) == 65
