"""The part of expected.py that concerns dose escalation, screening, exposure and infections: what those tables must show, by
docs/shells.md ("3+3"), written without a look at the program."""

from datetime import timedelta
from decimal import Decimal, getcontext
from fractions import Fraction

INFECTIONS = "infections and infestations"
TREATMENTS = {
    "Treated with tocilizumab": ("AETOCIFL", ["tocilizumab"]),
    "Treated with corticosteroids": ("AESTERFL", ["steroid", "dexamethasone", "hydrocortisone", "prednisolone", "prednisone"]),
}


class TrialTables:
    """Methods of expected.Study; `self.data`, `self.adsl`, `self.columns`, `self.add` and `self.share` are its."""

    def dose_escalation(self, window):
        """Levels are the arms; evaluable is DLTEVLFL = Y among the treated, the window is counted from TRTSDT."""
        toxic = {row["USUBJID"] for row in self.data["ADAE"] if row["AEDLTFL"] == "Y"}
        levels = [(groups, members) for groups, members in self.columns("SAFFL") if groups]
        counts = []
        for groups, members in levels:
            evaluable = [row["USUBJID"] for row in members if row["DLTEVLFL"] == "Y"]
            waiting = [row for row in members if row["DLTEVLFL"] != "Y" and row["USUBJID"] not in toxic
                       and self.day(row["TRTSDT"]) + timedelta(days=window) > self.cutoff
                       and not (self.day(row["EOSDT"]) and self.day(row["EOSDT"]) <= self.cutoff)]
            n, limited = len(evaluable), sum(who in toxic for who in evaluable)
            counts.append((n, limited))
            self.add("dlt", groups, None, None, "N", len(members))
            self.add("dlt", groups, None, None, "n", n)
            self.add("dlt", groups, None, "DLT", "count", limited)
            self.add("dlt", groups, None, "DLT", "percent", float(Fraction(100 * limited, n)) if n else None)
            lower, upper = exact_limits(limited, n)
            self.add("dlt", groups, None, "DLT", "ci-lower", lower)
            self.add("dlt", groups, None, "DLT", "ci-upper", upper)
            self.add("dlt", groups, None, "In the DLT window at the cut-off", "count", len(waiting))
            self.add("dlt", groups, None, "Not evaluable", "count", len(members) - n - len(waiting))
        for (groups, _), decision in zip(levels, decisions(counts)):
            self.add("dlt", groups, None, None, "decision", decision, decision)

    def screening(self, cohort):
        """Everybody screened, by cohort; a row of ADIE is a criterion not met, a subject counts once a row."""
        groups = sorted({(float(row[cohort + "N"]), row[cohort]) for row in self.adsl}) if cohort else []
        columns = [({cohort: name}, [row for row in self.adsl if row[cohort] == name]) for _, name in groups]
        columns.append(({}, self.adsl))
        failed = {}
        for row in self.data["ADIE"]:
            failed.setdefault(row["IETESTCD"], set()).add(row["USUBJID"])
        for keys, members in columns:
            self.add("eligibility", keys, None, None, "N", len(members))
            rows = [(None, "Screened", members), (None, "Screen failures", [row for row in members if row["SCRFFL"] == "Y"]),
                    (None, "Enrolled", [row for row in members if row["ENRLFL"] == "Y"])]
            rows += [("IETESTCD", code, [row for row in members if row["USUBJID"] in who]) for code, who in sorted(failed.items())]
            for variable, level, counted in rows:
                self.share("eligibility", keys, variable, level, len(counted), len(members))

    def exposure(self, summary):
        """Every parameter of ADEX among the treated: AVAL summarised, or AVALC counted where there is no number."""
        self.header("exposure", "SAFFL")
        for code in sorted({row["PARAMCD"] for row in self.data["ADEX"]}):
            rows = {row["USUBJID"]: row for row in self.data["ADEX"] if row["PARAMCD"] == code}
            numeric = any(row["AVAL"] not in ("", None) for row in rows.values())
            for groups, members in self.columns("SAFFL"):
                found = [rows[row["USUBJID"]] for row in members if row["USUBJID"] in rows]
                keys = groups | {"PARAMCD": code}
                if numeric:
                    values = [Fraction(str(row["AVAL"])) for row in found if row["AVAL"] not in ("", None)]
                    for statistic, value in summary(values).items():
                        self.add("exposure", keys, "AVAL", None, statistic, value)
                else:
                    for level in sorted({row["AVALC"] for row in rows.values()}):
                        self.share("exposure", keys, "AVALC", level, sum(row["AVALC"] == level for row in found), len(members))
        for level in sorted({row["LDREG"] for row in self.adsl if row["SAFFL"] == "Y"}):
            for groups, members in self.columns("SAFFL"):
                self.share("exposure", groups, "LDREG", level, sum(row["LDREG"] == level for row in members), len(members))

    def infections(self, emergent, related):
        events = [row for row in emergent if row["AEBODSYS"].lower() == INFECTIONS]
        rows = {
            "Any infection": lambda row: True,
            "Serious infection": lambda row: row["AESER"] == "Y",
            "Grade ≥3 infection": lambda row: row["AETOXGR"] in ("3", "4", "5"),
            "Treatment-related infection": related,
        }
        for term in sorted({row["AEDECOD"] for row in events}):
            rows[term] = lambda row, t=term: row["AEDECOD"] == t
        self.header("infections", "SAFFL")
        for groups, members in self.columns("SAFFL"):
            here = {row["USUBJID"] for row in members}
            for level, test in rows.items():
                counted = [row for row in events if test(row) and row["USUBJID"] in here]
                self.share("infections", groups, None, level, len({row["USUBJID"] for row in counted}), len(members), text=False)
                self.add("infections", groups, None, level, "events", len(counted))

    def treated_events(self, emergent, term):
        """Subjects of each column whose events of the term were treated: by the flag where there is one, else by AEACNOTH."""
        for label, (flag, words) in TREATMENTS.items():
            if flag in self.data["ADAE"][0]:
                treated = [row for row in emergent if row["AEDECOD"] == term and row[flag] == "Y"]
            else:
                treated = [row for row in emergent if row["AEDECOD"] == term
                           and any(word in row["AEACNOTH"].lower() for word in words)]
            if any(row["AEDECOD"] == term for row in emergent):
                for groups, members in self.columns("SAFFL"):
                    count = self.subjects(treated, members, lambda row: True)
                    self.share("aesi", groups, None, [term, label], count, len(members))


