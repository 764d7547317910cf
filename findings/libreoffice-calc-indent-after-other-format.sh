#!/usr/bin/env bash
# LibreOffice Calc 7.4.7 (Debian 12): a right-aligned cell is drawn without its indent when it differs from the cell drawn before it in the number format alone.
#
# All cells below hold the text "12", aligned right with an indent of 3, in columns of one width. In the first row all have the format @ (text), in the second all @_0 (a digit's width more at the
# right), in the third @ again, in the fourth @ in bold. Printed to PDF, the first and the fourth row have their indents; in the second and the third, whose first cells differ from what was drawn
# before in the number format alone, no cell has it: all stand further right by the whole indent, though the file gives each the same alignment (openpyxl reads it back). What differs in the
# font, too, is right again. Numbers of a table that are aligned by padding in their formats beside an indent so look crooked.
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
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment, Font
book = Workbook()
sheet = book.active
for row, (number_format, bold) in enumerate((("@", False), ("@_0", False), ("@", False), ("@", True)), 1):
    for column in range(1, 5):
        cell = sheet.cell(row, column, "12")
        cell.alignment = Alignment(horizontal="right", indent=3)
        cell.number_format = number_format
        cell.font = Font(bold=bold)
for letter in "ABCD":
    sheet.column_dimensions[letter].width = 14
sheet.print_options.gridLines = True
book.save("indent.xlsx")
print("indents in the file:", [[c.alignment.indent for c in row] for row in load_workbook("indent.xlsx").active.iter_rows()])
PY
soffice -env:UserInstallation=file://"$work"/profile --headless --convert-to pdf indent.xlsx >/dev/null 2>&1
venv/bin/python - <<'PY'
import sys
import pdfplumber
page = pdfplumber.open("indent.pdf").pages[0]
words = sorted(page.extract_words(), key=lambda w: (round(w["top"]), w["x0"]))
rows = [words[i:i + 4] for i in (0, 4, 8, 12)]
width = rows[0][1]["x1"] - rows[0][0]["x1"]
edges = [[round(w["x1"] - i * width - rows[0][0]["x1"], 1) for i, w in enumerate(row)] for row in rows]
print("column width %.1f points; right ends against the first cell's, row by row: %s" % (width, edges))
drawn = all(abs(e) < 1 for row in (edges[0], edges[3]) for e in row)
lost = all(e > 20 for row in edges[1:3] for e in row)
if not (drawn and lost):
    sys.exit("not as described any more")
print("as described: after another number format the indent is not drawn")
PY
