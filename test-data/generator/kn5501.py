"""KN5501: anti-CD19 CAR-NK cells in adults with refractory lupus, dose escalation by 3+3.

The design is that of the study's entry in public registers: one arm, 36 planned, fludarabine 25 mg/m2 and
cyclophosphamide 300 mg/m2 on days -5 to -3, several infusions, dose-limiting toxicity within 4 weeks, SRI-4, LLDAS,
DORIS and BILAG-2004 at weeks 12, 24, 36 and 52. No result of it is public: the dose levels, every subject and every
value are invented.

At the cut-off 22 have been screened, 18 enrolled and 17 treated. Level 1 has 0 of 3 with a dose-limiting toxicity;
level 2 had 1 of 3 and ends with 1 of 6, a seventh subject (004) having left on day 12 without one and been replaced;
level 3 has 0 of 4; level 4 has 0 of 2, and a third (017) still in the window. There is no ADEFF: responses follow from
the items, the letters, PGA and the steroid dose in ADQS. Some visits are made to lie on a boundary: a PGA 0.3 above the
baseline (011 at week 12, 1.2 against 0.9), a SLEDAI-2K of 4 from haematuria (001 at week 24) or from serology alone
(003), a PGA of 0.5, prednisolone of 5 and 7.5 mg, two new BILAG B (008 at week 12), components not done (006 at week
24), a visit missed (002 at week 36).
"""

from datetime import date

from . import laboratory, lupus
from .adam import (CELL_FLAGS, DEMOGRAPHY, DISPOSITION, EVENTS, OTHER_TREATMENT, SUBJECT, TREATMENT, adex, adie, adsl,
                   adtte, event, exposure, not_met, numbered)
from .chance import Chance, days
from .dataset import Dataset, day, number, text

FOLDER = "kn5501"
CUTOFF = date(2025, 9, 30)
DOSES = ["0.3*10^9", "1*10^9", "2*10^9", "3*10^9"]
CELLS = [0.3, 1, 2, 3]
WEEKS = [4, 12, 24, 36, 52]
LAB_DAYS = [0, 7, 14, 28, 56, 90, 180, 270, 365]
REGIMEN = "FLU 25 mg/m2 + CY 300 mg/m2, days -5 to -3"
REDUCED = "FLU 20 mg/m2 + CY 300 mg/m2, days -5 to -3"
FAILURES = {
    "S01": {"INCL04": "SLEDAI-2K of at least 7 at screening"},
    "S02": {"INCL04": "SLEDAI-2K of at least 7 at screening", "EXCL02": "Active infection that needs systemic treatment"},
    "S03": {"EXCL05": "Hepatitis B, hepatitis C, HIV or syphilis, active"},
    "S04": {"INCL06": "Adequate bone marrow and organ function", "EXCL05": "Hepatitis B, hepatitis C, HIV or syphilis, active",
            "EXCL09": "Another trial within 3 months"},
}

# id, level, first infusion; the levels were opened one after the other
TREATED = [
    ("001", 1, date(2024, 3, 11)), ("002", 1, date(2024, 4, 10)), ("003", 1, date(2024, 5, 8)),
    ("004", 2, date(2024, 6, 12)), ("005", 2, date(2024, 6, 26)), ("006", 2, date(2024, 7, 10)), ("007", 2, date(2024, 8, 7)),
    ("008", 2, date(2024, 9, 18)), ("009", 2, date(2024, 10, 9)), ("010", 2, date(2024, 10, 23)),
    ("011", 3, date(2024, 12, 11)), ("012", 3, date(2025, 1, 15)), ("013", 3, date(2025, 2, 19)), ("014", 3, date(2025, 3, 5)),
    ("015", 4, date(2025, 6, 4)), ("016", 4, date(2025, 7, 16)), ("017", 4, date(2025, 9, 15)),
]
LEFT = {"004": 12, "009": 130}  # day of leaving, counted from the first infusion
REASON = {"004": "WITHDRAWAL BY SUBJECT", "009": "LACK OF EFFICACY"}
NOT_TREATED = ("018", 4)
ONE_INFUSION, TWO_INFUSIONS = {"004"}, {"006", "017"}

