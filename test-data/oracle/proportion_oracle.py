"""Oracle values for odds ratios, stratified differences, Wald's intervals and one-sided tests of two proportions, by their definitions in mpmath. Second witnesses:
statsmodels (StratifiedTable for Mantel and Haenszel's ratio with its limits, ConditionalLogit for the conditional one, proportion_confint for Wald's interval) and SciPy
(fisher_exact, chi2_contingency with and without Yates's correction and with the likelihood ratio).

    python3 test-data/oracle/proportion_oracle.py      (statsmodels, scipy, mpmath)

writes proportion.json beside this file.
"""

import json
import random
import warnings
from pathlib import Path

import mpmath
import numpy
import scipy
import statsmodels
from scipy.stats import chi2_contingency, fisher_exact
from statsmodels.discrete.conditional_models import ConditionalLogit
from statsmodels.stats.contingency_tables import StratifiedTable
from statsmodels.stats.proportion import proportion_confint

HERE = Path(__file__).parent
mpmath.mp.dps = 40
mpf = mpmath.mpf


def quantile(confidence):
    return mpmath.sqrt(2) * mpmath.erfinv(mpf(confidence))


def agree(what, a, b, tolerance):
    if abs(float(a) - float(b)) > tolerance * max(1e-3, abs(float(a))):
        raise SystemExit(f"the witnesses disagree: {what}: {float(a)} {b}")


def numbers(values):
    return [float(v) for v in values]


def around(ratio, variance, z):
    return [ratio, ratio * mpmath.exp(-z * mpmath.sqrt(variance)), ratio * mpmath.exp(z * mpmath.sqrt(variance))]


def chi_tail(square):
    return mpmath.erfc(mpmath.sqrt(mpf(square) / 2))


def one_sided(p, direction):
    return [float(p), float(p / 2 if direction > 0 else 1 - p / 2), float(p / 2 if direction < 0 else 1 - p / 2)]


def pair(x1, n1, x2, n2, confidence=0.95):
    z = quantile(confidence)
    a, b, c, d = x1, n1 - x1, x2, n2 - x2
    result = {"x1": x1, "n1": n1, "x2": x2, "n2": n2, "confidence": confidence}
    p1, p2 = mpf(x1) / n1, mpf(x2) / n2
    half = z * mpmath.sqrt(p1 * (1 - p1) / n1)
    agree("wald", max(mpf(0), p1 - half), max(0, proportion_confint(x1, n1, 1 - confidence, "normal")[0]), 1e-9)
    result["wald"] = numbers([max(mpf(0), p1 - half), min(mpf(1), p1 + half)])
    result["waldCorrected"] = numbers([max(mpf(0), p1 - half - mpf(1) / (2 * n1)), min(mpf(1), p1 + half + mpf(1) / (2 * n1))])
    wide = z * mpmath.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2) + (mpf(1) / n1 + mpf(1) / n2) / 2
    result["differenceCorrected"] = numbers([max(mpf(-1), p1 - p2 - wide), min(mpf(1), p1 - p2 + wide)])
    result["oddsRatio"] = numbers(around(mpf(a) * d / (mpf(b) * c), 1 / mpf(a) + 1 / mpf(b) + 1 / mpf(c) + 1 / mpf(d), z)) if a * b * c * d else None
    table, direction = [[a, b], [c, d]], a * d - b * c
    n = n1 + n2
    fisher = [float(fisher_exact(table, alternative).pvalue) for alternative in ("two-sided", "greater", "less")]
    with_ = a + c
    weights = {k: mpmath.binomial(n1, k) * mpmath.binomial(n2, with_ - k) for k in range(max(0, with_ - n2), min(n1, with_) + 1)}
    for alternative, holds in ((1, lambda k: k >= a), (2, lambda k: k <= a)):
        agree("fisher", sum(w for k, w in weights.items() if holds(k)) / sum(weights.values()), fisher[alternative], 1e-8)
    result["fisher"] = [fisher[0]] + [float(sum(w for k, w in weights.items() if holds(k)) / sum(weights.values())) for holds in (lambda k: k >= a, lambda k: k <= a)]
    if with_ and with_ < n:
        margins = mpf(n1) * n2 * with_ * (n - with_)
        distance = abs(direction)
        plain = mpf(n) * distance ** 2 / margins
        corrected = mpf(n) * max(mpf(0), distance - mpf(n) / 2) ** 2 / margins
        schouten = mpf(n - 1) * max(mpf(0), distance - mpf(min(n1, n2)) / 2) ** 2 / margins
        expected = [[mpf(n1) * with_ / n, mpf(n1) * (n - with_) / n], [mpf(n2) * with_ / n, mpf(n2) * (n - with_) / n]]
        ratio = 2 * sum(mpf(o) * mpmath.log(o / e) for row, es in zip(table, expected) for o, e in zip(row, es) if o)
        agree("chi-square", chi_tail(plain), chi2_contingency(table, correction=False).pvalue, 1e-8)
        agree("corrected", chi_tail(corrected), chi2_contingency(table, correction=True).pvalue, 1e-8)
        agree("likelihood ratio", chi_tail(ratio), chi2_contingency(table, correction=False, lambda_="log-likelihood").pvalue, 1e-8)
        for name, square in (("chi-square", plain), ("chi-square-corrected", corrected), ("schouten", schouten), ("likelihood-ratio", ratio)):
            result[name] = one_sided(chi_tail(square), direction)
    return result


