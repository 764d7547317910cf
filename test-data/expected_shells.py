"""What the examples of docs/shells must show, cell by cell.

Part of the oracle of expected.py, which see: written from docs/shells.md and the comments of the examples, not from Tabularium; it
counts plainly, subject by subject. A line is a row of a table: its label and its cells, arms in their order, then the total where
the example has one. Not every row of a table is here, but those that are stand in their order.
"""

import csv
import io
import json
import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from statistics import NormalDist

import expected
from expected import number

HERE = Path(__file__).resolve().parent
ECG = "own-shells/adegi.csv"
# Tables with rows of several kinds, and labels of theirs that are levels below a heading, or statistics
MIXED = {"hys-law": (), "liver-worst": (), "qtc-maximum": (), "vital-signs-marked": (), "titres-by-visit": ("Geometric mean (CV%)",),
         "best-response-rates": (), "treatment-duration": (), "ae-by-onset": (),
         "deaths-by-cause": ("Cerebrovascular accident", "Pneumonia", "Sepsis"), "questionnaire-responders": ()}
# Student's t that ±t encloses with 95 %, by number of values: from printed tables
STUDENT = {12: 2.2009851601, 13: 2.1788128297, 14: 2.1603686565, 15: 2.1447866879}


def files():
    out = {}
    for study, add in (("saf-202", safety), ("ran-101", randomised), ("kn5501", cells)):
        out[study] = {}
        add(out[study], Study(study))
    yield ECG, interpretation(Study("saf-202")).encode("utf-8")
    lines = [json.dumps({"study": study, "table": table, "rows": [said(table, row) for row in rows]}, ensure_ascii=False)
             for study, tables in out.items() for table, rows in tables.items()]
    yield "own-shells/cells.json", ("[\n" + ",\n".join(lines) + "\n]\n").encode("utf-8")


def said(table, row):
    """Where a table has rows of several kinds, each row of subjects says so itself; levels stand below a heading that does."""
    label, *cells = row
    subjects = any(cell.endswith("%)") for cell in cells) or all(cell == "0" for cell in cells)
    return [label + ", n (%)", *cells] if subjects and label not in MIXED.get(table, {label}) else row


def interpretation(study):
    """A dataset that no study has: who has which interpretation follows from the subject's place in ADSL."""
    text = io.StringIO()
    write = csv.writer(text, lineterminator="\n")
    write.writerow(["USUBJID", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "ADY", "AVALC", "ABLFL"])
    for row in ecg_rows(study):
        write.writerow(row)
    return text.getvalue()


