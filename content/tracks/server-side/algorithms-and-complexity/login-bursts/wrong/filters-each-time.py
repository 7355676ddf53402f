# caught by: goes through a log that one address has filled in time
def find_bursts(events, limit, window_ms):
    by_address = {}
    alarms = {}
    for e in events:
        if e["ok"]:
            continue
        address, at = e["address"], e["atMs"]
        recent = [t for t in by_address.get(address, []) if at - t < window_ms] + [at]
        by_address[address] = recent
        if len(recent) >= limit and address not in alarms:
            alarms[address] = {"address": address, "atMs": at}
    return list(alarms.values())
