#!/usr/bin/env python3
"""Computes what the tables of the studies in test-data must show, from the files of those studies.

    python3 test-data/expected.py             writes expected/<study>/numbers.json, laboratory.json and endpoints.json, and
                                              expected/sa-or088/case-series.csv
    python3 test-data/expected.py --check     writes nothing; exit 1 where a file would change

The oracle of the tests: it shares nothing with Tabularium and nothing with the generator, reads the datasets with
readers of its own, counts plainly, and computes means, deviations and quantiles in exact fractions. Python 3.9 or
later, standard library only. The rules are those of the project's docs/statistics.md; README.md beside this file says how
each record is to be looked up and where a rule had to be chosen.
"""

import csv
import json
import struct
import sys
import zipfile
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree

from trial_tables import TrialTables

import endpoints_oracle

HERE = Path(__file__).resolve().parent
EPOCH = date(1960, 1, 1)
CRS = "Cytokine release syndrome"
ICANS = "Immune effector cell-associated neurotoxicity syndrome"
RELATED = {"RELATED", "POSSIBLE", "PROBABLE", "DEFINITE", "Y"}

# What study.yaml says, or leaves to the defaults, and which kind of variable each baseline row is.
STUDIES = {
    "sa-or088": {
        "arm": "TRT01A", "cutoff": date(2025, 8, 31), "quantile": 2, "percent": 0,
        "numeric": ["AGE", "WEIGHTBL", "DISDUR"], "categorical": ["SEX", "KBIOPSY"],
        "aesi": True, "tables": {"ae-soc-pt": None, "ae-serious": "serious"},
        "response": {"response": ["SRI4", "LLDAS", "DORIS"]},
        "change": {"change-sledai2k": "SLEDAI2K", "change-pga": "PGA"},
    },
    "sa-po0659": {
        "arm": "TRT01A", "planned": "TRT01P", "cutoff": date(2025, 5, 31), "quantile": 2, "percent": 0,
        "numeric": ["AGE", "WEIGHTBL", "DISDUR", "NPRIOR", "FUPDUR"], "categorical": ["SEX", "LDREG"],
        "aesi": True, "tables": {"ae-soc-pt": None, "ae-serious": "serious"},
        "response": {"response": ["SRI4", "LLDAS", "DORIS"], "response-relapse": ["RELAPSE"]},
        "change": {},
    },
    "lancet-2025": {
        "arm": "TRT01A", "planned": "TRT01P", "cutoff": date(2025, 1, 15), "quantile": 7, "percent": 0,
        "numeric": ["AGE", "DISDUR", "SLEDAIBL"], "categorical": ["SEX", "BIOLFL", "PLASMFL"],
        "aesi": True, "tables": {"ae-soc-pt": None},
        "response": {"response": ["SRI4", "LLDAS", "DORIS"]},
        "change": {"change-sledai2k": "SLEDAI2K"},
    },
    "kn5501": {
        "arm": "TRT01A", "cutoff": date(2025, 9, 30), "quantile": 2, "percent": 1,
        "numeric": ["AGE", "WEIGHTBL", "DISDUR", "NPRIOR"], "categorical": ["SEX", "KBIOPSY", "LDREG"],
        "aesi": True, "tables": {"ae-soc-pt": None, "ae-serious": "serious", "ae-related": "related"},
        "response": {},
        "change": {"change-sledai2k": "SLEDAI2K", "change-pga": "PGA", "change-bilag": "BILAG", "change-preddose": "PREDDOSE"},
        "trial": True, "window": 28, "cohort": None,
    },
    "kn5601-iit": {
        "arm": "COHORT", "cutoff": date(2025, 8, 31), "quantile": 2, "percent": 1,
        "numeric": ["AGE", "WEIGHTBL", "HEIGHTBL", "DISDUR"], "categorical": ["SEX", "KBIOPSY"],
        "aesi": True, "tables": {"ae-soc-pt": None, "ae-serious": "serious", "ae-related": "related"},
        "response": {},
        "change": {"change-sledai2k": "SLEDAI2K", "change-pga": "PGA", "change-bilag": "BILAG", "change-preddose": "PREDDOSE"},
        "trial": True, "window": None, "cohort": "COHORT",
    },
    "ran-101": {
        "arm": "TRT01P", "cutoff": date(2025, 6, 30), "quantile": 2, "percent": 1,
        "numeric": ["AGE", "WEIGHTBL", "BMIBL", "DISDUR"],
        "categorical": ["AGEGR1", "SEX", "RACE", "ETHNIC", "COUNTRY", "STERFL"],
        "aesi": False,
        "tables": {"ae-soc-pt": None, "ae-serious": "serious", "ae-related": "related", "ae-possible": "possible"},
        "response": {"response": ["SRI4", "LLDAS", "DORIS"]},
        "change": {"change-sledai2k": "SLEDAI2K", "change-pga": "PGA"},
    },
}


