"""Compares what our reader finds in SAS7BDAT files with what pyreadstat finds: every value, name, label and format, the number of rows and the label of the dataset.

    python compare.py CLASSPATH FOLDER... > result.txt

CLASSPATH is functions/target/tabularium.jar; `java` (25) is on the path, and this Python has pyreadstat (1.3.7 when result.txt was written). Every file *.sas7bdat
below the folders is compared; the same bytes twice count twice. None of these files is the project's; the public repositories in whose test suites they are:

    Roche/pyreadstat, tidyverse/haven, epam/parso, tk3369/SASLib.jl, saurfang/spark-sas7bdat, richokelly/sas7bdat, tkragholm/sas7bdat-parser-rs
    and the wheel of pandas 0.20.3 (pandas/tests/io/sas/data)

Where pyreadstat does not know a file's encoding, or is wrong about it, and all text in our reading is ASCII, it is asked again with the number of windows-1252 in the
file's header: ASCII is the same in both. Give folders their names (Roche+pyreadstat and so on): they stand in the result. Files that differ, or that one of the two refuses, are listed once for each
content; `reasons.txt` beside this script says, by name of the file, who is right and why.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

HERE = pathlib.Path(__file__).parent


def ours(classpath, paths):
    run = subprocess.run(["java", "-Xmx6g", "-cp", classpath, str(HERE / "Dump.java")], input="\n".join(paths) + "\n",
                         capture_output=True, text=True, check=True, encoding="utf-8")
    return {found["path"]: found for found in map(json.loads, run.stdout.splitlines())}


def theirs(paths):
    """Asks pyreadstat, again and again where it dies of a file."""
    found = {}
    while len(found) < len(paths):
        left = [path for path in paths if path not in found]
        run = subprocess.run([sys.executable, str(HERE / "peer.py")], input="\n".join(left) + "\n", capture_output=True,
                             text=True, encoding="utf-8")
        for line in run.stdout.splitlines():
            one = json.loads(line)
            found[one["path"]] = one
        if run.returncode:
            dead = next(path for path in paths if path not in found)
            found[dead] = {"path": dead, "error": f"the process ended with {run.returncode}"}
    return found


def in_ascii(one, path):
    """What pyreadstat finds where the encoding is called windows-1252; None where our reading is not ASCII throughout."""
    if "error" in one or not all(v.isascii() for column in one["columns"] for v in (column["name"], column["label"], *column["values"])):
        return None
    with tempfile.NamedTemporaryFile(suffix=".sas7bdat") as copy:
        data = bytearray(pathlib.Path(path).read_bytes())
        data[70] = 62
        copy.write(data)
        copy.flush()
        return theirs([copy.name])[copy.name]


def same_format(ours, theirs):
    """pyreadstat leaves the point after a width, and the width of text, to the reader; it says NULL where there is no format."""
    def bare(text):
        return "" if text in (None, "NULL") else re.sub(r"\.$", "", text.strip().upper())
    return bare(ours) == bare(theirs)


def same_text(ours, theirs):
    """Control characters are a mark in ours, whatever the format."""
    return ours == theirs or len(ours) == len(theirs) and all(
        a == b or a == "\ufffd" and unicodedata.category(b) == "Cc" for a, b in zip(ours, theirs))


def difference(a, b):
    """The first thing that differs; None where nothing does."""
    if a["rows"] != b["rows"]:
        return f"rows: {a['rows']} and {b['rows']}"
    if len(a["columns"]) != len(b["columns"]):
        return f"variables: {len(a['columns'])} and {len(b['columns'])}"
    if a["label"] != b["label"].strip():
        return f"label of the dataset: {a['label']!r} and {b['label']!r}"
    for one, other in zip(a["columns"], b["columns"]):
        name = one["name"]
        if name != other["name"].strip().upper():
            return f"name: {name!r} and {other['name']!r}"
        if one["kind"] != other["kind"]:
            return f"kind of {name}: {one['kind']} and {other['kind']}"
        # Where the file has no label, ours is the standard's.
        if other["label"].strip() and one["label"] != other["label"].strip():
            return f"label of {name}: {one['label']!r} and {other['label']!r}"
        if not same_format(one["format"], other["format"]):
            return f"format of {name}: {one['format']!r} and {other['format']!r}"
        for row, (value, peer) in enumerate(zip(one["values"], other["values"]), 1):
            if not (same_text(value, peer.rstrip(" ")) if one["kind"] == "TEXT" else value == peer):
                return f"{name} in row {row}: {value!r} and {peer!r}"
    return None


def reasons():
    lines = (HERE / "reasons.txt").read_text(encoding="utf-8").splitlines() if (HERE / "reasons.txt").exists() else []
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def main(classpath, *folders):
    files = sorted((path for folder in folders for path in pathlib.Path(folder).rglob("*") if path.suffix.lower() == ".sas7bdat"),
                   key=lambda path: path.as_posix())
    paths = [str(path) for path in files]
    a, b = ours(classpath, paths), theirs(paths)
    names = {str(path): path.relative_to(pathlib.Path(folder).parent).as_posix()
             for folder in folders for path in files if path.is_relative_to(folder)}
    equal = renumbered = refused = 0
    values = rows = 0
    differing = {}
    for path in paths:
        one, other = a[path], b[path]
        if "error" in one and "error" in other:
            what = "both refuse it: " + one["error"] + " | " + other["error"]
            refused += 1
        elif "error" in one:
            what = "ours refuses it: " + one["error"]
        elif "error" in other:
            what = "pyreadstat refuses it: " + other["error"]
        else:
            what = difference(one, other)
            values += sum(len(column["values"]) for column in one["columns"])
            rows += one["rows"]
        if what is None:
            equal += 1
            continue
        again = None if "error" in one else in_ascii(one, path)
        if again is not None and "error" not in again and difference(one, again) is None:
            renumbered += 1
            what = "equal where the encoding is called windows-1252; else " + what
        content = hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()[:12]
        differing.setdefault((content, what), []).append(path)
    contents = len({hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest() for path in paths})
    print(f"{len(paths)} files of {contents} different contents. {equal} are equal; in all that both read there are {rows} rows and {values} values."
          f" {renumbered} more are equal once pyreadstat knows the encoding. {refused} are refused by both. {len(paths) - equal - renumbered - refused} differ.")
    known = reasons()
    unexplained = 0
    for (_, what), same in sorted(differing.items(), key=lambda item: names[item[1][0]]):
        why = next((words for pattern, words in known if re.search(pattern, names[same[0]])), None)
        unexplained += why is None
        print(f"\n{names[same[0]]}" + (f" and {len(same) - 1} more of the same content" if len(same) > 1 else ""))
        print(f"    {what}\n    {why or 'NOT EXPLAINED'}")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
