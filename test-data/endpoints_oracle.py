"""Endpoints of lupus trials from their components, for expected.py: written from the definitions in docs/endpoints.md
(SLEDAI-2K, BILAG-2004, SRI, BICLA, LLDAS, DORIS 2021), sharing nothing with Tabularium nor with the generator.

Everything is an exact fraction; None is what is not known, and an endpoint with a component not known is None.
"""

from fractions import Fraction

WEIGHTS = [8] * 8 + [4] * 6 + [2] * 7 + [1] * 3
SEROLOGY = {20, 21}
# Neuropsychiatric items, vasculitis, urinary items, pleurisy, pericarditis, fever
MAJOR = {1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14, 18, 19, 22}
SYSTEMS = range(1, 10)
POINTS = {"A": 12, "B": 8, "C": 1, "D": 0, "E": 0}


def derive(adqs, weights, child):
    """[{subject, parameter, visit, value}] of each visit after baseline (totals: at baseline too) at which anything but the
    steroid dose was assessed. `adqs` are rows with PARAMCD, AVISIT, AVISITN, AVAL (Fraction or None), AVALC, ABLFL; `weights`
    subject -> kg or None."""
    out = []
    signs = [code for code in ("HEMANEM", "GIACT", "IMMSTAB") if any(row["PARAMCD"] == code for row in adqs)]
    delivered = {row["PARAMCD"] for row in adqs}
    for subject in sorted({row["USUBJID"] for row in adqs}):
        rows = [row for row in adqs if row["USUBJID"] == subject and row["ANL01FL"] == "Y"]
        order = sorted({(row["AVISITN"], row["AVISIT"]) for row in rows})
        visits = [(name, Assessment([row for row in rows if row["AVISIT"] == name])) for _, name in order]
        base = Assessment([row for row in rows if row["ABLFL"] == "Y"])
        before = []
        for name, now in visits:
            if now.looked_at():
                found = {}
                if "SLEDAI2K" not in delivered:
                    found["SLEDAI2K"] = now.total()
                if now.bilag:
                    found["BILAG"] = now.bilag_points()
                found["CSLEDAI"] = now.clinical()
                if name != "Baseline":
                    for points in range(4, 9):
                        found[f"SRI{points}"] = sri(base, now, points)
                    found["BICLA"] = bicla(base, now)
                    found["LLDAS"] = lldas(before, now, weights[subject], child, signs)
                    found["DORIS"] = doris(now, weights[subject], child, signs)
                for code, value in found.items():
                    shown = value if value is None or isinstance(value, bool) else int(value)
                    out.append({"subject": subject, "parameter": code, "visit": name,
                                "value": {True: "Y", False: "N"}[shown] if isinstance(shown, bool) else shown})
            before.append(now)
    return out


class Assessment:
    """What is known of a subject at a visit."""

    def __init__(self, rows):
        self.value = {row["PARAMCD"]: row["AVAL"] for row in rows if row["AVAL"] is not None}
        self.text = {row["PARAMCD"]: row["AVALC"] for row in rows if row["AVALC"]}
        self.items = {}
        for item, weight in enumerate(WEIGHTS, 1):
            code = f"SL2K{item:02d}"
            written = self.value.get(code, self.text.get(code))
            if written in (0, "N", "0"):
                self.items[item] = False
            elif written in (1, weight, "Y", "1", str(weight)):
                self.items[item] = True
        self.bilag = {system: self.text[f"BILAG{system}"] for system in SYSTEMS if f"BILAG{system}" in self.text}
        self.pga, self.dose = self.value.get("PGA"), self.value.get("PREDDOSE")

    def looked_at(self):
        return bool(self.items or self.bilag or self.pga is not None or "SLEDAI2K" in self.value)

    def total(self):
        return self.value["SLEDAI2K"] if "SLEDAI2K" in self.value else self.sum(set())

    def clinical(self):
        return self.sum(SEROLOGY)

    def sum(self, without):
        wanted = set(range(1, 25)) - without
        if not wanted <= self.items.keys():
            return None
        return Fraction(sum(WEIGHTS[item - 1] for item in wanted if self.items[item]))

    def bilag_points(self):
        return sum(POINTS[letter] for letter in self.bilag.values()) if len(self.bilag) == 9 else None


def sri(base, now, points):
    if None in (base.total(), now.total(), base.pga, now.pga) or len(base.bilag) < 9 or len(now.bilag) < 9:
        return None
    return now.total() - base.total() <= -points and few_new(base, now) and now.pga - base.pga < Fraction(3, 10)


def few_new(base, now):
    new_a = [s for s in SYSTEMS if now.bilag[s] == "A" and base.bilag[s] in "BCDE"]
    new_b = [s for s in SYSTEMS if now.bilag[s] == "B" and base.bilag[s] in "CDE"]
    return not new_a and len(new_b) <= 1


def bicla(base, now):
    if None in (base.total(), now.total(), base.pga, now.pga) or len(base.bilag) < 9 or len(now.bilag) < 9:
        return None
    improved = all(now.bilag[s] in {"A": "BCDE", "B": "CDE"}[base.bilag[s]] for s in SYSTEMS if base.bilag[s] in "AB")
    return improved and few_new(base, now) and now.total() <= base.total() and now.pga - base.pga <= Fraction(3, 10)


def low_dose(dose, weight, child, most, per_kilogram):
    return dose <= most and (not child or dose / weight <= per_kilogram)


def lldas(before, now, weight, child, signs):
    if None in (now.total(), now.pga, now.dose) or len(now.items) < 24 or (child and weight is None):
        return None
    answers = {code: now.text.get(code) for code in signs}
    if None in answers.values():
        return None
    previous = next((one.items for one in reversed(before) if one.items), {})
    present = {item for item, there in now.items.items() if there}
    if not present <= previous.keys():
        return None
    return (now.total() <= 4 and not present & MAJOR and all(previous[item] for item in present) and now.pga <= 1
            and low_dose(now.dose, weight, child, Fraction(15, 2), Fraction(15, 100))
            and answers.get("HEMANEM", "N") == "N" and answers.get("GIACT", "N") == "N" and answers.get("IMMSTAB", "Y") == "Y")


def doris(now, weight, child, signs):
    stable = now.text.get("IMMSTAB") if "IMMSTAB" in signs else "Y"
    if None in (now.clinical(), now.pga, now.dose, stable) or (child and weight is None):
        return None
    return (now.clinical() == 0 and now.pga < Fraction(1, 2) and stable == "Y"
            and low_dose(now.dose, weight, child, 5, Fraction(1, 10)))
