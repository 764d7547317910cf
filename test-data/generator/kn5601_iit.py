"""KN5601-IIT: anti-CD19/BCMA CAR-NK cells in B-cell mediated autoimmune disease, an investigator-initiated study.

Its two cohorts, systemic lupus erythematosus (SLE) and multi-drug resistant, steroid-resistant nephrotic syndrome
(MDR-SRNS), and its eligibility criteria are those of the study's entry in public registers, the criteria in short
words of our own. No result of it is public: every subject and every value is invented.

Screened are 13 and 10; 5 and 4 fail, some of several criteria; 8 and 6 are enrolled, one of the latter not treated.
Remission of nephrotic syndrome by KDIGO 2021: complete at a urine protein/creatinine ratio of at most 0.2 mg/mg, partial
above that, below 2 mg/mg and with albumin of at least 30 g/L, relapse at 2 mg/mg and more after a complete remission.
Values lie on these bounds: 0.20 (N02 at month 3), 2.00 (N03 at month 6, N05 at month 1), albumin of 30 (N04 at month 3).
One subject (L06) is 18 and one (N06, not treated) 3 years old; creatinine is in mg/dL.
"""

from datetime import date

from . import laboratory, lupus
from .adam import (CELL_FLAGS, DEMOGRAPHY, DISPOSITION, EVENTS, OTHER_TREATMENT, SUBJECT, TREATMENT, adeff, adex, adie, adsl,
                   adtte, event, exposure, not_met, numbered, response)
from .chance import Chance, days, plus_months
from .dataset import Dataset, number, text

FOLDER = "kn5601-iit"
CUTOFF = date(2025, 8, 31)
COHORTS = ["SLE", "MDR-SRNS"]
MONTHS = [1, 3, 6, 9]
LAB_DAYS = [7, 14, 28, 56, 90, 180, 270]
FLUDARABINE, CYCLOPHOSPHAMIDE = 25, 300

CRITERIA = {
    "INCL01": "Informed consent of the patient or the guardian",
    "INCL02": "Expected survival of at least 12 weeks",
    "INCL03": "ECOG performance status 0 to 2",
    "INCL04": "Ejection fraction of at least 55% and a normal electrocardiogram",
    "INCL05": "eGFR of at least 30 mL/min/1.73 m2",
    "INCL06": "ALT and AST at most 3 times, bilirubin at most twice the upper limit",
    "INCL07": "No severe lung disease, oxygen saturation of at least 92%",
    "INCL08": "Not pregnant; contraception for a year after the infusion",
    "INCL09": "SLE: at least 5 years old",
    "INCL10": "SLE: 2019 EULAR/ACR classification criteria met",
    "INCL11": "SLE: active, steroid-dependent or intolerant despite standard treatment",
    "INCL12": "SLE: SLEDAI-2K above 6",
    "INCL13": "SLE: no central nervous system disease within 60 days",
    "INCL14": "SLE: no macrophage activation syndrome within a month",
    "INCL15": "MDR-SRNS: at least 3 years old",
    "INCL16": "MDR-SRNS: resistant by KDIGO 2021 to two drugs, or relapsed",
    "INCL17": "MDR-SRNS: minimal change disease or FSGS in the biopsy",
    "EXCL01": "Severe allergy, or a trial drug contraindicated",
    "EXCL02": "Uncontrolled infection, or treated systemically within a week",
    "EXCL03": "Heart failure, NYHA class III or IV",
    "EXCL04": "Congenital heart disease, infarction, arrhythmia or unstable circulation",
    "EXCL05": "Renal replacement therapy within 3 months",
    "EXCL06": "Hepatitis B or C, HIV, syphilis or CMV, active",
    "EXCL07": "Herpes or varicella zoster within 12 weeks",
    "EXCL08": "Seizures or another active disease of the nervous system",
    "EXCL09": "Malignant or another life-threatening disease",
    "EXCL10": "Immunodeficiency, secondary or congenital",
    "EXCL11": "Another major disease that stands against the cells",
    "EXCL12": "Transplantation within 3 months, or acute GVHD",
    "EXCL13": "Live vaccine within 4 weeks",
    "EXCL14": "B-cell targeted therapy within a month",
    "EXCL15": "Pregnancy test in blood positive",
    "EXCL16": "Another clinical study within 3 months",
    "EXCL17": "Laboratory values that stand against participation",
    "EXCL18": "Another risk in the investigator's judgement",
}
FAILED = {
    "L09": ["INCL12"], "L10": ["INCL12", "EXCL02"], "L11": ["INCL13", "EXCL08"], "L12": ["EXCL14"],
    "L13": ["INCL05", "INCL12", "EXCL05"],
    "N07": ["INCL17"], "N08": ["EXCL06"], "N09": ["INCL05", "EXCL05"], "N10": ["EXCL02", "EXCL07"],
}