def conditional(strata, z):
    """The score's root, and the information there."""
    informative = []
    for x1, n1, x2, n2 in strata:
        low, high = max(0, x1 + x2 - n2), min(n1, x1 + x2)
        informative.append((x1, [(k, mpmath.binomial(n1, k) * mpmath.binomial(n2, x1 + x2 - k)) for k in range(low, high + 1)]))
    observed = sum(x for x, _ in informative)
    if observed in (sum(w[0][0] for _, w in informative), sum(w[-1][0] for _, w in informative)):
        return None

    def moments(beta):
        mean = variance = mpf(0)
        for _, weights in informative:
            terms = [(k, w * mpmath.exp(beta * k)) for k, w in weights]
            total = sum(t for _, t in terms)
            m = sum(k * t for k, t in terms) / total
            mean += m
            variance += sum((k - m) ** 2 * t for k, t in terms) / total
        return mean, variance

    low, high = mpf(-40), mpf(40)
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if moments(middle)[0] < observed else (low, middle)
    beta = (low + high) / 2
    return around(mpmath.exp(beta), 1 / moments(beta)[1], z)


def strata(tables, confidence=0.95):
    z = quantile(confidence)
    result = {"strata": tables, "confidence": confidence}
    used = [(x1, n1, x2, n2) for x1, n1, x2, n2 in tables if n1 and n2]
    weights = [mpf(n1) * n2 / (n1 + n2) for _, n1, _, n2 in used]
    total = sum(weights)
    difference = sum(w * (mpf(x1) / n1 - mpf(x2) / n2) for w, (x1, n1, x2, n2) in zip(weights, used)) / total
    standard = sum(w ** 2 * (mpf(x1) * (n1 - x1) / mpf(n1) ** 3 + mpf(x2) * (n2 - x2) / mpf(n2) ** 3) for w, (x1, n1, x2, n2) in zip(weights, used)) / total ** 2
    p = sum((mpf(n1) ** 2 * x2 - mpf(n2) ** 2 * x1 + mpf(n1) * n2 * (n2 - n1) / 2) / mpf(n1 + n2) ** 2 for x1, n1, x2, n2 in used)
    q = sum((mpf(x1) * (n2 - x2) + mpf(x2) * (n1 - x1)) / (2 * (n1 + n2)) for x1, n1, x2, n2 in used)
    sato = (difference * p + q) / total ** 2
    for name, variance in (("standard", standard), ("sato", sato)):
        half = z * mpmath.sqrt(variance)
        result[name] = numbers([difference, max(mpf(-1), difference - half), min(mpf(1), difference + half)])
    tables22 = [numpy.array([[x1, n1 - x1], [x2, n2 - x2]], dtype=float) for x1, n1, x2, n2 in used]
    r = [mpf(x1) * (n2 - x2) / (n1 + n2) for x1, n1, x2, n2 in used]
    s = [mpf(n1 - x1) * x2 / (n1 + n2) for x1, n1, x2, n2 in used]
    pp = [mpf(x1 + n2 - x2) / (n1 + n2) for x1, n1, x2, n2 in used]
    sr, ss = sum(r), sum(s)
    if sr and ss:
        variance = sum(a * b for a, b in zip(pp, r)) / (2 * sr ** 2) + sum(a * c + (1 - a) * b for a, b, c in zip(pp, r, s)) / (2 * sr * ss) \
            + sum((1 - a) * c for a, c in zip(pp, s)) / (2 * ss ** 2)
        result["mantel-haenszel"] = numbers(around(sr / ss, variance, z))
        theirs = StratifiedTable(tables22)
        limits = theirs.oddsratio_pooled_confint(1 - confidence)
        for a, b in zip(result["mantel-haenszel"], (theirs.oddsratio_pooled, *limits)):
            agree("mantel-haenszel", a, b, 1e-8)
    ours = conditional(used, z)
    if ours:
        result["conditional"] = numbers(ours)
        y, x, groups = [], [], []
        for g, (x1, n1, x2, n2) in enumerate(used):
            y += [1] * x1 + [0] * (n1 - x1) + [1] * x2 + [0] * (n2 - x2)
            x += [1.0] * n1 + [0.0] * n2
            groups += [g] * (n1 + n2)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            fit = ConditionalLogit(numpy.array(y), numpy.array(x)[:, None], groups=numpy.array(groups)).fit(disp=False, method="newton", maxiter=100)
        half = float(z) * float(fit.bse[0])
        for a, b in zip(result["conditional"], numpy.exp([fit.params[0], fit.params[0] - half, fit.params[0] + half])):
            agree("conditional", a, b, 1e-5)
    # the test: the sum of observed less expected against its hypergeometric variance
    excess = sum(x1 - mpf(n1) * (x1 + x2) / (n1 + n2) for x1, n1, x2, n2 in used)
    spread = sum(mpf(n1) * n2 * (x1 + x2) * (n1 + n2 - x1 - x2) / (mpf(n1 + n2) ** 2 * (n1 + n2 - 1)) for x1, n1, x2, n2 in used)
    if spread:
        result["cmh"] = one_sided(chi_tail(excess ** 2 / spread), excess)
        agree("cmh", result["cmh"][0], StratifiedTable(tables22).test_null_odds(correction=False).pvalue, 1e-8)
    return result


