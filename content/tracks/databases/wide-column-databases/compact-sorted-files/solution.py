import heapq
from collections.abc import Iterator
from itertools import groupby


def rank(entry: dict) -> tuple:
    """The greatest rank wins. It depends on nothing but the entry."""
    return entry["at"], entry["value"] is None, entry["value"] or ""


def compact(files: list[Iterator[dict]], drop_before: int) -> Iterator[dict]:
    # heapq.merge holds the next entry of each file and reads no further.
    merged = heapq.merge(*files, key=lambda entry: entry["key"])
    for _, entries in groupby(merged, key=lambda entry: entry["key"]):
        winner = max(entries, key=rank)
        if winner["value"] is None and winner["at"] < drop_before:
            continue
        yield winner