# id, sex, age, weight, height, first infusion, creatinine in mg/dL, dose per infusion in 10^9 cells, infusions, biopsy
TREATED = [
    ("L01", "F", 13, 41.5, 152, date(2024, 10, 15), 0.52, 2, 3, "IV"),
    ("L02", "F", 15, 48.2, 158, date(2024, 11, 12), 0.61, 2, 3, "III+V"),
    ("L03", "M", 11, 33.0, 141, date(2025, 1, 8), 0.47, 1, 3, "IV+V"),
    ("L04", "F", 16, 52.4, 161, date(2025, 2, 19), 1.35, 2, 3, "IV"),
    ("L05", "F", 9, 26.8, 131, date(2025, 3, 12), 0.41, 1, 2, ""),
    ("L06", "F", 18, 55.1, 163, date(2025, 4, 9), 0.66, 2, 3, "V"),
    ("L07", "F", 14, 44.9, 155, date(2025, 6, 4), 0.58, 2, 3, ""),
    ("L08", "M", 12, 37.3, 147, date(2025, 8, 6), 0.50, 1, 3, "III"),
    ("N01", "M", 7, 24.1, 121, date(2024, 11, 19), 0.38, 1, 3, "FSGS"),
    ("N02", "F", 10, 31.6, 138, date(2025, 1, 22), 0.44, 1, 3, "MCD"),
    ("N03", "M", 5, 18.9, 109, date(2025, 2, 26), 0.33, 1, 3, "MCD"),
    ("N04", "M", 12, 40.2, 149, date(2025, 4, 23), 1.08, 2, 3, "FSGS"),
    ("N05", "F", 8, 25.7, 126, date(2025, 7, 16), 0.40, 1, 2, "FSGS"),
]
NOT_TREATED = ("N06", "M", 3, 14.2, 96)

# Items at baseline and the visit (1 = month 1, 2 = month 3, 3 = month 6, 4 = month 9) from which each is gone; PGA and
# prednisolone by visit.
LUPUS = {
    "L01": ({9: 1, 12: 2, 13: 3, 15: 1, 20: 9, 21: 3}, [2.0, 1.3, 0.9, 0.4, 0.3], [30, 20, 7.5, 3.75, 2.5]),
    "L02": ({9: 1, 13: 3, 14: 2, 20: 3, 21: 9}, [1.8, 1.4, 1.0, 0.8, 0.6], [40, 25, 10, 7.5, 5]),
    "L03": ({11: 2, 12: 2, 13: 9, 17: 1, 20: 9, 22: 1}, [2.3, 1.7, 1.3, 1.1], [25, 20, 12.5, 10]),
    "L04": ({9: 2, 12: 3, 13: 9, 21: 9, 24: 2}, [2.1, 1.8, 1.2, 1.0], [30, 25, 15, 7.5]),
    "L05": ({9: 1, 15: 2, 16: 2, 21: 2, 23: 1}, [1.6, 1.0, 0.5], [20, 10, 2.5]),
    "L06": ({9: 2, 13: 2, 15: 1, 20: 2}, [1.9, 1.4, 0.7], [25, 15, 5]),
    "L07": ({9: 1, 10: 2, 15: 1, 21: 9}, [1.7, 1.2], [20, 15]),
    "L08": ({9: 9, 13: 9, 20: 9, 21: 9}, [2.0], [30]),
}
# Urine protein/creatinine ratio: at baseline, then at months 1, 3, 6 and 9; albumin at the same visits
PROTEINURIA = {
    "L01": [1.80, 1.10, 0.62, 0.31, 0.18], "L02": [2.40, 1.90, 0.95, 0.48, 0.50], "L03": [3.10, 2.50, 1.30, 0.80],
    "L04": [2.75, 2.20, 1.60, 1.20], "L05": [0.15, 0.12, 0.10], "L06": [0.90, 0.70, 0.44], "L07": [0.11, 0.14], "L08": [1.25],
    "N01": [6.20, 3.10, 0.90, 0.18, 0.15], "N02": [5.40, 0.60, 0.20, 0.12], "N03": [4.80, 0.19, 0.16, 2.00],
    "N04": [7.90, 5.20, 1.40], "N05": [5.10, 2.00],
}
ALBUMIN = {
    "N01": [21, 27, 34, 41, 43], "N02": [24, 36, 42, 44], "N03": [22, 40, 43, 33], "N04": [19, 24, 30], "N05": [23, 29],
}
STEROID = {"N01": [30, 25, 15, 5, 0], "N02": [40, 20, 7.5, 2.5], "N03": [20, 10, 5, 20], "N04": [40, 30, 15], "N05": [30, 25]}

