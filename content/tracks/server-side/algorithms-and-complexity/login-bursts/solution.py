def find_bursts(events: list[dict], limit: int, window_ms: int) -> list[dict]:
    failures: dict[str, list[int]] = {}
    reported: set[str] = set()
    alarms = []

    for event in events:
        address, at_ms = event["address"], event["atMs"]
        if event["ok"] or address in reported:
            continue
        times = failures.setdefault(address, [])
        times.append(at_ms)

        # Times are sorted: if the first of the last `limit` failures lies in the window, so do all of them.
        if len(times) >= limit and at_ms - times[-limit] < window_ms:
            alarms.append({"address": address, "atMs": at_ms})
            reported.add(address)
            del failures[address]
    return alarms
