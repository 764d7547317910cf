"""The variables that the studies share, with their ADaM labels."""

from .chance import study_day
from .dataset import Dataset, day, number, text

SUBJECT = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("SUBJID", "Subject Identifier for the Study"),
    text("SITEID", "Study Site Identifier"),
]

DEMOGRAPHY = [
    number("AGE", "Age"),
    text("AGEU", "Age Units"),
    text("SEX", "Sex"),
    text("RACE", "Race"),
    text("ETHNIC", "Ethnicity"),
    text("COUNTRY", "Country"),
]

TREATMENT = [
    text("TRT01P", "Planned Treatment for Period 01"),
    number("TRT01PN", "Planned Treatment for Period 01 (N)"),
    text("TRT01A", "Actual Treatment for Period 01"),
    number("TRT01AN", "Actual Treatment for Period 01 (N)"),
    day("TRTSDT", "Date of First Exposure to Treatment"),
    day("TRTEDT", "Date of Last Exposure to Treatment"),
]

CELL_FLAGS = [
    text("ENRLFL", "Enrolled Population Flag"),
    text("ITTFL", "Intent-To-Treat Population Flag"),
    text("SAFFL", "Safety Population Flag"),
    text("INFFL", "Infused Population Flag"),
    text("DLTEVLFL", "DLT-Evaluable Population Flag"),
]

OTHER_TREATMENT = [
    text("AEACNOTH", "Other Action Taken"),
    text("AECONTRT", "Concomitant or Additional Trtmnt Given"),
    text("AETOCIFL", "Treated with Tocilizumab Flag"),
    text("AESTERFL", "Treated with Corticosteroids Flag"),
]

TIME_TO_EVENT = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("PARAMCD", "Parameter Code"),
    text("PARAM", "Parameter"),
    number("AVAL", "Analysis Value"),
    number("CNSR", "Censor"),
    day("STARTDT", "Time-to-Event Origin Date for Subject"),
    day("ADT", "Analysis Date"),
    text("EVNTDESC", "Event or Censoring Description"),
]

EXPOSURE = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("PARAMCD", "Parameter Code"),
    text("PARAM", "Parameter"),
    number("AVAL", "Analysis Value"),
    text("AVALC", "Analysis Value (C)"),
    day("ASTDT", "Analysis Start Date"),
]

CRITERIA = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    number("IESEQ", "Sequence Number"),
    text("IECAT", "Inclusion/Exclusion Category"),
    text("IETESTCD", "Inclusion/Exclusion Criterion Short Name"),
    text("IETEST", "Inclusion/Exclusion Criterion"),
    text("AVALC", "Analysis Value (C)"),
]

DISPOSITION = [
    text("EOSSTT", "End of Study Status"),
    text("DTHFL", "Subject Death Flag"),
]

EVENTS = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    number("AESEQ", "Sequence Number"),
    text("AETERM", "Reported Term for the Adverse Event"),
    text("AEDECOD", "Dictionary-Derived Term"),
    text("AEBODSYS", "Body System or Organ Class"),
    text("AETOXGR", "Standard Toxicity Grade"),
    text("ASTCTGR", "ASTCT Grade"),
    text("AESER", "Serious Event"),
    text("AESDTH", "Results in Death"),
    text("AREL", "Analysis Causality"),
    text("AEACN", "Action Taken with Study Treatment"),
    text("AEOUT", "Outcome of Adverse Event"),
    text("TRTEMFL", "Treatment Emergent Analysis Flag"),
    text("AEDLTFL", "Dose-Limiting Toxicity Flag"),
    day("ASTDT", "Analysis Start Date"),
    day("AENDT", "Analysis End Date"),
    number("ASTDY", "Analysis Start Relative Day"),
    number("AENDY", "Analysis End Relative Day"),
]

SCORES = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("PARAMCD", "Parameter Code"),
    text("PARAM", "Parameter"),
    text("AVISIT", "Analysis Visit"),
    number("AVISITN", "Analysis Visit (N)"),
    day("ADT", "Analysis Date"),
    number("AVAL", "Analysis Value"),
    number("BASE", "Baseline Value"),
    number("CHG", "Change from Baseline"),
    text("ABLFL", "Baseline Record Flag"),
    text("ANL01FL", "Analysis Flag 01"),
]

RESPONSES = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("PARAMCD", "Parameter Code"),
    text("PARAM", "Parameter"),
    text("AVISIT", "Analysis Visit"),
    number("AVISITN", "Analysis Visit (N)"),
    day("ADT", "Analysis Date"),
    number("AVAL", "Analysis Value"),
    text("AVALC", "Analysis Value (C)"),
    text("ANL01FL", "Analysis Flag 01"),
]

PARAMETERS = {
    "SLEDAI2K": "SLEDAI-2K Total Score",
    "PGA": "Physician Global Assessment (0-3)",
    "PREDDOSE": "Prednisolone-Equivalent Dose (mg/day)",
    "SRI4": "SRI-4 Response",
    "LLDAS": "Lupus Low Disease Activity State",
    "DORIS": "DORIS Remission",
    "RELAPSE": "Relapse",
}

