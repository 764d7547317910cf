#!/bin/sh
# By this name Testcontainers starts LocalStack.
set -e
for folder in cache lib logs state tmp; do mkdir -p "/var/lib/localstack/$folder"; done
for stage in boot start ready shutdown; do mkdir -p "/etc/localstack/init/$stage.d"; done
exec /opt/code/localstack/.venv/bin/python -m localstack.runtime.main
