#!/usr/bin/python3 -u
"""The first process of a Lambda container in LocalStack, for machines that cannot download LocalStack's own.

LocalStack's side: it starts /var/rapid/init, waits for POST $LOCALSTACK_RUNTIME_ENDPOINT/status/<id>/ready (or /error), sends each
invocation to POST :9563/invoke and expects its outcome at $LOCALSTACK_RUNTIME_ENDPOINT/invocations/<request>/logs, then /response or /error.
The function's side: the documented Lambda Runtime API on 127.0.0.1:9001, and one process, the runtime's bootstrap.
A function that takes too long is killed with all its children and started anew, as Lambda does.
"""
import json
import os
import queue
import select
import signal
import subprocess
import sys
import threading
import time
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

LOCALSTACK = os.environ["LOCALSTACK_RUNTIME_ENDPOINT"]
RUNTIME_ID = os.environ["LOCALSTACK_RUNTIME_ID"]
TIMEOUT_S = float(os.environ.get("AWS_LAMBDA_FUNCTION_TIMEOUT", "30"))
MEMORY_MB = os.environ.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "128")
RUNTIME_API = ("127.0.0.1", 9001)
LOG_LIMIT = 200_000

direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def tell_localstack(path, body):
    for attempt in range(1, 6):
        try:
            direct.open(urllib.request.Request(LOCALSTACK + path, data=body, method="POST",
                                               headers={"Content-Type": "application/json"}), timeout=30).read()
            return
        except OSError as e:
            print(f"init: {path}: {e}", file=sys.stderr)
            time.sleep(0.2 * attempt)


class Log:
    """What the function printed since its last invocation ended; also goes to the container's own log."""

    def __init__(self):
        self.lock, self.lines, self.size = threading.Lock(), [], 0

    def add(self, line):
        sys.stdout.write(line)
        sys.stdout.flush()
        with self.lock:
            self.lines.append(line)
            self.size += len(line)
            while self.size > LOG_LIMIT:
                self.size -= len(self.lines.pop(0))

    def take(self):
        with self.lock:
            text, self.lines, self.size = "".join(self.lines), [], 0
        return text


class Output:
    """What a runtime process prints, taken into the log line by line."""

    def __init__(self, pipe, log):
        self.pipe, self.log, self.lock, self.rest = pipe.fileno(), log, threading.Lock(), b""

    def take(self, patience):
        """Takes what has been printed so far, waiting for it as long as patience says (None: for ever); False at the end.
        A process has its lines in the pipe before it says that an invocation is done, and one read empties the pipe: with no patience nothing stays behind."""
        select.select([self.pipe], [], [], patience)
        with self.lock:
            if not select.select([self.pipe], [], [], 0)[0]:
                return True
            part = os.read(self.pipe, 1 << 16)
            *lines, self.rest = (self.rest + part).split(b"\n") if part else (self.rest, b"")
            for line in lines:
                if line or part:
                    self.log.add(line.decode("utf-8", "replace") + "\n")
        return bool(part)


class Invocation:
    def __init__(self, request):
        self.id, self.request = request["invoke-id"], request
        self.started = time.time()
        self.timer = threading.Timer(TIMEOUT_S, environment.timed_out, (self,))
        self.timer.daemon = True