SYSTEMS = {
    "Cytokine release syndrome": "Immune system disorders",
    "Hypogammaglobulinaemia": "Immune system disorders",
    "Immune effector cell-associated neurotoxicity syndrome": "Nervous system disorders",
    "Headache": "Nervous system disorders",
    "Dizziness": "Nervous system disorders",
    "Pyrexia": "General disorders and administration site conditions",
    "Fatigue": "General disorders and administration site conditions",
    "Lymphopenia": "Blood and lymphatic system disorders",
    "Neutropenia": "Blood and lymphatic system disorders",
    "Leukopenia": "Blood and lymphatic system disorders",
    "Anaemia": "Blood and lymphatic system disorders",
    "Thrombocytopenia": "Blood and lymphatic system disorders",
    "Upper respiratory tract infection": "Infections and infestations",
    "Urinary tract infection": "Infections and infestations",
    "Herpes zoster": "Infections and infestations",
    "Pneumonia": "Infections and infestations",
    "Nausea": "Gastrointestinal disorders",
    "Vomiting": "Gastrointestinal disorders",
    "Diarrhoea": "Gastrointestinal disorders",
    "Rash": "Skin and subcutaneous tissue disorders",
    "Alopecia": "Skin and subcutaneous tissue disorders",
    "Alanine aminotransferase increased": "Investigations",
    "Arthralgia": "Musculoskeletal and connective tissue disorders",
    "Hypokalaemia": "Metabolism and nutrition disorders",
    "Cough": "Respiratory, thoracic and mediastinal disorders",
    "Hypotension": "Vascular disorders",
    "Hypertension": "Vascular disorders",
    "Cytomegalovirus infection": "Infections and infestations",
    "Bronchitis": "Infections and infestations",
    "Blood creatinine increased": "Investigations",
}


def event(subject, term, grade, start, end, **more):
    """An event of a cell-therapy study; `start` and `end` are dates, `end` None while it goes on. The ASTCT grade
    stands beside the toxicity grade where the term has one."""
    first = subject["TRTSDT"]
    row = {
        "STUDYID": subject["STUDYID"],
        "USUBJID": subject["USUBJID"],
        "AETERM": term.lower(),
        "AEDECOD": term,
        "AEBODSYS": SYSTEMS[term],
        "AETOXGR": str(grade),
        "AESER": "N",
        "AESDTH": "N",
        "AREL": "RELATED",
        "AEACN": "NOT APPLICABLE",
        "AEOUT": "RECOVERED/RESOLVED" if end else "NOT RECOVERED/NOT RESOLVED",
        "TRTEMFL": "Y" if start >= first else "",
        "AEDLTFL": "N",
        "ASTDT": start,
        "AENDT": end,
        "ASTDY": study_day(start, first),
        "AENDY": study_day(end, first) if end else None,
    }
    if term.startswith(("Cytokine", "Immune effector")):
        row["ASTCTGR"] = str(grade)
    row.update(more)
    return row


def numbered(events):
    """The events in order of subject and date, AESEQ counting within the subject."""
    events = sorted(events, key=lambda row: (row["USUBJID"], row["ASTDT"], row["AEDECOD"]))
    last = {}
    for row in events:
        row["AESEQ"] = last[row["USUBJID"]] = last.get(row["USUBJID"], 0) + 1
    return events


def scores(subject, code, visits):
    """The rows of one score: `visits` are (AVISIT, AVISITN, ADT, AVAL), the first being the baseline."""
    base = visits[0][3]
    for position, (name, visit, when, value) in enumerate(visits):
        known = value is not None and base is not None and position > 0
        yield {
            "STUDYID": subject["STUDYID"],
            "USUBJID": subject["USUBJID"],
            "PARAMCD": code,
            "PARAM": PARAMETERS[code],
            "AVISIT": name,
            "AVISITN": visit,
            "ADT": when,
            "AVAL": value,
            "BASE": base,
            "CHG": round(value - base, 4) if known else None,
            "ABLFL": "Y" if position == 0 else "",
            "ANL01FL": "Y",
        }


def response(subject, code, name, visit, when, met):
    """One yes or no at one visit; `met` None is a visit that took place without an assessment."""
    return {
        "STUDYID": subject["STUDYID"],
        "USUBJID": subject["USUBJID"],
        "PARAMCD": code,
        "PARAM": PARAMETERS.get(code, code),
        "AVISIT": name,
        "AVISITN": visit,
        "ADT": when,
        "AVAL": None if met is None else int(met),
        "AVALC": "" if met is None else "NY"[met],
        "ANL01FL": "Y",
    }


def adsl(variables, rows):
    return Dataset("ADSL", "Subject-Level Analysis Dataset", variables, rows)


def adae(rows):
    return Dataset("ADAE", "Adverse Events Analysis Dataset", EVENTS, numbered(rows))


def adqs(rows):
    return Dataset("ADQS", "Questionnaires Analysis Dataset", SCORES, rows)


def adeff(rows):
    return Dataset("ADEFF", "Efficacy Analysis Dataset", RESPONSES, rows)


def not_met(subject, criteria):
    """The rows of ADIE of one subject: one a criterion not met, `criteria` code → text. An inclusion criterion has the
    answer N, an exclusion criterion Y."""
    for position, (code, wording) in enumerate(criteria.items(), 1):
        included = code.startswith("INCL")
        yield {
            "STUDYID": subject["STUDYID"], "USUBJID": subject["USUBJID"], "IESEQ": position,
            "IECAT": "INCLUSION" if included else "EXCLUSION", "IETESTCD": code, "IETEST": wording,
            "AVALC": "N" if included else "Y",
        }


def exposure(subject, code, name, value, text=""):
    """One row of ADEX."""
    return {
        "STUDYID": subject["STUDYID"], "USUBJID": subject["USUBJID"], "PARAMCD": code, "PARAM": name, "AVAL": value,
        "AVALC": text, "ASTDT": subject["TRTSDT"],
    }


def adie(rows):
    return Dataset("ADIE", "Inclusion/Exclusion Criteria Not Met", CRITERIA, rows)


def adex(rows):
    return Dataset("ADEX", "Exposure Analysis Dataset", EXPOSURE, rows)


def adtte(rows):
    return Dataset("ADTTE", "Time-to-Event Analysis Dataset", TIME_TO_EVENT, rows)
