#!/usr/bin/env python3
"""Writes the made-up studies of test-data.

    python3 test-data/generate.py             writes every study
    python3 test-data/generate.py --check     writes nothing; exit 1 and the names of the files that would change

Python 3.11 or later, standard library only. The same bytes on every machine: fixed seeds, no clock, no locale.
Each study is a module of `generator` that says where its figures come from; `expected.py` computes from the
written files what the tables must show.
"""

import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from generator import studies  # noqa: E402


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit("usage: generate.py [--check]")
    changed = []
    for path, content in studies.files():
        target = HERE / path
        if target.is_file() and target.read_bytes() == content:
            continue
        changed.append(path)
        if not arguments:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for path in changed:
        print(("differs: " if arguments else "written: ") + path)
    return 1 if arguments and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
