"""RAN-101: a randomised, placebo-controlled study in lupus. Nobody's study: every value is drawn from a fixed seed.

It is as untidy as real ones and exercises what the small studies cannot: screen failures without an arm, one subject
randomised but never treated (safety has one subject fewer), an efficacy population that is smaller again, planned
treatment only (TRT01P; there is no TRT01A), terms in upper case, AETOXGR and AEREL in place of ATOXGR and AREL,
causality in degrees with some missing, events before treatment, serious and fatal ones, incomplete dates, visits
still to come at the cut-off, missed visits, values not done, repeated records that ANL01FL tells apart, SAS's special
missing values, and text beyond ASCII.
"""

from datetime import date

from .adam import PARAMETERS, RESPONSES, SCORES, SUBJECT
from .chance import Chance, days, study_day
from .dataset import Dataset, Special, day, number, text

FOLDER = "ran-101"
CUTOFF = date(2025, 6, 30)
ARMS = ["Placebo", "TAB-101 200 mg"]
WEEKS = [4, 12, 24]
RANDOMISED, SCREEN_FAILURES = 114, 6

SETTINGS = {
    "study.yaml": """\
study: RAN-101
title: TAB-101 in adults with active systemic lupus erythematosus
cutoff: 2025-06-30
baseline: [AGE, AGEGR1, SEX, RACE, ETHNIC, COUNTRY, WEIGHTBL, BMIBL, DISDUR, STERFL]
dictionaries: {MedDRA: "27.1", CTCAE: "5.0"}
""",
    "templates/ae-possible.yaml": """\
# A table of the sponsor's own: it needs no program, only this file in the study's templates folder.
id: ae-possible
number: 14.3.1.18
title: Possibly or Probably Related Treatment-Emergent Adverse Events by System Organ Class and Preferred Term
dataset: ADAE
population: safety
where: {TRTEMFL: Y, AREL: [POSSIBLE, PROBABLE]}
columns: {by: treatment, total: true}
rows:
  - subjects: {label: Any possibly or probably related adverse event}
  - nest: [AEBODSYS, AEDECOD]
    show: [count-percent, events]
    order: descending
none: No possibly or probably related adverse events were reported.
footnotes:
  - A subject is counted once in each row; [E] is the number of events.
""",
}

SUBJECTS = SUBJECT + [
    number("AGE", "Age"),
    text("AGEU", "Age Units"),
    text("AGEGR1", "Pooled Age Group 1"),
    number("AGEGR1N", "Pooled Age Group 1 (N)"),
    text("SEX", "Sex"),
    text("RACE", "Race"),
    text("ETHNIC", "Ethnicity"),
    text("COUNTRY", "Country"),
    text("INVNAM", "Investigator Name"),
    text("ARM", "Description of Planned Arm"),
    text("TRT01P", "Planned Treatment for Period 01"),
    number("TRT01PN", "Planned Treatment for Period 01 (N)"),
    day("RANDDT", "Date of Randomization"),
    day("TRTSDT", "Date of First Exposure to Treatment"),
    day("TRTEDT", "Date of Last Exposure to Treatment"),
    text("SCRFFL", "Screen Failure Flag"),
    text("ENRLFL", "Enrolled Population Flag"),
    text("ITTFL", "Intent-To-Treat Population Flag"),
    text("SAFFL", "Safety Population Flag"),
    text("EFFFL", "Efficacy Population Flag"),
    text("PPROTFL", "Per-Protocol Population Flag"),
    text("EOSSTT", "End of Study Status"),
    text("DCSREAS", "Reason for Discontinuation from Study"),
    text("DTHFL", "Subject Death Flag"),
    day("DTHDT", "Date of Death"),
    text("DTHCAUS", "Cause of Death"),
    number("WEIGHTBL", "Baseline Weight (kg)", "6.1"),
    number("BMIBL", "Baseline BMI (kg/m2)", "5.2"),
    number("DISDUR", "Disease Duration (Years)", "5.1"),
    text("STERFL", "Steroids at Baseline"),
    text("COMMENT", "Comment"),
]

