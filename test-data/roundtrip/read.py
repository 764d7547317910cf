"""Reads the XPORT, SAS7BDAT and Excel files of test-data, and damaged copies of some, with the readers of others, so that ours can be held against them.

    pip install pyreadstat openpyxl
    python3 test-data/roundtrip/read.py

peer-readings.json has, of each column, its kind (numeric, text, mixed) and the first 16 hex digits of the SHA-256 of its values, one a line: a number as the 16 hex digits of the
double, text without blanks at its end, an empty line for what is missing (as doubles `.`, since pyreadstat does not tell the 28 missing values apart). Damage is a list of place and
new byte; in a workbook it is done to the XML of the first sheet. Files that a reader of others refuses are left out. pyreadstat reads with ReadStat, as haven does.
"""

import datetime as dt
import hashlib
import io
import json
import math
import pathlib
import random
import struct
import tempfile
import zipfile

import openpyxl
import pyreadstat

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent
SHEET = "xl/worksheets/sheet1.xml"
DAMAGED = {"roundtrip/adsl.pyreadstat-5.xpt": 150, "roundtrip/adsl.pyreadstat-8.xpt": 150, "sa-or088/adae.xpt": 100, "ran-101/adsl.xpt": 50,
           "roundtrip/adsl.haven.sas7bdat": 150, "roundtrip/missing.haven.sas7bdat": 50, "roundtrip/adsl.openpyxl.xlsx": 600}


def line(value):
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat().removesuffix("T00:00:00").removesuffix(":00")
    if isinstance(value, str):
        return value.rstrip(" ")
    return struct.pack(">d", value + 0.0).hex()


def column(values, kind=None):
    """Kind and digest. Values are None, str, float, or dates, which are text."""
    if kind is None:
        kinds = {"text" if isinstance(v, (str, dt.date)) else "mixed" if isinstance(v, bool) else "numeric" for v in values if v is not None}
        kind = kinds.pop() if len(kinds) == 1 else "mixed" if kinds else "text"
    lines = [line(v) or ("." if kind == "numeric" else "") for v in values]
    return [kind, hashlib.sha256("".join(v + "\n" for v in lines).encode("utf-8", "surrogatepass")).hexdigest()[:16]]


def sas(suffix, data):
    with tempfile.NamedTemporaryFile(suffix=suffix) as file:
        file.write(data)
        file.flush()
        read = pyreadstat.read_xport if suffix == ".xpt" else pyreadstat.read_sas7bdat
        columns, meta = read(file.name, disable_datetime_conversion=True, output_format="dict")
    return {n.upper(): column(list(columns[n]), "numeric" if meta.readstat_variable_types[n] == "double" else "text") for n in meta.column_names}


def excel(data):
    rows = [list(r) for r in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].iter_rows(values_only=True)]
    while rows and all(v is None for v in rows[-1]):
        rows.pop()
    names = rows[0]
    return {str(n).strip().upper(): column([float(v) if isinstance(v, int) and not isinstance(v, bool) else v for v in (r[i] for r in rows[1:])])
            for i, n in enumerate(names) if n is not None}


def reading(path, data):
    try:
        return excel(data) if path.endswith(".xlsx") else sas(path[path.rindex("."):], data)
    except Exception:
        return None


def damaged(data, rng, changes):
    """Some bytes replaced, by letters and digits more often than by others."""
    edits = [[rng.randrange(len(data)), rng.choice([rng.randrange(256), ord(rng.choice("0123456789AZaz .-<>/\""))])] for _ in range(changes)]
    copy = bytearray(data)
    for at, byte in edits:
        copy[at] = byte
    return edits, bytes(copy)


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {n: book.read(n) for n in book.namelist()}


def zipped(content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        for name, data in content.items():
            book.writestr(name, data)
    return out.getvalue()


def damage(path, count):
    rng = random.Random(path)
    data = (ROOT / path).read_bytes()
    for _ in range(count):
        if path.endswith(".xlsx"):
            content = parts(data)
            edits, sheet = damaged(content[SHEET], rng, 1)
            copy = zipped(content | {SHEET: sheet})
        else:
            edits, copy = damaged(data, rng, rng.randint(1, 4))
        yield {"file": path, "edits": edits, "columns": reading(path, copy)}


if __name__ == "__main__":
    files = sorted(str(p.relative_to(ROOT)) for ext in ("xpt", "sas7bdat", "xlsx") for p in ROOT.rglob("*." + ext))
    readings = [{"file": f, "edits": [], "columns": reading(f, (ROOT / f).read_bytes())} for f in files]
    readings += [d for path, count in DAMAGED.items() for d in damage(path, count)]
    lines = ["  " + json.dumps(r) for r in readings if r["columns"] is not None]
    (HERE / "peer-readings.json").write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
