"""Oracle values for org.tabularium.statistic, from programs that are not ours.

    python3 -m venv venv && venv/bin/pip install scipy numpy mpmath
    venv/bin/python test-data/oracle/statistic_oracle.py

writes descriptive.json, quantiles.json, intervals.json and fisher.json beside this file.

What each comes from:
  descriptive  exact rational arithmetic (fractions) on the binary values, square root with 60 digits (mpmath); compared with NumPy
  quantiles    the definition of Hyndman and Fan (1996) in rational arithmetic, p as the decimal fraction written; compared with numpy.quantile
  intervals    scipy.stats (beta.ppf and isf, binomtest for Wilson, norm.isf), compared with mpmath at 40 digits
  fisher       exact hypergeometric probabilities as integers; compared with scipy.stats.fisher_exact
The comparisons stop the script, so that a committed value has two independent witnesses.
"""

import json
import math
import random
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy
import scipy
from scipy import stats

HERE = Path(__file__).parent
VERSIONS = {"scipy": scipy.__version__, "numpy": numpy.__version__, "mpmath": mpmath.__version__}
mpmath.mp.dps = 60


def write(name, cases):
    lines = ",\n".join(" " + json.dumps(case) for case in cases)
    (HERE / name).write_text(
        '{"made by": "statistic_oracle.py", "with": %s,\n"cases": [\n%s\n]}\n' % (json.dumps(VERSIONS), lines), encoding="utf-8")


def agree(ours, theirs, tolerance, what):
    if not math.isclose(ours, theirs, rel_tol=tolerance, abs_tol=1e-300):
        raise SystemExit(f"the witnesses disagree: {what}: {ours!r} and {theirs!r}")


