"""whole_process.py [-n RUNS] COMMAND [--vs COMMAND]...: times whole processes from outside, in turn, and prints medians.

Each COMMAND is one string, split as a shell splits words. Figures: wall time; processor time (user + system, of the process and those it waited for), which
a busy machine moves less; and the largest RssAnon, the memory that is the process's own (mapped pages of files are not), read from /proc every 5 ms.
Linux only."""
import argparse, os, re, shlex, statistics, subprocess, time


def run(command):
    start, peak = time.monotonic(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while True:
        try:
            with open(f"/proc/{process.pid}/status") as status:
                found = re.search(r"RssAnon:\s+(\d+)", status.read())
                peak = max(peak, int(found[1]) if found else 0)
        except OSError:
            pass
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            return time.monotonic() - start, usage.ru_utime + usage.ru_stime, peak / 1024, process.returncode
        time.sleep(0.005)


arguments = argparse.ArgumentParser()
arguments.add_argument("-n", type=int, default=5)
arguments.add_argument("command")
arguments.add_argument("--vs", action="append", default=[])
arguments = arguments.parse_args()
commands = [arguments.command, *arguments.vs]
for command in commands:
    run(shlex.split(command))  # files into the page cache, caches of the program made
runs = {command: [] for command in commands}
for _ in range(arguments.n):
    for command in commands:
        runs[command].append(run(shlex.split(command)))
first = statistics.median(r[1] for r in runs[commands[0]])
for command in commands:
    wall, cpu, memory, _ = (statistics.median(figures) for figures in zip(*runs[command]))
    codes = sorted({r[3] for r in runs[command]})
    print(f"wall {wall:6.2f} s  cpu {cpu:6.2f} s ({cpu / first:.2f} of the first)  RssAnon {memory:4.0f} MiB  exit {codes}  {command}")
print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, {arguments.n} runs each, in turn")