def ecg_rows(study):
    levels = ["NORMAL", "ABNORMAL NCS", "ABNORMAL CS"]
    for place, who in enumerate(sorted(study.members("SAFFL"))):
        for visit, (name, day) in enumerate((("Baseline", 1), ("Week 4", 29), ("Week 12", 85))):
            if place % 9 == 8 and visit > 0:
                continue
            level = levels[(place * (visit + 1) // 3 + visit * (place % 4)) % 3]
            yield [who, "EGINTP", "Interpretation", name, [0, 4, 12][visit], day, level, "Y" if visit == 0 else ""]


class Study:
    def __init__(self, name):
        read = {".csv": expected.read, ".xpt": expected.read}
        self.data = {path.name.split(".")[0].upper(): read[path.suffix](path) for path in (HERE / name).iterdir()
                     if path.suffix in read}
        self.subjects = {row["USUBJID"]: row for row in self.data["ADSL"]}

    def members(self, flag):
        return {who for who, row in self.subjects.items() if row[flag] == "Y"}

    def columns(self, flag, variable, total=True):
        members = self.members(flag)
        number_of = {row[variable]: row.get(variable + "N") for row in self.subjects.values()}
        arms = sorted({self.subjects[who][variable] for who in members} - {""}, key=lambda arm: number_of[arm])
        parts = [{who for who in members if self.subjects[who][variable] == arm} for arm in arms]
        return parts + ([members] if total else [])

    def after(self, dataset, code):
        """Records after baseline by subject: the flagged one is the baseline."""
        by = {}
        for row in self.data[dataset]:
            if row["PARAMCD"] == code and row["ABLFL"] != "Y" and number(row["AVAL"]) is not None:
                by.setdefault(row["USUBJID"], []).append(row)
        return by


def share(columns, label, who):
    return [label] + [expected.count_percent(len(who & part), len(part), 1) if part else "0" for part in columns]


def of(columns, among, label, who):
    """Percentages of those among the column."""
    return [label] + [expected.count_percent(len(who & part & among), len(part & among), 1) if part & among else "0"
                      for part in columns]


def n(columns, among, label="n"):
    return [label] + [str(len(part & among)) for part in columns]


def who(rows, test=lambda row: True):
    return {row["USUBJID"] for row in rows if test(row)}


def fixed(value, decimals):
    text = str(Decimal(value.numerator) / Decimal(value.denominator)) if isinstance(value, Fraction) else repr(value)
    rounded = Decimal(text).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return str(rounded).replace("-", "−")


def mean_sd(values, mean, sd):
    values = [float(value) for value in values]
    centre = math.fsum(values) / len(values)
    spread = math.sqrt(math.fsum((value - centre) ** 2 for value in values) / (len(values) - 1))
    return f"{fixed(centre, mean)} ({fixed(spread, sd)})"


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def safety(out, study):
    safe = study.columns("SAFFL", "TRT01A")
    arms = safe[:2]
    itt = study.columns("ITTFL", "TRT01P")
    members = study.members("SAFFL")
    data = study.data
    emergent = [row for row in data["ADAE"] if row["TRTEMFL"] == "Y"]

    def over(code, limit):
        return {subject for subject, rows in study.after("ADLB", code).items()
                if any(number(row["AVAL"]) >= limit * number(row["ANRHI"]) for row in rows)}

    pairs, low = set(), set()
    lb = {code: study.after("ADLB", code) for code in ("ALT", "AST", "BILI", "ALP")}
    for subject in members:
        high = [row for code in ("ALT", "AST") for row in lb[code].get(subject, ())
                if number(row["AVAL"]) >= 3 * number(row["ANRHI"])]
        bile = [row for row in lb["BILI"].get(subject, ()) if number(row["AVAL"]) >= 2 * number(row["ANRHI"])]
        met = [(int(a["ADY"]), int(b["ADY"])) for a in high for b in bile if 0 <= int(b["ADY"]) - int(a["ADY"]) <= 30]
        if met:
            pairs.add(subject)
        for first, then in met:
            between = [row for row in lb["ALP"].get(subject, ()) if first <= int(row["ADY"]) <= then]
            if between and all(number(row["AVAL"]) < 2 * number(row["ANRHI"]) for row in between):
                low.add(subject)
    liver = set().union(*(lb[code].keys() for code in ("ALT", "AST")))
    out["hys-law"] = [of(safe, liver, "ALT or AST ≥3 × ULN", over("ALT", 3) | over("AST", 3)),
                      of(safe, liver, "Bilirubin ≥2 × ULN", over("BILI", 2)), of(safe, liver, "Both within 30 days", pairs),
                      of(safe, liver, "With alkaline phosphatase <2 × ULN", low)]
    rows = []
    for code, label in (("ALT", "Alanine Aminotransferase (U/L)"), ("AST", "Aspartate Aminotransferase (U/L)")):
        there = set(lb[code])
        worst = {subject: max(number(row["AVAL"]) for row in of_one) for subject, of_one in lb[code].items()}
        above = {subject for subject, of_one in lb[code].items() if any(number(r["AVAL"]) > number(r["ANRHI"]) for r in of_one)}
        rows += [[label] + [""] * 3, n(safe, there), of(safe, there, ">1 × ULN", above), of(safe, there, "≥3 × ULN", over(code, 3)),
                 of(safe, there, "≥5 × ULN", over(code, 5)), ["Maximum after baseline"] + [""] * 3,
                 ["Median (range)"] + [f"{fixed(median(v), 2)} ({fixed(min(v), 1)}–{fixed(max(v), 1)})" for v in
                                       ([worst[s] for s in part if s in worst] for part in safe)]]
    out["liver-worst"] = rows
    qt = study.after("ADEG", "QTCF")
    there = set(qt)
    largest = {subject: max(number(row["AVAL"]) for row in rows) for subject, rows in qt.items()}
    rise = {subject for subject, rows in qt.items() if any(number(row["CHG"]) is not None and number(row["CHG"]) > 30 for row in rows)}
    values = [[largest[s] for s in part if s in largest] for part in safe]
    out["qtc-maximum"] = [
        n(safe, there),
        of(safe, there, ">450 to 480 msec", {s for s, rows in qt.items() if any(450 < number(r["AVAL"]) <= 480 for r in rows)}),
        of(safe, there, ">480 msec", {s for s in qt if largest[s] > 480}), of(safe, there, "Increase >30 msec", rise),
        ["Maximum after baseline"] + [""] * 3, n(safe, there), ["Mean (SD)"] + [mean_sd(v, 1, 2) for v in values],
        ["Median"] + [fixed(median(v), 1) for v in values], ["Min, Max"] + [f"{min(v)}, {max(v)}" for v in values]]
    pulse, weight = study.after("ADVS", "PULSE"), study.after("ADVS", "WEIGHT")
    marked = {s for s, rows in weight.items() if any(number(r["BASE"]) is not None
              and abs(number(r["AVAL"]) - number(r["BASE"])) * 100 >= 5 * number(r["BASE"]) for r in rows)}
    fast = {s for s, rows in pulse.items() if any(number(r["AVAL"]) >= 100 and (number(r["CHG"]) or 0) >= 10 for r in rows)}
    out["vital-signs-marked"] = [of(safe, set(pulse), "≥100 and increase ≥10 beats/min", fast),
                                 of(safe, set(weight), "Change of at least 5%", marked)]
    titres(out, data["ADIS"], arms)
    concentrations(out, data["ADPC"], arms)
    best = {row["USUBJID"]: row["AVALC"] for row in data["ADRS"] if row["PARAMCD"] == "BOR"}
    levels = [("Complete response", "CR"), ("Partial response", "PR"), ("Stable disease", "SD"), ("Progressive disease", "PD"),
              ("Not evaluable", "NE")]
    rows = [share(itt, label, {s for s, value in best.items() if value == code}) for label, code in levels]
    for label, codes in (("Objective response", ("CR", "PR")), ("Disease control", ("CR", "PR", "SD"))):
        have = {s for s, value in best.items() if value in codes}
        rows += [share(itt, label, have), ["95% CI"] + [wilson(len(have & part), len(part)) for part in itt]]
    out["best-response-rates"] = rows
    out["solicited-reactions"] = reactions(data["ADFACE"], arms)
    sexes = [{s for s in members if study.subjects[s]["SEX"] == sex} for sex in ("F", "M")] + [members]
    rows = [events(sexes, "Any adverse event", emergent)]
    for name in ("Headache", "Fall"):
        rows.append(events(sexes, name, [row for row in emergent if row["AEDECOD"] == name]))
    out["ae-by-sex"] = rows
    worst = {}
    for row in emergent:
        key = row["USUBJID"], row["AEDECOD"]
        worst[key] = max(worst.get(key, 0), ["MILD", "MODERATE", "SEVERE"].index(row["AESEV"]))
    out["ae-worst-severity"] = [share(safe, "Any adverse event", who(emergent)),
                                share(safe, "Hepatic enzyme increased", who(emergent, lambda r: r["AEDECOD"] == "Hepatic enzyme increased"))]
    out["ae-worst-severity"] += [share(safe, word, {s for (s, term), at in worst.items() if term == "Hepatic enzyme increased" and at == level})
                                 for level, word in enumerate(("Mild", "Moderate", "Severe"))
                                 if any(term == "Hepatic enzyme increased" and at == level for (_, term), at in worst.items())]
    on = [row for row in data["ADCM"] if row["ONTRTFL"] == "Y"]
    rows = [share(safe, "Any medication", who(on))]
    for name, variable in (("Analgesics", "CMCLAS"), ("Paracetamol", "CMDECOD")):
        rows.append(share(safe, name, who(on, lambda row, v=variable, x=name: row[v] == x)))
    out["medications-by-class"] = rows
    days = {s: row["TRTDURD"] for s, row in study.subjects.items() if row["TRTDURD"] not in ("", None)}
    classes = (("<4 weeks", 0, 28), ("4 to <12 weeks", 28, 84), ("≥12 weeks", 84, 10 ** 6))
    out["exposure-classes"] = [["Min, Max"] + [f"{min(days[s] for s in part):.0f}, {max(days[s] for s in part):.0f}" for part in safe]]
    out["exposure-classes"] += [share(safe, label, {s for s, day in days.items() if low <= day < high}) for label, low, high in classes]
    ages = {s: row["AGE"] for s, row in study.subjects.items()}
    out["demographics-own"] = [share(itt, label, {s for s, age in ages.items() if low <= age < high}) for label, low, high in
                               (("18–39 years", 18, 40), ("40–64 years", 40, 65), ("≥65 years", 65, 200))]
    out["demographics-own"].append(share(itt, "Female", {s for s, row in study.subjects.items() if row["SEX"] == "F"}))
    rows = [share(itt, "Any condition", who(data["ADMH"]))]
    rows.append(share(itt, "Vascular disorders", who(data["ADMH"], lambda row: row["MHBODSYS"] == "Vascular disorders")))
    out["history-frequent"] = rows
    for label, state, value in (("Completed the study", "EOSSTT", "COMPLETED"),
                                ("Discontinued for an adverse event", "DCSREAS", "ADVERSE EVENT")):
        out.setdefault("treatment-duration", []).append(
            share(safe, label, {s for s, row in study.subjects.items() if row[state] == value}))
    out["ae-by-onset"] = onset(study, emergent, safe)
    changes = [row for row in data["ADLB"] if row["PARAMCD"] == "ALT" and row["AVISIT"] == "Week 12"]
    for variable, decimals in (("AVAL", 2), ("CHG", 2)):
        values = [[number(row[variable]) for row in changes if row["USUBJID"] in part and number(row[variable]) is not None] for part in arms]
        out.setdefault("lab-by-visit", []).append(["Mean (SD)"] + [mean_sd(v, decimals, 3) for v in values])
    out["listing-serious"] = [[row["USUBJID"], study.subjects[row["USUBJID"]]["TRT01A"], row["AEDECOD"]]
                              for row in sorted((r for r in data["ADAE"] if r["AESER"] == "Y"), key=lambda r: (r["USUBJID"], r["ASTDT"]))]
    out["ecg-interpretation"] = shift(study, arms)


def titres(out, data, arms):
    rows = []
    for visit in ("Baseline", "Week 4", "Week 12"):
        at = {row["USUBJID"]: row for row in data if row["AVISIT"] == visit and row["AVAL"] != ""}
        cells, extremes = [], []
        for part in arms:
            values = [float(row["AVAL"]) for subject, row in at.items() if subject in part]
            logs = [math.log(value) for value in values]
            centre = math.fsum(logs) / len(logs)
            error = math.sqrt(math.fsum((x - centre) ** 2 for x in logs) / (len(logs) - 1) / len(logs))
            half = STUDENT[len(logs)] * error
            cells.append(f"{fixed(math.exp(centre), 1)} ({fixed(math.exp(centre - half), 1)}, {fixed(math.exp(centre + half), 1)})")
            extremes.append(f"{min(values):.0f}, {max(values):.0f}")
        risen = {s for s, row in at.items() if row["BASE"] != "" and float(row["AVAL"]) >= 4 * float(row["BASE"])}
        rows += [[visit, "", ""], n(arms, set(at)), ["Geometric mean (95% CI)"] + cells, ["Min, Max"] + extremes]
        if visit != "Baseline":
            rows.append(of(arms, set(at), "Seroconversion (≥4-fold rise)", risen))
        rows.append(of(arms, set(at), "Titre ≥40", {s for s, row in at.items() if float(row["AVAL"]) >= 40}))
    out["titres-by-visit"] = rows


def concentrations(out, data, arms):
    rows = []
    for point in ("0.5 h", "1 h", "8 h"):
        at = {row["USUBJID"]: float(row["AVAL"]) for row in data if row["ATPT"] == point and row["AVAL"] != ""}
        values = [at[s] for s in sorted(arms[1]) if s in at]
        logs = [math.log(value) for value in values]
        centre = math.fsum(logs) / len(logs)
        variance = math.fsum((x - centre) ** 2 for x in logs) / (len(logs) - 1)
        rows += [[f"SAF-202 (ng/mL), {point}", "", ""], ["n", "0", str(len(values))],
                 ["Geometric mean (CV%)", "NE", f"{fixed(math.exp(centre), 2)} ({fixed(100 * math.sqrt(math.exp(variance) - 1), 1)})"]]
    out["pk-by-time"] = rows


def wilson(count, total):
    z = NormalDist().inv_cdf(0.975)
    p = count / total
    half = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total)) / (1 + z * z / total)
    centre = (p + z * z / (2 * total)) / (1 + z * z / total)
    return f"({fixed(100 * max(0.0, centre - half), 1)}, {fixed(100 * min(1.0, centre + half), 1)})"


