"""A corpus as one file: inputs in hexadecimal, one a line, the shortest first.

corpus.py unpack FILE FOLDER: a file for each input; corpus.py pack FOLDER FILE: the other way round.
"""

import pathlib
import sys


def unpack(file, folder):
    for number, line in enumerate(pathlib.Path(file).read_text().splitlines()):
        pathlib.Path(folder, f"{number:04}").write_bytes(bytes.fromhex(line))


def pack(folder, file):
    inputs = {path.read_bytes() for path in pathlib.Path(folder).iterdir()} - {b""}
    lines = sorted((one.hex() for one in inputs), key=lambda line: (len(line), line))
    pathlib.Path(file).write_text("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    {"unpack": unpack, "pack": pack}[sys.argv[1]](*sys.argv[2:])
