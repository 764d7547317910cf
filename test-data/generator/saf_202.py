"""SAF-202: a randomised study of a vaccine given with a drug, for the tables of safety, kinetics and immunity. Nobody's study:
every value is drawn from a fixed seed.

Two arms of 15, one subject treated with the other arm's treatment and one never treated. Vital signs at two time points of a
visit and electrocardiograms with values beyond the usual limits, medications before and during treatment, medical history,
deviations, liver values of which one subject's meet Hy's law and another's come 31 days apart, concentrations with values below
quantification, titres, solicited reactions by day, tumour responses, events with queries and with action taken.
"""

from datetime import date

from .chance import Chance, days, study_day
from .dataset import Dataset, day, number, text

FOLDER = "saf-202"
START = date(2024, 2, 5)
CUTOFF = date(2024, 12, 31)
ARMS = ["Placebo", "SAF-202 50 mg"]
SUBJECTS = 30
WEEKS = [2, 4, 8, 12]
SWAPPED, UNTREATED = 7, 22  # given the other arm's treatment; randomised, not treated

SETTINGS = {
    "study.yaml": """\
study: SAF-202
title: SAF-202 in healthy volunteers and patients
cutoff: 2024-12-31
baseline: [AGE, SEX, RACE]
dictionaries: {MedDRA: "27.1", WHODrug: "Global B3 2024-03"}
tables:
  - medical-history
  - medications-prior
  - medications
  - deviations
  - exposure-dose
  - enrolment
  - ae-discontinuation
  - ae-dose-change
  - ae-severity-relationship
  - ae-rates
  - ae-onset-period
  - ae-smq
  - reactogenicity
  - vital-signs
  - vital-signs-abnormal
  - ecg
  - ecg-outliers
  - lab-abnormal
  - liver
  - kinetics
  - pk-parameters
  - titres
  - best-response
  - listing-discontinuation
  - listing-disposition
  - listing-deviations
  - listing-excluded
  - listing-demographics
  - listing-concentrations
  - listing-response
  - listing-lab-abnormal
"""
}

KEYS = [text("STUDYID", "Study Identifier"), text("USUBJID", "Unique Subject Identifier")]
VALUES = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), number("PARAMN", "Parameter (N)"),
    text("AVISIT", "Analysis Visit"), number("AVISITN", "Analysis Visit (N)"), text("ATPT", "Analysis Timepoint"),
    number("ATPTN", "Analysis Timepoint (N)"), day("ADT", "Analysis Date"), number("ADY", "Analysis Relative Day"),
    number("AVAL", "Analysis Value"), number("BASE", "Baseline Value"), number("CHG", "Change from Baseline"),
    text("ABLFL", "Baseline Record Flag"),
]
LIMITS = [number("ANRLO", "Analysis Normal Range Lower Limit"), number("ANRHI", "Analysis Normal Range Upper Limit"),
          text("ANRIND", "Analysis Reference Range Indicator"), text("BNRIND", "Baseline Reference Range Indicator")]

