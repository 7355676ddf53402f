from collections import defaultdict, deque


def find_bursts(events, limit, window_ms):
    windows = defaultdict(lambda: deque(maxlen=limit))
    alarms = {}
    for e in events:
        if not e["ok"]:
            window = windows[e["address"]]
            window.append(e["atMs"])
            if len(window) == limit and e["atMs"] - window[0] < window_ms and e["address"] not in alarms:
                alarms[e["address"]] = {"address": e["address"], "atMs": e["atMs"]}
    return list(alarms.values())
