"""All files of all studies: (path below test-data, bytes)."""

from . import formats_demo, kn5501, kn5601_iit, lancet_2025, ran_101, sa_or088, sa_po0659, saf_202
from .dataset import csv_bytes
from .dataset_json import dsjc_bytes, json_bytes, ndjson_bytes
from .xlsx import xlsx_bytes
from .xport import xport_bytes

WRITERS = {"xpt": xport_bytes, "csv": csv_bytes, "json": json_bytes, "ndjson": ndjson_bytes, "dsjc": dsjc_bytes,
           "xlsx": xlsx_bytes}


def files():
    for study in (sa_or088, sa_po0659, lancet_2025, ran_101, formats_demo, kn5501, kn5601_iit, saf_202):
        for dataset, extension in study.datasets():
            yield f"{study.FOLDER}/{dataset.name.lower()}.{extension}", WRITERS[extension](dataset)
        for name, content in study.SETTINGS.items():
            yield f"{study.FOLDER}/{name}", content.encode("utf-8")
