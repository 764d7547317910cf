"""lambda_start.py [-n STARTS] [-w WARM] [options]: what a start of a Lambda function costs, and what its calls cost.

Starts the function as Lambda does, from functions/target/tabularium-lambda.zip, and plays Lambda's Runtime API, S3 and SNS in this process, so that the figures are
those of the function and not of an emulated cloud. Each start: the time until the function asks for its first event (init), then one upload of a study
(first), the same study under other names (warm: everything is read, computed, drawn and written again) and a duplicate (look). Wall time and the processor
time of the function's process, medians over the starts. With --env AWS_LAMBDA_INITIALIZATION_TYPE=snap-start init is
what happens before SnapStart's snapshot, and the first call is that of a function that was restored from it. With --image the process runs in a container with so many processors and so much memory, without it
with the flags of Lambda's Java runtime on this machine."""
import argparse, hashlib, json, os, re, shutil, statistics, subprocess, sys, tempfile, threading, time, urllib.parse, zipfile
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[3]
MODIFIED = "2026-01-01T00:00:00.000Z"
FLAGS = ["-XX:+UseSerialGC", "--add-opens=java.base/java.io=ALL-UNNAMED"]


def compilers(env):
    """From Java 25 on Lambda stops at the first compiler only where neither SnapStart nor provisioned concurrency is used."""
    return [] if env.get("AWS_LAMBDA_INITIALIZATION_TYPE") in ("snap-start", "provisioned-concurrency") else ["-XX:TieredStopAtLevel=1"]


class Bucket:
    """A versioned bucket, as far as the functions use one."""

    def __init__(self):
        self.lock, self.objects, self.writes = threading.Lock(), {}, 0

    def put(self, key, body, absent=False, match=None):
        with self.lock:
            there = self.objects.get(key)
            if (absent and there) or (match and (not there or there[1] != match)):
                return None
            self.writes += 1
            self.objects[key] = (body, '"%s"' % hashlib.md5(body).hexdigest(), "v%d" % self.writes)
            return self.objects[key]


buckets = {"uploads": Bucket(), "reports": Bucket()}
events, answers = Queue(), Queue()
asked = threading.Event()