CRS = "Cytokine release syndrome"
TOCILIZUMAB, METHYLPREDNISOLONE = "TOCILIZUMAB", "METHYLPREDNISOLONE"
EVENTS_OF = [
    ("L01", CRS, 1, 1, 2, "", "N"), ("L03", CRS, 2, 1, 4, TOCILIZUMAB, "N"), ("L05", CRS, 1, 8, 9, "PARACETAMOL", "N"),
    ("N01", CRS, 1, 0, 2, "", "N"), ("N03", CRS, 2, 1, 5, f"{TOCILIZUMAB}, {METHYLPREDNISOLONE}", "N"),
    ("L03", "Hypotension", 2, 1, 2, "FLUIDS", "N"), ("L02", "Upper respiratory tract infection", 1, 40, 46, "", "N"),
    ("L04", "Pneumonia", 3, 70, 84, "ANTIBIOTICS", "Y"), ("N02", "Urinary tract infection", 2, 55, 62, "ANTIBIOTICS", "N"),
    ("N04", "Herpes zoster", 2, 90, 110, "ACICLOVIR", "N"), ("L06", "Cytomegalovirus infection", 3, 45, None, "GANCICLOVIR", "Y"),
    ("N01", "Upper respiratory tract infection", 1, 100, 107, "", "N"),
    ("N01", "Upper respiratory tract infection", 2, 160, 166, "", "N"), ("N05", "Bronchitis", 1, -6, -2, "", "N"),
    ("N03", "Hypertension", 2, 10, 30, "AMLODIPINE", "N"), ("L04", "Blood creatinine increased", 1, 9, 20, "", "N"),
]

SETTINGS = {
    "study.yaml": """\
study: KN5601-IIT
title: Anti-CD19/BCMA CAR-NK cells in children with SLE or multi-drug resistant nephrotic syndrome
cutoff: 2025-08-31
treatment:
  variable: COHORT
baseline: [AGE, SEX, WEIGHTBL, HEIGHTBL, DISDUR, KBIOPSY]
scales: {CRS: ASTCT 2019}
dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
abbreviations:
  CY: cyclophosphamide
  FLU: fludarabine
  FSGS: focal segmental glomerulosclerosis
  MCD: minimal change disease
  MDR-SRNS: multi-drug resistant, steroid-resistant nephrotic syndrome
endpoints:
  definition: child
"""
}


def datasets():
    chance = Chance(5601)
    subjects = [_treated(chance, *row) for row in TREATED]
    events, values, labs, doses, answers, times = [], [], [], [], [], []
    by_id = {subject["SUBJID"]: subject for subject in subjects}
    for who, term, grade, start, end, given, serious in EVENTS_OF:
        first = by_id[who]["TRTSDT"]
        events.append(event(by_id[who], term, grade, first + days(start), None if end is None else first + days(end),
                            AESER=serious, AEACNOTH=given, AECONTRT="Y" if given else "N",
                            AREL="RELATED" if term == CRS else "NOT RELATED"))
    for subject, row in zip(subjects, TREATED):
        events += _cytopenias(chance, subject)
        values += _scores(subject)
        labs += _laboratory(chance, subject, row[6])
        doses += _doses(subject, row[7], row[8])
        if subject["COHORT"] == "MDR-SRNS":
            answers += _answers(subject)
            times += _times(subject)
    subjects.append(_untreated(chance))
    failed = [_screen_failure(chance, who) for who in FAILED]
    unmet = [row for subject in failed
             for row in not_met(subject, {code: CRITERIA[code] for code in FAILED[subject["SUBJID"]]})]
    variables = SUBJECT + DEMOGRAPHY + TREATMENT + [
        text("COHORT", "Cohort"), number("COHORTN", "Cohort (N)"), text("SCRFFL", "Screen Failure Flag"),
    ] + CELL_FLAGS + DISPOSITION + [
        text("DCSREAS", "Reason for Discontinuation from Study"),
        number("WEIGHTBL", "Baseline Weight (kg)", "5.1"),
        number("HEIGHTBL", "Baseline Height (cm)", "5.1"),
        number("DISDUR", "Disease Duration (Years)", "5.1"),
        text("KBIOPSY", "Kidney Biopsy Class"),
        text("LDREG", "Lymphodepletion Regimen"),
        number("FUPDUR", "Follow-up (Months)", "5.1"),
    ]
    events = [{name: value for name, value in row.items() if name != "AEDLTFL"} for row in events]
    event_variables = [v for v in EVENTS if v.name != "AEDLTFL"] + OTHER_TREATMENT[:2]
    return [
        (adsl(variables, subjects + failed), "csv"),
        (Dataset("ADAE", "Adverse Events Analysis Dataset", event_variables, numbered(events)), "xpt"),
        (Dataset("ADQS", "Questionnaires Analysis Dataset", lupus.VARIABLES, values), "ndjson"),
        (Dataset("ADLB", "Laboratory Analysis Dataset", laboratory.VARIABLES, labs), "csv"),
        (adeff(answers), "xpt"), (adex(doses), "csv"), (adtte(times), "json"), (adie(unmet), "xlsx"),
    ]