def main():
    r = random.Random(20261129)
    pairs = [pair(*c) for c in ((15, 40, 8, 45), (3, 4, 1, 2), (1, 1, 0, 1), (0, 10, 3, 12), (10, 10, 4, 9), (10, 10, 12, 12), (0, 5, 0, 7), (56, 70, 48, 80, 0.9), (7, 14, 7, 14))]
    for _ in range(40):
        n1, n2 = r.randint(2, 150), r.randint(2, 150)
        pairs.append(pair(r.randint(0, n1), n1, r.randint(0, n2), n2))
    tern = [[3, 8, 1, 4], [2, 9, 8, 11], [1, 4, 3, 8], [8, 9, 4, 11], [2, 6, 9, 13], [1, 6, 7, 11]]
    several = [strata(tern, 0.9), strata([[8, 25, 13, 33], [12, 25, 9, 17]]), strata(tern + [[3, 5, 0, 0]]), strata([[15, 40, 8, 45]]), strata([[5, 5, 6, 6], [3, 9, 2, 7]]),
               strata([[4, 4, 0, 3], [2, 2, 0, 5]]), strata([[0, 4, 3, 3], [1, 6, 4, 5]])]
    for _ in range(25):
        tables = []
        for _ in range(r.randint(2, 7)):
            n1, n2 = r.randint(1, 30), r.randint(1, 30)
            tables.append([r.randint(0, n1), n1, r.randint(0, n2), n2])
        several.append(strata(tables))
    versions = json.dumps({"statsmodels": statsmodels.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__})
    (HERE / "proportion.json").write_text('{"made by": "proportion_oracle.py", "with": %s,\n"pairs": [\n%s\n],\n"strata": [\n%s\n]}\n' % (
        versions, ",\n".join(" " + json.dumps(c) for c in pairs), ",\n".join(" " + json.dumps(c) for c in several)), encoding="utf-8")


main()
