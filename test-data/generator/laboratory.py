"""Laboratory tests: their limits, their course after lymphodepletion, and the rows of ADLB."""

from .chance import days, study_day
from .dataset import day, number, text

VARIABLES = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("PARAMCD", "Parameter Code"),
    text("PARAM", "Parameter"),
    text("AVISIT", "Analysis Visit"),
    number("AVISITN", "Analysis Visit (N)"),
    day("ADT", "Analysis Date"),
    number("ADY", "Analysis Relative Day"),
    number("AVAL", "Analysis Value"),
    number("BASE", "Baseline Value"),
    number("CHG", "Change from Baseline"),
    number("ANRLO", "Analysis Normal Range Lower Limit"),
    number("ANRHI", "Analysis Normal Range Upper Limit"),
    text("ANRIND", "Analysis Reference Range Indicator"),
    text("BNRIND", "Baseline Reference Range Indicator"),
    text("ATOXGR", "Analysis Toxicity Grade"),
    text("BTOXGR", "Baseline Toxicity Grade"),
    text("ABLFL", "Baseline Record Flag"),
    text("ANL01FL", "Analysis Flag 01"),
]

# PARAM, decimals, lower and upper limit of normal (None where the laboratory gives none)
TESTS = {
    "NEUT": ("Neutrophils (10^9/L)", 2, 2.0, 7.0),
    "PLAT": ("Platelets (10^9/L)", 0, 125, 350),
    "WBC": ("Leukocytes (10^9/L)", 2, 4.0, 10.0),
    "LYM": ("Lymphocytes (10^9/L)", 2, 1.1, 3.2),
    "HGB": ("Haemoglobin (g/L)", 0, 115, 160),
    "ALT": ("Alanine Aminotransferase (U/L)", 0, 7, 40),
    "AST": ("Aspartate Aminotransferase (U/L)", 0, 13, 35),
    "BILI": ("Bilirubin (umol/L)", 1, 3.4, 20.5),
    "CREAT": ("Creatinine (umol/L)", 0, 41, 81),
    "CREATMG": ("Creatinine (mg/dL)", 2, 0.3, 0.8),
    "CD19": ("CD19+ B Cells (cells/uL)", 0, 90, 560),
    "IGG": ("Immunoglobulin G (g/L)", 1, 7.0, 16.0),
    "IGA": ("Immunoglobulin A (g/L)", 2, 0.7, 4.0),
    "IGM": ("Immunoglobulin M (g/L)", 2, 0.4, 2.3),
    "ALB": ("Albumin (g/L)", 0, 40, 55),
    "UPCR": ("Urine Protein/Creatinine Ratio (mg/mg)", 2, None, 0.2),
}

# Share of the baseline value by day after the first infusion; between these days on a straight line.
COURSE = {
    "NEUT": {0: 0.7, 7: 0.35, 14: 0.45, 28: 0.8, 56: 0.95},
    "PLAT": {0: 0.9, 7: 0.6, 14: 0.6, 28: 0.85, 56: 0.95},
    "WBC": {0: 0.6, 7: 0.35, 14: 0.45, 28: 0.75, 56: 0.9},
    "LYM": {0: 0.25, 7: 0.15, 14: 0.25, 28: 0.5, 56: 0.7, 90: 0.85},
    "HGB": {0: 0.95, 7: 0.88, 14: 0.87, 28: 0.92, 56: 0.97, 90: 1.02},
    "ALT": {0: 1.1, 7: 1.5, 14: 1.4, 28: 1.1},
    "AST": {0: 1.1, 7: 1.5, 14: 1.3, 28: 1.05},
    "BILI": {7: 1.2, 14: 1.1},
    "CREAT": {7: 1.05},
    "CREATMG": {7: 1.05, 90: 0.95},
    "CD19": {0: 0.4, 7: 0.02, 14: 0, 28: 0, 56: 0.05, 90: 0.3, 180: 0.55, 270: 0.7},
    "IGG": {7: 0.95, 28: 0.8, 56: 0.75, 90: 0.75, 180: 0.85},
    "IGA": {7: 0.95, 28: 0.75, 90: 0.7, 180: 0.8},
    "IGM": {7: 0.9, 28: 0.55, 90: 0.45, 180: 0.65},
}

# Bounds of grades 1 to 4 of low counts: a value below the bound has at least that grade; None is the lower limit of normal.
LOW = {"NEUT": [None, 1.5, 1.0, 0.5], "PLAT": [None, 75, 50, 25]}


def share(code, after):
    """The share of the baseline value `after` days from the first infusion."""
    points = sorted({-7: 1.0, **COURSE.get(code, {})}.items())
    for (left, low), (right, high) in zip(points, points[1:]):
        if left <= after <= right:
            return low + (high - low) * (after - left) / (right - left)
    return points[-1][1]


def grade(code, value):
    """The grade of low neutrophils and platelets by CTCAE 5.0; "" where the data leave grading to whoever reads them."""
    if code not in LOW or value is None:
        return ""
    lower = TESTS[code][2]
    return str(sum(value < (lower if bound is None else bound) for bound in LOW[code]))


def indicator(code, value):
    _, _, low, high = TESTS[code]
    if value is None:
        return ""
    return "LOW" if low is not None and value < low else "HIGH" if high is not None and value > high else "NORMAL"


def rows(subject, code, measured, written=None):
    """ADLB of one subject and test: `measured` are (AVISIT, AVISITN, days after the first infusion, value, analysed), the
    first being the baseline.

    `written` is the PARAMCD where it differs from the key of TESTS.
    """
    name, _, low, high = TESTS[code]
    base = measured[0][3]
    for position, (visit, visit_number, after, value, analysed) in enumerate(measured):
        when = subject["TRTSDT"] + days(after)
        known = position > 0 and value is not None and base is not None
        yield {
            "STUDYID": subject["STUDYID"], "USUBJID": subject["USUBJID"], "PARAMCD": written or code, "PARAM": name,
            "AVISIT": visit, "AVISITN": visit_number, "ADT": when, "ADY": study_day(when, subject["TRTSDT"]),
            "AVAL": value, "BASE": base, "CHG": round(value - base, 4) if known else None, "ANRLO": low, "ANRHI": high,
            "ANRIND": indicator(code, value), "BNRIND": indicator(code, base),
            "ATOXGR": grade(code, value), "BTOXGR": grade(code, base),
            "ABLFL": "" if position else "Y", "ANL01FL": "Y" if analysed else "",
        }


def rounded(code, value):
    decimals = TESTS[code][1]
    value = round(max(value, 0), decimals)
    return value if decimals else int(value)
