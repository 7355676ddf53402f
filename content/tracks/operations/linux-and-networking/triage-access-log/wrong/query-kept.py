# caught by: counts failures by path, without the query, most first
import re
from collections import Counter
from datetime import datetime, timezone

LINE = re.compile(
    r'(?P<client>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<request>[^"]*)" (?P<status>[0-9]{3}) (?:[0-9]+|-) "[^"]*" "[^"]*"'
)


def path_of(request):
    parts = request.split(" ")
    if len(parts) != 3 or "" in parts:
        return "-"
    return parts[1]


def top(counter, key, value, length=3):
    ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return [{key: name, value: count} for name, count in ordered[:length]]


def triage(lines):
    requests = unreadable = 0
    failures, clients = Counter(), Counter()
    first = None
    for line in lines:
        match = LINE.fullmatch(line)
        if not match:
            unreadable += 1
            continue
        requests += 1
        clients[match["client"]] += 1
        if match["status"].startswith("5"):
            failures[path_of(match["request"])] += 1
            moment = datetime.strptime(match["time"], "%d/%b/%Y:%H:%M:%S %z")
            first = moment if first is None else min(first, moment)
    return {
        "requests": requests,
        "unreadable": unreadable,
        "failures": top(failures, "path", "count"),
        "firstFailure": first and first.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "clients": top(clients, "client", "requests"),
    }
