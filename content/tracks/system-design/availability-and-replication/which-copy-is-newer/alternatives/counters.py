from collections import Counter
from functools import reduce

ORDERS = {(True, True): "equal", (True, False): "before", (False, True): "after", (False, False): "concurrent"}


def compare(a, b):
    # Counters compare as multisets: a missing machine counts as 0.
    return ORDERS[Counter(a) <= Counter(b), Counter(b) <= Counter(a)]


def keep_newest(versions):
    different = {frozenset((+Counter(version["clock"])).items()): version for version in versions}.values()
    return [
        version
        for version in different
        if not any(compare(version["clock"], other["clock"]) == "before" for other in different)
    ]


def next_clock(versions, machine):
    seen = reduce(lambda merged, version: merged | Counter(version["clock"]), versions, Counter())
    seen[machine] += 1
    return dict(seen)
