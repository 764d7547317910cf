"""lancet-2025: allogeneic CD19 CAR-NK cells in adults with lupus, after the case series of Gao and others (Lancet, 2025).

The figures of its abstract, to be computed with `quantile: 7`: 18 enrolled between 21 August 2023 and 16 June
2024, 17 women, age and disease duration by median and quartiles, biologics in 14, plasmapheresis in one, one CRS
of grade 1, no neurotoxicity, no dose-limiting toxicity, nine followed for more than twelve months and six of them
in DORIS remission and LLDAS. The abstract names no cut-off: 15 January 2025 is chosen so that nine have passed week
52. Ages and durations are whole years; type 7 is what gives 39.75 and 14.75 from them (type 2 gives whole or half
years only).
"""

from datetime import date

from .adam import (CELL_FLAGS, DEMOGRAPHY, DISPOSITION, SUBJECT, TREATMENT, adae, adeff, adqs, adsl, event, response,
                   scores)
from .chance import Chance, days
from .dataset import day, number, text

FOLDER = "lancet-2025"
CUTOFF = date(2025, 1, 15)
WEEKS = [4, 12, 24, 36, 52]

AGES = [21, 24, 27, 29, 32, 32, 34, 36, 37, 38, 38, 38, 39, 40, 42, 45, 49, 53]
DURATIONS = [1, 2, 3, 3, 4, 6, 7, 8, 10, 11, 12, 12, 14, 15, 17, 19, 22, 26]
# enrolment; the first infusion follows eight days later, after lymphodepletion on days -5 to -3
ENROLLED = [
    date(2023, 8, 21), date(2023, 9, 4), date(2023, 9, 18), date(2023, 10, 9), date(2023, 10, 23), date(2023, 11, 6),
    date(2023, 11, 27), date(2023, 12, 11), date(2023, 12, 27), date(2024, 1, 22), date(2024, 2, 19),
    date(2024, 3, 4), date(2024, 3, 18), date(2024, 4, 8), date(2024, 4, 22), date(2024, 5, 13), date(2024, 5, 27),
    date(2024, 6, 16),
]
DOSES = ["0.75*10^9", "1*10^9", "1.5*10^9"]
MAN, PLASMAPHERESIS, CRS = 7, 12, 10
NO_BIOLOGICS = {2, 6, 11, 15}
# numbers of the subjects in remission at week 52, with the week at which each first got there
REMISSION = {1: 24, 3: 36, 4: 24, 6: 52, 8: 36, 9: 24}

SETTINGS = {
    "study.yaml": """\
study: LANCET-2025
title: Allogeneic CD19 CAR-NK cells in systemic lupus erythematosus
cutoff: 2025-01-15
style: lancet
quantile: 7
baseline: [SEX, AGE, DISDUR, BIOLFL, PLASMFL, SLEDAIBL]
dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
labels: {BIOLFL: Previous biological agents, PLASMFL: Previous plasmapheresis, SLEDAIBL: SLEDAI-2K at baseline}
tables:
  - baseline
  - populations
  - disposition
  - ae-overview
  - ae-soc-pt
  - aesi
  - response: {parameters: [SRI4, LLDAS, DORIS]}
  - change: {as: change-sledai2k, parameter: SLEDAI2K}
  - results
"""
}


