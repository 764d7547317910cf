"""Oracle values for OneWayAnova and PearsonChiSquare, from SciPy with mpmath as a second witness.

    python3 -m venv venv && venv/bin/pip install scipy numpy mpmath
    venv/bin/python test-data/oracle/group_tests.py

writes anova.json and chi-square.json beside this file.
"""

import json
import math
import random
from pathlib import Path

import mpmath
import numpy
import scipy
from scipy import stats

HERE = Path(__file__).parent
VERSIONS = {"scipy": scipy.__version__, "numpy": numpy.__version__, "mpmath": mpmath.__version__}
mpmath.mp.dps = 40


def write(name, cases):
    lines = ",\n".join(" " + json.dumps(case) for case in cases)
    (HERE / name).write_text(
        '{"made by": "group_tests.py", "with": %s,\n"cases": [\n%s\n]}\n' % (json.dumps(VERSIONS), lines), encoding="utf-8")


def anova_witness(groups):
    """The p-value by the regularised incomplete beta function on exact sums."""
    filled = [[mpmath.mpf(v) for v in g] for g in groups if g]
    n, k = sum(map(len, filled)), len(filled)
    grand = mpmath.fsum(v for g in filled for v in g) / n
    means = [mpmath.fsum(g) / len(g) for g in filled]
    between = mpmath.fsum(len(g) * (m - grand) ** 2 for g, m in zip(filled, means)) / (k - 1)
    within = mpmath.fsum((v - m) ** 2 for g, m in zip(filled, means) for v in g) / (n - k)
    f = between / within
    return mpmath.betainc((n - k) / mpmath.mpf(2), (k - 1) / mpmath.mpf(2), 0, (n - k) / (n - k + (k - 1) * f), regularized=True)


def anova():
    r = random.Random(20261122)
    samples = [
        [[1, 2, 3], [2, 3, 4]],
        [[1, 2, 3], [2, 3, 4], [9, 8, 7]],
        [[5.5], [1.25, 3.5]],
        [[], [1, 2], [2, 5, 9]],
        [[1e6 + 1, 1e6 + 2, 1e6 + 3], [1e6 + 2, 1e6 + 2, 1e6 + 4]],
    ]
    for arms in (2, 3, 4):
        for size in (3, 20, 86):
            samples.append([[round(r.gauss(70 + a * r.random() * 4, 8), 1) for _ in range(size + a)] for a in range(arms)])
    cases = []
    for groups in samples:
        p = float(anova_witness(groups))
        s = float(stats.f_oneway(*[g for g in groups if g]).pvalue)
        if not math.isclose(p, s, rel_tol=1e-9):
            raise SystemExit(f"the witnesses disagree: {groups}: {p} {s}")
        cases.append({"groups": groups, "p": p})
    write("anova.json", cases)


def chi_square():
    tables = [
        [[14, 8, 11], [42, 47, 55], [30, 29, 18]],
        [[53, 50, 40], [33, 34, 44]],
        [[3, 6, 3], [83, 78, 81]],
        [[78, 78, 74], [8, 6, 9], [0, 0, 1]],
        [[1, 0], [0, 1]],
        [[10, 20], [20, 10]],
        [[5, 0, 3], [0, 0, 0], [2, 0, 9]],
    ]
    r = random.Random(7)
    for rows, columns in ((2, 2), (2, 4), (5, 3), (6, 6)):
        tables.append([[r.randint(0, 40) for _ in range(columns)] for _ in range(rows)])
    cases = []
    for table in tables:
        counts = numpy.array([row for row in table if sum(row)])
        counts = counts[:, counts.sum(axis=0) > 0]
        result = stats.chi2_contingency(counts, correction=False)
        p = float(mpmath.gammainc(mpmath.mpf(int(result.dof)) / 2, _square(counts) / 2, regularized=True))
        if not math.isclose(p, float(result.pvalue), rel_tol=1e-9):
            raise SystemExit(f"the witnesses disagree: {table}: {p} {result.pvalue}")
        cases.append({"table": table, "p": p})
    write("chi-square.json", cases)


def _square(counts):
    rows, columns, total = counts.sum(axis=1), counts.sum(axis=0), int(counts.sum())
    return mpmath.fsum(
        (mpmath.mpf(int(counts[i, j])) - mpmath.mpf(int(rows[i])) * int(columns[j]) / total) ** 2
        / (mpmath.mpf(int(rows[i])) * int(columns[j]) / total)
        for i in range(len(rows)) for j in range(len(columns)))


anova()
chi_square()