def _person(chance, who, sex, age, weight, height, biopsy):
    cohort = who[0] == "N"
    return {
        "STUDYID": "KN5601-IIT", "USUBJID": f"KN5601-IIT-{who}", "SUBJID": who, "SITEID": "01", "AGE": age,
        "AGEU": "YEARS", "SEX": sex, "RACE": "ASIAN", "ETHNIC": "NOT HISPANIC OR LATINO", "COUNTRY": "CHN",
        "COHORT": COHORTS[cohort], "COHORTN": cohort + 1, "WEIGHTBL": weight,
        "HEIGHTBL": height, "DISDUR": chance.between(5, 60) / 10, "KBIOPSY": biopsy, "DTHFL": "N",
    }


def _treated(chance, who, sex, age, weight, height, first, creatinine, dose, infusions, biopsy):
    arm = f"{dose}*10^9"
    return _person(chance, who, sex, age, weight, height, biopsy) | {
        "TRT01P": arm, "TRT01PN": dose, "TRT01A": arm, "TRT01AN": dose, "TRTSDT": first,
        "TRTEDT": first + days(7 * (infusions - 1)),
        "SCRFFL": "N", "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "Y", "INFFL": "Y",
        "DLTEVLFL": "Y" if (CUTOFF - first).days >= 28 else "N", "EOSSTT": "ONGOING",
        "LDREG": f"FLU {FLUDARABINE} mg/m2 + CY {CYCLOPHOSPHAMIDE} mg/m2",
        "FUPDUR": round(((CUTOFF - first).days + 1) / 30.4375, 1),
    }


def _untreated(chance):
    who, sex, age, weight, height = NOT_TREATED
    return _person(chance, who, sex, age, weight, height, "MCD") | {
        "TRT01P": "1*10^9", "TRT01PN": 1, "SCRFFL": "N", "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "N", "INFFL": "N",
        "DLTEVLFL": "N", "EOSSTT": "DISCONTINUED", "DCSREAS": "WITHDRAWAL BY PARENT/GUARDIAN",
    }


def _screen_failure(chance, who):
    age = chance.between(4, 17)
    weight, height = round(chance.normal(12 + 2.6 * age, 3), 1), round(chance.normal(84 + 5 * age, 4))
    return _person(chance, who, chance.one_of("FM"), age, weight, height, "") | {
        "SCRFFL": "Y", "ENRLFL": "N", "ITTFL": "N", "SAFFL": "N", "INFFL": "N", "DLTEVLFL": "N", "EOSSTT": "",
    }


def _visits(subject):
    """(AVISIT, AVISITN, ADT) of the visits up to the cut-off."""
    first = subject["TRTSDT"]
    visits = [("Baseline", 0, first - days(6))]
    for month in MONTHS:
        when = plus_months(first, month) + days(int(subject["SUBJID"][1:]) % 3)
        if when <= CUTOFF:
            visits.append((f"Month {month}", month, when))
    return visits


def _scores(subject):
    who, visits = subject["SUBJID"], _visits(subject)
    if who in STEROID:
        assert len(STEROID[who]) == len(visits), who
        return lupus.rows(subject, [visit + ({"PREDDOSE": (dose, "")},) for visit, dose in zip(visits, STEROID[who])])
    present, judged, doses = LUPUS[who]
    assert len(judged) == len(doses) == len(visits), who
    assessed = []
    for position, visit in enumerate(visits):
        activity = {item for item, gone in present.items() if gone > position}
        components = lupus.assessment(activity, set(present), judged[position], doses[position], weighted=True)
        assessed.append(visit + (components,))
    return lupus.rows(subject, assessed)