VITALS = [  # code, label, mean, SD, decimals, time points
    ("SYSBP", "Systolic Blood Pressure (mmHg)", 128, 16, 0, ["Supine", "Standing"]),
    ("DIABP", "Diastolic Blood Pressure (mmHg)", 78, 10, 0, ["Supine", "Standing"]),
    ("PULSE", "Pulse Rate (beats/min)", 72, 11, 0, ["Supine"]),
    ("TEMP", "Temperature (C)", 36.6, 0.3, 1, ["Supine"]),
    ("WEIGHT", "Weight (kg)", 74, 12, 1, ["Supine"]),
]
ECG = [("HR", "Heart Rate (beats/min)", 70, 9, 0), ("QTCF", "QTcF Interval (msec)", 415, 26, 0), ("QRS", "QRS Duration (msec)", 92, 8, 0)]
LIVER = [  # code, label, lower and upper limit, usual value, SD
    ("ALT", "Alanine Aminotransferase (U/L)", 7, 40, 24, 7), ("AST", "Aspartate Aminotransferase (U/L)", 10, 35, 22, 6),
    ("BILI", "Bilirubin (umol/L)", 3, 20, 10, 3), ("ALP", "Alkaline Phosphatase (U/L)", 40, 120, 75, 15),
]
# subject, code → (visit position, days added to the visit, multiple of the upper limit)
RAISED = {
    (4, "ALT"): (1, 0, 5.2), (4, "BILI"): (2, 0, 2.4),  # bilirubin 14 days later: Hy's law
    (9, "AST"): (1, 0, 3.0), (9, "BILI"): (2, 17, 2.0),  # exactly the limits, and 31 days apart: not Hy's law
    (13, "ALT"): (3, 0, 11.0), (18, "ALP"): (2, 0, 2.2), (18, "ALT"): (2, 0, 3.5), (18, "BILI"): (2, 0, 2.6),
    (26, "BILI"): (1, 0, 2.1), (26, "AST"): (2, 0, 3.6),  # bilirubin first: not Hy's law
}
CLASSES = {
    "Analgesics": ["Paracetamol", "Metamizole sodium"], "Antihypertensives": ["Amlodipine", "Ramipril", "Losartan"],
    "Antidiabetics": ["Metformin"], "Corticosteroids for systemic use": ["Prednisolone"],
}
HISTORY = {
    "Vascular disorders": ["Hypertension", "Varicose vein"], "Metabolism and nutrition disorders": ["Type 2 diabetes mellitus", "Hypercholesterolaemia"],
    "Surgical and medical procedures": ["Appendicectomy", "Cholecystectomy"],
}
DEVIATIONS = {"MAJOR": ["Prohibited medication", "Wrong treatment"], "MINOR": ["Visit outside window", "Sample not taken"]}
EVENTS = {
    "Headache": "Nervous system disorders", "Dizziness": "Nervous system disorders", "Nausea": "Gastrointestinal disorders",
    "Diarrhoea": "Gastrointestinal disorders", "Hepatic enzyme increased": "Investigations", "Rash": "Skin and subcutaneous tissue disorders",
    "Nasopharyngitis": "Infections and infestations", "Pneumonia": "Infections and infestations", "Fall": "Injury, poisoning and procedural complications",
}
HOURS = [0, 0.5, 1, 2, 4, 8, 24]
LLOQ = 1.0
REACTIONS = {"INJPAIN": "Pain at injection site", "REDNESS": "Redness", "SWELLING": "Swelling", "FATIGUE": "Fatigue", "FEVER": "Fever"}
SEVERITIES = ["NONE", "MILD", "MODERATE", "SEVERE"]
RESPONSES = ["CR", "PR", "SD", "PD", "NE"]


def datasets():
    chance = Chance(202)
    subjects = [_subject(chance, n) for n in range(1, SUBJECTS + 1)]
    treated = [s for s in subjects if s["SAFFL"] == "Y"]
    every = lambda rows: [row for n, s in enumerate(subjects, 1) if s["SAFFL"] == "Y" for row in rows(chance, n, s)]  # noqa: E731
    kinds = [
        (Dataset("ADSL", "Subject-Level Analysis Dataset", SUBJECT_LEVEL, subjects), "xpt"),
        (Dataset("ADVS", "Vital Signs Analysis Dataset", VALUES, every(_vitals)), "csv"),
        (Dataset("ADEG", "ECG Analysis Dataset", VALUES, every(_ecg)), "csv"),
        (Dataset("ADLB", "Laboratory Analysis Dataset", VALUES + LIMITS, every(_liver)), "csv"),
        (Dataset("ADCM", "Concomitant Medications Analysis Dataset", MEDICATION, every(_medications)), "csv"),
        (Dataset("ADMH", "Medical History Analysis Dataset", MEDICAL_HISTORY, every(_history)), "csv"),
        (Dataset("ADDV", "Protocol Deviations Analysis Dataset", DEVIATION, every(_deviations)), "csv"),
        (Dataset("ADAE", "Adverse Events Analysis Dataset", ADVERSE, _numbered(every(_events))), "csv"),
        (Dataset("ADPC", "Concentrations Analysis Dataset", CONCENTRATION, every(_concentrations)), "csv"),
        (Dataset("ADPP", "Pharmacokinetic Parameters Analysis Dataset", KINETIC, every(_kinetics)), "csv"),
        (Dataset("ADIS", "Immunogenicity Analysis Dataset", VALUES, every(_titres)), "csv"),
        (Dataset("ADFACE", "Solicited Reactions Analysis Dataset", REACTION, every(_reactions)), "csv"),
        (Dataset("ADCK", "Cellular Kinetics Analysis Dataset", CELLS, list(_cells(subjects))), "csv"),
        (Dataset("ADRS", "Response Analysis Dataset", RESPONSE, [r for s in treated for r in _response(chance, s)]), "csv"),
    ]
    return kinds + [(Dataset("ADTTE", "Time to Event Analysis Dataset", DURATION, list(_durations(kinds[-1][0].rows))), "csv")]


