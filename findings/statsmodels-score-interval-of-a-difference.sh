#!/usr/bin/env bash
# statsmodels 0.14.5: the score interval of a difference of proportions changes when the two groups change places, and neither order gives the right limits.
#
# confint_proportions_2indep(…, method="score", compare="diff") shall give the limits at which the score test of Mee (correction=False) or of Miettinen and Nurminen (correction=True)
# reaches its critical value. The difference of A and B is minus the difference of B and A, so the limits must be each other's negatives. They are not: for 25 of 80 against
# 10 of 80 the upper limit is 0.309, with the groups changed 0.297. A search for the limits by the definition (the likelihood maximised under the difference by a golden section, then
# bisection; no closed formula) gives 0.312 in both orders, and for 56 of 70 against 48 of 80 Mee's 0.0533 to 0.3377 and Miettinen and Nurminen's 0.0528 to 0.3382, as Newcombe printed them
# (Statistics in Medicine 1998; 17: 873-890, table II); the library gives 0.0531 to 0.3436 and 0.0526 to 0.3440.
#
# Needs bash and Python 3 with venv. Exit 0: behaves as described here. Exit 1: it does not any more.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

python3 -m venv venv
venv/bin/pip -q install numpy==2.4.6 scipy==1.17.1 pandas==2.2.3 statsmodels==0.14.5
venv/bin/python - <<'PY'
import sys
from math import log, sqrt
from statsmodels.stats.proportion import confint_proportions_2indep

Z = 1.959963984540054

def most_likely(x1, n1, x2, n2, difference):
    """p2 that maximises the likelihood under p1 = p2 + difference."""
    def loss(p2):
        total = 0.0
        for x, n, p in ((x1, n1, p2 + difference), (x2, n2, p2)):
            total -= (x * log(p) if x else 0) + ((n - x) * log(1 - p) if n - x else 0)
        return total
    low, high = max(0.0, -difference) + 1e-12, min(1.0, 1 - difference) - 1e-12
    for _ in range(200):
        a, b = high - (high - low) * 0.6180339887498949, low + (high - low) * 0.6180339887498949
        low, high = (low, b) if loss(a) < loss(b) else (a, high)
    return (low + high) / 2

def score(x1, n1, x2, n2, difference, correction):
    p2 = most_likely(x1, n1, x2, n2, difference)
    p1 = p2 + difference
    variance = p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2
    if correction:
        variance *= (n1 + n2) / (n1 + n2 - 1)
    return (x1 / n1 - x2 / n2 - difference) / sqrt(variance)

def by_definition(x1, n1, x2, n2, correction):
    limits = []
    for end, target in ((-1 + 1e-9, Z), (1 - 1e-9, -Z)):
        inside, outside = x1 / n1 - x2 / n2, end
        for _ in range(60):
            middle = (inside + outside) / 2
            beyond = abs(score(x1, n1, x2, n2, middle, correction)) > Z
            inside, outside = (inside, middle) if beyond else (middle, outside)
        limits.append((inside + outside) / 2)
    return limits

as_described = True
for counts in ((25, 80, 10, 80), (7, 34, 1, 34), (56, 70, 48, 80)):
    for correction in (False, True):
        there = confint_proportions_2indep(*counts, method="score", compare="diff", correction=correction)
        back = confint_proportions_2indep(*counts[2:], *counts[:2], method="score", compare="diff", correction=correction)
        right = by_definition(*counts, correction)
        print(f"{counts} correction {correction}: statsmodels {there[0]:.4f} to {there[1]:.4f}; groups changed and negated {-back[1]:.4f} to {-back[0]:.4f}; by the definition {right[0]:.4f} to {right[1]:.4f}")
        as_described &= abs(there[1] + back[0]) > 0.001 and abs(there[1] - right[1]) > 0.001 and abs(back[0] + right[1]) > 0.002
sys.exit(0 if as_described else 1)
PY
echo "behaves as described"
