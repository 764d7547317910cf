"""What the laboratory, BILAG, steroid and renal tables must show of the studies that have such data.

Part of the oracle of expected.py, which see: written from the project's docs/statistics.md and docs/endpoints.md and from the footnotes that
the tables print, not from Tabularium; it counts plainly, subject by subject, in exact fractions.

Rules, in short. Baseline is the record with ABLFL = Y; later is what has a later date. The worst later level is of all later records,
analysed or not, scheduled or not. Shares in a shift are of the subjects with a level before and after; shares at a visit of those
with a value there. Near a study day the nearest value within 7 days counts, of two equally near ones the later.
"""

import json
import math
from datetime import date
from fractions import Fraction
from pathlib import Path
from statistics import NormalDist

import expected
from expected import number

HERE = Path(__file__).resolve().parent

STUDIES = {
    "kn5501": {"arm": "TRT01A", "quantile": 2, "percent": 1},
    "kn5601-iit": {"arm": "COHORT", "quantile": 2, "percent": 1},
}

ALL_GRADES = ["Grade 0", "Grade 1", "Grade 2", "Grade 3", "Grade 4"]
# below the lower limit is grade 1; then the bounds of grades 2, 3, 4
LOW = {"NEUT": (1.5, 1.0, 0.5), "PLAT": (75, 50, 25), "WBC": (3, 2, 1), "LYM": (0.8, 0.5, 0.2), "HGB": (100, 80)}
# multiples of the upper limit for grades 2, 3, 4
HIGH = {"ALT": (3, 5, 20), "AST": (3, 5, 20), "BILI": (1.5, 3, 10), "CREAT": (1.5, 3, 6)}
BLOOD = ["NEUT", "PLAT", "WBC", "LYM", "HGB"]


def files():
    for name, settings in STUDIES.items():
        study = Laboratory(name, settings)
        study.records()
        lines = [json.dumps({"table": table, "groups": dict(groups), "values": values}, ensure_ascii=False)
                 for (table, groups), values in study.out.items()]
        yield f"{name}/laboratory.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")


def rows_of(folder, dataset):
    for path in sorted(folder.iterdir()):
        if path.name.split(".")[0].upper() == dataset:
            if path.suffix == ".ndjson":
                first, *rest = path.read_text(encoding="utf-8").splitlines()
                names = [column["name"] for column in json.loads(first)["columns"]]
                return [dict(zip(names, json.loads(line))) for line in rest]
            return expected.read(path)
    raise FileNotFoundError(dataset)