def reactions(data, arms):
    """Of the first dose the answers of each subject with any answer; the most severe of its days."""
    rows = []
    first = [row for row in data if row["APERIODC"] == "Dose 1"]
    asked = who(first)
    worst = {}
    for row in first:
        grade = {"NONE": 0, "N": 0, "MILD": 1, "Y": 1, "MODERATE": 2, "SEVERE": 3}.get(row["AVALC"])
        if grade is not None:
            worst[row["USUBJID"]] = max(worst.get(row["USUBJID"], 0), grade)
    rows.append(of(arms, asked, "Any solicited reaction", {s for s, grade in worst.items() if grade > 0}))
    return rows


def events(columns, label, rows):
    cells = [label]
    for part in columns:
        within = [row for row in rows if row["USUBJID"] in part]
        cells += [expected.count_percent(len(who(within)), len(part), 1), str(len(within))]
    return cells


def onset(study, emergent, columns):
    """At risk is who was under observation when the period begins, from the first dose to the end of the study, or has an event in it."""
    rows = []
    for first, last in ((1, 14), (15, 42), (43, 10 ** 6)):
        begun = who(emergent, lambda row, a=first, b=last: row["ASTDY"] != "" and a <= int(row["ASTDY"]) <= b)
        there = begun | {s for s, row in study.subjects.items()
                         if row["TRTSDT"] not in ("", None) and row["EOSDT"] - row["TRTSDT"] + 1 >= first}
        rows += [n(columns, there), of(columns, there, "Any adverse event", begun & there)]
    return rows