# Items of SLEDAI-2K at baseline, and the number of the visit (1 = week 4 … 5 = week 52, 9 = none) from which each is gone.
ACTIVITY = {
    "001": {9: 1, 12: 4, 13: 2, 15: 3, 20: 3, 21: 3},
    "002": {9: 2, 16: 3, 17: 1, 20: 4, 21: 5},
    "003": {9: 2, 13: 2, 15: 1, 20: 9, 21: 9},
    "004": {9: 9, 15: 9, 21: 9},
    "005": {8: 2, 9: 1, 20: 3, 21: 9, 24: 2},
    "006": {12: 3, 13: 4, 20: 3, 21: 3, 23: 1},
    "007": {9: 2, 10: 9, 15: 2, 20: 9},
    "008": {9: 1, 13: 1, 16: 9, 20: 9, 21: 9},
    "009": {9: 9, 13: 9, 15: 9, 16: 9},
    "010": {9: 1, 15: 2, 17: 2, 18: 1, 21: 3, 22: 1},
    "011": {9: 1, 13: 2, 20: 2, 21: 9},
    "012": {11: 2, 12: 1, 13: 3, 20: 2, 21: 3, 24: 2},
    "013": {6: 1, 9: 1, 15: 2, 21: 9},
    "014": {9: 2, 13: 9, 16: 2, 20: 9, 21: 9},
    "015": {9: 1, 15: 1, 19: 1, 20: 2, 21: 9, 22: 1},
    "016": {9: 1, 10: 1, 13: 9, 20: 9},
    "017": {9: 9, 13: 9, 15: 9, 21: 9},
}
BACK = {("002", 5): {9, 17}, ("012", 2): {15}}  # items that are there again or new: a relapse at week 52, a new rash
GLOBAL = {
    "001": [2.1, 1.6, 1.0, 0.8, 0.4, 0.3], "002": [1.8, 1.5, 1.0, 0.6, 0.4, 1.4], "003": [1.6, 1.2, 0.8, 0.4, 0.5, 0.4],
    "004": [1.7], "005": [2.2, 1.7, 1.1, 0.7, 0.5, 0.4], "006": [2.0, 1.6, 1.3, None, 0.6, 0.4],
    "007": [1.5, 1.4, 1.3, 1.1, 1.0, 1.0], "008": [1.9, 1.4, 1.2, 1.0, 1.0, 0.9], "009": [1.4, 1.5, 1.7],
    "010": [2.3, 1.5, 0.9, 0.6, 0.3], "011": [0.9, 1.0, 1.2, 0.9, 0.8], "012": [2.4, 1.9, 1.3, 1.0, 0.6],
    "013": [1.6, 1.0, 0.7, 0.4], "014": [1.5, 1.3, 1.1, 1.01], "015": [2.0, 1.1, 0.7], "016": [1.8, 1.4], "017": [2.2],
}
PREDNISOLONE = {
    "001": [30, 20, 10, 7.5, 5, 5], "002": [20, 15, 10, 7.5, 5, 15], "003": [25, 15, 10, 5, 5, 2.5],
    "004": [30], "005": [40, 25, 12.5, 7.5, 5, 0], "006": [30, 20, 15, 10, 7.5, 5],
    "007": [20, 20, 17.5, 15, 12.5, 10], "008": [25, 20, 15, 10, 7.5, 7.5], "009": [30, 30, 30],
    "010": [20, 12.5, 7.5, 5, 0], "011": [15, 10, 7.5, 7.5, 5], "012": [40, 30, 20, 10, 7.5],
    "013": [15, 10, 5, 0], "014": [20, 15, 10, 7.5], "015": [30, 15, 7.5], "016": [25, 20], "017": [30],
}
LETTERS = {("008", 2): {6: "B", 7: "B"}, ("010", 2): {6: "B"}, ("014", 2): {5: "A"}}  # (subject, visit) → letters of systems
MISSING = {("006", 3): ["PGA", "BILAG3"], ("005", 4): ["SL2K21"], ("012", 3): ["PREDDOSE"]}
SKIPPED = {("002", 4)}
# How far blood counts fall, as a multiple of the usual fall; those of the others 1.2.
DEPTH = {"001": 0.9, "006": 1.5, "008": 1.75, "015": 1.6}

