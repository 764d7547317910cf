"""SA-OR088: anti-CD19/BCMA CAR-NK cells in children with lupus, after the ASN Kidney Week 2025 abstract SA-OR088.

The eleven rows of the abstract's table are taken as they stand (there is no 003), and so are its facts: cut-off
August 2025, six at three months, three of them with SRI-4, one with LLDAS at month 4 and DORIS remission at
month 6, CRS in four (three of grade I, one of grade II), no ICANS. All else is made up to agree with them: a
visit a month, the scores between the first and the last, the other events, the dates. A month is reached
when the same day of that later month is not after the cut-off.
"""

from datetime import date

from .adam import (CELL_FLAGS, DEMOGRAPHY, DISPOSITION, SUBJECT, TREATMENT, adae, adeff, adqs, adsl, event, response,
                   scores)
from .chance import days, plus_months
from .dataset import number, text

FOLDER = "sa-or088"
CUTOFF = date(2025, 8, 31)

# id, age, sex, disease duration, biopsy class, dose, follow-up, first infusion, weight, SLEDAI-2K by month from 0
TABLE = [
    ("001", 13, "F", 2, "", "1*10^9", 6, date(2025, 2, 12), 42.0, [14, 10, 8, 6, 4, 2, 0]),
    ("002", 13, "F", 2, "III+V", "2*10^9", 6, date(2025, 2, 24), 38.5, [14, 14, 12, 12, 8, 4, 2]),
    ("004", 17, "F", 6, "III+V", "3*10^9", 4, date(2025, 4, 9), 51.2, [10, 10, 10, 8, 8]),
    ("005", 15, "M", 6, "IV+V", "3*10^9", 4, date(2025, 4, 22), 55.0, [14, 14, 12, 12, 10]),
    ("006", 17, "M", 7, "III+III-V", "4.5*10^9", 3, date(2025, 5, 8), 61.8, [14, 12, 10, 8]),
    ("007", 15, "F", 5, "II", "4.5*10^9", 3, date(2025, 5, 27), 47.3, [10, 6, 2, 0]),
    ("008", 14, "F", 4, "III", "3*10^9", 2, date(2025, 6, 18), 44.1, [8, 6, 4]),
    ("009", 15, "F", 8, "IV", "3*10^9", 1, date(2025, 7, 3), 49.6, [18, 10]),
    ("010", 13, "M", 3, "", "4.5*10^9", 1, date(2025, 7, 10), 40.7, [10, 4]),
    ("011", 13, "F", 0.67, "IV+V", "3*10^9", 1, date(2025, 7, 16), 36.9, [8, 6]),
    ("012", 12, "F", 3, "", "4.5*10^9", 1, date(2025, 7, 24), 35.4, [10, 6]),
]
DOSES = ["1*10^9", "2*10^9", "3*10^9", "4.5*10^9"]
CLASSES = ["II", "III", "III+III-V", "III+V", "IV", "IV+V"]

# Physician global assessment and prednisolone by month. Only 001 comes below what LLDAS and remission allow
# (0.15 and 0.1 mg/kg/day: 6.3 and 4.2 mg for 42 kg); 002, 007, 008 and 010 have a low score on a higher dose.
GLOBAL = {
    "001": [2.0, 1.6, 1.4, 1.1, 0.8, 0.5, 0.2],
    "002": [2.1, 2.0, 1.9, 1.7, 1.4, 1.2, 1.1],
    "004": [1.5, 1.5, 1.4, 1.3, 1.3],
    "005": [2.2, 2.1, 2.0, 1.8, 1.6],
    "006": [1.9, 1.8, 1.5, 1.2],
    "007": [1.6, 1.3, 1.1, 0.9],
    "008": [1.3, 1.2, 1.1],
    "009": [2.5, 1.8],
    "010": [1.7, 1.2],
    "011": [1.4, 1.3],
    "012": [1.6, 1.4],
}
PREDNISOLONE = {
    "001": [20, 15, 10, 7.5, 5, 5, 2.5],
    "002": [30, 25, 20, 20, 15, 12.5, 12.5],
    "004": [25, 20, 20, 17.5, 15],
    "005": [30, 30, 25, 20, 20],
    "006": [30, 25, 20, 15],
    "007": [20, 17.5, 12.5, 10],
    "008": [20, 17.5, 15],
    "009": [40, 30],
    "010": [25, 20],
    "011": [20, 20],
    "012": [20, 17.5],
}

# subject, term, grade, first and last day counted from the first infusion (0), last None while it goes on
EVENTS = [
    ("001", "Pyrexia", 1, 1, 2, {}),
    ("001", "Lymphopenia", 3, -2, 20, {"AREL": "NOT RELATED"}),
    ("001", "Upper respiratory tract infection", 1, 64, 70, {"AREL": "NOT RELATED"}),
    ("002", "Lymphopenia", 2, 3, 24, {}),
    ("002", "Nausea", 1, 0, 1, {}),
    ("002", "Upper respiratory tract infection", 2, 41, 50, {"AREL": "NOT RELATED"}),
    ("002", "Upper respiratory tract infection", 1, 120, 126, {"AREL": "NOT RELATED"}),
    ("004", "Pyrexia", 1, 2, 3, {}),
    ("004", "Neutropenia", 2, 4, 15, {}),
    ("005", "Cytokine release syndrome", 1, 1, 3, {}),
    ("005", "Lymphopenia", 3, 2, 28, {}),
    ("005", "Alanine aminotransferase increased", 1, 14, 30, {}),
    ("006", "Headache", 1, 5, 5, {"AREL": "NOT RELATED"}),
    ("006", "Lymphopenia", 2, 1, 21, {}),
    ("006", "Leukopenia", 1, 1, 9, {}),
    ("007", "Cytokine release syndrome", 2, 0, 4, {}),
    ("007", "Neutropenia", 3, 3, 12, {}),
    ("007", "Rash", 1, 20, 33, {"AREL": "NOT RELATED"}),
    ("008", "Cytokine release syndrome", 1, 7, 8, {}),
    ("008", "Vomiting", 1, -3, -2, {"AREL": "NOT RELATED"}),
    ("009", "Cytokine release syndrome", 1, 1, 2, {}),
    ("009", "Lymphopenia", 3, 2, None, {}),
    ("010", "Pyrexia", 1, 8, 9, {}),
    ("010", "Nausea", 1, 1, 1, {}),
    ("012", "Lymphopenia", 2, 2, None, {}),
    ("012", "Fatigue", 1, 1, 6, {"AREL": "NOT RELATED"}),
]