def main(arguments):
    if arguments not in ([], ["--check"]):
        sys.exit("usage: expected.py [--check]")
    changed = []
    for path, content in files():
        target = HERE / "expected" / path
        if target.is_file() and target.read_bytes() == content:
            continue
        changed.append(path)
        if not arguments:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for path in changed:
        print(("differs: " if arguments else "written: ") + path)
    return 1 if arguments and changed else 0


def files():
    import expected_laboratory  # they use this module's readers and arithmetic
    import expected_safety
    import expected_shells

    yield from expected_laboratory.files()
    yield from expected_safety.files()
    yield from expected_shells.files()
    for name, settings in STUDIES.items():
        study = Study(name, settings)
        lines = [json.dumps(record, ensure_ascii=False) for record in study.records()]
        yield f"{name}/numbers.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")
    for name, child in (("kn5501", False), ("kn5601-iit", True)):
        lines = [json.dumps(record) for record in endpoints(name, child)]
        yield f"{name}/endpoints.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")
    yield "sa-or088/case-series.csv", case_series(Study("sa-or088", STUDIES["sa-or088"])).encode("utf-8")


class Study(TrialTables):
    """One study's datasets and the records that follow from them."""

    def __init__(self, name, settings):
        self.settings, self.arm_variable, self.cutoff = settings, settings["arm"], settings["cutoff"]
        self.data = {path.stem.upper(): read(path) for path in sorted((HERE / name).iterdir()) if path.is_file()
                     and path.suffix != ".yaml"}
        self.adsl = self.data["ADSL"]
        self.by_id = {row["USUBJID"]: row for row in self.adsl}
        arms = {(float(row[self.arm_variable + "N"]), row[self.arm_variable]) for row in self.adsl if row[self.arm_variable]}
        self.arms = [arm for _, arm in sorted(arms)]
        self.out = []

    def records(self):
        self.baseline()
        self.populations()
        self.disposition()
        self.adverse_events()
        for table, codes in self.settings["response"].items():
            self.response(table, codes)
        for table, code in self.settings["change"].items():
            self.change(table, code)
        return self.out

    def trial(self, emergent, causality):
        if self.settings["window"]:
            self.dose_escalation(self.settings["window"])
        self.screening(self.settings["cohort"])
        self.exposure(lambda values: summary(values, self.settings["quantile"]))
        self.infections(emergent, lambda row: row[causality] in RELATED)

    def day(self, value):
        return day(value)

    # --- columns and records

    def columns(self, *flags):
        """(groups, subjects) of each column, for the first of the population flags that ADSL has; safety is by the actual arm."""
        variable = self.arm_variable if "SAFFL" in flags else self.settings.get("planned", self.arm_variable)
        flag = next(flag for flag in flags if flag in self.adsl[0])
        members = [row for row in self.adsl if row[flag] == "Y"]
        for arm in self.arms:
            yield {variable: arm}, [row for row in members if row[variable] == arm]
        yield {}, members

    def add(self, table, groups, variable, level, statistic, value, text=None):
        self.out.append({"table": table, "groups": groups, "variable": variable, "level": level, "statistic": statistic,
                         "value": value, "text": text})

    def share(self, table, groups, variable, level, count, total, text=True):
        """A count and its percentage; the text is the cell that shows both."""
        cell = count_percent(count, total, self.settings["percent"]) if text and total else None
        self.add(table, groups, variable, level, "count", count, cell)
        self.add(table, groups, variable, level, "percent", float(Fraction(100 * count, total)) if total else None, cell)

    def header(self, table, *flags):
        for groups, members in self.columns(*flags):
            self.add(table, groups, None, None, "N", len(members))

    # --- tables

    def baseline(self):
        self.header("baseline", "ITTFL")
        everybody = list(self.columns("ITTFL"))[-1][1]
        for variable in self.settings["numeric"]:
            missing = any(number(row[variable]) is None for row in everybody)
            for groups, members in self.columns("ITTFL"):
                values = [number(row[variable]) for row in members if number(row[variable]) is not None]
                if missing:
                    self.add("baseline", groups, variable, None, "missing", len(members) - len(values))
                for statistic, value in summary(values, self.settings["quantile"]).items():
                    self.add("baseline", groups, variable, None, statistic, value)
        for variable in self.settings["categorical"]:
            levels = sorted({row[variable] for row in everybody if row[variable]})
            levels = ["Y"] if set(levels) <= {"Y", "N"} else levels
            missing = any(not row[variable] for row in everybody)
            for groups, members in self.columns("ITTFL"):
                for level in levels:
                    count = sum(row[variable] == level for row in members)
                    self.share("baseline", groups, variable, level, count, len(members))
                if missing:
                    self.add("baseline", groups, variable, None, "missing", sum(not row[variable] for row in members))

    def populations(self):
        self.header("populations", "ITTFL")
        for flag in ("ENRLFL", "ITTFL", "SAFFL", "EFFFL", "PPROTFL", "INFFL", "DLTEVLFL"):
            if flag in self.adsl[0]:
                for groups, members in self.columns("ITTFL"):
                    count = sum(row[flag] == "Y" for row in members)
                    self.share("populations", groups, flag, None, count, len(members))

    def disposition(self):
        self.header("disposition", "ENRLFL")
        for variable in ("EOSSTT", "DCSREAS"):
            for level in sorted({row.get(variable, "") for row in self.adsl if row["ENRLFL"] == "Y"} - {""}):
                for groups, members in self.columns("ENRLFL"):
                    count = sum(row[variable] == level for row in members)
                    self.share("disposition", groups, variable, level, count, len(members))

    def adverse_events(self):
        emergent = [row for row in self.data["ADAE"] if row["TRTEMFL"] == "Y"]
        causality = "AREL" if "AREL" in emergent[0] else "AEREL"
        tests = {
            "Any adverse event": lambda row: True,
            "Treatment-related adverse event": lambda row: row[causality] in RELATED,
            "Serious adverse event": lambda row: row["AESER"] == "Y",
            "Treatment-related serious adverse event": lambda row: row["AESER"] == "Y" and row[causality] in RELATED,
            "Grade ≥3 adverse event": lambda row: row["AETOXGR"] in ("3", "4", "5"),
            "Adverse event leading to death": lambda row: row["AESDTH"] == "Y",
            "Adverse event leading to discontinuation": lambda row: row["AEACN"] == "DRUG WITHDRAWN",
        }
        if "AEDLTFL" in emergent[0]:
            tests["Dose-limiting toxicity"] = lambda row: row["AEDLTFL"] == "Y"
        self.header("ae-overview", "SAFFL")
        for groups, members in self.columns("SAFFL"):
            for label, test in tests.items():
                self.share("ae-overview", groups, None, label, self.subjects(emergent, members, test), len(members))
        filters = {
            None: lambda row: True,
            "serious": tests["Serious adverse event"],
            "related": tests["Treatment-related adverse event"],
            "possible": lambda row: row[causality] in ("POSSIBLE", "PROBABLE"),
        }
        for table, name in self.settings["tables"].items():
            self.by_class_and_term(table, [row for row in emergent if filters[name](row)], name is None)
        if self.settings["aesi"]:
            self.special_interest(emergent)
        if self.settings.get("trial"):
            self.trial(emergent, causality)

    def by_class_and_term(self, table, events, any_row):
        if not events:
            return
        self.header(table, "SAFFL")
        pairs = sorted({(row["AEBODSYS"], row["AEDECOD"]) for row in events})
        for groups, members in self.columns("SAFFL"):
            here = {row["USUBJID"] for row in members}
            rows = [(system, lambda row, s=system: row["AEBODSYS"] == s) for system in sorted({s for s, _ in pairs})]
            rows += [(list(pair), lambda row, p=pair: (row["AEBODSYS"], row["AEDECOD"]) == p) for pair in pairs]
            if any_row:
                rows.insert(0, ("Any adverse event", lambda row: True))
            for level, test in rows:
                self.share(table, groups, None, level, self.subjects(events, members, test), len(members), text=False)
                count = sum(test(row) and row["USUBJID"] in here for row in events)
                self.add(table, groups, None, level, "events", count)

    def special_interest(self, emergent):
        self.header("aesi", "SAFFL")
        for groups, members in self.columns("SAFFL"):
            for term in (CRS, ICANS):
                worst = {}
                for row in emergent:
                    if row["AEDECOD"] == term:
                        worst[row["USUBJID"]] = max(worst.get(row["USUBJID"], 0), int(row.get("ASTCTGR") or row["AETOXGR"]))
                here = [worst[row["USUBJID"]] for row in members if row["USUBJID"] in worst]
                self.share("aesi", groups, None, [term, "Any grade"], len(here), len(members))
                for grade in (1, 2, 3, 4):
                    self.share("aesi", groups, None, [term, f"Grade {grade}"], here.count(grade), len(members))
                self.share("aesi", groups, None, [term, "Grade ≥3"], sum(grade >= 3 for grade in here), len(members))
        if self.settings.get("trial"):
            for term in (CRS, ICANS):
                self.treated_events(emergent, term)

    def subjects(self, events, members, test):
        found = {row["USUBJID"] for row in events if test(row)}
        return sum(row["USUBJID"] in found for row in members)

    def response(self, table, codes):
        self.header(table, "EFFFL", "ITTFL")
        for code in codes:
            answers = {}  # visit number and name -> subject -> Y or N
            for row in self.analysed("ADEFF", code):
                answers.setdefault((number(row["AVISITN"]), row["AVISIT"]), {})[row["USUBJID"]] = row["AVALC"]
            visits = sorted(answers)
            for groups, members in self.columns("EFFFL", "ITTFL"):
                ids = [row["USUBJID"] for row in members]
                reached = {visit: [who for who in ids if self.reached(who, visit, answers)] for visit in visits}
                for visit in visits:
                    count = sum(answers[visit].get(who) == "Y" for who in reached[visit])
                    self.responders(table, groups, code, visit[1], count, len(reached[visit]))
                some = [who for who in ids if any(who in reached[visit] for visit in visits)]
                given = {who: [answers[visit][who] for visit in visits if answers[visit].get(who)] for who in some}
                count = sum("Y" in given[who] for who in some)
                self.responders(table, groups, code, "At any visit", count, len(some))
                count = sum(given[who][-1:] == ["Y"] for who in some)
                self.responders(table, groups, code, "At last assessment", count, len(some))

    def responders(self, table, groups, code, visit, count, total):
        groups = groups | {"PARAMCD": code, "AVISIT": visit}
        self.add(table, groups, None, None, "n", total)
        self.share(table, groups, None, None, count, total, text=False)

    def reached(self, who, visit, answers):
        """Treated, and the visit's nominal day is not after the cut-off or an assessment is there."""
        first = day(self.by_id[who]["TRTSDT"])
        if first is None:
            return False
        return nominal(first, visit[1]) <= self.cutoff or bool(answers[visit].get(who))

    def change(self, table, code):
        self.header(table, "EFFFL", "ITTFL")
        rows = self.analysed("ADQS", code)
        visits = sorted({(number(row["AVISITN"]), row["AVISIT"]) for row in rows})
        for groups, members in self.columns("EFFFL", "ITTFL"):
            ids = {row["USUBJID"] for row in members}
            for visit in visits:
                here = [row for row in rows if row["USUBJID"] in ids and row["AVISIT"] == visit[1]]
                for variable in ("AVAL", "CHG") if visit[0] else ("AVAL",):
                    values = [number(row[variable]) for row in here if number(row[variable]) is not None]
                    for statistic, value in summary(values, self.settings["quantile"]).items():
                        if statistic not in ("q1", "q3"):
                            self.add(table, groups | {"PARAMCD": code, "AVISIT": visit[1]}, variable, None, statistic, value)

    def analysed(self, dataset, code):
        rows = [row for row in self.data[dataset] if row["PARAMCD"] == code and row["ANL01FL"] == "Y"]
        keys = [(row["USUBJID"], row["AVISIT"]) for row in rows]
        assert len(set(keys)) == len(keys), (dataset, code)
        return rows


