# caught by: a line without names takes the owners away
def pick_reviewers(owners: str, files: list[str], author: str) -> dict[str, list[str]]:
    lines = read(owners)
    reviewers: set[str] = set()
    alone = []
    for file in files:
        names = next((names for pattern, names in reversed(lines) if fits(pattern, file)), [])
        others = set(names) - {author}
        reviewers |= others
        if not others:
            alone.append(file)
    return {"reviewers": sorted(reviewers), "alone": alone}


def read(owners: str) -> list[tuple[str, list[str]]]:
    lines = []
    for line in owners.splitlines():
        pattern, *names = line.partition("#")[0].split() or [None]
        if pattern is not None and names:
            lines.append((pattern, names))
    return lines


def fits(pattern: str, file: str) -> bool:
    # With a slash in front, the beginning of a path looks like the beginning of any name in it.
    path = f"/{file}"
    if pattern == "*":
        return True
    if pattern.startswith("*"):
        return path.endswith(pattern[1:])
    if not pattern.startswith("/"):
        return f"/{pattern}" in path
    return path.startswith(pattern) if pattern.endswith("/") else path == pattern