def samples():
    rng = random.Random(20251122)
    return {
        "one value": [42.65],
        "two values": [3.0, 8.0],
        "three values": [6.4, 3.1, 13.1],
        "one to four": [1.0, 2.0, 3.0, 4.0],
        "one to ten": [float(i) for i in range(1, 11)],
        "all the same": [0.1] * 7,
        "ties": [5.0, 1.0, 3.0, 3.0, 3.0, 2.0, 5.0, 5.0, 1.0, 3.0, 4.0, 3.0],
        "negative and zero": [-3.5, 0.0, 2.25, -3.5, -0.75, 8.0, 0.0],
        "tenths": [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
        "large offset": [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16],
        "cancelling": [1e16, 1.0, -1e16, 3.0],
        "tiny": [1e-12, 3e-12, 2e-12, 5e-12, 4e-12],
        "ages, 86 subjects": [float(rng.randint(52, 89)) for _ in range(86)],
        "weights, 100 subjects": [round(rng.gauss(63, 12), 1) for _ in range(100)],
        "durations, 25 subjects": [rng.expovariate(1 / 40) for _ in range(25)],
    }


def descriptive():
    for name, values in samples().items():
        n = len(values)
        exact = [Fraction(v) for v in values]
        mean = sum(exact) / n
        case = {"sample": name, "values": values, "n": n, "mean": float(mean), "min": min(values), "max": max(values)}
        middle = sorted(exact)
        case["median"] = float((middle[(n - 1) // 2] + middle[n // 2]) / 2)
        agree(case["median"], float(numpy.median(values)), 1e-15, name + " median")
        if n > 1:
            variance = sum((v - mean) ** 2 for v in exact) / (n - 1)
            root = mpmath.sqrt(mpmath.mpf(variance.numerator) / variance.denominator)
            case["sd"] = float(root)
            case["se"] = float(root / mpmath.sqrt(n))
            if name not in ("cancelling", "all the same"):  # NumPy's own rounding shows there
                agree(case["mean"], float(numpy.mean(values)), 1e-14, name + " mean")
                agree(case["sd"], float(numpy.std(values, ddof=1)), 1e-9, name + " sd")
        yield case


NUMPY_METHOD = {1: "inverted_cdf", 2: "averaged_inverted_cdf", 3: "closest_observation", 4: "interpolated_inverted_cdf", 5: "hazen",
                6: "weibull", 7: "linear", 8: "median_unbiased", 9: "normal_unbiased"}


def hyndman_fan(ordered, p, kind):
    n = len(ordered)
    m = {1: 0, 2: 0, 3: Fraction(-1, 2), 4: 0, 5: Fraction(1, 2), 6: p, 7: 1 - p, 8: (p + 1) / 3, 9: p / 4 + Fraction(3, 8)}[kind]
    position = n * p + m
    j = math.floor(position)
    g = position - j
    if kind == 1:
        gamma = 0 if g == 0 else 1
    elif kind == 2:
        gamma = Fraction(1, 2) if g == 0 else 1
    elif kind == 3:
        gamma = 0 if g == 0 and j % 2 == 0 else 1
    else:
        gamma = g
    at = lambda i: ordered[min(max(i, 1), n) - 1]
    return (1 - gamma) * at(j) + gamma * at(j + 1)


def quantiles():
    probabilities = ["0", "0.01", "0.05", "0.07", "0.1", "0.25", "0.29", "0.3", "0.5", "0.57", "0.7", "0.75", "0.9", "0.95", "1"]
    differing = 0
    for name, values in samples().items():
        ordered = sorted(Fraction(v) for v in values)
        for kind in range(1, 10):
            row = []
            for p in probabilities:
                ours = float(hyndman_fan(ordered, Fraction(p), kind))
                theirs = float(numpy.quantile(values, float(p), method=NUMPY_METHOD[kind]))
                if not math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-3 if name == "cancelling" else 1e-18):
                    # NumPy has no fuzz: at a jump, p * n in binary falls beside it. Never at the quartiles.
                    position = len(values) * Fraction(p) - (Fraction(1, 2) if kind == 3 else 0)
                    if kind > 3 or position.denominator != 1:
                        raise SystemExit(f"the witnesses disagree: {name} type {kind} p {p}: {ours!r} and {theirs!r}")
                    differing += 1
                row.append(ours)
            yield {"sample": name, "values": values, "type": kind, "p": [float(p) for p in probabilities], "quantiles": row}
    print(f"quantiles: NumPy differs at {differing} jumps")


def beta_quantile(q, a, b):
    """The quantile of a beta distribution by bisection on mpmath's incomplete beta function."""
    low, high = mpmath.mpf(0), mpmath.mpf(1)
    with mpmath.workdps(30):
        for _ in range(80):
            middle = (low + high) / 2
            if mpmath.betainc(a, b, 0, middle, regularized=True) < q:
                low = middle
            else:
                high = middle
    return float((low + high) / 2)


def limits(x, n, alpha, witness):
    z = float(stats.norm.isf(alpha / 2))
    p = x / n
    nz, pz = n + z * z, (x + z * z / 2) / (n + z * z)
    reach = z * math.sqrt(pz * (1 - pz) / nz)
    level = 1 - alpha
    wilson = stats.binomtest(x, n).proportion_ci(level, method="wilson")
    found = {
        "CLOPPER_PEARSON": [0.0 if x == 0 else float(stats.beta.ppf(alpha / 2, x, n - x + 1)),
                            1.0 if x == n else float(stats.beta.isf(alpha / 2, x + 1, n - x))],
        "WILSON": [0.0 if x == 0 else float(wilson.low), 1.0 if x == n else float(wilson.high)],
        "JEFFREYS": [0.0 if x == 0 else float(stats.beta.ppf(alpha / 2, x + 0.5, n - x + 0.5)),
                     1.0 if x == n else float(stats.beta.isf(alpha / 2, x + 0.5, n - x + 0.5))],
        "AGRESTI_COULL": [max(0.0, pz - reach), min(1.0, pz + reach)],
    }
    if witness:
        for method, a, b, side in (("CLOPPER_PEARSON", x, n - x + 1, 0), ("CLOPPER_PEARSON", x + 1, n - x, 1),
                                   ("JEFFREYS", x + 0.5, n - x + 0.5, 0), ("JEFFREYS", x + 0.5, n - x + 0.5, 1)):
            if (side == 0 and x == 0) or (side == 1 and x == n):
                continue
            q = alpha / 2 if side == 0 else 1 - alpha / 2
            agree(found[method][side], beta_quantile(q, a, b), 1e-11, f"{method} {x} of {n} side {side}")
    return found


def intervals():
    for confidence in (0.95, 0.90, 0.99):
        for n in (1, 2, 3, 6, 11, 22, 86, 1000):
            counts = range(n + 1) if n <= 86 else (0, 1, 17, 500, 999, 1000)
            for x in counts:
                witness = confidence == 0.95 and (n <= 6 or x % 17 == 1)
                yield {"count": x, "n": n, "confidence": confidence, **limits(x, n, 1 - confidence, witness)}


def fisher():
    tables = [(3, 1, 1, 3), (1, 9, 11, 3), (0, 5, 5, 0), (10, 0, 0, 10), (2, 2, 2, 2), (5, 0, 1, 4), (0, 0, 3, 4), (3, 4, 0, 0), (0, 3, 0, 4),
              (1, 0, 0, 0), (8, 2, 1, 5), (12, 74, 20, 66), (53, 33, 50, 34), (0, 86, 4, 80), (1, 85, 1, 83), (190, 800, 149, 900),
              (4000, 6000, 4100, 5900), (1, 99999, 20, 99980), (6, 0, 3, 3), (19, 3, 10, 12),
              (12, 39, 1, 2), (18, 57, 1, 2), (48, 147, 1, 2)]  # two most probable tables
    rng = random.Random(3)
    tables += [tuple(rng.randint(0, 12) for _ in range(4)) for _ in range(40)]
    tables += [(k, n - k, n - k, k) for n in (5, 7, 20, 43) for k in range(0, n + 1, 3)]  # tables with equal probability on the other side
    for a, b, c, d in tables:
        if a + b + c + d == 0:
            continue
        row, other, column = a + b, c + d, a + c
        weight = lambda x: math.comb(row, x) * math.comb(other, column - x)
        support = range(max(0, column - other), min(row, column) + 1)
        if len(support) <= 2000:
            weights = {x: weight(x) for x in support}
            p = float(Fraction(sum(w for w in weights.values() if w * 10**7 <= weights[a] * (10**7 + 1)), sum(weights.values())))
            theirs = float(stats.fisher_exact([[a, b], [c, d]]).pvalue)
            if all(m > 0 for m in (row, other, column, b + d)):
                agree(p, theirs, 1e-9, f"fisher {a, b, c, d}")
        else:
            p = float(stats.fisher_exact([[a, b], [c, d]]).pvalue)
        yield {"table": [a, b, c, d], "p": p}


write("descriptive.json", descriptive())
write("quantiles.json", quantiles())
write("intervals.json", intervals())
write("fisher.json", fisher())
