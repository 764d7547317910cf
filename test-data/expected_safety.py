"""What the tables of safety, exposure and medications must show of saf-202.

Part of the oracle of expected.py, which see: written from docs/statistics.md, docs/shells.md and the footnotes of the tables, not from
Tabularium; it counts plainly, subject by subject, in exact fractions.
"""

import json
from fractions import Fraction
from pathlib import Path

import expected
from expected import number

HERE = Path(__file__).resolve().parent
RELATED = {"RELATED"}
SEVERITIES = ["MILD", "MODERATE", "SEVERE"]


def files():
    study = Safety("saf-202")
    lines = [json.dumps(record, ensure_ascii=False) for record in study.records()]
    yield "saf-202/numbers.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")


class Safety:
    """One study whose arms are TRT01A of the safety population and TRT01P of the others."""

    def __init__(self, name):
        self.data = {path.name.split(".")[0].upper(): expected.read(path) for path in (HERE / name).iterdir()
                     if path.suffix in (".csv", ".xpt")}
        self.subjects = {row["USUBJID"]: row for row in self.data["ADSL"]}
        self.out = []

    def columns(self, table):
        variable, flag = ("TRT01A", "SAFFL") if table not in ("medical-history", "deviations", "enrolment") else ("TRT01P", "ITTFL")
        members = [s for s in self.subjects.values() if s[flag] == "Y"]
        for arm in sorted({s[variable] for s in members}):
            yield {variable: arm}, {s["USUBJID"] for s in members if s[variable] == arm}
        yield {}, {s["USUBJID"] for s in members}

    def add(self, table, groups, variable, level, statistic, value, text=None):
        self.out.append({"table": table, "groups": groups, "variable": variable, "level": level, "statistic": statistic,
                         "value": value, "text": text})

    def count(self, table, rows, variable, level, events=False, more=None, among=None):
        """Subjects with one of the rows and, where asked for, the rows."""
        for groups, subjects in self.columns(table):
            of = subjects if among is None else subjects & among
            found = {row["USUBJID"] for row in rows} & of
            keys = groups | (more or {})
            self.add(table, keys, variable, level, "count", len(found), expected.count_percent(len(found), len(of), 1) if of else None)
            self.add(table, keys, variable, level, "percent", float(Fraction(100 * len(found), len(of))) if of else None)
            if events:
                self.add(table, keys, variable, level, "events", sum(row["USUBJID"] in subjects for row in rows))

    def nest(self, table, rows, outer, inner, events=False, label=None, graded=None):
        head = [label] if label else []
        for group in sorted({row[outer] for row in rows}):
            within = [row for row in rows if row[outer] == group]
            self.level(table, within, outer, head + [group], events, graded)
            for term in sorted({row[inner] for row in within}):
                self.level(table, [row for row in within if row[inner] == term], inner, head + [group, term], events, graded)

    def level(self, table, rows, variable, level, events, graded):
        self.count(table, rows, variable, level, events)
        for severity in graded or ():
            worst = {}
            for row in rows:
                worst[row["USUBJID"]] = max(worst.get(row["USUBJID"], 0), SEVERITIES.index(row["AESEV"]))
            have = [{"USUBJID": who} for who, at in worst.items() if SEVERITIES[at] == severity]
            if have:
                self.count(table, have, variable, level + [severity.capitalize()])

    def describe(self, table, of, more, variable, level=None):
        """Statistics of one number a subject: `of` by USUBJID."""
        for groups, subjects in self.columns(table):
            values = [of[who] for who in sorted(subjects) if of.get(who) is not None]
            for statistic, value in expected.summary(values, 2).items():
                self.add(table, groups | more, variable, level, statistic, value)

    def records(self):
        self.medications()
        self.once("medical-history", "ADMH", "Any medical history", "MHBODSYS", "MHDECOD")
        self.deviations()
        self.enrolment()
        self.exposure()
        self.events()
        for table, dataset in (("vital-signs", "ADVS"), ("ecg", "ADEG")):
            self.by_visit(table, dataset)
        return self.out

    def once(self, table, dataset, label, outer, inner, where=lambda row: True):
        rows = [row for row in self.data[dataset] if where(row)]
        self.count(table, rows, None, [label])
        self.nest(table, rows, outer, inner)

    def medications(self):
        self.once("medications", "ADCM", "Any concomitant medication", "CMCLAS", "CMDECOD", lambda row: row["ONTRTFL"] == "Y")
        self.once("medications-prior", "ADCM", "Any prior medication", "CMCLAS", "CMDECOD", lambda row: row["PREFL"] == "Y")

    def deviations(self):
        rows = self.data["ADDV"]
        self.count("deviations", rows, None, ["Any protocol deviation"], True)
        self.count("deviations", [r for r in rows if r["DVCAT"] == "MAJOR"], None, ["Important protocol deviation"], True)
        self.nest("deviations", rows, "DVCAT", "DVDECOD", True)

    def enrolment(self):
        for variable in ("REGION1", "COUNTRY", "SITEID"):
            for level in sorted({s[variable] for s in self.subjects.values()}):
                self.count("enrolment", [s for s in self.subjects.values() if s[variable] == level], variable, [level])

    def exposure(self):
        for variable in ("TRTDURD", "CUMDOSE", "AVGDD"):
            self.describe("exposure-dose", {who: number(s[variable]) for who, s in self.subjects.items()}, {}, variable)
        for weeks in (4, 12, 24, 48):
            self.count("exposure-dose", [s for s in self.subjects.values() if s["TRTDURD"] not in ("", None) and s["TRTDURD"] >= 7 * weeks],
                       None, [f"At least {weeks} weeks of treatment"])

    def events(self):
        emergent = [row for row in self.data["ADAE"] if row["TRTEMFL"] == "Y"]
        stopped = [row for row in emergent if row["AEACN"] == "DRUG WITHDRAWN"]
        self.count("ae-discontinuation", stopped, None, ["Any adverse event leading to discontinuation"], True)
        self.nest("ae-discontinuation", stopped, "AEBODSYS", "AEDECOD", True)
        changed = [row for row in emergent if row["AEACN"] in ("DOSE REDUCED", "DRUG INTERRUPTED")]
        self.count("ae-dose-change", changed, None, ["Any adverse event leading to dose reduction or interruption"], True)
        for action, label in (("DOSE REDUCED", "Dose reduced"), ("DRUG INTERRUPTED", "Drug interrupted")):
            self.count("ae-dose-change", [row for row in changed if row["AEACN"] == action], None, [label], True)
        self.nest("ae-dose-change", changed, "AEBODSYS", "AEDECOD", True)
        for label, rows in (("Treatment-related", [r for r in emergent if r["AREL"] in RELATED]),
                            ("Not treatment-related", [r for r in emergent if r["AREL"] not in RELATED])):
            self.level("ae-severity-relationship", rows, None, [label], False, SEVERITIES)
            self.nest("ae-severity-relationship", rows, "AEBODSYS", "AEDECOD", False, label, SEVERITIES)
        self.rates(emergent)

    def rates(self, emergent):
        """Events by 100 patient-years from the first to the last treatment, both days included."""
        years = {who: Fraction(int(s["TRTEDT"] - s["TRTSDT"]) + 1, 1) / Fraction("365.25")
                 for who, s in self.subjects.items() if s["TRTSDT"] not in ("", None)}
        for label, rows in (("Any adverse event", emergent), ("Serious adverse event", [r for r in emergent if r["AESER"] == "Y"])):
            self.count("ae-rates", rows, None, [label], True)
            for groups, subjects in self.columns("ae-rates"):
                time = sum(years[who] for who in subjects)
                events = sum(row["USUBJID"] in subjects for row in rows)
                self.add("ae-rates", groups, None, [label, "Per 100 patient-years"], "rate", float(100 * events / time))

    def by_visit(self, table, dataset):
        records = {}
        for row in self.data[dataset]:
            key = (row["PARAMCD"], row.get("ATPT") or "", row["AVISIT"])
            records.setdefault(key, {})[row["USUBJID"]] = row
        for (code, point, visit), rows in records.items():
            more = {"PARAMCD": code, "AVISIT": visit} | ({"ATPT": point} if point else {})
            self.describe(table, {who: number(row["AVAL"]) for who, row in rows.items()}, more, "AVAL")
            if visit != "Baseline":
                base = records[code, point, "Baseline"]
                change = {who: number(row["AVAL"]) - number(base[who]["AVAL"]) for who, row in rows.items() if who in base}
                self.describe(table, change, more, "CHG")
