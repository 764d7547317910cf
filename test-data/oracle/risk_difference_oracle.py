"""Oracle values for RiskDifference, by the definitions in mpmath (Miettinen and Nurminen's limits with the constrained likelihood maximised by root finding, not by
the closed form of the program). Second witnesses: statsmodels' confint_proportions_2indep for Wald's and Newcombe's limits; for Miettinen and Nurminen's the limits that
R. G. Newcombe (Statistics in Medicine 17 (1998) 873-890, table II, 56/70 against 48/80: 0.0528, 0.3382) prints, since statsmodels 0.15's constrained estimate is not where the
likelihood is largest (0.6704 for 56/70 against 48/80 at a difference of 0.0528; the derivative there is 1.4). statsmodels' test_equal_odds is a witness of the Breslow-Day values
that comparisons_oracle.R computed.

    python3 test-data/oracle/risk_difference_oracle.py      (statsmodels, scipy, mpmath)

writes risk-difference.json beside this file; run comparisons_oracle.R first.
"""

import json
import math
import random
import warnings
from pathlib import Path

import mpmath
import numpy
import statsmodels
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import confint_proportions_2indep

HERE = Path(__file__).parent
mpmath.mp.dps = 40
mpf = mpmath.mpf


def quantile(confidence):
    return mpmath.sqrt(2) * mpmath.erfinv(mpf(confidence))


def wilson(x, n, z):
    p = mpf(x) / n
    centre = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * mpmath.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return (mpf(0) if x == 0 else centre - half), (mpf(1) if x == n else centre + half)


def constrained(x1, n1, x2, n2, delta):
    """The p2 that maximises the likelihood under p1 = p2 + delta: the zero of its derivative, by bisection (the log likelihood is concave)."""
    low, high = max(mpf(0), -delta), min(mpf(1), 1 - delta)

    def slope(p2):
        p1 = p2 + delta
        return (x1 / p1 if x1 else 0) - ((n1 - x1) / (1 - p1) if n1 - x1 else 0) + (x2 / p2 if x2 else 0) - ((n2 - x2) / (1 - p2) if n2 - x2 else 0)

    for _ in range(130):
        middle = (low + high) / 2
        if slope(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def miettinen_nurminen(x1, n1, x2, n2, z):
    d = mpf(x1) / n1 - mpf(x2) / n2
    n = n1 + n2

    def outside(delta):
        p2 = constrained(x1, n1, x2, n2, delta)
        p1 = p2 + delta
        variance = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) * n / (n - 1)
        return (d - delta) ** 2 > z * z * variance

    limits = []
    for end in (mpf(-1), mpf(1)):
        inside, beyond = d, end
        if d == end:
            limits.append(end)
            continue
        for _ in range(110):
            middle = (inside + beyond) / 2
            if outside(middle):
                beyond = middle
            else:
                inside = middle
        limits.append((inside + beyond) / 2)
    return limits


def case(x1, n1, x2, n2, confidence=0.95):
    z = quantile(confidence)
    p1, p2 = mpf(x1) / n1, mpf(x2) / n2
    d = p1 - p2
    half = z * mpmath.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    (l1, u1), (l2, u2) = wilson(x1, n1, z), wilson(x2, n2, z)
    newcombe = [d - mpmath.sqrt((p1 - l1) ** 2 + (u2 - p2) ** 2), d + mpmath.sqrt((u1 - p1) ** 2 + (p2 - l2) ** 2)]
    score = miettinen_nurminen(x1, n1, x2, n2, z)
    ours = {"wald": [max(mpf(-1), d - half), min(mpf(1), d + half)], "newcombe": newcombe, "miettinen-nurminen": score}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for method, name, tolerance in (("wald", "wald", 1e-9), ("newcomb", "newcombe", 1e-9)):
            theirs = confint_proportions_2indep(x1, n1, x2, n2, method=method, compare="diff", alpha=1 - confidence, correction=True)
            for a, b in zip(ours[name], theirs):
                b = max(-1, min(1, b))  # Wald's limits are cut off, as R's prop.test and SAS do
                if abs(float(a) - b) > tolerance:
                    raise SystemExit(f"the witnesses disagree: {x1}/{n1} {x2}/{n2} {name}: {float(a)} {b}")
    return {"x1": x1, "n1": n1, "x2": x2, "n2": n2, "confidence": confidence, "difference": float(d),
            **{name: [float(v) for v in limits] for name, limits in ours.items()}}


def main():
    r = random.Random(20261125)
    if ["%.4f" % v for v in case(56, 70, 48, 80)["miettinen-nurminen"]] != ["0.0528", "0.3382"]:
        raise SystemExit("not the published limits")
    cases = [case(*c) for c in ((56, 70, 48, 80), (9, 10, 3, 10), (5, 56, 0, 29), (0, 10, 0, 20), (10, 10, 0, 10), (0, 10, 10, 10), (10, 10, 10, 10), (1, 1, 0, 1), (2, 3, 1, 3),
                                (3, 6, 1, 2), (41, 84, 26, 86), (1, 84, 0, 86), (65, 86, 84, 84), (19, 22, 8, 11), (7, 14, 7, 14))]
    cases += [case(56, 70, 48, 80, 0.9), case(3, 25, 9, 24, 0.99)]
    for _ in range(40):
        n1, n2 = r.randint(2, 120), r.randint(2, 120)
        cases.append(case(r.randint(0, n1), n1, r.randint(0, n2), n2))
    (HERE / "risk-difference.json").write_text('{"made by": "risk_difference_oracle.py", "with": %s,\n"cases": [\n%s\n]}\n' % (
        json.dumps({"statsmodels": statsmodels.__version__, "mpmath": mpmath.__version__}), ",\n".join(" " + json.dumps(c) for c in cases)), encoding="utf-8")
    for c in json.loads((HERE / "comparisons.json").read_text())["breslow"]:
        tables = [numpy.array(t, dtype=float) for t in c["tables"]]
        table = StratifiedTable([t for t in tables if (t.sum(axis=0) > 0).all() and (t.sum(axis=1) > 0).all()])
        for name, adjust in (("plain", False), ("tarone", True)):
            p = float(table.test_equal_odds(adjust=adjust).pvalue)
            # statsmodels divides by 1 - ratio and has no value where the common odds ratio is 1.
            if not math.isnan(p) and not math.isclose(p, c[name], rel_tol=1e-8):
                raise SystemExit(f"the witnesses disagree: {c['tables']} {name}: {p} {c[name]}")


main()
