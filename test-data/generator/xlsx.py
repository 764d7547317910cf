"""A writer of one worksheet as Office Open XML: a header row, then the rows, text as inline strings, dates as ISO 8601 text.

The parts are stored, not compressed, and carry a fixed time, so that the same dataset gives the same bytes.
"""

import io
import zipfile
from datetime import date
from xml.sax.saxutils import escape

from .dataset import Special, checked

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def xlsx_bytes(dataset):
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{CONTENT}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{CONTENT}.worksheet+xml"/></Types>',
        "_rels/.rels": _relation("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml":
            f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
            f'<sheet name="{dataset.name}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relation("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": _sheet(checked(dataset)),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (2025, 9, 1, 0, 0, 0))
            entry.create_system = 0
            archive.writestr(entry, (DECLARATION + content).encode("utf-8"))
    return written.getvalue()


def _relation(kind, target):
    return (f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{RELATIONS}/{kind}" Target="{target}"/></Relationships>')


def _sheet(dataset):
    names = [variable.name for variable in dataset.variables]
    lines = [names] + [[row.get(name) for name in names] for row in dataset.rows]
    rows = "".join(f'<row r="{index}">' + "".join(_cell(_column(place) + str(index), value)
                                                  for place, value in enumerate(line)) + "</row>"
                   for index, line in enumerate(lines, 1))
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _cell(place, value):
    if value is None or value == "" or isinstance(value, Special):
        return ""
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    value = value.isoformat() if isinstance(value, date) else value
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def _column(place):
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
