#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12): where two lines cross, a line chart shows the last series on top, a scatter chart of the same values the first.
#
# Two workbooks hold the same five points of two series, thick and without markers: the first rises, the second falls, and they cross in the middle. In the line chart the crossing has the second
# series' colour, as one expects of what is drawn later; in the scatter chart (lines without markers) it has the first one's. A chart that puts a summary line last, so that it lies over the lines it
# summarises, has it below them there. No order of the series serves both kinds: what must be seen needs another width or colour.
#
# Needs bash, Python 3 with venv and the commands soffice and pdftoppm. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

soffice --version
python3 -m venv venv
venv/bin/pip -q install openpyxl==3.1.5 pillow==11.3.0
venv/bin/python - <<'PY'
from openpyxl import Workbook
from openpyxl.chart import LineChart, Reference, ScatterChart, Series

for kind in ("line", "scatter"):
    book = Workbook()
    sheet = book.active
    for row in (("x", "rises", "falls"), (1, 1, 5), (2, 2, 4), (3, 3, 3), (4, 4, 2), (5, 5, 1)):
        sheet.append(row)
    chart = LineChart() if kind == "line" else ScatterChart()
    for column in (2, 3):
        values = Reference(sheet, min_col=column, min_row=2, max_row=6)
        across = Reference(sheet, min_col=1, min_row=2, max_row=6)
        chart.series.append(Series(values, title=sheet.cell(1, column).value) if kind == "line" else Series(values, across, title=sheet.cell(1, column).value))
    for series, colour in zip(chart.series, ("FF0000", "0000FF")):
        series.graphicalProperties.line.solidFill = colour
        series.graphicalProperties.line.width = 254000
        series.marker.symbol = "none"
        series.smooth = False
    chart.legend = None
    sheet.add_chart(chart, "A8")
    book.save(f"{kind}.xlsx")
PY
for kind in line scatter; do
    soffice -env:UserInstallation=file://"$work"/profile --headless --convert-to pdf $kind.xlsx >/dev/null 2>&1
    pdftoppm -r 60 -png -singlefile $kind.pdf $kind
done
venv/bin/python - <<'PY'
import sys
from PIL import Image

seen = {}
for kind in ("line", "scatter"):
    picture = Image.open(f"{kind}.png").convert("RGB")
    lit = [(x, y, picture.getpixel((x, y))) for x in range(picture.width) for y in range(picture.height)]
    coloured = [(x, y) for x, y, pixel in lit if pixel in ((255, 0, 0), (0, 0, 255))]
    left, right = min(x for x, _ in coloured), max(x for x, _ in coloured)
    top, bottom = min(y for _, y in coloured), max(y for _, y in coloured)
    seen[kind] = {(255, 0, 0): "first", (0, 0, 255): "second"}.get(picture.getpixel(((left + right) // 2, (top + bottom) // 2)))
print("on top where the lines cross: line chart %s series, scatter chart %s series" % (seen["line"], seen["scatter"]))
if seen != {"line": "second", "scatter": "first"}:
    sys.exit("not as described any more")
print("as described: the order in which series cover each other depends on the kind of chart")
PY
