def merge_bases(parents: dict[str, list[str]], a: str, b: str) -> list[str]:
    common = ancestors(parents, a) & ancestors(parents, b)
    # An ancestor of a common ancestor is common too, so whatever is not best is the direct parent of another one.
    below_another = {parent for commit in common for parent in parents[commit]}
    return sorted(common - below_another)


def ancestors(parents: dict[str, list[str]], start: str) -> set[str]:
    if start not in parents:
        raise ValueError(f"unknown commit: {start}")
    found = {start}
    to_visit = [start]
    while to_visit:
        for parent in parents[to_visit.pop()]:
            if parent not in found:
                found.add(parent)
                to_visit.append(parent)
    return found
