"""formats-demo: the study sa-or088 once more, each dataset in another format, so that its tables must be the same."""

from . import sa_or088

FOLDER = "formats-demo"

FORMATS = {"ADSL": "json", "ADAE": "ndjson", "ADQS": "dsjc", "ADEFF": "csv"}

# the same settings but for the text of results, which says nothing of formats
SETTINGS = {name: text.replace("  - results\n", "") for name, text in sa_or088.SETTINGS.items()}


def datasets():
    return [(dataset, FORMATS[dataset.name]) for dataset, _ in sa_or088.datasets()]