def shift(study, arms):
    """A row a level at baseline: how many have it, and which the worst later one is, of those who have both."""
    order = ["ABNORMAL CS", "ABNORMAL NCS", "NORMAL"]
    base, worst = {}, {}
    for subject, _, _, _, _, _, level, flag in ecg_rows(study):
        if flag == "Y":
            base[subject] = level
        else:
            worst[subject] = min(worst.get(subject, level), level, key=order.index)
    rows = []
    for part, name in zip(arms, ("Placebo (N=15)", "SAF-202 50 mg (N=14)")):
        both = [s for s in part if s in base and s in worst]
        for start in order:
            from_here = [s for s in both if base[s] == start]
            lead = ["", "", ""] if start != order[0] else [name, str(len(both)), str(len(part) - len(both))]
            rows.append(lead + [start[0] + start[1:].lower().replace(" cs", " CS").replace(" ncs", " NCS"),
                                expected.count_percent(len(from_here), len(both), 1)]
                        + [expected.count_percent(sum(worst[s] == later for s in from_here), len(both), 1) for later in order])
    return rows


def randomised(out, study):
    safe = study.columns("SAFFL", "TRT01P") if "TRT01A" not in next(iter(study.subjects.values())) else study.columns("SAFFL", "TRT01A")
    died = {s for s, row in study.subjects.items() if row["DTHFL"] == "Y"}
    out["deaths-by-cause"] = [share(safe, "Died", died)] + [
        share(safe, cause.capitalize(), {s for s in died if study.subjects[s]["DTHCAUS"] == cause})
        for cause in sorted({study.subjects[s]["DTHCAUS"] for s in died})]
    emergent = [row for row in study.data["ADAE"] if row["TRTEMFL"] == "Y"]
    rows = [share(safe, "Any adverse event", who(emergent)),
            share(safe, "Serious adverse event", who(emergent, lambda row: row["AESER"] == "Y")),
            share(safe, "Severe adverse event", who(emergent, lambda row: row["AETOXGR"] in ("3", "4", "5")))]
    for level in ("<30", "30-49", ">=50"):
        within = [{s for s in part if study.subjects[s]["AGEGR1"] == level} for part in safe]
        shown = level.replace("-", "–").replace(">=", "≥")
        rows += [[shown] + [str(len(part)) for part in within], share(within, "Any adverse event", who(emergent)),
                 share(within, "Serious adverse event", who(emergent, lambda row: row["AESER"] == "Y"))]
    out["ae-by-age-group"] = rows
    efficacy = study.columns("EFFFL", "TRT01P")
    answers = {row["USUBJID"]: row["AVALC"] for row in study.data["ADEFF"]
               if row["PARAMCD"] == "SRI4" and row["AVISIT"] == "Week 24" and row["ANL01FL"] == "Y" and row["AVALC"]}
    yes = {s for s, answer in answers.items() if answer == "Y"}
    rows = [fraction("Week 24", efficacy, set(answers), yes),
            ["95% CI"] + [wilson(len(yes & part), len(set(answers) & part)) for part in efficacy]]
    for sex, word in (("F", "Female"), ("M", "Male")):
        within = [{s for s in part if study.subjects[s]["SEX"] == sex} for part in efficacy]
        rows += [[word] + [str(len(part)) for part in within], fraction("Week 24", within, set(answers), yes)]
    out["response-by-subgroup"] = rows


