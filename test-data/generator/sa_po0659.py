"""SA-PO0659: autologous CD19 CAR-T cells in children with lupus, after the ASN Kidney Week 2025 abstract SA-PO0659.

Its figures: 22 patients; lymphodepletion 8 full, 2 two thirds, 2 half, 10 a third; doses of 0.3, 1 and 3*10^5/kg in 6, 12
and 4; follow-up 6.4 months (3.1 to 13.1); SRI-4 in 19, LLDAS in 10, DORIS remission in 7; CRS in 20 (19 of grade 1,
one of grade 3); ICANS in 4 (three of grade 1, one of grade 4); three relapses, 5 to 9 months after the infusion.
The rest is made up. Two subjects have more than one CRS, so that only the worst grade a subject gives the figures.
"""

from datetime import date

from .adam import (CELL_FLAGS, DEMOGRAPHY, DISPOSITION, SUBJECT, TREATMENT, adae, adeff, adsl, adtte, event, response)
from .chance import Chance, days, plus_months
from .dataset import number, text

FOLDER = "sa-po0659"
CUTOFF = date(2025, 5, 31)
MONTHS = [1, 3, 6, 9, 12]

FOLLOW_UP = [13.1, 12.4, 11.6, 10.7, 10.2, 9.6, 9.2, 8.3, 7.5, 6.9, 6.4, 6.4, 6.1, 5.8, 5.3, 5.0, 4.6, 4.2, 3.9, 3.6,
             3.3, 3.1]
DOSES = ["0.3*10^5/kg", "1*10^5/kg", "3*10^5/kg"]
DOSE = [2, 2, 3, 2, 1, 3, 2, 1, 2, 2, 3, 2, 1, 2, 2, 1, 2, 3, 2, 1, 2, 1]
REGIMENS = ["Full dose", "2/3 dose", "1/2 dose", "1/3 dose"]
REGIMEN = [1, 1, 1, 1, 1, 2, 1, 1, 1, 2, 3, 4, 4, 3, 4, 4, 4, 4, 4, 4, 4, 4]
# subject: month of its first visit with the response; the same or a later visit for the stricter one
SRI4 = {1: 1, 2: 3, 3: 1, 4: 3, 5: 3, 6: 1, 7: 3, 9: 3, 10: 1, 11: 3, 12: 6, 13: 1, 14: 3, 15: 1, 16: 3, 18: 3, 19: 1,
        20: 3, 21: 3}
LLDAS = {1: 3, 2: 6, 3: 3, 4: 6, 6: 3, 7: 6, 9: 3, 10: 3, 13: 3, 15: 3}
DORIS = {1: 6, 2: 6, 3: 3, 6: 9, 7: 6, 10: 6, 13: 6}
# subject: month of the relapse; from its next visit on no response is met
RELAPSE = {3: 8.8, 4: 6.9, 9: 5.2}
# subject and month of a visit that took place without an assessment, and of one that did not take place
NOT_ASSESSED = {(17, 1), (8, 3)}
NO_VISIT = {(5, 1), (12, 3)}

# subject: (grade, first day counted from the infusion, days) of each event
CRS = {1: [(1, 2, 3)], 2: [(1, 1, 4)], 3: [(1, 3, 2), (3, 7, 5)], 4: [(1, 2, 2)], 5: [(1, 4, 3)], 6: [(1, 1, 5)],
       7: [(1, 3, 3)], 8: [(1, 2, 1)], 9: [(1, 5, 2)], 10: [(1, 2, 4)], 11: [(1, 1, 3)], 12: [(1, 2, 2), (1, 9, 3)],
       14: [(1, 3, 4)], 15: [(1, 6, 2)], 16: [(1, 2, 3)], 17: [(1, 4, 1)], 18: [(1, 0, 3)], 19: [(1, 2, 5)],
       21: [(1, 3, 2)], 22: [(1, 2, 3)]}
ICANS = {3: [(1, 6, 1), (4, 8, 6)], 7: [(1, 5, 2)], 11: [(1, 4, 1)], 18: [(1, 3, 2)]}

SETTINGS = {
    "study.yaml": """\
study: SA-PO0659
title: Autologous CD19 CAR-T in pediatric refractory SLE
cutoff: 2025-05-31
style: abstract
baseline: [AGE, SEX, WEIGHTBL, DISDUR, NPRIOR, LDREG, FUPDUR]
scales: {CRS: ASTCT 2019, ICANS: ASTCT 2019}
dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
tables:
  - baseline
  - populations
  - disposition
  - ae-overview
  - ae-soc-pt
  - ae-serious
  - aesi
  - response: {parameters: [SRI4, LLDAS, DORIS], percent-decimals: 1}
  - response: {as: response-relapse, parameters: [RELAPSE], title: Relapse, denominator: reached, percent-decimals: 1}
  - results
"""
}


