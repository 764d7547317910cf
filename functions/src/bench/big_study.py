"""big_study.py OUT GIGABYTES: an ADSL and an ADLB of about that size in which each subject has each of 8 parameters at each of 6 visits once, and the
study.yaml that asks for their change tables. Needs numpy, pandas and pyreadstat."""
import os, sys
import numpy as np, pandas as pd, pyreadstat

out, gigabytes = sys.argv[1], float(sys.argv[2])
os.makedirs(out, exist_ok=True)
rng = np.random.default_rng(7)
params = np.array(["ALT", "AST", "BILI", "CREAT", "HGB", "PLAT", "WBC", "SODIUM"])
visits = np.array(["Baseline", "Week 4", "Week 12", "Week 24", "Week 36", "Week 52"])
arms = np.array(["Placebo", "Low Dose", "High Dose"])
CHUNK, EACH, ROW = 10_000, 48, 124


def laboratory(first):
    n = CHUNK * EACH
    s, p, v = first + np.repeat(np.arange(CHUNK), EACH), np.tile(np.repeat(np.arange(8), 6), CHUNK), np.tile(np.arange(6), CHUNK * 8)
    base = np.repeat(np.round(rng.lognormal(3, .4, CHUNK * 8), 2), 6)
    value = np.where(v == 0, base, np.round(base + rng.normal(0, 5, n), 2))
    return pd.DataFrame(dict(
        STUDYID=["BIG02"] * n, USUBJID=[f"BIG02-{k:06d}" for k in s], TRT01A=arms[s % 3], PARAMCD=params[p],
        PARAM=[f"{x} (unit per litre of serum)" for x in params[p]], AVISIT=visits[v], AVISITN=v * 4.0, AVAL=value, BASE=base,
        CHG=np.where(v == 0, np.nan, np.round(value - base, 2)), ANRIND=np.array(["NORMAL", "HIGH", "LOW"])[rng.integers(0, 3, n)],
        ATOXGR=rng.integers(0, 5, n).astype(str), SAFFL=["Y"] * n, ANL01FL=["Y"] * n))


subjects = max(1, int(gigabytes * 1e9 / (CHUNK * EACH * ROW))) * CHUNK
k = np.arange(subjects)
adsl = pd.DataFrame(dict(STUDYID="BIG02", USUBJID=[f"BIG02-{i:06d}" for i in k], SUBJID=[f"{i:06d}" for i in k], AGE=40.0 + k % 40,
                         SEX=np.where(k % 2, "F", "M"), TRT01A=arms[k % 3], SAFFL="Y", ITTFL="Y"))
pyreadstat.write_xport(adsl, f"{out}/adsl.xpt", table_name="ADSL", file_format_version=5)
part = f"{out}/.part"
with open(f"{out}/adlb.xpt", "wb") as file:
    for first in range(0, subjects, CHUNK):
        pyreadstat.write_xport(laboratory(first), part, table_name="ADLB", file_format_version=5)
        data = open(part, "rb").read()
        start = data.rindex(b"HEADER RECORD*******OBS") + 80
        rows = (len(data) - start) // (CHUNK * EACH) * CHUNK * EACH
        file.write((data[:start] if first == 0 else b"") + data[start:start + rows])
os.remove(part)
with open(f"{out}/study.yaml", "w") as settings:
    settings.write("tables:\n  - baseline\n")
    settings.writelines(f"  - change: {{as: change-{p.lower()}, dataset: ADLB, parameter: {p}}}\n" for p in params)