# subject, term, grade, first and last day counted from the first infusion (0), last None while it goes on
HELPED = {"AECONTRT": "Y", "AETOCIFL": "Y", "AESTERFL": "N", "AEACNOTH": "TOCILIZUMAB"}
BOTH = {"AECONTRT": "Y", "AETOCIFL": "Y", "AESTERFL": "Y", "AEACNOTH": "TOCILIZUMAB; DEXAMETHASONE"}
STEROID = {"AECONTRT": "Y", "AETOCIFL": "N", "AESTERFL": "Y", "AEACNOTH": "DEXAMETHASONE"}
OTHERWISE = {"AECONTRT": "Y"}
SERIOUS = {"AECONTRT": "Y", "AESER": "Y"}
CRS, ICANS = "Cytokine release syndrome", "Immune effector cell-associated neurotoxicity syndrome"
REACTIONS = [
    ("002", CRS, 1, 1, 2, {}), ("005", CRS, 1, 0, 2, {}), ("005", CRS, 2, 7, 10, HELPED), ("006", CRS, 3, 1, 6, BOTH | {
        "AEDLTFL": "Y", "AESER": "Y", "AEACN": "DRUG INTERRUPTED"}), ("010", CRS, 1, 8, 9, {}), ("011", CRS, 2, 1, 4, HELPED),
    ("013", CRS, 1, 1, 3, OTHERWISE), ("015", CRS, 2, 0, 5, BOTH), ("016", CRS, 1, 1, 2, {}), ("017", CRS, 1, 1, 3, {}),
    ("006", ICANS, 1, 3, 5, STEROID), ("015", ICANS, 2, 4, 7, STEROID),
    ("001", "Pneumonia", 3, 61, 75, SERIOUS), ("008", "Pneumonia", 3, 44, 58, SERIOUS),
    ("003", "Herpes zoster", 2, 120, 141, OTHERWISE), ("012", "Cytomegalovirus infection", 2, 52, 80, OTHERWISE),
    ("014", "Urinary tract infection", 3, 33, 39, OTHERWISE), ("002", "Upper respiratory tract infection", 1, 18, 24, {}),
    ("002", "Upper respiratory tract infection", 2, 150, 158, {}), ("009", "Bronchitis", 2, -9, -4, {}),
    ("016", "Upper respiratory tract infection", 2, 30, None, {}),
    ("012", "Hypogammaglobulinaemia", 2, 28, None, OTHERWISE),
]

SETTINGS = {
    "study.yaml": """\
study: KN5501
title: Allogeneic anti-CD19 CAR-NK cells in refractory systemic lupus erythematosus, dose escalation
cutoff: 2025-09-30
treatment:
  variable: TRT01A
baseline: [AGE, SEX, WEIGHTBL, DISDUR, KBIOPSY, NPRIOR, LDREG]
scales: {CRS: ASTCT 2019, ICANS: ASTCT 2019}
dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
abbreviations: {FLU: fludarabine, CY: cyclophosphamide}
dlt: {rule: 3+3, window: 28, from: first-infusion}
"""
}