SUBJECT_LEVEL = KEYS + [
    text("SUBJID", "Subject Identifier for the Study"), text("SITEID", "Study Site Identifier"), text("COUNTRY", "Country"),
    text("REGION1", "Geographic Region 1"), number("AGE", "Age"), text("SEX", "Sex"), text("RACE", "Race"),
    text("TRT01P", "Planned Treatment for Period 01"), number("TRT01PN", "Planned Treatment for Period 01 (N)"),
    text("TRT01A", "Actual Treatment for Period 01"), number("TRT01AN", "Actual Treatment for Period 01 (N)"),
    text("ENRLFL", "Enrolled Population Flag"), text("ITTFL", "Intent-To-Treat Population Flag"),
    text("SAFFL", "Safety Population Flag"), text("PPROTFL", "Per-Protocol Population Flag"),
    day("TRTSDT", "Date of First Exposure to Treatment"), day("TRTEDT", "Date of Last Exposure to Treatment"),
    number("TRTDURD", "Total Treatment Duration (Days)"), number("CUMDOSE", "Cumulative Dose (mg)"),
    number("AVGDD", "Average Daily Dose (mg)"),
    text("EOSSTT", "End of Study Status"), text("DCSREAS", "Reason for Discontinuation from Study"), day("EOSDT", "End of Study Date"),
    text("DTHFL", "Subject Death Flag"),
]
MEDICATION = KEYS + [
    number("CMSEQ", "Sequence Number"), text("CMTRT", "Reported Name of Drug, Med, or Therapy"),
    text("CMDECOD", "Standardized Medication Name"), text("CMCLAS", "Medication Class"), text("PREFL", "Pre-treatment Flag"),
    text("ONTRTFL", "On Treatment Record Flag"), day("ASTDT", "Analysis Start Date"), day("AENDT", "Analysis End Date"),
]
MEDICAL_HISTORY = KEYS + [
    number("MHSEQ", "Sequence Number"), text("MHTERM", "Reported Term for the Medical History"),
    text("MHDECOD", "Dictionary-Derived Term"), text("MHBODSYS", "Body System or Organ Class"),
]
DEVIATION = KEYS + [
    number("DVSEQ", "Sequence Number"), text("DVTERM", "Protocol Deviation Term"), text("DVDECOD", "Protocol Deviation Coded Term"),
    text("DVCAT", "Category for Protocol Deviation"), day("ASTDT", "Analysis Start Date"), number("ASTDY", "Analysis Start Relative Day"),
]
ADVERSE = KEYS + [
    number("AESEQ", "Sequence Number"), text("AETERM", "Reported Term for the Adverse Event"), text("AEDECOD", "Dictionary-Derived Term"),
    text("AEBODSYS", "Body System or Organ Class"), text("AESEV", "Severity/Intensity"), text("AESER", "Serious Event"),
    text("AREL", "Analysis Causality"), text("AEACN", "Action Taken with Study Treatment"), text("AEOUT", "Outcome of Adverse Event"),
    text("AESDTH", "Results in Death"), text("TRTEMFL", "Treatment Emergent Analysis Flag"),
    text("SMQ01NAM", "SMQ 01 Name"), text("CQ01NAM", "Customized Query 01 Name"),
    day("ASTDT", "Analysis Start Date"), day("AENDT", "Analysis End Date"), number("ASTDY", "Analysis Start Relative Day"),
    number("AENDY", "Analysis End Relative Day"),
]
CONCENTRATION = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), text("AVISIT", "Analysis Visit"), number("AVISITN", "Analysis Visit (N)"),
    text("ATPT", "Analysis Timepoint"), number("ATPTN", "Analysis Timepoint (N)"), number("NRRLT", "Nominal Rel Time from Ref Dose (hours)"),
    number("AVAL", "Analysis Value"), text("AVALC", "Analysis Value (C)"), number("ALLOQ", "Analysis Lower Limit of Quantitation"),
]
KINETIC = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), text("AVISIT", "Analysis Visit"), number("AVISITN", "Analysis Visit (N)"),
    number("AVAL", "Analysis Value"),
]
CELLS = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), text("AVISIT", "Analysis Visit"), number("AVISITN", "Analysis Visit (N)"),
    number("ADY", "Analysis Relative Day"), number("AVAL", "Analysis Value"), text("AVALC", "Analysis Value (C)"),
]
REACTION = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), number("PARAMN", "Parameter (N)"), text("PARCAT2", "Parameter Category 2"),
    text("FAOBJ", "Object of the Observation"), text("FATESTCD", "Findings About Test Short Name"), text("AVISIT", "Analysis Visit"),
    number("AVISITN", "Analysis Visit (N)"), number("APERIOD", "Period"), text("APERIODC", "Period (C)"), number("ADY", "Analysis Relative Day"),
    number("AVAL", "Analysis Value"), text("AVALC", "Analysis Value (C)"),
]
DURATION = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), number("AVAL", "Analysis Value"), number("CNSR", "Censor"),
]
RESPONSE = KEYS + [
    text("PARAMCD", "Parameter Code"), text("PARAM", "Parameter"), number("AVAL", "Analysis Value"), text("AVALC", "Analysis Value (C)"),
]


