"""What the tables of safety, exposure and medications must show of saf-202.

Part of the oracle of expected.py, which see: written from docs/statistics.md, docs/shells.md and the footnotes of the tables, not from
Tabularium; it counts plainly, subject by subject, in exact fractions.
"""

import json
import math
from fractions import Fraction
from pathlib import Path

import expected
from expected import number

HERE = Path(__file__).resolve().parent
RELATED = {"RELATED"}
SEVERITIES = ["MILD", "MODERATE", "SEVERE"]
# Student's t that ±t encloses with 95 %, by number of values: from printed tables
STUDENT = {12: 2.200985160082949, 13: 2.1788128296634177, 14: 2.1603686564610127, 15: 2.1447866879169273, 25: 2.0638985616280205,
           26: 2.0595385527532946, 29: 2.048407141795244}


def files():
    study = Safety("saf-202")
    lines = [json.dumps(record, ensure_ascii=False) for record in study.records()]
    yield "saf-202/numbers.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")


def clopper_pearson(count, n):
    """Limits of 95 % by halving: the shares at which as many, or as few, have 2.5 % of chance."""
    def tail(share, numbers):
        return sum(math.comb(n, k) * share ** k * (1 - share) ** (n - k) for k in numbers)

    def where(numbers, rising):
        low, high = 0.0, 1.0
        for _ in range(200):
            middle = (low + high) / 2
            low, high = (middle, high) if (tail(middle, numbers) < 0.025) == rising else (low, middle)
        return low
    return (0.0 if count == 0 else where(range(count, n + 1), True)), (1.0 if count == n else where(range(0, count + 1), False))