def _laboratory(chance, subject, creatinine):
    who, first = subject["SUBJID"], subject["TRTSDT"]
    own = {
        "NEUT": chance.normal(4.2, 0.9), "PLAT": chance.normal(260, 50), "WBC": chance.normal(6.5, 1.0),
        "LYM": chance.normal(1.6, 0.3), "HGB": chance.normal(121, 8),
        "ALT": chance.normal(22, 6), "AST": chance.normal(24, 5), "CREATMG": creatinine,
        "CD19": chance.normal(220, 60), "IGG": chance.normal(7 if who[0] == "N" else 11, 1.5),
    }
    for code, base in own.items():
        measured = [("Baseline", -1, -6, laboratory.rounded(code, base), True)]
        for after in LAB_DAYS:
            if first + days(after) <= CUTOFF:
                value = base * laboratory.share(code, after) * chance.normal(1, 0.05)
                measured.append((f"Day {after}", after, after, laboratory.rounded(code, value), True))
        yield from laboratory.rows(subject, code, measured, "CREAT" if code == "CREATMG" else code)
    visits = _visits(subject)
    for code, series in (("UPCR", PROTEINURIA), ("ALB", ALBUMIN)):
        if who in series:
            assert len(series[who]) == len(visits), (who, code)
            yield from laboratory.rows(subject, code, [
                (name, visit, (when - first).days, value, True) for (name, visit, when), value in zip(visits, series[who])])


def _cytopenias(chance, subject):
    for term, probability, grades in (("Lymphopenia", 0.9, [3, 4]), ("Neutropenia", 0.6, [2, 3]), ("Leukopenia", 0.5, [2, 3]),
                                      ("Anaemia", 0.3, [1, 2]), ("Pyrexia", 0.4, [1]), ("Nausea", 0.4, [1])):
        if chance.whether(probability):
            start = subject["TRTSDT"] + days(chance.between(0, 10))
            end = start + days(chance.between(2, 20))
            yield event(subject, term, chance.one_of(grades), start, end if end <= CUTOFF else None, AECONTRT="N", AEACNOTH="")


def _doses(subject, dose, infusions):
    yield exposure(subject, "DOSE", "Dose per Infusion (10^9 cells)", dose)
    yield exposure(subject, "NINF", "Number of Infusions", infusions)
    yield exposure(subject, "CUMDOSE", "Cumulative Dose (10^9 cells)", dose * infusions)
    per_weight = round(1000 * dose * infusions / subject["WEIGHTBL"], 1)
    yield exposure(subject, "DOSEKG", "Cumulative Dose per Weight (10^6 cells/kg)", per_weight)
    yield exposure(subject, "FLUDOSE", "Fludarabine Dose (mg/m2/day)", FLUDARABINE)
    yield exposure(subject, "CYDOSE", "Cyclophosphamide Dose (mg/m2/day)", CYCLOPHOSPHAMIDE)


RESPONSES = {"SRNSCR": "Complete Remission of Nephrotic Syndrome", "SRNSRR": "Complete or Partial Remission",
             "SRNSREL": "Relapse of Nephrotic Syndrome"}


def _answers(subject):
    who, remitted = subject["SUBJID"], False
    for position, (name, visit, when) in enumerate(_visits(subject)):
        if position == 0:
            continue
        ratio, albumin = PROTEINURIA[who][position], ALBUMIN[who][position]
        complete = ratio <= 0.2
        relapse = remitted and ratio >= 2
        remitted = remitted or complete
        for code, met in (("SRNSCR", complete), ("SRNSRR", complete or (ratio < 2 and albumin >= 30)), ("SRNSREL", relapse)):
            yield response(subject, code, name, visit, when, met) | {"PARAM": RESPONSES[code]}


def _times(subject):
    """Weeks from the first complete remission to the relapse, of those who had one."""
    who, since = subject["SUBJID"], None
    for position, (_, _, when) in enumerate(_visits(subject)):
        ratio = PROTEINURIA[who][position]
        if since is not None and ratio >= 2:
            yield _time(subject, since, when, False)
            return
        if since is None and ratio <= 0.2:
            since = when
    if since is not None:
        yield _time(subject, since, CUTOFF, True)


def _time(subject, since, until, censored):
    return {
        "STUDYID": subject["STUDYID"], "USUBJID": subject["USUBJID"], "PARAMCD": "TTREL", "PARAM": "Time to Relapse (Weeks)",
        "AVAL": round((until - since).days / 7, 1), "CNSR": int(censored), "STARTDT": since, "ADT": until,
        "EVNTDESC": "NO RELAPSE BY DATA CUT-OFF" if censored else "RELAPSE",
    }