def case_series(study):
    """The abstract's table, from the datasets."""
    header = ["ID", "Age", "Gender", "Duration of Disease (Years)", "Kidney biopsy", "Dose", "CRS", "Follow up period(M)",
              "SLEDAI-2K Baseline", "SLEDAI-2K at present"]
    lines = [header]
    for subject in sorted(study.adsl, key=lambda row: row["SUBJID"]):
        who = subject["USUBJID"]
        grades = [int(row["ASTCTGR"]) for row in study.data["ADAE"]
                  if row["USUBJID"] == who and row["AEDECOD"] == CRS and row["TRTEMFL"] == "Y"]
        scores = sorted((number(row["AVISITN"]), number(row["AVAL"])) for row in study.data["ADQS"]
                        if row["USUBJID"] == who and row["PARAMCD"] == "SLEDAI2K")
        roman = ["/", "I", "II", "III", "IV", "V"][max(grades, default=0)]
        lines.append([subject["SUBJID"], plain(number(subject["AGE"])), subject["SEX"], plain(number(subject["DISDUR"])),
                      subject["KBIOPSY"] or "/", subject["TRT01A"], roman,
                      plain(number(subject["FUPDUR"])), plain(scores[0][1]), plain(scores[-1][1])])
    assert not any("," in field or '"' in field for line in lines for field in line)
    return "".join(",".join(line) + "\n" for line in lines)