SETTINGS = {
    "study.yaml": """\
study: SA-OR088
title: Anti-CD19/BCMA CAR-NK in pediatric SLE
cutoff: 2025-08-31
treatment:
  variable: TRT01A
  order: [1*10^9, 2*10^9, 3*10^9, 4.5*10^9]
  total: Total
style: abstract
baseline: [AGE, SEX, WEIGHTBL, DISDUR, KBIOPSY]
scales: {CRS: ASTCT 2019, ICANS: ASTCT 2019}
dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
endpoints:
  definition: child
tables:
  - case-series
  - baseline
  - populations
  - disposition
  - ae-overview
  - ae-soc-pt
  - ae-serious
  - aesi
  - response: {parameters: [SRI4, LLDAS, DORIS]}
  - change: {as: change-sledai2k, parameter: SLEDAI2K}
  - change: {as: change-pga, parameter: PGA}
  - listing-ae
  - results
"""
}


def datasets():
    subjects = [_subject(*row) for row in TABLE]
    variables = SUBJECT + DEMOGRAPHY + TREATMENT + CELL_FLAGS + DISPOSITION + [
        number("DISDUR", "Duration of Disease (Years)"),
        text("KBIOPSY", "Kidney Biopsy Class"),
        number("KBIOPSYN", "Kidney Biopsy Class (N)"),
        number("WEIGHTBL", "Baseline Weight (kg)", "5.1"),
        number("FUPDUR", "Follow-up Period (Months)"),
    ]
    events, values, answers = [], [], []
    by_id = {subject["SUBJID"]: subject for subject in subjects}
    for who, term, grade, start, end, more in EVENTS:
        first = by_id[who]["TRTSDT"]
        end = None if end is None else first + days(end)
        events.append(event(by_id[who], term, grade, first + days(start), end, **more))
    for subject, row in zip(subjects, TABLE):
        who, sledai = subject["SUBJID"], row[-1]
        visits = [_visit(subject, month) for month in range(len(sledai))]
        for code, series in (("SLEDAI2K", sledai), ("PGA", GLOBAL[who]), ("PREDDOSE", PREDNISOLONE[who])):
            assert len(series) == len(visits) == subject["FUPDUR"] + 1, who
            values += scores(subject, code, [visit + (value,) for visit, value in zip(visits, series)])
        for month in range(3, len(sledai)):
            for code, met in _responses(subject, month, sledai):
                answers.append(response(subject, code, *visits[month], met))
    return [(adsl(variables, subjects), "xpt"), (adae(events), "xpt"), (adqs(values), "csv"), (adeff(answers), "csv")]


def _subject(who, age, sex, duration, biopsy, dose, months, first, weight, _):
    assert plus_months(first, months) <= CUTOFF < plus_months(first, months + 1), who
    return {
        "STUDYID": "SA-OR088", "USUBJID": f"SA-OR088-01-{who}", "SUBJID": who, "SITEID": "01",
        "AGE": age, "AGEU": "YEARS", "SEX": sex, "RACE": "ASIAN", "ETHNIC": "NOT HISPANIC OR LATINO", "COUNTRY": "CHN",
        "TRT01P": dose, "TRT01PN": DOSES.index(dose) + 1, "TRT01A": dose, "TRT01AN": DOSES.index(dose) + 1,
        "TRTSDT": first, "TRTEDT": first + days(17),
        "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "Y", "INFFL": "Y", "DLTEVLFL": "Y", "EOSSTT": "ONGOING", "DTHFL": "N",
        "DISDUR": duration, "KBIOPSY": biopsy, "KBIOPSYN": CLASSES.index(biopsy) + 1 if biopsy else None,
        "WEIGHTBL": weight, "FUPDUR": months,
    }


def _visit(subject, month):
    """AVISIT, AVISITN and the day, which is the day of the month of the first infusion or up to two days later."""
    if month == 0:
        return "Baseline", 0, subject["TRTSDT"] - days(6)
    when = plus_months(subject["TRTSDT"], month) + days((int(subject["SUBJID"]) + month) % 3)
    return f"Month {month}", month, min(when, CUTOFF)


def _responses(subject, month, sledai):
    """The three endpoints from the scores, by their published definitions as far as these scores go."""
    who, weight = subject["SUBJID"], subject["WEIGHTBL"]
    pga, dose, score = GLOBAL[who], PREDNISOLONE[who][month], sledai[month]
    yield "SRI4", sledai[0] - score >= 4 and round(pga[month] - pga[0], 4) < 0.3
    yield "LLDAS", score <= 4 and pga[month] <= 1 and dose <= min(7.5, 0.15 * weight)
    yield "DORIS", score == 0 and pga[month] < 0.5 and dose <= min(5, 0.1 * weight)
