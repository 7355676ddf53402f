# caught by: puts first what hit most requests, not what wrote most lines
import json
import re
from dataclasses import dataclass, field

UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
DIGITS = re.compile(r"[0-9]+")


@dataclass
class Group:
    first: str
    last: str
    lines: int = 0
    requests: set[str] = field(default_factory=set)


def pattern_of(message: str) -> str:
    return DIGITS.sub("<n>", UUID.sub("<id>", message))


def read(line: str) -> dict | None:
    """The entry, or None when the line is none."""
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    if not isinstance(entry, dict):
        return None
    is_complete = all(isinstance(entry.get(key), str) for key in ("time", "level", "message"))
    return entry if is_complete else None


def triage(lines: list[str]) -> dict:
    unreadable = 0
    groups: dict[str, Group] = {}

    for line in lines:
        if not line.strip():
            continue
        entry = read(line)
        if entry is None:
            unreadable += 1
            continue
        if entry["level"] != "error":
            continue
        time = entry["time"]
        group = groups.setdefault(pattern_of(entry["message"]), Group(first=time, last=time))
        group.lines += 1
        group.first = min(group.first, time)
        group.last = max(group.last, time)
        if entry.get("requestId") is not None:
            group.requests.add(entry["requestId"])

    found = [
        {"pattern": pattern, "lines": g.lines, "requests": len(g.requests), "first": g.first, "last": g.last}
        for pattern, g in groups.items()
    ]
    found.sort(key=lambda one: (-one["lines"], one["first"], one["pattern"]))
    return {"unreadable": unreadable, "groups": found}
