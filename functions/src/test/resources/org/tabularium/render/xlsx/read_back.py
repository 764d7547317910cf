"""Says what a workbook holds, by openpyxl, in the words of WorkbookText: python3 read_back.py WORKBOOK.xlsx. Exit 77 without openpyxl."""

import sys

try:
    import openpyxl
except ImportError:
    sys.exit(77)

book = openpyxl.load_workbook(sys.argv[1])
out = sys.stdout
out.reconfigure(encoding="utf-8", newline="\n")
for sheet in book.worksheets:
    out.write(f"sheet {sheet.title}\n")
    for merged in sorted(str(area) for area in sheet.merged_cells.ranges):
        out.write(f"merged {merged}\n")
    for row in sheet.iter_rows():
        for cell in row:
            value = cell.value
            if value is None or value == "":
                continue
            if isinstance(value, (int, float)):
                out.write(f"{cell.coordinate} n {float(value)!r} | {cell.number_format}\n")
            else:
                text = str(value).replace("\\", "\\\\").replace("\n", "\\n")
                out.write(f"{cell.coordinate} s {text}\n")
