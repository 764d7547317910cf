"""must_reach.py --now BUILD --earlier BUILD [--small STUDY] [--big STUDY] [--nine STUDY] [--five STUDY] [--xlsx FILE] [--ndjson FILE] [-n RUNS]

Measures what a build must reach beside an earlier one, whole processes in turn in one run, and prints the table. A BUILD is a working copy with its launcher
`tabularium`, or a folder of classes, which then needs CLASSPATH for the libraries and JAVA_HOME for a JDK 25. What is not given is not measured.

--small  a small study, pdf and csv, then xlsx too           --big   the study of big_study.py with `tables: [lab-change]`
--nine   the study of big_study.py as it is                 --five  the same of 5 GB, this build only
--xlsx   a workbook (read warm, in one process)             --ndjson  Dataset-JSON NDJSON, likewise

Beside --big R with haven and dplyr summarises the same file, where Rscript is there. Linux only; on a quiet machine some ten minutes."""
import argparse, os, re, shutil, statistics, subprocess, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))
OPTIONS = ("-XX:+UseSerialGC -Xlog:disable -Djava.awt.headless=true -XX:Tier3InvocationThreshold=400 -XX:Tier3MinInvocationThreshold=200 "
           "-XX:Tier3CompileThreshold=4000 -XX:Tier3BackEdgeThreshold=20000 -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=3000 "
           "-XX:Tier4CompileThreshold=60000 -XX:Tier4BackEdgeThreshold=60000").split()
# What the earlier build makes; today's makes Word, HTML and the results' exchange formats too unless told.
EARLIER = ("--format", "xlsx,pdf,csv")
SUMMARY = """suppressMessages({library(haven); library(dplyr)})
d <- read_xpt(commandArgs(TRUE)[1])
s <- d |> group_by(TRT01A, PARAMCD, AVISIT) |> summarise(across(c(AVAL, CHG), list(n = ~sum(!is.na(.x)), mean = ~mean(.x, na.rm = TRUE),
  sd = ~sd(.x, na.rm = TRUE), median = ~median(.x, na.rm = TRUE), min = ~min(.x, na.rm = TRUE), max = ~max(.x, na.rm = TRUE))), .groups = "drop")
cat(nrow(s), "\\n")"""


def java():
    return os.path.join(os.environ["JAVA_HOME"], "bin", "java")


def report(build, study, more=(), formats=EARLIER):
    """The command that reports on a study, and the environment; options of java in `more`."""
    out = os.path.join(tempfile.gettempdir(), "must-reach-out")
    shutil.rmtree(out, ignore_errors=True)
    launcher = os.path.join(build, "tabularium")
    if os.path.exists(launcher):
        return [launcher, "report", study, "--out", out, *formats], dict(os.environ, TABULARIUM_JAVA_OPTS=" ".join(more))
    path = build + ":" + os.environ.get("CLASSPATH", "")
    return [java(), *OPTIONS, *more, "-cp", path, "org.tabularium.cli.Main", "report", study, "--out", out, *formats], dict(os.environ)


def measured(command, environment):
    """Wall time, processor time and the largest RssAnon in MiB of one process."""
    start, peak = time.monotonic(), 0
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        try:
            found = re.search(r"RssAnon:\s+(\d+)", open(f"/proc/{process.pid}/status").read())
            peak = max(peak, int(found[1]) if found else 0)
        except OSError:
            pass
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = code = os.waitstatus_to_exitcode(status)
            if code not in (0, 3):
                raise SystemExit(f"exit {code}: {' '.join(command)}")
            return time.monotonic() - start, usage.ru_utime + usage.ru_stime, peak / 1024
        time.sleep(0.005)


def in_turn(builds, study, runs, more=(), formats=EARLIER):
    """Medians of each build, the builds in turn, after one run of each that does not count."""
    found = {build: [] for build in builds}
    for turn in range(runs + 1):
        for build in builds:
            figures = measured(*report(build, study, more, formats))
            if turn:
                found[build].append(figures)
    return [[statistics.median(column) for column in zip(*found[build])] for build in builds]