def datasets():
    chance = Chance(659)
    subjects = [_subject(chance, index) for index in range(22)]
    events, answers, times = [], [], []
    for index, subject in enumerate(subjects, 1):
        events += _events(chance, index, subject)
        answers += _answers(index, subject)
        times.append(_time(index, subject))
    variables = SUBJECT + DEMOGRAPHY + TREATMENT + CELL_FLAGS + DISPOSITION + [
        number("WEIGHTBL", "Baseline Weight (kg)", "5.1"),
        number("DISDUR", "Disease Duration (Years)"),
        number("NPRIOR", "Number of Prior Therapies"),
        text("LDREG", "Lymphodepletion Regimen"),
        number("LDREGN", "Lymphodepletion Regimen (N)"),
        number("FUPDUR", "Follow-up (Months)"),
    ]
    return [(adsl(variables, subjects), "csv"), (adae(events), "xpt"), (adeff(answers), "csv"), (adtte(times), "csv")]


def _subject(chance, index):
    months = FOLLOW_UP[index]
    first = CUTOFF - days(round(months * 30.4375) - 1)
    assert round(((CUTOFF - first).days + 1) / 30.4375, 1) == months
    dose, regimen, number = DOSE[index], REGIMEN[index], f"{index + 1:03d}"
    age = chance.between(7, 17)
    return {
        "STUDYID": "SA-PO0659", "USUBJID": f"SA-PO0659-{number}", "SUBJID": number,
        "SITEID": f"{chance.between(1, 6):02d}", "AGE": age, "AGEU": "YEARS",
        "SEX": chance.one_of("FM", [4, 1]), "RACE": "ASIAN", "ETHNIC": "NOT HISPANIC OR LATINO", "COUNTRY": "CHN",
        "TRT01P": DOSES[dose - 1], "TRT01PN": dose, "TRT01A": DOSES[dose - 1], "TRT01AN": dose,
        "TRTSDT": first, "TRTEDT": first,
        "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "Y", "INFFL": "Y", "DLTEVLFL": "Y", "EOSSTT": "ONGOING", "DTHFL": "N",
        "WEIGHTBL": round(chance.normal(12 + 2.5 * age, 4), 1), "DISDUR": chance.between(2, 15) / 2,
        "NPRIOR": chance.between(4, 8), "LDREG": REGIMENS[regimen - 1], "LDREGN": regimen, "FUPDUR": months,
    }


def _events(chance, index, subject):
    first = subject["TRTSDT"]
    for term, cases in (
        ("Cytokine release syndrome", CRS),
        ("Immune effector cell-associated neurotoxicity syndrome", ICANS),
    ):
        for grade, start, lasting in cases.get(index, []):
            yield event(subject, term, grade, first + days(start), first + days(start + lasting),
                        AESER="Y" if grade > 2 else "N")
    for term, probability, grades in (
        ("Lymphopenia", 0.9, [3, 4]), ("Neutropenia", 0.7, [2, 3, 4]), ("Anaemia", 0.4, [1, 2]),
        ("Thrombocytopenia", 0.3, [1, 2]), ("Pyrexia", 0.3, [1]), ("Hypogammaglobulinaemia", 0.4, [1, 2]),
        ("Upper respiratory tract infection", 0.4, [1, 2]), ("Pneumonia", 0.1, [3]),
        ("Alanine aminotransferase increased", 0.2, [1, 2]), ("Herpes zoster", 0.1, [2]),
    ):
        for _ in range(2 if chance.whether(0.15) else 1):
            if chance.whether(probability):
                grade, start = chance.one_of(grades), first + days(chance.between(-3, 60))
                end = start + days(chance.between(2, 28))
                yield event(subject, term, grade, start, end if chance.whether(0.95) else None,
                            AREL=chance.one_of(["RELATED", "NOT RELATED"], [2, 1]),
                            AESER="Y" if term == "Pneumonia" else "N")


def _answers(index, subject):
    for month in MONTHS:
        when = plus_months(subject["TRTSDT"], month)
        if when > CUTOFF or (index, month) in NO_VISIT:
            continue
        relapsed = index in RELAPSE and month > RELAPSE[index]
        for code, starts in (("SRI4", SRI4), ("LLDAS", LLDAS), ("DORIS", DORIS)):
            met = index in starts and month >= starts[index] and not relapsed
            yield response(subject, code, f"Month {month}", month, when, None if (index, month) in NOT_ASSESSED else met)
        yield response(subject, "RELAPSE", f"Month {month}", month, when, relapsed)


def _time(index, subject):
    """Months from the infusion to the relapse; whoever had none is censored at the cut-off."""
    first, months = subject["TRTSDT"], RELAPSE.get(index)
    until = CUTOFF if months is None else first + days(round(months * 30.4375) - 1)
    assert until <= CUTOFF
    return {
        "STUDYID": "SA-PO0659", "USUBJID": subject["USUBJID"], "PARAMCD": "TTREL", "PARAM": "Time to Relapse (Months)",
        "AVAL": round(((until - first).days + 1) / 30.4375, 1), "CNSR": int(months is None),
        "STARTDT": first, "ADT": until, "EVNTDESC": "RELAPSE" if months else "NO RELAPSE BY DATA CUT-OFF",
    }
