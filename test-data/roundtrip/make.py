"""Writes one made-up ADSL with the writers of others, so that readers can be held against it.

    pip install pyreadstat openpyxl pandas xlsxwriter; apt-get install r-cran-haven r-cran-readr
    python3 test-data/roundtrip/make.py

expected.json is written from the rows below, not from the files. Without R the files of write.R stay as they are.
"""

import csv
import datetime as dt
import gzip
import json
import pathlib
import shutil
import subprocess
import zlib

import openpyxl
import pandas as pd
import pyreadstat
import xlsxwriter

HERE = pathlib.Path(__file__).resolve().parent
LONG = "TIMESINCEDIAGNOSISWEEKS"
LONG_LABEL = "Weeks from the first diagnosis by a physician to the first infusion of the study treatment"

# name, kind, label, SAS format
VARIABLES = [
    ("STUDYID", "text", "Study Identifier", ""),
    ("USUBJID", "text", "Unique Subject Identifier", ""),
    ("SUBJID", "text", "Subject Identifier for the Study", ""),
    ("AGE", "numeric", "Age", ""),
    ("SEX", "text", "Sex", ""),
    ("RACE", "text", "Race", "$TREATMENTNAME20."),
    ("TRT01A", "text", "Actual Treatment for Period 01", ""),
    ("TRT01AN", "numeric", "Actual Treatment for Period 01 (N)", ""),
    ("SAFFL", "text", "Safety Population Flag", ""),
    ("TRTSDT", "date", "Date of First Exposure to Treatment", "DATE9"),
    ("WEIGHTBL", "numeric", "Weight (kg) at Baseline", "6.1"),
    ("XNUM", "numeric", "A number that ADaM does not know", ""),
    ("XTXT", "text", "Text that ADaM does not know", ""),
    (LONG, "numeric", LONG_LABEL, "WEEKSANDDAYS8.1"),
]

RACES = ["WHITE", "BLACK OR AFRICAN AMERICAN", "亚洲人", "Métis – “mixed”", ""]
NUMBERS = [0.0, -1.5, 1e-7, 123456789.25, 0.1, 0.333, None, 2.0**53, -1e15, 1e22, 7.0, 3.25, 5e-10]
TEXTS = ["plain", "a, comma", 'a "quote"', "semi;colon", "", "two\nlines", "tab\there", "NA", " leading", "=1+1", "<b>&amp;</b>",
         "~", "x"]


def rows():
    for i in range(13):
        arm = i % 2
        yield {
            "STUDYID": "RT-01",
            "USUBJID": f"RT-01-{i + 1:03}",
            "SUBJID": f"{i + 1:03}",
            "AGE": None if i == 4 else 20.0 + 3 * i,
            "SEX": "FM"[i % 2],
            "RACE": RACES[i % 5],
            "TRT01A": ["1*10^9 cells", "Placebo"][arm],
            "TRT01AN": arm + 1.0,
            "SAFFL": "N" if i == 6 else "Y",
            "TRTSDT": None if i == 6 else dt.date(2024, 2, 20) + dt.timedelta(days=5 * i),
            "WEIGHTBL": None if i == 7 else round(48.3 + 1.7 * i, 1),
            "XNUM": NUMBERS[i],
            "XTXT": TEXTS[i],
            LONG: i * 10.5,
        }


ROWS = list(rows())
NAMES = [v[0] for v in VARIABLES]


def expected():
    def value(v):
        return v.isoformat() if isinstance(v, dt.date) else v

    return {
        "columns": [
            {"name": n, "kind": k, "label": label, "values": [value(r[n]) for r in ROWS]} for n, k, label, _ in VARIABLES
        ]
    }


def xport():
    frame = pd.DataFrame({n: [r[n] for r in ROWS] for n in NAMES})
    for n, kind, _, _ in VARIABLES:
        if kind == "numeric":
            frame[n] = frame[n].astype(float)
    common = {"file_label": "Subject-level analysis", "table_name": "ADSL"}
    labels = {n: label for n, _, label, _ in VARIABLES}
    formats = {n: f for n, _, _, f in VARIABLES if f}
    pyreadstat.write_xport(frame, HERE / "adsl.pyreadstat-8.xpt", file_format_version=8, column_labels=labels,
                           variable_format=formats, **common)
    # (ReadStat writes section LABELV9 wrongly where one variable has a long format and another a long label only; here each has a long format.)
    # Version 5 knows neither the long name nor the long format.
    formats.pop("RACE")
    pyreadstat.write_xport(frame.drop(columns=[LONG]), HERE / "adsl.pyreadstat-5.xpt", file_format_version=5,
                           column_labels=labels, variable_format=formats, **common)


