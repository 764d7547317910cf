"""Lupus scores from their components: SLEDAI-2K from its 24 items, BILAG-2004 letters invented to agree with them, and the
rows of ADQS.

An activity is a set of item numbers, 1 to 24, in the order of the index: eight of weight 8, six of 4, seven of 2, three of 1.
"""

from .dataset import day, number, text

ITEMS = [
    "Seizure", "Psychosis", "Organic Brain Syndrome", "Visual Disturbance", "Cranial Nerve Disorder", "Lupus Headache", "CVA",
    "Vasculitis", "Arthritis", "Myositis", "Urinary Casts", "Haematuria", "Proteinuria", "Pyuria", "Rash", "Alopecia",
    "Mucosal Ulcers", "Pleurisy", "Pericarditis", "Low Complement", "Increased DNA Binding", "Fever", "Thrombocytopenia",
    "Leukopenia",
]
WEIGHTS = [8] * 8 + [4] * 6 + [2] * 7 + [1] * 3

# The systems of BILAG-2004 and the items of SLEDAI-2K that belong to each; there is none for two of them.
SYSTEMS = [
    ("Constitutional", {22}), ("Mucocutaneous", {8, 15, 16, 17}), ("Neuropsychiatric", {1, 2, 3, 4, 5, 6, 7}),
    ("Musculoskeletal", {9, 10}), ("Cardiorespiratory", {18, 19}), ("Gastrointestinal", set()), ("Ophthalmic", set()),
    ("Renal", {11, 12, 13, 14}), ("Haematological", {23, 24}),
]
POINTS = {"A": 12, "B": 8, "C": 1, "D": 0, "E": 0}

VARIABLES = [
    text("STUDYID", "Study Identifier"),
    text("USUBJID", "Unique Subject Identifier"),
    text("PARAMCD", "Parameter Code"),
    text("PARAM", "Parameter"),
    text("AVISIT", "Analysis Visit"),
    number("AVISITN", "Analysis Visit (N)"),
    day("ADT", "Analysis Date"),
    number("AVAL", "Analysis Value"),
    text("AVALC", "Analysis Value (C)"),
    number("BASE", "Baseline Value"),
    number("CHG", "Change from Baseline"),
    text("ABLFL", "Baseline Record Flag"),
    text("ANL01FL", "Analysis Flag 01"),
]

LABELS = {
    "SLEDAI2K": "SLEDAI-2K Total Score",
    "BILAG": "BILAG-2004 Numeric Total",
    "PGA": "Physician Global Assessment (0-3)",
    "PREDDOSE": "Prednisolone-Equivalent Dose (mg/day)",
    "HEMANEM": "Haemolytic Anaemia",
    "GIACT": "Gastrointestinal Activity",
    "IMMSTAB": "Immunosuppressants Stable and Tolerated",
}


def total(activity):
    return sum(WEIGHTS[item - 1] for item in activity)


def letters(activity, ever):
    """One letter a system: A from 12 points or a weight of 8 on, B from 4 on, C below, D where it was active before, else E."""
    for _, items in SYSTEMS:
        points = total(activity & items)
        serious = any(WEIGHTS[item - 1] == 8 for item in activity & items)
        if points >= 12 or serious:
            yield "A"
        elif points >= 4:
            yield "B"
        elif points:
            yield "C"
        else:
            yield "D" if ever & items else "E"


def assessment(activity, ever, pga, dose, weighted=False, bilag=None, missing=(), **answers):
    """The components of one visit, PARAMCD → (AVAL, AVALC).

    `weighted` writes an item as its weight instead of 1; `bilag` replaces the letters of some systems, number → letter;
    `missing` names parameters not done, and with an item its total; `answers` are the Y/N parameters.
    """
    found = {}
    for position, weight in enumerate(WEIGHTS):
        found[f"SL2K{position + 1:02d}"] = ((weight if weighted else 1) if position + 1 in activity else 0, "")
    found["SLEDAI2K"] = (total(activity), "")
    systems = [(bilag or {}).get(position, letter) for position, letter in enumerate(letters(activity, ever), 1)]
    for position, letter in enumerate(systems, 1):
        found[f"BILAG{position}"] = (None, letter)
    found["BILAG"] = (sum(POINTS[letter] for letter in systems), "")
    found["PGA"], found["PREDDOSE"] = (pga, ""), (dose, "")
    for code in ("HEMANEM", "GIACT", "IMMSTAB"):
        if code in answers:
            found[code] = (int(answers[code] == "Y"), answers[code])
    for code in missing:
        found[code] = (None, "")
        if code.startswith("SL2K"):
            found["SLEDAI2K"] = (None, "")
        if code.startswith("BILAG"):
            found["BILAG"] = (None, "")
    return found


def rows(subject, visits):
    """ADQS of one subject, parameter by parameter: `visits` are (AVISIT, AVISITN, ADT, components), the first the baseline."""
    for code in visits[0][3]:
        base = visits[0][3][code][0]
        scored = code in ("SLEDAI2K", "BILAG", "PGA", "PREDDOSE")
        for position, (name, visit, when, components) in enumerate(visits):
            value, letter = components[code]
            known = scored and position > 0 and value is not None and base is not None
            yield {
                "STUDYID": subject["STUDYID"], "USUBJID": subject["USUBJID"], "PARAMCD": code, "PARAM": label(code),
                "AVISIT": name, "AVISITN": visit, "ADT": when, "AVAL": value, "AVALC": letter,
                "BASE": base if scored else None, "CHG": round(value - base, 4) if known else None,
                "ABLFL": "" if position else "Y", "ANL01FL": "Y",
            }


def label(code):
    """PARAM."""
    if code.startswith("SL2K"):
        return f"SLEDAI-2K {ITEMS[int(code[4:]) - 1]}"
    if code.startswith("BILAG") and len(code) > 5:
        return f"BILAG-2004 {SYSTEMS[int(code[5:]) - 1][0]}"
    return LABELS[code]
