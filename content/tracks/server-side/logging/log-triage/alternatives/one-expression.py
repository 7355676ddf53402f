import json
import re
from collections import defaultdict

VARIES = re.compile(r"(?P<id>[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12})|[0-9]+")


def triage(lines):
    groups = defaultdict(list)
    unreadable = 0
    for line in filter(str.strip, lines):
        match_ = None
        try:
            match json.loads(line):
                case {"time": str(time), "level": str(level), "message": str(message), **rest}:
                    match_ = (time, level, message, rest.get("requestId"))
        except json.JSONDecodeError:
            pass
        if match_ is None:
            unreadable += 1
        elif match_[1] == "error":
            pattern = VARIES.sub(lambda m: "<id>" if m["id"] else "<n>", match_[2])
            groups[pattern].append((match_[0], match_[3]))
    result = [
        dict(
            pattern=pattern,
            lines=len(entries),
            requests=len({request for _, request in entries} - {None}),
            first=min(time for time, _ in entries),
            last=max(time for time, _ in entries),
        )
        for pattern, entries in groups.items()
    ]
    result.sort(key=lambda g: g["pattern"])
    result.sort(key=lambda g: g["first"])
    result.sort(key=lambda g: g["requests"], reverse=True)
    return {"unreadable": unreadable, "groups": result}