# --- statistics


def endpoints(name, child):
    """The endpoints of a study that has their components, from ADQS (CSV or NDJSON) and the weights of ADSL."""
    folder = HERE / name
    adsl = read(next(folder.glob("adsl.*")))
    weights = {row["USUBJID"]: number(row["WEIGHTBL"]) for row in adsl}
    adqs = next(folder.glob("adqs.*"))
    rows = read(adqs) if adqs.suffix == ".csv" else read_ndjson(adqs)
    rows = [row | {"AVAL": number(row["AVAL"]), "AVISITN": float(row["AVISITN"])} for row in rows if row["USUBJID"] in weights]
    return endpoints_oracle.derive(rows, weights, child)


def read_ndjson(path):
    """Rows of Dataset-JSON in lines, missing text as ""."""
    metadata, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = [(column["name"], column["dataType"]) for column in json.loads(metadata)["columns"]]
    return [{name: "" if cell is None and kind == "string" else cell
             for (name, kind), cell in zip(columns, json.loads(line))} for line in lines]


def summary(values, quantile_type):
    """n, mean, sd, median, quartiles, extremes of Fractions; no value has none but n, one value has no sd."""
    result = {"n": len(values)}
    if not values:
        return result
    mean = sum(values) / len(values)
    squares = sum((value - mean) ** 2 for value in values)
    result["mean"] = float(mean)
    result["sd"] = root(squares / (len(values) - 1)) if len(values) > 1 else None
    for name, share in (("median", Fraction(1, 2)), ("q1", Fraction(1, 4)), ("q3", Fraction(3, 4))):
        result[name] = float(quantile(sorted(values), share, quantile_type))
    return result | {"min": float(min(values)), "max": float(max(values))}


