"""Which versions SAM makes of the functions: another VersionKey publishes every function anew, the same one publishes none. Called by lint."""
import logging
import os
import sys

from cfnlint.decode.cfn_yaml import loads  # reads CloudFormation's short forms
from samtranslator.translator.transform import transform

logging.disable(logging.WARNING)
os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")


class NoPolicies:
    """Managed policies' names, which the template gives by ARN."""

    def load(self):
        return {}


def plain(value):
    if isinstance(value, dict):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return str(value) if isinstance(value, str) else value


def versions(template, key):
    parameters = {"CodeBucket": "code", "CodeKey": "0" * 64 + ".zip", "DefinitionKey": "0" * 64 + ".json", "VersionKey": key, "ReportMemory": "2048"}
    resources = transform(plain(loads(template)), parameters, NoPolicies())["Resources"]
    functions = {name for name, r in resources.items() if r["Type"] == "AWS::Lambda::Function"}
    found = {name for name, r in resources.items() if r["Type"] == "AWS::Lambda::Version"}
    aliased = {r["Properties"]["FunctionVersion"]["Fn::GetAtt"][0] for r in resources.values() if r["Type"] == "AWS::Lambda::Alias"}
    assert found == aliased and len(found) == len(functions), "every function has a version behind its alias"
    return found


with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
first, same, other = (versions(text, key) for key in ("a" * 64, "a" * 64, "b" + "a" * 63))
if first != same or first & other:
    sys.exit("the versions behind the aliases do not follow VersionKey")
