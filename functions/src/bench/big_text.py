"""big_text.py OUT GIGABYTES: an ADLB as CSV and as Dataset-JSON NDJSON, each of about that size: the variables and values of make_big_xpt.py of the peers,
written as R and CDISC's examples write them (text in quotes in the second CSV only); and with digits: numbers of 16 and 17 digits, as computing makes them, and 60,000
comments of many kinds, which takes longer to read. Python's standard library is enough."""
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


DIGITS = ["USUBJID", "PARAMCD", "AVISIT", "AVAL", "BASE", "CHG", "NOTE"]
long_rows = [[f"BIG-{random.randrange(20_000):06d}", random.choice(PARAMS), random.choice(VISITS), random.random() * 100, random.lognormvariate(3, .4),
              random.gauss(0, 5), f"seen on day {random.randrange(900)} at {random.randrange(100_000)}"] for _ in range(60_000)]


def write(name, head, lines, count=len(rows)):
    block = "".join(line + "\n" for line in lines).encode()
    copies = max(1, round(gigabytes * 1e9 / len(block)))
    with open(os.path.join(out, name), "wb") as file:
        file.write(head(copies * count).encode())
        for _ in range(copies):
            file.write(block)
    print(f"{name}: {copies * count} rows, {copies * len(block)} bytes")


def quoted(value):
    return f'"{value}"' if isinstance(value, str) else str(value)


def metadata(names):
    return lambda n: json.dumps({
        "datasetJSONVersion": "1.1.0", "itemGroupOID": "IG.ADLB", "records": n, "name": "ADLB", "label": "Laboratory",
        "columns": [{"itemOID": "IT." + c, "name": c, "label": c, "dataType": TYPES.get(c, "string")} for c in names]}) + "\n"


write("adlb.csv", lambda n: ",".join(NAMES) + "\n", (",".join(map(str, r)) for r in rows))
write("adlb-quoted.csv", lambda n: ",".join(map(quoted, NAMES)) + "\n", (",".join(map(quoted, r)) for r in rows))
write("adlb.ndjson", metadata(NAMES), (json.dumps(r, separators=(",", ":")) for r in rows))
write("adlb-digits.csv", lambda n: ",".join(DIGITS) + "\n", (",".join(map(str, r)) for r in long_rows), len(long_rows))
write("adlb-digits.ndjson", metadata(DIGITS), (json.dumps(r, separators=(",", ":")) for r in long_rows), len(long_rows))