def excel():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "ADSL"
    sheet.append(NAMES)
    for row in ROWS:
        sheet.append([None if row[n] == "" else row[n] for n in NAMES])
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    book.create_sheet("Notes").append(["not read"])
    book.save(HERE / "adsl.openpyxl.xlsx")

    for name, options in {
        "adsl.xlsxwriter.xlsx": {},
        "adsl.xlsxwriter-1904.xlsx": {"date_1904": True},
        "adsl.xlsxwriter-inline.xlsx": {"constant_memory": True},
    }.items():
        book = xlsxwriter.Workbook(str(HERE / name), {"strings_to_formulas": False, "strings_to_numbers": False, **options})
        book.set_properties({"created": dt.datetime(2025, 1, 1)})
        sheet = book.add_worksheet("ADSL")
        date = book.add_format({"num_format": "dd mmm yyyy"})
        for c, n in enumerate(NAMES):
            sheet.write_string(0, c, n)
        for r, row in enumerate(ROWS, 1):
            for c, n in enumerate(NAMES):
                v = row[n]
                if v is None or v == "":
                    continue
                if isinstance(v, dt.date):
                    sheet.write_datetime(r, c, dt.datetime(v.year, v.month, v.day), date)
                elif isinstance(v, str):
                    sheet.write_string(r, c, v)
                else:
                    sheet.write_number(r, c, v)
        book.close()

    # pandas writes dates as datetimes at midnight.
    frame = pd.DataFrame(ROWS, columns=NAMES)
    frame["TRTSDT"] = pd.to_datetime(frame["TRTSDT"])
    with pd.ExcelWriter(HERE / "adsl.pandas.xlsx", engine="xlsxwriter",
                        engine_kwargs={"options": {"strings_to_formulas": False}}) as writer:
        frame.to_excel(writer, index=False)


def text():
    frame = pd.DataFrame(ROWS, columns=NAMES)
    # Text in quotes, so that the text "NA" is told from R's missing value; adsl.bare.csv has it without.
    options = {"index": False, "quoting": csv.QUOTE_NONNUMERIC}
    frame.to_csv(HERE / "adsl.bare.csv", index=False)
    frame.to_csv(HERE / "adsl.pandas.csv", **options)
    frame.to_csv(HERE / "adsl.semicolon.csv", sep=";", lineterminator="\r\n", **options)
    frame.to_csv(HERE / "adsl.tab.csv", sep="\t", **options)
    frame.to_csv(HERE / "adsl.utf-16.csv", encoding="utf-16", **options)
    plain = frame.to_csv(sep=";", lineterminator="\r\n", **options)
    (HERE / "adsl.sep.csv").write_bytes(("sep=;\r\n" + plain).encode("utf-8-sig"))


def dataset_json():
    """Dataset-JSON 1.1 as its specification says, written by Python's own json and zlib: nulls for missing values, a date with the target of a number."""
    def column(name, kind, label, sas_format):
        column = {"itemOID": f"IT.ADSL.{name}", "name": name, "label": label, "dataType": {"text": "string", "numeric": "double", "date": "date"}[kind]}
        if kind == "date":
            column["targetDataType"] = "integer"
        return column | ({"displayFormat": sas_format} if sas_format else {})

    def cell(value):
        return value.isoformat() if isinstance(value, dt.date) else value

    head = {"datasetJSONCreationDateTime": "2025-01-01T00:00:00", "datasetJSONVersion": "1.1.0", "itemGroupOID": "IG.ADSL", "records": len(ROWS),
            "name": "ADSL", "label": "Subject-level analysis", "columns": [column(*v) for v in VARIABLES]}
    rows = [[cell(row[n]) for n in NAMES] for row in ROWS]
    (HERE / "adsl.python.json").write_text(json.dumps({**head, "rows": rows}, indent=1), encoding="utf-8")  # all beyond ASCII as escapes
    lines = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in [head, *rows]).encode()
    (HERE / "adsl.python.ndjson").write_bytes(lines)
    (HERE / "adsl.python.dsjc").write_bytes(zlib.compress(lines))
    (HERE / "adsl.python-gzip.dsjc").write_bytes(gzip.compress(lines, mtime=0))


def r():
    with open(HERE / "adsl.r-input.json", "w", encoding="utf-8") as f:
        json.dump({"variables": VARIABLES, **expected()}, f)
    try:
        if shutil.which("Rscript"):
            subprocess.run(["Rscript", HERE / "write.R"], cwd=HERE, check=True)
    finally:
        (HERE / "adsl.r-input.json").unlink()


if __name__ == "__main__":
    (HERE / "expected.json").write_text(json.dumps(expected(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    xport()
    excel()
    text()
    dataset_json()
    r()
