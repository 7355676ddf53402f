# caught by: does not count failures that are a whole window apart
def find_bursts(events, limit, window_ms):
    failures = {}
    alarms = {}
    for e in events:
        address, at = e["address"], e["atMs"]
        if e["ok"] or address in alarms:
            continue
        times = failures.setdefault(address, [])
        times.append(at)
        if len(times) >= limit and at - times[-limit] <= window_ms:
            alarms[address] = {"address": address, "atMs": at}
    return list(alarms.values())