def quantile(values, share, kind):
    """Hyndman and Fan's type 2 (averages at the steps of the distribution function) and 7 (linear, R's default)."""
    count = len(values)
    if kind == 2:
        place = count * share
        upper = int(place)
        return (values[upper - 1] + values[upper]) / 2 if place.denominator == 1 else values[upper]
    assert kind == 7
    place = (count - 1) * share
    lower = int(place)
    return values[lower] + (place - lower) * (values[min(lower + 1, count - 1)] - values[lower])


def root(fraction):
    context = Context(prec=40)
    return float(context.sqrt(context.divide(Decimal(fraction.numerator), Decimal(fraction.denominator))))


def count_percent(count, total, decimals):
    """"12 (54.5%)" as docs/statistics.md says: "0" for none, "22 (100%)" for all, half away from zero, from the integers."""
    if count == 0:
        return "0"
    if count == total:
        return f"{count} (100%)"
    unit = Decimal(1).scaleb(-decimals)
    percent = (Decimal(100 * count) / Decimal(total)).quantize(unit, ROUND_HALF_UP)
    if percent == 0:
        return f"{count} (<{unit}%)"
    if percent == 100:
        return f"{count} (>{100 - unit}%)"
    return f"{count} ({percent}%)"


def nominal(first, visit):
    """The day on which "Month 3" or "Week 12" after the first treatment falls."""
    if visit == "Baseline":
        return first
    unit, count = visit.split()
    if unit == "Week":
        return first + timedelta(days=7 * int(count))
    assert unit == "Month"
    year, month = divmod(first.year * 12 + first.month - 1 + int(count), 12)
    for last in (first.day, 30, 29, 28):
        try:
            return date(year, month + 1, min(first.day, last))
        except ValueError:
            continue


