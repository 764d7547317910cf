"""Runs inside LocalStack as it starts: a runtime's image that is there is not pulled again, so that none need be reachable."""
from localstack.utils.docker_utils import DOCKER_CLIENT

pull = DOCKER_CLIENT.pull_image


def pull_unless_present(docker_image, *args, **kwargs):
    try:
        DOCKER_CLIENT.inspect_image(docker_image, pull=False)
    except Exception:
        return pull(docker_image, *args, **kwargs)


DOCKER_CLIENT.pull_image = pull_unless_present
