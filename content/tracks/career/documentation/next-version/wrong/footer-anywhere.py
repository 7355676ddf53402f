# caught by: the words of the footer elsewhere break nothing
import re

NOTHING, PATCH, MINOR, MAJOR = range(4)

HEADER = re.compile(r"([^():!]+)(?:\([^():!]+\))?(!?): .*\S")
FOOTER = re.compile(r"BREAKING[ -]CHANGE: .*\S")


def next_version(current: str, messages: list[str]) -> str | None:
    x, y, z = map(int, current.split("."))
    wish = max(map(wish_of, messages), default=NOTHING)
    if wish == NOTHING:
        return None
    if wish == PATCH:
        return f"{x}.{y}.{z + 1}"
    if wish == MINOR or x == 0:
        return f"{x}.{y + 1}.0"
    return f"{x + 1}.0.0"


def wish_of(message: str) -> int:
    header, *rest = message.split("\n")
    match = HEADER.match(header)
    if match is None:
        return NOTHING
    if match[2] or FOOTER.search(message):
        return MAJOR
    return {"feat": MINOR, "fix": PATCH}.get(match[1].lower(), NOTHING)