def _subject(chance, n):
    planned = n % 2
    actual = 1 - planned if n == SWAPPED else planned
    first = START + days(3 * n)
    treated = n != UNTREATED
    left = chance.whether(0.2) and n not in (4, 9, 13, 18, 26)
    length = chance.between(10, 60) if left else 84
    return {
        "STUDYID": "SAF-202", "USUBJID": f"SAF-202-{n:03d}", "SUBJID": f"{n:03d}", "SITEID": chance.one_of(["101", "102", "201"], [3, 2, 2]),
        "COUNTRY": chance.one_of(["DEU", "FRA", "USA"], [3, 2, 2]), "REGION1": chance.one_of(["Europe", "North America"], [5, 2]),
        "AGE": chance.between(19, 74), "SEX": chance.one_of("FM"), "RACE": chance.one_of(["WHITE", "ASIAN", "BLACK OR AFRICAN AMERICAN"], [6, 2, 1]),
        "TRT01P": ARMS[planned], "TRT01PN": planned, "TRT01A": ARMS[actual] if treated else "", "TRT01AN": actual if treated else None,
        "ENRLFL": "Y", "ITTFL": "Y", "SAFFL": "Y" if treated else "N", "PPROTFL": "N" if n == SWAPPED or not treated or left else "Y",
        "TRTSDT": first if treated else None, "TRTEDT": first + days(length - 1) if treated else None,
        "TRTDURD": length if treated else None, "CUMDOSE": length * 50 * actual if treated else None, "AVGDD": 50 * actual if treated else None,
        "EOSSTT": "DISCONTINUED" if left or not treated else "COMPLETED",
        "DCSREAS": chance.one_of(["ADVERSE EVENT", "WITHDRAWAL BY SUBJECT", "LOST TO FOLLOW-UP"]) if left else "" if treated else "WITHDRAWAL BY SUBJECT",
        "EOSDT": first + days(length) if treated else first, "DTHFL": "N",
    }


def _key(subject):
    return {"STUDYID": subject["STUDYID"], "USUBJID": subject["USUBJID"]}


def _visits(subject):
    yield "Baseline", 0, subject["TRTSDT"]
    for week in WEEKS:
        when = subject["TRTSDT"] + days(7 * week)
        if when <= subject["TRTEDT"] + days(7):
            yield f"Week {week}", week, when


def _record(subject, code, label, position, visit, when, value, base, more):
    name, week, _ = visit
    return _key(subject) | {
        "PARAMCD": code, "PARAM": label, "PARAMN": position, "AVISIT": name, "AVISITN": week, "ADT": when,
        "ADY": study_day(when, subject["TRTSDT"]), "AVAL": value, "BASE": base, "CHG": None if week == 0 else _minus(value, base),
        "ABLFL": "Y" if week == 0 else "",
    } | more


