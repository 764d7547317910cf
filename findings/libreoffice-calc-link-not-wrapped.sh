#!/usr/bin/env bash
# LibreOffice Calc 7.4.7 (Debian 12): a cell with a hyperlink is printed on one line that leaves the column, though its alignment says "wrap text" and its row is high enough.
#
# Two cells hold the same text of some 100 letters in a column of 30, both with wrap text, in rows 60 points high; the second has a link to another cell of the workbook. Printed to PDF the first
# takes three lines within its column; the second takes one line, whose end lies beyond the column's edge (under the text of the cell beside it, or cut). Without the link it wraps. Long
# titles in a sheet of contents so lose their ends on paper.
#
# Needs bash, Python 3 with venv and the command soffice. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

soffice --version
python3 -m venv venv
venv/bin/pip -q install openpyxl==3.1.5 pdfplumber==0.11.7
venv/bin/python - <<'PY'
from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.hyperlink import Hyperlink
book = Workbook()
sheet = book.active
sheet.column_dimensions["A"].width = 30
for row in (1, 3):
    cell = sheet.cell(row, 1, f"row{row} one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen last{row}")
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.row_dimensions[row].height = 60
    sheet.cell(row, 2, "beside")
sheet["A3"].hyperlink = Hyperlink(ref="A3", location="Sheet!B1", display=sheet["A3"].value)
book.save("link.xlsx")
PY
soffice -env:UserInstallation=file://"$work"/profile --headless --convert-to pdf link.xlsx >/dev/null 2>&1
venv/bin/python - <<'PY'
import sys
import pdfplumber
words = pdfplumber.open("link.pdf").pages[0].extract_words()
edge = next(w["x0"] for w in words if w["text"] == "beside")
seen = {}
for row in (1, 3):
    first = next(w for w in words if w["text"] == f"row{row}")
    mine = [w for w in words if w["text"] != "beside" and first["top"] - 1 <= w["top"] < first["top"] + 60]
    seen[row] = (len({round(w["top"]) for w in mine}), max(w["x1"] for w in mine) <= edge)
print("plain: %d lines, within the column %s; with a link: %d lines, within the column %s" % (seen[1] + seen[3]))
if seen != {1: (3, True), 3: (1, False)}:
    sys.exit("not as described any more")
print("as described: a cell with a link is not wrapped")
PY
