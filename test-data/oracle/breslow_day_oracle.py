"""Oracle values for BreslowDay, by the definition in mpmath: the expected count of each stratum is found by bisection between its bounds, not by the closed form of the program.
Most of a stratum's subjects are of one level and the common odds ratio is far from 1 here, where the other branch of that form is taken.

    python3 test-data/oracle/breslow_day_oracle.py      (mpmath)

writes breslow-day.json beside this file.
"""

import json
import random
from pathlib import Path

import mpmath

HERE = Path(__file__).parent
mpmath.mp.dps = 60
mpf = mpmath.mpf


def expected(n1, n2, m, ratio):
    low, high = mpf(max(0, m - n2)), mpf(min(m, n1))
    for _ in range(300):
        middle = (low + high) / 2
        if middle * (n2 - m + middle) < ratio * (m - middle) * (n1 - middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def tests(tables):
    ratio = (sum(mpf(a * d) / (a + b + c + d) for (a, b), (c, d) in tables) / sum(mpf(b * c) / (a + b + c + d) for (a, b), (c, d) in tables))
    square = excess = variance = mpf(0)
    for (a, b), (c, d) in tables:
        n1, n2, m = a + b, c + d, a + c
        e = expected(n1, n2, m, ratio)
        v = 1 / (1 / e + 1 / (m - e) + 1 / (n1 - e) + 1 / (n2 - m + e))
        square += (a - e) ** 2 / v
        excess += a - e
        variance += v
    freedom = mpf(len(tables) - 1)
    return 1 - mpmath.gammainc(freedom / 2, 0, square / 2, regularized=True), 1 - mpmath.gammainc(freedom / 2, 0, (square - excess ** 2 / variance) / 2, regularized=True), ratio


random.seed(20261128)
cases = []
while len(cases) < 30:
    tables = []
    for _ in range(random.randint(2, 4)):
        n1, n2 = random.randint(20, 60), random.randint(8, 30)
        a, c = random.randint(n1 // 2, n1 - 1), n2 - random.randint(1, 2)
        tables.append([[a, n1 - a], [c, n2 - c]])
    plain, tarone, ratio = tests(tables)
    # The case that is asked for: n2 - m + ratio (m + n1) is not positive in a stratum.
    if any(c + d - (a + c) + ratio * (2 * a + b + c) <= 0 for (a, b), (c, d) in tables):
        cases.append({"tables": tables, "plain": float(plain), "tarone": float(tarone)})
lines = ",\n".join(json.dumps(case) for case in cases)
(HERE / "breslow-day.json").write_text('{"made by": "breslow_day_oracle.py", "with": "mpmath %s", "cases": [\n%s\n]}\n' % (mpmath.__version__, lines))