def datasets():
    chance = Chance(5501)
    subjects = [_treated(chance, *row) for row in TREATED]
    by_id = {subject["SUBJID"]: subject for subject in subjects}
    events, values, labs, doses, times = [], [], [], [], []
    for who, term, grade, start, end, more in REACTIONS:
        first = by_id[who]["TRTSDT"]
        events.append(event(by_id[who], term, grade, first + days(start), None if end is None else first + days(end),
                            **{"AECONTRT": "N", "AETOCIFL": "N", "AESTERFL": "N"} | more))
    for subject in subjects:
        counts = _laboratory(chance, subject)
        events += _other_events(chance, subject)
        values += lupus.rows(subject, _visits(subject))
        doses += _doses(subject)
        labs += [row for code, measured in counts.items() for row in laboratory.rows(subject, code, measured)]
        times += _times(subject, counts["NEUT"])
    subjects.append(_enrolled_only(chance))
    failed = [_screen_failure(chance, who) for who in FAILURES]
    unmet = [row for subject in failed for row in not_met(subject, FAILURES[subject["SUBJID"]])]
    return [
        (adsl(_variables(), subjects + failed), "xpt"),
        (Dataset("ADAE", "Adverse Events Analysis Dataset", EVENTS + OTHER_TREATMENT, numbered(events)), "xpt"),
        (Dataset("ADQS", "Questionnaires Analysis Dataset", lupus.VARIABLES, values), "csv"),
        (Dataset("ADLB", "Laboratory Analysis Dataset", laboratory.VARIABLES, labs), "ndjson"),
        (adex(doses), "json"), (adtte(times), "csv"), (adie(unmet), "csv"),
    ]


def _variables():
    return SUBJECT + DEMOGRAPHY + TREATMENT + [text("SCRFFL", "Screen Failure Flag")] + CELL_FLAGS + DISPOSITION + [
        text("DCSREAS", "Reason for Discontinuation from Study"),
        day("EOSDT", "End of Study Date"),
        number("WEIGHTBL", "Baseline Weight (kg)", "5.1"),
        number("HEIGHTBL", "Baseline Height (cm)", "5.1"),
        number("DISDUR", "Disease Duration (Years)", "5.1"),
        text("KBIOPSY", "Kidney Biopsy Class"),
        number("NPRIOR", "Number of Prior Therapies"),
        text("LDREG", "Lymphodepletion Regimen"),
        number("LDREGN", "Lymphodepletion Regimen (N)"),
        number("FUPDUR", "Follow-up (Months)", "5.1"),
    ]


def _person(chance, who):
    return {
        "STUDYID": "KN5501", "USUBJID": f"KN5501-01-{who}", "SUBJID": who, "SITEID": "01",
        "AGE": chance.between(19, 58), "AGEU": "YEARS", "SEX": chance.one_of("FM", [8, 1]), "RACE": "ASIAN",
        "ETHNIC": "NOT HISPANIC OR LATINO", "COUNTRY": "CHN", "WEIGHTBL": round(chance.normal(57, 8), 1),
        "HEIGHTBL": round(chance.normal(161, 5), 1), "DISDUR": chance.between(15, 180) / 10,
        "KBIOPSY": chance.one_of(["", "III", "IV", "IV+V", "V"], [4, 2, 3, 2, 1]), "NPRIOR": chance.between(3, 7),
        "DTHFL": "N",
    }


def _treated(chance, who, level, first):
    row = _person(chance, who)
    infusions = 1 if who in ONE_INFUSION else 2 if who in TWO_INFUSIONS else 3
    last = first + days(LEFT[who]) if who in LEFT else CUTOFF
    done = (CUTOFF - first).days >= 7 * 52 + 14 and who not in LEFT
    end = first + days(7 * 52 + 7) if done else last
    waiting = (CUTOFF - first).days < 28
    row |= {
        "TRT01P": DOSES[level - 1], "TRT01PN": level, "TRT01A": DOSES[level - 1], "TRT01AN": level,
        "TRTSDT": first, "TRTEDT": first + days(7 * (infusions - 1)), "SCRFFL": "N", "ENRLFL": "Y",
        "ITTFL": "Y", "SAFFL": "Y", "INFFL": "Y", "DLTEVLFL": "N" if who == "004" or waiting else "Y",
        "EOSSTT": "DISCONTINUED" if who in LEFT else "COMPLETED" if done else "ONGOING", "DCSREAS": REASON.get(who, ""),
        "EOSDT": end if who in LEFT or done else None,
        "LDREG": REDUCED if who == "012" else REGIMEN, "LDREGN": 2 if who == "012" else 1,
        "FUPDUR": round(((end - first).days + 1) / 30.4375, 1),
    }
    return row