class Cloud(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # one packet an answer

    def log_message(self, *_):
        pass

    def handle_expect_100(self):
        self.send_response_only(100)
        self.end_headers()
        self.wfile.flush()
        return True

    def answer(self, code, body=b"", **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if code != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def content(self):
        if "chunked" in (self.headers.get("Transfer-Encoding") or "").lower():
            body = b""
            while size := int(self.rfile.readline().partition(b";")[0], 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if "aws-chunked" in (self.headers.get("Content-Encoding") or ""):
            whole, rest = b"", body
            while True:
                line, _, rest = rest.partition(b"\r\n")
                size = int(line.partition(b";")[0], 16)
                if size == 0:
                    return whole
                whole, rest = whole + rest[:size], rest[size + 2:]
        return body

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path.endswith("/restore/next"):  # where SnapStart takes its snapshot; here the process just goes on
            self.answer(200)
            return
        if path.endswith("/invocation/next"):
            asked.set()
            event = events.get()  # the queue of this start: a dead process's request takes nothing from the next one's
            self.answer(200, json.dumps(event).encode(), Content_Type="application/json", Lambda_Runtime_Aws_Request_Id=str(time.time()),
                        Lambda_Runtime_Deadline_Ms=str(int(time.time() * 1000) + 300_000), Lambda_Runtime_Invoked_Function_Arn="arn:aws:lambda:x:1:function:f")
            return
        parameters = urllib.parse.parse_qs(query, keep_blank_values=True)
        name, _, key = urllib.parse.unquote(path[1:]).partition("/")
        bucket = buckets[name]
        if key:
            found = bucket.objects.get(key)
            if found is None:
                self.answer(404, b"<Error><Code>NoSuchKey</Code><Message>none</Message></Error>", Content_Type="application/xml")
                return
            body, tag, version = found
            part = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range") or "")
            if part:
                body = body[int(part[1]):int(part[2]) + 1]
            self.answer(206 if part else 200, body, ETag=tag, x_amz_version_id=version, Last_Modified="Thu, 01 Jan 2026 00:00:00 GMT")
            return
        prefix = parameters.get("prefix", [""])[0]
        keys = sorted(k for k in bucket.objects if k.startswith(prefix))
        if "versions" in parameters:
            rows = "".join(f"<Version><Key>{escape(k)}</Key><VersionId>{bucket.objects[k][2]}</VersionId><IsLatest>true</IsLatest>"
                           f"<LastModified>{MODIFIED}</LastModified><ETag>{escape(bucket.objects[k][1])}</ETag><Size>{len(bucket.objects[k][0])}</Size></Version>"
                           for k in keys)
            body = f"<ListVersionsResult><IsTruncated>false</IsTruncated>{rows}</ListVersionsResult>"
        else:
            body = "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>"
        self.answer(200, body.encode(), Content_Type="application/xml")

    do_HEAD = do_GET  # answers say the same, without what is in them

    def do_PUT(self):
        name, _, key = urllib.parse.unquote(self.path.partition("?")[0][1:]).partition("/")
        written = buckets[name].put(key, self.content(), self.headers.get("If-None-Match") == "*", self.headers.get("If-Match"))
        if written is None:
            self.answer(412, b"<Error><Code>PreconditionFailed</Code><Message>there</Message></Error>", Content_Type="application/xml")
        else:
            self.answer(200, ETag=written[1], x_amz_version_id=written[2])

    def do_POST(self):
        body = self.content()
        if self.path.startswith("/2018-06-01/"):
            self.answer(202)
            if self.path.endswith("/init/error"):
                asked.set()
            answers.put((self.path.rsplit("/", 1)[1], body))
        else:
            self.answer(200, b"<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult></PublishResponse>", Content_Type="text/xml")


def notice(study):
    body = {"Records": [{"eventName": "ObjectCreated:Put", "eventTime": MODIFIED,
                         "s3": {"bucket": {"name": "uploads"}, "object": {"key": f"studies/{study}/adsl.xpt", "versionId": "v1"}}}]}
    return {"Records": [{"messageId": study, "receiptHandle": "r", "body": json.dumps(body), "attributes": {"ApproximateReceiveCount": "1"},
                         "messageAttributes": {}, "md5OfBody": "", "eventSource": "aws:sqs", "eventSourceARN": "arn:aws:sqs:x:1:q", "awsRegion": "us-east-1"}]}


class Process:
    """The function's process, on this machine or in a container."""

    def __init__(self, task, port):
        handler = "org.tabularium.lambda.ReportFunction::handleRequest"
        here = f"127.0.0.1:{port}"
        env = {"AWS_LAMBDA_RUNTIME_API": here, "AWS_ENDPOINT_URL": f"http://{here}", "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
               "AWS_REGION": "us-east-1", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(arguments.memory), "_HANDLER": handler, "LAMBDA_TASK_ROOT": "/var/task",
               "UPLOADS_BUCKET": "uploads", "REPORTS_BUCKET": "reports", "TOPIC_ARN": "arn:aws:sns:us-east-1:1:t",
               "AWS_LAMBDA_FUNCTION_NAME": "f", "AWS_LAMBDA_FUNCTION_VERSION": "1", "AWS_LAMBDA_LOG_FORMAT": "JSON"}
        for more in arguments.env:
            name, _, value = more.partition("=")
            env[name] = value
        self.log = open(tempfile.mkstemp(prefix="lambda-log-")[1], "w+")
        if arguments.image:
            name = f"tabularium-bench-{os.getpid()}-{time.time_ns()}"
            command = ["docker", "create", "--name", name, "--network", "host", "--cpus", str(arguments.cpus), "--memory", f"{arguments.memory}m",
                       "-v", f"{task}:/var/task:ro", "--read-only", "--tmpfs", "/tmp:exec"]
            for item in env.items():
                command += ["-e", "%s=%s" % item]
            subprocess.run(command + ["--entrypoint", "/var/runtime/bootstrap", arguments.image, handler], check=True, stdout=subprocess.DEVNULL)
            self.container = name
            self.began = time.monotonic()
            self.child = subprocess.Popen(["docker", "start", "-a", name], stdout=self.log, stderr=subprocess.STDOUT)
            self.pid = None
        else:
            self.container = None
            env |= {"LAMBDA_TASK_ROOT": str(task), "PATH": os.environ["PATH"]}
            command = [f"{arguments.java}/bin/java", f"-XX:MaxRAM={arguments.memory}m", "-XX:MaxRAMPercentage=80", *FLAGS, *compilers(env), "-cp",
                       f"{arguments.runtime}/*" + (f":{task}/lib/*" if arguments.one_loader else ""),
                       "com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler]
            self.began = time.monotonic()
            self.child = subprocess.Popen(command, env=env, cwd=task, stdout=self.log, stderr=subprocess.STDOUT)
            self.pid = self.child.pid

    def started(self):
        """When the process itself began: without what Docker takes."""
        if self.pid is None:
            self.pid = int(subprocess.run(["docker", "inspect", "-f", "{{.State.Pid}}", self.container], check=True, capture_output=True, text=True).stdout)
        ticks = int(Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[19])
        return ticks / os.sysconf("SC_CLK_TCK")

    def processor(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def text(self):
        self.log.seek(0)
        return self.log.read()

    def end(self):
        if self.container:
            subprocess.run(["docker", "stop", "-t", "120", self.container], stdout=subprocess.DEVNULL)
            subprocess.run(["docker", "rm", "-f", self.container], stdout=subprocess.DEVNULL)
        else:
            self.child.terminate()  # in peace, so that a JVM that was told to writes its AOT cache
            try:
                self.child.wait(120)
            except subprocess.TimeoutExpired:
                self.child.kill()
        self.child.wait()
        os.unlink(self.log.name)


def call(process, study):
    cpu, began = process.processor(), time.monotonic()
    events.put(notice(study))
    try:
        kind, body = answers.get(timeout=60)
    except Empty:
        sys.exit(f"the function does not answer\n{process.text()}")
    wall = time.monotonic() - began
    if kind != "response" or json.loads(body).get("batchItemFailures"):
        sys.exit(f"the function failed: {kind} {body}\n{process.text()}")
    return wall, process.processor() - cpu


def upload(study):
    for file in sorted(f for f in arguments.study.rglob("*") if f.is_file()):
        buckets["uploads"].put(f"studies/{study}/{file.relative_to(arguments.study).as_posix()}", file.read_bytes())


def one_start(task, port):
    global events
    events = Queue()
    for bucket in buckets.values():
        bucket.objects.clear()
    asked.clear()
    process = Process(task, port)
    try:
        if not asked.wait(120):
            sys.exit(f"the function did not start\n{process.text()}")
        # CLOCK_BOOTTIME is what a process's start time is counted in, to a hundredth of a second.
        init = time.clock_gettime(time.CLOCK_BOOTTIME) - process.started()
        figures = {"init": [(init, process.processor())]}
        time.sleep(0.3)
        upload("first")
        figures["first"] = [call(process, "first")]
        for i in range(arguments.warm):
            upload(f"warm-{i}")
            figures.setdefault("second", figures.setdefault("warm", [])).append(call(process, f"warm-{i}"))
        figures["second"] = figures["warm"][:1]
        figures["warm"] = figures["warm"][len(figures["warm"]) // 2:]
        figures["look"] = [call(process, "first")]
        status = json.loads(buckets["reports"].objects["studies/first/status.json"][0])
        if status["state"] != "reported":
            sys.exit(f"the report was not made: {status}")
        figures["steps"] = re.findall(r'"milliseconds":(\{[^}]*\})', process.text())
        figures["log"] = process.text()
        return figures
    finally:
        process.end()


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("-n", type=int, default=5, help="starts")
parser.add_argument("-w", "--warm", type=int, default=20, help="warm calls a start; the second half of them counts")
parser.add_argument("--zip", type=Path, default=ROOT / "functions/target/tabularium-lambda.zip")
parser.add_argument("--study", type=Path, default=ROOT / "test-data/sa-or088")
parser.add_argument("--image", help="such as public.ecr.aws/lambda/java:25, which infra/local/ready makes")
parser.add_argument("--cpus", type=float, default=1.15, help="of the container; Lambda gives one for each 1,769 MB")
parser.add_argument("--memory", type=int, default=2048, help="MB")
parser.add_argument("--java", default=os.environ.get("JAVA_HOME", "/usr/lib/jvm/temurin-25-jdk-amd64"), help="a JDK 25, without --image")
parser.add_argument("--runtime", help="folder with the jars of AWS's Java runtime interface client, without --image")
parser.add_argument("--task", type=Path, help="folder with the function unpacked, instead of --zip: an AOT cache wants its jars where and as they were")
parser.add_argument("--one-loader", action="store_true", help="the function's jars on the JVM's own class path, without --image: others have no place in an AOT cache")
parser.add_argument("--env", action="append", default=[], help="NAME=VALUE for the function")
parser.add_argument("--steps", action="store_true", help="print the milliseconds of each step as the function logs them")
parser.add_argument("--log", action="store_true", help="print the log of the last start")
arguments = parser.parse_args()

ThreadingHTTPServer.request_queue_size = 64
server = ThreadingHTTPServer(("127.0.0.1", 0), Cloud)
threading.Thread(target=server.serve_forever, daemon=True).start()
task = arguments.task or Path(tempfile.mkdtemp(prefix="lambda-task-"))
try:
    if not arguments.task:
        zipfile.ZipFile(arguments.zip).extractall(task)
        task.chmod(0o755)
    starts = [one_start(task, server.server_port) for _ in range(arguments.n)]
finally:
    if not arguments.task:
        shutil.rmtree(task)
print(f"zip {arguments.zip.stat().st_size / 1e6:.1f} MB")
for what in ("init", "first", "second", "warm", "look"):
    calls = [call for start in starts for call in start[what]]
    wall, cpu = ([c[i] * 1000 for c in calls] for i in (0, 1))
    print(f"{what:7} wall {statistics.median(wall):6.0f} ms ({min(wall):.0f} to {max(wall):.0f})  processor {statistics.median(cpu):6.0f} ms")
if arguments.steps:
    for i in (0, 1, -1):
        print(starts[-1]["steps"][i])
if arguments.log:
    print(starts[-1]["log"])
print(f"load average {os.getloadavg()[0]:.1f}, {os.cpu_count()} processors, {arguments.n} starts of {1 + arguments.warm} reports")