EVENTS = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    number("AESEQ", "Sequence Number"),
    text("AETERM", "Reported Term for the Adverse Event"),
    text("AEDECOD", "Dictionary-Derived Term"),
    text("AEBODSYS", "Body System or Organ Class"),
    text("AETOXGR", "Standard Toxicity Grade"),
    text("AESER", "Serious Event"),
    text("AESDTH", "Results in Death"),
    text("AEREL", "Causality"),
    text("AEACN", "Action Taken with Study Treatment"),
    text("AEOUT", "Outcome of Adverse Event"),
    text("TRTEMFL", "Treatment Emergent Analysis Flag"),
    text("AESTDTC", "Start Date/Time of Adverse Event"),
    day("ASTDT", "Analysis Start Date"),
    day("AENDT", "Analysis End Date"),
    number("ASTDY", "Analysis Start Relative Day"),
    number("AENDY", "Analysis End Relative Day"),
    text("AETERMLC", "Reported Term in Local Language"),
]

# preferred term, system organ class, weight, heavier grades or not, what the site wrote (in several ways)
TERMS = [
    ("NASOPHARYNGITIS", "INFECTIONS AND INFESTATIONS", 9, False, ["common cold", "cold"]),
    ("UPPER RESPIRATORY TRACT INFECTION", "INFECTIONS AND INFESTATIONS", 7, False, ["URTI"]),
    ("URINARY TRACT INFECTION", "INFECTIONS AND INFESTATIONS", 6, False, ["UTI", "cystitis, E. coli"]),
    ("PNEUMONIA", "INFECTIONS AND INFESTATIONS", 2, True, ["pneumonia"]),
    ("HERPES ZOSTER", "INFECTIONS AND INFESTATIONS", 3, False, ["shingles"]),
    ("SEPSIS", "INFECTIONS AND INFESTATIONS", 1, True, ["sepsis"]),
    ("NAUSEA", "GASTROINTESTINAL DISORDERS", 7, False, ["nausea"]),
    ("DIARRHOEA", "GASTROINTESTINAL DISORDERS", 6, False, ["diarrhée", "loose stools"]),
    ("VOMITING", "GASTROINTESTINAL DISORDERS", 4, False, ["vomiting"]),
    ("ABDOMINAL PAIN UPPER", "GASTROINTESTINAL DISORDERS", 3, False, ["epigastric pain"]),
    ("HEADACHE", "NERVOUS SYSTEM DISORDERS", 8, False, ["headache", "céphalée"]),
    ("DIZZINESS", "NERVOUS SYSTEM DISORDERS", 4, False, ["dizziness"]),
    ("CEREBROVASCULAR ACCIDENT", "NERVOUS SYSTEM DISORDERS", 0.4, True, ["stroke"]),
    ("ARTHRALGIA", "MUSCULOSKELETAL AND CONNECTIVE TISSUE DISORDERS", 5, False, ["joint pain", "Gelenkschmerzen"]),
    ("BACK PAIN", "MUSCULOSKELETAL AND CONNECTIVE TISSUE DISORDERS", 4, False, ["back pain"]),
    ("RASH", "SKIN AND SUBCUTANEOUS TISSUE DISORDERS", 4, False, ["rash", "rash, \"butterfly\""]),
    ("ALOPECIA", "SKIN AND SUBCUTANEOUS TISSUE DISORDERS", 2, False, ["hair loss"]),
    ("FATIGUE", "GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS", 5, False, ["fatigue", "Müdigkeit"]),
    ("PYREXIA", "GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS", 4, False, ["fever 38.5 °C", "fever"]),
    ("INJECTION SITE REACTION", "GENERAL DISORDERS AND ADMINISTRATION SITE CONDITIONS", 5, False, ["redness"]),
    ("LEUKOPENIA", "BLOOD AND LYMPHATIC SYSTEM DISORDERS", 3, True, ["low WBC"]),
    ("NEUTROPENIA", "BLOOD AND LYMPHATIC SYSTEM DISORDERS", 3, True, ["ANC < 1.0 × 10⁹/L"]),
    ("ANAEMIA", "BLOOD AND LYMPHATIC SYSTEM DISORDERS", 3, True, ["anémie", "low Hb"]),
    ("BLOOD CREATININE INCREASED", "INVESTIGATIONS", 2, False, ["creatinine 180 µmol/L"]),
    ("ALANINE AMINOTRANSFERASE INCREASED", "INVESTIGATIONS", 3, False, ["ALT ↑"]),
    ("HYPERTENSION", "VASCULAR DISORDERS", 3, False, ["high blood pressure"]),
    ("RAYNAUD'S PHENOMENON", "VASCULAR DISORDERS", 1, False, ["Raynaud’s"]),
    ("COUGH", "RESPIRATORY, THORACIC AND MEDIASTINAL DISORDERS", 4, False, ["cough"]),
    ("INSOMNIA", "PSYCHIATRIC DISORDERS", 3, False, ["insomnia"]),
    ("SJOGREN'S SYNDROME", "MUSCULOSKELETAL AND CONNECTIVE TISSUE DISORDERS", 0.5, False, ["Sjögren’s syndrome"]),
]
LOCAL = {"HEADACHE": "头痛", "PYREXIA": "发热", "COUGH": "咳嗽", "NAUSEA": "恶心", "RASH": "皮疹", "FATIGUE": "乏力"}
COUNTRIES = [("CHN", "Li Wei", ["ASIAN"]), ("FRA", "Hélène Lefèvre", ["WHITE", "BLACK OR AFRICAN AMERICAN"]),
             ("DEU", "Jürgen Groß", ["WHITE"]), ("USA", "Ana Muñoz", ["WHITE", "BLACK OR AFRICAN AMERICAN", "ASIAN"])]