class Environment:
    """One runtime process at a time, and at most one invocation in it."""

    def __init__(self):
        self.lock = threading.Lock()
        self.log, self.waiting = Log(), queue.Queue()
        self.current = self.process = self.output = None
        self.born, self.start_time, self.ready = 0, 0.0, False

    def start(self):
        self.born += 1
        self.start_time = time.time()
        env = {k: v for k, v in os.environ.items() if not k.startswith("LOCALSTACK_RUNTIME_")}
        env["AWS_LAMBDA_RUNTIME_API"] = "%s:%d" % RUNTIME_API
        bootstrap = next(b for b in ("/var/runtime/bootstrap", "/var/task/bootstrap") if os.access(b, os.X_OK))
        self.process = subprocess.Popen([bootstrap, os.environ.get("_HANDLER", "")], cwd="/var/task", env=env, start_new_session=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=0)
        self.output = Output(self.process.stdout, self.log)
        threading.Thread(target=self.follow, args=(self.process, self.output, self.born), daemon=True).start()

    def follow(self, process, output, born):
        while output.take(None):
            pass
        code = process.wait()
        if born != self.born:
            return
        how = f"signal: {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"
        if not self.ready:
            self.init_failed({"errorType": "Runtime.ExitError", "errorMessage": f"Runtime exited with error: {how}"})
            return
        broken = self.current
        if broken:
            self.finish(broken.id, "error", {"errorType": "Runtime.ExitError",
                                             "errorMessage": f"RequestId: {broken.id} Error: Runtime exited with error: {how}"})
        self.start()

    def first_poll(self):
        if not self.ready:
            self.ready = True
            self.log.add(f"INIT_REPORT Init Duration: {(time.time() - self.start_time) * 1000:.2f} ms\n")
            tell_localstack(f"/status/{RUNTIME_ID}/ready", b"")

    def init_failed(self, error):
        if not self.ready:
            tell_localstack(f"/status/{RUNTIME_ID}/error", json.dumps(error).encode())

    def begin(self, request):
        self.log.add(f"START RequestId: {request['invoke-id']} Version: {os.environ.get('AWS_LAMBDA_FUNCTION_VERSION', '$LATEST')}\n")
        with self.lock:
            self.current = Invocation(request)
        self.current.timer.start()

    def timed_out(self, invocation):
        if self.current is not invocation:
            return
        self.born += 1
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        message = f"Task timed out after {TIMEOUT_S:.2f} seconds"
        self.log.add(f"{time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime())} {invocation.id} {message}\n")
        self.finish(invocation.id, "error", {"errorType": "Sandbox.Timedout", "errorMessage": f"RequestId: {invocation.id} Error: {message}"})
        self.start()

    def finish(self, request_id, outcome, body):
        """Tells LocalStack how an invocation ended; False where that is not the current one."""
        with self.lock:
            ended = self.current
            if ended is None or ended.id != request_id:
                return False
            self.current = None
        ended.timer.cancel()
        ms = (time.time() - ended.started) * 1000
        self.output.take(0)
        self.log.add(f"END RequestId: {request_id}\nREPORT RequestId: {request_id}\tDuration: {ms:.2f} ms\tBilled Duration: {int(ms) + 1} ms\t"
                     f"Memory Size: {MEMORY_MB} MB\tMax Memory Used: {MEMORY_MB} MB\t\n")
        tell_localstack(f"/invocations/{request_id}/logs", json.dumps({"logs": self.log.take()}).encode())
        tell_localstack(f"/invocations/{request_id}/{outcome}", body if isinstance(body, bytes) else json.dumps(body).encode())
        return True


environment = Environment()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, code, body=b"", **headers):
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def content(self):
        if "chunked" not in (self.headers.get("Transfer-Encoding") or "").lower():
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        parts = []
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            parts.append(self.rfile.read(size))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return b"".join(parts)


class FromLocalStack(Handler):
    def do_POST(self):
        request = json.loads(self.content())
        environment.begin(request)
        self.answer(200)
        environment.waiting.put(environment.current)


class FromRuntime(Handler):
    def do_GET(self):
        born = environment.born
        environment.first_poll()
        invocation = environment.waiting.get()
        if born != environment.born:  # the runtime that asked is dead: its successor gets it
            environment.waiting.put(invocation)
            return
        request = invocation.request
        self.answer(200, (request.get("payload") or "").encode(), Content_Type="application/json",
                    Lambda_Runtime_Aws_Request_Id=invocation.id,
                    Lambda_Runtime_Deadline_Ms=str(int((invocation.started + TIMEOUT_S) * 1000)),
                    Lambda_Runtime_Invoked_Function_Arn=request.get("invoked-function-arn", ""),
                    Lambda_Runtime_Trace_Id=request.get("trace-id", ""))

    def do_POST(self):
        body = self.content()
        *_, subject, what = self.path.split("/")
        if (subject, what) == ("init", "error"):
            environment.init_failed(json.loads(body))
            self.answer(202)
        elif what in ("response", "error"):
            self.answer(202 if environment.finish(subject, what, body) else 400)
        else:
            self.answer(404)


def main():
    for entry in json.loads(os.environ.get("LOCALSTACK_CHMOD_PATHS", "[]")):
        try:
            os.chmod(entry["path"], int(entry["mode"], 8))
        except OSError as e:
            print(f"init: {e}", file=sys.stderr)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    threading.Thread(target=ThreadingHTTPServer(("0.0.0.0", 9563), FromLocalStack).serve_forever, daemon=True).start()
    runtime_api = ThreadingHTTPServer(RUNTIME_API, FromRuntime)
    environment.start()
    runtime_api.serve_forever()


main()
