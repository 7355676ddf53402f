# caught by: reports each address once, in the order of the alarms
from collections import defaultdict


def find_bursts(events, limit, window_ms):
    failures = defaultdict(list)
    for e in events:
        if not e["ok"]:
            failures[e["address"]].append(e["atMs"])
    alarms = []
    for address, times in failures.items():
        for first, last in zip(times, times[limit - 1:]):
            if last - first < window_ms:
                alarms.append({"address": address, "atMs": last})
                break
    return alarms
