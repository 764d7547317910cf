"""Runs inside LocalStack as it starts: the invocation of a function whose container is killed fails at once, as in AWS.

LocalStack 4.14 itself would wait fifteen minutes for the answer. Its log tells tests which containers begin and end to work, and which were killed meanwhile.
"""
import json
import logging
import threading

from localstack.services.lambda_.invocation.docker_runtime_executor import DockerRuntimeExecutor
from localstack.services.lambda_.invocation.executor_endpoint import StatusErrorException
from localstack.utils.container_utils.container_client import DockerContainerStatus
from localstack.utils.docker_utils import DOCKER_CLIENT

LOG = logging.getLogger("localstack.services.lambda_.deaths")
invoke = DockerRuntimeExecutor.invoke


def is_up(container):
    try:
        return DOCKER_CLIENT.get_container_status(container) == DockerContainerStatus.UP
    except Exception:
        return False


def death(executor):
    return StatusErrorException("the container is dead", payload=json.dumps(
        {"errorType": "Runtime.ExitError", "errorMessage": f"{executor.container_name} is dead"}).encode())


def watch(executor, done):
    while not done.wait(0.2):
        if not is_up(executor.container_name):
            answer = executor.executor_endpoint.invocation_future
            if not done.is_set() and answer is not None and not answer.done():
                LOG.warning("killed at work: %s", executor.container_name)
                answer.set_exception(death(executor))
            return


def invoke_and_watch(executor, payload):
    if not is_up(executor.container_name):
        raise death(executor)
    LOG.warning("begins to work: %s", executor.container_name)
    done = threading.Event()
    threading.Thread(target=watch, args=(executor, done), daemon=True).start()
    try:
        return invoke(executor, payload)
    finally:
        done.set()
        LOG.warning("ends to work: %s", executor.container_name)


DockerRuntimeExecutor.invoke = invoke_and_watch
