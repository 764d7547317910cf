"""Where Apache Commons Statistics 1.2 differs from the definition, with what the definition gives, in rational arithmetic.

FISHER: of all 10,625 tables of 1 to 20 subjects those where its two-sided test, which compares probabilities without a tolerance, leaves out a table that is just as
probable as the one observed. QUANTILES: of all sample sizes to 100 and all hundredths those where n p (type 3: n p - 1/2) is whole in decimals and not in binary.
Both lists were made by running both (CommonsStatisticsTest fails where one of them is not complete); the numbers are computed here.

    python3 test-data/oracle/commons_statistics_oracle.py

writes commons-statistics.json beside this file.
"""

import json
from fractions import Fraction
from math import comb, floor
from pathlib import Path

FISHER = [
    [0, 2, 2, 3], [2, 0, 3, 2], [2, 3, 0, 2], [3, 2, 2, 0], [2, 1, 2, 3], [2, 3, 2, 1], [0, 2, 3, 5], [1, 2, 1, 6], [1, 6, 1, 2],
    [2, 0, 5, 3], [2, 1, 6, 1], [3, 5, 0, 2], [5, 3, 2, 0], [6, 1, 2, 1], [2, 1, 4, 5], [4, 5, 2, 1], [2, 3, 2, 6], [2, 6, 2, 3],
    [3, 2, 6, 2], [6, 2, 3, 2], [0, 4, 4, 7], [4, 0, 7, 4], [4, 7, 0, 4], [7, 4, 4, 0], [2, 1, 6, 7], [6, 7, 2, 1], [1, 2, 10, 4],
    [1, 5, 9, 2], [1, 9, 5, 2], [1, 10, 2, 4], [2, 1, 4, 10], [2, 4, 1, 10], [2, 5, 9, 1], [2, 9, 5, 1], [4, 2, 10, 1],
    [4, 10, 2, 1], [5, 1, 2, 9], [5, 2, 1, 9], [9, 1, 2, 5], [9, 2, 1, 5], [10, 1, 4, 2], [10, 4, 1, 2], [2, 1, 7, 8],
    [2, 5, 2, 9], [2, 9, 2, 5], [5, 2, 9, 2], [7, 8, 2, 1], [9, 2, 5, 2], [1, 5, 1, 12], [1, 12, 1, 5], [2, 3, 4, 10],
    [2, 6, 4, 7], [3, 2, 10, 4], [4, 7, 2, 6], [4, 10, 2, 3], [5, 1, 12, 1], [6, 2, 7, 4], [7, 4, 6, 2], [10, 4, 3, 2],
    [12, 1, 5, 1], [2, 1, 8, 9], [8, 9, 2, 1],
]

# Sample size, probability in hundredths, type.
QUANTILES = [
    (25, 28, 1), (25, 28, 2), (25, 56, 1), (25, 56, 2), (45, 70, 3), (50, 14, 1), (50, 14, 2), (50, 28, 1), (50, 28, 2),
    (50, 56, 1), (50, 56, 2), (50, 58, 2), (75, 14, 3), (75, 28, 1), (75, 28, 2), (75, 56, 1), (75, 56, 2), (75, 68, 1),
    (75, 68, 2), (75, 82, 3), (85, 70, 3), (90, 35, 3), (90, 70, 2), (100, 7, 1), (100, 7, 2), (100, 14, 1), (100, 14, 2),
    (100, 28, 1), (100, 28, 2), (100, 29, 2), (100, 55, 1), (100, 55, 2), (100, 56, 1), (100, 56, 2), (100, 57, 2), (100, 58, 2),
]


def fisher(a, b, c, d):
    weight = lambda x: comb(a + b, x) * comb(c + d, a + c - x)
    possible = [weight(x) for x in range(max(0, a + c - (c + d)), min(a + b, a + c) + 1)]
    return Fraction(sum(w for w in possible if w <= weight(a)), sum(possible))


def quantile(n, hundredths, kind):
    """Of the sample 1, 2, 5, 10, 17, ... (i squared plus 1, from i = 0), by Hyndman and Fan's definition."""
    place = Fraction(n * hundredths, 100) - (Fraction(1, 2) if kind == 3 else 0)
    j, whole = floor(place), place.denominator == 1
    value = lambda at: (min(max(at, 1), n) - 1) ** 2 + 1
    weight = Fraction({1: 0, 2: Fraction(1, 2), 3: 0 if j % 2 == 0 else 1}[kind] if whole else 1)
    return (1 - weight) * value(j) + weight * value(j + 1)


tables = ",\n".join(" " + json.dumps({"table": t, "p": float(fisher(*t))}) for t in FISHER)
quantiles = ",\n".join(" " + json.dumps({"n": n, "p": p / 100, "type": t, "quantile": float(quantile(n, p, t))}) for n, p, t in QUANTILES)
(Path(__file__).parent / "commons-statistics.json").write_text(
    '{"made by": "commons_statistics_oracle.py", "of": "Apache Commons Statistics 1.2",\n"fisher": [\n%s\n],\n"quantiles": [\n%s\n]}\n' % (tables, quantiles))
