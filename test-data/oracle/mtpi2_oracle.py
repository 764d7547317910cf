"""Decisions of the mTPI-2 design by SciPy's beta distribution, written after the paper (Guo and others 2017) alone.

    python3 test-data/oracle/mtpi2_oracle.py

writes mtpi2.json beside this file: by target and equivalence interval, for each number of evaluable subjects the decisions at 0, 1, 2 … toxicities (E escalate,
S stay, D de-escalate, U eliminate), from three on. The rows of target 0.3 with 3, 6, 9 and 10 are those of the paper's figure 3 (see Mtpi2Test).
"""

import json
from fractions import Fraction
from pathlib import Path

from scipy.stats import beta

DESIGNS = [("0.3", "0.25", "0.35"), ("0.25", "0.2", "0.3"), ("0.2", "0.15", "0.25"), ("0.3", "0.2", "0.35"), ("0.17", "0.12", "0.22"), ("0.33", "0.3", "0.4")]


def intervals(low, high):
    """Exact, each with its decision."""
    width = high - low
    cut = [(low, high, "S")]
    end = low
    while end > 0:
        cut.append((max(end - width, Fraction(0)), end, "E"))
        end -= width
    start = high
    while start < 1:
        cut.append((start, min(start + width, Fraction(1)), "D"))
        start += width
    return cut


def decision(target, low, high, n, y):
    posterior = beta(y + 1, n - y + 1)
    if posterior.sf(float(target)) > 0.95:
        return "U"
    masses = [((posterior.cdf(float(b)) - posterior.cdf(float(a))) / float(b - a), d) for a, b, d in intervals(low, high)]
    return max(masses)[1]


tables = []
for names in DESIGNS:
    target, low, high = map(Fraction, names)
    tables.append({"target": float(target), "low": float(low), "high": float(high),
                   "decisions": {n: "".join(decision(target, low, high, n, y) for y in range(n + 1)) for n in range(3, 31)}})
(Path(__file__).parent / "mtpi2.json").write_text(json.dumps(tables, indent=1) + "\n", encoding="utf-8")
