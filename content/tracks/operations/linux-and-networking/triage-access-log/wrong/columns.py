# caught by: gives requests that are none the path -
from collections import Counter
from datetime import datetime, timezone


def top(counter, key, value):
    ordered = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return [{key: name, value: count} for name, count in ordered[:3]]


def triage(lines):
    unreadable = 0
    failures, clients, moments = Counter(), Counter(), []
    for line in lines:
        columns = line.split(" ")
        if len(columns) < 12:
            unreadable += 1
            continue
        clients[columns[0]] += 1
        if columns[8].startswith("5"):
            failures[columns[6].split("?")[0]] += 1
            moments.append(datetime.strptime(columns[3][1:] + columns[4][:-1], "%d/%b/%Y:%H:%M:%S%z"))
    return {
        "requests": len(lines) - unreadable,
        "unreadable": unreadable,
        "failures": top(failures, "path", "count"),
        "firstFailure": min(moments).astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ") if moments else None,
        "clients": top(clients, "client", "requests"),
    }