def scanned(build, file):
    """Seconds by the clock and of the processor of the last of five readings of all columns in one process."""
    jar = os.path.join(build, "functions", "target", "tabularium.jar")
    path = jar if os.path.exists(jar) else build + ":" + os.environ.get("CLASSPATH", "")
    program = java() if "JAVA_HOME" in os.environ else "java"
    out = subprocess.run([program, "-XX:+UseSerialGC", "-Xmx3g", "-cp", path, os.path.join(HERE, "Scan.java"), file, "5", "all"],
                         capture_output=True, text=True, check=True).stdout.strip().splitlines()[-1]
    return float(re.search(r"wall ([\d.]+) s", out)[1]), float(re.search(r"cpu ([\d.]+) s", out)[1])


def line(work, wanted, figure, words):
    print(f"| {work} | {wanted} | {figure:.2f} | {words} |", flush=True)


arguments = argparse.ArgumentParser()
for name in ("now", "earlier", "small", "big", "nine", "five", "xlsx", "ndjson"):
    arguments.add_argument("--" + name)
arguments.add_argument("-n", type=int, default=3)
given = arguments.parse_args()
builds = [given.now, given.earlier]
print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, medians of {given.n} runs in turn\n")
print("| work | wanted | reached | figures: now, earlier |\n| --- | --- | --- | --- |")


def ratio(work, wanted, study, runs, more=(), formats=EARLIER):
    now, earlier = in_turn(builds, study, runs, more, formats)
    line(work, wanted, now[0] / earlier[0], f"by the clock {now[0]:.2f}, {earlier[0]:.2f} s; processor {now[1]:.2f}, {earlier[1]:.2f} s, "
         f"{now[1] / earlier[1]:.2f} times; RssAnon {now[2]:.0f}, {earlier[2]:.0f} MiB")
    return now


if given.big:
    now = ratio("lab-change of 1 GB, all formats", "0.33", given.big, given.n)
    if shutil.which("Rscript"):
        with tempfile.NamedTemporaryFile("w", suffix=".R") as script:
            script.write(SUMMARY)
            script.flush()
            peer = measured([shutil.which("Rscript"), script.name, os.path.join(given.big, "adlb.xpt")], dict(os.environ))
        line("beside haven and dplyr", "0.2", now[0] / peer[0], f"R by the clock {peer[0]:.2f} s, processor {peer[1]:.2f} s")
if given.nine:
    now = ratio("nine tables of 1 GB, -Xmx400m", "0.5", given.nine, max(1, given.n - 1), ["-Xmx400m"])
    if given.five:
        five = measured(*report(given.now, given.five, ["-Xmx400m"]))
        line("the same of 5 GB: time", "5.2", five[0] / now[0], f"by the clock {five[0]:.2f} s; processor {five[1]:.2f} s, {five[1] / now[1]:.2f} times")
        line("its memory", "1.2", five[2] / now[2], f"RssAnon {five[2]:.0f}, of 1 GB {now[2]:.0f} MiB; below 400 wanted")
for work, wanted, file in (("workbook, warm", "0.45", given.xlsx), ("NDJSON", "0.59", given.ndjson)):
    if file:
        now, earlier = scanned(given.now, file), scanned(given.earlier, file)
        line(work, wanted, now[0] / earlier[0], f"by the clock {now[0]:.3f}, {earlier[0]:.3f} s; processor {now[1]:.3f}, {earlier[1]:.3f} s, "
             f"{now[1] / earlier[1]:.2f} times")
if given.small:
    ratio("small study, pdf and csv", "1.05", given.small, max(7, given.n), formats=("--format", "pdf,csv"))
    ratio("small study, second start", "1.6", given.small, max(7, given.n))