# --- values and files


def number(value):
    """The exact decimal that was collected (a double of a file stands for its shortest decimal), or None."""
    return None if value in ("", None) else Fraction(str(value))


def plain(value):
    return str(value.numerator) if value.denominator == 1 else str(float(value))


def day(value):
    if value in ("", None):
        return None
    return date.fromisoformat(value) if isinstance(value, str) else EPOCH + timedelta(days=int(value))


def read(path):
    """Rows as dicts: text stripped at its end, numbers of XPORT as floats, missing as "" or None."""
    if path.suffix == ".csv":
        with open(path, encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))
    if path.suffix == ".xlsx":
        return read_xlsx(path)
    if path.suffix in (".json", ".ndjson"):
        return read_dataset_json(path)
    return read_xport(path.read_bytes())


def read_dataset_json(path):
    """Dataset-JSON 1.1: one object, or one line of metadata and a line a row."""
    if path.suffix == ".json":
        document = json.loads(path.read_text("utf-8"))
        rows = document["rows"]
    else:
        document, *rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    names = [column["name"] for column in document["columns"]]
    return [dict(zip(names, row)) for row in rows]


def read_xlsx(path):
    """The first sheet with inline strings and numbers, the header row first; a cell that is not there is ""."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    lines = []
    for row in sheet.iter(space + "row"):
        cells = {}
        for cell in row:
            text = "".join(part.text or "" for part in cell.iter() if part.tag in (space + "t", space + "v"))
            cells["".join(filter(str.isalpha, cell.get("r")))] = text
        lines.append(cells)
    header = lines[0]
    return [{name: line.get(place, "") for place, name in header.items()} for line in lines[1:]]


def read_xport(content):
    """SAS transport version 5: a header of 8 records, 140 bytes a variable, a header record, rows without gaps."""
    count = int(content[7 * 80 + 54 : 7 * 80 + 58])
    variables, width = [], 0
    for index in range(count):
        namestr = content[640 + 140 * index : 640 + 140 * (index + 1)]
        kind, _, length = struct.unpack(">hhh", namestr[:6])
        (start,) = struct.unpack(">l", namestr[84:88])
        variables.append((namestr[8:16].decode().rstrip(), kind, start, length))
        width = max(width, start + length)
    start = 640 + -(-140 * count // 80) * 80
    assert content[start : start + 20] == b"HEADER RECORD*******"
    body, rows = content[start + 80 :], []
    for offset in range(0, len(body) - width + 1, width):
        row = {}
        for name, kind, place, length in variables:
            field = body[offset + place : offset + place + length]
            row[name] = from_ibm(field) if kind == 1 else field.decode("utf-8").rstrip(" ")
        rows.append(row)
    return rows


def from_ibm(field):
    """A missing value is one of ._A-Z and seven zero bytes."""
    if field[1:] == bytes(7) and field[0] != 0:
        assert chr(field[0]) in "._ABCDEFGHIJKLMNOPQRSTUVWXYZ", field
        return None
    (bits,) = struct.unpack(">Q", field)
    size = (bits & (2**56 - 1)) * 16.0 ** ((bits >> 56 & 127) - 64 - 14)
    return -size if bits >> 63 else size


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