def fraction(label, columns, among, have):
    cells = [label]
    for part in columns:
        count, total = len(have & part), len(among & part)
        percent = expected.count_percent(count, total, 1)
        cells.append(f"{count}/{total} " + percent[percent.index("("):] if count else f"0/{total}")
    return cells


def cells(out, study):
    safe = study.columns("SAFFL", "TRT01A")
    crs = [row for row in study.data["ADAE"] if row["TRTEMFL"] == "Y" and row["AEDECOD"] == "Cytokine release syndrome"]
    graded = [row for row in crs if row["ASTCTGR"] != ""]
    out["crs-by-dose"] = [
        share(safe, "Cytokine release syndrome", who(crs)),
        share(safe, "Grade 1 or 2", who(graded, lambda row: int(row["ASTCTGR"]) <= 2)),
        share(safe, "Grade 3 or higher", who(graded, lambda row: int(row["ASTCTGR"]) >= 3)),
        share(safe, "Tocilizumab given", who(crs, lambda row: row["AETOCIFL"] == "Y"))]
    members = study.columns("ITTFL", "TRT01P")
    rows = []
    for visit in ("Week 12", "Week 24"):
        at = {row["USUBJID"]: number(row["CHG"]) for row in study.data["ADQS"]
              if row["PARAMCD"] == "SLEDAI2K" and row["AVISIT"] == visit and row["ANL01FL"] == "Y" and number(row["CHG"]) is not None}
        rows += [n(members, set(at)), of(members, set(at), "Improved by at least 4 points", {s for s, change in at.items() if change <= -4})]
    out["questionnaire-responders"] = rows