def _minus(value, base):
    return None if value is None or base is None else round(value - base, 2)


def _rounded(value, decimals):
    return int(round(value)) if decimals == 0 else round(value, decimals)


def _vitals(chance, n, subject):
    for position, (code, label, mean, sd, decimals, points) in enumerate(VITALS, 1):
        for point, name in enumerate(points):
            usual, base = chance.normal(mean - 4 * point, sd), None
            for visit in _visits(subject):
                value = _rounded(chance.normal(usual, sd / 4), decimals)
                if (n, code, visit[1]) in {(5, "SYSBP", 4), (11, "PULSE", 2)}:
                    value = 186 if code == "SYSBP" else 44
                base = value if base is None else base
                yield _record(subject, code, label, position, visit, visit[2], value, base,
                              {"ATPT": name, "ATPTN": point + 1} if len(points) > 1 else {})


def _ecg(chance, n, subject):
    for position, (code, label, mean, sd, decimals) in enumerate(ECG, 1):
        usual, base = chance.normal(mean, sd), None
        for visit in _visits(subject):
            value = _rounded(chance.normal(usual, sd / 3), decimals)
            if code == "QTCF" and (n, visit[1]) in {(3, 2), (3, 4), (12, 8), (16, 12)}:
                value = {3: base + 61, 12: 500, 16: 501}[n]
            base = value if base is None else base
            yield _record(subject, code, label, position, visit, visit[2], value, base, {})


def _liver(chance, n, subject):
    for position, (code, label, low, high, usual, sd) in enumerate(LIVER, 1):
        base, before = None, ""
        for place, visit in enumerate(_visits(subject)):
            value = max(low / 2, round(chance.normal(usual, sd), 1))
            when = visit[2]
            raised = RAISED.get((n, code))
            if raised and raised[0] == place:
                value, when = round(raised[2] * high, 1), when + days(raised[1])
            value = None if (n, code, place) == (20, "AST", 2) else value
            base = value if base is None else base
            indicator = "" if value is None else "LOW" if value < low else "HIGH" if value > high else "NORMAL"
            before = before or indicator
            yield _record(subject, code, label, position, visit, when, value, base,
                          {"ANRLO": low, "ANRHI": high, "ANRIND": indicator, "BNRIND": before})


def _medications(chance, n, subject):
    for sequence in range(1, chance.between(0, 4) + 1):
        group = chance.one_of(CLASSES)
        name = chance.one_of(CLASSES[group])
        start = subject["TRTSDT"] + days(chance.between(-60, 40))
        end = start + days(chance.between(1, 80))
        yield _key(subject) | {
            "CMSEQ": sequence, "CMTRT": name.upper(), "CMDECOD": name, "CMCLAS": group,
            "PREFL": "Y" if start < subject["TRTSDT"] else "", "ONTRTFL": "Y" if end >= subject["TRTSDT"] and start <= subject["TRTEDT"] else "",
            "ASTDT": start, "AENDT": end,
        }


def _history(chance, n, subject):
    for sequence in range(1, chance.between(0, 3) + 1):
        group = chance.one_of(HISTORY)
        term = chance.one_of(HISTORY[group])
        yield _key(subject) | {"MHSEQ": sequence, "MHTERM": term.lower(), "MHDECOD": term, "MHBODSYS": group}


def _deviations(chance, n, subject):
    for sequence in range(1, chance.one_of([0, 1, 2], [5, 3, 1]) + 1):
        group = chance.one_of(DEVIATIONS, [1, 3])
        term = chance.one_of(DEVIATIONS[group])
        when = subject["TRTSDT"] + days(chance.between(0, 70))
        yield _key(subject) | {"DVSEQ": sequence, "DVTERM": term.lower() + " on site", "DVDECOD": term, "DVCAT": group, "ASTDT": when,
                               "ASTDY": study_day(when, subject["TRTSDT"])}


