"""big_text.py OUT GIGABYTES: an ADLB as CSV and as Dataset-JSON NDJSON, each of about that size: the variables and values of make_big_xpt.py of the peers,
written as R and CDISC's examples write them (text in quotes in the second CSV only). Python's standard library is enough."""
import json, os, random, sys

out, gigabytes = sys.argv[1], float(sys.argv[2])
os.makedirs(out, exist_ok=True)
random.seed(7)
PARAMS = ["ALT", "AST", "BILI", "CREAT", "HGB", "PLAT", "WBC", "SODIUM"]
VISITS = ["Baseline", "Week 4", "Week 12", "Week 24", "Week 36", "Week 52"]
ARMS = ["Placebo", "Xanomeline Low Dose", "Xanomeline High Dose"]
TYPES = {"AVISITN": "float", "AVAL": "float", "BASE": "float", "CHG": "float"}
NAMES = ["STUDYID", "USUBJID", "TRT01A", "PARAMCD", "PARAM", "AVISIT", "AVISITN", "AVAL", "BASE", "CHG", "ANRIND", "ATOXGR", "SAFFL", "ANL01FL"]


def row():
    s, p, v = random.randrange(2_000), random.choice(PARAMS), random.randrange(6)
    return ["BIG01", f"BIG01-{s:06d}", ARMS[s % 3], p, f"{p} (unit per litre of serum)", VISITS[v], v * 4,
            round(random.lognormvariate(3, .4), 2), round(random.lognormvariate(3, .4), 2), round(random.gauss(0, 5), 2),
            random.choice(["NORMAL", "HIGH", "LOW"]), str(random.randrange(5)), "Y", "Y"]


rows = [row() for _ in range(40_000)]


def write(name, head, lines):
    block = "".join(line + "\n" for line in lines).encode()
    copies = max(1, round(gigabytes * 1e9 / len(block)))
    with open(os.path.join(out, name), "wb") as file:
        file.write(head(copies * len(rows)).encode())
        for _ in range(copies):
            file.write(block)
    print(f"{name}: {copies * len(rows)} rows, {copies * len(block)} bytes")


def quoted(value):
    return f'"{value}"' if isinstance(value, str) else str(value)


write("adlb.csv", lambda n: ",".join(NAMES) + "\n", (",".join(map(str, r)) for r in rows))
write("adlb-quoted.csv", lambda n: ",".join(map(quoted, NAMES)) + "\n", (",".join(map(quoted, r)) for r in rows))
write("adlb.ndjson", lambda n: json.dumps({
    "datasetJSONVersion": "1.1.0", "itemGroupOID": "IG.ADLB", "records": n, "name": "ADLB", "label": "Laboratory",
    "columns": [{"itemOID": "IT." + c, "name": c, "label": c, "dataType": TYPES.get(c, "string")} for c in NAMES]}) + "\n",
      (json.dumps(r, separators=(",", ":")) for r in rows))
