"""A writer of CDISC Dataset-JSON 1.1: one object (.json), a line a row (.ndjson), and that as a zlib stream (.dsjc).

Special missing values have no form in JSON and are written as null, dates as ISO 8601 with the target integer, which
makes them SAS dates again. The date of creation is fixed, so that the same dataset gives the same bytes.
"""

import json
import struct
import zlib
from datetime import date

from .dataset import Special, checked

CREATED = "2025-09-01T00:00:00"


def json_bytes(dataset):
    rows = ",\n".join(_text(row) for row in _rows(dataset))
    return (_text(_metadata(dataset))[:-1] + ',"rows":[\n' + rows + "\n]}\n").encode("utf-8")


def ndjson_bytes(dataset):
    return "".join(_text(line) + "\n" for line in [_metadata(dataset), *_rows(dataset)]).encode("utf-8")


def dsjc_bytes(dataset):
    """Blocks that are stored as they are: what a compressor makes of them differs from machine to machine."""
    content = ndjson_bytes(dataset)
    stream = b"\x78\x01"
    for start in range(0, len(content), 65535):
        block = content[start:start + 65535]
        last = start + 65535 >= len(content)
        stream += struct.pack("<BHH", last, len(block), len(block) ^ 0xFFFF) + block
    return stream + struct.pack(">I", zlib.adler32(content))


def _metadata(dataset):
    return {
        "datasetJSONCreationDateTime": CREATED,
        "datasetJSONVersion": "1.1.0",
        "itemGroupOID": f"IG.{dataset.name}",
        "records": len(checked(dataset).rows),
        "name": dataset.name,
        "label": dataset.label,
        "columns": [_column(dataset, variable) for variable in dataset.variables],
    }


def _column(dataset, variable):
    column = {"itemOID": f"IT.{dataset.name}.{variable.name}", "name": variable.name, "label": variable.label}
    values = [row.get(variable.name) for row in dataset.rows]
    if variable.kind == "char":
        column["dataType"] = "string"
    elif variable.format == "DATE9.":
        column |= {"dataType": "date", "targetDataType": "integer"}
    else:
        column["dataType"] = "float" if any(isinstance(value, float) for value in values) else "integer"
    if variable.format:
        column["displayFormat"] = variable.format
    return column


def _rows(dataset):
    return [[_value(variable, row.get(variable.name)) for variable in dataset.variables] for row in dataset.rows]


def _value(variable, value):
    if isinstance(value, Special):
        return None
    if value is None:
        return "" if variable.kind == "char" else None
    return value.isoformat() if isinstance(value, date) else value


def _text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