def _events(chance, n, subject):
    for _ in range(chance.between(0, 5)):
        term = chance.one_of(EVENTS)
        start = subject["TRTSDT"] + days(chance.between(-3, 80))
        end = start + days(chance.between(0, 20)) if chance.whether(0.85) else None
        serious = chance.whether(0.1)
        yield _key(subject) | {
            "AETERM": term.lower(), "AEDECOD": term, "AEBODSYS": EVENTS[term], "AESEV": chance.one_of(["MILD", "MODERATE", "SEVERE"], [5, 3, 1]),
            "AESER": "Y" if serious else "N", "AREL": chance.one_of(["RELATED", "NOT RELATED"]),
            "AEACN": chance.one_of(["DOSE NOT CHANGED", "DRUG INTERRUPTED", "DOSE REDUCED", "DRUG WITHDRAWN"], [8, 1, 1, 1]),
            "AEOUT": "RECOVERED/RESOLVED" if end else "NOT RECOVERED/NOT RESOLVED", "AESDTH": "N",
            "TRTEMFL": "Y" if start >= subject["TRTSDT"] else "",
            "SMQ01NAM": "Drug related hepatic disorders - comprehensive search (SMQ)" if term == "Hepatic enzyme increased" else "",
            "CQ01NAM": "Infections" if EVENTS[term] == "Infections and infestations" else "",
            "ASTDT": start, "AENDT": end, "ASTDY": study_day(start, subject["TRTSDT"]), "AENDY": study_day(end, subject["TRTSDT"]) if end else None,
        }


def _numbered(events):
    last = {}
    for row in events:
        last[row["USUBJID"]] = last.get(row["USUBJID"], 0) + 1
        row["AESEQ"] = last[row["USUBJID"]]
    return events


def _profile(chance):
    """Concentrations after one dose: none before it, below quantification late."""
    peak = chance.normal(60, 12)
    for hours, share in zip(HOURS, [0, 0.45, 0.9, 1.0, 0.55, 0.2, 0.012]):
        yield hours, round(max(0.0, peak * share * chance.normal(1, 0.08)), 2)


def _concentrations(chance, n, subject):
    if subject["TRT01A"] != ARMS[1]:
        return
    subject_profile = list(_profile(chance))
    for point, (hours, value) in enumerate(subject_profile):
        below = value < LLOQ
        yield _key(subject) | {
            "PARAMCD": "SAF202", "PARAM": "SAF-202 (ng/mL)", "AVISIT": "Day 1", "AVISITN": 1,
            "ATPT": "Pre-dose" if hours == 0 else f"{hours:g} h", "ATPTN": point, "NRRLT": hours, "AVAL": None if below else value,
            "AVALC": f"<{LLOQ:g}" if below else f"{value:g}", "ALLOQ": LLOQ,
        }


def _kinetics(chance, n, subject):
    if subject["TRT01A"] != ARMS[1]:
        return
    peak = round(chance.normal(60, 14), 1)
    values = [("CMAX", "Maximum Concentration (ng/mL)", peak), ("TMAX", "Time of Maximum Concentration (h)", chance.one_of([1, 2, 2, 4])),
              ("AUCLST", "AUC to Last Quantifiable Concentration (h*ng/mL)", round(peak * chance.normal(5.6, 0.7), 1)),
              ("LAMZHL", "Half-Life (h)", None if n == 15 else round(chance.normal(3.2, 0.5), 2))]
    for code, label, value in values:
        yield _key(subject) | {"PARAMCD": code, "PARAM": label, "AVISIT": "Day 1", "AVISITN": 1, "AVAL": value}


CELL_DAYS = [1, 2, 4, 8, 11, 15, 22, 29, 61, 91]  # study days; the first is day zero
CELL_LIMIT = 50


def _cells(subjects):
    """Copies of cells, from a source of chance of their own: subject 3 never has any, 5 has its highest value twice, 9 is below
    quantification again between two quantifiable values, 11 has one quantifiable value alone."""
    chance = Chance(28)
    for n, subject in enumerate(subjects, 1):
        if subject["TRT01A"] != ARMS[1]:
            continue
        peak = chance.normal(9000, 2500)
        for place, when in enumerate(CELL_DAYS):
            value = int(peak * [0, 0.002, 0.05, 0.7, 1, 0.8, 0.3, 0.1, 0.01, 0.003][place] * chance.normal(1, 0.15))
            if when >= 61 and chance.whether(0.3):
                continue
            value = 0 if n == 3 or (n, when) == (9, 22) or (n == 11 and when != 11) else value
            value = 8000 if n == 5 and when in (11, 15) else value
            below = value < CELL_LIMIT
            yield _key(subject) | {"PARAMCD": "CARCOPY", "PARAM": "Transgene (copies/ug)", "AVISIT": f"Day {when}", "AVISITN": when, "ADY": when,
                                   "AVAL": None if below else value, "AVALC": f"<{CELL_LIMIT}" if below else str(value)}


