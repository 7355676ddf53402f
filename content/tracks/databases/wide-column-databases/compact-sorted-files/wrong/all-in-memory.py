# caught by: reads at most one entry of each file ahead
from collections.abc import Iterator
from itertools import groupby


def rank(entry: dict) -> tuple:
    """The greatest rank wins. It depends on nothing but the entry."""
    return entry["at"], entry["value"] is None, entry["value"] or ""


def compact(files: list[Iterator[dict]], drop_before: int) -> Iterator[dict]:
    merged = sorted((entry for file in files for entry in file), key=lambda entry: entry["key"])
    for _, entries in groupby(merged, key=lambda entry: entry["key"]):
        winner = max(entries, key=rank)
        if winner["value"] is None and winner["at"] < drop_before:
            continue
        yield winner
