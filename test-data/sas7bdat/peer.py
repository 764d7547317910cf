"""Writes all that pyreadstat finds in SAS7BDAT files, in the same form as Dump.java. For compare.py, which starts it again where the library dies."""

import json
import math
import struct
import sys

import pyreadstat

LETTERS = {chr(c) for c in range(ord("A"), ord("Z") + 1)} | {"_"}


def number(value):
    if isinstance(value, str):
        return "." + value.upper() if value.upper() in LETTERS else "?" + value
    if value is None or math.isnan(value):
        return "."
    return format(struct.unpack(">Q", struct.pack(">d", value))[0], "x")


def read(path):
    # Rows without a pandas frame: dates and missing letters stay what they are.
    columns, meta = pyreadstat.read_sas7bdat(
        path, disable_datetime_conversion=True, user_missing=True, output_format="dict")
    found = []
    for name in meta.column_names:
        text = meta.readstat_variable_types[name] == "string"
        values = columns[name].tolist() if hasattr(columns[name], "tolist") else list(columns[name])
        found.append({
            "name": name,
            "label": meta.column_names_to_labels.get(name) or "",
            "format": meta.original_variable_types[name],
            "kind": "TEXT" if text else "NUMERIC",
            "values": [("" if v is None else v) if text else number(v) for v in values],
        })
    return {"label": meta.file_label or "", "rows": meta.number_rows, "columns": found}


for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        result = read(path)
    except Exception as problem:  # whatever it says of the file
        result = {"error": f"{type(problem).__name__}: {problem}"}
    print(json.dumps({"path": path, **result}), flush=True)