def _titres(chance, n, subject):
    base = 5 * 2 ** chance.between(0, 3)
    for visit in _visits(subject):
        rise = 0 if visit[1] == 0 else chance.between(0, 1) if subject["TRT01AN"] == 0 else chance.between(2, 5)
        value = base * 2 ** rise
        yield _record(subject, "TITRE", "Neutralising Antibody Titre", 1, visit, visit[2], value, base, {})


def _reactions(chance, n, subject):
    """Answers by day after two doses. The second dose, which every third subject does not have, is made of the first without
    chance: subject 5 answers nothing then, subject 8 has a severity though it says that there was no chill, the redness of
    subject 11 is life-threatening."""
    first = {}
    for place, (code, label) in enumerate(REACTIONS.items(), 1):
        for day_number in range(1, 8):
            severity = chance.one_of(range(4), [12 if subject["TRT01AN"] == 0 else 4, 3, 2 if day_number < 4 else 0.3, 0.3])
            first[code, day_number] = severity
            yield _reaction(subject, place, code, label, "SEV", 1, day_number, severity, SEVERITIES[severity])
    if n % 3 == 0:
        return
    for place, (code, label) in enumerate(REACTIONS.items(), 1):
        for day_number in range(1, 8):
            severity = min(3, max(0, first[code, 8 - day_number] + (n + day_number) % 3 - 1))
            severity = 4 if (n, code, day_number) == (11, "REDNESS", 2) else severity
            answer = (SEVERITIES + ["LIFE THREATENING"])[severity]
            yield _reaction(subject, place, code, label, "SEV", 2, day_number, None if n == 5 else severity, "" if n == 5 else answer)
    for day_number in range(1, 8):
        yield _reaction(subject, 6, "OCCHILL", "Chills occurrence indicator", "OCCUR", 2, day_number, None,
                        "" if n == 5 else "Y" if (n * day_number) % 11 == 1 and n != 8 else "N")
    if n in (8, 13, 16):
        yield _reaction(subject, 7, "SEVCHILL", "Chills severity/intensity", "SEV", 2, 3, 2, "MODERATE")
    if n != 5:
        yield _reaction(subject, 8, "DIARED", "Redness diameter", "DIAMETER", 2, 1, n / 2, "")


def _reaction(subject, place, code, label, test, period, day_number, value, answer):
    local = code in ("INJPAIN", "REDNESS", "SWELLING", "DIARED")
    return _key(subject) | {"PARAMCD": code, "PARAM": label, "PARAMN": place, "PARCAT2": "ADMINISTRATION SITE" if local else "SYSTEMIC",
                            "FAOBJ": "CHILLS" if code == "OCCHILL" else "", "FATESTCD": test, "AVISIT": f"Day {day_number}",
                            "AVISITN": day_number, "APERIOD": period, "APERIODC": f"Dose {period}", "ADY": day_number + 28 * (period - 1),
                            "AVAL": value, "AVALC": answer}


def _durations(responses):
    """How long the responses last, without chance; that of subject 2 is not known."""
    for row in responses:
        n = int(row["USUBJID"][-3:])
        if row["AVALC"] in ("CR", "PR") and n != 2:
            yield {key: row[key] for key in ("STUDYID", "USUBJID")} | {
                "PARAMCD": "DOR", "PARAM": "Duration of Response (days)", "AVAL": 30 + 11 * (n % 7), "CNSR": n % 2}


def _response(chance, subject):
    answer = chance.one_of(RESPONSES, [2, 4, 4, 3, 1] if subject["TRT01AN"] else [0.3, 2, 4, 6, 1])
    yield _key(subject) | {"PARAMCD": "BOR", "PARAM": "Best Overall Response", "AVAL": RESPONSES.index(answer) + 1, "AVALC": answer}