# index of a randomised subject, preferred term: the fatal events
FATAL = {17: "SEPSIS", 52: "CEREBROVASCULAR ACCIDENT", 88: "PNEUMONIA"}
NEVER_TREATED = 40
REASONS = ["ADVERSE EVENT", "WITHDRAWAL BY SUBJECT", "LOST TO FOLLOW-UP", "LACK OF EFFICACY", "PHYSICIAN DECISION"]


def datasets():
    chance = Chance(101)
    arms = [arm for block in range(RANDOMISED // 2 + 1) for arm in chance.shuffled([0, 1])][:RANDOMISED]
    subjects = [_randomised(chance, index, arms[index]) for index in range(RANDOMISED)]
    subjects += [_screen_failure(chance, RANDOMISED + index) for index in range(SCREEN_FAILURES)]
    events, values, answers = [], [], []
    for index, subject in enumerate(subjects):
        events += _events(chance, index, subject)
        visits = _visits(chance, index, subject)
        if subject["SAFFL"] == "Y":  # efficacy: a SLEDAI-2K after the baseline
            subject["EFFFL"] = "Y" if any(visit[1] and visit[3] is not None for visit in visits) else "N"
            subject["PPROTFL"] = min(subject["PPROTFL"], subject["EFFFL"])
        values += _scores(chance, subject, visits)
        answers += _answers(chance, subject, visits)
    for row in values + answers:
        row["STUDYID"] = "RAN-101"
    subjects.sort(key=lambda row: row["USUBJID"])
    events = _numbered(events)
    order = {subject["USUBJID"]: position for position, subject in enumerate(subjects)}
    values.sort(key=lambda row: (order[row["USUBJID"]], row["PARAMCD"], row["AVISITN"], row["ADT"]))
    answers.sort(key=lambda row: (order[row["USUBJID"]], row["PARAMCD"], row["AVISITN"], row["ADT"]))
    return [
        (Dataset("ADSL", "Subject-Level Analysis Dataset", SUBJECTS, subjects), "xpt"),
        (Dataset("ADAE", "Adverse Events Analysis Dataset", EVENTS, events), "xpt"),
        (Dataset("ADQS", "Questionnaires Analysis Dataset", SCORES, values), "csv"),
        (Dataset("ADEFF", "Efficacy Analysis Dataset", RESPONSES, answers), "xpt"),
    ]


def _person(chance, index):
    site = chance.one_of(range(4), [3, 2, 2, 3])
    country, investigator, races = COUNTRIES[site]
    subject = f"{(site + 1) * 100 + index + 1:04d}"
    age = min(max(int(chance.normal(39, 12)), 18), 74)
    group = 0 if age < 30 else 1 if age < 50 else 2
    height = chance.normal(1.65, 0.07)
    weight = round(chance.normal(67, 12), 1)
    return {
        "STUDYID": "RAN-101", "USUBJID": f"RAN-101-{site + 1:02d}-{subject}", "SUBJID": subject,
        "SITEID": f"{site + 1:02d}", "AGE": age, "AGEU": "YEARS", "AGEGR1": ["<30", "30-49", ">=50"][group],
        "AGEGR1N": group + 1, "SEX": chance.one_of("FM", [9, 1]),
        "RACE": chance.one_of(races) if chance.whether(0.97) else "",
        "ETHNIC": chance.one_of(["NOT HISPANIC OR LATINO", "HISPANIC OR LATINO", ""], [16, 3, 1]),
        "COUNTRY": country, "INVNAM": investigator,
        "WEIGHTBL": _or_missing(chance, weight, "A"), "BMIBL": _or_missing(chance, round(weight / height**2, 2), "_"),
        "DISDUR": _or_missing(chance, max(round(chance.normal(8, 4), 1), 0.3), "B"),
        "STERFL": chance.one_of("YN", [4, 1]),
    }


def _or_missing(chance, value, letter):
    """A value, seldom a special missing value, more seldom an ordinary one."""
    if chance.whether(0.05):
        return Special(letter) if chance.whether(0.7) else None
    return value


def _screen_failure(chance, index):
    return _person(chance, index) | {
        "ARM": "Screen Failure", "SCRFFL": "Y", "ENRLFL": "N", "ITTFL": "N", "SAFFL": "N", "EFFFL": "N", "PPROTFL": "N",
        "COMMENT": chance.one_of(["", "SLEDAI-2K below 6", "筛选失败：感染"]),
    }


def _randomised(chance, index, arm):
    row = _person(chance, index)
    randomised = date(2024, 2, 5) + days(index * 4 + chance.between(0, 3))
    row |= {"ARM": ARMS[arm], "TRT01P": ARMS[arm], "TRT01PN": arm + 1, "RANDDT": randomised, "SCRFFL": "N", "ENRLFL": "Y",
            "ITTFL": "Y", "DTHFL": "N"}
    if index == NEVER_TREATED:
        return row | {"SAFFL": "N", "EFFFL": "N", "PPROTFL": "N", "EOSSTT": "DISCONTINUED",
                      "DCSREAS": "WITHDRAWAL BY SUBJECT", "COMMENT": "Withdrew before the first dose"}
    first = randomised + days(chance.between(0, 2))
    planned_end = first + days(7 * 24)
    row |= {"TRTSDT": first, "SAFFL": "Y", "COMMENT": chance.one_of(["", "Médecin traitant informé", "已告知家属"], [9, 1, 1])}
    if index in FATAL:
        end = first + days(chance.between(40, 120))
        row |= {"EOSSTT": "DISCONTINUED", "DCSREAS": "DEATH", "DTHFL": "Y", "DTHDT": end, "DTHCAUS": FATAL[index]}
    elif chance.whether(0.12):
        end = first + days(chance.between(3, 140))
        row |= {"EOSSTT": "DISCONTINUED", "DCSREAS": chance.one_of(REASONS)}
    else:
        end = planned_end
        row |= {"EOSSTT": "COMPLETED"}
    if end > CUTOFF:
        end = CUTOFF
        row = {name: value for name, value in row.items() if name != "DCSREAS"} | {"EOSSTT": "ONGOING"}
    return row | {"TRTEDT": end, "PPROTFL": "N" if row["EOSSTT"] == "DISCONTINUED" or chance.whether(0.1) else "Y"}


def _events(chance, index, subject):
    first = subject.get("TRTSDT")
    if first is None:
        if subject["SCRFFL"] == "Y" and chance.whether(0.5):
            when = date(2024, 5, 6) + days(index)
            yield _event(chance, subject, "HEADACHE", when, when + days(1), "1", TRTEMFL="", AEREL="NONE")
        return
    last = subject["TRTEDT"]
    active = subject["TRT01PN"] == 2
    count = 0 if chance.whether(0.08) else chance.between(1, 10 if active else 9)
    for _ in range(count):
        term = chance.one_of(TERMS, [row[2] for row in TERMS])
        if term[0] in FATAL.values() and subject["DTHFL"] == "Y":
            continue
        start = first + days(chance.between(-12, (last - first).days))
        end = start + days(chance.between(0, 30))
        grade = chance.one_of("1234", [3, 4, 3, 1] if term[3] else [10, 6, 1, 0])
        serious = grade == "4" or (grade == "3" and chance.whether(0.4)) or chance.whether(0.01)
        more = {"AESER": "Y" if serious else "N"}
        if chance.whether(0.02):
            more["AETOXGR"] = ""
        if start < first:
            more |= {"TRTEMFL": "", "AEREL": "NONE", "AEACN": "NOT APPLICABLE"}
        yield _event(chance, subject, term[0], start, end if end <= last else None, grade, **more)
        if chance.whether(0.1) and start >= first:  # the same term again, heavier or lighter
            again = start + days(chance.between(0, max((last - start).days, 0)))
            yield _event(chance, subject, term[0], again, None, chance.one_of("123"))
    if subject.get("DCSREAS") == "ADVERSE EVENT":
        yield _event(chance, subject, "ALANINE AMINOTRANSFERASE INCREASED", last - days(3), None, "3", AEREL="PROBABLE",
                     AEACN="DRUG WITHDRAWN")
    if index in FATAL:
        yield _event(chance, subject, FATAL[index], last - days(4), last, "5", AESER="Y", AESDTH="Y", AEOUT="FATAL",
                     AEACN="NOT APPLICABLE", AEREL="POSSIBLE" if index == 17 else "REMOTE")


def _event(chance, subject, term, start, end, grade, **more):
    _, system, _, _, written = next(row for row in TERMS if row[0] == term)
    first = subject.get("TRTSDT")
    row = {
        "STUDYID": "RAN-101", "USUBJID": subject["USUBJID"], "AETERM": chance.one_of(written), "AEDECOD": term,
        "AEBODSYS": system, "AETOXGR": grade, "AESER": "N", "AESDTH": "N",
        "AEREL": chance.one_of(["NONE", "REMOTE", "POSSIBLE", "PROBABLE", "DEFINITE", ""], [30, 20, 25, 15, 3, 2]),
        "AEACN": chance.one_of(["DOSE NOT CHANGED", "DRUG INTERRUPTED"], [9, 1]),
        "AEOUT": "RECOVERED/RESOLVED" if end else "NOT RECOVERED/NOT RESOLVED", "TRTEMFL": "Y",
        "AESTDTC": start.isoformat(), "ASTDT": start, "AENDT": end,
        "ASTDY": study_day(start, first) if first else None, "AENDY": study_day(end, first) if first and end else None,
        "AETERMLC": LOCAL.get(term, "") if subject["COUNTRY"] == "CHN" else "",
    } | more
    if chance.whether(0.03) and row["AESDTH"] == "N":  # only the month is known, so no date is derived
        row |= {"AESTDTC": start.isoformat()[:7], "ASTDT": Special("U"), "ASTDY": Special("U")}
    return row


def _numbered(events):
    events = sorted(events, key=lambda row: (row["USUBJID"], row["AESTDTC"], row["AEDECOD"]))
    last = {}
    for row in events:
        row["AESEQ"] = last[row["USUBJID"]] = last.get(row["USUBJID"], 0) + 1
    return events


def _visits(chance, index, subject):
    """(AVISIT, AVISITN, ADT, SLEDAI-2K, PGA) of the visits that took place; a value may be None (not done)."""
    if subject["SCRFFL"] == "Y":
        return []
    score, judged = 2 * chance.between(3, 8), chance.between(12, 25)
    visits = [("Baseline", 0, subject["RANDDT"] - days(chance.between(0, 6)), score, judged / 10)]
    active = subject.get("TRT01PN") == 2
    for week in WEEKS:
        score = max(score - chance.one_of([0, 1, 2, 4, 6], [2, 2, 4, 4, 3 if active else 1]), 0)
        judged = max(judged - chance.between(-3, 8 if active else 6), 0)
        if not subject.get("TRTSDT"):
            continue
        nominal, shift = subject["TRTSDT"] + days(7 * week), days(chance.between(-2, 2))
        if nominal > subject["TRTEDT"] or chance.whether(0.04):
            continue
        when = min(nominal + shift, subject["TRTEDT"])
        done = not chance.whether(0.02), not chance.whether(0.03)
        visits.append((f"Week {week}", week, when, score if done[0] else None, judged / 10 if done[1] else None))
    if index % 37 == 5:  # no baseline assessment of one score
        visits[0] = visits[0][:4] + (None,)
    return visits


def _scores(chance, subject, visits):
    for code, column in (("SLEDAI2K", 3), ("PGA", 4)):
        base = visits[0][column] if visits else None
        for visit in visits:
            value = visit[column]
            row = {
                "USUBJID": subject["USUBJID"], "PARAMCD": code, "PARAM": PARAMETERS[code].replace("0-3", "0–3"),
                "AVISIT": visit[0], "AVISITN": visit[1], "ADT": visit[2], "AVAL": value, "BASE": base,
                "CHG": _change(value, base) if visit[1] else None, "ABLFL": "" if visit[1] else "Y", "ANL01FL": "Y",
            }
            if visit[1] and value is not None and chance.whether(0.05):  # repeated within the window: not analysed
                other = value + 2 if code == "SLEDAI2K" else round(value + 0.2, 1)
                yield row | {"AVAL": other, "CHG": _change(other, base), "ADT": visit[2] + days(1), "ANL01FL": ""}
            yield row


def _change(value, base):
    return None if value is None or base is None else round(value - base, 1)


def _answers(chance, subject, visits):
    """Responses at weeks 12 and 24, by the scores; without either score the response is not assessed."""
    for name, week, when, score, judged in visits:
        if week not in (12, 24):
            continue
        _, _, _, base, first = visits[0]
        known = None not in (score, judged, base, first)
        for code, met in (
            ("SRI4", known and base - score >= 4 and round(judged - first, 1) < 0.3),
            ("LLDAS", known and score <= 4 and judged <= 1),
            ("DORIS", known and score == 0 and judged < 0.5),
        ):
            row = {
                "USUBJID": subject["USUBJID"], "PARAMCD": code, "PARAM": PARAMETERS[code], "AVISIT": name, "AVISITN": week,
                "ADT": when, "AVAL": int(met) if known else None, "AVALC": "NY"[met] if known else "", "ANL01FL": "Y",
            }
            if known and chance.whether(0.03):
                yield row | {"AVAL": int(not met), "AVALC": "YN"[met], "ADT": when + days(1), "ANL01FL": ""}
            yield row
