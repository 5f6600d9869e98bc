"""Python's secrets module, and what programs build on it, from libcsecrets.

A drop-in: `import csecrets as secrets`. The names beyond those of secrets and random are those of
csecrets.h without csecrets_, and what is said there holds here. Bytes that are only read are taken
as str, in UTF-8, or as whatever has bytes in it.

Secrets come as str and bytes, which Python can neither overwrite nor give back at once. If that
matters, fill() a bytearray and wipe() it.

SPDX-License-Identifier: MIT OR Apache-2.0
"""

from . import _application, _c, _errors, _random
from ._application import *
from ._errors import *
from ._random import *

for _name in _errors.__all__:  # so that a traceback says csecrets.ExpiredError
    globals()[_name].__module__ = __name__

__version__ = _c.c.version().decode()
__all__ = _application.__all__ + _errors.__all__ + _random.__all__
