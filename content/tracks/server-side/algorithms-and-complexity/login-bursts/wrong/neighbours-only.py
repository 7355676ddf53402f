# caught by: answers as in the example
def find_bursts(events, limit, window_ms):
    runs = {}
    alarms = {}
    for e in events:
        if e["ok"]:
            continue
        address, at = e["address"], e["atMs"]
        last, count = runs.get(address, (None, 0))
        count = count + 1 if last is not None and at - last < window_ms else 1
        runs[address] = (at, count)
        if count >= limit and address not in alarms:
            alarms[address] = {"address": address, "atMs": at}
    return list(alarms.values())
