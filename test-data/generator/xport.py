"""A writer of SAS transport files, version 5, after the public description of the layout (SAS technical note TS-140).

One dataset a file. All records are 80 bytes; numbers are IBM System/360 doubles of eight bytes; the dates of
the headers are fixed, so that the same dataset gives the same bytes. Text is UTF-8, and the length of a text
variable is that of its longest value in bytes.
"""

import math
import struct
from datetime import date

from .dataset import Special, checked

WRITTEN = b"01SEP25:00:00:00"
EPOCH = date(1960, 1, 1)


def xport_bytes(dataset):
    """The whole file."""
    variables = checked(dataset).variables
    lengths = [_length(variable, dataset.rows) for variable in variables]
    # A row shorter than a record would leave its end in doubt: blanks to the end of a record could be rows.
    assert sum(lengths) >= 80, dataset.name
    head = [
        _header(b"LIBRARY", b"0" * 30),
        b"SAS     SAS     SASLIB  9.4     X64_10HO" + b" " * 24 + WRITTEN,
        WRITTEN.ljust(80),
        _header(b"MEMBER", b"000000000000000001600000000140"),
        _header(b"DSCRPTR", b"0" * 30),
        b"SAS     " + _ascii(dataset.name, 8) + b"SASDATA 9.4     X64_10HO" + b" " * 24 + WRITTEN,
        WRITTEN + b" " * 16 + _ascii(dataset.label, 40) + b" " * 8,
        _header(b"NAMESTR", b"000000%04d" % len(variables) + b"0" * 20),
    ]
    names, position = b"", 0
    for index, (variable, length) in enumerate(zip(variables, lengths)):
        names += _namestr(index + 1, variable, length, position)
        position += length
    rows = b"".join(_row(row, variables, lengths) for row in dataset.rows)
    return b"".join(head) + _records(names) + _header(b"OBS", b"0" * 30) + _records(rows)


def ibm(value):
    """An IBM double: sign, seven bits of exponent to base 16 (excess 64), 56 bits of fraction. Exact for every
    binary double that is in range, since those have 53 bits."""
    if value == 0:
        return bytes(8)
    fraction, exponent = math.frexp(abs(value))  # 0.5 <= fraction < 1
    hexadecimal = -(-exponent // 4)
    bits = int(fraction * 2**53) << (3 + exponent - 4 * hexadecimal)
    assert 0 <= hexadecimal + 64 <= 127, value
    return struct.pack(">Q", (value < 0) << 63 | (hexadecimal + 64) << 56 | bits)


def _length(variable, rows):
    if variable.kind == "num":
        return 8
    return max([1] + [len((row.get(variable.name) or "").encode("utf-8")) for row in rows])


def _namestr(number, variable, length, position):
    """The 140 bytes that describe a variable. The format "5.1" has width and decimals but no name."""
    name, width, decimals = "", 0, 0
    if variable.format:
        name = variable.format.rstrip("0123456789.")
        size = variable.format[len(name) :].split(".")
        width, decimals = int(size[0] or 0), int(size[1] or 0)
    return (
        struct.pack(">hhhh", 1 if variable.kind == "num" else 2, 0, length, number)
        + _ascii(variable.name, 8)
        + _ascii(variable.label, 40)
        + _ascii(name, 8)
        + struct.pack(">hhh", width, decimals, 1 if variable.kind == "num" else 0)
        + bytes(2)
        + b" " * 8
        + struct.pack(">hhl", 0, 0, position)
        + bytes(52)
    )


def _row(row, variables, lengths):
    return b"".join(
        _number(row.get(variable.name))
        if variable.kind == "num"
        else (row.get(variable.name) or "").encode("utf-8").ljust(length)
        for variable, length in zip(variables, lengths)
    )


def _number(value):
    if value is None:
        return b"." + bytes(7)
    if isinstance(value, Special):
        return value.letter.encode("ascii") + bytes(7)
    if isinstance(value, date):
        value = (value - EPOCH).days
    return ibm(value)


def _header(kind, digits):
    return b"HEADER RECORD*******" + kind.ljust(8) + b"HEADER RECORD!!!!!!!" + digits + b"  "


def _ascii(string, length):
    encoded = string.encode("ascii")
    assert len(encoded) <= length, string
    return encoded.ljust(length)


def _records(content):
    return content + b" " * (-len(content) % 80)