def _enrolled_only(chance):
    """Enrolled and withdrawn before lymphodepletion."""
    who, level = NOT_TREATED
    return _person(chance, who) | {
        "TRT01P": DOSES[level - 1], "TRT01PN": level, "SCRFFL": "N", "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "N", "INFFL": "N",
        "DLTEVLFL": "N", "EOSSTT": "DISCONTINUED", "DCSREAS": "WITHDRAWAL BY SUBJECT", "EOSDT": CUTOFF - days(20),
    }


def _screen_failure(chance, who):
    return _person(chance, who) | {
        "SCRFFL": "Y", "ENRLFL": "N", "ITTFL": "N", "SAFFL": "N", "INFFL": "N", "DLTEVLFL": "N", "EOSSTT": "", "DTHFL": "N",
    }


def _until(subject):
    return subject["EOSDT"] or CUTOFF


def _visits(subject):
    who, first = subject["SUBJID"], subject["TRTSDT"]
    present = ACTIVITY[who]
    ever, visits = set(present), []
    planned = [("Baseline", 0, first - days(7))]
    planned += [(f"Week {week}", week, first + days(7 * week + int(who) % 5 - 2)) for week in WEEKS]
    for position, (name, week, when) in enumerate(planned):
        if when > _until(subject) or (who, position) in SKIPPED:
            continue
        activity = {item for item, gone in present.items() if gone > position} | BACK.get((who, position), set())
        ever |= activity
        visits.append((name, week, when, lupus.assessment(
            activity, ever, GLOBAL[who][position], PREDNISOLONE[who][position], bilag=LETTERS.get((who, position)),
            missing=MISSING.get((who, position), ()),
            HEMANEM="N", GIACT="N", IMMSTAB="N" if (who, position) == ("013", 2) else "Y")))
    return visits


def _laboratory(chance, subject):
    """Code → (AVISIT, AVISITN, days, value, analysed). 008 recovers late, 012 has abnormal liver and creatinine values at
    baseline, 004 leaves on day 12; the platelets of 005 on day 14 were counted twice, the second count is not analysed;
    013 has an unscheduled visit."""
    who, first = subject["SUBJID"], subject["TRTSDT"]
    own = {
        "NEUT": chance.normal(3.6, 0.8), "PLAT": chance.normal(210, 45), "WBC": chance.normal(5.6, 0.9),
        "LYM": chance.normal(1.3, 0.25), "HGB": chance.normal(118, 9),
        "ALT": 96 if who == "012" else chance.normal(24, 6), "AST": 71 if who == "012" else chance.normal(23, 5),
        "BILI": chance.normal(10, 3), "CREAT": 118 if who == "012" else chance.normal(62, 9), "CD19": chance.normal(170, 50),
        "IGG": chance.normal(12.5, 2), "IGA": chance.normal(2.1, 0.4), "IGM": chance.normal(1.1, 0.25),
    }
    counts = {}
    for code, base in own.items():
        depth = DEPTH.get(who, 1.2) if code in ("NEUT", "PLAT", "WBC", "LYM") else 1
        measured = [("Baseline", -1, -7, laboratory.rounded(code, base), True)]
        for after in LAB_DAYS:
            if first + days(after) > _until(subject) or (who, after, code) in {("003", 56, "CD19"), ("007", 180, "IGG")}:
                continue
            at = after / 4 if who == "008" and code in ("NEUT", "PLAT") and after > 7 else after
            course = 1 - depth * (1 - laboratory.share(code, at))
            value = laboratory.rounded(code, base * course * chance.normal(1, 0.06))
            measured.append((f"Day {after}", after, after, value, True))
            if (who, after, code) == ("005", 14, "PLAT"):
                measured.append((f"Day {after}", after, after + 1, value + 9, False))
        if who == "013":
            measured.insert(4, ("Unscheduled", 17, 17, laboratory.rounded(code, base * laboratory.share(code, 17)), True))
        counts[code] = measured
    return counts


