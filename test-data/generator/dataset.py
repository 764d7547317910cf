"""A dataset in memory, and how it is written as CSV.

A row is a dict from variable name to value; a name that is absent is missing. Values:

    None            missing (a blank in CSV, "." or blanks in XPORT)
    Special("A")    one of SAS's 27 special missing values, "A" to "Z" and "_" (a blank in CSV)
    int, float      number
    date            number of days since 1960-01-01 in XPORT, ISO 8601 in CSV
    str             text
"""

from collections import namedtuple
from datetime import date

Special = namedtuple("Special", "letter")

Variable = namedtuple("Variable", "name label kind format")

Dataset = namedtuple("Dataset", "name label variables rows")


def text(name, label):
    return Variable(name, label, "char", None)


def number(name, label, format=None):
    return Variable(name, label, "num", format)


def day(name, label):
    return Variable(name, label, "num", "DATE9.")


def checked(dataset):
    """The dataset itself; fails where a row names a variable the dataset does not declare."""
    names = [variable.name for variable in dataset.variables]
    assert len(set(names)) == len(names), dataset.name
    for row in dataset.rows:
        unknown = set(row) - set(names)
        assert not unknown, f"{dataset.name}: {unknown}"
    return dataset


def csv_bytes(dataset):
    """RFC 4180 with LF line ends, UTF-8 without a byte order mark, a header row, quotes only where needed."""
    lines = [",".join(variable.name for variable in dataset.variables)]
    for row in checked(dataset).rows:
        lines.append(",".join(_field(row.get(variable.name)) for variable in dataset.variables))
    return ("\n".join(lines) + "\n").encode("utf-8")


def _field(value):
    if value is None or isinstance(value, Special):
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    field = str(value)
    if any(character in field for character in ',"\r\n'):
        return '"' + field.replace('"', '""') + '"'
    return field