def datasets():
    chance = Chance(2025)
    ages, durations = chance.shuffled(AGES), chance.shuffled(DURATIONS)
    subjects = [_subject(chance, index, ages[index], durations[index]) for index in range(18)]
    assert sum(subject["FUPDUR"] > 12 for subject in subjects) == 9
    events, values, answers = [], [], []
    for index, subject in enumerate(subjects, 1):
        events += _events(chance, index, subject)
        sledai, pga = _courses(chance, index, subject)
        values += scores(subject, "SLEDAI2K", sledai)
        values += scores(subject, "PGA", pga)
        for (name, week, when, score), (_, _, _, judged) in list(zip(sledai, pga))[2:]:
            calm = index in REMISSION and week >= REMISSION[index]
            answers.append(response(subject, "SRI4", name, week, when, sledai[0][3] - score >= 4 and judged <= pga[0][3]))
            answers.append(response(subject, "LLDAS", name, week, when, calm))
            answers.append(response(subject, "DORIS", name, week, when, calm))
    variables = SUBJECT + DEMOGRAPHY + [day("ENRLDT", "Date of Enrollment")] + TREATMENT + CELL_FLAGS + DISPOSITION + [
        number("DISDUR", "Disease Duration (Years)"),
        text("BIOLFL", "Biological Agents"),
        text("PLASMFL", "Plasmapheresis"),
        number("SLEDAIBL", "Baseline SLEDAI-2K"),
        number("FUPDUR", "Follow-up (Months)"),
    ]
    baseline = {row["USUBJID"]: row["AVAL"] for row in values if row["PARAMCD"] == "SLEDAI2K" and row["ABLFL"]}
    for subject in subjects:
        subject["SLEDAIBL"] = baseline[subject["USUBJID"]]
    return [(adsl(variables, subjects), "csv"), (adae(events), "csv"), (adqs(values), "xpt"), (adeff(answers), "csv")]


def _subject(chance, index, age, duration):
    first = ENROLLED[index] + days(8)
    dose = min(index // 6, 2)
    number = f"{index + 1:02d}"
    return {
        "STUDYID": "LANCET-2025", "USUBJID": f"LANCET-2025-{number}", "SUBJID": number, "SITEID": "1",
        "AGE": age, "AGEU": "YEARS", "SEX": "M" if index + 1 == MAN else "F", "RACE": "ASIAN",
        "ETHNIC": "NOT HISPANIC OR LATINO", "COUNTRY": "CHN", "ENRLDT": ENROLLED[index],
        "TRT01P": DOSES[dose], "TRT01PN": dose + 1, "TRT01A": DOSES[dose], "TRT01AN": dose + 1,
        "TRTSDT": first, "TRTEDT": first + days(14),
        "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "Y", "INFFL": "Y", "DLTEVLFL": "Y", "EOSSTT": "ONGOING", "DTHFL": "N",
        "DISDUR": duration, "BIOLFL": "N" if index + 1 in NO_BIOLOGICS else "Y",
        "PLASMFL": "Y" if index + 1 == PLASMAPHERESIS else "N",
        "FUPDUR": round(((CUTOFF - first).days + 1) / 30.4375, 1),
    }


def _courses(chance, index, subject):
    """SLEDAI-2K and PGA at baseline and at the weeks that are over by the cut-off; whoever is in remission has a
    score of 0 to 4 (serology alone) and a PGA below 0.5, all others a PGA of 1.1 or more."""
    score, judged = 2 * chance.between(4, 9), chance.between(16, 24) / 10
    sledai = [("Baseline", 0, subject["TRTSDT"] - days(7), score)]
    pga = [("Baseline", 0, subject["TRTSDT"] - days(7), judged)]
    for week in WEEKS:
        when = subject["TRTSDT"] + days(7 * week)
        if when > CUTOFF:
            break
        score = max(score - 2 * chance.between(0, 2), 6)
        judged = max(round(judged - chance.between(0, 4) / 10, 1), 1.1)
        calm = index in REMISSION and week >= REMISSION[index]
        here = 2 * chance.between(0, 2) if calm else score
        sledai.append((f"Week {week}", week, when, here))
        pga.append((f"Week {week}", week, when, chance.between(0, 4) / 10 if calm else judged))
    return sledai, pga


def _events(chance, index, subject):
    first = subject["TRTSDT"]
    if index == CRS:
        yield event(subject, "Cytokine release syndrome", 1, first + days(1), first + days(2))
    terms = ["Lymphopenia", "Neutropenia", "Leukopenia", "Pyrexia", "Nausea", "Upper respiratory tract infection",
             "Urinary tract infection", "Alopecia", "Hypokalaemia"]
    for term in terms:
        if chance.whether(0.3):
            start = first + days(chance.between(-4, 60))
            yield event(subject, term, chance.one_of([1, 2], [3, 1]), start, start + days(chance.between(1, 14)),
                        AREL=chance.one_of(["RELATED", "NOT RELATED"]))