class Safety:
    """One study whose arms are TRT01A of the safety population and TRT01P of the others."""

    def __init__(self, name):
        self.data = {path.name.split(".")[0].upper(): expected.read(path) for path in (HERE / name).iterdir()
                     if path.suffix in (".csv", ".xpt")}
        self.subjects = {row["USUBJID"]: row for row in self.data["ADSL"]}
        self.out = []

    def columns(self, table):
        variable, flag = ("TRT01A", "SAFFL") if table not in ("medical-history", "deviations", "enrolment", "best-response") else ("TRT01P", "ITTFL")
        members = [s for s in self.subjects.values() if s[flag] == "Y"]
        for arm in sorted({s[variable] for s in members}):
            yield {variable: arm}, {s["USUBJID"] for s in members if s[variable] == arm}
        if table != "pk-parameters":
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
        self.at_any_time()
        self.liver()
        self.kinetics()
        self.geometric()
        self.reactions()
        self.best_response()
        return self.out

    def reactions(self):
        """Of the subjects with an answer in the period. What was answered is ranked: none 0, occurred 0.5, mild 1 and so on; the
        diameter is no answer."""
        rank = {"N": 0, "NONE": 0, "Y": 0.5, "MILD": 1, "MODERATE": 2, "SEVERE": 3, "LIFE THREATENING": 4}
        words = {1: "Mild", 2: "Moderate", 3: "Severe", 4: "Life-threatening", 0.5: "Severity not recorded"}
        answers = [(row["USUBJID"], row["APERIOD"], row["PARCAT2"], row["PARAM"].replace(" occurrence indicator", "").replace(" severity/intensity", ""),
                    rank[row["AVALC"]]) for row in self.data["ADFACE"] if row["AVALC"]]
        for period in ("1", "2", None):
            within = [a for a in answers if period in (a[1], None)]
            among = {a[0] for a in within}
            more = {"APERIOD": period} if period else {}
            for groups, subjects in self.columns("reactogenicity"):
                self.add("reactogenicity", groups | more, None, None, "n", len(subjects & among))
            rows = [(["Any solicited reaction"], within)]
            for category in ("ADMINISTRATION SITE", "SYSTEMIC"):
                of = [a for a in within if a[2] == category]
                rows += [([category], of)] + [([category, name], [a for a in of if a[3] == name]) for name in sorted({a[3] for a in of})]
            for level, of in rows:
                worst = {}
                for who, *_, answer in of:
                    worst[who] = max(worst.get(who, 0), answer)
                self.count("reactogenicity", [{"USUBJID": w} for w, at in worst.items() if at], None, level, False, more, among)
                self.graded(level, worst, words, more, among)

    def graded(self, level, worst, words, more, among):
        for at, word in words.items():
            if at in worst.values() or at in (1, 2, 3):
                self.count("reactogenicity", [{"USUBJID": w} for w, most in worst.items() if most == at], None, level + [word], False, more, among)
        if 4 in worst.values():
            self.count("reactogenicity", [{"USUBJID": w} for w, most in worst.items() if most >= 3], None, level + ["Severe or worse"], False, more, among)

    def best_response(self):
        names = {"CR": "Complete response", "PR": "Partial response", "SD": "Stable disease", "PD": "Progressive disease", "NE": "Not evaluable"}
        best = {row["USUBJID"]: row["AVALC"] for row in self.data["ADRS"] if row["PARAMCD"] == "BOR"}
        more = {"PARAMCD": "BOR"}
        for value, name in names.items():
            self.count("best-response", [{"USUBJID": w} for w, of in best.items() if of == value], "AVALC", [name], False, more)
        self.count("best-response", [{"USUBJID": w} for w in self.subjects if w not in best], "AVALC", ["Missing"], False, more)
        label = "Objective response (complete or partial)"
        responders = {w for w, of in best.items() if of in ("CR", "PR")}
        self.count("best-response", [{"USUBJID": w} for w in responders], "AVALC", [label], False, more)
        times = {row["USUBJID"]: (float(row["AVAL"]), row["CNSR"] == "0") for row in self.data["ADTTE"] if row["PARAMCD"] == "DOR"}
        for groups, subjects in self.columns("best-response"):
            lower, upper = clopper_pearson(len(responders & subjects), len(subjects))
            self.add("best-response", groups | more, "AVALC", [label], "ci-lower", 100 * lower)
            self.add("best-response", groups | more, "AVALC", [label], "ci-upper", 100 * upper)
            own = [times[who] for who in sorted(subjects & times.keys())]
            keys = groups | {"PARAMCD": "DOR"}
            self.add("best-response", keys, "AVAL", None, "n", len(own))
            for name, ended in (("Events", True), ("Censored", False)):
                self.add("best-response", keys, "AVAL", [name], "count", sum(event == ended for _, event in own))

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
        self.onset(emergent)
        self.queries(emergent)

    def onset(self, emergent):
        """Of those observed on the first day of the period, or with an event in it; all ends of observation are known (EOSDT)."""
        last = {who: int(s["EOSDT"] - s["TRTSDT"]) + 1 for who, s in self.subjects.items() if s["TRTSDT"] not in ("", None)}
        for label, first, end in (("Weeks 1 to 4", 1, 28), ("Weeks 5 to 12", 29, 84), ("Weeks 13 to 24", 85, 168), ("After week 24", 169, 10**6)):
            begun = [row for row in emergent if first <= int(row["ASTDY"]) <= end]
            at_risk = {who for who, day in last.items() if day >= first} | {row["USUBJID"] for row in begun}
            if not at_risk:  # no row of a period in which nobody was observed
                continue
            for name, of in (("Any adverse event", begun), ("Serious adverse event", [r for r in begun if r["AESER"] == "Y"]),
                             ("Infection", [r for r in begun if r["AEBODSYS"] == "Infections and infestations"])):
                having = {row["USUBJID"] for row in of}
                for groups, subjects in self.columns("ae-onset-period"):
                    of_period = subjects & at_risk
                    count = len(having & of_period)
                    self.add("ae-onset-period", groups, None, [label, name], "count", count)
                    self.add("ae-onset-period", groups, None, [label, name], "percent",
                             float(Fraction(100 * count, len(of_period))) if of_period else None)
                    self.add("ae-onset-period", groups, None, [label], "n", len(of_period))

    def queries(self, emergent):
        for variable in ("SMQ01NAM", "CQ01NAM"):
            for name in sorted({row[variable] for row in emergent} - {""}):
                rows = [row for row in emergent if row[variable] == name]
                self.count("ae-smq", rows, None, [name], True)
                for term in sorted({row["AEDECOD"] for row in rows}):
                    self.count("ae-smq", [row for row in rows if row["AEDECOD"] == term], "AEDECOD", [name, term], True)

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

    def share(self, table, more, label, having, among, variable="AVAL", n=False):
        """Subjects of `among` who have something, by column."""
        for groups, subjects in self.columns(table):
            of = subjects & among
            self.add(table, groups | more, variable, [label], "count", len(of & having))
            self.add(table, groups | more, variable, [label], "percent", float(Fraction(100 * len(of & having), len(of))) if of else None)
            if n:
                self.add(table, groups | more, variable, [label], "n", len(of))

    def later(self, dataset, code):
        """Records after baseline with a value, with the baseline of the subject and time point."""
        base = {(row["USUBJID"], row.get("ATPT") or ""): number(row["AVAL"]) for row in self.data[dataset]
                if row["PARAMCD"] == code and row["ABLFL"] == "Y"}
        return [(row["USUBJID"], number(row["AVAL"]), base.get((row["USUBJID"], row.get("ATPT") or "")), row)
                for row in self.data[dataset] if row["PARAMCD"] == code and row["ABLFL"] != "Y" and row["AVAL"] != ""]

    def at_any_time(self):
        for code, unit, high, low, change in (("SYSBP", "mmHg", 180, 90, 20), ("DIABP", "mmHg", 105, 50, 15), ("PULSE", "beats/min", 120, 50, 15)):
            rows = self.later("ADVS", code)
            seen = {who for who, *_ in rows}
            self.share("vital-signs-abnormal", {"PARAMCD": code}, f"≥{high} and increase ≥{change} {unit}",
                       {who for who, value, base, _ in rows if value >= high and value - base >= change}, seen)
            self.share("vital-signs-abnormal", {"PARAMCD": code}, f"≤{low} and decrease ≥{change} {unit}",
                       {who for who, value, base, _ in rows if value <= low and base - value >= change}, seen)
        rows = self.later("ADVS", "WEIGHT")
        seen = {who for who, *_ in rows}
        self.share("vital-signs-abnormal", {"PARAMCD": "WEIGHT"}, "Increase ≥7%", {w for w, value, base, _ in rows if (value - base) * 100 >= 7 * base}, seen)
        self.share("vital-signs-abnormal", {"PARAMCD": "WEIGHT"}, "Decrease ≥7%", {w for w, value, base, _ in rows if (base - value) * 100 >= 7 * base}, seen)
        rows = self.later("ADEG", "QTCF")
        seen = {who for who, *_ in rows}
        for limit in (450, 480, 500):
            self.share("ecg-outliers", {"PARAMCD": "QTCF"}, f">{limit} msec", {w for w, value, *_ in rows if value > limit}, seen)
        for limit in (30, 60):
            self.share("ecg-outliers", {"PARAMCD": "QTCF"}, f"Increase >{limit} msec", {w for w, value, base, _ in rows if value - base > limit}, seen)
        for code in ("ALT", "AST", "BILI", "ALP"):
            rows = self.later("ADLB", code)
            seen = {who for who, *_ in rows}
            for label in ("Low", "High"):
                before = {row["USUBJID"] for row in self.data["ADLB"]
                          if row["PARAMCD"] == code and row["ABLFL"] == "Y" and row["ANRIND"] == label.upper()}
                self.share("lab-abnormal", {"PARAMCD": code}, label,
                           {w for w, _, _, row in rows if row["ANRIND"] == label.upper()}, seen - before, n=True)

    def liver(self):
        ratio = {code: [(who, value / number(row["ANRHI"]), int(row["ADY"])) for who, value, _, row in self.later("ADLB", code)]
                 for code in ("ALT", "AST", "BILI", "ALP")}
        for code, limits in (("ALT", (3, 5, 10, 20)), ("AST", (3, 5, 10, 20)), ("BILI", ("1.5", 2)), ("ALP", ("1.5", 2))):
            seen = {who for who, *_ in ratio[code]}
            for limit in limits:
                self.share("liver", {"PARAMCD": code}, f"≥{limit} × ULN", {w for w, times, _ in ratio[code] if times >= Fraction(limit)}, seen)
        enzymes = ratio["ALT"] + ratio["AST"]
        seen = {w for w, *_ in enzymes} & {w for w, *_ in ratio["BILI"]}
        high = [(w, day) for w, times, day in enzymes if times >= 3]
        jaundice = [(w, day) for w, times, day in ratio["BILI"] if times >= 2]
        both = [(w, day, other) for w, day in high for v, other in jaundice if v == w and 0 <= other - day <= 30]
        quiet = set()
        for who, day, other in both:
            between = [times for w, times, at in ratio["ALP"] if w == who and day <= at <= other]
            if between and all(times < 2 for times in between):
                quiet.add(who)
        for label, having in (("ALT or AST ≥3 × ULN", {w for w, _ in high}), ("Bilirubin ≥2 × ULN", {w for w, _ in jaundice}),
                              ("Both, bilirubin within 30 days (potential Hy's law)", {w for w, *_ in both}), ("With alkaline phosphatase <2 × ULN", quiet)):
            self.share("liver", {}, label, having, seen)

    def geometrics(self, table, of, more, variable, level=None, limits=False):
        """Of the natural logarithms of positive numbers, brought back: mean, coefficient of variation in percent, limits."""
        for groups, subjects in self.columns(table):
            logs = [math.log(of[who]) for who in sorted(subjects) if of.get(who) is not None and of[who] > 0]
            if not logs:
                continue
            mean = math.fsum(logs) / len(logs)
            self.add(table, groups | more, variable, level, "geometric-mean", math.exp(mean))
            if len(logs) > 1:
                square = math.fsum((x - mean) ** 2 for x in logs) / (len(logs) - 1)
                self.add(table, groups | more, variable, level, "geometric-cv", 100 * math.sqrt(math.exp(square) - 1))
                if limits and len(logs) in STUDENT:
                    half = STUDENT[len(logs)] * math.sqrt(square / len(logs))
                    self.add(table, groups | more, variable, level, "geometric-lower", math.exp(mean - half))
                    self.add(table, groups | more, variable, level, "geometric-upper", math.exp(mean + half))

    def kinetics(self):
        courses = {}
        for row in self.data["ADCK"]:
            courses.setdefault(row["USUBJID"], []).append((int(row["ADY"]) - 1, None if row["AVALC"].startswith("<") else number(row["AVAL"])))
        peak, time, area, last = {}, {}, {}, {}
        for who, course in courses.items():
            known = [day for day, value in sorted(course) if value is not None]
            if not known:
                continue
            counted = [(day, value or Fraction(0)) for day, value in sorted(course) if value is not None or day < known[0]]
            peak[who] = max(value for _, value in counted)
            time[who] = Fraction(next(day for day, value in counted if value == peak[who]))
            last[who] = Fraction(known[-1])
            within = [point for point in counted if point[0] <= 28]
            area[who] = sum((b[0] - a[0]) * (a[1] + b[1]) / 2 for a, b in zip(within, within[1:]))
        more = {"PARAMCD": "CARCOPY"}
        self.share("kinetics", more, "Ever quantifiable", set(peak), set(courses))
        for label, values in (("Cmax", peak), ("Tmax (days)", time), ("AUC0–28", area), ("Last quantifiable day", last)):
            self.describe("kinetics", values, more, "AVAL", [label])
        self.geometrics("kinetics", peak, more, "AVAL", ["Cmax"])
        self.geometrics("kinetics", area, more, "AVAL", ["AUC0–28"])

    def geometric(self):
        for table, dataset in (("pk-parameters", "ADPP"), ("titres", "ADIS")):
            records = {}
            for row in self.data[dataset]:
                records.setdefault((row["PARAMCD"], row["AVISIT"]), {})[row["USUBJID"]] = row
            for (code, visit), rows in records.items():
                values = {who: number(row["AVAL"]) for who, row in rows.items()}
                more = {"PARAMCD": code, "AVISIT": visit}
                self.describe(table, values, more, "AVAL")
                self.geometrics(table, values, more, "AVAL", None, table == "titres")
                # At the baseline itself there is no rise to count.
                if table == "titres" and visit != "Baseline":
                    base = {row["USUBJID"]: number(row["AVAL"]) for row in self.data["ADIS"] if row["ABLFL"] == "Y"}
                    self.share(table, more, "≥4-fold rise from baseline", {w for w, value in values.items() if value >= 4 * base[w]}, set(values))
