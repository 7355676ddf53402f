# caught by: a commit counts as its own ancestor
def walk(parents, start):
    if start not in parents:
        raise ValueError(f"unknown commit {start}")
    found, to_visit = {start}, [start]
    while to_visit:
        for parent in parents[to_visit.pop()]:
            if parent not in found:
                found.add(parent)
                to_visit.append(parent)
    return found


def merge_bases(parents, a, b):
    common = (walk(parents, a) - {a}) & (walk(parents, b) - {b})
    return sorted(common - {parent for commit in common for parent in parents[commit]})