def _other_events(chance, subject):
    first, last = subject["TRTSDT"], _until(subject)
    for term, probability, grades in (
        ("Lymphopenia", 0.9, [3, 4]), ("Neutropenia", 0.7, [2, 3, 4]), ("Leukopenia", 0.6, [2, 3]),
        ("Thrombocytopenia", 0.3, [1, 2]),
        ("Anaemia", 0.4, [1, 2]), ("Pyrexia", 0.4, [1, 2]), ("Fatigue", 0.3, [1]), ("Nausea", 0.4, [1, 2]),
        ("Headache", 0.2, [1]), ("Alanine aminotransferase increased", 0.2, [1, 2]), ("Rash", 0.15, [1]),
        ("Hypotension", 0.1, [1]),
    ):
        if chance.whether(probability):
            start = first + days(chance.between(-5, 25))
            end = start + days(chance.between(1, 30))
            yield event(subject, term, chance.one_of(grades), min(start, last), end if end <= last else None,
                        AREL=chance.one_of(["RELATED", "NOT RELATED", ""], [5, 4, 0.3]), AECONTRT="N", AETOCIFL="N",
                        AESTERFL="N")


def _doses(subject):
    level, weight = subject["TRT01AN"], subject["WEIGHTBL"]
    infusions = (subject["TRTEDT"] - subject["TRTSDT"]).days // 7 + 1
    cells = CELLS[level - 1]
    yield exposure(subject, "DOSE", "Dose per Infusion (10^9 cells)", cells)
    yield exposure(subject, "NINF", "Number of Infusions", infusions)
    yield exposure(subject, "CUMDOSE", "Cumulative Dose (10^9 cells)", round(cells * infusions, 1))
    yield exposure(subject, "DOSEKG", "Cumulative Dose per Weight (10^6 cells/kg)", round(1000 * cells * infusions / weight, 2))
    yield exposure(subject, "FLUDOSE", "Fludarabine Dose (mg/m2/day)", 20 if subject["LDREGN"] == 2 else 25)
    yield exposure(subject, "CYDOSE", "Cyclophosphamide Dose (mg/m2/day)", 300)
    planned = "AS PLANNED" if infusions == 3 else "STOPPED" if subject["SUBJID"] in LEFT else "ONGOING" if (
        CUTOFF - subject["TRTSDT"]).days < 28 else "OMITTED"
    yield exposure(subject, "INFSTAT", "Infusions Given", None, planned)


def _times(subject, neutrophils):
    """Weeks to the relapse, and days from the first infusion to neutrophils of 1.0 or more again, of those who were below."""
    who, first = subject["SUBJID"], subject["TRTSDT"]
    relapse = first + days(7 * 50) if who == "002" else None
    until = relapse or _until(subject)
    yield _time(subject, "TTREL", "Time to Relapse (Weeks)", round((until - first).days / 7, 1), relapse is None, until,
                "RELAPSE" if relapse else "NO RELAPSE BY LAST FOLLOW-UP")
    analysed = [(after, value) for _, _, after, value, used in neutrophils if used and after >= 0]
    below = next((position for position, (_, value) in enumerate(analysed) if value < 1.0), None)
    if below is None:
        return
    recovered = next((after for after, value in analysed[below:] if value >= 1.0), None)
    after = analysed[-1][0] if recovered is None else recovered
    yield _time(subject, "TTNEUT", "Time to Neutrophil Recovery (Days)", after, recovered is None, first + days(after),
                "NOT RECOVERED" if recovered is None else "NEUTROPHILS OF 1.0 OR MORE")


def _time(subject, code, name, value, censored, when, what):
    return {
        "STUDYID": "KN5501", "USUBJID": subject["USUBJID"], "PARAMCD": code, "PARAM": name, "AVAL": value,
        "CNSR": int(censored), "STARTDT": subject["TRTSDT"], "ADT": when, "EVNTDESC": what,
    }
