from datetime import datetime, timedelta

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def read(line):
    """Cuts at the quotes first; what lies between them is easy then. None for what is no such line."""
    parts = line.split('"')
    if len(parts) != 7 or parts[4] != " " or parts[6] != "":
        return None
    head, request, numbers = parts[0], parts[1], parts[2].split(" ")
    if len(numbers) != 4 or numbers[0] or numbers[3]:
        return None
    status, size = numbers[1], numbers[2]
    words = head.split(" ")
    if len(words) != 6 or not all(words[:5]) or words[5] != "" or words[3][0] != "[" or words[4][-1] != "]":
        return None
    if len(status) != 3 or not status.isdecimal() or not (size == "-" or size.isdecimal()):
        return None
    return words[0], words[3][1:], words[4][:-1], request, int(status)


def utc(clock, offset):
    date, hour, minute, second = clock.split(":")
    day, month, year = date.split("/")
    local = datetime(int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), int(second))
    sign = -1 if offset[0] == "-" else 1
    return local - sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[3:5]))


def most(names):
    unique = sorted(set(names))
    unique.sort(key=names.count, reverse=True)  # sort is stable: equal ones stay in the order of their texts
    return [(name, names.count(name)) for name in unique[:3]]


def triage(lines):
    entries = [read(line) for line in lines]
    good = [entry for entry in entries if entry is not None]
    failed = [entry for entry in good if 500 <= entry[4] <= 599]
    paths = []
    for entry in failed:
        parts = entry[3].split(" ")
        paths.append(parts[1].partition("?")[0] if len(parts) == 3 and all(parts) else "-")
    moments = sorted(utc(entry[1], entry[2]) for entry in failed)
    return {
        "requests": len(good),
        "unreadable": len(entries) - len(good),
        "failures": [{"path": path, "count": count} for path, count in most(paths)],
        "firstFailure": moments[0].isoformat() + "Z" if moments else None,
        "clients": [{"client": client, "requests": count} for client, count in most([entry[0] for entry in good])],
    }