def decisions(levels):
    """The 3+3 rule as published, for (evaluable, with a toxicity) from the lowest level."""
    found = []
    for n, limited in levels:
        if limited >= 2:
            found.append("stop")
        elif n < 3:
            found.append("pending")
        elif limited == 0 or n >= 6:
            found.append("escalate")
        else:
            found.append("add 3" if n == 3 else "pending")
    if "stop" in found:
        below = found.index("stop") - 1
        if below >= 0 and found[below] == "escalate":
            found[below] = "MTD" if levels[below][0] >= 6 else "add 3"
    elif found[-1] == "escalate":
        found[-1] = "MTD not reached"
    return found


def exact_limits(count, total):
    """Clopper and Pearson's limits in percent, by halving: the shares at which a tail of the binomial distribution is 2.5 %."""
    if total == 0:
        return None, None
    getcontext().prec = 40

    def tail(share, first, last):
        return sum(Decimal(binomial(total, k)) * share ** k * (1 - share) ** (total - k) for k in range(first, last + 1))

    def solve(rising, goal):
        low, high = Decimal(0), Decimal(1)
        for _ in range(110):
            middle = (low + high) / 2
            low, high = (middle, high) if rising(middle) < goal else (low, middle)
        return float(100 * low)

    alpha = Decimal("0.025")
    lower = 0.0 if count == 0 else solve(lambda share: tail(share, count, total), alpha)
    upper = 100.0 if count == total else solve(lambda share: 1 - tail(share, 0, count), 1 - alpha)
    return lower, upper


def binomial(n, k):
    result = 1
    for i in range(k):
        result = result * (n - i) // (i + 1)
    return result