class Laboratory:
    """One study."""

    def __init__(self, name, settings):
        folder = HERE / name
        self.settings, self.arm_variable = settings, settings["arm"]
        self.adsl = rows_of(folder, "ADSL")
        self.by_id = {row["USUBJID"]: row for row in self.adsl}
        self.adlb, self.adqs = rows_of(folder, "ADLB"), rows_of(folder, "ADQS")
        arms = {(float(row[self.arm_variable + "N"]), row[self.arm_variable]) for row in self.adsl if row[self.arm_variable]
                and row.get("SCRFFL") != "Y"}
        self.arms = [arm for _, arm in sorted(arms)]
        self.out = {}  # table and groups -> [variable, level, statistic, value, text] of each record

    def records(self):
        self.lab_shift()
        self.lab_change()
        self.bilag()
        self.steroid()
        self.b_cell()
        self.cytopenia()
        self.renal()

    # --- who, where, what

    def columns(self, *flags):
        """(groups, identifiers) of each arm, then of all."""
        flag = next(flag for flag in flags if flag in self.adsl[0])
        members = [row for row in self.adsl if row[flag] == "Y"]
        for arm in self.arms:
            yield {self.arm_variable: arm}, {row["USUBJID"] for row in members if row[self.arm_variable] == arm}
        yield {}, {row["USUBJID"] for row in members}

    SAFETY, EFFICACY = ("SAFFL",), ("EFFFL", "ITTFL")

    def add(self, table, groups, variable, level, statistic, value, text=None):
        self.out.setdefault((table, tuple(groups.items())), []).append([variable, level, statistic, value, text])

    def share(self, table, groups, variable, level, count, total):
        text = expected.count_percent(count, total, self.settings["percent"]) if total else None
        self.add(table, groups, variable, level, "count", count, text)
        if count or not total:
            self.add(table, groups, variable, level, "percent", float(Fraction(100 * count, total)) if total else None, text)

    def parameters(self, rows):
        return sorted({row["PARAMCD"] for row in rows})

    @staticmethod
    def of(rows, code):
        return [row for row in rows if row["PARAMCD"] == code]

    def history(self, rows):
        """Subject -> (baseline record or None, later records in their order) of the records of one parameter with a value."""
        history = {}
        for who in {row["USUBJID"] for row in rows}:
            mine = [row for row in rows if row["USUBJID"] == who and (row["AVAL"] not in ("", None) or row.get("AVALC"))]
            base = [row for row in mine if row["ABLFL"] == "Y"]
            assert len(base) < 2, base
            since = day(base[0]["ADT"]) if base else day(self.by_id[who]["TRTSDT"])
            if since is None:
                continue
            history[who] = (base[0] if base else None, [row for row in mine if day(row["ADT"]) > since])
        return history

    @staticmethod
    def at(rows, visit):
        """Subject -> the analysed record with a value at a visit."""
        found = {}
        for row in rows:
            if row["AVISIT"] == visit and row["ANL01FL"] == "Y" and (row["AVAL"] not in ("", None) or row.get("AVALC")):
                assert row["USUBJID"] not in found, row
                found[row["USUBJID"]] = row
        return found

    @staticmethod
    def visits(rows):
        return [name for _, name in sorted({(number(row["AVISITN"]), row["AVISIT"]) for row in rows
                                            if "nscheduled" not in row["AVISIT"]})]

    # --- grades

    def grade(self, row, base):
        """CTCAE 5.0, from the study's grade or the value; None where neither says it. `base` is None for the baseline value itself."""
        code, value = row["PARAMCD"], number(row["AVAL"])
        if row["ATOXGR"] not in ("", None):
            return int(row["ATOXGR"])
        low, high = number(row["ANRLO"]), number(row["ANRHI"])
        if value is None:
            return None
        if code in LOW:
            bounds = [low] + [Fraction(str(bound)) for bound in LOW[code]]
            return sum(value < bound for bound in bounds)
        if code == "CREAT":
            grade = sum(value > high * Fraction(str(multiple)) for multiple in (1,) + HIGH[code])
            risen = 0 if base is None else 3 if value > 3 * base else 2 if value > base * Fraction(3, 2) else 0
            return max(grade, risen)
        if code in HIGH:
            abnormal = base is not None and base > high
            unit = base if abnormal else high
            above = sum(value > unit * Fraction(str(multiple)) for multiple in HIGH[code])
            if above:
                return above + 1
            if not abnormal:
                return int(value > high)
            return int(value >= base * Fraction(3, 2)) if code in ("ALT", "AST") else int(value > base)
        return None

    def graded(self, code):
        return code in LOW or code in HIGH

    @staticmethod
    def graded_variable(code):
        """Grades of low and of high values are two variables; what has no grades is shown by its range."""
        if code in LOW:
            return "ATOXGRL"
        return "ATOXGRH" if code in HIGH else "ANRIND"

    # --- shifts

    def lab_shift(self):
        for code in self.parameters(self.adlb):
            history = self.history(self.of(self.adlb, code))
            before, after = {}, {}
            for who, (base, later) in history.items():
                value = number(base["AVAL"]) if base else None
                if self.graded(code):
                    if base:
                        before[who] = f"Grade {self.grade(base, None)}"
                    grades = [grade for grade in (self.grade(row, value) for row in later) if grade is not None]
                    if grades:
                        after[who] = f"Grade {max(grades)}"
                else:
                    if base and base["ANRIND"]:
                        before[who] = base["ANRIND"]
                    seen = {row["ANRIND"] for row in later} - {"", "NORMAL"}
                    if later:
                        after[who] = "LOW AND HIGH" if len(seen) == 2 else next(iter(seen), "NORMAL")
            levels = ALL_GRADES if self.graded(code) else ["LOW", "NORMAL", "HIGH"]
            variable = self.graded_variable(code)
            self.shift("lab-shift", self.SAFETY, {"PARAMCD": code}, variable, levels, before, after)

    def shift(self, table, flags, key, variable, levels, before, after):
        everybody = list(self.columns(*flags))[-1][1]
        found = [level for level in levels if any(before.get(who) == level and who in after for who in everybody)]
        for groups, members in self.columns(*flags):
            groups = groups | key
            both = [who for who in members if who in before and who in after]
            self.add(table, groups, variable, None, "n", len(both))
            for base in found:
                self.share(table, groups, variable, base, sum(before[who] == base for who in both), len(both))
                for level in levels:
                    count = sum(before[who] == base and after[who] == level for who in both)
                    self.share(table, groups, variable, [base, level], count, len(both))
            lost = [who for who in everybody if who in before and who not in after]
            if lost:
                self.add(table, groups, variable, "No later value", "count", sum(who in members for who in lost))
            new = [who for who in everybody if who not in before and who in after]
            if new:
                self.add(table, groups, variable, "Baseline missing", "count", sum(who in members for who in new))

    def bilag(self):
        for system in range(1, 10):
            rows = self.of(self.adqs, f"BILAG{system}")
            if not rows:
                continue
            before = {row["USUBJID"]: row["AVALC"] for row in rows if row["ABLFL"] == "Y" and row["AVALC"]}
            for visit in self.visits(rows):
                if visit != "Baseline":
                    after = {who: row["AVALC"] for who, row in self.at(rows, visit).items()}
                    self.shift("bilag", self.EFFICACY, {"PARAMCD": f"BILAG{system}", "AVISIT": visit}, "AVALC", list("ABCDE"),
                               before, after)

    # --- values by visit

    def lab_change(self):
        for code in self.parameters(self.adlb):
            rows = self.of(self.adlb, code)
            for visit in self.visits(rows):
                here = self.at(rows, visit)
                for groups, members in self.columns(*self.SAFETY):
                    for variable in ("AVAL",) if visit == "Baseline" else ("AVAL", "CHG"):
                        values = [number(row[variable]) for who, row in here.items() if who in members
                                  and number(row[variable]) is not None]
                        self.summary("lab-change", groups | {"PARAMCD": code, "AVISIT": visit}, variable, values)

    def summary(self, table, groups, variable, values):
        for statistic, value in expected.summary(values, self.settings["quantile"]).items():
            if table != "lab-change" or statistic not in ("q1", "q3"):
                self.add(table, groups, variable, None, statistic, value)

    def thresholds(self, table, flags, rows, code, tests, summarised=True):
        for visit in self.visits(rows):
            here = {who: number(row["AVAL"]) for who, row in self.at(rows, visit).items()}
            for groups, members in self.columns(*flags):
                values = [value for who, value in here.items() if who in members]
                groups = groups | {"PARAMCD": code, "AVISIT": visit}
                if summarised:
                    self.summary(table, groups, "AVAL", values)
                for label, test in tests.items():
                    self.share(table, groups, "AVAL", label, sum(test(value) for value in values), len(values))

    def steroid(self):
        self.thresholds("steroid", self.EFFICACY, self.of(self.adqs, "PREDDOSE"), "PREDDOSE", {
            "0 mg/day": lambda dose: dose == 0, "≤5 mg/day": lambda dose: dose <= 5,
            "≤7.5 mg/day": lambda dose: dose <= Fraction(15, 2)})

    def b_cell(self):
        rows = self.of(self.adlb, "CD19")
        self.thresholds("b-cell", self.SAFETY, rows, "CD19", {
            "Aplasia (<10 cells/µL)": lambda count: count < 10, "≥50 cells/µL": lambda count: count >= 50})
        self.transition("b-cell", self.SAFETY, rows, "CD19", "Aplasia after baseline", "Reconstitution",
                        lambda row, base: number(row["AVAL"]) < 10, lambda row, base: number(row["AVAL"]) >= 50, True)

    # --- near a day, and from one state to another

    def cytopenia(self):
        for code in BLOOD:
            rows = self.of(self.adlb, code)
            history = self.history(rows)
            for target in (28, 90):
                near = {}
                for who, (base, later) in history.items():
                    value = number(base["AVAL"]) if base else None
                    # of two equally near ones the later
                    choice = [(abs(int(row["ADY"]) - target), -int(row["ADY"]), self.grade(row, value)) for row in later
                              if abs(int(row["ADY"]) - target) <= 7]
                    if choice:
                        near[who] = min(choice)[2]
                for groups, members in self.columns(*self.SAFETY):
                    here = [grade for who, grade in near.items() if who in members]
                    groups = groups | {"PARAMCD": code, "AVISIT": f"Day {target}"}
                    self.add("cytopenia", groups, "AVAL", None, "n", len(here))
                    self.share("cytopenia", groups, "AVAL", "Grade ≥3", sum(grade >= 3 for grade in here), len(here))
            self.transition("cytopenia", self.SAFETY, rows, code, "Grade ≥3 after baseline", "Recovery to grade ≤2",
                            lambda row, base: self.grade(row, base) >= 3, lambda row, base: self.grade(row, base) <= 2, False)

    def transition(self, table, flags, rows, code, begin, end, begins, ends, from_treatment, who_counts=lambda who: True):
        seen, times = set(), {}
        for who, (base, later) in self.history(rows).items():
            if not later or not who_counts(who):
                continue
            seen.add(who)
            value = number(base["AVAL"]) if base else None
            first = min((int(row["ADY"]) for row in later if begins(row, value)), default=None)
            if first is not None:
                over = min((int(row["ADY"]) for row in later if int(row["ADY"]) > first and ends(row, value)), default=None)
                until = over if over is not None else max(int(row["ADY"]) for row in later)
                times[who] = (until - (1 if from_treatment else first), over is not None)
        for groups, members in self.columns(*flags):
            groups = groups | {"PARAMCD": code}
            mine = [times[who] for who in times if who in members]
            self.add(table, groups, "AVAL", None, "n", len(seen & members))
            self.share(table, groups, "AVAL", begin, len(mine), len(seen & members))
            self.share(table, groups, "AVAL", [begin, end], sum(event for _, event in mine), len(mine))
            median, lower, upper = kaplan_meier(mine)
            self.add(table, groups, "AVAL", [begin, end], "median-time", median)
            self.add(table, groups, "AVAL", [begin, end], "ci-lower", lower)
            self.add(table, groups, "AVAL", [begin, end], "ci-upper", upper)

    # --- kidney

    def renal(self):
        upcr = self.of(self.adlb, "UPCR")
        self.thresholds("renal-response", self.EFFICACY, upcr, "UPCR", {"<0.5 g/g": lambda value: value < Fraction(1, 2)})
        if self.arm_variable != "COHORT":
            return
        rates = [row | {"AVAL": self.rate(row)} for row in self.of(self.adlb, "CREAT")]
        self.filtration(rates)
        self.nephritis(upcr, rates)
        self.nephrosis(upcr)

    def rate(self, row):
        """Bedside Schwartz under 18, CKD-EPI 2021 from 18 on, of creatinine in mg/dL."""
        assert row["PARAM"].endswith("(mg/dL)")
        subject, creatinine = self.by_id[row["USUBJID"]], number(row["AVAL"])
        age = number(subject["AGE"])
        if age < 18:
            return float(Fraction("0.413") * number(subject["HEIGHTBL"]) / creatinine)
        female = subject["SEX"] == "F"
        relative = float(creatinine) / (0.7 if female else 0.9)
        return (142 * min(relative, 1) ** (-0.241 if female else -0.302) * max(relative, 1) ** -1.2 * 0.9938 ** float(age)
                * (1.012 if female else 1))

    def filtration(self, rates):
        for visit in self.visits(rates):
            here = self.at(rates, visit)
            for groups, members in self.columns(*self.EFFICACY):
                values = [row["AVAL"] for who, row in here.items() if who in members]
                groups = groups | {"PARAMCD": "EGFR", "AVISIT": visit}
                self.add("renal-response", groups, "AVAL", None, "n", len(values))
                self.share("renal-response", groups, "AVAL", "≥90 mL/min/1.73 m²", sum(v >= 90 for v in values), len(values))
                self.share("renal-response", groups, "AVAL", "<60 mL/min/1.73 m²", sum(v < 60 for v in values), len(values))

    def nephrotic(self, who):
        return self.by_id[who]["COHORT"] in ("SRNS", "MDR-SRNS")

    def nephritis(self, upcr, rates):
        base = {row["USUBJID"]: number(row["AVAL"]) for row in upcr if row["ABLFL"] == "Y"}
        base_rate = {row["USUBJID"]: row["AVAL"] for row in rates if row["ABLFL"] == "Y"}
        label = "Renal response in lupus nephritis"
        for visit in self.visits(upcr):
            if visit == "Baseline":
                continue
            answers = {}
            for who, row in self.at(upcr, visit).items():
                if self.nephrotic(who) or base.get(who) is None or base[who] < Fraction(1, 2):
                    continue
                near = [(abs(int(other["ADY"]) - int(row["ADY"])), -int(other["ADY"]), other["AVAL"]) for other in rates
                        if other["USUBJID"] == who and other["ABLFL"] != "Y" and abs(int(other["ADY"]) - int(row["ADY"])) <= 7]
                if near:
                    value, kept = number(row["AVAL"]), min(near)[2] / base_rate[who] >= 0.85 - 1e-12
                    complete = value < Fraction(1, 2) and kept
                    partial = value < 3 and value <= base[who] / 2 and kept
                    answers[who] = "Complete" if complete else "Partial" if partial else "None"
            self.classes(label, visit, answers)

    def nephrosis(self, upcr):
        albumin = self.of(self.adlb, "ALB")
        label = "Remission of nephrotic syndrome"
        for visit in self.visits(upcr):
            if visit == "Baseline":
                continue
            answers = {}
            for who, row in self.at(upcr, visit).items():
                if self.nephrotic(who):
                    value, other = number(row["AVAL"]), self.at(albumin, visit).get(who)
                    enough = other is None or number(other["AVAL"]) >= 30
                    answers[who] = "Complete" if value <= Fraction(1, 5) else "Partial" if value < 2 and enough else "None"
            self.classes(label, visit, answers)
        self.transition("renal-response", self.EFFICACY, upcr, "UPCR", "Complete remission at any time", "Relapse",
                        lambda row, base: number(row["AVAL"]) <= Fraction(1, 5), lambda row, base: number(row["AVAL"]) >= 2,
                        False, self.nephrotic)

    def classes(self, label, visit, answers):
        for groups, members in self.columns(*self.EFFICACY):
            mine = [answer for who, answer in answers.items() if who in members]
            groups = groups | {"AVISIT": visit}
            self.add("renal-response", groups, None, label, "n", len(mine))
            for answer in ("Complete", "Partial", "None"):
                self.share("renal-response", groups, None, [label, answer], mine.count(answer), len(mine))


def day(value):
    return expected.day(value) if not isinstance(value, date) else value


def kaplan_meier(times):
    """The median of (time, event) and its 95 % limits by Brookmeyer and Crowley on the log(-log) scale; None for what is not reached."""
    z = NormalDist().inv_cdf(0.975)
    survival, variance, curve = Fraction(1), Fraction(0), []
    for time in sorted({time for time, event in times if event}):
        risk = sum(other >= time for other, _ in times)
        events = sum(event and other == time for other, event in times)
        survival *= Fraction(risk - events, risk)
        variance += Fraction(events, risk * (risk - events)) if risk > events else 0
        curve.append((time, survival, variance))

    def crossing(limit):
        values = [(time, limit(s, v)) for time, s, v in curve]
        for position, (time, value) in enumerate(values):
            if value is None:
                continue
            if abs(value - 0.5) <= 1e-9 and position + 1 < len(values) and values[position + 1][1] is not None \
                    and values[position + 1][1] < value:
                return (time + values[position + 1][0]) / 2
            if value < 0.5 - 1e-9:
                return float(time)
        return None

    def bound(sign):
        def limit(s, v):
            if s in (0, 1):
                return None
            log = math.log(s)
            return math.exp(log * math.exp(-sign * z * math.sqrt(v) / log))
        return limit

    return crossing(lambda s, v: float(s)), crossing(bound(1)), crossing(bound(-1))
